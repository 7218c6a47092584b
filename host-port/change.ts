import type { Language, Message } from '../core/locale/message';
import { render } from '../core/locale/message';
import { isBlank } from '../core/table/cell';
import type { Cell } from '../core/table/cell';
import type { ResultTable } from '../core/table/result-table';

/** How a sheet of ours looks: what is a heading, how figures are shown, whether it may be edited. */
export interface SheetLook {
  /** Rows above the header: a title. */
  readonly titleRows?: number;
  /** Number formats by column, counted from 0. */
  readonly formats?: Readonly<Record<number, string>>;
  readonly protect?: boolean;
  /** A page to print on, with wrapped texts. A portrait page has no frozen rows: its title is no header. */
  readonly page?: 'landscape' | 'portrait';
  /** Rows in bold besides, counted from 1. */
  readonly bold?: readonly number[];
  readonly charts?: readonly ChartSpec[];
  readonly fills?: readonly CellFill[];
}

/** The colour behind one cell, as #RRGGBB; row and column count from 1. */
export interface CellFill {
  readonly row: number;
  readonly column: number;
  readonly color: string;
}

/** A chart of the host's own over a range with a header row; row and column count from 1. */
export interface ChartSpec {
  readonly kind: 'bar' | 'column' | 'line';
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A sheet's whole content. The sheet is made where it is missing. */
export interface WriteSheet {
  readonly kind: 'write sheet';
  readonly sheet: string;
  readonly rows: ResultTable;
  readonly look?: SheetLook;
  /** Written behind the sheet that a person is looking at. */
  readonly behind?: boolean;
}

/** Plain values from a cell on, row and column counted from 1; the rest of the sheet stays as it is. */
export interface WriteCells {
  readonly kind: 'write cells';
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: ResultTable;
  /** The cells must be blank: if somebody has filled them meanwhile, nothing is written. */
  readonly expectBlank?: boolean;
}

/** A formula into one cell that a person has picked. */
export interface SetFormula {
  readonly kind: 'set formula';
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Makes a name mean a range, whether it is there already or not. */
export interface DefineName {
  readonly kind: 'define name';
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Guards a sheet against edits by hand, without a password, or lets it be edited again. */
export interface ProtectSheet {
  readonly kind: 'protect sheet';
  readonly sheet: string;
  readonly on: boolean;
}

export type Change = WriteSheet | WriteCells | SetFormula | DefineName | ProtectSheet;

/** How a workbook is read and written: in whose language problems are told, and whether somebody has called the work off. */
export interface WorkOptions {
  readonly language: Language;
  /** Asked between two requests; once it is true, reading ends, and what was written is taken back. */
  readonly isCancelled?: () => boolean;
}

/** Cells a host takes in one request: far below 5 MB, and read quickly enough that typing never waits. */
export const CELLS_PER_REQUEST = 50000;

const FORBIDDEN = /[[\]:*?/\\]/;
const LONGEST_NAME = 31;
const MOST_ROWS = 1048576;

/** Why a list of changes cannot be written; it is looked at before anything is touched. */
export function problemOf(changes: readonly Change[]): Message | undefined {
  const seen = new Set<string>();
  for (const change of changes) {
    const { sheet } = change;
    if (sheet === '' || sheet.length > LONGEST_NAME || FORBIDDEN.test(sheet)) return { code: 'write.name', params: { sheet } };
    if (change.kind !== 'write sheet') continue;
    if (seen.has(sheet.toLowerCase())) return { code: 'write.twice', params: { sheet } };
    if (change.rows.length > MOST_ROWS) return { code: 'write.rows', params: { sheet, rows: change.rows.length, most: MOST_ROWS } };
    seen.add(sheet.toLowerCase());
  }
  return undefined;
}

/** Ends the work where cells that were blank when they were read are no longer. */
export function stopIfFilled({ sheet, expectBlank }: WriteCells, values: readonly (readonly unknown[])[], { language }: WorkOptions): void {
  const isFree = values.every((row) => row.every((cell) => isBlank(cell as Cell)));
  if (expectBlank === true && !isFree) throw new Error(render({ code: 'write.changed', params: { sheet } }, language));
}

/** Ends the work where a sheet that was there when it was read is gone. */
export function sheetGone(sheet: string, { language }: WorkOptions): Error {
  return new Error(render({ code: 'write.gone', params: { sheet } }, language));
}

/** Text that a spreadsheet would take for a formula, for a month's first day (2026-03, 3/4), or for a number without its zeros. */
const MISTAKEN = /^(?:[=+\-@']|\d+[-/]\d+$|0\d+$|\d{12,}$)/;

/** A cell as it is written: text that a spreadsheet would take for something else is marked as text. */
export function writtenCell(cell: string | number): string | number {
  return typeof cell === 'string' && MISTAKEN.test(cell) ? `'${cell}` : cell;
}

/** Ends the work where somebody has called it off. */
export function stopIfCancelled({ language, isCancelled }: WorkOptions): void {
  if (isCancelled?.() === true) throw new Error(render({ code: 'write.cancelled' }, language));
}

/** A sheet's cells as they are put back: a formula stays one, and text that only looks like one stays text. */
export function cellsToRestore(values: readonly (readonly unknown[])[], formulas: readonly (readonly unknown[])[]): unknown[][] {
  return values.map((row, y) =>
    row.map((value, x) => {
      const formula = formulas[y]?.[x];
      if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) return formula;
      return typeof value === 'string' ? writtenCell(value) : value;
    }),
  );
}

/** The rows as wide as the widest, which is what hosts want. */
export function rectangle(rows: ResultTable): (string | number)[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  return rows.map((row) => Array.from({ length: width }, (_, column) => writtenCell(row[column] ?? '')));
}

/** Row numbers at which a table of some width is cut into requests. */
export function chunkRows(rowCount: number, columnCount: number): { readonly first: number; readonly count: number }[] {
  const size = Math.max(1, Math.floor(CELLS_PER_REQUEST / Math.max(1, columnCount)));
  const chunks: { first: number; count: number }[] = [];
  for (let first = 0; first < rowCount; first += size) chunks.push({ first, count: Math.min(size, rowCount - first) });
  return chunks;
}
