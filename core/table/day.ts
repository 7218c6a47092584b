import type { Cell } from './cell';
import { isBlankOrZero, isErrorCell, plainText } from './cell';
import { typedDate } from './typed-date';

/** A calendar day as a whole number: days since 1970-01-01. No clock, no time zone. */
export type Day = number;

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of a civil date (Howard Hinnant's days_from_civil). */
export function dayOf(year: number, month: number, day: number): Day {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The civil date of a day (civil_from_days). */
export function civilOf(day: Day): CivilDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthPart = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthPart < 10 ? monthPart + 3 : monthPart - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthPart + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return dayOf(nextYear, nextMonth, 1) - dayOf(year, month, 1);
}

/** The same day of the month some months later, or that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const date = civilOf(day);
  const index = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayOf(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** Whole months from one day to a later one: 31 January to 28 February is 0, to 1 March is 1. */
export function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [civilOf(from), civilOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return b.day < a.day ? months - 1 : months;
}

export function dayText(day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** A cell read as a date: a day, a blank, or why it is neither. */
export type DayReading = Day | 'blank' | DayFault;
/** `order unknown`: which of 03/02/2026 is the day cannot be told; `no year`: 3月2日 says none. */
export type DayFault = 'error' | 'not a date' | 'no such date' | 'order unknown' | 'no year';

/** What is known of a column's dates besides: which part of 03/02/2026 is the day, and the year of dates without one. */
export interface DayStyle {
  readonly order?: 'day first' | 'month first';
  readonly year?: number;
}

const SERIAL_EPOCH = dayOf(1899, 12, 30);
const LAST_SERIAL = 2958465;

/** Reads the dates that people type (`2026-03-05`, `20260305`, `5-Mar-26`, `2026年3月5日`) and serials of the 1900 system; 0 is a blank. */
export function readDay(cell: Cell, style: DayStyle = {}): DayReading {
  if (isBlankOrZero(cell)) return 'blank';
  if (typeof cell === 'number') return cell >= 1 && cell < LAST_SERIAL + 1 ? dayOfSerial(cell) : dayOfDigits(String(cell));
  if (typeof cell !== 'string') return 'not a date';
  if (isErrorCell(cell)) return 'error';
  const parts = typedDate(plainText(cell));
  if (parts === undefined) return 'not a date';
  if ('digits' in parts) return dayOfDigits(parts.digits);
  if ('first' in parts) return dayOfPair(parts, style);
  const year = parts.year ?? style.year;
  return year === undefined ? 'no year' : checkedDay(year, parts.month, parts.day);
}

function dayOfDigits(digits: string): Day | DayFault {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(digits) ?? [];
  return year === undefined || Number(year) > 2200 ? 'not a date' : checkedDay(Number(year), Number(month), Number(day));
}

/** Two numbers before a year: a number above 12 is the day, else the column has to say. */
function dayOfPair({ first, second, year, isShort }: { first: number; second: number; year: number; isShort: boolean }, { order }: DayStyle): Day | DayFault {
  if (isShort && order === undefined) return 'order unknown';
  const isDayFirst = order === 'day first' || (order === undefined && first > 12);
  if (order === undefined && first <= 12 && second <= 12 && first !== second) return 'order unknown';
  return isDayFirst ? checkedDay(year, second, first) : checkedDay(year, first, second);
}

export function isDayFault(reading: DayReading): reading is DayFault {
  return typeof reading === 'string' && reading !== 'blank';
}

/** The day of a spreadsheet serial (1900 system; before March 1900 the serials count a day that never was). */
export function dayOfSerial(serial: number): Day {
  const whole = Math.floor(serial);
  return SERIAL_EPOCH + (whole < 60 ? whole + 1 : whole);
}

export function serialOfDay(day: Day): number {
  const serial = day - SERIAL_EPOCH;
  return serial < 61 ? serial - 1 : serial;
}

function checkedDay(year: number, month: number, day: number): Day | DayFault {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return 'no such date';
  return dayOf(year, month, day);
}
