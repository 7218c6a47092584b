import type { RangeSource } from '../cell';

/** A rectangle of cells on a sheet; row and column count from 1. */
export interface BookArea {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A name of the workbook, of a range or of a table of the host's own: the range it means where that is known. */
export interface BookName {
  readonly name: string;
  readonly area?: BookArea;
  /** What it refers to as it is written, where that is no plain range. */
  readonly refersTo?: string;
}

/** A workbook as a host reads it: its sheets, and the names that it gives to ranges and tables. */
export interface Book {
  readonly sheets: readonly RangeSource[];
  readonly names: readonly BookName[];
}

const OFFSET = /^=?OFFSET\(\s*([^,()]+![^,()]+?)\s*,\s*(-?\d+)?\s*,\s*(-?\d+)?\s*(?:,[^,]*)?(?:,[^,]*)?\)$/i;
const CELL = /^(?:'((?:[^']|'')+)'|([^'!()]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i;
const COLUMNS = /^=?(?:'((?:[^']|'')+)'|([^'!()]+))!\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const TABLE = /^=?([^[\]!]+)\[(?:#All|#Data|\[#All\]|\[#Data\])?\]$/i;

const LAST_ROW = 1048576;

/** The range a name means: a plain one, whole columns, a table of the host's own, or where an OFFSET begins. */
export function areaOfName({ area, refersTo }: BookName, names: readonly BookName[]): BookArea | undefined {
  if (area || refersTo === undefined) return area;
  const text = refersTo.trim();
  const columns = COLUMNS.exec(text);
  if (columns) return { sheet: sheetOf(columns[1], columns[2]), row: 1, column: lettersNumber(columns[3]), rows: LAST_ROW, columns: lettersNumber(columns[4]) - lettersNumber(columns[3]) + 1 };
  const offset = OFFSET.exec(text);
  if (offset) return offsetArea(offset);
  const table = TABLE.exec(text)?.[1]?.trim().toLowerCase();
  return table === undefined ? undefined : names.find(({ name, area: own }) => own && name.toLowerCase() === table)?.area;
}

/** Where an OFFSET begins; how far it reaches is worked out by its formula, and the table ends where its rows do. */
function offsetArea([, reference = '', down, right]: RegExpExecArray): BookArea | undefined {
  const [, quoted, plain, letters, row] = CELL.exec(reference.trim()) ?? [];
  if (letters === undefined) return undefined;
  const [top, left] = [Number(row) + Number(down ?? 0), lettersNumber(letters) + Number(right ?? 0)];
  return top < 1 || left < 1 ? undefined : { sheet: sheetOf(quoted, plain), row: top, column: left, rows: LAST_ROW, columns: Infinity };
}

function sheetOf(quoted: string | undefined, plain: string | undefined): string {
  return quoted?.replaceAll("''", "'") ?? plain ?? '';
}

function lettersNumber(letters: string | undefined): number {
  return [...(letters ?? '').toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
