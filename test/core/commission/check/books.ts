import type { Cell, Range } from '../../../../core/table/cell';
import { schemas } from '../../../../core/table/schema';
import { rowsOf } from '../../../support/tables';

/** One line of a check, as a person reads it: `Warning Rules row 2 · Value: …`. */
export function said(...tables: readonly Range[]): string[] {
  return rowsOf('CHECKTABLES', ...tables).map((row) => `${String(row['Severity'])} ${String(row['Table'])} ${String(row['Cell'])}: ${String(row['Problem'])}`);
}

/** The same tables with their headers in Chinese, so that everything is said in Chinese. */
export function inChinese(tables: readonly Range[]): Range[] {
  return tables.map(([header = [], ...rows]) => {
    const byHeader = Object.values(schemas).map(({ fields }) => new Map(fields.map(({ en, zh }) => [en, zh])));
    const known = byHeader.reduce((best, one) => (header.filter((cell) => one.has(String(cell))).length > header.filter((cell) => best.has(String(cell))).length ? one : best));
    return [header.map((cell) => known.get(String(cell)) ?? cell), ...rows];
  });
}

/** One line of a check in Chinese. */
export function saidInChinese(...tables: readonly Range[]): string[] {
  return rowsOf('CHECKTABLES', ...inChinese(tables)).map((row) => Object.values(row).map(String).slice(0, 4).join(' '));
}

/** Rules of plan P: [rule, item, from, value], with a leading part where five cells are given. */
export function plan(...rows: readonly (readonly Cell[])[]): Range {
  return [['Plan', 'Part', 'Rule', 'Item', 'From', 'Value'], ...rows.map((row) => (row.length === 5 ? ['P', ...row] : ['P', '', ...row]))];
}

/** Rules of several plans or versions: [plan, version, effective, rule, item, from, value]. */
export function versions(...rows: readonly (readonly Cell[])[]): Range {
  return [['Plan', 'Version', 'Effective', 'Rule', 'Item', 'From', 'Value'], ...rows];
}

export const TEAM: Range = [
  ['Person', 'Team', 'Role', 'Manager'],
  ['Amy', 'EU', 'Sales', 'Max'],
  ['Ben', 'EU', 'Sales', 'Max'],
  ['Max', 'EU', 'Manager', ''],
];

/** Amy sold 40,000 to ACME and 20,000 to Nordic, Ben 30,000 to ACME, in March. */
export const SALES: Range = [
  ['Order', 'Order date', 'Customer', 'Product', 'Owner', 'Amount', 'Quantity'],
  ['A', '2026-03-05', 'ACME', 'Lamp', 'Amy', 40000, 400],
  ['B', '2026-03-12', 'Nordic', 'Chair', 'Amy', 20000, 100],
  ['C', '2026-03-20', 'ACME', 'Chair', 'Ben', 30000, 150],
];

/** Orders of one's own columns. */
export function sheet(header: string, ...rows: readonly (readonly Cell[])[]): Range {
  return [header.split(', '), ...rows];
}
