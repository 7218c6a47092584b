import { findFunction } from '../core/catalogue/catalogue';
import { checkView, settlementView } from '../core/catalogue/functions/settle';
import { checkTables } from '../core/commission/check-tables';
import { missingTables, settle } from '../core/commission/settle';
import { layoutNotes } from '../core/kpi/layout/find-layouts';
import { render } from '../core/locale/message';
import type { RangeSource } from '../core/table/cell';
import type { Issue } from '../core/table/issue';
import { issue, issueLine } from '../core/table/issue';
import { CALENDAR_MONTHS, periodOfDay, periodOfNumber, numberOfPeriod, periodText, readPeriod } from '../core/table/period';
import type { Period } from '../core/table/period';
import type { Book, BookName } from '../core/table/find/book';
import { findTables } from '../core/table/find/find-tables';
import { readingNotes } from '../core/table/recognise';
import type { Tables } from '../core/table/recognise';
import type { TableKind } from '../core/table/schema';
import { schemas } from '../core/table/schema';
import { NO_DAY, cellAt, dayColumn, textAt, textColumn } from '../core/table/table';
import { shifted } from '../core/table/column-cells';
import type { WriteSheet } from './change';

export type { BookName } from '../core/table/find/book';

/** A workbook as a host reads it: its sheets, and the names that it gives to ranges and tables. */
export type ReadBook = Book;

/** What a command wants written, and what it has to say. */
export interface CommandOutcome {
  readonly changes: readonly WriteSheet[];
  readonly message: string;
}

/** The tables of a workbook; `given` ranges stand in the place of its own. */
export function tablesAmong(book: ReadBook, given?: ReadonlyMap<TableKind, RangeSource>): Tables {
  return findTables(book, given);
}

/** Looks through every table and lists what was found on a sheet of its own. */
export function checkCommand({ sheets, names }: ReadBook): CommandOutcome {
  const tables = tablesAmong({ sheets, names });
  const { language } = tables;
  if (tables.byKind.size === 0) return { changes: [], message: render({ code: 'command.noTables' }, language) };
  const issues = bookIssues({ sheets, names }, tables);
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const sheet = render({ code: 'sheet.check' }, language);
  return { changes: [{ kind: 'write sheet', sheet, rows: checkView(issues, language) }], message: render({ code: 'command.checked', params: { count: issues.length, errors, sheet } }, language) };
}

/** Every issue of a workbook: of its tables, its names, and how it counts days. */
export function bookIssues({ sheets, names }: ReadBook, tables: Tables): Issue[] {
  return [...checkTables(tables), ...readingNotes(tables), ...layoutNotes(sheets, tables), ...nothingToDo(tables), ...takenNames(names), ...dateSystem(sheets), ...shortNames(names, tables)];
}

/** Settles the next period: the one after the last that was closed, else the one of the latest order. */
export function settleCommand(book: ReadBook): CommandOutcome {
  const tables = tablesAmong(book);
  const { language } = tables;
  const period = nextPeriod(tables);
  if (!period) return { changes: [], message: render({ code: 'command.noOrders' }, language) };
  const settled = settle(tables, { period: { kind: 'period', period } });
  if (!settled.ok) return { changes: [], message: settled.issues.slice(0, 3).map((found: Issue) => issueLine(found, language)).join('\n') };
  const sheet = render({ code: 'sheet.summary', params: { period: periodText(period) } }, language);
  return { changes: [{ kind: 'write sheet', sheet, rows: settlementView(settled.value, 'summary', language) }], message: render({ code: 'command.settled', params: { period: periodText(period), sheet } }, language) };
}

/** The tables without which nothing can be settled or scored: a check is never content without them. */
function nothingToDo(tables: Tables): Issue[] {
  const has = (...kinds: readonly TableKind[]): boolean => kinds.every((kind) => tables.byKind.has(kind));
  if (has('rules', 'people', 'orders') || has('kpis')) return [];
  return missingTables(tables);
}

/** Names of the workbook that hide a function of ours. */
function takenNames(names: readonly BookName[]): Issue[] {
  return names.filter(({ name }) => findFunction(name) !== undefined).map(({ name }) => issue('check.nameTaken', undefined, { name }, 'warning'));
}

/** Names of tables that do not reach down to the last row: somebody has typed below them. */
function shortNames(names: readonly BookName[], tables: Tables): Issue[] {
  return [...tables.byKind].flatMap(([kind, { origin, rowNumbers, length }]) => {
    const found = names.find(({ name, area }) => area?.sheet === origin?.sheet && name.toLowerCase() === schemas[kind].range.toLowerCase());
    const [row, last] = [(found?.area?.row ?? 0) + (found?.area?.rows ?? 0) - 1, (origin?.row ?? 1) + (rowNumbers[length - 1] ?? 1) - 1];
    if (!found?.area || !origin || length === 0 || last <= row) return [];
    return [issue('check.nameShort', { table: kind, row: row - origin.row + 2, column: 0, origin }, { name: found.name, row, last }, 'warning')];
  });
}

/** Commands know how a workbook counts days; the formulas in its cells do not. */
function dateSystem(sheets: readonly RangeSource[]): Issue[] {
  return sheets.some(({ serialShift = 0 }) => serialShift !== 0) ? [issue('check.counts1904', undefined, {}, 'warning')] : [];
}

/** The period to settle next: after the last that was closed, else that of the latest order. */
export function nextPeriod(tables: Tables): Period | undefined {
  const closed = lastClosed(tables);
  if (closed) return periodOfNumber(numberOfPeriod(closed) + 1, closed.kind);
  const orders = tables.byKind.get('orders');
  if (!orders) return undefined;
  const latest = dayColumn(orders, 'orderDate').days.reduce((last, day) => Math.max(last, day), NO_DAY);
  return latest === NO_DAY ? undefined : periodOfDay(latest, 'month', CALENDAR_MONTHS);
}

/** The latest period that the statements have closed. */
export function lastClosed(tables: Tables): Period | undefined {
  const statements = tables.byKind.get('statements');
  if (!statements) return undefined;
  const voided = textColumn(statements, 'voided');
  let last: Period | undefined;
  for (let row = 0; row < statements.length; row += 1) {
    if (textAt(voided, row) !== '') continue;
    const reading = readPeriod(shifted(statements, cellAt(statements, row, 'period')));
    if (typeof reading !== 'object') continue;
    if (reading.kind === 'year number') continue;
    const period = reading.kind === 'period' ? reading.period : periodOfDay(reading.day, 'month', CALENDAR_MONTHS);
    if ((!last || (period.kind === last.kind && numberOfPeriod(period) > numberOfPeriod(last)))) last = period;
  }
  return last;
}
