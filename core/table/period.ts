import type { Cell } from './cell';
import { isBlankOrZero, isErrorCell, plainText } from './cell';
import type { Day } from './day';
import { civilOf, dayOf, daysInMonth, isDayFault, readDay } from './day';

export type PeriodKind = 'month' | 'quarter' | 'half' | 'year';
export type SpanKind = PeriodKind | 'ever';

/** A period by its name: `index` counts from 1 within the (fiscal) year. */
export interface Period {
  readonly kind: PeriodKind;
  readonly year: number;
  readonly index: number;
}

/**
 * When months begin and which month opens the year.
 *
 * A month `from day 26` is named for the month that holds most of its days: 26 February to 25 March is March,
 * and `from day 5` 5 March to 4 April is March. A fiscal year is named for the year in which it begins.
 */
export interface Calendar {
  readonly firstDay: number;
  readonly firstMonth: number;
}

export const CALENDAR_MONTHS: Calendar = { firstDay: 1, firstMonth: 1 };

export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/** Months are counted from year 0: January 2026 is 2026 × 12. */
type MonthNumber = number;

function firstMonthOf(period: Period, calendar: Calendar): MonthNumber {
  if (period.kind === 'month') return period.year * 12 + period.index - 1;
  return period.year * 12 + calendar.firstMonth - 1 + (period.index - 1) * MONTHS[period.kind];
}

/** The months of a period, counted from year 0: January 2026 is 2026 × 12. */
export function monthsOfPeriod(period: Period, calendar: Calendar): { readonly first: number; readonly last: number } {
  const first = firstMonthOf(period, calendar);
  return { first, last: first + MONTHS[period.kind] - 1 };
}

/** The days of some months in a row. */
export function daysOfMonths(first: number, last: number, calendar: Calendar): DayRange {
  return { first: startOfMonth(first, calendar), last: startOfMonth(last + 1, calendar) - 1 };
}

function startOfMonth(month: MonthNumber, calendar: Calendar): Day {
  const named = calendar.firstDay > 15 ? month - 1 : month;
  const year = Math.floor(named / 12);
  const monthOfYear = named - year * 12 + 1;
  return dayOf(year, monthOfYear, Math.min(calendar.firstDay, daysInMonth(year, monthOfYear)));
}

function monthOf(day: Day, calendar: Calendar): MonthNumber {
  const { year, month } = civilOf(day);
  const named = year * 12 + month - 1;
  if (day >= startOfMonth(named + 1, calendar)) return named + 1;
  return day < startOfMonth(named, calendar) ? named - 1 : named;
}

export function periodRange(period: Period, calendar: Calendar): DayRange {
  const first = firstMonthOf(period, calendar);
  return {
    first: startOfMonth(first, calendar),
    last: startOfMonth(first + MONTHS[period.kind], calendar) - 1,
  };
}

export function periodOfDay(day: Day, kind: PeriodKind, calendar: Calendar): Period {
  return periodOfMonth(monthOf(day, calendar), kind, calendar);
}

function periodOfMonth(month: MonthNumber, kind: PeriodKind, calendar: Calendar): Period {
  if (kind === 'month') return { kind, year: Math.floor(month / 12), index: (month % 12) + 1 };
  const sinceStart = month - (calendar.firstMonth - 1);
  const year = Math.floor(sinceStart / 12);
  return { kind, year, index: Math.floor((sinceStart - year * 12) / MONTHS[kind]) + 1 };
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.kind === b.kind && a.year === b.year && a.index === b.index;
}

/** `2026-03`, `2026-Q1`, `2026-H1`, `2026`. */
export function periodText(period: Period): string {
  switch (period.kind) {
    case 'month':
      return `${period.year}-${String(period.index).padStart(2, '0')}`;
    case 'quarter':
      return `${period.year}-Q${period.index}`;
    case 'half':
      return `${period.year}-H${period.index}`;
    case 'year':
      return String(period.year);
  }
}

/** Gives every day its period number of a kind, remembering the days seen: periods in order have rising numbers. */
export function periodNumbering(kind: SpanKind, calendar: Calendar): (day: Day) => number {
  if (kind === 'ever') return () => 0;
  const known = new Map<Day, number>();
  const size = MONTHS[kind];
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const offset = kind === 'month' ? 0 : calendar.firstMonth - 1;
    const number = Math.floor((monthOf(day, calendar) - offset) / size);
    known.set(day, number);
    return number;
  };
}

/** Larger than every number that `periodNumbering` gives, up to the year 9999: for keys made of two numbers. */
export const MORE_THAN_ANY_PERIOD = 2 ** 17;

/** The period that a number of `periodNumbering` stands for. */
export function periodOfNumber(number: number, kind: PeriodKind): Period {
  const perYear = 12 / MONTHS[kind];
  const year = Math.floor(number / perYear);
  return { kind, year, index: number - year * perYear + 1 };
}

export function numberOfPeriod(period: Period): number {
  return (period.year * 12) / MONTHS[period.kind] + period.index - 1;
}

/** A cell that names a period: the period, a day (which means the period that holds it), or why not. */
export type PeriodReading =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'year number'; readonly year: number }
  | 'blank'
  | 'error'
  | 'not a period';

const QUARTERS: ReadonlyMap<string, number> = new Map(Object.entries<number>({ 一: 1, 二: 2, 三: 3, 四: 4, 上: 1, 下: 2 }));

/** Reads `2026-03`, `2026年3月`, `2026Q1`, `2026年第一季度`, `2026-H1`, `2026上半年`, `2026` and dates. */
export function readPeriod(cell: Cell): PeriodReading {
  if (isBlankOrZero(cell)) return 'blank';
  if (isErrorCell(cell)) return 'error';
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 1900 && cell <= 2200) return { kind: 'year number', year: cell };
  if (typeof cell === 'string') {
    const period = periodFromText(plainText(cell));
    if (period) return { kind: 'period', period };
  }
  const day = readDay(cell);
  if (day === 'blank' || isDayFault(day)) return 'not a period';
  return { kind: 'day', day };
}

function periodFromText(text: string): Period | undefined {
  const month = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(text);
  if (month) return checked('month', month[1], Number(month[2]), 12);
  const quarter = /^(\d{4})\s*[-/年]?\s*(?:Q\s*([1-4])|第?([1-4一二三四])季度?)$/i.exec(text);
  if (quarter) return checked('quarter', quarter[1], indexOf(quarter[2] ?? quarter[3]), 4);
  const half = /^(\d{4})\s*[-/年]?\s*(?:H\s*([12])|([上下])半年)$/i.exec(text);
  if (half) return checked('half', half[1], indexOf(half[2] ?? half[3]), 2);
  const year = /^(?:FY\s*)?(\d{4})\s*年?度?$/i.exec(text);
  return year ? checked('year', year[1], 1, 1) : undefined;
}

function indexOf(text: string | undefined): number {
  return QUARTERS.get(text ?? '') ?? Number(text);
}

function checked(kind: PeriodKind, year: string | undefined, index: number, most: number): Period | undefined {
  const number = Number(year);
  if (number < 1900 || number > 2200 || index < 1 || index > most) return undefined;
  return { kind, year: number, index };
}
