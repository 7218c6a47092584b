/// <reference types="google-apps-script" />
import { render } from '../core/locale/message';
import type { Cell } from '../core/table/cell';
import type { Change, WorkOptions, WriteSheet } from '../host-port/change';
import type { ReadBook } from '../host-port/commands';
import { cellsToRestore, chunkRows, problemOf, rectangle, stopIfCancelled } from '../host-port/change';
import { isDate } from './dates';

const LOCK_WAIT = 30000;

/** The cells of every visible sheet, dates as ISO text in the spreadsheet's own time zone, and the names of its ranges. */
export function readBook(options: WorkOptions): ReadBook {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const zone = book.getSpreadsheetTimeZone();
  const sheets = book
    .getSheets()
    .filter((sheet) => !sheet.isSheetHidden())
    .map((sheet) => {
      stopIfCancelled(options);
      return { cells: sheet.getDataRange().getValues().map((row) => row.map((cell: unknown) => plainCell(cell, zone))), origin: { sheet: sheet.getName(), row: 1, column: 1 } };
    });
  return { sheets, names: book.getNamedRanges().map((range) => range.getName()) };
}

function plainCell(cell: unknown, zone: string): Cell {
  return isDate(cell) ? Utilities.formatDate(cell, zone, 'yyyy-MM-dd') : (cell as Cell);
}

/** Writes all changes or none, under the document's lock: what was there is put back when one of them fails. */
export function applyChanges(changes: readonly Change[], options: WorkOptions): void {
  const problem = problemOf(changes);
  if (problem) throw new Error(render(problem, options.language));
  const lock = LockService.getDocumentLock();
  lock.waitLock(LOCK_WAIT);
  const undo: (() => void)[] = [];
  try {
    for (const change of changes) undo.unshift(writeSheet(change, options));
    SpreadsheetApp.flush();
  } catch (error) {
    for (const restore of undo) restore();
    throw error;
  } finally {
    lock.releaseLock();
  }
}

/** Replaces a sheet's content; gives back what puts the old content back. */
function writeSheet({ sheet: name, rows }: WriteSheet, options: WorkOptions): () => void {
  stopIfCancelled(options);
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const found = book.getSheetByName(name);
  const sheet = found ?? book.insertSheet(name);
  const before = found ? cellsToRestore(found.getDataRange().getValues(), found.getDataRange().getFormulas()) : undefined;
  const merged = found?.getRange(1, 1, found.getMaxRows(), found.getMaxColumns()).getMergedRanges() ?? [];
  const restore = (): void => {
    if (!before) {
      book.deleteSheet(sheet);
      return;
    }
    sheet.clearContents();
    sheet.getRange(1, 1, before.length, Math.max(1, before[0]?.length ?? 1)).setValues(before);
    for (const area of merged) area.merge();
  };
  try {
    // Merged cells keep what is written into their first cell and drop the rest in silence.
    for (const area of merged) area.breakApart();
    sheet.clearContents();
    const cells = rectangle(rows);
    const width = cells[0]?.length ?? 1;
    for (const { first, count } of chunkRows(cells.length, width)) {
      sheet.getRange(first + 1, 1, count, width).setValues(cells.slice(first, first + count));
      stopIfCancelled(options);
    }
    sheet.activate();
  } catch (error) {
    restore();
    throw error;
  }
  return restore;
}
