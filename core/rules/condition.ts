import type { Exact } from '../amount/exact';
import { exactToDisplay } from '../amount/text';
import type { Cell } from '../table/cell';
import { isBlankOrZero, matchKey, plainText } from '../table/cell';
import { isNumberFault, readNumber } from '../table/number-cell';
import { isRuleFault, ruleFault } from './rule-word';
import type { RuleFault } from './rule-word';
import { readExact } from './read-value';

/** `Role=Sales;Manager`, `Customer=A*`, `Amount` from 100000, `not cancelled`: a test on one column. */
export interface Condition {
  readonly column: string;
  readonly test: Test;
}

export type Test =
  | { readonly kind: 'values'; readonly patterns: readonly Pattern[]; readonly excludes: boolean }
  | { readonly kind: 'from'; readonly least: Exact };

/** A value to match: exactly, or with `*` for any run of characters. */
export interface Pattern {
  readonly text: string;
  readonly key: string;
  readonly wild: RegExp | undefined;
}

/** Reads an Item such as `Role=Manager` (several with ` & `), or a bare column with its least number in From. */
export function readConditions(item: string, from: Cell): { readonly conditions: readonly Condition[] } | RuleFault {
  const conditions: Condition[] = [];
  for (const part of item.split(/\s*[&＆]\s*|\s+且\s+/)) {
    const [column, ...values] = part.split(/[=＝]/);
    const name = (column ?? '').trim();
    if (name === '') return ruleFault('item', 'rule.noColumn', { found: item });
    if (values.length === 0) {
      const least = readExact(from, 'from');
      if (isRuleFault(least)) return least;
      conditions.push({ column: name, test: { kind: 'from', least: least.value } });
      continue;
    }
    const test = readValues(values.join('='));
    if (!test) return ruleFault('item', 'rule.noValue', { found: item });
    conditions.push({ column: name, test });
  }
  return { conditions };
}

/** Reads `Sales; Manager`, `not cancelled`, `EU*`. */
export function readValues(text: string): Extract<Test, { kind: 'values' }> | undefined {
  const plain = plainText(text);
  const excluded = /^(?:not\s+|非|不含|除)\s*(.*)$/i.exec(plain);
  const patterns = (excluded?.[1] ?? plain)
    .split(/[;；\n]/)
    .map((value) => value.trim())
    .filter((value) => value !== '')
    .map(readPattern);
  return patterns.length === 0 ? undefined : { kind: 'values', patterns, excludes: excluded !== null };
}

function readPattern(text: string): Pattern {
  const key = matchKey(text);
  if (!text.includes('*')) return { text, key, wild: undefined };
  const source = key.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { text, key, wild: new RegExp(`^${source.join('.*')}$`, 's') };
}

const YES = new Set(['yes', '是', 'true', '1', 'y', '√']);
const NO = new Set(['no', '否', 'false', 'n', '']);

/** Whether a text is one of the values of a test. Numbers match by value: `13%` is 0.13. */
export function matchesValues(test: Extract<Test, { kind: 'values' }>, text: string): boolean {
  const key = matchKey(text);
  return test.patterns.some((pattern) => matchesPattern(pattern, key, text)) !== test.excludes;
}

function matchesPattern(pattern: Pattern, key: string, text: string): boolean {
  if (pattern.wild) return pattern.wild.test(key);
  if (pattern.key === key) return true;
  if (YES.has(pattern.key) && YES.has(key)) return true;
  if (NO.has(pattern.key) && NO.has(key)) return true;
  if (!/\d/.test(key) || !/\d/.test(pattern.key)) return false;
  const [a, b] = [readNumber(pattern.text), readNumber(text)];
  if (a === 'blank' || b === 'blank' || isNumberFault(a) || isNumberFault(b)) return false;
  return exactToDisplay(a) === exactToDisplay(b);
}

/** How narrow a test is: an exact value beats a pattern, a longer pattern a shorter one. */
export function specificity(condition: Condition, matched: string): number {
  if (condition.test.kind === 'from') return 0;
  if (condition.test.excludes) return 1;
  const key = matchKey(matched);
  const best = condition.test.patterns.map((pattern) => {
    if (!matchesPattern(pattern, key, matched)) return 0;
    return pattern.wild ? 2 + pattern.key.replaceAll('*', '').length : 100000;
  });
  return Math.max(...best);
}

export function conditionText(condition: Condition): string {
  const { column, test } = condition;
  if (test.kind === 'from') return `${column} ≥ ${exactToDisplay(test.least)}`;
  return `${column} ${test.excludes ? '≠' : '='} ${test.patterns.map((pattern) => pattern.text).join(' / ')}`;
}

export function conditionsText(conditions: readonly Condition[]): string {
  return conditions.map(conditionText).join(' & ');
}

/** Conditions of an Item that may be blank. */
export function readOptionalConditions(item: string, from: Cell): { readonly conditions: readonly Condition[] } | RuleFault {
  if (item === '') return isBlankOrZero(from) ? { conditions: [] } : ruleFault('item', 'rule.noColumn', { found: item });
  return readConditions(item, from);
}
