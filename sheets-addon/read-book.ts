/// <reference types="google-apps-script" />
import type { Cell, RangeSource } from '../core/table/cell';
import { newSheetCells } from '../core/table/sheet-cells';
import { schemas, tableKinds } from '../core/table/schema';
import type { WorkOptions } from '../host-port/change';
import { stopIfCancelled } from '../host-port/change';
import type { BookName, ReadBook } from '../host-port/commands';
import type { Area } from '../host-port/workbook';
import { isDate } from './dates';

const OWN_NAMES = new Set(tableKinds.map((kind) => schemas[kind].range.toLowerCase()));

/** The cells of every visible sheet (and of hidden ones that a name of ours points to), and the names of its ranges. */
export function readBook(options: WorkOptions): ReadBook {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const zone = book.getSpreadsheetTimeZone();
  const names = readNames(book);
  const pointedTo = new Set(names.filter(({ name }) => OWN_NAMES.has(name.toLowerCase())).flatMap(({ area }) => area?.sheet ?? []));
  const sheets = book.getSheets().map((sheet): RangeSource => {
    stopIfCancelled(options);
    const isHidden = sheet.isSheetHidden();
    if (isHidden && !pointedTo.has(sheet.getName())) return { cells: [], origin: { sheet: sheet.getName(), row: 1, column: 1 }, isHidden };
    return readSheet(sheet, zone);
  });
  return { sheets, names };
}

export function visibleSheets(book: GoogleAppsScript.Spreadsheet.Spreadsheet): GoogleAppsScript.Spreadsheet.Sheet[] {
  return book.getSheets().filter((sheet) => !sheet.isSheetHidden());
}

/** A sheet's cells as they are shown, dates as ISO text in the spreadsheet's own time zone. */
export function readSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet, zone: string): RangeSource {
  const range = sheet.getDataRange();
  const [values, formats] = [range.getValues(), range.getNumberFormats()];
  const cells = newSheetCells(0);
  values.forEach((row: unknown[], y) => row.forEach((value, x) => cells.put({ row: y + 1, column: x + 1, value: plainCell(value, zone), format: formats[y]?.[x] })));
  const merges = range.getMergedRanges().map((merged) => ({ row: merged.getRow(), column: merged.getColumn(), rows: merged.getNumRows(), columns: merged.getNumColumns() }));
  return cells.source({ sheet: sheet.getName(), serialShift: 0, merges, isHidden: sheet.isSheetHidden() });
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
