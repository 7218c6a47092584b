/// <reference types="office-js" />
import { columnLetters, rangeWidth } from '../core/table/cell';
import type { Change, DefineName, ProtectSheet, SetFormula, SheetLook, WorkOptions, WriteCells, WriteSheet } from '../host-port/change';
import { displayWidth } from '../host-port/display-width';
import { cellsToRestore, chunkRows, rectangle, sheetGone, stopIfCancelled, stopIfFilled } from '../host-port/change';

/** Puts back what a change has overwritten. */
type Restore = () => Promise<void>;

/** Writes all changes or none: what was there is put back when one of them fails. */
export async function writeChanges(context: Excel.RequestContext, changes: readonly Change[], options: WorkOptions): Promise<void> {
  const undo: Restore[] = [];
  try {
    for (const change of changes) undo.unshift(await writeChange(context, change, options));
  } catch (error) {
    for (const restore of undo) await restore();
    throw error;
  }
}

function writeChange(context: Excel.RequestContext, change: Change, options: WorkOptions): Promise<Restore> {
  stopIfCancelled(options);
  switch (change.kind) {
    case 'write sheet':
      return writeSheet(context, change, options);
    case 'write cells':
      return writeCells(context, change, options);
    case 'set formula':
      return setFormula(context, change, options);
    case 'define name':
      return defineName(context, change);
    case 'protect sheet':
      return protectSheet(context, change, options);
  }
}

/** Replaces a sheet's content. */
async function writeSheet(context: Excel.RequestContext, { sheet: name, rows, look = {}, behind = false }: WriteSheet, options: WorkOptions): Promise<Restore> {
  const { worksheets } = context.workbook;
  const found = worksheets.getItemOrNullObject(name);
  const used = found.getUsedRangeOrNullObject();
  found.load('name');
  used.load('address,values,formulas');
  const merged = Office.context.requirements.isSetSupported('ExcelApi', '1.13') ? used.getMergedAreasOrNullObject() : undefined;
  merged?.load('address');
  await context.sync();
  const isNew = found.isNullObject;
  const sheet = isNew ? worksheets.add(name) : found;
  const before = isNew || used.isNullObject ? undefined : { address: used.address, cells: cellsToRestore(used.values as unknown[][], used.formulas as unknown[][]) };
  const mergedAreas = before && merged?.isNullObject === false ? areasIn(merged.address) : [];
  const restore = async (): Promise<void> => {
    if (isNew) {
      await removeSheet(context, name);
      return;
    }
    sheet.getRange().clear('Contents');
    if (before) sheet.getRange(before.address.slice(before.address.lastIndexOf('!') + 1)).formulas = before.cells;
    for (const area of mergedAreas) sheet.getRange(area).merge();
    await context.sync();
  };
  try {
    if (before) {
      // Merged cells keep what is written into their first cell and drop the rest in silence.
      sheet.getRange().unmerge();
      sheet.getRange().clear('Contents');
    }
    const cells = rectangle(rows);
    const width = cells[0]?.length ?? 1;
    for (const { first, count } of chunkRows(cells.length, width)) {
      sheet.getRangeByIndexes(first, 0, count, width).values = cells.slice(first, first + count);
      // A request may hold 5 MB: each chunk is one of its own.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      stopIfCancelled(options);
    }
    if (isNew) dress(sheet, rows, look);
    if (!behind) sheet.activate();
    await context.sync();
  } catch (error) {
    await restore();
    throw error;
  }
  return restore;
}

/** Takes a new sheet away again, if it came to be. */
async function removeSheet(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name');
  await context.sync();
  if (sheet.isNullObject) return;
  sheet.delete();
  await context.sync();
}

const POINTS_A_CHARACTER = 5.6;
const [NARROWEST, WIDEST] = [8, 46];
const CHART_ROWS = 18;

/** A new sheet's look: a bold frozen header, columns as wide as their text, figures in their format. */
function dress(sheet: Excel.Worksheet, rows: WriteSheet['rows'], { titleRows = 0, formats = {}, protect = false, page, bold = [], charts = [], fills = [] }: SheetLook): void {
  const width = rangeWidth(rows);
  if (width === 0) return;
  const isLetter = page === 'portrait';
  sheet.getRangeByIndexes(isLetter ? titleRows : 0, 0, isLetter ? 1 : titleRows + 1, width).format.font.bold = true;
  for (const row of bold) sheet.getRangeByIndexes(row - 1, 0, 1, width).format.font.bold = true;
  sheet.getRangeByIndexes(titleRows, 0, 1, width).format.fill.color = '#E8EEF7';
  if (!isLetter) sheet.freezePanes.freezeRows(titleRows + 1);
  for (let column = 0; column < width; column += 1) {
    const longest = rows.slice(titleRows, 200).reduce((most, row) => Math.max(most, displayWidth(row[column])), NARROWEST);
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = (Math.min(longest, WIDEST) + 2) * POINTS_A_CHARACTER;
  }
  for (const [column, format] of Object.entries(formats)) {
    const first = isLetter ? 0 : titleRows + 1;
    // One format stands for the whole range.
    if (rows.length > first) sheet.getRangeByIndexes(first, Number(column), rows.length - first, 1).numberFormat = [[format]];
  }
  if (page !== undefined) {
    sheet.pageLayout.orientation = isLetter ? Excel.PageOrientation.portrait : Excel.PageOrientation.landscape;
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    sheet.getRangeByIndexes(titleRows, 0, Math.max(1, rows.length - titleRows), width).format.wrapText = true;
  }
  for (const { row, column, color } of fills) sheet.getRangeByIndexes(row - 1, column - 1, 1, 1).format.fill.color = color;
  const types = { bar: Excel.ChartType.barClustered, column: Excel.ChartType.columnClustered, line: Excel.ChartType.lineMarkers };
  for (const [index, { kind, title, row, column, rows: height, columns }] of charts.entries()) {
    const chart = sheet.charts.add(types[kind], sheet.getRangeByIndexes(row - 1, column - 1, height, columns), Excel.ChartSeriesBy.columns);
    chart.title.text = title;
    // To the right of the tables, one below the other.
    chart.setPosition(`${columnLetters(width + 2)}${index * CHART_ROWS + 1}`, `${columnLetters(width + 9)}${(index + 1) * CHART_ROWS - 1}`);
  }
  if (protect) sheet.protection.protect();
}

/** Writes values from a cell on. */
async function writeCells(context: Excel.RequestContext, change: WriteCells, options: WorkOptions): Promise<Restore> {
  const { sheet: name, row, column } = change;
  const cells = rectangle(change.rows);
  const width = cells[0]?.length ?? 1;
  const sheet = await existingSheet(context, name, options);
  const undo: (() => void)[] = [];
  const restore = async (): Promise<void> => {
    for (const putBack of undo) putBack();
    await context.sync();
  };
  try {
    for (const { first, count } of chunkRows(cells.length, width)) {
      const range = sheet.getRangeByIndexes(row - 1 + first, column - 1, count, width);
      range.load('values,formulas');
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      stopIfFilled(change, range.values as unknown[][], options);
      stopIfCancelled(options);
      const before = cellsToRestore(range.values as unknown[][], range.formulas as unknown[][]);
      range.values = cells.slice(first, first + count);
      undo.push(() => {
        range.formulas = before;
      });
    }
    await context.sync();
  } catch (error) {
    await restore();
    throw error;
  }
  return restore;
}

async function setFormula(context: Excel.RequestContext, { sheet: name, row, column, formula }: SetFormula, options: WorkOptions): Promise<Restore> {
  const sheet = await existingSheet(context, name, options);
  const cell = sheet.getRangeByIndexes(row - 1, column - 1, 1, 1);
  cell.load('values,formulas');
  await context.sync();
  const before = cellsToRestore(cell.values as unknown[][], cell.formulas as unknown[][]);
  cell.formulas = [[formula]];
  await context.sync();
  return async () => {
    cell.formulas = before;
    await context.sync();
  };
}

async function protectSheet(context: Excel.RequestContext, { sheet: name, on }: ProtectSheet, options: WorkOptions): Promise<Restore> {
  const { protection } = await existingSheet(context, name, options);
  protection.load('protected');
  await context.sync();
  const before = protection.protected;
  const set = async (wanted: boolean): Promise<void> => {
    if (wanted) protection.protect();
    else protection.unprotect();
    await context.sync();
  };
  if (before !== on) await set(on);
  return () => (before === on ? Promise.resolve() : set(before));
}

async function existingSheet(context: Excel.RequestContext, name: string, options: WorkOptions): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name');
  await context.sync();
  if (sheet.isNullObject) throw sheetGone(name, options);
  return sheet;
}

async function defineName(context: Excel.RequestContext, { name, sheet, row, column, rows, columns }: DefineName): Promise<Restore> {
  const { names } = context.workbook;
  const known = names.getItemOrNullObject(name);
  known.load('formula');
  await context.sync();
  const corner = (x: number, y: number): string => `$${columnLetters(x)}$${y}`;
  const formula = `='${sheet.replaceAll("'", "''")}'!${corner(column, row)}:${corner(column + columns - 1, row + rows - 1)}`;
  const isNew = known.isNullObject;
  const before = isNew ? '' : String(known.formula);
  if (isNew) names.add(name, context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row - 1, column - 1, rows, columns));
  else known.formula = formula;
  await context.sync();
  return async () => {
    if (isNew) names.getItem(name).delete();
    else known.formula = before;
    await context.sync();
  };
}

/** The addresses in 'Pay 2026'!A1:B2,'Pay 2026'!D4:D6, without the sheet's name. */
function areasIn(address: string): readonly string[] {
  return address.match(/[A-Z]+\d+:[A-Z]+\d+(?=,|$)/g) ?? [];
}
