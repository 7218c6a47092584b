import { closingRows } from '../../core/commission/closed/close';
import type { Settlement } from '../../core/commission/settle';
import { settle as settlePlans } from '../../core/commission/settle';
import type { Cell, Range } from '../../core/table/cell';
import { issueLine } from '../../core/table/issue';
import { readPeriod } from '../../core/table/period';
import { recogniseTables } from '../../core/table/recognise';
import { fieldsOf } from '../../core/table/schema';
import type { Row } from './tables';
import { errorOf, rowsOf, settle } from './tables';

/** A workbook that months are closed in: what people type, and what closings append. */
export interface Book {
  readonly rules: Range;
  readonly people: Range;
  readonly orders: Range;
  readonly receipts?: Range;
  readonly adjustments?: Range;
  readonly statements?: Range;
  readonly lines?: Range;
}

const headers = (kind: 'statements' | 'statementLines'): Cell[] => fieldsOf(kind).map(({ en }) => en);

/** Every table of the book; Statements with its header only while nothing is closed. */
export function tablesOf({ rules, people, orders, receipts, adjustments, statements, lines }: Book): Range[] {
  return [rules, people, orders, receipts, adjustments, statements ?? [headers('statements')], lines].filter((table) => table !== undefined);
}

export function settlementOf(book: Book, period: string, plan?: string): Settlement {
  const tables = recogniseTables(tablesOf(book).map((cells) => ({ cells })));
  const settled = settlePlans(tables, { period: readPeriod(period), ...(plan !== undefined && { plan }) });
  if (!settled.ok) throw new Error(settled.issues.map((found) => issueLine(found, 'en')).join('\n'));
  return settled.value;
}

/** The book with periods closed one after the other by the product's own rows. */
export function closed(book: Book, ...periods: readonly string[]): Book {
  return periods.reduce((before, period) => closedPlan(before, period), book);
}

/** The book with a period of one plan (or of all) closed. */
export function closedPlan(book: Book, period: string, plan?: string, language: 'en' | 'zh' = 'en'): Book {
  const made = closingRows(settlementOf(book, period, plan), { by: 'Fin', at: '2027-01-01' }, language);
  return { ...book, statements: appended(book.statements, 'statements', made.statements), lines: appended(book.lines, 'statementLines', made.lines) };
}

/** Rows below a table, in its own columns; columns that it lacks come to its right. */
function appended(table: Range | undefined, kind: 'statements' | 'statementLines', rows: readonly (readonly Cell[])[]): Range {
  const all = headers(kind);
  const [header = [], ...before] = table ?? [all];
  const wide = [...header, ...all.filter((name) => !header.includes(name))];
  return [wide, ...before, ...rows.map((row) => wide.map((name) => row[all.indexOf(name)]))];
}

/** A view of a period, settled on top of what is closed. */
export function view(book: Book, period: string, name = 'summary'): Row[] {
  return settle(period, name, ...tablesOf(book));
}

export function refusal(book: Book, period: string): string {
  return errorOf('SETTLE', period, 'summary', ...tablesOf(book));
}

export function checks(book: Book): string[] {
  return rowsOf('CHECKTABLES', ...tablesOf(book)).map((row) => `${String(row['Severity'])}: ${String(row['Table'])} ${String(row['Cell'])} ${String(row['Problem'])}`);
}

/** The figures of a view that are not 0, by person and plan; rows without any are left out. */
export function figures(rows: readonly Row[], columns: readonly string[] = ['Earned', 'Reserved', 'Held', 'Released', 'Draw', 'Adjustment', 'Payable']): Record<string, Record<string, Cell>> {
  const found = rows.filter((row) => row['Person'] !== 'Total').map((row): [string, Record<string, Cell>] => [String(row['Person']), Object.fromEntries(columns.flatMap((column) => (row[column] === 0 || row[column] === '' ? [] : [[column, row[column]]])))]);
  return Object.fromEntries(found.filter(([, amounts]) => Object.keys(amounts).length > 0));
}

/** A Statements or Statement lines table with some cells written over: rows that a test picks, one column. */
export function changed(table: Range | undefined, column: string, pick: (row: Record<string, Cell>, index: number) => boolean, value: Cell): Range {
  const [header = [], ...rows] = table ?? [];
  const at = header.indexOf(column);
  return [header, ...rows.map((row, index) => (pick(Object.fromEntries(header.map((name, place) => [String(name), row[place]])), index) ? row.map((cell, place) => (place === at ? value : cell)) : row))];
}

/** A table without the rows that a test picks. */
export function without(table: Range | undefined, pick: (row: Record<string, Cell>, index: number) => boolean): Range {
  const [header = [], ...rows] = table ?? [];
  return [header, ...rows.filter((row, index) => !pick(Object.fromEntries(header.map((name, place) => [String(name), row[place]])), index))];
}

/** The book with the closing of a period marked as voided. */
export function voided(book: Book, period: string, plan?: string): Book {
  return { ...book, statements: changed(book.statements, 'Voided', (row) => row['Period'] === period && row['Voided'] === undefined && (plan === undefined || row['Plan'] === plan), '2027-01-02 Fin') };
}
