import type { Cell, Range } from '../../../core/table/cell';
import type { Row } from '../../support/tables';
import { rowsOf } from '../../support/tables';

const card = (period: string, who: string, ...tables: Range[]): Row[] => rowsOf('SCORECARD', period, who, ...tables);
const of = (rows: readonly Row[], kpi: string): Row => rows.find((row) => row['KPI'] === kpi) ?? {};
const figures = (row: Row): (Cell | undefined)[] => [row['Target'], row['Actual'], row['Score']];
const MONTHS = ['2026-01', '2026-02', '2026-03'];

describe('points on top', () => {
  const people: Range = [['Person', 'Team'], ['Amy', 'EU']];
  const done = (...rows: [string, string, Cell][]): Range => [['Period', 'Person', 'KPI', 'Actual'], ['2026-01', 'Amy', 'Sales', 90], ...rows.map(([month, kpi, value]): Cell[] => [month, 'Amy', kpi, value])];
  const table = (...rows: Cell[][]): Range => [['KPI', 'Weight', 'Target', 'Scoring', 'Cap', 'Floor', 'Better', 'Rollup'], ['Sales', 100, 100, 'ratio', '', '', '', ''], ...rows];

  it.each<[string, Cell[], Cell, number, number]>([
    ['a bonus for each event', ['B', 'plus', '', 'per 1 3 bonus', '', '', '', ''], 2, 6, 96],
    ['a bonus up to its Cap', ['B', 'plus', '', 'per 1 3 bonus', 5, '', '', ''], 2, 5, 95],
    ['a deduction for each event', ['B', 'plus', '', 'per 1 5', '', '', 'lower', ''], 3, -15, 75],
    ['a deduction down to its Floor', ['B', 'plus', '', 'per 1 5', '', -10, 'lower', ''], 3, -10, 80],
    ['a deduction without a word on what is better', ['B', '扣分项', '', '每 1 扣 5', '', '', '', ''], 3, -15, 75],
    ['points by rating', ['B', '加分项', '', 'yes:5 no:-2', '', '', '', ''], 'no', -2, 88],
    ['points in steps', ['B', '+', '', 'step 0:0 5:2 10:4', '', '', '', ''], 7, 2, 92],
    ['a share of so many points', ['B', 'plus', 50, 'ratio full 10 cap 10', '', '', '', ''], 25, 5, 95],
    ['deductions beyond what was agreed', ['B', 'plus', 2, 'per 1 5', '', '', 'lower', ''], 3, -5, 85],
  ])('%s', (_name, row, actual, points, total) => {
    const rows = card('2026-01', 'Amy', table(row), done(['2026-01', 'B', actual]), people);
    expect([of(rows, 'B')['Weight'], of(rows, 'B')['Score'], of(rows, 'B')['Weighted'], of(rows, 'Total')['Score'], of(rows, 'Total')['Weight'], of(rows, 'Total')['Status']]).toEqual(['plus', points, points, total, 100, 'complete']);
  });

  it('without an actual there are none, and nothing is missing', () => {
    const rows = card('2026-01', 'Amy', table(['B', 'plus', '', 'per 1 3 bonus', '', '', '', '']), done(), people);
    expect([of(rows, 'B')['Score'], of(rows, 'B')['Note'], of(rows, 'Total')['Score'], of(rows, 'Total')['Status']]).toEqual(['', expect.stringMatching(/no points on top/), 90, 'complete']);
  });

  it('do not make a total where nothing weighed was scored', () => {
    const rows = card('2026-02', 'Amy', table(['B', 'plus', '', 'per 1 3 bonus', '', '', '', '']), done(['2026-02', 'B', 2]), people);
    expect(of(rows, 'Total')['Score']).toBe('');
  });

  it('and points per unit of a sum are those of a month, however long the period', () => {
    const kpis: Range = [['KPI', 'Weight', 'Scoring', 'Better', 'Rollup'], ['C', 1, 'per 1 5 from 1 full 100', 'lower', 'sum'], ['B', 'plus', 'per 1 2 bonus', '', 'sum']];
    const actuals: Range = [['Period', 'Person', 'KPI', 'Actual'], ...MONTHS.flatMap((month): Cell[][] => [[month, 'Amy', 'C', 4], [month, 'Amy', 'B', 3]])];
    const read = (period: string): (Cell | undefined)[] => [of(card(period, 'Amy', kpis, actuals, people), 'C')['Score'], of(card(period, 'Amy', kpis, actuals, people), 'B')['Score'], of(card(period, 'Amy', kpis, actuals, people), 'Total')['Score']];
    expect([read('2026-01'), read('2026-Q1')]).toEqual([[85, 6, 91], [85, 6, 91]]);
    // Two months: 8 complaints are 6 beyond the 2 that are free.
    expect(read('2026-01 to 2026-02')).toEqual([85, 6, 91]);
  });
});

describe('a card that is the mean of its months', () => {
  const people: Range = [['Person', 'Team', 'Role', 'Joined'], ['Amy', 'EU', 'Sales', ''], ['Ben', 'EU', 'Manager', ''], ['Cy', 'EU', 'Sales', '2026-02-01']];
  const kpis: Range = [['KPI', 'Weight', 'Rollup', 'Target', 'Scoring', 'For'], ['Card', '', 'average', '', '', 'Role=Sales'], ['K', 1, 'sum', 10, 'ratio cap 100', '']];
  const grades: Range = [['From', 'Grade', 'Factor'], [70, 'B', 1], [0, 'D', 0.5]];
  const actuals: Range = [['Period', 'Person', 'KPI', 'Actual'], ...['Amy', 'Ben', 'Cy'].flatMap((who) => [20, 5, 7].map((value, index): Cell[] => [MONTHS[index] ?? '', who, 'K', value]))];
  it('for those whom the row is for', () => {
    const result = (who: string): (Cell | undefined)[] => {
      const rows = card('2026-Q1', who, kpis, actuals, people, grades);
      return [of(rows, 'Total')['Score'], of(rows, 'Grade')['Score'], of(rows, 'Total')['Note']];
    };
    // Amy 100, 50, 70; Ben the period at once: 32 of 30, capped; Cy 50 and 70.
    expect(result('Amy')).toEqual([73.33, 'B', 'mean of the months: 2026-01 100.00, 2026-02 50.00, 2026-03 70.00']);
    expect(result('Ben')).toEqual([100, 'B', '']);
    expect(result('Cy')).toEqual([60, 'D', expect.stringContaining('2026-02 50.00, 2026-03 70.00')]);
    expect(rowsOf('KPISUMMARY', '2026-Q1', kpis, actuals, people, grades).map((row) => row['Score'])).toEqual([73.33, 100, 60]);
  });
  it('and another roll-up is told of', () => {
    const odd: Range = [['KPI', 'Weight', 'Rollup', 'Target'], ['Card', '', 'max', ''], ['K', 1, 'sum', 10]];
    expect(rowsOf('CHECKTABLES', odd, actuals, people).map((row) => `${row['Cell']}: ${row['Problem']}`)).toContainEqual(expect.stringMatching(/row 2 · Rollup: “max” is no way/));
  });
});

describe('a figure of the team on each member’s card', () => {
  const people: Range = [['Person', 'Team', 'Role', 'From', 'Joined'], ['Amy', 'EU', 'Manager', '', ''], ['Ben', 'EU', 'Sales', '', ''], ['Cy', 'US', 'Sales', '', ''], ['Dee', 'EU', 'Manager', '', ''], ['Dee', 'US', 'Manager', '2026-03-01', ''], ['Eve', 'US', 'Sales', '', '2026-02-10']];
  const orders: Range = [['Order', 'Order date', 'Customer', 'Owner', 'Amount'], ...MONTHS.flatMap((month): Cell[][] => [['Ben', 100], ['Cy', 50], ['Amy', 10], ['Nobody', 1]].map(([who, amount]) => [`${who}${month}`, `${month}-20`, 'X', who ?? '', amount ?? '']))];
  const kpis = (level: string): Range => [['KPI', 'Weight', 'Source', 'Level', 'For', 'Target', 'Scoring'], ['Team sales', 1, 'orders: revenue', level, 'Role=Manager', 200, 'ratio']];

  it('is measured on all of the team, and of a mover on each team for the months with it', () => {
    expect(['Amy', 'Dee'].map((who) => figures(of(card('2026-Q1', who, kpis('team'), people, orders), 'Team sales')))).toEqual([[600, 330, 55], [600, 270, 45]]);
    expect(figures(of(card('2026-Q1', 'EU', kpis('团队'), people, orders), 'Team sales'))).toEqual([600, 330, 55]);
  });

  it('has the team’s target, or what was agreed with the person', () => {
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['EU', 'Team sales', '', 120], ['US', 'Team sales', '', 40], ['Amy', 'Team sales', '2026-Q1', 330]];
    expect(['Amy', 'Dee'].map((who) => figures(of(card('2026-Q1', who, kpis('team'), people, orders, goals), 'Team sales')))).toEqual([[330, 330, 100], [280, 270, expect.closeTo(96.43, 2)]]);
  });

  it('counts the months that somebody was there, unprorated', () => {
    const all: Range = [['KPI', 'Weight', 'Source', 'Level', 'Target', 'Scoring'], ['T', 1, 'orders: revenue', 'team', 50, 'ratio']];
    expect(figures(of(card('2026-Q1', 'Eve', all, people, orders), 'T'))).toEqual([100, 100, 100]);
  });

  it('rolled up from members, recorded for the team, and counted once', () => {
    const table: Range = [['KPI', 'Weight', 'Level', 'Rollup', 'Target', 'Scoring'], ['Visits', 1, 'team', 'sum', 10, 'ratio'], ['Complaints', 1, 'team', 'sum', 1, 'ratio']];
    const done: Range = [['Period', 'Person', 'KPI', 'Actual'], ['2026-01', 'Amy', 'Visits', 4], ['2026-01', 'Ben', 'Visits', 5], ['2026-01', 'Dee', 'Visits', 6], ['2026-01', 'EU', 'Complaints', 2]];
    const rows = card('2026-01', 'EU', table, people, done);
    expect([figures(of(rows, 'Visits')), figures(of(rows, 'Complaints'))]).toEqual([[10, 15, 150], [1, 2, 200]]);
    expect(figures(of(card('2026-01', 'Ben', table, people, done), 'Complaints'))).toEqual([1, 2, 200]);
  });

  it('company: all orders, whoever’s, on a card of its own and on everyone’s', () => {
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['公司', 'Team sales', '2026-Q1', 966]];
    for (const who of ['Company', '公司']) expect(figures(of(card('2026-Q1', who, kpis('team'), people, orders, goals), 'Team sales'))).toEqual([966, 483, 50]);
    expect(figures(of(card('2026-Q1', 'Amy', kpis('company'), people, orders, goals), 'Team sales'))).toEqual([966, 483, 50]);
  });

  it('company: what is recorded for its teams, put together, their targets weighing as the figures do', () => {
    const rate: Range = [['KPI', 'Weight', 'Level', 'Scoring', 'Unit'], ['On time', 1, 'team', 'ratio', '%']];
    const kept: Range = [['Period', 'Person', 'KPI', 'Actual', 'Numerator', 'Denominator'], ['2026-01', 'EU', 'On time', '', 90, 100], ['2026-01', 'US', 'On time', '', 5, 10]];
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['EU', 'On time', '', '90%'], ['US', 'On time', '', '50%']];
    // 95 of 110, and 0.9 × 100 + 0.5 × 10 of 110.
    expect(of(card('2026-01', 'Company', rate, kept, goals, people), 'On time')).toMatchObject({ Target: 95 / 110, Actual: 95 / 110, Score: 100, Note: expect.stringMatching(/put together from 2 of 2 teams; target from 2 teams/) });
    const sums: Range = [['KPI', 'Weight', 'Level', 'Scoring', 'Rollup'], ['Complaints', 1, 'team', 'ratio', 'sum']];
    const counted: Range = [['Period', 'Person', 'KPI', 'Actual'], ['2026-01', 'EU', 'Complaints', 3], ['2026-01', 'US', 'Complaints', 4]];
    expect(figures(of(card('2026-01', '公司', sums, counted, [['Person', 'KPI', 'Period', 'Target'], ['EU', 'Complaints', '', 6], ['US', 'Complaints', '', 8]], people), 'Complaints'))).toEqual([14, 7, 50]);
  });

  it('a mover’s rates of two teams: each target weighs as its figure does', () => {
    const rate: Range = [['KPI', 'Weight', 'Level', 'Scoring', 'Unit'], ['On time', 1, 'team', 'ratio', '%']];
    const kept: Range = [['Period', 'Person', 'KPI', 'Actual', 'Numerator', 'Denominator'], ...MONTHS.flatMap((month): Cell[][] => [[month, 'EU', 'On time', '', 90, 100], [month, 'US', 'On time', '', 5, 10]])];
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['EU', 'On time', '', '90%'], ['US', 'On time', '', '50%']];
    // Two months of EU and one of US: 180 + 5 of 210, and what was agreed comes to the same.
    expect(of(card('2026-Q1', 'Dee', rate, kept, goals, people), 'On time')).toMatchObject({ Target: 185 / 210, Actual: 185 / 210, Score: 100, Note: expect.stringMatching(/weighed as the actual is/) });
  });

  it('another word for the level is told of', () => {
    expect(of(card('2026-Q1', 'Amy', kpis('squad'), people, orders), 'Team sales')['Note']).toMatch(/Level: “squad”/);
  });
});

describe('the plan’s calendar', () => {
  const people: Range = [['Person', 'Team'], ['Amy', 'EU']];
  const rules = (value: string): Range => [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'calendar', '', '', value], ['P', 'rate', '', '', '10%']];
  const kpis: Range = [['KPI', 'Weight', 'Source', 'Scoring'], ['R', 1, 'orders: revenue', 'ratio'], ['V', 1, '', 'ratio']];
  const days: [string, number][] = [['2026-01-10', 1], ['2026-03-25', 2], ['2026-03-26', 4], ['2026-04-10', 8], ['2026-06-30', 16], ['2027-03-31', 32]];
  const orders: Range = [['Order', 'Order date', 'Owner', 'Amount'], ...days.map(([day, amount]): Cell[] => [day, day, 'Amy', amount])];
  const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['Amy', 'R', '2026-Q1', 24], ['Amy', 'V', '2026-Q1', 10], ['Amy', 'R', '2026-03', 3], ['Amy', 'V', '2026-03', 1]];
  const actuals: Range = [['Period', 'Person', 'KPI', 'Actual'], ['2026-Q1', 'Amy', 'V', 5], ['2026-03', 'Amy', 'V', 1]];
  it.each<[string, string, Cell, Cell]>([
    ['month', '2026-Q1', 7, 5],
    ['fiscal year from 4', '2026-Q1', 24, 5],
    ['财年从4月', '2026', 56, 5],
    ['from day 26', '2026-03', 2, 1],
    ['month', '2026-03', 6, 1],
  ])('%s: %s is %p and %p', (value, period, derived, typed) => {
    const rows = card(period, 'Amy', kpis, orders, goals, actuals, people, rules(value));
    expect([of(rows, 'R')['Actual'], of(rows, 'V')['Actual']]).toEqual([derived, typed]);
  });
  it('is that of summaries and gaps too', () => {
    const fiscal = rules('fiscal year from 4');
    expect(rowsOf('KPISUMMARY', '2026-Q1', kpis, orders, goals, actuals, people, fiscal)[0]).toMatchObject({ Period: '2026-Q1', R: 100, V: 50 });
    expect(rowsOf('TARGETGAP', '2026-Q1', kpis, [...goals, ['EU', 'R', '2026-04', 24], ['EU', 'R', '2026-05', 0.5], ['EU', 'R', '2026-06', 0.5]], people, fiscal).filter((row) => row['Team'] === 'EU').map((row) => [row['KPI'], row['Gap']])).toEqual([['R', -1]]);
  });
});
