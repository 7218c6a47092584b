import type { Cell, Range } from '../../../core/table/cell';
import type { Book } from '../../support/closing';
import { closed, closedPlan, view } from '../../support/closing';
import { explained } from '../../support/read-explanation';
import type { Row } from '../../support/tables';
import { rowsOf, rules, settle } from '../../support/tables';

const PEOPLE: Range = [
  ['Person', 'ID', 'Team', 'Role', 'Manager'],
  ['Amy', 'E1', 'EU', 'Sales', 'Max'],
  ['Ben', 'E2', 'EU', 'Sales', 'Max'],
  ['Max', 'E3', 'EU', 'Manager', 'Zoe'],
  ['Zoe', 'E4', 'HQ', 'Director', ''],
];
const HEADER = ['Order', 'Order date', 'Owner', 'Customer', 'Currency', 'Rate', 'Amount', 'Reverses'];
const book = (...rows: readonly (readonly Cell[])[]): Range => [HEADER, ...rows.map(([order, day, owner, amount, reverses, currency, rate]) => [order, day, owner, `Buyer of ${String(order)}`, currency ?? 'CNY', rate ?? 1, amount, reverses ?? ''])];
const columns = (rows: readonly Row[], ...names: string[]): Cell[][] => rows.map((row) => names.map((name) => row[name]));
const total = (rows: readonly Row[], column: string): number => rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0) / 100;

const PLAN = rules(['rate', '', '', '1%'], ['override', '1', '', '0.5%'], ['override', '2', 50000, '0.3%']);
const SALES = book(['A', '2026-01-05', 'Amy', 40000], ['B', '2026-01-09', 'Ben', 3000, '', 'USD', 7.1], ['C', '2026-01-12', 'Amy', 10000]);

describe('a manager’s overrides down to the order line', () => {
  it('the steps name whose sales, which orders and at which rate, and add up', () => {
    expect(explained('2026-01', 'Max', PLAN, PEOPLE, SALES)).toEqual([
      ['Override on level 1: Amy, A', '40,000 × 0.5% = 200', 200],
      ['Override on level 1: Ben, B', '3,000 USD × 7.1 = 21,300; 21,300 × 0.5% = 106.5', 106.5],
      ['Override on level 1: Amy, C', '10,000 × 0.5% = 50', 50],
      ['Override on level 1, their total 0 → 71,300: sum of steps 2, 3, 4', '71,300 × 0.5% = 356.5', 356.5],
      ['Payable', '356.50', 356.5],
    ]);
  });

  it('above a bound only what exceeds it is paid', () => {
    // 61,300 with B: 11,300 above 50,000; then 10,000 more.
    expect(explained('2026-01', 'Zoe', PLAN, PEOPLE, SALES)).toEqual([
      ['Override on level 2, above 50,000: Amy, A, total 0 → 40,000', '0 × 0.3% = 0', 0],
      ['Override on level 2, above 50,000: Ben, B, total 40,000 → 61,300', '3,000 USD × 7.1 = 21,300; (61,300 − 50,000) × 0.3% = 33.9', 33.9],
      ['Override on level 2, above 50,000: Amy, C, total 61,300 → 71,300', '(71,300 − 61,300) × 0.3% = 30', 30],
      ['Override on level 2, above 50,000, their total 0 → 71,300: sum of steps 2, 3, 4', '(71,300 − 50,000) × 0.3% = 63.9', 63.9],
      ['Payable', '63.90', 63.9],
    ]);
  });

  it('what goes back names the order that takes it and the one it was of, in the span of each', () => {
    const plan = rules(['rate', '', '', '1%'], ['override', '1', 20000, '0.5%']);
    const sales = book(['A', '2026-01-05', 'Amy', 40000], ['R', '2026-02-03', 'Amy', -30000, 'A'], ['D', '2026-02-09', 'Ben', 22000]);
    // January falls from 40,000 to 10,000: 20,000 above are gone; February has 2,000 above.
    expect(explained('2026-02', 'Max', plan, PEOPLE, sales)).toEqual([
      ['Override on level 1, above 20,000: Amy, R takes back A, total 40,000 → 10,000', '−40,000 × 75% = −30,000; (20,000 − 40,000) × 0.5% = −100', -100],
      ['Override on level 1, above 20,000: Ben, D, total 0 → 22,000', '(22,000 − 20,000) × 0.5% = 10', 10],
      ['Override on level 1, above 20,000: sum of steps 2, 3', '−100 + 10 = −90', -90],
      ['Carried to the next period', '−90.00, carried on', -90],
      ['Payable', '0.00', 0],
    ]);
  });

  it('the lines view has a row for each, to the cent of what was earned', () => {
    const rows = settle('2026-01', 'lines', PLAN, PEOPLE, SALES).filter((row) => row['Person'] === 'Max');
    expect(columns(rows, 'Part', 'Order', 'Date', 'Customer', 'Measure', 'Earned', 'Why')).toEqual([
      ['override', 'A', '2026-01-05', 'Buyer of A', 40000, 200, 'override, level 1: 0.5% on Amy'],
      ['override', 'B', '2026-01-09', 'Buyer of B', 21300, 106.5, 'override, level 1: 0.5% on Ben'],
      ['override', 'C', '2026-01-12', 'Buyer of C', 10000, 50, 'override, level 1: 0.5% on Amy'],
    ]);
  });

  it('what a limit of the plan takes is a row of its own', () => {
    const plan = rules(['rate', '', '', '1%'], ['override', '1', '', '0.5%'], ['maximum', 'plan', '', 300]);
    const rows = settle('2026-01', 'lines', plan, PEOPLE, SALES).filter((row) => row['Person'] === 'Max');
    expect(columns(rows, 'Order', 'Earned', 'Why').at(-1)).toEqual(['', -56.5, 'limits and minimum']);
    expect(total(rows, 'Earned')).toBe(300);
  });
});

describe('overrides of a closed month', () => {
  const start: Book = { rules: PLAN, people: PEOPLE, orders: SALES };
  const kept = (lines: Range | undefined, person: string): Row[] => {
    const [header = [], ...rows] = lines ?? [];
    return rows.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at]]))).filter((row) => row['Person'] === person);
  };

  it('Statement lines keep every line with its rate and the tier it reached', () => {
    const { lines } = closed(start, '2026-01');
    expect(columns(kept(lines, 'Zoe'), 'Part', 'Order', 'Measure', 'Rate', 'Tier', 'Pay', 'Note')).toEqual([
      ['override', 'A', 40000, '0.3%', '', 0, 'override, level 2: 0.3% on Amy'],
      ['override', 'B', 21300, '0.3%', '50,000', 33.9, 'override, level 2: 0.3% on Ben'],
      ['override', 'C', 10000, '0.3%', '50,000', 30, 'override, level 2: 0.3% on Amy'],
    ]);
    expect(total(kept(lines, 'Max'), 'Pay')).toBe(356.5);
  });

  it('is explained as it was paid', () => {
    const { statements = [], lines = [] } = closed(start, '2026-01');
    expect(columns(rowsOf('EXPLAIN', '2026-01', 'Max', PLAN, PEOPLE, SALES, statements, lines).slice(1, 3), 'What', 'Amount')).toEqual([
      ['A · 2026-01-05 (override, level 1: 0.5% on Amy)', 200],
      ['B · 2026-01-09 (override, level 1: 0.5% on Ben)', 106.5],
    ]);
  });

  it.each(['en', 'zh'] as const)('a late order is corrected by its own line, whatever the language it was closed in: %s', (language) => {
    const before = closedPlan(start, '2026-01', undefined, language);
    const late = { ...before, orders: [...SALES, ...book(['L', '2026-01-20', 'Ben', 8000]).slice(1)] };
    const row = view(late, '2026-02').find(({ Person }) => Person === 'Max');
    expect([row?.['Adjustment'], row?.['Why']]).toEqual([40, 'no lines counted in this period; 40.00 corrects 2026-01 (data changed): L']);
  });
});
