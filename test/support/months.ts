import type { Cell, Range } from '../../core/table/cell';
import { settle } from './tables';

/** Rules of one plan in versions: version, Effective, part, rule, item, from, value. */
export function versions(...rows: readonly (readonly Cell[])[]): Range {
  return [['Plan', 'Version', 'Effective', 'Part', 'Rule', 'Item', 'From', 'Value'], ...rows.map((row) => ['P', ...row])];
}

/** Orders with their dates: order, line, order date, ship date, invoice date, owner, amount, reverses. */
export function datedOrders(...rows: readonly (readonly Cell[])[]): Range {
  return [['Order', 'Line', 'Order date', 'Ship date', 'Invoice date', 'Owner', 'Amount', 'Reverses'], ...rows];
}

export function receipts(...rows: readonly (readonly Cell[])[]): Range {
  return [['Order', 'Date', 'Amount'], ...rows];
}

export const TEAM: Range = [
  ['Person', 'Team', 'Role', 'Manager'],
  ['Amy', 'EU', 'Sales', 'Max'],
  ['Ben', 'EU', 'Sales', 'Max'],
  ['Max', 'EU', 'Manager', 'Tom'],
  ['Tom', 'HQ', 'Director', ''],
];

/** One column of one person's (or the fund's) row, month after month of 2026; 0 where there is no row. */
export function monthly(months: number, who: string, tables: readonly Range[], column = 'Earned'): Cell[] {
  return Array.from({ length: months }, (_, index) => {
    const period = `2026-${String(index + 1).padStart(2, '0')}`;
    return settle(period, 'summary', ...tables).find((row) => row['Person'] === who)?.[column] ?? 0;
  });
}
