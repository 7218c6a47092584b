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
  let last = 0;
  return elementsIn(xml, `${prefix}row`, from, to).map(({ start, end, attributes, inner }): RowPiece => {
    last = Number(attribute(attributes, 'r') ?? last + 1);
    return { row: last, start, end, attributes, cells: inner ? cellsIn(xml, prefix, inner.from, inner.to) : [] };
  });
}

function cellsIn(xml: string, prefix: string, from: number, to: number): CellPiece[] {
  let last = 0;
  return elementsIn(xml, `${prefix}c`, from, to).map(({ start, end, attributes, inner }): CellPiece => {
    const letters = /^[A-Z]+/i.exec(attribute(attributes, 'r') ?? '')?.[0];
    last = letters === undefined ? last + 1 : columnNumber(letters);
    return { column: last, start, end, attributes, formula: inner && formulaIn(xml.slice(inner.from, inner.to), prefix) };
  });
}

interface ElementPiece {
  readonly start: number;
  readonly end: number;
  readonly attributes: string;
  /** Where its content stands; undefined where it closes itself. */
  readonly inner: { readonly from: number; readonly to: number } | undefined;
}

/** The elements of a name that follow one another in a stretch of text. */
function elementsIn(xml: string, name: string, from: number, to: number): ElementPiece[] {
  const open = new RegExp(`<${name}\\b${ATTRIBUTES}(?:/>|>)`, 'g');
  const close = new RegExp(`</${name}\\s*>`, 'g');
  const found: ElementPiece[] = [];
  open.lastIndex = from;
  for (let one = open.exec(xml); one && one.index < to; one = open.exec(xml)) {
    const inside = one.index + one[0].length;
    close.lastIndex = inside;
    const closing = one[0].endsWith('/>') ? undefined : close.exec(xml);
    const end = closing ? close.lastIndex : inside;
    found.push({ start: one.index, end, attributes: one[1] ?? '', inner: closing ? { from: inside, to: closing.index } : undefined });
    open.lastIndex = end;
  }
  return found;
}

function formulaIn(inner: string, prefix: string): FormulaPiece | undefined {
  const found = new RegExp(`<${prefix}f\\b${ATTRIBUTES}(?:/>|>([^<]*)</${prefix}f>)`).exec(inner);
  return found ? { attributes: found[1] ?? '', text: found[2] ?? '', xml: found[0] } : undefined;
}
