import { exactToDisplay } from '../amount/text';
import type { Cell } from '../table/cell';
import { isBlankOrZero, matchKey, plainText, quoteCell } from '../table/cell';
import { isNumberFault, readNumber } from '../table/number-cell';
import type { Bound, BoundSign } from './bound';
import { boundText, readBound } from './bound';
import { ruleFault } from './rule-word';
import type { RuleFault } from './rule-word';

/** `Role=Sales;Manager`, `Customer=A*`, `Margin>=20%`, `Amount` from 100000, `not cancelled`: a test on one column. */
export interface Condition {
  readonly column: string;
  readonly test: Test;
}

export type Test =
  | { readonly kind: 'values'; readonly patterns: readonly Pattern[]; readonly excludes: boolean }
  | Bound;

/** A value to match: exactly, or with `*` for any run of characters. */
export interface Pattern {
  readonly text: string;
  readonly key: string;
  readonly wild: RegExp | undefined;
}

/**
 * Reads an Item such as `Role=Manager`, `Margin>=20%` (several with ` & `, each with its own bound), or a bare column with
 * its least number in From. One From is the least of one column only.
 */
export function readConditions(item: string, from: Cell): { readonly conditions: readonly Condition[] } | RuleFault {
  const conditions: Condition[] = [];
  const bare: string[] = [];
  for (const part of item.split(/[&＆]|\s且\s/)) {
    const { column, sign, text } = takeApart(part);
    if (column === '') return ruleFault('item', 'rule.noColumn', { found: item });
    if (sign === undefined) bare.push(column);
    const test = sign === '=' || sign === '<>' ? readValues(sign === '=' ? text : `not ${text}`) : readBound(sign === undefined ? from : text, sign ?? '>=');
    if (!test && sign !== undefined) return ruleFault('item', sign === '=' || sign === '<>' ? 'rule.noValue' : 'rule.notBound', { found: item, column });
    if (!test) return ruleFault('from', 'rule.notNumber', { found: quoteCell(from) });
    if (test.kind === 'bound' && sign !== undefined && text === '') return ruleFault('item', 'rule.notBound', { found: item, column });
    conditions.push({ column, test });
  }
  if (bare.length > 1) return ruleFault('from', 'rule.oneBound', { columns: bare, example: bare.map((column) => `${column}>=…`).join(' & ') });
  if (bare.length === 0 && !isBlankOrZero(from)) return ruleFault('from', 'rule.fromIdle', { found: quoteCell(from), item });
  return { conditions };
}

type Sign = BoundSign | '=' | '<>';

const SIGNS: ReadonlyMap<string, Sign> = new Map(Object.entries<Sign>({ '=': '=', '≠': '<>', '>': '>', '≥': '>=', '<': '<', '≤': '<=' }));

/** `Margin >= 20%` as its column, the sign and what stands behind it; without a sign it is a column alone. */
function takeApart(part: string): { readonly column: string; readonly sign: Sign | undefined; readonly text: string } {
  const plain = plainText(part);
  const at = plain.search(/[=<>≤≥≠]/);
  const column = (at < 0 ? plain : plain.slice(0, at)).trim();
  const [two, one] = [plain.slice(at, at + 2), plain.slice(at, at + 1)];
  if (at < 0) return { column, sign: undefined, text: '' };
  if (two === '>=' || two === '<=' || two === '<>') return { column, sign: two, text: plain.slice(at + 2).trim() };
  return { column, sign: SIGNS.get(one) ?? '=', text: plain.slice(at + 1).trim() };
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
  // `*` stands for what is filled: a blank is no value.
  if (pattern.wild) return key !== '' && pattern.wild.test(key);
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
  if (condition.test.kind === 'bound') return 0;
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
  if (test.kind === 'bound') return `${column} ${boundText(test)}`;
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
