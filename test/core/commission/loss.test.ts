import type { Cell, Range } from '../../../core/table/cell';
import { PEOPLE, figure, rowsOf, rules, settle, valueOf } from '../../support/tables';

/** 10 % of the profit as typed. */
const profit = (...rows: readonly (readonly Cell[])[]): Range => rules(['measure', '', '', 'profit'], ['profit from', '', '', 'Profit'], ['rate', '', '', '10%'], ...rows);
const HEADER: Cell[] = ['Order', 'Line', 'Order date', 'Owner', 'Amount', 'Profit', 'Reverses'];
const earned = (plan: Range, table: Range, period = '2026-03'): Cell => figure(settle(period, 'summary', plan, PEOPLE, table), 'Amy', 'Earned');

describe('a minimum of 0', () => {
  const table: Range = [HEADER, ['A', 1, '2026-03-01', 'Amy', 1000, -300, ''], ['A', 2, '2026-03-01', 'Amy', 1000, 500, ''], ['B', 1, '2026-03-02', 'Amy', 1000, -200, '']];

  it.each<[string, readonly (readonly Cell[])[], number]>([
    ['without one, losses are set off', [], 0],
    ['on a line: −30 is 0, 50 stays, −20 is 0', [['minimum', 'line', '', 0]], 50],
    ['on an order: A comes to 20, B to 0', [['minimum', 'order', '', 0]], 20],
    ['on both', [['minimum', 'line', '', 0], ['minimum', 'order', '', 0]], 50],
    ['a minimum above 0 lifts a loss, too: 15 + 50 + 15', [['minimum', 'line', '', 15]], 80],
    ['under whole tiers', [['tier', '', 0, '10%'], ['tier mode', '', '', 'whole'], ['minimum', 'line', '', 0]], 50],
  ])('%s', (_what, rows, expected) => {
    const plan = rows.some(([word]) => word === 'tier') ? rules(['measure', '', '', 'profit'], ['profit from', '', '', 'Profit'], ...rows) : profit(...rows);
    expect(earned(plan, table)).toBe(expected);
  });

  it('leaves returns alone: they take back what a sale was paid, and of a loss nothing', () => {
    const returned: Range = [...table, ['R1', 1, '2026-03-20', 'Amy', -1000, 300, ''], ['R2', 1, '2026-03-21', 'Amy', -1000, -500, '']];
    // The return of the loss would pay 30: it pays nothing. That of the gain takes 50 back.
    expect(earned(profit(['minimum', 'line', '', 0]), returned)).toBe(0);
    const named: Range = [HEADER, ...table.slice(1), ['R', 1, '2026-04-02', 'Amy', -1000, '', 'A/1'], ['S', 1, '2026-04-03', 'Amy', -1000, '', 'A/2']];
    expect(earned(profit(['minimum', 'line', '', 0]), named, '2026-04')).toBe(-50);
  });

  it('is told in the explanation', () => {
    const steps = rowsOf('EXPLAIN', '2026-03', 'Amy', profit(['minimum', 'line', '', 0]), PEOPLE, table);
    expect(steps.map((row) => row['Formula'])).toContain('−300 × 10% = −30 → at least 0');
  });

  it('holds in COMMISSION on profit', () => {
    const plan = profit(['minimum', 'line', '', 0]);
    expect([valueOf('COMMISSION', -300, plan), valueOf('COMMISSION', 500, plan)]).toEqual([0, 50]);
    expect(valueOf('COMMISSION', -300, rules(['rate', '', '', '10%'], ['minimum', 'line', '', 0]))).toBe(-30);
  });
});
