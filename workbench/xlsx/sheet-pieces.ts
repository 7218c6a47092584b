import { columnNumber } from '../../host-port/reference';
import { attribute } from '../../xlsx/xml-scan';

/** A cell of a sheet's part: where it stands in the text, and what its formula says. */
export interface CellPiece {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly attributes: string;
  readonly formula: FormulaPiece | undefined;
}

export interface FormulaPiece {
  readonly attributes: string;
  readonly text: string;
  /** The whole element as written. */
  readonly xml: string;
}

/** A row: its own tags, and its cells. */
export interface RowPiece {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly attributes: string;
  readonly cells: readonly CellPiece[];
}

/** The cells of a sheet's part, by their places in its text. */
export interface SheetPieces {
  /** What stands before the names of the elements, with its colon. */
  readonly prefix: string;
  /** Where the rows begin and end: within sheetData, or the whole of it where it is empty. */
  readonly start: number;
  readonly end: number;
  readonly isEmpty: boolean;
  readonly rows: readonly RowPiece[];
}

const ATTRIBUTES = '((?:[^>"\']|"[^"]*"|\'[^\']*\')*?)';

/** Takes a sheet's part apart without changing a character of it; undefined where it has no sheetData. */
export function sheetPieces(xml: string): SheetPieces | undefined {
  const open = new RegExp(`<((?:[\\w.-]+:)?)sheetData\\b${ATTRIBUTES}(/?)>`).exec(xml);
  if (!open) return undefined;
  const [whole, prefix = '', , closed] = open;
  const start = open.index + whole.length;
  if (closed === '/') return { prefix, start: open.index, end: start, isEmpty: true, rows: [] };
  const end = xml.indexOf(`</${prefix}sheetData`, start);
  if (end < 0) return undefined;
  return { prefix, start, end, isEmpty: false, rows: rowsIn(xml, prefix, start, end) };
}

function rowsIn(xml: string, prefix: string, from: number, to: number): RowPiece[] {
  const pattern = new RegExp(`<${prefix}row\\b${ATTRIBUTES}(?:/>|>)`, 'g');
  const rows: RowPiece[] = [];
  let last = 0;
  pattern.lastIndex = from;
  for (let found = pattern.exec(xml); found && found.index < to; found = pattern.exec(xml)) {
    const attributes = found[1] ?? '';
    const isClosed = found[0].endsWith('/>');
    const inner = found.index + found[0].length;
    const close = isClosed ? inner : xml.indexOf(`</${prefix}row`, inner);
    const end = isClosed ? inner : xml.indexOf('>', close) + 1;
    last = Number(attribute(attributes, 'r') ?? last + 1);
    rows.push({ row: last, start: found.index, end, attributes, cells: isClosed ? [] : cellsIn(xml, prefix, inner, close) });
    pattern.lastIndex = end;
  }
  return rows;
}

function cellsIn(xml: string, prefix: string, from: number, to: number): CellPiece[] {
  const pattern = new RegExp(`<${prefix}c\\b${ATTRIBUTES}(?:/>|>)`, 'g');
  const cells: CellPiece[] = [];
  let last = 0;
  pattern.lastIndex = from;
  for (let found = pattern.exec(xml); found && found.index < to; found = pattern.exec(xml)) {
    const attributes = found[1] ?? '';
    const isClosed = found[0].endsWith('/>');
    const inner = found.index + found[0].length;
    const close = isClosed ? inner : xml.indexOf(`</${prefix}c>`, inner);
    const end = isClosed ? inner : close + prefix.length + 4;
    const letters = /^[A-Z]+/i.exec(attribute(attributes, 'r') ?? '')?.[0];
    last = letters === undefined ? last + 1 : columnNumber(letters);
    cells.push({ column: last, start: found.index, end, attributes, formula: isClosed ? undefined : formulaIn(xml.slice(inner, close), prefix) });
    pattern.lastIndex = end;
  }
  return cells;
}

function formulaIn(inner: string, prefix: string): FormulaPiece | undefined {
  const found = new RegExp(`<${prefix}f\\b${ATTRIBUTES}(?:/>|>([^<]*)</${prefix}f>)`).exec(inner);
  return found ? { attributes: found[1] ?? '', text: found[2] ?? '', xml: found[0] } : undefined;
}
