import type { Exact } from '../amount/exact';
import { ZERO } from '../amount/exact';
import type { ExactColumn } from '../amount/exact-column';
import { exactAt, newExactColumn, setExact } from '../amount/exact-column';
import type { Cell, Origin, RangeSource } from './cell';
import { NO_RESULT, cellText, isBlankOrZero, isErrorCell, matchKey, quoteCell } from './cell';
import { cellDays, cellNumbers } from './column-cells';
import type { Day } from './day';
import { newGathering } from './gathering';
import { headerWords } from './header-text';
import type { Issue, Place } from './issue';
import { issue } from './issue';
import { isNumberFault } from './number-cell';
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
  /** The range it was made of. */
  readonly source: RangeSource;
  readonly origin: Origin | undefined;
  /** Days to add to the serials of dates. */
  readonly serialShift: number;
  readonly headers: readonly string[];
  /** The column number of each field and of each further header. */
  readonly columns: ReadonlyMap<string, number>;
  readonly cells: readonly (readonly Cell[])[];
  /** The row of the sheet's range, counted from 1 for the header. */
  readonly rowNumbers: Int32Array;
  /** Where each row's own range begins, in a table of several sheets. */
  readonly rowOrigins?: readonly Origin[];
  readonly length: number;
  readonly faults: Issue[];
  /** What was left out, taken for a blank or read in a way that a person may want to know of. */
  readonly notes: Issue[];
  /** Rows that hold a cell that could not be read. */
  readonly faulty: Uint8Array;
  readonly typed: Map<string, TextColumn | DayColumn | NumberColumn>;
}

/** The header row: where it was found, else the first row that is not blank. */
export function headerRowOf(source: RangeSource): number {
  return source.head?.row ?? source.cells.findIndex((row) => row.some((cell) => !isBlankOrZero(cell)));
}

export function hasColumn(table: Table, field: string): boolean {
  return table.columns.has(field) || table.columns.has(matchKey(field));
}

/** The column number of a field key, of a header in any language, or of a further header. */
export function columnNumber(table: Table, name: string): number | undefined {
  const direct = table.columns.get(name);
  if (direct !== undefined) return direct;
  const field = fieldOfHeader(table.kind, name);
  return (field === undefined ? undefined : table.columns.get(field)) ?? table.columns.get(matchKey(name)) ?? table.columns.get(headerWords(name).key);
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
    ...originOf(table, row),
  };
}

function originOf({ origin, rowOrigins }: Table, row: number): Pick<Place, 'origin'> {
  const own = rowOrigins?.[row] ?? origin;
  return own ? { origin: own } : {};
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
    if (isErrorCell(cell)) addFault(table, row, errorIssue(table, row, field));
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
  const read = cellDays(table, column);
  const told = newGathering();
  for (let row = 0; row < table.length; row += 1) {
    const cell = table.cells[row]?.[column];
    const reading = read.day(cell);
    if (typeof reading === 'number') days[row] = reading;
    else if (reading === 'no value') told.add('cell.noValue', row, cell);
    else if (reading === 'error') addFault(table, row, errorIssue(table, row, field));
    else if (reading === 'order unknown') told.add('cell.dateOrder', row, cell, faultOnce(table));
    else if (reading !== 'blank') addFault(table, row, issue(reading === 'no year' ? 'cell.noYear' : 'cell.notDate', placeOf(table, row, field), { found: quoteCell(cell) }));
  }
  told.tell((row) => placeOf(table, row, field), table);
  if (read.yearTaken) tellYear(table, field, read.yearTaken);
  return { days };
}

function tellYear(table: Table, field: string, { year, cells }: { readonly year: number; readonly cells: ReadonlySet<Cell> }): void {
  const column = columnNumber(table, field) ?? 0;
  const rows = table.cells.flatMap((row, index) => (cells.has(row[column]) ? [index] : []));
  const [first] = rows;
  if (first !== undefined) table.notes.push(issue('cell.yearTaken', placeOf(table, first, field), { count: rows.length, found: quoteCell(table.cells[first]?.[column]), year }, 'note'));
}

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
  if (column === undefined) return { numbers, present };
  const read = cellNumbers(table, column, field);
  const isPercentless = NO_PERCENT.has(field) && (table.kind === 'orders' || table.kind === 'receipts');
  const told = newGathering();
  for (let row = 0; row < table.length; row += 1) {
    const cell = table.cells[row]?.[column];
    const reading = read(cell);
    if (reading === 'blank') continue;
    if (reading === 'no value') told.add('cell.noValue', row, cell);
    else if (reading === 'error') addFault(table, row, errorIssue(table, row, field));
    else if (isNumberFault(reading)) addFault(table, row, issue(numberIssue[reading], placeOf(table, row, field), { found: quoteCell(cell) }));
    else {
      present[row] = 1;
      setExact(numbers, row, reading);
      if (isPercentless && typeof cell === 'string' && /[%％]\s*$/.test(cell)) told.add('cell.percentAmount', row, cell);
    }
  }
  told.tell((row) => placeOf(table, row, field), table);
  return { numbers, present };
}

const numberIssue = { 'not a number': 'cell.notNumber', 'too large': 'cell.tooLarge' } as const;

/** The issue of a cell that holds an error, or a formula without a result. */
export function errorIssue(table: Table, row: number, field: string): Issue {
  const cell = cellAt(table, row, field);
  return cell === NO_RESULT ? issue('cell.noResult', placeOf(table, row, field)) : issue('cell.error', placeOf(table, row, field), { found: quoteCell(cell) });
}

/** Keeps a row out without a word of its own: its issue is told once for the whole column. */
function faultOnce(table: Table): (row: number) => void {
  return (row) => void (table.faulty[row] = 1);
}

/** Amounts that no part of anything is meant by: a percentage there is a slip. */
const NO_PERCENT = new Set(['amount', 'received', 'purchase', 'profit', 'quantity', 'domesticCost', 'otherCost', 'targetBonus', 'rate']);

/** The number of a row; a blank is 0 where the column is optional. */
export function numberAt(column: NumberColumn, row: number): Exact {
  return column.present[row] === 1 ? exactAt(column.numbers, row) : ZERO;
}
