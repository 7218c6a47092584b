import type { Exact } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { timesExact } from '../../amount/ratio';
import { exactToDisplay } from '../../amount/text';
import type { Message } from '../../locale/message';
import type { AttainmentMethod } from '../attainment';
import { attainment } from '../attainment';
import type { Better, ScoringFault, Subject } from './scoring';
import { isScoringFault, scoringFault } from './scoring';
import type { TokenReader } from './tokens';

/** 比率法: full mark × attainment. */
export interface RatioScoring {
  readonly kind: 'ratio';
  readonly method: AttainmentMethod;
  readonly full: Exact;
}

export const RATIO_WORDS = ['ratio', '比率', '比率法', '比例', '按比率'] as const;

export function readRatio(reader: TokenReader, full: Exact): RatioScoring {
  return { kind: 'ratio', method: readMethod(reader), full };
}

function readMethod(reader: TokenReader): AttainmentMethod {
  if (reader.word('mirror', '镜像', '对称')) return 'mirror';
  if (reader.word('inverse', '倒数', '反比')) return 'inverse';
  if (reader.word('signed', '带符号', '正负')) return 'signed';
  return 'ratio';
}

export function scoreRatio(scoring: RatioScoring, subject: Subject): Ratio | ScoringFault {
  if (!subject.actual) return scoringFault('actual', 'kpi.actualNotNumber', { found: subject.label });
  if (!subject.target) return scoringFault('target', 'kpi.noTarget');
  const reached = attainment(subject.actual, subject.target, subject.better, scoring.method);
  return isScoringFault(reached) ? reached : timesExact(reached, scoring.full);
}

export function sayRatio(scoring: RatioScoring, better: Better): Message {
  const full = exactToDisplay(scoring.full);
  const method = scoring.method === 'ratio' && better === 'lower' ? 'mirror' : scoring.method;
  return { code: `scoring.ratio.${method}`, params: { full } };
}
