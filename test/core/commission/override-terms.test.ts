import type { Cell, Range } from '../../../core/table/cell';
import { errorOf, figure, rowsOf, rules, settle } from '../../support/tables';

const PEOPLE: Range = [['Person', 'Team', 'Role', 'Manager'], ['Amy', 'EU', 'Sales', 'Max'], ['Max', 'EU', 'Manager', ''], ['Ben', 'US', 'Sales', 'Zoe'], ['Zoe', 'US', 'Manager', '']];
const TABLE: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-03-10', 'Amy', 10000], ['B', '2026-03-20', 'Max', 100], ['C', '2026-03-12', 'Ben', 4000], ['D', '2026-03-13', 'Zoe', 6000]];
const TARGETS: Range = [['Person', 'KPI', 'Period', 'Target'], ['*', 'Sales', '2026-03', 5000]];
const SCORES: Range = [['Period', 'Person', 'Score', 'Grade', 'Factor'], ['2026-03', 'Max', 92, 'A', 1.2], ['2026-03', 'Zoe', 70, 'B', 1], ['2026-03', 'Amy', 80, 'B', 1], ['2026-03', 'Ben', 80, 'B', 1]];
const both = (plan: Range, ...more: Range[]): Cell[] => {
  const rows = settle('2026-03', 'summary', plan, PEOPLE, TABLE, ...more);
  return ['Max', 'Zoe'].map((person) => figure(rows, person, 'Earned'));
};

describe('the part named Override', () => {
  // Own pay: Max 5, Zoe 300. Overrides: Max 100 on Amy, Zoe 40 on Ben.
  const base = [['rate', '', '', '5%'], ['override', '1', '', '1%'], ['tier on', 'Sales', '', 'amount']] as const;

  it.each<[string, readonly (readonly Cell[])[], readonly Cell[]]>([
    ['without it a gate of the sales leaves overrides alone', [['gate', 'attainment', 1, '0%']], [100, 340]],
    ['a gate closes the override of who is below it: Max has 100 of 5,000', [['Override', 'gate', 'attainment', 1, '0%']], [5, 340]],
    ['or leaves a part of it', [['Override', 'gate', 'attainment', 1, '50%']], [55, 340]],
    ['a gate on the team', [['Override', 'gate', 'team attainment', '210%', '0%']], [5, 300]],
    ['a gate on the score', [['Override', 'gate', 'Score', 80, '0%']], [105, 300]],
    ['a factor by score', [['Override', 'factor', 'Score', 90, 1.5]], [155, 340]],
    ['the factor of the grade', [['Override', 'factor', 'Grade factor', '', '']], [125, 340]],
    ['a factor by a People column', [['Override', 'factor', 'Team=US', '', 0.5]], [105, 320]],
    ['factors of the sales are not those of the overrides', [['factor', 'Role=Manager', '', 2]], [110, 640]],
    ['in Chinese', [['上级提成', '门槛', '达成率', 1, '0%']], [5, 340]],
  ])('%s', (_what, rows, expected) => {
    const plan = rules(...base, ...rows);
    expect(both(plan, TARGETS, SCORES)).toEqual(expected);
  });

  it('may hold the override itself, on the credit of all parts or on one that it counts by its own measure', () => {
    const inside = rules(['', 'rate', '', '', '5%'], ['Override', 'override', '1', '', '1%'], ['Override', 'factor', 'Role=Manager', '', 2]);
    expect(both(inside)).toEqual([205, 380]);
    const pieces: Range = [['Order', 'Order date', 'Owner', 'Amount', 'Quantity'], ['A', '2026-03-10', 'Amy', 10000, 30]];
    const own = rules(['', 'rate', '', '', '5%'], ['Override', 'measure', '', '', 'quantity'], ['Sales', 'rate', '', '', '5%'], ['Override', 'override', '1', '', 2], ['Override', 'factor', 'Role=Manager', '', 1.5]);
    expect(figure(settle('2026-03', 'summary', own.filter((row) => row[1] !== '' || row[0] === 'Plan'), PEOPLE, pieces), 'Max', 'Earned')).toBe(90);
  });

  it('is told in Why, in the lines and in the explanation, which add up', () => {
    const plan = rules(...base, ['Override', 'gate', 'Score', 95, '50%'], ['Override', 'factor', 'Grade factor', '', '']);
    expect(figure(settle('2026-03', 'summary', plan, PEOPLE, TABLE, SCORES), 'Max', 'Why')).toBe('order lines: 1; override 60.00; below the gate (92): 50% is paid');
    const lines = settle('2026-03', 'lines', plan, PEOPLE, TABLE, SCORES).filter((row) => row['Person'] === 'Max');
    expect(lines.map((row) => row['Earned'])).toEqual([5, 60]);
    const steps = rowsOf('EXPLAIN', '2026-03', 'Max', plan, PEOPLE, TABLE, SCORES);
    expect(steps.map((row) => row['Formula'])).toContain('10,000 × 1% × 1.2 × 50% = 60');
    expect(steps.map((row) => row['What'])).toEqual(expect.arrayContaining(['Factors of the overrides: grade A', 'Gate: the score is 92, below 95']));
  });

  it.each<[string, readonly Cell[], RegExp]>([
    ['a column of the orders', ['Override', 'factor', 'Amount', 5, 2], /a factor on overrides looks at a column of the orders/],
    ['a column that is nowhere', ['Override', 'factor', 'Rolle=Manager', '', 2], /Rolle/],
  ])('%s is told', (_what, row, expected) => {
    expect(errorOf('SETTLE', '2026-03', 'summary', rules(...base, row), PEOPLE, TABLE)).toMatch(expected);
  });

  it('a missing score leaves the manager’s amounts blank and says why', () => {
    const plan = rules(...base, ['Override', 'factor', 'Score', 90, 1.5]);
    const rows = settle('2026-03', 'summary', plan, PEOPLE, TABLE, SCORES.filter((row) => row[1] !== 'Max'));
    expect([figure(rows, 'Max', 'Earned'), figure(rows, 'Zoe', 'Earned')]).toEqual(['', 340]);
  });
});
