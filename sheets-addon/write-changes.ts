/// <reference types="google-apps-script" />
import { render } from '../core/locale/message';
import { rangeWidth } from '../core/table/cell';
import type { Change, ChartSpec, DefineName, ProtectSheet, SetFormula, SheetLook, WorkOptions, WriteCells, WriteSheet } from '../host-port/change';
import { cellsToRestore, chunkRows, problemOf, rectangle, sheetGone, stopIfCancelled, stopIfFilled } from '../host-port/change';

const LOCK_WAIT = 30000;
const CHART_ROWS = 18;

/** Puts back what a change has overwritten. */
type Restore = () => void;

/** Writes all changes or none, under the document's lock: what was there is put back when one of them fails. */
export function applyChanges(changes: readonly Change[], options: WorkOptions): void {
  const problem = problemOf(changes);
  if (problem) throw new Error(render(problem, options.language));
  const lock = LockService.getDocumentLock();
  lock.waitLock(LOCK_WAIT);
  const undo: Restore[] = [];
  try {
    for (const change of changes) undo.unshift(applyChange(change, options));
    SpreadsheetApp.flush();
  } catch (error) {
    for (const restore of undo) restore();
    throw error;
  } finally {
    lock.releaseLock();
  }
}

function applyChange(change: Change, options: WorkOptions): Restore {
  stopIfCancelled(options);
  switch (change.kind) {
    case 'write sheet':
      return writeSheet(change, options);
    case 'write cells':
      return writeCells(change, options);
    case 'set formula':
      return setFormula(change, options);
    case 'define name':
      return defineName(change, options);
    case 'protect sheet':
      return protectSheet(change, options);
  }
}

/** Replaces a sheet's content. */
function writeSheet({ sheet: name, rows, look = {}, behind = false }: WriteSheet, options: WorkOptions): Restore {
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
    if (!found) dress(sheet, rows, look);
    if (!behind) sheet.activate();
  } catch (error) {
    restore();
    throw error;
  }
  return restore;
}

/** A new sheet's look: a bold frozen header, figures in their format. */
function dress(sheet: GoogleAppsScript.Spreadsheet.Sheet, rows: WriteSheet['rows'], { titleRows = 0, formats = {}, protect = false, page, bold = [], charts = [], fills = [] }: SheetLook): void {
  const width = rangeWidth(rows);
  if (width === 0) return;
  const isLetter = page === 'portrait';
  sheet.getRange(isLetter ? titleRows + 1 : 1, 1, isLetter ? 1 : titleRows + 1, width).setFontWeight('bold');
  for (const row of bold) sheet.getRange(row, 1, 1, width).setFontWeight('bold');
  sheet.getRange(titleRows + 1, 1, 1, width).setBackground('#E8EEF7');
  if (!isLetter) sheet.setFrozenRows(titleRows + 1);
  const first = isLetter ? 1 : titleRows + 2;
  for (const [column, format] of Object.entries(formats)) if (rows.length >= first) sheet.getRange(first, Number(column) + 1, rows.length - first + 1, 1).setNumberFormat(format);
  // Google offers no print layout to scripts: long texts wrap, the rest is chosen when it is printed.
  if (page !== undefined) sheet.getRange(titleRows + 1, 1, Math.max(1, rows.length - titleRows), width).setWrap(true);
  for (const { row, column, color } of fills) sheet.getRange(row, column).setBackground(color);
  for (const [index, { kind, title, row, column, rows: height, columns }] of charts.entries()) {
    const chart = sheet.newChart().setChartType(chartType(kind)).addRange(sheet.getRange(row, column, height, columns)).setNumHeaders(1).setOption('title', title);
    sheet.insertChart(chart.setPosition(index * CHART_ROWS + 1, width + 2, 0, 0).build());
  }
  if (protect) sheet.protect().setWarningOnly(true);
}

function chartType(kind: ChartSpec['kind']): GoogleAppsScript.Charts.ChartType {
  switch (kind) {
    case 'bar':
      return Charts.ChartType.BAR;
    case 'column':
      return Charts.ChartType.COLUMN;
    case 'line':
      return Charts.ChartType.LINE;
  }
}

/** Writes values from a cell on. */
function writeCells(change: WriteCells, options: WorkOptions): Restore {
  const { row, column } = change;
  const cells = rectangle(change.rows);
  const width = cells[0]?.length ?? 1;
  const sheet = existingSheet(change.sheet, options);
  const range = sheet.getRange(row, column, cells.length, width);
  const values = range.getValues();
  stopIfFilled(change, values, options);
  const before = cellsToRestore(values, range.getFormulas());
  const restore = (): void => void range.setValues(before);
  try {
    for (const { first, count } of chunkRows(cells.length, width)) {
      sheet.getRange(row + first, column, count, width).setValues(cells.slice(first, first + count));
      stopIfCancelled(options);
    }
  } catch (error) {
    restore();
    throw error;
  }
  return restore;
}

function setFormula({ sheet, row, column, formula }: SetFormula, options: WorkOptions): Restore {
  const cell = existingSheet(sheet, options).getRange(row, column, 1, 1);
  const before = cellsToRestore(cell.getValues(), cell.getFormulas());
  cell.setFormula(formula);
  return () => void cell.setValues(before);
}

function defineName({ name, sheet, row, column, rows, columns }: DefineName, options: WorkOptions): Restore {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const before = book.getNamedRanges().find((range) => range.getName() === name)?.getRange();
  book.setNamedRange(name, existingSheet(sheet, options).getRange(row, column, rows, columns));
  return () => {
    if (before) book.setNamedRange(name, before);
    else book.removeNamedRange(name);
  };
}

/** Google's own protection warns whoever edits by hand, and lets the script write. */
function protectSheet({ sheet: name, on }: ProtectSheet, options: WorkOptions): Restore {
  const sheet = existingSheet(name, options);
  const own = (): GoogleAppsScript.Spreadsheet.Protection[] => sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
  const before = own().length > 0;
  const set = (wanted: boolean): void => {
    if (wanted) sheet.protect().setWarningOnly(true);
    else own().forEach((protection) => protection.remove());
  };
  if (before !== on) set(on);
  return () => {
    if (before !== on) set(before);
  };
}

function existingSheet(name: string, options: WorkOptions): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
  if (!sheet) throw sheetGone(name, options);
  return sheet;
}
