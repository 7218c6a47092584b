import type { Exact } from '../amount/exact';
import { ZERO, compare, exactInteger } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { compareRatio, ratioOf } from '../amount/ratio';
import { exactToDisplay, exactToPercent } from '../amount/text';
import type { Cell } from '../table/cell';
import { isBlank } from '../table/cell';
import { dayOfSerial, dayText, readDay } from '../table/day';
import type { Day } from '../table/day';
import { readMoneyCell } from '../trade/money-cell';

export type BoundSign = '>=' | '>' | '<=' | '<';

/** A number or a date that a column is compared with: `Margin>=20%`, `Order date>=2026-04-01`, or the least one in From. */
export interface Bound {
  readonly kind: 'bound';
  readonly sign: BoundSign;
  readonly bound: Exact;
  /** What the bound was written as: a share is shown in %, a date is a number of days. */
  readonly unit: 'number' | 'percent' | 'day';
  /** The currency that was written with it: `1000 USD`. Blank: the payroll currency, or no money. */
  readonly currency: string;
}

/** Reads what a column is compared with: a number first, else a date; a blank is 0. Undefined where it is neither. */
export function readBound(cell: Cell, sign: BoundSign): Bound | undefined {
  if (isBlank(cell)) return { kind: 'bound', sign, bound: ZERO, unit: 'number', currency: '' };
  const money = readMoneyCell(cell);
  if (money) return { kind: 'bound', sign, bound: money.amount, unit: typeof cell === 'string' && /[%％]\s*$/.test(cell) ? 'percent' : 'number', currency: money.currency };
  const day = readDay(cell);
  return typeof day === 'number' ? { kind: 'bound', sign, bound: exactInteger(day), unit: 'day', currency: '' } : undefined;
}

/** The day that a column of dates is compared with: a date as typed, or as a spreadsheet counts days. */
export function boundDay({ bound, unit }: Bound): Day {
  const number = Number(bound.units) / 10 ** bound.scale;
  return unit === 'day' ? number : dayOfSerial(number);
}

export function meetsBound({ sign, bound }: Pick<Bound, 'sign' | 'bound'>, value: Ratio): boolean {
  const order = compareRatio(value, bound);
  switch (sign) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '<':
      return order < 0;
  }
}

export function meetsDay(bound: Bound, day: Day): boolean {
  return meetsBound({ sign: bound.sign, bound: exactInteger(boundDay(bound)) }, ratioOf(exactInteger(day)));
}

/** Whether a bound looks up from below (`>=`, `>`) or down from above. */
export function isLower({ sign }: Bound): boolean {
  return sign === '>=' || sign === '>';
}

/**
 * 1 where the first of two bounds of one side lets less through, −1 where the second does, 0 where they say the same, or
 * stand in two currencies: only a rate would tell.
 */
export function compareTightness(a: Bound, b: Bound): number {
  if (a.currency !== b.currency) return 0;
  const order = compare(a.bound, b.bound);
  if (order !== 0) return isLower(a) ? order : -order;
  return Number(a.sign.length === 1) - Number(b.sign.length === 1);
}

const SIGNS: Readonly<Record<BoundSign, string>> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' };

export function boundText({ sign, bound, unit, currency }: Bound): string {
  const shown = { number: exactToDisplay, percent: exactToPercent, day: (days: Exact) => dayText(Number(days.units)) }[unit](bound);
  return `${SIGNS[sign]} ${shown}${currency === '' ? '' : ` ${currency}`}`;
}
