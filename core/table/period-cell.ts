import type { Cell } from './cell';
import { quoteCell } from './cell';
import type { Calendar, Period, PeriodKind } from './period';
import { periodOfDay, readPeriod } from './period';
import type { Table } from './table';
import { shifted } from './column-cells';
import { cellAt, faultRow } from './table';

/** Reads the periods of a column, each cell that says the same once. What is no period is a fault of its row. */
export function periodReader(table: Table, calendar: Calendar, kind: PeriodKind, field = 'period'): (row: number) => Period | undefined {
  const known = new Map<Cell, Period>();
  return (row) => {
    const cell = cellAt(table, row, field);
    const period = known.get(cell) ?? periodOfCell(table, row, calendar, kind, field);
    if (period) known.set(cell, period);
    return period;
  };
}

/** The period in a row's Period cell; a date means the pay period that holds it. */
export function periodOfCell(table: Table, row: number, calendar: Calendar, kind: PeriodKind, field = 'period'): Period | undefined {
  const cell = cellAt(table, row, field);
  const reading = readPeriod(shifted(table, cell));
  if (typeof reading === 'object') {
    if (reading.kind === 'period') return reading.period;
    return reading.kind === 'day' ? periodOfDay(reading.day, kind, calendar) : { kind: 'year', year: reading.year, index: 1 };
  }
  if (reading !== 'blank' || field === 'period') {
    faultRow(table, row, field, { code: reading === 'blank' ? 'cell.missing' : 'cell.notPeriod', params: { found: quoteCell(cell) } });
  }
  return undefined;
}
