import { quoteCell } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { isNumberFault, readNumber } from '../../table/number-cell';
import { fieldsOf } from '../../table/schema';
import type { Table } from '../../table/table';
import { cellAt, columnNumber, dayColumn, numberColumn, placeOf, textColumn } from '../../table/table';

/** Reads every known column once, so that each cell that cannot be read is reported. */
export function typeEveryColumn(table: Table): void {
  for (const { key, type } of fieldsOf(table.kind)) {
    if (columnNumber(table, key) === undefined) continue;
    if (type === 'number') numberColumn(table, key);
    else if (type === 'date') dayColumn(table, key);
    else if (type === 'text') textColumn(table, key);
  }
}

/** Numbers that are written as text, one issue a column. */
export function textNumbers(table: Table): Issue[] {
  return fieldsOf(table.kind).flatMap(({ key, type }) => {
    if (type !== 'number' || columnNumber(table, key) === undefined) return [];
    const rows = table.cells.flatMap((_, row) => {
      const cell = cellAt(table, row, key);
      const number = typeof cell === 'string' && !/[%％]\s*$/.test(cell) ? readNumber(cell) : 'blank';
      return number === 'blank' || isNumberFault(number) ? [] : [row];
    });
    const [first] = rows;
    if (first === undefined) return [];
    return [issue('check.textNumber', placeOf(table, first, key), { count: rows.length, found: quoteCell(cellAt(table, first, key)) }, 'note')];
  });
}
