import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, compare, isZero, sign, subtract } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { divideRatios, ratioOf } from '../amount/ratio';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { addMonths, civilOf, dayText } from '../table/day';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import { dayAt, dayColumn, hasColumn, numberAt, numberColumn, placeOf, textAt, textColumn } from '../table/table';
import { compareTexts } from '../table/text-order';
import type { FxRates } from '../trade/fx';
import { USUAL_PAYROLL, currencyCode } from '../trade/currency-code';
import { baseOf, payrollRate } from '../trade/fx';
import type { Orders } from '../trade/orders';
import { moneyAt, moneyColumn } from '../trade/orders';
import type { RawMeasure } from '../trade/profit';
import { exchanged, profitReader } from '../trade/profit';
import type { CustomerGrade } from './customer-grade';
import { gradeCustomers } from './customer-grade';

/** How a customer stands on a day. */
export type CustomerStatus = 'new' | 'active' | 'slowing' | 'lost' | 'returned';

/** One customer over the months looked at, in payroll currency. */
export interface CustomerFigures {
  readonly name: string;
  readonly country: string;
  readonly revenue: Exact;
  /** Undefined where the orders say nothing of cost or profit. */
  readonly profit: Exact | undefined;
  /** Of the total of all customers with a positive figure: profit, or revenue without profits. */
  readonly share: Ratio | undefined;
  readonly cumulative: Ratio | undefined;
  readonly grade: CustomerGrade;
  readonly orders: number;
  readonly first: Day;
  readonly last: Day;
  /** The median of the days between one order and the next; undefined with a single order. */
  readonly interval: Ratio | undefined;
  readonly daysSince: number;
  readonly status: CustomerStatus;
  /** Revenue of the same months of the year before. */
  readonly yearBefore: Exact;
  readonly trend: Ratio | undefined;
  /** When the next order would be due by the usual interval. */
  readonly nextDue: Day;
  /** The place among those whose next order is overdue: grade first, then days overdue. */
  readonly callRank: number | undefined;
}

export interface CustomerAnalysis {
  readonly customers: readonly CustomerFigures[];
  /** Rows that could not be read or exchanged. */
  readonly unused: readonly Issue[];
}

interface Gathered {
  readonly name: string;
  country: string;
  revenue: Exact;
  profit: Exact;
  yearBefore: Exact;
  /** Days of orders, one entry an order. */
  readonly orderDays: Map<number, Day>;
}

/** Without an interval of their own or anybody's: a quarter of a year. */
const USUAL_DAYS = 90;

/** Analyses the customers of the orders as of a day: figures of the months before it, habits of all time before it. */
export function analyseCustomers(orders: Orders, fx: FxRates | undefined, today: Day, months: number): CustomerAnalysis {
  const unused: Issue[] = [];
  const gathered = gather(orders, fx, today, months, unused);
  const hasProfit = knowsProfit(orders);
  const grades = gradeCustomers(new Map([...gathered].map(([key, one]) => [key, hasProfit ? one.profit : one.revenue])));
  const habits = new Map([...gathered].map(([key, { orderDays }]) => [key, habitOf([...orderDays.values()])]));
  const usual = medianOf([...habits.values()].flatMap(({ twiceInterval }) => (twiceInterval === undefined ? [] : [twiceInterval]))) ?? { twice: 4 * USUAL_DAYS };
  const customers = [...gathered].map(([key, one]): CustomerFigures & { key: string } => {
    const habit = habits.get(key) ?? habitOf([]);
    const twice = habit.twiceInterval ?? Math.floor(usual.twice / 2);
    const daysSince = today - habit.last;
    return {
      key,
      name: one.name,
      country: one.country,
      revenue: one.revenue,
      profit: hasProfit ? one.profit : undefined,
      share: undefined,
      cumulative: undefined,
      grade: grades.get(key) ?? 'C',
      orders: habit.count,
      first: habit.first,
      last: habit.last,
      interval: habit.twiceInterval === undefined ? undefined : { top: { units: habit.twiceInterval, scale: 0 }, bottom: { units: 2, scale: 0 } },
      daysSince,
      status: statusOf(habit, twice, today, months),
      yearBefore: one.yearBefore,
      trend: sign(one.yearBefore) > 0 ? divideRatios(ratioOf(subtract(one.revenue, one.yearBefore)), ratioOf(one.yearBefore)) : undefined,
      nextDue: habit.last + Math.ceil(twice / 2),
      callRank: undefined,
    };
  });
  return { customers: ranked(customers, hasProfit, today), unused };
}

/** The same day some months earlier; from a month's last day its last day, so that six months to 30 June are January to June. */
function monthsBefore(day: Day, months: number): Day {
  return civilOf(day + 1).day === 1 ? addMonths(day + 1, -months) - 1 : addMonths(day, -months);
}

export function knowsProfit({ table }: Orders): boolean {
  return hasColumn(table, 'purchase') || hasColumn(table, 'profit');
}

function profitOf(orders: Orders): (row: number) => RawMeasure {
  if (hasColumn(orders.table, 'purchase')) return profitReader(orders);
  const profits = numberColumn(orders.table, 'profit');
  return (row) => ({ foreign: ZERO, home: numberAt(profits, row) });
}

/** One pass over the lines. Reversals lower the figures; only sales make orders. */
function gather(orders: Orders, fx: FxRates | undefined, today: Day, months: number, unused: Issue[]): Map<string, Gathered> {
  const { table } = orders;
  const [customers, countries, currencies] = [textColumn(table, 'customer'), textColumn(table, 'country'), textColumn(table, 'currency')];
  const [days, rates, amounts] = [dayColumn(table, 'orderDate'), numberColumn(table, 'rate'), moneyColumn(table, 'amount')];
  const profit = profitOf(orders);
  const withProfit = knowsProfit(orders);
  const keys = customers.values.map(matchKey);
  const codes = currencies.values.map(currencyCode);
  const payroll = fx ? baseOf(fx) : USUAL_PAYROLL;
  const since = monthsBefore(today, months) + 1;
  const [beforeFrom, beforeTo] = [monthsBefore(today, months + 12) + 1, monthsBefore(today, 12)];
  const found = new Map<string, Gathered>();
  const reported = new Set<string>();
  for (let row = 0; row < table.length; row += 1) {
    const day = dayAt(days, row);
    const key = keys[customers.codes[row] ?? 0] ?? '';
    if (table.faulty[row] === 1 || orders.cancelled[row] === 1 || day === undefined || day > today || key === '') continue;
    let one = found.get(key);
    if (!one) {
      one = { name: textAt(customers, row), country: '', revenue: ZERO, profit: ZERO, yearBefore: ZERO, orderDays: new Map() };
      found.set(key, one);
    }
    if (one.country === '') one.country = textAt(countries, row);
    const amount = moneyAt(amounts, row, ZERO);
    if (orders.reverses.codes[row] === 0 && sign(amount) >= 0) {
      const order = orders.orderOf[row] ?? 0;
      const known = one.orderDays.get(order);
      if (known === undefined || day < known) one.orderDays.set(order, day);
    }
    const isNow = day >= since;
    const isBefore = day >= beforeFrom && day <= beforeTo;
    if (!isNow && !isBefore) continue;
    const currency = codes[currencies.codes[row] ?? 0] ?? '';
    const own = numberAt(rates, row);
    const rate = isZero(own) ? payrollRate(fx, currency, payroll, day) : own;
    if (!rate) {
      if (!reported.has(currency)) unused.push(issue('fx.missing', placeOf(table, row, 'currency'), { currency, day: dayText(day) }));
      reported.add(currency);
      continue;
    }
    const revenue = exchanged({ foreign: amount, home: ZERO }, rate);
    if (isBefore) one.yearBefore = add(one.yearBefore, revenue);
    if (!isNow) continue;
    one.revenue = add(one.revenue, revenue);
    if (withProfit) one.profit = add(one.profit, exchanged(profit(row), rate));
  }
  unused.push(...table.faults);
  for (const [key, { orderDays }] of found) if (orderDays.size === 0) found.delete(key);
  return found;
}

interface Habit {
  readonly count: number;
  readonly first: Day;
  readonly last: Day;
  /** The day of the order before the last. */
  readonly before: Day | undefined;
  /** Twice the median interval, so that it stays whole. */
  readonly twiceInterval: number | undefined;
}

function habitOf(orderDays: readonly Day[]): Habit {
  const days = Int32Array.from(orderDays).sort();
  const gaps: number[] = [];
  let before: Day | undefined;
  for (let index = 1; index < days.length; index += 1) {
    const gap = (days[index] ?? 0) - (days[index - 1] ?? 0);
    if (gap === 0) continue;
    gaps.push(gap);
    before = days[index - 1];
  }
  const median = medianOf(gaps);
  return { count: days.length, first: days[0] ?? 0, last: days[days.length - 1] ?? 0, before, twiceInterval: median?.twice };
}

/** Twice the median of whole numbers: still whole. */
export function medianOf(values: readonly number[]): { readonly twice: number } | undefined {
  if (values.length === 0) return undefined;
  const sorted = Int32Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return { twice: sorted.length % 2 === 1 ? 2 * upper : upper + (sorted[middle - 1] ?? 0) };
}

/**
 * Lost: no order in the months looked at, or for more than three usual intervals (at least 90 days). Slowing: more
 * than one and a half intervals (at least 30 days). New: the first order within the last three months. Returned: the
 * latest order ended a silence that was a loss. Otherwise active.
 */
function statusOf(habit: Habit, twiceInterval: number, today: Day, months: number): CustomerStatus {
  const isLostAfter = (last: Day, day: Day): boolean => {
    const twiceSince = 2 * (day - last);
    return last <= monthsBefore(day, months) || twiceSince > Math.max(3 * twiceInterval, 180);
  };
  if (isLostAfter(habit.last, today)) return 'lost';
  if (habit.first > monthsBefore(today, 3)) return 'new';
  const twiceSince = 2 * (today - habit.last);
  if (2 * twiceSince > Math.max(3 * twiceInterval, 120)) return 'slowing';
  return habit.before !== undefined && isLostAfter(habit.before, habit.last) ? 'returned' : 'active';
}

const GRADES = { A: 0, B: 1, C: 2 } as const;

/** By falling profit (or revenue): shares, cumulative shares, and whom to call next. */
function ranked(customers: readonly (CustomerFigures & { key: string })[], hasProfit: boolean, today: Day): CustomerFigures[] {
  const figure = (one: CustomerFigures): Exact => (hasProfit ? (one.profit ?? ZERO) : one.revenue);
  const sorted = [...customers].sort((a, b) => compare(figure(b), figure(a)) || compareTexts(a.key, b.key));
  const total = sorted.reduce((all, one) => (sign(figure(one)) > 0 ? add(all, figure(one)) : all), ZERO);
  const calls = sorted
    .filter(({ nextDue }) => nextDue <= today)
    .sort((a, b) => GRADES[a.grade] - GRADES[b.grade] || a.nextDue - b.nextDue || compareTexts(a.key, b.key))
    .map(({ key }) => key);
  const rankOf = new Map(calls.map((key, index) => [key, index + 1]));
  let reached = ZERO;
  return sorted.map(({ key, ...one }) => {
    const own = figure(one);
    if (sign(own) > 0) reached = add(reached, own);
    const of = (value: Exact): Ratio | undefined => (isZero(total) ? undefined : divideRatios(ratioOf(value), { top: total, bottom: ONE }));
    return { ...one, share: of(own), cumulative: of(reached), callRank: rankOf.get(key) };
  });
}
