import type { ICellData, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { BooleanNumber, CellValueType, LocaleType } from '@univerjs/core';
import { serialOfDay } from '../../core/table/day';
import { readDay } from '../../core/table/day';
import type { Language } from '../../core/locale/message';
import { isOwnFormula } from '../../host-port/own-formula';
import { cellStyles, sharedTexts } from '../../xlsx/book-parts';
import type { CellStyle } from '../../xlsx/book-parts';
import type { Book, BookSheet } from '../../xlsx/open-book';
import { openBook } from '../../xlsx/open-book';
import type { FileCell, SheetFrame } from '../../xlsx/read-sheet';
import { areaOf, readSheet } from '../../xlsx/read-sheet';
import { shiftFormula } from '../../xlsx/shift-formula';

/** A workbook as the spreadsheet takes it, and how it counts days. */
export interface OpenedWorkbook {
  readonly data: Partial<IWorkbookData>;
  readonly counts1904: boolean;
}

const SPARE = { rows: 50, columns: 8 } as const;
/** A stray cell far out does not make the sheet as large: what lies beyond is kept in the file, and not shown. */
const LARGEST = { rows: 200000, columns: 1000 } as const;
const PIXELS_A_CHARACTER = 7.5;

/** Reads the bytes of an .xlsx file: values, formulas, names, and the formats a sheet is read by. */
export function openWorkbook(bytes: Uint8Array, language: Language): OpenedWorkbook {
  const book = openBook(bytes);
  const read: Read = { book, texts: sharedTexts(book), styles: cellStyles(book) };
  const sheets = Object.fromEntries(book.sheets.map((sheet, index) => [`sheet-${index + 1}`, sheetData(read, sheet, `sheet-${index + 1}`)]));
  const data: Partial<IWorkbookData> = {
    id: `book-${Date.now()}`,
    name: 'Workbook',
    locale: language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US,
    sheetOrder: Object.keys(sheets),
    sheets,
    styles: {},
    resources: [{ name: 'SHEET_DEFINED_NAME_PLUGIN', data: JSON.stringify(namesOf(book)) }],
  };
  return { data, counts1904: book.counts1904 };
}

interface Read {
  readonly book: Book;
  readonly texts: readonly string[];
  readonly styles: readonly CellStyle[];
}

/** Names of the whole workbook; those of a sheet, hidden ones and built-in ones stay in the file as they are. */
function namesOf(book: Book): Record<string, object> {
  const own = book.names.filter(({ sheet, isHidden, name }) => sheet === undefined && !isHidden && !name.startsWith('_xlnm.'));
  return Object.fromEntries(own.map(({ name, refersTo }, index) => [`name-${index}`, { id: `name-${index}`, name, formulaOrRefString: refersTo, comment: '' }]));
}

function sheetData({ book, texts, styles }: Read, { name, path, isHidden }: BookSheet, id: string): Partial<IWorksheetData> {
  const cells: Record<number, Record<number, ICellData>> = {};
  const shared = new Map<string, { readonly row: number; readonly column: number; readonly text: string }>();
  let [rows, columns] = [0, 0];
  const frame = readSheet({ path, bytes: book.part(path) ?? new Uint8Array(), texts }, (cell) => {
    const formula = formulaOf(cell, shared);
    if (cell.row > LARGEST.rows || cell.column > LARGEST.columns) return;
    const data = cellData(cell, formula, styles[cell.style]);
    if (!data) return;
    [rows, columns] = [Math.max(rows, cell.row), Math.max(columns, cell.column)];
    (cells[cell.row - 1] ??= {})[cell.column - 1] = data;
  });
  clearFilled(cells);
  const { merges, frozen, widths } = frame;
  return {
    id,
    name,
    hidden: isHidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: rows + SPARE.rows,
    columnCount: Math.max(20, columns + SPARE.columns),
    cellData: cells,
    columnData: columnData(widths, columns),
    mergeData: merges.filter(({ bottom, right }) => bottom <= rows + SPARE.rows && right <= columns + SPARE.columns).map(({ top, left, bottom, right }) => ({ startRow: top - 1, startColumn: left - 1, endRow: bottom - 1, endColumn: right - 1 })),
    ...(frozen ? { freeze: { xSplit: frozen.columns, ySplit: frozen.rows, startRow: frozen.rows, startColumn: frozen.columns } } : {}),
  };
}

function columnData(widths: SheetFrame['widths'], columns: number): Record<number, { w: number }> {
  const data: Record<number, { w: number }> = {};
  for (const { first, last, width } of widths) for (let column = first; column <= Math.min(last, columns + SPARE.columns); column += 1) data[column - 1] = { w: Math.round(width * PIXELS_A_CHARACTER) };
  return data;
}

/** A cell's formula in its own place, with the = before it; a formula that cells share is written out for each. */
function formulaOf({ row, column, formula, shared: number }: FileCell, shared: Map<string, { row: number; column: number; text: string }>): string | undefined {
  if (formula === undefined) return undefined;
  if (number === undefined) return formula === '' ? undefined : `=${plainFormula(formula)}`;
  const master = shared.get(number);
  if (formula !== '') shared.set(number, { row, column, text: formula });
  if (formula !== '' || !master) return formula === '' ? undefined : `=${plainFormula(formula)}`;
  return `=${plainFormula(shiftFormula(master.text, row - master.row, column - master.column))}`;
}

/** A formula as a person types it, without the marks that a file puts before names of functions. */
function plainFormula(formula: string): string {
  return formula.replace(/_xlfn\.(?:_xlws\.)?|_xldudf_/g, '');
}

/** Cells that a formula of ours fills are left to it: it will fill them again. */
const FILLED = Symbol('filled');
type Marked = ICellData & { [FILLED]?: string };

function cellData(cell: FileCell, formula: string | undefined, style: CellStyle | undefined): ICellData | undefined {
  const looks = styleOf(style);
  const plain = plainCell(cell.value, style);
  // What a formula of several cells shows stands still, unless it is ours: it would be another formula in this spreadsheet.
  const isArray = cell.fills?.includes(':') === true;
  const live = formula !== undefined && (!isArray || isOwnFormula(formula)) ? { f: formula } : {};
  const filled: Partial<Marked> = isArray && 'f' in live ? { [FILLED]: cell.fills ?? '' } : {};
  if (!plain && !('f' in live) && !looks) return undefined;
  return { ...plain, ...live, ...filled, ...(looks ? { s: looks } : {}) };
}

function clearFilled(cells: Record<number, Record<number, Marked>>): void {
  for (const line of Object.values(cells)) {
    for (const cell of Object.values(line)) {
      const area = cell[FILLED] === undefined ? undefined : areaOf(cell[FILLED]);
      if (!area) continue;
      delete cell[FILLED];
      // Without a result it is computed at once, and fills its cells again.
      delete cell.v;
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) if (cells[row - 1]?.[column - 1] !== cell) delete cells[row - 1]?.[column - 1];
      }
    }
  }
}

function plainCell(value: FileCell['value'], style: CellStyle | undefined): ICellData | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  const day = style && /[yd]/i.test(style.format) && /^\d{4}-\d{2}-\d{2}$/.test(value) ? readDay(value) : undefined;
  return typeof day === 'number' ? { v: serialOfDay(day), t: CellValueType.NUMBER } : { v: value, t: CellValueType.STRING };
}

function styleOf(style: CellStyle | undefined): IStyleData | undefined {
  if (!style) return undefined;
  const made: IStyleData = {
    ...(style.isBold ? { bl: BooleanNumber.TRUE } : {}),
    ...(style.fill !== undefined ? { bg: { rgb: `#${style.fill}` } } : {}),
    ...(style.format !== 'General' ? { n: { pattern: style.format } } : {}),
    ...(style.wraps ? { tb: 3 } : {}),
  };
  return Object.keys(made).length > 0 ? made : undefined;
}
