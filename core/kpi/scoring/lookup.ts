import type { Exact } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { ratioOf } from '../../amount/ratio';
import { exactToDisplay, exactToText } from '../../amount/text';
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

const NUMBER = /\s*([+-]?\d+(?:\.\d+)?)/y;
const BETWEEN = /[\s,，;；、]*/y;
const BEHIND = /\s*分?[\s,，;；、]*/y;
const IN_LABEL = /[,，;；、\n]/;

/** Reads `优:100 良:85 中:70` and `yes:100 no:0`, in one walk through the text; undefined where it is no such list. */
export function readLookup(text: string): LookupScoring | ScoringFault | undefined {
  const plain = plainText(text).replaceAll('：', ':');
  const entries: { label: string; score: Exact }[] = [];
  const seen = new Set<string>();
  let at = endOf(BETWEEN, plain, 0);
  while (at < plain.length) {
    const colon = plain.indexOf(':', at);
    const label = colon < 0 ? '' : plain.slice(at, colon).trim();
    if (label === '' || IN_LABEL.test(label)) return undefined;
    NUMBER.lastIndex = colon + 1;
    const score = readNumber(NUMBER.exec(plain)?.[1]);
    if (score === 'blank' || isNumberFault(score)) return undefined;
    at = endOf(BEHIND, plain, NUMBER.lastIndex);
    const key = labelKey(label);
    if (seen.has(key)) return scoringFault('scoring', 'scoring.knotTwice', { found: label });
    seen.add(key);
    entries.push({ label, score });
  }
  return entries.length === 0 ? undefined : { kind: 'lookup', entries };
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  pattern.exec(text);
  return Math.max(from, pattern.lastIndex);
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
  return labelKey(one) === labelKey(other);
}

function labelKey(label: string): string {
  const key = matchKey(label);
  if (YES.has(key)) return 'yes';
  if (NO.has(key)) return 'no';
  const number = readNumber(label);
  return number === 'blank' || isNumberFault(number) ? key : exactToText(number);
}

export function sayLookup(scoring: LookupScoring): Message {
  return { code: 'scoring.lookup', params: { labels: scoring.entries.map(({ label, score }) => `${label} → ${exactToDisplay(score)}`) } };
}
