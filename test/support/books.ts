import type { Language } from '../../core/locale/message';
import type { Cell } from '../../core/table/cell';
import type { Change } from '../../host-port/change';
import type { BookName } from '../../host-port/commands';
import type { Desk } from '../../sidebar/desk/desk';
import { openDesk } from '../../sidebar/desk/desk';

export type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** A workbook in memory, laid on a desk. */
export function deskWithSheets(sheets: Sheets, language: Language = 'en', names: readonly BookName[] = []): Desk {
  return openDesk({ sheets: Object.entries(sheets).map(([sheet, cells]) => ({ cells: cells.map((row) => [...row]), origin: { sheet, row: 1, column: 1 } })), names }, language);
}

/** The desk once changes were written, as a host would. */
export function deskAfter(desk: Desk, changes: readonly Change[]): Desk {
  const sheets = new Map(desk.book.sheets.map(({ origin, cells }) => [origin?.sheet ?? '', cells.map((row) => [...row])]));
  const names = new Map(desk.book.names.map((one) => [one.name, one]));
  for (const change of changes) {
    if (change.kind === 'write sheet') sheets.set(change.sheet, change.rows.map((row) => [...row]));
    if (change.kind === 'define name') names.set(change.name, { name: change.name, area: change });
    if (change.kind !== 'write cells') continue;
    const cells = sheets.get(change.sheet) ?? [];
    change.rows.forEach((row, y) => {
      const line = (cells[change.row - 1 + y] ??= []);
      row.forEach((cell, x) => (line[change.column - 1 + x] = cell));
    });
  }
  return deskWithSheets(Object.fromEntries(sheets), desk.language, [...names.values()]);
}

/** The value of an answer; what stands in its way ends the test. */
export function valueOf<Value>(found: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly { readonly text: string }[] }): Value {
  if (!found.ok) throw new Error(found.problems.map(({ text }) => text).join(' '));
  return found.value;
}
