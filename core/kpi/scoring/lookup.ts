import type { Exact } from '../../amount/exact';
import { equals } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { ratioOf } from '../../amount/ratio';
import { exactToDisplay } from '../../amount/text';
import type { Message } from '../../locale/message';
import { matchKey, plainText } from '../../table/cell';
import { isNumberFault, readNumber } from '../../table/number-cell';
import type { ScoringFault, Subject } from './scoring';
import { scoringFault } from './scoring';

/** 说明法: labels or ratings, and what each is worth. */
export interface LookupScoring {
  readonly kind: 'lookup';
  readonly entries: readonly { readonly label: string; readonly score: Exact }[];
}

export const LOOKUP_WORDS = ['lookup', '说明', '说明法', '评级', '查表'] as const;

const PAIR = /([^\s:：,，;；、][^:：,，;；、\n]*?)\s*[:：]\s*([+-]?\d+(?:\.\d+)?)/g;

/** Reads `优:100 良:85 中:70` and `yes:100 no:0`; undefined where the text is no such list. */
export function readLookup(text: string): LookupScoring | ScoringFault | undefined {
  const plain = plainText(text);
  const pairs = [...plain.matchAll(PAIR)];
  if (pairs.length === 0 || plain.replace(PAIR, '').replace(/[\s,，;；、分]+/g, '') !== '') return undefined;
  const entries: { label: string; score: Exact }[] = [];
  for (const [, label = '', digits = ''] of pairs) {
    const score = readNumber(digits);
    if (score === 'blank' || isNumberFault(score)) return undefined;
    if (entries.some((entry) => sameLabel(entry.label, label))) return scoringFault('scoring', 'scoring.knotTwice', { found: label });
    entries.push({ label: label.trim(), score });
  }
  return { kind: 'lookup', entries };
}

export function scoreLookup(scoring: LookupScoring, subject: Subject): Ratio | ScoringFault {
  const found = scoring.entries.find(({ label }) => sameLabel(label, subject.label));
  if (found) return ratioOf(found.score);
  return scoringFault('actual', 'kpi.labelUnknown', { found: subject.label, expected: scoring.entries.map(({ label }) => label).join(' · ') });
}

const YES = new Set(['yes', 'y', 'true', '是', '有', '√', '1']);
const NO = new Set(['no', 'n', 'false', '否', '无', '没有', '×', '0']);

/** Labels match without case and spaces; yes and no in either language; numbers by their value. */
export function sameLabel(one: string, other: string): boolean {
  const [a, b] = [matchKey(one), matchKey(other)];
  if (a === b || (YES.has(a) && YES.has(b)) || (NO.has(a) && NO.has(b))) return true;
  const [x, y] = [readNumber(one), readNumber(other)];
  if (x === 'blank' || y === 'blank' || isNumberFault(x) || isNumberFault(y)) return false;
  return equals(x, y);
}

export function sayLookup(scoring: LookupScoring): Message {
  return { code: 'scoring.lookup', params: { labels: scoring.entries.map(({ label, score }) => `${label} → ${exactToDisplay(score)}`) } };
}
