import type { Cell } from '../table/cell';
import { isBlankOrZero, quoteCell } from '../table/cell';
import type { Calendar, PeriodKind } from '../table/period';
import { monthsOfPeriod } from '../table/period';
import { periodOfCell } from '../table/period-cell';
import type { Table } from '../table/table';
import { cellAt, columnNumber, faultRow } from '../table/table';
import { readKpiPeriod } from './kpi-period';
import { ALL_MONTHS } from './spans';

export type MonthRange = { readonly first: number; readonly last: number };

/** Reads the Period cells of a table; a text seen before is not read again. */
export function rangeReader(table: Table, calendar: Calendar, kind: PeriodKind): (row: number) => MonthRange | undefined {
  const column = columnNumber(table, 'period');
  const known = new Map<Cell, MonthRange>();
  return (row) => {
    const cell = column === undefined ? undefined : table.cells[row]?.[column];
    const found = known.get(cell);
    if (found) return found;
    const range = rangeOfCell(table, row, calendar, kind);
    if (range) known.set(cell, range);
    return range;
  };
}

/** The months a row's Period cell names, one period or a range of them; a blank holds for all where that is allowed. */
function rangeOfCell(table: Table, row: number, calendar: Calendar, kind: PeriodKind): MonthRange | undefined {
  const cell = cellAt(table, row, 'period');
  if (isBlankOrZero(cell) && table.kind === 'targets') return ALL_MONTHS;
  if (typeof cell === 'string' && /至|到|~|\bto\b/i.test(cell)) {
    const range = readKpiPeriod(cell, calendar);
    if (range.ok) return { first: range.value.firstMonth, last: range.value.lastMonth };
    for (const { code } of range.issues) faultRow(table, row, 'period', { code, params: { found: quoteCell(cell) } });
    return undefined;
  }
  const period = periodOfCell(table, row, calendar, kind);
  return period && monthsOfPeriod(period, calendar);
}
