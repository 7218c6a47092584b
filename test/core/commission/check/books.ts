import type { Cell, Range } from '../../../../core/table/cell';
import { rowsOf } from '../../../support/tables';

/** One line of a check, as a person reads it: `Warning Rules row 2 · Value: …`. */
export function said(...tables: readonly Range[]): string[] {
  return rowsOf('CHECKTABLES', ...tables).map((row) => `${String(row['Severity'])} ${String(row['Table'])} ${String(row['Cell'])}: ${String(row['Problem'])}`);
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
