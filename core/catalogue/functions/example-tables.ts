import type { Range } from '../../table/cell';

/** Small tables for the examples of the catalogue. */
export const RULES: Range = [
  ['Plan', 'Rule', 'Item', 'From', 'Value'],
  ['Sales 2026', 'tier', '', 0, '2%'],
  ['Sales 2026', 'tier', '', 100000, '3%'],
];

export const RULES_B: Range = [...RULES, ['Flat', 'rate', '', '', '2.2%'], ['Flat', 'draft', '', '', 'yes']];

export const PEOPLE: Range = [
  ['Person', 'Team', 'Role'],
  ['Amy', 'EU', 'Sales'],
  ['Ben', 'EU', 'Sales'],
];

export const ORDERS: Range = [
  ['Order', 'Order date', 'Customer', 'Owner', 'Amount'],
  ['PO-1', '2026-03-05', 'ACME', 'Amy', 60000],
  ['PO-2', '2026-03-12', 'ACME', 'Ben', 40000],
  ['PO-3', '2026-03-20', 'Nordic', 'Amy', 90000],
];
