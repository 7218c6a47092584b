import type { Cell, Range } from '../../../core/table/cell';
import type { Row } from '../../support/tables';
import { rowsOf } from '../../support/tables';

const card = (period: string, who: string, ...tables: Range[]): Row[] => rowsOf('SCORECARD', period, who, ...tables);
const of = (rows: readonly Row[], kpi: string): Row => rows.find((row) => row['KPI'] === kpi) ?? {};
const MONTHS = ['2026-01', '2026-02', '2026-03'];
const PEOPLE: Range = [['Person', 'Team'], ['Amy', 'EU']];

describe('a month without an actual', () => {
  const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ...[10, 20, 30].map((target, index): Cell[] => ['Amy', 'K', MONTHS[index] ?? '', target])];
  const row = (rollup: string, missing: string, values: Cell[], better = ''): Row => {
    const actuals: Range = [['Period', 'Person', 'KPI', 'Actual'], ...values.map((value, index): Cell[] => [MONTHS[index] ?? '', 'Amy', 'K', value])];
    return of(card('2026-Q1', 'Amy', [['KPI', 'Weight', 'Rollup', 'Scoring', 'Missing', 'Better'], ['K', 1, rollup, 'ratio', missing, better]], goals, actuals, PEOPLE), 'K');
  };

  // Targets 10, 20, 30; actuals 10 and 15, and nothing in March.
  it.each<[string, string, Cell, Cell, Cell, RegExp]>([
    ['sum', 'exclude', 30, 25, 83.33333333333333, /2026-03: left out/],
    ['average', 'exclude', 15, 12.5, 83.33333333333333, /left out/],
    ['last', 'exclude', 20, 15, 75, /left out/],
    ['max', 'exclude', 20, 15, 75, /left out/],
    ['min', 'exclude', 10, 10, 100, /left out/],
    ['sum', 'zero', 60, 25, 41.666666666666664, /2026-03: counts as 0/],
    ['average', 'zero', 20, 8.333333333333334, 41.666666666666664, /counts as 0/],
    ['last', 'zero', 30, 0, 0, /counts as 0/],
    ['max', 'zero', 30, 15, 50, /counts as 0/],
    ['min', 'zero', 10, 0, 0, /counts as 0/],
    ['sum', 'full', 60, 55, 91.66666666666667, /2026-03: counts as on target/],
    ['average', 'full', 20, 18.333333333333332, 91.66666666666667, /on target/],
    ['last', 'full', 30, 30, 100, /on target/],
    ['max', 'full', 30, 30, 100, /on target/],
    ['min', 'full', 10, 10, 100, /on target/],
    ['sum', 'blank', 60, '', '', /no total/],
    ['average', 'blank', 20, '', '', /no total/],
  ])('%s, %s: target %p, actual %p, score %p', (rollup, missing, target, actual, score, note) => {
    const found = row(rollup, missing, [10, 15, '-']);
    expect([found['Target'], found['Actual'], found['Score'], found['Note']]).toEqual([target, actual, score, expect.stringMatching(note)]);
  });

  it.each(['exclude', 'zero', 'full'])('before the last one does not matter to what stands at the end: %s', (missing) => {
    expect(row('last', missing, [10, '-', 15])).toMatchObject({ Target: 30, Actual: 15, Score: 50 });
  });

  it('scores 0 where a figure of 0 would be the best', () => {
    // Lower is better: 10 of 10 and 15 of 20 are 12.5 of 15, mirrored 116.67; a third of the months scores 0.
    expect(row('average', 'zero', [10, 15, '-'], 'lower')).toMatchObject({ Score: 77.77777777777777, Note: expect.stringMatching(/2026-03: scores 0/) });
  });

  it.each<[string, number]>([['exclude', 85], ['zero', 56.666666666666664], ['full', 90]])('of a rating, %s: %d', (missing, score) => {
    const actuals: Range = [['Period', 'Person', 'KPI', 'Actual'], ['2026-01', 'Amy', 'K', 'good'], ['2026-03', 'Amy', 'K', 'fair']];
    expect(of(card('2026-Q1', 'Amy', [['KPI', 'Weight', 'Scoring', 'Missing'], ['K', 1, 'good:100 fair:70', missing]], actuals, PEOPLE), 'K')['Score']).toBe(score);
  });

  it('of a ratio is left out of the target too, which weighs as the actual does', () => {
    const actuals: Range = [['Period', 'Person', 'KPI', 'Numerator', 'Denominator', 'Actual'], ['2026-01', 'Amy', 'K', 5, 10, ''], ['2026-02', 'Amy', 'K', 60, 90, ''], ['2026-03', 'Amy', 'K', '-', 50, '']];
    const own: Range = [['Person', 'KPI', 'Period', 'Target'], ['Amy', 'K', '2026-01', '50%'], ['Amy', 'K', '2026-02', '60%'], ['Amy', 'K', '2026-03', '90%']];
    // (0.5 × 10 + 0.6 × 90) ÷ 100
    expect(of(card('2026-Q1', 'Amy', [['KPI', 'Weight', 'Scoring', 'Unit'], ['K', 1, 'ratio', '%']], own, actuals, PEOPLE), 'K')).toMatchObject({ Target: 0.59, Actual: 0.65, Note: expect.stringMatching(/weighed as the actual.*/) });
    const typed: Range = [['Period', 'Person', 'KPI', 'Actual'], ['2026-01', 'Amy', 'K', '50%'], ['2026-02', 'Amy', 'K', '60%']];
    expect(of(card('2026-Q1', 'Amy', [['KPI', 'Weight', 'Scoring', 'Rollup'], ['K', 1, 'ratio', 'average']], own, typed, PEOPLE), 'K')).toMatchObject({ Target: 0.55, Actual: 0.55, Score: 100 });
  });

  it('of a member is left out of both sides of the team', () => {
    const people: Range = [...PEOPLE, ['Ben', 'EU']];
    const own: Range = [['Person', 'KPI', 'Period', 'Target'], ['*', 'K', '', 10]];
    const actuals: Range = [['Period', 'Person', 'KPI', 'Actual'], ...MONTHS.map((month): Cell[] => [month, 'Amy', 'K', 10]), ['2026-01', 'Ben', 'K', 5]];
    const team = (missing: string): Row => of(card('2026-Q1', 'EU', [['KPI', 'Weight', 'Rollup', 'Scoring', 'Missing'], ['K', 1, 'sum', 'ratio', missing]], own, actuals, people), 'K');
    expect([team('exclude'), team('zero'), team('full')].map((found) => [found['Target'], found['Actual']])).toEqual([[40, 35], [60, 35], [60, 55]]);
  });
});

describe('a rating that members lack', () => {
  const people: Range = [...PEOPLE, ['Ben', 'EU'], ['Cy', 'EU']];
  const actuals: Range = [['Period', 'Person', 'KPI', 'Actual'], ...MONTHS.map((month): Cell[] => [month, 'Amy', 'K', 'good']), ['2026-01', 'Ben', 'K', 'fair']];
  // Four person-months of nine are rated: 370 ÷ 4, ÷ 9, and (370 + 500) ÷ 9.
  it.each<[string, number]>([['exclude', 92.5], ['zero', 41.111111111111114], ['full', 96.66666666666667]])('%s: %d', (missing, score) => {
    expect(of(card('2026-Q1', 'EU', [['KPI', 'Weight', 'Scoring', 'Missing'], ['K', 1, 'good:100 fair:70', missing]], actuals, people), 'K')['Score']).toBe(score);
  });
  it('scores 0 where a figure of 0 would be the best', () => {
    const done: Range = [['Period', 'Person', 'KPI', 'Actual'], ['2026-01', 'Amy', 'K', 8]];
    // Amy 8 of 10, mirrored 120; the others nothing.
    expect(of(card('2026-01', 'EU', [['KPI', 'Weight', 'Scoring', 'Missing', 'Better', 'Target', 'Rollup'], ['K', 1, 'ratio', 'zero', 'lower', 10, 'average']], done, people), 'K')['Score']).toBe(40);
  });
});

describe('a figure that cannot be computed is missing, never 0', () => {
  const orders: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['1', '2026-01-05', 'Amy', 100]];
  it.each<[string, RegExp]>([
    ['orders: profit', /Orders, which has no column Purchase/],
    ['orders: received', /takes its actual from the Receipts table/],
    ['orders: quantity', /no column Quantity/],
    ['orders: new customers', /no column Customer/],
    ['orders: active customers', /no column Customer/],
    ['orders: repeat rate', /no column Customer/],
    ['orders: churn rate', /no column Customer/],
    ['orders: on-time shipment', /no column Promised date/],
    ['tasks: completion', /Plan of work, which has no column Done/],
    ['tasks: on time', /Plan of work, which has no column Done/],
  ])('%s without what it is measured on', (source, note) => {
    const tasks: Range = [['Task', 'Owner', 'Due'], ['T', 'Amy', '2026-01-10']];
    for (const who of ['Amy', 'EU', 'Company']) {
      const rows = card('2026-01', who, [['KPI', 'Weight', 'Source', 'Target', 'Scoring'], ['K', 1, source, 1, 'ratio']], orders, tasks, PEOPLE);
      expect([of(rows, 'K')['Actual'], of(rows, 'K')['Score'], of(rows, 'Total')['Score'], of(rows, 'Total')['Status']]).toEqual(['', '', '', 'incomplete']);
      expect(of(rows, 'K')['Note']).toMatch(note);
    }
  });

  it.each<[Cell, Cell, Cell]>([['', 10, ''], ['-', 10, ''], [0, 10, 0], [5, '', ''], [5, 0, '']])('a ratio of %p by %p is %p', (top, bottom, expected) => {
    const actuals: Range = [['Period', 'Person', 'KPI', 'Numerator', 'Denominator', 'Actual'], ['2026-01', 'Amy', 'K', top, bottom, '']];
    expect(of(card('2026-01', 'Amy', [['KPI', 'Weight', 'Scoring', 'Rollup', 'Unit', 'Target'], ['K', 1, 'ratio', 'ratio', '%', '100%']], actuals, PEOPLE), 'K')['Actual']).toBe(expected);
  });

  it('a month without anything to measure counts on neither side, and nothing is missing', () => {
    const shipped: Range = [['Order', 'Order date', 'Owner', 'Amount', 'Promised date', 'Ship date'], ['1', '2026-01-05', 'Amy', 100, '2026-01-20', '2026-01-20'], ['2', '2026-03-05', 'Amy', 100, '2026-03-20', '2026-03-25']];
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['Amy', 'K', '2026-01', '90%'], ['Amy', 'K', '2026-02', '10%'], ['Amy', 'K', '2026-03', '80%']];
    const rows = card('2026-Q1', 'Amy', [['KPI', 'Weight', 'Source', 'Rollup', 'Scoring'], ['K', 1, 'orders: on-time shipment', 'average', 'ratio']], shipped, goals, PEOPLE);
    expect([of(rows, 'K')['Target'], of(rows, 'K')['Actual'], of(rows, 'Total')['Status']]).toEqual([0.85, 0.5, 'complete']);
    // As a ratio: one of two lines; February's target has nothing to weigh on.
    expect(of(card('2026-Q1', 'Amy', [['KPI', 'Weight', 'Source', 'Scoring'], ['K', 1, 'orders: on-time shipment', 'ratio']], shipped, goals, PEOPLE), 'K')).toMatchObject({ Target: 0.85, Actual: 0.5 });
  });
});

describe('a period that has not begun', () => {
  const orders: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['1', '2026-01-05', 'Amy', 100]];
  const grades: Range = [['From', 'Grade', 'Factor'], [90, 'A', 1.2], [0, 'D', 0.5]];
  const result = (period: string): (Cell | undefined)[] => {
    const rows = card(period, 'Amy', [['KPI', 'Weight', 'Source', 'Target', 'Scoring'], ['K', 1, 'orders: revenue', 100, 'ratio']], orders, grades, PEOPLE);
    return [of(rows, 'Total')['Score'], of(rows, 'Grade')['Score'], of(rows, 'Factor')['Score'], of(rows, 'Total')['Status'], of(rows, 'Total')['Note']];
  };
  it('has no total and no grade', () => {
    expect(result('2026-02')).toEqual(['', '', '', 'incomplete', expect.stringMatching(/nothing of this period is recorded yet/)]);
    expect(result('2026-01')).toEqual([100, 'A', 1.2, 'complete', '']);
    expect(result('2025-12')).toEqual([0, 'D', 0.5, 'complete', '']);
    expect(result('2026-Q1')).toEqual([33.33, 'D', 0.5, 'complete', '']);
  });
});
