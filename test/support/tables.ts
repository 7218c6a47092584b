import { call } from '../../core/catalogue/call';
import type { Argument } from '../../core/catalogue/function-entry';
import type { Cell, Range } from '../../core/table/cell';

/** Rules of one plan from short rows: rule, item, from, value; with a leading part when five cells are given. */
export function rules(...rows: readonly (readonly Cell[])[]): Range {
  return [['Plan', 'Part', 'Rule', 'Item', 'From', 'Value'], ...rows.map((row) => (row.length === 5 ? ['P', ...row] : ['P', '', ...row]))];
}

export const PEOPLE: Range = [
  ['Person', 'Team', 'Role', 'Manager'],
  ['Amy', 'EU', 'Sales', 'Max'],
  ['Ben', 'EU', 'Sales', 'Max'],
  ['Max', 'EU', 'Manager', ''],
];

/** Orders from short rows: order, date, owner, amount. */
export function orders(...rows: readonly (readonly Cell[])[]): Range {
  return [['Order', 'Order date', 'Owner', 'Amount'], ...rows];
}

export type Row = Readonly<Record<string, Cell>>;

/** A function's table as objects by header; throws the error's message. */
export function rowsOf(name: string, ...args: Argument[]): Row[] {
  const result = call(name, args);
  if (!result.ok) throw new Error(result.error.message);
  const [header = [], ...rows] = result.value as (string | number)[][];
  return rows.map((row) => Object.fromEntries(header.map((text, column) => [String(text), row[column] ?? ''])));
}

export function settle(period: string, view: string, ...tables: Range[]): Row[] {
  return rowsOf('SETTLE', period, view, ...tables);
}

/** One figure of one person's summary row. */
export function figure(rows: readonly Row[], person: string, column: string): Cell {
  const row = rows.find((candidate) => candidate['Person'] === person);
  if (!row) throw new Error(`no row of ${person}`);
  return row[column];
}

export function valueOf(name: string, ...args: Argument[]): unknown {
  const result = call(name, args);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export function errorOf(name: string, ...args: Argument[]): string {
  const result = call(name, args);
  if (result.ok) throw new Error(`expected an error, got ${JSON.stringify(result.value)}`);
  return `${result.error.error} ${result.error.message}`;
}
