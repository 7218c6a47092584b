import type { Cell } from '../../core/table/cell';
import { columnLetters } from '../../core/table/cell';
import type { Change, DefineName, WriteCells, WriteSheet } from '../../host-port/change';
import { addSheets } from '../../xlsx/add-sheets';
import type { CellPatch } from './patch-sheet';
import { patchWorkbook } from './patch-workbook';

/**
 * Applies changes to the bytes of an .xlsx file: new sheets, cells of sheets that are there, names. Everything else in
 * the file stays as it is. Protection is left to the hosts: the file's own seal is what shows a change.
 */
export function applyChanges(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const sheets = changes.filter((change): change is WriteSheet => change.kind === 'write sheet');
  const written = changes.filter((change): change is WriteCells => change.kind === 'write cells');
  const named = changes.filter((change): change is DefineName => change.kind === 'define name');
  const withSheets = sheets.length === 0 ? bytes : addSheets(bytes, sheets.map(({ sheet, rows, look }) => ({ name: sheet, rows, ...(look?.titleRows === undefined ? {} : { titleRows: look.titleRows }) })));
  const bySheet = new Map<string, CellPatch[]>();
  for (const change of written) bySheet.set(change.sheet, [...(bySheet.get(change.sheet) ?? []), ...cellsOf(change)]);
  const names = new Map(named.map((name) => [name.name, referenceOf(name)]));
  return patchWorkbook(withSheets, { sheets: [...bySheet].map(([name, cells]) => ({ name, cells })), names });
}

/** Cells that are written blank are left as they are. */
function cellsOf({ row, column, rows }: WriteCells): CellPatch[] {
  return rows.flatMap((cells, y) => cells.flatMap((value: Cell, x): CellPatch[] => (value === '' || value === null || value === undefined ? [] : [{ row: row - 1 + y, column: column - 1 + x, value }])));
}

function referenceOf({ sheet, row, column, rows, columns }: DefineName): string {
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  return `${quoted}!$${columnLetters(column)}$${row}:$${columnLetters(column + columns - 1)}$${row + rows - 1}`;
}
