import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Cell, Origin, RangeSource } from '../../core/table/cell';
import { isBlank } from '../../core/table/cell';
import { kindsAmong } from '../../core/table/recognise';
import { schemas, tableKinds } from '../../core/table/schema';
import type { TableKind } from '../../core/table/schema';
import { columnNumber } from '../../host-port/reference';
import { WorkbookError } from '../../xlsx/workbook-error';

/** A workbook as it was read: its bytes, and the tables found in it. */
export interface ReadWorkbook {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly tables: readonly RangeSource[];
  readonly sheets: readonly string[];
}

/** Reads an .xlsx file and finds its tables: by the range names of the design, else by the headers of each sheet. */
export async function readWorkbook(path: string): Promise<ReadWorkbook> {
  const bytes = await bytesOf(path);
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  } catch (error) {
    throw new WorkbookError(`${path} is not a readable .xlsx workbook (${(error as Error).message}). Save it as .xlsx and try again. / 不是可读取的 .xlsx 工作簿，请另存为 .xlsx 后重试。`);
  }
  const epoch1904 = workbook.properties.date1904 === true;
  const named = namedRanges(workbook);
  const byKind = new Map<TableKind, RangeSource>();
  for (const kind of tableKinds) {
    const place = named.get(schemas[kind].range.toLowerCase());
    const sheet = place && workbook.getWorksheet(place.sheet);
    if (place && sheet) byKind.set(kind, { ...rangeOf(sheet, epoch1904, place), rangeName: schemas[kind].range });
  }
  const ranged = [...byKind.values()];
  const namedSheets = new Set(ranged.map(({ origin }) => origin?.sheet));
  const unnamed = workbook.worksheets.filter((sheet) => !namedSheets.has(sheet.name));
  const sources = unnamed.map((sheet) => rangeOf(sheet, epoch1904));
  const kinds = kindsAmong([...ranged, ...sources]).slice(ranged.length);
  for (const [index, sheet] of unnamed.entries()) {
    const [source, kind] = [sources[index], kinds[index]];
    if (kind === undefined || !source) continue;
    const other = byKind.get(kind);
    if (other && !namedSheets.has(other.origin?.sheet)) {
      throw new WorkbookError(`The sheets “${other.origin?.sheet ?? ''}” and “${sheet.name}” both look like the ${schemas[kind].en} table. Give the right range the name ${schemas[kind].range}. / 两张表都像“${schemas[kind].zh}”，请将正确的区域命名为 ${schemas[kind].range}。`);
    }
    if (!other) byKind.set(kind, source);
  }
  return { path, bytes, tables: [...byKind.values()], sheets: workbook.worksheets.map(({ name }) => name) };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'there is no such file / 文件不存在' : (error as Error).message;
    throw new WorkbookError(`${path}: ${why}.`);
  }
}

/** Defined names of the design that point at one plain range or at whole columns. */
function namedRanges(workbook: ExcelJS.Workbook): Map<string, Origin & { readonly lastColumn: number }> {
  const found = new Map<string, Origin & { lastColumn: number }>();
  const model = (workbook.definedNames as unknown as { model: { name: string; ranges: string[] }[] }).model;
  for (const { name, ranges } of model) {
    const match = /^'?(.*?)'?!\$?([A-Z]+)\$?(\d*):\$?([A-Z]+)\$?(\d*)$/.exec(ranges[0] ?? '');
    if (!match) continue;
    found.set(name.toLowerCase(), { sheet: (match[1] ?? '').replaceAll("''", "'"), row: Number(match[3]) || 1, column: columnNumber(match[2] ?? 'A'), lastColumn: columnNumber(match[4] ?? 'A') });
  }
  return found;
}

/** A sheet's cells from a first cell on, down to the last row used; the name's rows are only where it begins. */
function rangeOf(sheet: ExcelJS.Worksheet, epoch1904: boolean, place?: Origin & { readonly lastColumn: number }): RangeSource {
  const rows: Cell[][] = [];
  const [firstRow, firstColumn, lastColumn] = [place?.row ?? 1, place?.column ?? 1, place?.lastColumn ?? sheet.columnCount];
  for (let number = firstRow; number <= sheet.rowCount; number += 1) {
    const row = sheet.getRow(number);
    const cells: Cell[] = [];
    for (let column = firstColumn; column <= lastColumn; column += 1) cells.push(cellOf(row.getCell(column), epoch1904));
    rows.push(cells);
  }
  const blankRows = rows.findIndex((row) => !row.every(isBlank));
  const skipped = Math.max(0, blankRows);
  return { cells: rows.slice(skipped), origin: { sheet: sheet.name, row: firstRow + skipped, column: firstColumn } };
}

/** A cell as core takes it: dates as ISO text, percentages as text, errors as their code, formulas as their result. */
function cellOf(cell: ExcelJS.Cell, epoch1904: boolean): Cell {
  return plainValue(cell.value, cell.numFmt, epoch1904);
}

function plainValue(value: ExcelJS.CellValue, format: string | undefined, epoch1904: boolean): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return typeof format === 'string' && format.includes('%') ? percentText(value) : value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Date) return dateText(value);
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('formula' in value || 'sharedFormula' in value) return plainValue((value as ExcelJS.CellFormulaValue).result as ExcelJS.CellValue, format, epoch1904);
  if ('text' in value) return typeof value.text === 'string' ? value.text : plainValue(value.text as ExcelJS.CellValue, format, epoch1904);
  return null;
}

/** 0.055 under a percent format is `5.5%`. */
function percentText(value: number): string {
  return `${Number((value * 100).toPrecision(15))}%`;
}

/** The reader gives dates in UTC; the time of day does not matter to a settlement. */
function dateText(date: Date): Cell {
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}
