import type { Cell, Range } from '../../../core/table/cell';
import { errorOf, figure, orders, rowsOf, rules, settle } from '../../support/tables';

const PEOPLE: Range = [
  ['Person', 'Team', 'Role', 'Target bonus', 'Joined', 'Left'],
  ['Amy', 'EU', 'Sales', 5000, '', ''],
  ['Ben', 'EU', 'Manager', 8000, '2026-03-11', ''],
  ['Cai', 'US', 'Sales', 4000, '', '2026-03-15'],
];
const SCORES: Range = [['Period', 'Person', 'Score', 'Grade', 'Factor'], ['2026-03', 'Amy', 92, 'A', 1.2], ['2026-03', 'Ben', 75, 'B', 1], ['2026-03', 'Cai', 55, 'C', 0.5]];
const NONE = orders();
const earned = (plan: Range, table: Range, ...more: Range[]): Cell[] => {
  const rows = settle('2026-03', 'summary', plan, PEOPLE, table, ...more);
  return ['Amy', 'Ben', 'Cai'].map((person) => rows.find((row) => row['Person'] === person)?.['Earned'] ?? 0);
};

describe('bonus person', () => {
  it.each<[string, readonly (readonly Cell[])[], readonly Cell[]]>([
    // Ben is there for 21 of 31 days: 8,000 × 21 ÷ 31; Cai for 15: 4,000 × 15 ÷ 31.
    ['a multiple of a column, by days of a part month', [['bonus', 'person', '', '1 x Target bonus']], [5000, 5419.35, 1935.48]],
    ['times the factor of the grade', [['bonus', 'person', '', '1 x Target bonus'], ['factor', 'Grade factor', '', '']], [6000, 5419.35, 967.74]],
    ['a sum of money', [['bonus', 'person', '', 620]], [620, 420, 300]],
    ['for a role', [['bonus', 'person Role=Sales', '', 620]], [620, 0, 300]],
    ['from a score on', [['bonus', 'person Score', 60, 620]], [620, 420, 0]],
    ['under a gate', [['bonus', 'person', '', 620], ['gate', 'Score', 60, '50%']], [620, 420, 150]],
    ['times a factor by role', [['bonus', 'person', '', 620], ['factor', 'Role=Manager', '', 1.5]], [620, 630, 300]],
    ['factors that add up: 1 + 0.5 + 0.2', [['bonus', 'person', '', 620], ['factor', 'Role=Sales', '', 1.5], ['factor', 'Score', 90, 1.2], ['factor stacking', '', '', 'add']], [1054, 420, 450]],
    ['held to a maximum', [['bonus', 'person', '', 620], ['maximum', 'person', '', 400]], [400, 400, 300]],
    ['in Chinese', [['奖金', '个人 职位=Sales', '', 620]], [620, 0, 300]],
  ])('%s', (_what, rows, expected) => {
    expect(earned(rules(...rows), NONE, SCORES)).toEqual(expected);
  });

  it('comes on top of the commission on lines, and stands by itself in `lines`', () => {
    const plan = rules(['rate', '', '', '1%'], ['bonus', 'person', '', '10% x Target bonus'], ['factor', 'Grade factor', '', '']);
    const table = orders(['A', '2026-03-05', 'Amy', 10000]);
    expect(earned(plan, table, SCORES)[0]).toBe(720);
    const lines = settle('2026-03', 'lines', plan, PEOPLE, table, SCORES).filter((row) => row['Person'] === 'Amy');
    expect(lines.map((row) => [row['Order'], row['Earned'], row['Why']])).toEqual([['A', 120, ''], ['', 600, 'bonus']]);
  });

  it('is explained with its column, its days and its factors', () => {
    const plan = rules(['bonus', 'person', '', '50% x Target bonus'], ['factor', 'Role=Manager', '', 1.5]);
    const formulas = (person: string): Cell[] => rowsOf('EXPLAIN', '2026-03', person, plan, PEOPLE, NONE).map((row) => row['Formula'] ?? '');
    expect(formulas('Amy')).toContain('“Target bonus” 5,000 × 50% = 2,500');
    expect(formulas('Ben')).toContain('“Target bonus” 8,000 × 50% × 1.5 × days 21 ÷ 31 → 4,064.51612903');
  });

  it('a change of role inside the month pays each column by its days', () => {
    const people: Range = [['Person', 'Role', 'From', 'Target bonus'], ['Amy', 'Sales', '', 3100], ['Amy', 'Manager', '2026-03-21', 6200]];
    // 3,100 × 20 ÷ 31 + 6,200 × 11 ÷ 31.
    expect(figure(settle('2026-03', 'summary', rules(['bonus', 'person', '', '1 x Target bonus']), people, NONE), 'Amy', 'Earned')).toBe(4200);
  });

  it('a missing score leaves the amount blank and says why', () => {
    const rows = settle('2026-03', 'summary', rules(['bonus', 'person Score', 60, 620]), PEOPLE, NONE, SCORES.slice(0, 2));
    expect([figure(rows, 'Ben', 'Why'), figure(rows, 'Ben', 'Earned')]).toEqual(['Scores have nothing for the score in 2026-03', '']);
  });

  it.each<[string, readonly (readonly Cell[])[], RegExp]>([
    ['a column of the orders', [['bonus', 'person Product=Lamp', '', 100]], /looks at a column of the orders/],
    ['a pool', [['bonus', 'person', '', 100], ['pool', '', '', 'team'], ['rate', '', '', '1%']], /Give the bonus a part of its own/],
    ['a column that is nowhere', [['bonus', 'person', '', '1 x Target bonu']], /Target bonu/],
    ['an amount below 0', [['bonus', 'person', '', -5]], /negative/],
  ])('%s is told', (_what, rows, expected) => {
    const table: Range = [['Order', 'Order date', 'Owner', 'Amount', 'Product']];
    expect(errorOf('SETTLE', '2026-03', 'summary', rules(...rows), PEOPLE, table)).toMatch(expected);
  });

  it('COMMISSION leaves it to SETTLE', () => {
    expect(errorOf('COMMISSION', 1000, rules(['rate', '', '', '1%'], ['bonus', 'person', '', 100]))).toMatch(/SETTLE/);
  });
});

describe('a bonus that is a multiple of a column', () => {
  const table = orders(['A', '2026-03-05', 'Amy', 60000], ['B', '2026-03-12', 'Ben', 30000], ['C', '2026-03-13', 'Amy; Ben', 20000]);

  it.each<[string, readonly (readonly Cell[])[], readonly Cell[]]>([
    ['of tiers, a person’s own', [['tier', '', 0, '1%'], ['tier bonus', '', 50000, '1 x Target bonus']], [5700, 400, 0]],
    // The team reaches 100,000 with C: everyone with credit gets their own.
    ['of tiers, of everyone in the team that reaches it', [['tier', '', 0, '1%'], ['tier by', '', '', 'team'], ['tier bonus', '', 100000, '1 x Target bonus']], [5700, 8400, 0]],
    ['of a line, shared as its credit', [['bonus', 'line Amount', 20000, '10% x Target bonus']], [750, 1200, 0]],
    ['of an order of one line', [['bonus', 'order', '', '1% x Target bonus']], [75, 120, 0]],
  ])('%s', (_what, rows, expected) => {
    expect(earned(rules(...rows), table)).toEqual(expected);
  });

  it('goes back when a return takes the total below the bound', () => {
    const back: Range = [['Order', 'Order date', 'Owner', 'Amount', 'Reverses'], ['A', '2026-03-05', 'Amy', 60000, ''], ['R', '2026-03-20', 'Amy', -20000, 'A']];
    expect(earned(rules(['tier', '', 0, '1%'], ['tier bonus', '', 50000, '1 x Target bonus']), back)[0]).toBe(400);
  });

  it('is explained with its column', () => {
    const plan = rules(['tier', '', 0, '1%'], ['tier bonus', '', 50000, '50% x Target bonus']);
    expect(rowsOf('EXPLAIN', '2026-03', 'Amy', plan, PEOPLE, table).map((row) => row['Formula'])).toContain('“Target bonus” 5,000 × 50% = 2,500');
  });
});
