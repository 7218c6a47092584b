import type { Cell, Range } from '../../../core/table/cell';
import type { Row } from '../../support/tables';
import { rowsOf } from '../../support/tables';

const card = (period: string, who: string, ...tables: Range[]): Row[] => rowsOf('SCORECARD', period, who, ...tables);
const of = (rows: readonly Row[], kpi: string): Row => rows.find((row) => row['KPI'] === kpi) ?? {};
const figures = (row: Row): (Cell | undefined)[] => [row['Target'], row['Actual'], row['Score']];
const MONTHS = ['2026-01', '2026-02', '2026-03'];

/** Ben left on 31 January, Amy joined on 1 March, Eve joined on 15 February (14 of 28 days). */
const PEOPLE: Range = [['Person', 'Team', 'Role', 'From', 'Joined', 'Left'], ['Ben', 'EU', 'Sales', '', '', '2026-01-31'], ['Amy', 'EU', 'Sales', '', '2026-03-01', ''], ['Eve', 'EU', 'Sales', '', '2026-02-15', '']];

describe('a month without employment counts on neither side', () => {
  const monthly = (...values: number[]): Range => [['Person', 'KPI', 'Period', 'Target'], ...MONTHS.map((month, index): Cell[] => ['*', 'K', month, values[index] ?? ''])];
  const recorded = (who: string, ...values: Cell[]): Range => [['Period', 'Person', 'KPI', 'Actual'], ...values.flatMap((value, index): Cell[][] => (value === '' ? [] : [[MONTHS[index] ?? '', who, 'K', value]]))];
  const kpi = (rollup: string): Range => [['KPI', 'Weight', 'Rollup', 'Scoring'], ['K', 1, rollup, 'ratio']];

  it.each<[string, string, number, number]>([
    // Targets 10, 20, 40 a month. Ben: January alone. Amy: March alone. Eve: 20 × 14/28 + 40 as a sum.
    ['sum', 'Ben', 10, 9], ['sum', 'Amy', 40, 36], ['sum', 'Eve', 50, 48],
    ['average', 'Ben', 10, 9], ['average', 'Amy', 40, 36], ['average', 'Eve', 30, 24],
    ['last', 'Ben', 10, 9], ['last', 'Amy', 40, 36], ['last', 'Eve', 40, 36],
    ['max', 'Ben', 10, 9], ['max', 'Amy', 40, 36], ['max', 'Eve', 40, 36],
    ['min', 'Ben', 10, 9], ['min', 'Amy', 40, 36], ['min', 'Eve', 20, 12],
  ])('%s of %s in the quarter: target %d, actual %d', (rollup, who, target, actual) => {
    const row = of(card('2026-Q1', who, kpi(rollup), monthly(10, 20, 40), recorded(who, ...(who === 'Ben' ? [9, 99, 99] : [99, 12, 36])), PEOPLE), 'K');
    const own = who === 'Amy' ? { ...row } : row;
    expect([own['Target'], own['Actual'], own['Score']]).toEqual([target, actual, (actual / target) * 100]);
  });

  it('a figure given for the whole quarter stands, and its target is carried by days', () => {
    const row = of(card('2026-Q1', 'Eve', kpi('sum'), [['Person', 'KPI', 'Period', 'Target'], ['*', 'K', '2026-Q1', 900]], [['Period', 'Person', 'KPI', 'Actual'], ['2026-Q1', 'Eve', 'K', 450]], PEOPLE), 'K');
    // 14 + 31 of 90 days
    expect(figures(row)).toEqual([450, 450, 100]);
  });

  it('orders before the first day and after the last are not theirs', () => {
    const orders: Range = [['Order', 'Order date', 'Customer', 'Owner', 'Amount'], ...['01', '02', '03'].flatMap((month): Cell[][] => ['Ben', 'Amy', 'Eve'].map((who) => [`${who}${month}`, `2026-${month}-20`, `C${who}`, who, 100]))];
    const kpis: Range = [['KPI', 'Weight', 'Source', 'Target', 'Scoring'], ['R', 1, 'orders: revenue', 100, 'ratio'], ['N', 1, 'orders: orders', 1, 'ratio'], ['A', 1, 'orders: active customers', 1, 'ratio'], ['V', 1, 'orders: average order', 100, 'ratio']];
    const read = (who: string): (Cell | undefined)[][] => ['R', 'N', 'A', 'V'].map((name) => figures(of(card('2026-Q1', who, kpis, orders, PEOPLE), name)));
    expect(read('Ben')).toEqual([[100, 100, 100], [1, 1, 100], [1, 1, 100], [100, 100, 100]]);
    expect(read('Eve')).toEqual([[150, 200, 133.33333333333334], [1.5, 2, 133.33333333333334], [1, 1, 100], [100, 100, 100]]);
  });

  it('a figure shared with the team counts for the months there', () => {
    const kpis: Range = [['KPI', 'Weight', 'Unit', 'Scoring'], ['K', 1, '%', 'ratio']];
    const team: Range = [['Period', 'Person', 'KPI', 'Actual'], ['2026-01', 'EU', 'K', '90%'], ['2026-02', 'EU', 'K', '60%'], ['2026-03', 'EU', 'K', '80%']];
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['EU', 'K', '2026-01', '90%'], ['EU', 'K', '2026-02', '50%'], ['EU', 'K', '2026-03', '80%']];
    expect(['Ben', 'Amy', 'Eve'].map((who) => figures(of(card('2026-Q1', who, kpis, goals, team, PEOPLE), 'K')).slice(0, 2))).toEqual([[0.9, 0.9], [0.8, 0.8], [0.65, 0.7]]);
  });
});

describe('movers', () => {
  const people: Range = [['Person', 'Team', 'Role', 'From'], ['Amy', 'EU', 'Sales', ''], ['Amy', 'US', 'Sales', '2026-02-15'], ['Ben', 'EU', 'Sales', ''], ['Cy', 'US', 'Sales', '']];
  const teams = (...tables: Range[]): (Cell | undefined)[][] => ['EU', 'US'].map((team) => figures(of(card('2026-Q1', team, ...tables, people), 'K')));
  const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['*', 'K', '', 100]];
  const typed = (values: Record<string, Cell[]>): Range => [['Period', 'Person', 'KPI', 'Actual'], ...Object.entries(values).flatMap(([who, own]) => own.flatMap((value, index): Cell[][] => (value === '' ? [] : [[MONTHS[index] ?? '', who, 'K', value]])))];

  it('in the middle of a month: orders by their date, targets and typed sums by days', () => {
    const orders: Range = [['Order', 'Order date', 'Customer', 'Owner', 'Amount'], ['1', '2026-01-10', 'X', 'Amy', 100], ['2', '2026-02-10', 'X', 'Amy', 70], ['3', '2026-02-20', 'X', 'Amy', 30], ['4', '2026-03-10', 'X', 'Amy', 100], ['5', '2026-03-11', 'Y', 'Ben', 300], ['6', '2026-03-12', 'Z', 'Cy', 300]];
    const kpis: Range = [['KPI', 'Weight', 'Source', 'Scoring'], ['K', 1, 'orders: revenue', 'ratio']];
    // EU: Ben 300, Amy January 100 and 14 of 28 days of February.
    expect(teams(kpis, goals, orders)).toEqual([[450, 470, 104.44444444444444], [450, 430, 95.55555555555556]]);
    expect(teams([['KPI', 'Weight', 'Rollup', 'Scoring'], ['K', 1, 'sum', 'ratio']], goals, typed({ Amy: [100, 100, 100], Ben: [100, 100, 100], Cy: [100, 100, 100] }))).toEqual([[450, 450, 100], [450, 450, 100]]);
  });

  it.each<[string, (Cell | undefined)[][]]>([
    // Amy's figures 10, 20, 30; Ben 40, 40, 40; Cy 50, 50, 50. February closed with US.
    // Person-months: EU (10 + 3 × 40) ÷ 4, US (20 + 30 + 3 × 50) ÷ 5.
    ['average', [[100, 32.5, 32.5], [100, 40, 40]]],
    // At the end of March EU is Ben alone.
    ['last', [[100, 40, 40], [200, 80, 40]]],
    ['max', [[100, 40, 40], [100, 50, 50]]],
    ['min', [[100, 10, 10], [100, 20, 20]]],
  ])('%s: each team has the months that closed with it', (rollup, expected) => {
    expect(teams([['KPI', 'Weight', 'Rollup', 'Scoring'], ['K', 1, rollup, 'ratio']], goals, typed({ Amy: [10, 20, 30], Ben: [40, 40, 40], Cy: [50, 50, 50] }))).toEqual(expected);
  });

  it('ratios are of the sums over the months with the team, their targets weighed alike', () => {
    const actuals: Range = [['Period', 'Person', 'KPI', 'Numerator', 'Denominator', 'Actual'], ['2026-01', 'Amy', 'K', 9, 10, ''], ['2026-02', 'Amy', 'K', 1, 10, ''], ['2026-03', 'Amy', 'K', 1, 10, ''], ...MONTHS.flatMap((month): Cell[][] => [[month, 'Ben', 'K', 5, 10, ''], [month, 'Cy', 'K', 5, 10, '']])];
    const own: Range = [['Person', 'KPI', 'Period', 'Target'], ['Amy', 'K', '', 0.9], ['Ben', 'K', '', 0.5], ['Cy', 'K', '', 0.5]];
    // EU: (9 + 15) of 40; target (0.9 × 10 + 0.5 × 30) ÷ 40. US: (1 + 1 + 15) of 50; target (0.9 × 20 + 0.5 × 30) ÷ 50.
    expect(teams([['KPI', 'Weight', 'Scoring'], ['K', 1, 'ratio']], own, actuals)).toEqual([[0.6, 0.6, 100], [0.66, 0.34, expect.closeTo(51.515, 3)]]);
  });

  it('what came in counts for the team on the day it came', () => {
    const orders: Range = [['Order', 'Order date', 'Customer', 'Owner', 'Amount'], ['1', '2026-01-10', 'X', 'Amy', 100]];
    const receipts: Range = [['Order', 'Date', 'Amount'], ['1', '2026-02-10', 60], ['1', '2026-03-10', 40]];
    const kpis: Range = [['KPI', 'Weight', 'Source', 'Target', 'Scoring'], ['K', 1, 'orders: received', 100, 'ratio']];
    expect(teams(kpis, orders, receipts).map(([, actual]) => actual)).toEqual([60, 40]);
  });

  it('have the shared figure of each team for the months with it', () => {
    const kpis: Range = [['KPI', 'Weight', 'Unit', 'Scoring'], ['K', 1, '%', 'ratio']];
    const team: Range = [['Period', 'Person', 'KPI', 'Actual'], ...MONTHS.flatMap((month): Cell[][] => [[month, 'EU', 'K', '90%'], [month, 'US', 'K', '60%']])];
    const agreed: Range = [['Person', 'KPI', 'Period', 'Target'], ['EU', 'K', '', '90%'], ['US', 'K', '', '50%']];
    const row = of(card('2026-Q1', 'Amy', kpis, team, agreed, people), 'K');
    expect([row['Target'], row['Actual'], row['Note']]).toEqual([expect.closeTo(0.6333, 4), 0.7, expect.stringContaining('recorded for EU, US')]);
  });

  it('leave no gap between targets where each month has none', () => {
    const months = (who: string, values: number[]): Cell[][] => values.map((value, index) => [who, 'K', MONTHS[index] ?? '', value]);
    const own: Range = [['Person', 'KPI', 'Period', 'Target'], ...months('EU', [200, 150, 100]), ...months('US', [100, 150, 200]), ...['Amy', 'Ben', 'Cy'].flatMap((who) => months(who, [100, 100, 100]))];
    const kpis: Range = [['KPI', 'Weight', 'Rollup', 'Scoring'], ['K', 1, 'sum', 'ratio']];
    const gaps = (period: string): (Cell | undefined)[] => rowsOf('TARGETGAP', period, kpis, own, people).map((row) => row['Gap']);
    expect([...MONTHS, '2026-Q1'].map(gaps)).toEqual([[0, 0], [0, 0], [0, 0], [0, 0]]);
  });
});

describe('a promotion inside a period', () => {
  const people: Range = [['Person', 'Team', 'Role', 'From'], ['Amy', 'EU', 'Sales', ''], ['Amy', 'EU', 'Manager', '2026-03-01']];
  const kpis: Range = [['KPI', 'Weight', 'Rollup', 'Scoring', 'Target', 'For'], ['Sales', 60, 'sum', 'ratio', 100, 'Role=Sales'], ['Visits', 40, 'sum', 'ratio', 10, 'Role=Sales; Manager'], ['Coaching', 60, 'sum', 'ratio', 4, 'Role=Manager']];
  const done: Range = [['Period', 'Person', 'KPI', 'Actual'], ...MONTHS.flatMap((month, index): Cell[][] => [[month, 'Amy', 'Sales', 50 * (index + 1)], [month, 'Amy', 'Visits', 10], [month, 'Amy', 'Coaching', 3]])];

  it('both roles have their KPIs, each for its months, and weigh by them', () => {
    const rows = card('2026-Q1', 'Amy', kpis, done, people);
    expect(['Sales', 'Visits', 'Coaching'].map((name) => [of(rows, name)['Weight'], ...figures(of(rows, name))])).toEqual([[40, 200, 150, 75], [40, 30, 30, 100], [20, 4, 3, 75]]);
    // January 0.6 × 50 + 40, February 0.6 × 100 + 40, March 0.6 × 75 + 40: their mean is the card of the quarter.
    expect([...MONTHS, '2026-Q1'].map((period) => of(card(period, 'Amy', kpis, done, people), 'Total')['Score'])).toEqual([70, 100, 85, 85]);
  });

  it('a KPI with a row for each role stands twice, and once in the summary', () => {
    const two: Range = [['KPI', 'Weight', 'Rollup', 'Scoring', 'Target', 'For'], ['Sales', 100, 'sum', 'ratio', 100, 'Role=Sales'], ['Sales', 100, 'sum', 'ratio', 50, 'Role=Manager']];
    const rows = card('2026-Q1', 'Amy', two, done, people).filter((row) => row['KPI'] === 'Sales');
    expect(rows.map(figures)).toEqual([[200, 150, 75], [50, 150, 300]]);
    expect(rowsOf('KPISUMMARY', '2026-Q1', two, done, people)[0]).toMatchObject({ Score: 150, Sales: 150 });
  });
});
