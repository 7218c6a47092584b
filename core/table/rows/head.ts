import type { Cell, Head, Merge, RangeSource } from '../cell';
import { cellText, isBlankOrZero, isErrorCell, matchKey } from '../cell';
import { readDay } from '../day';
import type { TableKind } from '../schema';
import { headerMatch } from '../header-match';
import { headerWords } from '../header-text';
import { schemas } from '../schema';
import { systemColumns } from '../schemas/systems';

/** Headers are looked for within the first rows of a range that hold anything. */
export const MOST_ROWS_ABOVE = 50;

type Mapping = ReadonlyMap<string, string>;

/** How many fields of a table some headers name, certainly and perhaps, and whether they make it one. */
export interface Fit {
  readonly sure: number;
  readonly perhaps: number;
  readonly isEnough: boolean;
}

/** The fields that headers stand for, the sure ones before those that are only where nothing else is. */
export function fieldsAmong(kind: TableKind, headers: readonly string[], mapping: Mapping): { readonly sure: ReadonlySet<string>; readonly all: ReadonlySet<string> } {
  const [sure, all] = [new Set<string>(), new Set<string>()];
  const system = systemColumns(kind, headers);
  for (const text of headers) {
    if (text === '') continue;
    const mapped = mapping.get(matchKey(text)) ?? system?.get(headerWords(text).key);
    const match = mapped === undefined && !system ? headerMatch(kind, text) : undefined;
    const field = mapped ?? match?.field;
    if (field === undefined) continue;
    all.add(field);
    if (match?.strength !== 'perhaps') sure.add(field);
  }
  return { sure, all };
}

export function fitOf(kind: TableKind, headers: readonly string[], mapping: Mapping): Fit {
  const { sure, all } = fieldsAmong(kind, headers, mapping);
  const isEnough = schemas[kind].knownBy.some((needs) => needs.every((field) => all.has(field)));
  return { sure: sure.size, perhaps: all.size - sure.size, isEnough };
}

/** The header of a range whose kind is known: its first row that names enough columns, else its first row at all. */
export function headOf(kind: TableKind, source: RangeSource, mapping: Mapping): Head {
  const rows = filledRows(source.cells, 0, MOST_ROWS_ABOVE);
  const found = rows.map((row) => headsAt(source, row)).find((heads) => heads.some(({ texts }) => fitOf(kind, texts, mapping).isEnough));
  const best = found && bestHead(found, (texts) => fitOf(kind, texts, mapping));
  const [first = 0] = rows;
  return best ?? { row: first, texts: textsOf(source.cells[first] ?? []) };
}

/** The heads that name most, a single row before two where both name as many. */
export function bestHead(heads: readonly Head[], fit: (texts: readonly string[]) => Fit): Head | undefined {
  let best: { readonly head: Head; readonly score: number } | undefined;
  for (const head of heads) {
    const { sure, perhaps, isEnough } = fit(head.texts);
    const score = isEnough ? sure + perhaps / 2 : -1;
    if (score >= 0 && (!best || score > best.score)) best = { head, score };
  }
  return best?.head;
}

/** The numbers of some rows that hold anything, from a row on. */
export function filledRows(cells: RangeSource['cells'], from: number, most: number): number[] {
  const found: number[] = [];
  for (let row = from; row < cells.length && found.length < most; row += 1) {
    if (cells[row]?.some((cell) => !isBlankOrZero(cell)) === true) found.push(row);
  }
  return found;
}

/** What may be a header at a row: the row alone, and the row joined with the one below it. */
export function headsAt(source: RangeSource, row: number): Head[] {
  const line = source.cells[row] ?? [];
  if (!mayBeHeader(line)) return [];
  const merges = (source.merges ?? []).filter((merge) => merge.row <= row && merge.row + merge.rows > row);
  const own = textsOf(withoutHidden(line, merges, row));
  const below = source.cells[row + 1] ?? [];
  const isGrouped = merges.some(({ rows, columns }) => rows > 1 || columns > 1) || line.some((cell, column) => isBlankOrZero(cell) && !isBlankOrZero(below[column])) || below.length > line.length;
  // One text alone above a header is a title, however far its cell was merged.
  const isTitle = own.filter((text) => text !== '').length < 2;
  if (!isGrouped || isTitle || !mayBeHeader(below)) return [{ row, texts: own }];
  return [{ row, texts: own }, { row: row + 1, texts: joined(own, textsOf(below), merges) }];
}

/** A header is text; a year or a date that stands for a month may be among it. */
function mayBeHeader(line: readonly Cell[]): boolean {
  let texts = 0;
  for (const cell of line) {
    if (isBlankOrZero(cell)) continue;
    if (typeof cell === 'boolean' || isErrorCell(cell)) return false;
    if (typeof cell === 'number' && !(Number.isInteger(cell) && cell >= 1 && cell < 2958466)) return false;
    if (typeof cell === 'string') texts += 1;
  }
  return texts > 0;
}

/** Cells under a merged area show nothing, whatever they hold. */
function withoutHidden(line: readonly Cell[], merges: readonly Merge[], row: number): readonly Cell[] {
  if (merges.length === 0) return line;
  return line.map((cell, column) => (merges.some((merge) => column >= merge.column && column < merge.column + merge.columns && (column > merge.column || row > merge.row)) ? null : cell));
}

export function textsOf(line: readonly Cell[]): string[] {
  return line.map(cellText);
}

/** Two rows of headers as one: a group above stands before each of its columns, unless the lower header says it all. */
function joined(upper: readonly string[], lower: readonly string[], merges: readonly Merge[]): string[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, column) => {
    const [own, below] = [upper[column] ?? '', lower[column] ?? ''];
    if (below === '') return own;
    const group = own === '' ? groupOf(upper, column, merges) : own;
    return group === '' || isWhole(below) ? below : `${group} ${below}`;
  });
}

function groupOf(upper: readonly string[], column: number, merges: readonly Merge[]): string {
  const over = merges.find((merge) => column > merge.column && column < merge.column + merge.columns);
  if (over) return upper[over.column] ?? '';
  if (merges.length > 0) return '';
  // Without merged cells, a group reaches as far as nothing stands beside it.
  for (let at = column - 1; at >= 0; at -= 1) if ((upper[at] ?? '') !== '') return upper[at] ?? '';
  return '';
}

/** Whether a lower header needs no group: it names a column of some table by itself. */
function isWhole(text: string): boolean {
  if (typeof readDay(text) === 'number') return false;
  return (['orders', 'people', 'receipts', 'rules', 'kpis'] as const).some((kind) => headerMatch(kind, text)?.strength === 'own name');
}
