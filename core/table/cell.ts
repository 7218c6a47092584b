/** What a host hands over for one cell. A Date never comes here: adapters write dates as ISO text. */
export type Cell = string | number | boolean | null | undefined;

/** A range as a host gives it: rows of cells, possibly ragged. */
export type Range = readonly (readonly Cell[])[];

/** Where a range stands in the workbook, when the reader knows it. Row and column count from 1. */
export interface Origin {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Merged cells, their first row and column counted from 0 within the range. */
export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The header of a range, once it was found: its last row, counted from 0, and its text in each column. */
export interface Head {
  readonly row: number;
  readonly texts: readonly string[];
}

/** Where some rows of a range stand that was put together from several sheets. */
export interface Piece {
  /** The first of the rows, counted from 0 within the range. */
  readonly first: number;
  /** Where that row would stand if it were the first of its own range. */
  readonly origin: Origin;
}

export interface RangeSource {
  readonly cells: Range;
  readonly origin?: Origin;
  readonly merges?: readonly Merge[];
  readonly head?: Head;
  readonly pieces?: readonly Piece[];
  /** A sheet that is hidden: hosts hand over its cells only where a name of the workbook points to it. */
  readonly isHidden?: boolean;
  /** Numbers that are percentages only by the sign that their format writes behind them: how many, and the first. */
  readonly writtenPercents?: { readonly count: number; readonly row: number; readonly column: number; readonly found: string };
  /** How many rows with something in them are hidden, where the host can tell. */
  readonly hiddenRows?: number;
  /** How many formulas without a stored result the reader has worked out, and the first of them. */
  readonly computed?: { readonly count: number; readonly row: number; readonly column: number };
  /** The name the range has in the workbook, when it has one. */
  readonly rangeName?: string;
  /** Days to add to the serials of dates: 1462 in workbooks that count from 1904. */
  readonly serialShift?: number;
}

/** What a reader hands over for a formula whose result nobody has stored. */
export const NO_RESULT = '#NO RESULT!';

const ERROR = /^#(?:NO RESULT!|REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA|ERROR!)/i;

export function isBlank(cell: Cell): boolean {
  if (cell === null || cell === undefined || cell === '') return true;
  return typeof cell === 'string' && cell.trim() === '';
}

/** Blank, or the 0 that some hosts deliver for a blank. */
export function isBlankOrZero(cell: Cell): boolean {
  return cell === 0 || isBlank(cell);
}

export function isErrorCell(cell: Cell): cell is string {
  return typeof cell === 'string' && ERROR.test(cell);
}

/** The cell as text: full-width forms made plain, control characters and outer spaces gone. 0 is a blank. */
export function cellText(cell: Cell): string {
  if (isBlankOrZero(cell)) return '';
  return plainText(String(cell));
}

const ORDINARY = /^[\x20-\x7e\u4e00-\u9fff]*$/;

export function plainText(text: string): string {
  const clean = ORDINARY.test(text) ? text : text.normalize('NFKC').replace(/\p{Cc}|\p{Cf}/gu, keepLineBreak);
  return clean.trim();
}

function keepLineBreak(control: string): string {
  return control === '\n' ? control : '';
}

/** The form in which names are compared: plain, lower case, without spaces. */
export function matchKey(text: string): string {
  return plainText(text).toLowerCase().replace(/[\s_]+/g, '');
}

/** The cell as found, short enough to quote in a message. */
export function quoteCell(cell: Cell): string {
  const text = String(cell ?? '').replace(/[\r\n]+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The columns of the widest row. Ranges may be ragged, and too long to be spread into arguments. */
export function rangeWidth(range: readonly (readonly unknown[])[]): number {
  let width = 0;
  for (const row of range) if (row.length > width) width = row.length;
  return width;
}
