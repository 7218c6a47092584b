import { columnLetters } from '../core/table/cell';
import { columnNumber } from '../host-port/reference';
import { plainOf } from './book-parts';
import { isOn } from './open-book';
import { WorkbookError } from './workbook-error';
import { attribute, resolved, scanXml } from './xml-scan';

/** A cell as the file has it. One object is handed out again and again: what is to be kept has to be copied. */
export interface FileCell {
  /** Counted from 1. */
  row: number;
  column: number;
  value: string | number | boolean | undefined;
  isError: boolean;
  style: number;
  /** The formula as written, without the = before it; "" in the cells that share another cell's. */
  formula: string | undefined;
  /** The number of the formula that cells share. */
  shared: string | undefined;
  /** The cells that a formula of several fills. */
  fills: string | undefined;
}

/** An area of merged cells, rows and columns counted from 1, both ends included. */
export interface MergedArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a sheet's part holds besides its cells. */
export interface SheetFrame {
  readonly merges: readonly MergedArea[];
  /** Hidden rows that hold cells. */
  readonly hiddenRows: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number } | undefined;
  readonly widths: readonly { readonly first: number; readonly last: number; readonly width: number }[];
}

const [MOST_ROWS, MOST_COLUMNS] = [1048576, 16384];

export interface SheetSource {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly texts: readonly string[];
}

/** Reads a sheet's cells in the order they stand, without making anything of rows and columns that hold nothing. */
export function readSheet({ path, bytes, texts }: SheetSource, take: (cell: FileCell) => void): SheetFrame {
  const cell: FileCell = { row: 0, column: 0, value: undefined, isError: false, style: 0, formula: undefined, shared: undefined, fills: undefined };
  const frame = { merges: [] as MergedArea[], hiddenRows: [] as number[], frozen: undefined as SheetFrame['frozen'], widths: [] as { first: number; last: number; width: number }[] };
  let [isHidden, type, raw, hasValue, phonetic, into] = [false, '', '', false, 0, ''];
  const refuse = (what: string, zh: string): WorkbookError => new WorkbookError(`${path}: ${what}. / ${path}：${zh}。`);
  const startCell = (attributes: string): void => {
    let address: string | undefined;
    type = 'n';
    cell.style = 0;
    // Three attributes matter; they are taken in one walk, as there are millions of cells.
    for (let at = 0; at < attributes.length; ) {
      const equals = attributes.indexOf('=', at);
      if (equals < 0) break;
      const quote = valueStart(attributes, equals + 1);
      const end = attributes.indexOf(attributes[quote] ?? '"', quote + 1);
      if (end < 0) break;
      const name = attributes.charCodeAt(equals - 1);
      const isShort = equals === 1 || attributes.charCodeAt(equals - 2) <= SPACE;
      if (isShort && name === LETTER_R) address = attributes.slice(quote + 1, end);
      else if (isShort && name === LETTER_S) cell.style = Number(attributes.slice(quote + 1, end));
      else if (isShort && name === LETTER_T) type = attributes.slice(quote + 1, end);
      at = end + 1;
    }
    cell.column = address === undefined ? cell.column + 1 : columnOf(address);
    if (!(cell.column >= 1 && cell.column <= MOST_COLUMNS)) throw refuse(`the cell ${address ?? cell.column} lies outside any sheet`, `单元格 ${address ?? cell.column} 超出工作表范围`);
    cell.formula = undefined;
    cell.shared = undefined;
    cell.fills = undefined;
    raw = '';
    hasValue = false;
    phonetic = 0;
  };
  const endCell = (): void => {
    const value = valueOf(type, raw, hasValue);
    cell.isError = type === 'e' && value !== undefined;
    cell.value = type === 's' && value !== undefined ? texts[Number(value)] : value;
    if (type === 's' && value !== undefined && cell.value === undefined) {
      throw refuse(`the cell ${columnLetters(cell.column)}${cell.row} names the shared text ${String(value)}, which there is not`, `单元格 ${columnLetters(cell.column)}${cell.row} 引用了不存在的共享文字 ${String(value)}`);
    }
    if (cell.value === undefined && cell.formula === undefined && cell.style === 0) return;
    if (isHidden && cell.value !== undefined && frame.hiddenRows[frame.hiddenRows.length - 1] !== cell.row) frame.hiddenRows.push(cell.row);
    take(cell);
  };
  scanXml(path, bytes, {
    open: (element, attributes) => {
      switch (element) {
        case 'c':
          startCell(attributes);
          break;
        case 'v':
          hasValue = true;
          into = 'v';
          break;
        case 't':
          if (type !== 'inlineStr' || phonetic > 0) break;
          hasValue = true;
          into = 'v';
          break;
        case 'f':
          into = 'f';
          [cell.formula, cell.shared] = ['', attribute(attributes, 't') === 'shared' ? attribute(attributes, 'si') : undefined];
          cell.fills = attribute(attributes, 't') === 'array' ? attribute(attributes, 'ref') : undefined;
          break;
        case 'rPh':
          phonetic += 1;
          break;
        case 'row':
          cell.row = rowOf(attributes, cell.row, refuse);
          cell.column = 0;
          isHidden = isOn(attribute(attributes, 'hidden'));
          break;
        default:
          readFrame(element, attributes, frame);
      }
    },
    text: (text) => {
      if (into === 'v') raw += text;
      else if (into === 'f') cell.formula = (cell.formula ?? '') + resolved(text);
    },
    close: (element) => {
      if (element === 'c') endCell();
      else if (element === 'rPh') phonetic -= 1;
      into = '';
    },
  });
  return frame;
}

const [SPACE, LETTER_R, LETTER_S, LETTER_T] = [32, 114, 115, 116];

function valueStart(attributes: string, from: number): number {
  let at = from;
  while (attributes.charCodeAt(at) <= SPACE) at += 1;
  return at;
}

function rowOf(attributes: string, last: number, refuse: (what: string, zh: string) => WorkbookError): number {
  const written = attribute(attributes, 'r');
  const row = written === undefined ? last + 1 : Number(written);
  if (!(row >= 1 && row <= MOST_ROWS)) throw refuse(`the row ${written ?? row} lies outside any sheet`, `第 ${written ?? row} 行超出工作表范围`);
  return row;
}

function columnOf(address: string): number {
  let column = 0;
  for (let at = 0; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column;
}

/** What a cell holds; undefined for nothing, which an empty text of a formula is not. */
function valueOf(type: string, raw: string, hasValue: boolean): string | number | boolean | undefined {
  if (!hasValue || (raw === '' && type !== 'str' && type !== 'inlineStr')) return undefined;
  switch (type) {
    case 'n': {
      const number = Number(raw);
      return Number.isFinite(number) && raw.trim() !== '' ? number : plainOf(raw);
    }
    case 'b':
      return raw.trim() === '1' || raw.trim() === 'true';
    case 's':
      return raw.trim();
    case 'd':
      return raw.trim().replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
    default:
      return plainOf(raw);
  }
}

type Frame = { -readonly [Key in keyof SheetFrame]: SheetFrame[Key] extends readonly (infer Item)[] ? Item[] : SheetFrame[Key] };

function readFrame(element: string, attributes: string, frame: Frame): void {
  if (element === 'mergeCell') {
    const area = areaOf(attribute(attributes, 'ref') ?? '');
    if (area) frame.merges.push(area);
  } else if (element === 'pane' && /^frozen/.test(attribute(attributes, 'state') ?? '')) {
    frame.frozen = { rows: Number(attribute(attributes, 'ySplit') ?? 0), columns: Number(attribute(attributes, 'xSplit') ?? 0) };
  } else if (element === 'col') {
    const [first, last, width] = ['min', 'max', 'width'].map((name) => Number(attribute(attributes, name)));
    if (first !== undefined && last !== undefined && width !== undefined && width > 0 && last <= MOST_COLUMNS) frame.widths.push({ first, last, width });
  }
}

/** The area of an address such as B2:C9. */
export function areaOf(address: string): MergedArea | undefined {
  const [, left, top, right, bottom] = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address) ?? [];
  if (left === undefined || right === undefined) return undefined;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}
