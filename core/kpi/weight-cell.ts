import type { Exact } from '../amount/exact';
import { isZero } from '../amount/exact';
import { isErrorCell, quoteCell } from '../table/cell';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import { isNumberFault, readNumber } from '../table/number-cell';
import type { Table } from '../table/table';
import { cellAt, placeOf } from '../table/table';
import { isOnTop } from './words';

/** A Weight cell: a number (a blank and a 0 are none), `plus` for points on top, or why it is neither. */
export function readWeight(table: Table, row: number): { readonly weight: Exact | undefined; readonly isOnTop: boolean; readonly fault: Issue | undefined } {
  const cell = cellAt(table, row, 'weight');
  if (isOnTop(cell)) return { weight: undefined, isOnTop: true, fault: undefined };
  const reading = readNumber(cell);
  const none = { weight: undefined, isOnTop: false, fault: undefined };
  if (reading === 'blank') return none;
  if (!isNumberFault(reading)) return isZero(reading) ? none : { ...none, weight: reading };
  const code = isErrorCell(cell) ? 'cell.error' : 'cell.notNumber';
  return { ...none, fault: issue(code, placeOf(table, row, 'weight'), { found: quoteCell(cell) }) };
}
