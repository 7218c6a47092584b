import { columnLetters } from '../../core/table/cell';
import { areaOf } from '../../xlsx/read-sheet';
import { shiftFormula } from '../../xlsx/shift-formula';
import { WorkbookError } from '../../xlsx/workbook-error';
import type { Look } from '../../xlsx/style-book';
import { escapeXml } from '../../xlsx/xml';
import { attribute, resolved } from '../../xlsx/xml-scan';
import type { CellPiece, RowPiece, SheetPieces } from './sheet-pieces';
import { sheetPieces } from './sheet-pieces';

/** What a cell holds now: a value, a formula with its last result, or nothing. Row and column count from 0. */
export interface CellPatch {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean | undefined;
  /** Without the = before it. */
  readonly formula?: string;
  /** The rectangle that the formula fills, as an address, if it fills more than its cell. */
  readonly fills?: string;
  /** Only the result has changed: the formula stays as it is written. */
  readonly keepsFormula?: boolean;
  /** What has changed of how the cell looks. */
  readonly look?: Look;
  /** Only the look has changed: what the cell holds stays as it is written. */
  readonly keepsContent?: boolean;
}

/** The number of the style that is another but for a look. */
export type Styled = (base: number, look: Look) => number;

type Patches = ReadonlyMap<number, ReadonlyMap<number, CellPatch>>;

/** A sheet's part with some cells replaced; every other character of it stays. */
export function patchSheet(xml: string, cells: readonly CellPatch[], styled: Styled = (base) => base): string {
  const pieces = sheetPieces(xml);
  if (!pieces) throw new WorkbookError('A sheet of the file has no cells to change. / 文件中的工作表没有可修改的单元格。');
  if (cells.length === 0) return xml;
  const made = patchedRows({ xml, pieces, patches: byRow(cells), formulas: splitFormulas(pieces, cells), styled });
  const body = pieces.isEmpty ? `<${pieces.prefix}sheetData>${made}</${pieces.prefix}sheetData>` : made;
  const patched = xml.slice(0, pieces.start) + body + xml.slice(pieces.end);
  return isBeyond(xml, cells) ? patched.replace(/<(?:[\w.-]+:)?dimension\b[^>]*\/>/, '') : patched;
}

/** Whether a cell lies outside of what the sheet says its extent is: a wrong extent is worse than none. */
function isBeyond(xml: string, cells: readonly CellPatch[]): boolean {
  const reference = /<(?:[\w.-]+:)?dimension\b[^>]*\bref=["']([^"']*)["']/.exec(xml)?.[1];
  const area = reference === undefined ? undefined : areaOf(reference.includes(':') ? reference : `${reference}:${reference}`);
  return area !== undefined && cells.some(({ row, column }) => row + 1 < area.top || row + 1 > area.bottom || column + 1 < area.left || column + 1 > area.right);
}

function byRow(cells: readonly CellPatch[]): Patches {
  const rows = new Map<number, Map<number, CellPatch>>();
  for (const cell of cells) {
    const row = rows.get(cell.row + 1) ?? new Map<number, CellPatch>();
    if (!row.has(cell.column + 1)) row.set(cell.column + 1, cell);
    rows.set(cell.row + 1, row);
  }
  return rows;
}

interface ToPatch {
  readonly xml: string;
  readonly pieces: SheetPieces;
  readonly patches: Patches;
  /** Formulas that stand in the place of those written, by the start of their cells. */
  readonly formulas: ReadonlyMap<number, string>;
  readonly styled: Styled;
}

function patchedRows(given: ToPatch): string {
  const { xml, patches } = given;
  const { prefix, rows, start, end } = given.pieces;
  const pending = [...patches.keys()].sort((a, b) => a - b);
  const made: string[] = [];
  let at = start;
  const insertBefore = (limit: number): void => {
    for (let next = pending[0]; next !== undefined && next < limit; next = pending[0]) {
      pending.shift();
      made.push(newRow(prefix, next, patches.get(next) ?? new Map(), given.styled));
    }
  };
  for (const row of rows) {
    made.push(xml.slice(at, row.start));
    insertBefore(row.row);
    const own = patches.get(row.row);
    if (own) pending.shift();
    made.push(own || given.formulas.size > 0 ? patchedRow(given, row, own ?? new Map()) : addressed(xml.slice(row.start, row.end), `${prefix}row`, row.attributes, String(row.row)));
    at = row.end;
  }
  insertBefore(Infinity);
  return made.join('') + (rows.length === 0 ? '' : xml.slice(at, end));
}

function newRow(prefix: string, row: number, patches: ReadonlyMap<number, CellPatch>, styled: Styled): string {
  const cells = [...patches].sort(([a], [b]) => a - b).map(([column, patch]) => cellXml(prefix, patch, withStyle(` r="${columnLetters(column)}${row}"`, patch, styled), undefined)).join('');
  return cells === '' ? '' : `<${prefix}row r="${row}">${cells}</${prefix}row>`;
}

function patchedRow({ xml, pieces: { prefix }, formulas, styled }: ToPatch, row: RowPiece, patches: ReadonlyMap<number, CellPatch>): string {
  if (patches.size === 0 && !row.cells.some(({ start }) => formulas.has(start))) return addressed(xml.slice(row.start, row.end), `${prefix}row`, row.attributes, String(row.row));
  const pending = [...patches.keys()].sort((a, b) => a - b);
  const made: string[] = [];
  const insertBefore = (limit: number): void => {
    for (let next = pending[0]; next !== undefined && next < limit; next = pending[0]) {
      pending.shift();
      const patch = patches.get(next);
      if (patch) made.push(cellXml(prefix, patch, withStyle(` r="${columnLetters(next)}${row.row}"`, patch, styled), undefined));
    }
  };
  let at = row.cells[0]?.start ?? 0;
  for (const cell of row.cells) {
    made.push(xml.slice(at, cell.start));
    insertBefore(cell.column);
    const own = patches.get(cell.column);
    if (own) pending.shift();
    const split = formulas.get(cell.start);
    const kept = split === undefined ? xml.slice(cell.start, cell.end) : xml.slice(cell.start, cell.end).replace(cell.formula?.xml ?? '', () => split);
    made.push(own && own.keepsContent !== true ? cellXml(prefix, own, withStyle(placeOf(cell, row.row), own, styled), cell) : addressed(own ? restyled(kept, cell, own, styled) : kept, `${prefix}c`, cell.attributes, `${columnLetters(cell.column)}${row.row}`));
    at = cell.end;
  }
  insertBefore(Infinity);
  const isWider = [...patches.keys()].some((column) => !row.cells.some((cell) => cell.column === column));
  const attributes = isWider ? row.attributes.replace(/\s+spans=(?:"[^"]*"|'[^']*')/, '') : row.attributes;
  return addressed(`<${prefix}row${attributes}>${made.join('')}</${prefix}row>`, `${prefix}row`, attributes, String(row.row));
}

/** Attributes of a cell with the style that its look asks for. */
function withStyle(attributes: string, { look }: CellPatch, styled: Styled): string {
  if (!look) return attributes;
  const own = /\ss\s*=\s*["'](\d+)["']/;
  const id = styled(Number(own.exec(attributes)?.[1] ?? 0), look);
  return own.test(attributes) ? attributes.replace(own, ` s="${id}"`) : `${attributes} s="${id}"`;
}

/** A cell as it is written, in another style. */
function restyled(xml: string, { attributes }: CellPiece, patch: CellPatch, styled: Styled): string {
  const at = xml.indexOf(attributes);
  return at < 0 ? xml : xml.slice(0, at) + withStyle(attributes.replace(/\s+$/, ''), patch, styled) + xml.slice(at + attributes.length);
}

/** An element that says where it stands: one that only follows another would move with what comes before it. */
function addressed(xml: string, name: string, attributes: string, address: string): string {
  return attribute(attributes, 'r') === undefined ? `<${name} r="${address}"${xml.slice(name.length + 1)}` : xml;
}

/** A cell keeps what it says of itself, but for its type; one without an address gets it, as cells may come before it. */
function placeOf({ attributes, column }: CellPiece, row: number): string {
  const address = attribute(attributes, 'r') ?? `${columnLetters(column)}${row}`;
  const others = attributes.replace(/\s+(?:r|t)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  return ` r="${address}"${others.trimEnd()}`;
}

function cellXml(prefix: string, patch: CellPatch, attributes: string, cell: CellPiece | undefined): string {
  const { value, formula, fills, keepsFormula } = patch;
  const tag = (name: string, inner: string, more = ''): string => `<${prefix}${name}${more}>${inner}</${prefix}${name}>`;
  const array = fills === undefined ? '' : ` t="array" ref="${fills}"`;
  const own = keepsFormula === true ? (cell?.formula?.xml ?? '') : '';
  const made = formula === undefined || keepsFormula === true ? own : tag('f', escapeXml(formula), array);
  if (value === undefined) return made === '' && !/\ss=/.test(attributes) ? '' : tag('c', made, attributes);
  if (typeof value === 'number') return tag('c', `${made}${tag('v', String(value))}`, attributes);
  if (typeof value === 'boolean') return tag('c', `${made}${tag('v', value ? '1' : '0')}`, `${attributes} t="b"`);
  if (made !== '') return tag('c', `${made}${tag('v', escapeXml(value))}`, `${attributes} t="${/^#[A-Z/0!?]+[!?A]$/.test(value) ? 'e' : 'str'}"`);
  return tag('c', tag('is', tag('t', escapeXml(value), ' xml:space="preserve"')), `${attributes} t="inlineStr"`);
}

/**
 * Formulas that have to be written anew so that nobody else's is lost: where the first cell of a shared formula is
 * replaced, the others get their own; where a cell within an array is replaced, the array becomes the values it shows.
 */
function splitFormulas({ prefix, rows }: SheetPieces, cells: readonly CellPatch[]): ReadonlyMap<number, string> {
  const replaced = new Set(cells.filter(({ keepsFormula, keepsContent }) => keepsFormula !== true && keepsContent !== true).map(({ row, column }) => `${row + 1},${column + 1}`));
  const lost = new Map<string, { readonly row: number; readonly column: number; readonly text: string }>();
  const made = new Map<number, string>();
  for (const { row, cells: own } of rows) {
    for (const { column, start, formula } of own) {
      if (!formula) continue;
      const [type, reference, shared = ''] = ['t', 'ref', 'si'].map((name) => attribute(formula.attributes, name));
      const isReplaced = replaced.has(`${row},${column}`);
      if (type === 'shared' && formula.text !== '' && isReplaced) lost.set(shared, { row, column, text: resolved(formula.text) });
      const master = type === 'shared' && formula.text === '' && !isReplaced ? lost.get(shared) : undefined;
      if (master) made.set(start, `<${prefix}f>${escapeXml(shiftFormula(master.text, row - master.row, column - master.column))}</${prefix}f>`);
      if (type === 'array' && !isReplaced && hitsArray(reference, replaced)) made.set(start, '');
    }
  }
  return made;
}

function hitsArray(reference: string | undefined, replaced: ReadonlySet<string>): boolean {
  const area = reference === undefined ? undefined : areaOf(reference);
  if (!area) return false;
  return [...replaced].some((key) => {
    const [row = 0, column = 0] = key.split(',').map(Number);
    return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
  });
}
