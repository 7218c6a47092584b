import type { Cell, Head, Origin, RangeSource } from '../cell';
import { cellText, columnLetters, isBlankOrZero, quoteCell } from '../cell';
import type { Issue } from '../issue';
import { issue } from '../issue';
import { isEmptyCell } from '../no-value';
import type { TableKind } from '../schema';
import { duplicates } from './duplicates';
import { furtherLines } from './further-lines';
import { isNote } from './notes';
import { placer } from './place';
import { shapeOf } from './row-shape';
import { newTotals } from './totals';

export interface ToKeep {
  readonly kind: TableKind;
  readonly source: RangeSource;
  readonly head: Head;
  readonly columns: ReadonlyMap<string, number>;
  readonly cells: readonly (readonly Cell[])[];
  /** Rows that a merged amount of a row above covers. */
  readonly merged: ReadonlySet<number>;
}

export interface KeptRows {
  readonly cells: readonly (readonly Cell[])[];
  readonly numbers: Int32Array;
  readonly origins: readonly Origin[] | undefined;
  readonly notes: readonly Issue[];
}

type Reason = 'totals' | 'repeatedHeaders' | 'bare' | 'notes';

/** Tables that people write by hand; what we have written ourselves, and rules, hold every row that they hold. */
const AS_THEY_ARE: ReadonlySet<TableKind> = new Set(['statements', 'rules', 'grades', 'holidays']);

/** The rows of a table: without blanks, totals, headers that are repeated, rows that only wait to be filled, and notes below. */
export function keptRows(given: ToKeep): KeptRows {
  const { kind, head, columns, cells, source } = given;
  const [kept, numbers]: [(readonly Cell[])[], number[]] = [[], []];
  const left: Record<Reason, number[]> = { totals: [], repeatedHeaders: [], bare: [], notes: [] };
  const reason = reasonOf(given);
  const further = furtherLines(kind, columns);
  const filled: number[] = [];
  let above: readonly Cell[] | undefined;
  for (let row = head.row + 1; row < cells.length; row += 1) {
    const line = cells[row] ?? [];
    if (isEmptyRow(line)) continue;
    const why = reason(line);
    const whole = why === undefined || why === 'bare' ? further(line, above) : undefined;
    if (why && !whole) {
      left[why].push(row);
      above = undefined;
      continue;
    }
    if (whole) filled.push(row);
    above = whole ?? line;
    kept.push(above);
    numbers.push(row);
  }
  const place = placer(source);
  const notes = [
    ...toldOf(given, left),
    ...duplicates({ kind, cells: kept, numbers, source, columns }),
    ...toldOfFilled(given, filled),
    ...noAmounts({ ...given, merged: new Set([...given.merged, ...filled]) }, kept, numbers),
  ];
  const origins = source.pieces && numbers.map((row) => place(row).origin).flatMap((origin) => origin ?? []);
  return { cells: kept, numbers: Int32Array.from(numbers, (row) => place(row).number), origins, notes };
}

function isEmptyRow(line: readonly Cell[]): boolean {
  for (const cell of line) if (!isBlankOrZero(cell) && cell !== false) return false;
  return true;
}

function reasonOf({ kind, head, columns }: ToKeep): (line: readonly Cell[]) => Reason | undefined {
  if (AS_THEY_ARE.has(kind)) return (line) => (isRepeated(line, head) ? 'repeatedHeaders' : undefined);
  const shape = shapeOf(kind, columns);
  const totals = newTotals(shape);
  const isBare = bareRow(kind, columns);
  return (line) => {
    if (isRepeated(line, head)) return 'repeatedHeaders';
    if (isNote(line)) return 'notes';
    if (totals.isTotal(line)) return 'totals';
    return isBare(line) ? 'bare' : undefined;
  };
}

/** A header that stands again further down, as it does on every printed page. */
function isRepeated(line: readonly Cell[], { texts }: Head): boolean {
  let same = 0;
  for (let column = 0; column < texts.length; column += 1) {
    const text = texts[column] ?? '';
    const cell = line[column];
    if (text === '' && isBlankOrZero(cell)) continue;
    if (typeof cell !== 'string' || cellText(cell) !== text) return false;
    same += 1;
  }
  return same > 1;
}

/** What an order or a receipt needs at least one of; a row without any waits to be filled, or is a note. */
const NEEDED: Partial<Record<TableKind, { readonly numbers: readonly string[]; readonly dates: readonly string[]; readonly texts: readonly string[] }>> = {
  orders: { numbers: ['amount', 'quantity', 'received', 'profit', 'purchase'], dates: ['orderDate', 'shipDate', 'invoiceDate', 'receivedDate'], texts: ['owner'] },
  receipts: { numbers: ['amount'], dates: ['date'], texts: [] },
};

function bareRow(kind: TableKind, columns: ReadonlyMap<string, number>): (line: readonly Cell[]) => boolean {
  const needed = NEEDED[kind];
  if (!needed) return () => false;
  const numbered = (fields: readonly string[]): number[] => fields.flatMap((field) => columns.get(field) ?? []);
  const [filled, texts] = [numbered([...needed.numbers, ...needed.dates]), numbered(needed.texts)];
  return (line) => filled.every((column) => isEmptyCell(line[column])) && texts.every((column) => isBlankOrZero(line[column]));
}

const MOST_NAMED = 6;

function toldOf({ kind, source, cells }: ToKeep, left: Readonly<Record<Reason, readonly number[]>>): Issue[] {
  const place = placer(source);
  return (Object.keys(left) as Reason[]).flatMap((reason) => {
    const rows = left[reason];
    const [first] = rows;
    if (first === undefined) return [];
    const { origin, number } = place(first);
    const named = rows.slice(0, MOST_NAMED).map((row) => `${columnLetters(placed(row).column)}${placed(row).row} “${quoteCell(labelOf(cells[row] ?? []))}”`);
    const more = rows.length > MOST_NAMED ? ['…'] : [];
    const params = { count: rows.length, first: placed(first).row, rows: reason === 'bare' ? [...rows.slice(0, MOST_NAMED).map((row) => String(placed(row).row)), ...more] : [...named, ...more] };
    return [issue(`rows.${reason}`, { table: kind, row: number, column: labelColumn(cells[first] ?? []), ...(origin && { origin }) }, params, 'note')];
  });
  /** A row's number on its sheet, and the column of its label. */
  function placed(row: number): { readonly row: number; readonly column: number } {
    const { origin, number } = place(row);
    return { row: (origin?.row ?? 1) + number - 1, column: (origin?.column ?? 1) + labelColumn(cells[row] ?? []) };
  }
}

/** Lines that go on with the order above them. */
function toldOfFilled({ kind, source, columns }: ToKeep, rows: readonly number[]): Issue[] {
  const [first] = rows;
  if (first === undefined) return [];
  const place = placer(source);
  const { origin, number } = place(first);
  return [issue('rows.further', { table: kind, row: number, column: columns.get('order') ?? 0, ...(origin && { origin }) }, { count: rows.length, rows: sheetRows(rows, place) }, 'note')];
}

/** The first of some rows as the sheet numbers them. */
function sheetRows(rows: readonly number[], place: ReturnType<typeof placer>): string[] {
  const shown = rows.slice(0, MOST_NAMED).map((row) => String((place(row).origin?.row ?? 1) + place(row).number - 1));
  return rows.length > MOST_NAMED ? [...shown, '…'] : shown;
}

function labelColumn(line: readonly Cell[]): number {
  return Math.max(0, line.findIndex((cell) => !isBlankOrZero(cell)));
}

function labelOf(line: readonly Cell[]): Cell {
  return line[labelColumn(line)];
}

/** Orders that say whose and when, and no amount. */
function noAmounts({ kind, columns, source, merged, head }: ToKeep, kept: readonly (readonly Cell[])[], numbers: readonly number[]): Issue[] {
  const column = columns.get('amount');
  if (kind !== 'orders' || column === undefined) return [];
  const rows = numbers.filter((row, index) => isEmptyCell(kept[index]?.[column]) && kept[index]?.[column] !== 0 && !merged.has(row));
  const [first] = rows;
  if (first === undefined) return [];
  const place = placer(source);
  const { origin, number } = place(first);
  const at = { table: kind, row: number, column, header: head.texts[column] ?? '', ...(origin && { origin }) };
  return [issue('rows.noAmount', at, { count: rows.length, rows: sheetRows(rows, place) }, 'warning')];
}
