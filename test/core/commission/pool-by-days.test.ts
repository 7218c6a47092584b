import type { Cell, Range } from '../../../core/table/cell';
import { rowsOf } from '../../support/tables';

const POT = (by: string, ...more: Cell[][]): Range => [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'pool', '', 3000, 'team'], ['P', 'share by', by, '', '100%'], ...more.map((row): Cell[] => ['P', ...row])];
const ORDERS: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-03-10', 'Amy', 10000]];
const earned = (...tables: Range[]): Cell[] => {
  const rows = rowsOf('SETTLE', '2026-03', 'summary', ...tables, ORDERS);
  return ['Amy', 'Ben'].map((who) => rows.find(({ Person }) => Person === who)?.['Earned'] ?? '');
};

describe('a pot is shared by the days on the team', () => {
  const staff = (column: string, amy: Cell, ben: Cell): Range => [['Person', 'Team', 'Joined', column], ['Amy', 'EU', '', amy], ['Ben', 'EU', '2026-03-16', ben]];

  // March has 31 days, 16 of them from the 16th on: 3,000 × 31 ÷ 47 and × 16 ÷ 47.
  it.each<[string, Range, Range]>([
    ['equally', POT('equal'), staff('Role', 'Sales', 'Sales')],
    ['by a role', POT('Role', ['weight', 'Role=Sales', '', 2]), staff('Role', 'Sales', 'Sales')],
    ['by a number of one’s own', POT('Level'), staff('Level', 3, 3)],
    ['by weights of a column of days', POT('Days', ['weight', 'Days=22', '', 2], ['weight', 'Days=11', '', 2]), staff('Days', 22, 11)],
  ])('%s', (_name, plan, people) => {
    expect(earned(plan, people)).toEqual([1978.72, 1021.28]);
  });

  // 22 : 11 as they stand; the newcomer’s 11 are already those since the 16th.
  it.each(['Days', 'Days attended', 'attendance', '出勤天数', '工时', 'Hours'])('but a column that counts days itself weighs what it says: %s', (column) => {
    expect(earned(POT(column), staff(column, 22, 11))).toEqual([2000, 1000]);
  });

  it('and so does one of the Scores', () => {
    const scores: Range = [['Period', 'Person', 'Score', 'Days'], ['2026-03', 'Amy', 80, 22], ['2026-03', 'Ben', 80, 11]];
    expect(earned(POT('Days'), staff('Role', 'Sales', 'Sales'), scores)).toEqual([2000, 1000]);
    expect(earned(POT('Score'), staff('Role', 'Sales', 'Sales'), scores)).toEqual([1978.72, 1021.28]);
  });

  it('of a mover each team has its part of them', () => {
    // Ben is in EU until the 15th: 20 × 15 ÷ 31 = 9.67741935 of his days beside 22: 3,000 × 22 ÷ 31.67741935.
    const people: Range = [['Person', 'Team', 'From', 'Days'], ['Amy', 'EU', '', 22], ['Ben', 'EU', '', 20], ['Ben', 'US', '2026-03-16', 20]];
    expect(earned(POT('Days'), people)).toEqual([2083.5, 3916.5]);
  });

  it.each<[string, Range, string, string]>([
    ['equal', staff('Role', 'Sales', 'Sales'), 'Share of the pool by equal shares × days', '3,000.00 × days 31 ÷ (31 + 16) → 1,978.72'],
    ['Level', staff('Level', 3, 3), 'Share of the pool by Level × days', '3,000.00 × days 31 × 3 ÷ (93 + 48) → 1,978.72'],
    ['Days', staff('Days', 22, 11), 'Share of the pool by Days', '3,000.00 × 22 ÷ (22 + 11) = 2,000.00'],
  ])('and the explanation says so: %s', (by, people, what, formula) => {
    const steps = rowsOf('EXPLAIN', '2026-03', 'Amy', POT(by), people, ORDERS).map((row) => [row['What'], row['Formula']]);
    expect(steps).toContainEqual([what, formula]);
  });
});
