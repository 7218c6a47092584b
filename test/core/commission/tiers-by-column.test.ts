import type { Cell, Range } from '../../../core/table/cell';
import { PEOPLE, errorOf, figure, rowsOf, rules, settle } from '../../support/tables';

const TABLE: Range = [
  ['Order', 'Order date', 'Customer', 'Project', 'Owner', 'Quantity', 'Amount'],
  ['a', '2026-03-01', 'X', 'Tower', 'Amy', 1, 60000],
  ['b', '2026-03-02', 'Y', '', 'Amy', 1, 30000],
  ['c', '2026-03-03', 'x', 'Tower', 'Ben', 3, 60000],
  ['d', '2026-04-03', 'Y', 'Bridge', 'Amy', 2, 90000],
];
const lines = (period: string, plan: Range, ...more: Range[]): Cell[][] => settle(period, 'lines', plan, PEOPLE, TABLE, ...more).map((row) => [row['Order'] ?? '', row['Earned'] ?? 0]);

describe('tier by a column', () => {
  const pieces = [['measure', '', '', 'quantity'], ['tier', '', 0, 5], ['tier', '', 2, 3]] as const;

  it('gives every customer a total of its own, whoever sold to it', () => {
    // X has 1 of Amy at 5, then of Ben 1 at 5 and 2 at 3; Y has 1 at 5.
    expect(lines('2026-03', rules(...pieces, ['tier by', '', '', 'customer'], ['tier span', '', '', 'ever']))).toEqual([['a', 5], ['b', 5], ['c', 11]]);
    // Y goes on from 1 in April: 1 at 5 and 1 at 3.
    expect(lines('2026-04', rules(...pieces, ['tier by', '', '', 'customer'], ['tier span', '', '', 'ever']))).toEqual([['d', 8]]);
  });

  it('pays whole tiers at the rate that the customer has reached', () => {
    const plan = rules(['tier', '', 0, '1%'], ['tier', '', 100000, '2%'], ['tier mode', '', '', 'whole'], ['分档主体', '', '', '客户'], ['tier span', '', '', 'year']);
    expect(lines('2026-03', plan)).toEqual([['a', 1200], ['b', 300], ['c', 1200]]);
    // Y reaches 120,000 in April: 90,000 at 2 %, and 1 % more on the 30,000 of March.
    expect(lines('2026-04', plan)).toEqual([['d', 1800], ['', 300]]);
  });

  it('takes the customer’s own target for attainment, else that of everyone', () => {
    const plan = rules(['tier', '', 0, '1%'], ['tier', '', '100%', '2%'], ['tier mode', '', '', 'whole'], ['tier by', '', '', 'Customer'], ['tier on', 'Sales', '', 'attainment']);
    const targets: Range = [['Person', 'KPI', 'Period', 'Target'], ['X', 'Sales', '2026-03', 150000], ['*', 'Sales', '2026-03', 30000]];
    expect(lines('2026-03', plan, targets)).toEqual([['a', 600], ['b', 600], ['c', 600]]);
  });

  it('a blank is no value: the line is not paid and told', () => {
    const plan = rules(['tier', '', 0, '1%'], ['tier by', '', '', 'Project']);
    expect(lines('2026-03', plan)).toEqual([['a', 600], ['c', 600]]);
    expect(settle('2026-03', 'unused', plan, PEOPLE, TABLE)).toEqual([expect.objectContaining({ Row: 3, Problem: 'Project is blank, and the tiers go by it.', 'What to do': 'Fill it in, or leave such lines out with `lines` Project *.' })]);
    expect(settle('2026-03', 'unused', [...plan, ['P', '', 'lines', 'Project', '', '*']], PEOPLE, TABLE)).toEqual([]);
  });

  it('a tier bonus of a customer is shared by those who sold to it', () => {
    const plan = rules(['tier', '', 0, '0%'], ['tier bonus', '', 120000, 900], ['tier by', '', '', 'Customer']);
    const rows = settle('2026-03', 'summary', plan, PEOPLE, TABLE);
    expect([figure(rows, 'Amy', 'Earned'), figure(rows, 'Ben', 'Earned')]).toEqual([450, 450]);
  });

  it('is explained with the customer’s total', () => {
    const steps = rowsOf('EXPLAIN', '2026-03', 'Ben', rules(...pieces, ['tier by', '', '', 'customer']), PEOPLE, TABLE);
    expect(steps.map((row) => [row['What'], row['Formula']])).toContainEqual(['Commission on c, total 1 → 4', '1 × 5 + 2 × 3 = 11']);
  });

  it('a column that is nowhere is told', () => {
    expect(errorOf('SETTLE', '2026-03', 'summary', rules(['tier', '', 0, '1%'], ['tier by', '', '', 'Custommer']), PEOPLE, TABLE)).toMatch(/“Custommer”.*Customer/);
  });
});
