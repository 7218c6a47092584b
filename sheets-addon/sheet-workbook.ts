/// <reference types="google-apps-script" />
import { render } from '../core/locale/message';
import type { Language } from '../core/locale/message';
import type { Cell } from '../core/table/cell';
import type { Change, WriteSheet } from '../host-port/change';
import type { ReadBook } from '../host-port/commands';
import { chunkRows, problemOf, rectangle } from '../host-port/change';
import { isDate } from './dates';

const LOCK_WAIT = 30000;

/** The cells of every visible sheet, dates as ISO text in the spreadsheet's own time zone, and the names of its ranges. */
export function readBook(): ReadBook {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const zone = book.getSpreadsheetTimeZone();
  const sheets = book
    .getSheets()
    .filter((sheet) => !sheet.isSheetHidden())
    .map((sheet) => ({ cells: sheet.getDataRange().getValues().map((row) => row.map((cell: unknown) => plainCell(cell, zone))), origin: { sheet: sheet.getName(), row: 1, column: 1 } }));
  return { sheets, names: book.getNamedRanges().map((range) => range.getName()) };
}

function plainCell(cell: unknown, zone: string): Cell {
  return isDate(cell) ? Utilities.formatDate(cell, zone, 'yyyy-MM-dd') : (cell as Cell);
}

/** Writes all changes or none, under the document's lock: what was there is put back when one of them fails. */
export function applyChanges(changes: readonly Change[], language: Language): void {
  const problem = problemOf(changes);
  if (problem) throw new Error(render(problem, language));
  const lock = LockService.getDocumentLock();
  lock.waitLock(LOCK_WAIT);
  const undo: (() => void)[] = [];
  try {
    for (const change of changes) undo.unshift(writeSheet(change));
    SpreadsheetApp.flush();
  } catch (error) {
    for (const restore of undo) restore();
    throw error;
  } finally {
    lock.releaseLock();
  }
}

/** Replaces a sheet's content; gives back what puts the old content back. */
function writeSheet({ sheet: name, rows }: WriteSheet): () => void {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const found = book.getSheetByName(name);
  const sheet = found ?? book.insertSheet(name);
  const before = found ? { values: found.getDataRange().getValues(), formulas: found.getDataRange().getFormulas() } : undefined;
  const restore = (): void => {
    if (!before) {
      book.deleteSheet(sheet);
      return;
    }
    sheet.clearContents();
    const cells = before.values.map((row, y) => row.map((cell: unknown, x: number) => before.formulas[y]?.[x] || cell));
    sheet.getRange(1, 1, cells.length, Math.max(1, cells[0]?.length ?? 1)).setValues(cells);
  };
  try {
    sheet.clearContents();
    const cells = rectangle(rows);
    const width = cells[0]?.length ?? 1;
    for (const { first, count } of chunkRows(cells.length, width)) sheet.getRange(first + 1, 1, count, width).setValues(cells.slice(first, first + count));
    sheet.activate();
  } catch (error) {
    restore();
    throw error;
  }
  return restore;
}
