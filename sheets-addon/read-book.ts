/// <reference types="google-apps-script" />
import type { Cell, RangeSource } from '../core/table/cell';
import type { WorkOptions } from '../host-port/change';
import { stopIfCancelled } from '../host-port/change';
import type { BookName, ReadBook } from '../host-port/commands';
import type { Area } from '../host-port/workbook';
import { isDate } from './dates';

/** The cells of every visible sheet, and the names of its ranges. */
export function readBook(options: WorkOptions): ReadBook {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const zone = book.getSpreadsheetTimeZone();
  const sheets = visibleSheets(book).map((sheet) => {
    stopIfCancelled(options);
    return readSheet(sheet, zone);
  });
  return { sheets, names: readNames(book) };
}

export function visibleSheets(book: GoogleAppsScript.Spreadsheet.Spreadsheet): GoogleAppsScript.Spreadsheet.Sheet[] {
  return book.getSheets().filter((sheet) => !sheet.isSheetHidden());
}

/** A sheet's cells, dates as ISO text in the spreadsheet's own time zone. */
export function readSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet, zone: string): RangeSource {
  const cells = sheet.getDataRange().getValues().map((row) => row.map((cell: unknown) => plainCell(cell, zone)));
  return { cells, origin: { sheet: sheet.getName(), row: 1, column: 1 } };
}

export function readNames(book: GoogleAppsScript.Spreadsheet.Spreadsheet): BookName[] {
  return book.getNamedRanges().map((range) => ({ name: range.getName(), area: areaOf(range.getRange()) }));
}

function plainCell(cell: unknown, zone: string): Cell {
  return isDate(cell) ? Utilities.formatDate(cell, zone, 'yyyy-MM-dd') : (cell as Cell);
}

/** Where a range stands. */
export function areaOf(range: GoogleAppsScript.Spreadsheet.Range): Area {
  return { sheet: range.getSheet().getName(), row: range.getRow(), column: range.getColumn(), rows: range.getNumRows(), columns: range.getNumColumns() };
}
