import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Cell, RangeSource } from '../../core/table/cell';
import { NO_RESULT } from '../../core/table/cell';
import type { BookName } from '../../core/table/find/book';
import { newSheetCells } from '../../core/table/sheet-cells';
import { areaOfReference } from '../../host-port/reference';
import { cellStyles, sharedTexts, sheetTables } from '../../xlsx/book-parts';
import type { CellStyle } from '../../xlsx/book-parts';
import type { Book, BookSheet } from '../../xlsx/open-book';
import { openBook } from '../../xlsx/open-book';
import type { FileCell } from '../../xlsx/read-sheet';
import { areaOf, readSheet } from '../../xlsx/read-sheet';
import { newWorkbook } from '../../xlsx/new-workbook';
import { OtherFormatError, WorkbookError } from '../../xlsx/workbook-error';
import { csvSource } from '../csv/read-csv';
import type { Computed } from './compute-missing';
import { computeMissing } from './compute-missing';
import { convertedWorkbook } from './other-formats';

/** A workbook as it was read: its bytes, its sheets, and its names. */
export interface ReadWorkbook {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly RangeSource[];
  readonly names: readonly BookName[];
}

/** Reads a workbook file, a file of values, or a folder of them; what it cannot be read for is said in one sentence. */
export async function readWorkbook(path: string): Promise<ReadWorkbook> {
  if (await isFolder(path)) return readFolder(path);
  const bytes = await bytesOf(path);
  if (VALUES.test(path)) return ofSources(path, [csvSource(nameOf(path), bytes)]);
  try {
    return fromPackage(path, bytes);
  } catch (error) {
    if (error instanceof WorkbookError) throw new WorkbookError(`${path}: ${error.message}`);
    throw error;
  }
}

const VALUES = /\.(?:csv|tsv|tab|txt)$/i;

function fromPackage(path: string, bytes: Uint8Array): ReadWorkbook {
  try {
    return { path, bytes, ...readBytes(bytes) };
  } catch (error) {
    if (!(error instanceof OtherFormatError)) throw error;
    const converted = convertedWorkbook(path, error.message);
    return { path, bytes: converted, ...readBytes(converted) };
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false);
}

/** A folder of files of values: each is a sheet, and those with the same headers are one table. */
async function readFolder(path: string): Promise<ReadWorkbook> {
  const files = (await readdir(path)).filter((name) => VALUES.test(name)).sort();
  if (files.length === 0) throw new WorkbookError(`${path}: the folder holds no .csv or .tsv file. / 文件夹中没有 .csv 或 .tsv 文件。`);
  return ofSources(path, await Promise.all(files.map(async (name) => csvSource(nameOf(name), await bytesOf(join(path, name))))));
}

function nameOf(path: string): string {
  return basename(path, extname(path));
}

/** A workbook made of files of values: what `--out` adds to is a new workbook that holds them. */
function ofSources(path: string, sheets: readonly RangeSource[]): ReadWorkbook {
  const bytes = newWorkbook(sheets.map(({ cells, origin }) => ({ name: origin?.sheet ?? '', rows: cells.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : String(cell ?? '')))) })));
  return { path, bytes, sheets, names: [] };
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

function readBytes(bytes: Uint8Array): Pick<ReadWorkbook, 'sheets' | 'names'> {
  const book = openBook(bytes, unpack);
  const read = { book, texts: sharedTexts(book), styles: cellStyles(book) };
  const sheets = book.sheets.map((sheet) => sheetSource(read, sheet, NOTHING_COMPUTED));
  const isMissing = (source: RangeSource): boolean => source.cells.some((line) => line.includes(NO_RESULT));
  if (!sheets.some(isMissing)) return { sheets, names: namesOf(book) };
  const computed = computeMissing(book, read.texts);
  return { sheets: book.sheets.map((sheet, index) => (sheets[index] && isMissing(sheets[index]) ? sheetSource(read, sheet, computed) : sheets[index])).flatMap((source) => source ?? []), names: namesOf(book) };
}

const NOTHING_COMPUTED: Computed = () => undefined;

/** Node's own inflate, which is faster than the one that browsers need; it stops at the length that was announced. */
function unpack(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}

interface Read {
  readonly book: Book;
  readonly texts: readonly string[];
  readonly styles: readonly CellStyle[];
}

const DAYS_TO_1904 = 1462;

function sheetSource({ book, texts, styles }: Read, { name, path, isHidden }: BookSheet, computed: Computed): RangeSource {
  const bytes = book.part(path);
  if (!bytes) throw new WorkbookError(`The part ${path} is missing: the sheet “${name}” is gone. / 缺少 ${path}，工作表“${name}”已丢失。`);
  const serialShift = book.counts1904 ? DAYS_TO_1904 : 0;
  const cells = newSheetCells(serialShift);
  let worked: { count: number; readonly row: number; readonly column: number } | undefined;
  const { merges, hiddenRows } = readSheet({ path, bytes, texts }, (cell) => {
    const { row, column } = cell;
    const found = cell.value === undefined && cell.formula !== undefined ? computed(name, row, column) : undefined;
    if (found !== undefined) worked = worked ? { ...worked, count: worked.count + 1 } : { count: 1, row, column };
    cells.put({ row, column, value: found ?? valueOf(cell), format: styles[cell.style]?.format });
  });
  const areas = merges.map(({ top, left, bottom, right }) => ({ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }));
  return cells.source({ sheet: name, serialShift, merges: areas, isHidden, hiddenRows: hiddenRows.length, ...(worked && { computed: worked }) });
}

/** A formula that nobody has computed is told, never taken for a blank. */
function valueOf({ value, formula }: FileCell): Cell {
  return value === undefined && formula !== undefined ? NO_RESULT : value;
}

function namesOf(book: Book): BookName[] {
  const tables = book.sheets.flatMap(({ name: sheet, path }) => sheetTables(book, path).flatMap(({ name, address }): BookName[] => {
    const area = areaOf(address);
    return area ? [{ name, area: { sheet, row: area.top, column: area.left, rows: area.bottom - area.top + 1, columns: area.right - area.left + 1 } }] : [];
  }));
  const names = book.names.filter(({ sheet, name }) => sheet === undefined && !name.startsWith('_xlnm.')).map(({ name, refersTo }): BookName => {
    const area = areaOfReference(refersTo);
    return area ? { name, area } : { name, refersTo };
  });
  return [...names, ...tables];
}
