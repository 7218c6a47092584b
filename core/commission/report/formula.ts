import type { Exact } from '../../amount/exact';
import { ONE, absolute, compare, equals, exactOf, isZero, negate, sign, subtract, trim } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { compareRatio, divideRatios, multiplyRatios, ratioOf, roundRatio, subtractRatios, sumRatios } from '../../amount/ratio';
import { exactToDisplay, exactToPercent } from '../../amount/text';
import type { Message } from '../../locale/message';

/** More decimals than products of cells have. */
const EVERY_DECIMAL = 60;

/** Turns a message into the words of the reader's language. */
export type Say = (message: Message) => string;

/** A piece of a formula: what is printed, and what the printed figures come to. Both grow together, so they cannot part. */
export interface Expression {
  readonly text: string;
  readonly value: Ratio;
  readonly kind: 'number' | 'product' | 'sum';
}

/** A number as a formula shows it: `1,234.5`, `−50.00`. */
export function shown(amount: Exact, decimals = 0): string {
  return `${sign(amount) < 0 ? '−' : ''}${exactToDisplay(absolute(amount), decimals)}`;
}

export function figure(amount: Exact, decimals = 0): Expression {
  return { text: shown(amount, decimals), value: ratioOf(amount), kind: 'number' };
}

/** A figure with its name before it: `bank fee 15`. */
export function named(name: string, amount: Exact, decimals = 0): Expression {
  const label = name === '' ? '' : `${name} `;
  return { text: `${sign(amount) < 0 ? '−' : ''}${label}${exactToDisplay(absolute(amount), decimals)}`, value: ratioOf(amount), kind: 'number' };
}

/** A share or a rate below 1 as a percentage; a rate from 1 on is money for each unit. */
export function percentage(rate: Exact): Expression {
  const asPercent = compare(absolute(rate), ONE) <= 0;
  return { text: asPercent ? `${sign(rate) < 0 ? '−' : ''}${percentText(absolute(rate))}` : shown(rate), value: ratioOf(rate), kind: 'number' };
}

function percentText(rate: Exact): string {
  const whole = exactToPercent(rate).slice(0, -1);
  const [units = '0', decimals] = whole.split('.');
  return `${units.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${decimals === undefined ? '' : `.${decimals}`}%`;
}

/** The name of a column of one's own, marked so that no sign or figure in it is taken for part of the formula. */
export function quoted(name: string): string {
  return `“${name.replace(/[“”]/g, '')}”`;
}

/** A fraction as a percentage where that is exact, else as the two figures it is made of. */
export function fractionFigure(value: Ratio): Expression {
  const rounded = roundRatio(value, 6);
  if (compareRatio(value, rounded) === 0) return percentage(trim(rounded));
  const { top, bottom } = shortest(value);
  return { text: `${shown(top)} ÷ ${shown(bottom)}`, value, kind: 'product' };
}

function shortest({ top, bottom }: Ratio): Ratio {
  const scale = Math.max(trim(top).scale, trim(bottom).scale);
  let [a, b] = [whole(top, scale), whole(bottom, scale)];
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  if (x !== 0n) [a, b] = [a / x, b / x];
  return { top: exactOf(a, 0), bottom: exactOf(b, 0) };
}

function whole(value: Exact, scale: number): bigint {
  const { units, scale: own } = trim(value);
  return BigInt(units) * 10n ** BigInt(scale - own);
}

/** a + b − c, each with its sign. */
export function plus(...terms: readonly Expression[]): Expression {
  const [first, ...rest] = terms;
  if (!first) return figure({ units: 0, scale: 0 });
  if (rest.length === 0) return first;
  const text = rest.reduce((all, term) => (term.text.startsWith('−') ? `${all} − ${term.text.slice(1)}` : `${all} + ${term.text}`), first.text);
  return { text, value: sumRatios(terms.map(({ value }) => value)), kind: 'sum' };
}

export function minus(from: Expression, taken: Expression): Expression {
  const text = taken.kind === 'sum' || taken.text.startsWith('−') ? `(${taken.text})` : taken.text;
  return { text: `${from.text} − ${text}`, value: subtractRatios(from.value, taken.value), kind: 'sum' };
}

/** a × b × c; factors of 1 written as numbers are left out. */
export function times(...factors: readonly Expression[]): Expression {
  const [first, ...rest] = factors;
  if (!first) return figure(ONE);
  const shownRest = rest.filter((factor) => factor.kind !== 'number' || compareRatio(factor.value, ONE) !== 0);
  if (shownRest.length === 0) return first;
  const text = shownRest.reduce((all, factor) => `${all} × ${bound(factor)}`, first.kind === 'sum' ? `(${first.text})` : first.text);
  return { text, value: factors.reduce((product, { value }) => multiplyRatios(product, value), ratioOf(ONE)), kind: 'product' };
}

export function over(top: Expression, bottom: Expression): Expression {
  const below = bottom.kind === 'number' && !bottom.text.startsWith('−') ? bottom.text : `(${bottom.text})`;
  return { text: `${top.kind === 'sum' ? `(${top.text})` : top.text} ÷ ${below}`, value: divideRatios(top.value, bottom.value), kind: 'product' };
}

export function negated(expression: Expression): Expression {
  const { text, value, kind } = expression;
  const turned: Ratio = { top: negate(value.top), bottom: value.bottom };
  if (kind === 'sum') return { text: `−(${text})`, value: turned, kind: 'product' };
  return { text: text.startsWith('−') ? text.slice(1) : `−${text}`, value: turned, kind };
}

function bound({ text, kind }: Expression): string {
  return kind === 'sum' || text.startsWith('−') ? `(${text})` : text;
}

export interface Conclusion {
  /** The decimals that the result is shown with at least. */
  readonly decimals?: number;
  readonly say: Say;
}

/**
 * What an expression comes to: `=` where it is that exactly, `→` where it was rounded to it, and the rounding by name where
 * the last unit went elsewhere. Nothing where the figures do not make the result: no formula is better than a false one.
 */
export function conclude(expression: Expression, result: Exact, { decimals = 0, say }: Conclusion): string {
  const text = shown(result, decimals);
  if (compareRatio(expression.value, result) === 0) return expression.kind === 'number' ? expression.text : `${expression.text} = ${text}`;
  const places = Math.max(decimals, trim(result).scale);
  if (isWithin(subtractRatios(expression.value, ratioOf(result)), exactOf(1, places))) return `${expression.text} → ${text}`;
  const kept = Math.max(decimals, Math.min(places, 8));
  const rounded = roundRatio(expression.value, kept);
  const rest = subtract(result, rounded);
  if (isZero(rest) || compare(absolute(rest), exactOf(10, kept)) > 0) return '';
  return clauses(say, `${expression.text} → ${shown(rounded, decimals)}`, `${plus(figure(rounded, decimals), named(say({ code: 'formula.rounding' }), rest, decimals)).text} = ${text}`);
}

function isWithin(difference: Ratio, unit: Exact): boolean {
  return compareRatio(difference, unit) < 0 && compareRatio(difference, negate(unit)) > 0;
}

/** Several formulas of one step, each of which is true by itself. */
export function clauses(say: Say, ...formulas: readonly string[]): string {
  return formulas.filter((formula) => formula !== '').join(say({ code: 'formula.then' }));
}

/** `2,904 → at most 2,500`: an amount as a limit holds it. Undefined where it holds nothing. */
export function held(say: Say, expression: Expression, amount: Exact, limited: Exact, decimals = 0): string {
  const code = compare(limited, amount) < 0 ? 'formula.atMost' : 'formula.atLeast';
  const start = expression.kind === 'number' ? expression.text : conclude(expression, amount, { decimals, say });
  return start === '' ? '' : `${start} → ${say({ code, params: { amount: shown(limited, decimals) } })}`;
}

/** What an expression that divides nothing comes to. */
export function valueOf({ value }: Expression): Exact {
  return trim(roundRatio(value, EVERY_DECIMAL));
}

/** Factors as a formula multiplies by them: `1.1 × 0.9`; 1 says nothing. */
export function factorFigures(factors: readonly Exact[]): Expression[] {
  return factors.filter((factor) => !equals(factor, ONE)).map((factor) => figure(factor));
}

/** Factors that add up: `1 + 0.1 − 0.2`. */
export function addedFactors(factors: readonly Exact[]): Expression {
  const excesses = factors.map((factor) => subtract(factor, ONE)).filter((excess) => !isZero(excess));
  return excesses.length === 0 ? figure(ONE) : plus(figure(ONE), ...excesses.map((excess) => figure(excess)));
}

/** A difference of two fractions, left out where nothing came before. */
export function stepFigure(before: Ratio, after: Ratio): Expression {
  const to = fractionFigure(after);
  return isZero(before.top) ? to : minus(to, fractionFigure(before));
}
