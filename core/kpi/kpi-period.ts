import type { Exact } from '../amount/exact';
import { exactInteger } from '../amount/exact';
import type { Cell } from '../table/cell';
import { isBlankOrZero, isErrorCell, plainText, quoteCell } from '../table/cell';
import type { Result } from '../table/issue';
import { fail, issue, succeed } from '../table/issue';
import type { Calendar, DayRange, Period } from '../table/period';
import { CALENDAR_MONTHS, daysOfMonths, monthsOfPeriod, periodOfDay, periodText, readPeriod } from '../table/period';

/** The months an indicator is looked at over: a month, a quarter, a year, or from one to another (the year to date). */
export interface KpiPeriod extends DayRange {
  readonly text: string;
  /** Months counted from year 0: January 2026 is 2026 × 12. */
  readonly firstMonth: number;
  readonly lastMonth: number;
}

const RANGE = /^(.+?)\s*(?:\bto\b|至|到|~|–|—|\.\.)\s*(.+)$/i;

/** Reads `2026-03`, `2026-Q1`, `2026`, a date (its month), and `2026 to 2026-03` (January to March). */
export function readKpiPeriod(cell: Cell, calendar: Calendar = CALENDAR_MONTHS): Result<KpiPeriod> {
  if (isBlankOrZero(cell)) return fail(issue('period.missing', undefined));
  if (isErrorCell(cell)) return fail(issue('cell.error', undefined, { found: quoteCell(cell) }));
  const whole = periodIn(cell, calendar);
  if (whole) return succeed(kpiPeriodOf(whole, calendar));
  const range = typeof cell === 'string' ? RANGE.exec(plainText(cell)) : null;
  const [from, to] = [periodIn(range?.[1], calendar), periodIn(range?.[2], calendar)];
  if (!from || !to) return fail(issue('cell.notPeriod', undefined, { found: quoteCell(cell) }));
  const [first, last] = [monthsOfPeriod(from, calendar).first, monthsOfPeriod(to, calendar).last];
  if (last < first) return fail(issue('period.rangeOrder', undefined, { found: quoteCell(cell) }));
  return succeed(kpiPeriodOfMonths(first, last, `${periodText(from)} to ${periodText(to)}`, calendar));
}

/** Of `2026 to 2026-03` the end; of a single period that. */
export function lastOfRange(text: string): string {
  return RANGE.exec(text)?.[2] ?? text;
}

function periodIn(cell: Cell, calendar: Calendar): Period | undefined {
  const reading = readPeriod(cell);
  if (typeof reading !== 'object') return undefined;
  if (reading.kind === 'period') return reading.period;
  return reading.kind === 'day' ? periodOfDay(reading.day, 'month', calendar) : { kind: 'year', year: reading.year, index: 1 };
}

export function kpiPeriodOf(period: Period, calendar: Calendar = CALENDAR_MONTHS): KpiPeriod {
  const { first, last } = monthsOfPeriod(period, calendar);
  return kpiPeriodOfMonths(first, last, periodText(period), calendar);
}

export function kpiPeriodOfMonths(firstMonth: number, lastMonth: number, text: string, calendar: Calendar = CALENDAR_MONTHS): KpiPeriod {
  return { ...daysOfMonths(firstMonth, lastMonth, calendar), text, firstMonth, lastMonth };
}

/** `2026-03` for a month's number. */
export function monthText(month: number): string {
  return periodText({ kind: 'month', year: Math.floor(month / 12), index: (month % 12) + 1 });
}

export function monthDays(month: number, calendar: Calendar): DayRange {
  return daysOfMonths(month, month, calendar);
}

/** How many days a month has. */
export function daysOfMonth(month: number, calendar: Calendar): Exact {
  const { first, last } = monthDays(month, calendar);
  return exactInteger(last - first + 1);
}

/** The months of a period, in order. */
export function monthsOf({ firstMonth, lastMonth }: Pick<KpiPeriod, 'firstMonth' | 'lastMonth'>): number[] {
  return Array.from({ length: lastMonth - firstMonth + 1 }, (_, index) => firstMonth + index);
}

/** Months one after another: from the first to the last of each run. */
export function runsOf(months: readonly number[]): (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const month of months) {
    const run = runs[runs.length - 1];
    if (run && run[1] === month - 1) run[1] = month;
    else runs.push([month, month]);
  }
  return runs;
}
