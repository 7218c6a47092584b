import Decimal from 'decimal.js';

/**
 * What a year is made of, as plain objects, for the oracle of the year: a second reading of the design in decimal.js
 * that shares nothing with the engine. People are named by their IDs, days are ISO texts, amounts are texts.
 */
export const D = Decimal.clone({ precision: 80, toExpNeg: -60, toExpPos: 60 });
export type Num = Decimal;
export const ZERO = new D(0);

export type Span = 'month' | 'quarter' | 'year';

export interface YearLine {
  readonly order: string;
  readonly line: number;
  readonly orderDay: string;
  readonly shipDay?: string;
  readonly owners: readonly { readonly id: string; readonly percent?: number }[];
  /** Who did each stage of the business, by the stage's name. */
  readonly stages: Readonly<Record<string, string>>;
  readonly product: string;
  readonly amount: number;
  readonly quantity: number;
  readonly purchase: number;
  readonly cancelled?: boolean;
  /** The order, or order/line, that this row takes back. */
  readonly reverses?: string;
}

export interface YearReceipt {
  readonly order: string;
  readonly day: string;
  /** Decimal text; negative where money went back. */
  readonly amount: string;
}

/** What a row of People says from a day on. */
export interface Stay {
  readonly from?: string;
  readonly team: string;
  readonly role: string;
  readonly plan: string;
  readonly manager?: string;
}

export interface YearPerson {
  readonly id: string;
  readonly name: string;
  readonly joined?: string;
  readonly left?: string;
  readonly stays: readonly [Stay, ...Stay[]];
  /** The score of each month, January first; a quarter has that of its first month. */
  readonly scores: readonly number[];
}

export interface YearFacts {
  readonly people: readonly YearPerson[];
  readonly lines: readonly YearLine[];
  readonly receipts: readonly YearReceipt[];
}

export interface YearHold {
  readonly until: { readonly kind: 'months'; readonly months: number } | { readonly kind: 'year end' } | { readonly kind: 'receipt' };
  readonly share: string;
}

export interface YearLimit {
  readonly kind: 'minimum' | 'maximum';
  readonly span?: Span;
  readonly amount: number;
}

export interface YearPart {
  readonly name: string;
  readonly was?: string;
  readonly product?: string;
  readonly measure: 'revenue' | 'profit' | 'quantity' | 'received';
  readonly countsOn: 'order' | 'shipment' | 'receipt';
  readonly stages?: readonly { readonly name: string; readonly share: string }[];
  readonly rate?: string;
  readonly tiers?: readonly { readonly from: number; readonly rate: string }[];
  readonly mode: 'marginal' | 'whole' | 'interpolated';
  readonly span: Span;
  readonly by: 'person' | 'team' | 'plan';
  readonly productFactor?: { readonly product: string; readonly factor: string };
  readonly roleFactor?: { readonly role: string; readonly factor: string };
  readonly scoreFactor?: { readonly from: number; readonly factor: string };
  readonly gate?: { readonly from: number; readonly below: string };
  readonly bonus?: { readonly product: string; readonly amount: number };
  readonly limits: readonly YearLimit[];
  readonly share: string;
  readonly reserve?: string;
  readonly refund: 'original' | 'current';
  readonly pool?: 'equal' | 'credit';
  readonly holds: readonly YearHold[];
}

export interface YearVersion {
  readonly version: number;
  /** Blank: from the beginning. */
  readonly effective?: string;
  readonly parts: readonly [YearPart, ...YearPart[]];
  readonly payEvery: 'month' | 'quarter';
  readonly firstDay: 1 | 26;
  readonly planLimits: readonly YearLimit[];
  readonly draw?: { readonly kind: 'recoverable' | 'guaranteed'; readonly amount: number };
  readonly override?: { readonly from: number; readonly rate: string };
}

export interface YearPlan {
  readonly name: string;
  readonly versions: readonly [YearVersion, ...YearVersion[]];
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function sum(amounts: Iterable<Num>): Num {
  let total = ZERO;
  for (const amount of amounts) total = total.plus(amount);
  return total;
}

/** Half up, symmetric about zero. */
export function rounded(amount: Num, places = 2): Num {
  return amount.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
}

/** Splits an amount so that the shares add up: largest remainder, the first of equals first. */
export function apportion(total: Num, weights: readonly Num[], places: number): Num[] {
  const whole = sum(weights);
  if (whole.isZero()) return weights.map(() => ZERO);
  const unit = new D(10).pow(-places);
  const [sign, size] = [total.isNegative() ? -1 : 1, total.abs()];
  const shares = weights.map((weight) => size.times(weight).divToInt(whole.times(unit)).times(unit));
  const remainders = weights.map((weight, at) => size.times(weight).minus(shares[at]!.times(whole)));
  const byRemainder = weights.map((_, at) => at).sort((a, b) => remainders[b]!.cmp(remainders[a]!) || a - b);
  const left = size.minus(sum(shares)).div(unit).toNumber();
  for (const at of byRemainder.slice(0, left)) shares[at] = shares[at]!.plus(unit);
  return shares.map((share) => share.times(sign));
}

/** What People says of a person on a day: the last row that has begun; before the first row, the first. */
export function stayOn(person: YearPerson, day: string): Stay {
  return [...person.stays].reverse().find(({ from }) => from === undefined || from <= day) ?? person.stays[0];
}

export function isEmployed(person: YearPerson, day: string): boolean {
  return (person.joined ?? '') <= day && day <= (person.left ?? '9999');
}

export function takesPart(person: YearPerson, plan: string, day: string): boolean {
  return stayOn(person, day).plan === plan;
}
