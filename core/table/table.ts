import type { Exact } from '../amount/exact';
import { ZERO } from '../amount/exact';
import type { ExactColumn } from '../amount/exact-column';
import { exactAt, newExactColumn, setExact } from '../amount/exact-column';
import type { Cell, Origin, RangeSource } from './cell';
import { cellText, isBlankOrZero, isErrorCell, matchKey, quoteCell } from './cell';
import type { Day } from './day';
import { isDayFault, readDay } from './day';
import type { Issue, Place } from './issue';
import { issue } from './issue';
import type { NumberReading } from './number-cell';
import { isNumberFault, readNumber } from './number-cell';
import type { TableKind } from './schema';
import { fieldOfHeader, header } from './schema';

/** A column of texts: each row holds the number of a text in `values`; number 0 is always the blank. */
export interface TextColumn {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

/** A column of dates: `NO_DAY` where blank or not a date. */
export interface DayColumn {
  readonly days: Int32Array;
}

/** A column of exact numbers; `present` is 1 where the cell held a number (a blank counts as 0). */
export interface NumberColumn {
  readonly numbers: ExactColumn;
  readonly present: Uint8Array;
}

export const NO_DAY = -2147483648;

/**
 * A table of the workbook: its rows as they came, and each column typed the first time somebody asks for it.
 * A cell that cannot be read makes an issue in `faults` and marks its row, then and never again.
 */
export interface Table {
  readonly kind: TableKind;
  readonly origin: Origin | undefined;
  /** Days to add to the serials of dates. */
  readonly serialShift: number;
  readonly headers: readonly string[];
  /** The column number of each field and of each further header. */
  readonly columns: ReadonlyMap<string, number>;
  readonly cells: readonly (readonly Cell[])[];
  /** The row of the sheet's range, counted from 1 for the header. */
  readonly rowNumbers: Int32Array;
  readonly length: number;
  readonly faults: Issue[];
  /** Rows that hold a cell that could not be read. */
  readonly faulty: Uint8Array;
  readonly typed: Map<string, TextColumn | DayColumn | NumberColumn>;
}

/** The header row: the first row that is not blank. */
export function headerRowOf(source: RangeSource): number {
  return source.cells.findIndex((row) => row.some((cell) => !isBlankOrZero(cell)));
}

/** Makes a table of a range whose kind is known. `mapping` gives the header texts that stand for a field. */
export function makeTable(kind: TableKind, source: RangeSource, mapping: ReadonlyMap<string, string>): Table {
  const headerRow = Math.max(headerRowOf(source), 0);
  const headers = (source.cells[headerRow] ?? []).map(cellText);
  const kept: (readonly Cell[])[] = [];
  const numbers: number[] = [];
  for (let index = headerRow + 1; index < source.cells.length; index += 1) {
    const row = source.cells[index] ?? [];
    if (isBlankRow(row)) continue;
    kept.push(row);
    numbers.push(index + 1);
  }
  const faults: Issue[] = [];
  const table: Table = {
    kind,
    origin: source.origin,
    serialShift: source.serialShift ?? 0,
    headers,
    columns: columnNumbers(kind, headers, mapping, source.origin, faults),
    cells: kept,
    rowNumbers: Int32Array.from(numbers),
    length: kept.length,
    faults,
    faulty: new Uint8Array(kept.length),
    typed: new Map(),
  };
  return table;
}

function isBlankRow(row: readonly Cell[]): boolean {
  for (const cell of row) if (!isBlankOrZero(cell)) return false;
  return true;
}

function columnNumbers(
  kind: TableKind,
  headers: readonly string[],
  mapping: ReadonlyMap<string, string>,
  origin: Origin | undefined,
  faults: Issue[],
): Map<string, number> {
  const columns = new Map<string, number>();
  headers.forEach((text, column) => {
    if (text === '') return;
    const key = mapping.get(matchKey(text)) ?? fieldOfHeader(kind, text) ?? matchKey(text);
    const taken = columns.get(key);
    if (taken === undefined) {
      columns.set(key, column);
      return;
    }
    const mapped = mapping.get(matchKey(text)) === key && mapping.get(matchKey(headers[taken] ?? '')) !== key;
    if (mapped) columns.set(key, column);
    else faults.push(issue('table.columnTwice', placeOfColumn(kind, origin, column, text), { header: text, first: headers[taken] ?? '' }));
  });
  return columns;
}

function placeOfColumn(kind: TableKind, origin: Origin | undefined, column: number, text: string): Place {
  return { table: kind, row: 1, column, header: text, ...(origin && { origin }) };
}

export function hasColumn(table: Table, field: string): boolean {
  return table.columns.has(field) || table.columns.has(matchKey(field));
}

/** The column number of a field key, of a header in any language, or of a further header. */
export function columnNumber(table: Table, name: string): number | undefined {
  const direct = table.columns.get(name);
  if (direct !== undefined) return direct;
  const field = fieldOfHeader(table.kind, name);
  return (field === undefined ? undefined : table.columns.get(field)) ?? table.columns.get(matchKey(name));
}

/** The place of a cell in a table. */
export function placeOf(table: Table, row: number, field?: string): Place {
  const column = field === undefined ? undefined : columnNumber(table, field);
  const text = column === undefined ? field && header(table.kind, field, 'en') : table.headers[column];
  return {
    table: table.kind,
    row: table.rowNumbers[row] ?? 0,
    ...(column !== undefined && { column }),
    ...(text !== undefined && { header: text }),
    ...(table.origin && { origin: table.origin }),
  };
}

export function cellAt(table: Table, row: number, field: string): Cell {
  const column = columnNumber(table, field);
  return column === undefined ? undefined : table.cells[row]?.[column];
}

function addFault(table: Table, row: number, found: Issue): void {
  table.faulty[row] = 1;
  table.faults.push(found);
}

/** Adds an issue about a row that keeps the row out of the settlement. */
export function faultRow(table: Table, row: number, field: string | undefined, found: Pick<Issue, 'code' | 'params'>): void {
  addFault(table, row, issue(found.code, placeOf(table, row, field), found.params));
}

export function textColumn(table: Table, field: string): TextColumn {
  const key = `text ${field}`;
  const known = table.typed.get(key);
  if (known) return known as TextColumn;
  const column = readTextColumn(table, field);
  table.typed.set(key, column);
  return column;
}

function readTextColumn(table: Table, field: string): TextColumn {
  const codes = new Int32Array(table.length);
  const values: string[] = [''];
  const column = columnNumber(table, field);
  if (column === undefined) return { codes, values };
  const known = new Map<Cell, number>();
  const byText = new Map<string, number>([['', 0]]);
  for (let row = 0; row < table.length; row += 1) {
    const cell = table.cells[row]?.[column];
    if (isBlankOrZero(cell)) continue;
    let code = known.get(cell);
    if (code === undefined) {
      const text = isErrorCell(cell) ? '' : cellText(cell);
      code = byText.get(text) ?? values.length;
      if (code === values.length) {
        values.push(text);
        byText.set(text, code);
      }
      if (!isErrorCell(cell)) known.set(cell, code);
    }
    if (isErrorCell(cell)) addFault(table, row, issue('cell.error', placeOf(table, row, field), { found: quoteCell(cell) }));
    codes[row] = code;
  }
  return { codes, values };
}

export function textAt(column: TextColumn, row: number): string {
  return column.values[column.codes[row] ?? 0] ?? '';
}

export function dayColumn(table: Table, field: string): DayColumn {
  const key = `day ${field}`;
  const known = table.typed.get(key);
  if (known) return known as DayColumn;
  const column = readDayColumn(table, field);
  table.typed.set(key, column);
  return column;
}

function readDayColumn(table: Table, field: string): DayColumn {
  const days = new Int32Array(table.length).fill(NO_DAY);
  const column = columnNumber(table, field);
  if (column === undefined) return { days };
  const known = new Map<Cell, Day>();
  for (let row = 0; row < table.length; row += 1) {
    const cell = table.cells[row]?.[column];
    const seen = known.get(cell);
    if (seen !== undefined) {
      days[row] = seen;
      continue;
    }
    const reading = readDay(shiftedSerial(table, cell));
    if (reading === 'blank') continue;
    if (isDayFault(reading)) {
      const code = reading === 'error' ? 'cell.error' : 'cell.notDate';
      addFault(table, row, issue(code, placeOf(table, row, field), { found: quoteCell(cell) }));
      continue;
    }
    known.set(cell, reading);
    days[row] = reading;
  }
  return { days };
}

/** A date's serial in the 1900 system. Small numbers are no serials of the last hundred years: they may be years. */
export function shiftedSerial({ serialShift }: Pick<Table, 'serialShift'>, cell: Cell): Cell {
  return typeof cell === 'number' && serialShift !== 0 && cell > LAST_YEAR ? cell + serialShift : cell;
}

const LAST_YEAR = 2200;

export function dayAt(column: DayColumn, row: number): Day | undefined {
  const day = column.days[row];
  return day === NO_DAY ? undefined : day;
}

export function numberColumn(table: Table, field: string): NumberColumn {
  const key = `number ${field}`;
  const known = table.typed.get(key);
  if (known) return known as NumberColumn;
  const column = readNumberColumn(table, field);
  table.typed.set(key, column);
  return column;
}

function readNumberColumn(table: Table, field: string): NumberColumn {
  const numbers = newExactColumn(table.length);
  numbers.length = table.length;
  const present = new Uint8Array(table.length);
  const column = columnNumber(table, field);
  const known = new Map<string, NumberReading>();
  if (column === undefined) return { numbers, present };
  for (let row = 0; row < table.length; row += 1) {
    const cell = table.cells[row]?.[column];
    const reading = typeof cell === 'string' ? (known.get(cell) ?? readNumber(cell)) : readNumber(cell);
    if (typeof cell === 'string') known.set(cell, reading);
    if (reading === 'blank') continue;
    if (isNumberFault(reading)) {
      addFault(table, row, issue(numberIssue[reading], placeOf(table, row, field), { found: quoteCell(cell) }));
      continue;
    }
    present[row] = 1;
    setExact(numbers, row, reading);
  }
  return { numbers, present };
}

const numberIssue = { error: 'cell.error', 'not a number': 'cell.notNumber', 'too large': 'cell.tooLarge' } as const;

/** The number of a row; a blank is 0 where the column is optional. */
export function numberAt(column: NumberColumn, row: number): Exact {
  return column.present[row] === 1 ? exactAt(column.numbers, row) : ZERO;
}
