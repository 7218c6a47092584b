import { columnLetters } from '../../core/table/cell';
import { columnNumber } from '../../host-port/reference';

/** A rectangle of cells, counted from 0. */
export interface Bounds {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What a cell looks like, as far as the sidebar sets it. */
export interface CellLook {
  readonly bold?: boolean;
  readonly fill?: string;
  readonly numberFormat?: string;
  readonly wrap?: boolean;
}

/** The spreadsheet under the Office.js of the workbench: sheets by name, cells as rows of plain values. */
export interface Grid {
  readonly sheets: () => readonly { readonly name: string; readonly hidden: boolean }[];
  /** Defined names. */
  readonly names: () => readonly { readonly name: string; readonly reference: string }[];
  readonly define: (name: string, reference: string) => void;
  readonly undefine: (name: string) => void;
  readonly counts1904: () => boolean;
  readonly used: (sheet: string) => Bounds | undefined;
  /** Values, results of formulas among them; a blank is "". */
  readonly values: (sheet: string, bounds: Bounds) => unknown[][];
  /** The number formats by which cells are shown; General where there is none. */
  readonly formats: (sheet: string, bounds: Bounds) => string[][];
  /** The formulas where there are any, else the values. */
  readonly formulas: (sheet: string, bounds: Bounds) => unknown[][];
  /** The cells that the formula of a cell fills, if it fills more than its own. */
  readonly spill: (sheet: string, row: number, column: number) => Bounds | undefined;
  /** Text that begins with = is a formula; text that begins with an apostrophe is the text behind it. */
  readonly write: (sheet: string, bounds: Bounds, cells: readonly (readonly unknown[])[]) => void;
  readonly clear: (sheet: string) => void;
  readonly add: (name: string) => void;
  readonly remove: (name: string) => void;
  readonly activate: (name: string) => void;
  readonly merged: (sheet: string) => readonly Bounds[];
  readonly merge: (sheet: string, bounds: Bounds) => void;
  readonly unmerge: (sheet: string) => void;
  readonly isProtected: (sheet: string) => boolean;
  readonly protect: (sheet: string, on: boolean) => void;
  readonly look: (sheet: string, bounds: Bounds, look: CellLook) => void;
  /** A chart over cells, where the spreadsheet has charts of its own. */
  readonly chart: (sheet: string, bounds: Bounds, kind: string, title: string) => void;
  readonly widen: (sheet: string, column: number, pixels: number) => void;
  readonly freezeRows: (sheet: string, rows: number) => void;
  /** Gathers what is done from now on into one step of undo; the function given back ends it. */
  readonly group: () => () => void;
  readonly select: (sheet: string, bounds: Bounds) => void;
  readonly selection: () => { readonly sheet: string; readonly bounds: Bounds };
  /** Tells of every change of cells or sheets; gives back what ends it. */
  readonly watch: (changed: (sheet: string) => void) => () => void;
}

/** The address of a rectangle: A1 or A1:B2. */
export function addressOf({ row, column, rows, columns }: Bounds): string {
  const first = `${columnLetters(column + 1)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns)}${row + rows}`;
}

/** A rectangle as a name refers to it: 'FX rates'!$A$1:$C$90. */
export function referenceOf(sheet: string, bounds: Bounds): string {
  return `'${sheet.replaceAll("'", "''")}'!${addressOf(bounds).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}

/** The rectangle of an address without a sheet: A1, A1:B2. */
export function boundsOf(address: string): Bounds {
  const corners = address.replaceAll('$', '').split(':').map((corner) => {
    const [, column, row] = /^([A-Z]+)(\d+)$/i.exec(corner) ?? [];
    if (column === undefined) throw new Error(`Not an address: ${address}`);
    return { row: Number(row), column: columnNumber(column) };
  });
  const [first, last = first] = corners;
  if (!first || !last) throw new Error(`Not an address: ${address}`);
  return { row: first.row - 1, column: first.column - 1, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
}
