import { quoteCell } from './cell';
import type { Calendar, Period, PeriodKind } from './period';
import { periodOfDay, readPeriod } from './period';
import type { Table } from './table';
import { shifted } from './column-cells';
import { cellAt, faultRow } from './table';

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
