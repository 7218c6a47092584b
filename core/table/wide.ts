import { CALENDAR_MONTHS, periodOfDay, readPeriod } from './period';
import type { Period } from './period';
import { isPeriodHeader } from './recognise';
import type { Table } from './table';
import { cellAt } from './table';

/** One cell of a wide table: the period its header names, and the header. */
export interface WideCell {
  readonly period: Period;
  readonly header: string;
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The period columns of a row of a wide table, in the year of its Year cell. */
export function wideCells(table: Table, row: number): WideCell[] {
  const year = Number(String(cellAt(table, row, 'year') ?? '').replace(/\D/g, ''));
  return table.headers.flatMap((header) => {
    if (!isPeriodHeader(header)) return [];
    const period = periodOfHeader(header, year);
    return period ? [{ period, header }] : [];
  });
}

function periodOfHeader(header: string, year: number): Period | undefined {
  const whole = readPeriod(header);
  if (typeof whole === 'object') {
    if (whole.kind === 'period') return whole.period;
    // A month typed into a header becomes a date in both hosts.
    if (whole.kind === 'day') return periodOfDay(whole.day, 'month', CALENDAR_MONTHS);
    return { kind: 'year', year: whole.year, index: 1 };
  }
  if (!(year >= 1900 && year <= 2200)) return undefined;
  const month = /^(\d{1,2})月$/.exec(header)?.[1];
  const named = MONTH_NAMES.indexOf(header.slice(0, 3).toLowerCase()) + 1;
  if (month !== undefined || named > 0) return { kind: 'month', year, index: month === undefined ? named : Number(month) };
  const rest = readPeriod(`${year}-${header}`);
  if (typeof rest === 'object' && rest.kind === 'period') return rest.period;
  const chinese = readPeriod(`${year}年${header}`);
  return typeof chinese === 'object' && chinese.kind === 'period' ? chinese.period : undefined;
}
