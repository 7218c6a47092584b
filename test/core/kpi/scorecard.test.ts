import type { Cell, Range } from '../../../core/table/cell';
import type { Row } from '../../support/tables';
import { errorOf, rowsOf, valueOf } from '../../support/tables';

const kpis = (header: string[], ...rows: Cell[][]): Range => [['KPI', 'Weight', ...header], ...rows];
const targets = (...rows: Cell[][]): Range => [['Person', 'KPI', 'Period', 'Target'], ...rows];
const actuals = (...rows: Cell[][]): Range => [['Period', 'Person', 'KPI', 'Actual'], ...rows];
const card = (period: string, who: string, ...tables: Range[]): Row[] => rowsOf('SCORECARD', period, who, ...tables);
const of = (rows: readonly Row[], kpi: string): Row => rows.find((row) => row['KPI'] === kpi) ?? {};
const total = (rows: readonly Row[]): Cell => of(rows, 'Total')['Score'];
const GRADES: Range = [['From', 'Grade', 'Factor'], [90, 'A', 1.2], [75, 'B', 1], [60, 'C', 0.8], [0, 'D', 0.5]];

describe('a card', () => {
  it('weighs its indicators, whatever the weights add up to', () => {
    const rows = card('2026-03', 'Amy', kpis(['Target'], ['Sales', 3, 100], ['Visits', 1, 20]), actuals(['2026-03', 'Amy', 'Sales', 90], ['2026-03', 'Amy', 'Visits', 10]));
    expect(rows.map((row) => [row['KPI'], row['Score'], row['Weighted'], row['Status']])).toEqual([
      ['Sales', 90, 67.5, 'amber'],
      ['Visits', 50, 12.5, 'red'],
      ['Total', 80, 80, 'complete'],
      ['Grade', '', '', ''],
      ['Factor', '', '', ''],
    ]);
  });

  it('rounds the total once, half up', () => {
    const rows = card('2026-03', 'Amy', kpis(['Target'], ['A', 1, 3], ['B', 1, 3]), actuals(['2026-03', 'Amy', 'A', 1], ['2026-03', 'Amy', 'B', 2.0001]), GRADES);
    // (33.333… + 66.67) ÷ 2 = 50.001666…
    expect(total(rows)).toBe(50);
    const edge = card('2026-03', 'Amy', kpis(['Target'], ['A', 1, 100], ['B', 1, 100]), actuals(['2026-03', 'Amy', 'A', 89.99], ['2026-03', 'Amy', 'B', 90]), GRADES);
    expect([total(edge), of(edge, 'Grade')['Score'], of(edge, 'Factor')['Score']]).toEqual([90, 'A', 1.2]);
  });

  it('gives areas weights of their own', () => {
    const table: Range = [['KPI', 'Area', 'Weight', 'Target'], ['', 'Result', 70, ''], ['', 'Attitude', 30, ''], ['Sales', 'Result', 2, 100], ['Profit', 'Result', 1, 100], ['Team', 'Attitude', 5, 100]];
    const rows = card('2026-03', 'Amy', table, actuals(['2026-03', 'Amy', 'Sales', 90], ['2026-03', 'Amy', 'Profit', 60], ['2026-03', 'Amy', 'Team', 50]));
    // 70 × (2 × 90 + 60) ÷ 3 + 30 × 50 = 56 + 15
    expect(total(rows)).toBe(71);
  });

  it.each<[string, Cell, Cell, string]>([
    ['exclude', 80, 80, 'incomplete'],
    ['zero', 40, 40, 'incomplete'],
    ['full', 90, 90, 'incomplete'],
    ['blank', '', '', 'incomplete'],
    ['不计入', 80, 80, 'incomplete'],
  ])('treats a missing actual as Missing says: %s', (missing, score, _same, status) => {
    const rows = card('2026-03', 'Amy', kpis(['Target', 'Missing'], ['A', 1, 100, ''], ['B', 1, 100, missing]), actuals(['2026-03', 'Amy', 'A', 80], ['2026-03', 'Amy', 'B', '-']));
    expect([total(rows), of(rows, 'Total')['Status'], of(rows, 'B')['Status']]).toEqual([score, status, 'no data']);
  });

  it('shows how much of the weights rests on actuals', () => {
    const [row] = rowsOf('KPISUMMARY', '2026-03', kpis(['Target'], ['A', 3, 100], ['B', 1, 100]), actuals(['2026-03', 'Amy', 'A', 80]));
    expect(row).toMatchObject({ Score: 80, Coverage: 0.75, Status: 'incomplete: B', A: 80, B: '' });
  });

  it('takes a person’s own target and weight before everyone’s, and everyone’s before the KPI’s', () => {
    const table = kpis(['Target'], ['A', 1, 100], ['B', 1, 100]);
    const own: Range = [['Person', 'KPI', 'Period', 'Target', 'Weight'], ['*', 'A', '2026-03', 50, ''], ['Amy', 'A', '2026-03', 80, 3], ['Ben', 'B', '', '', 4]];
    const done = actuals(['2026-03', 'Amy', 'A', 40], ['2026-03', 'Amy', 'B', 100], ['2026-03', 'Ben', 'A', 40], ['2026-03', 'Ben', 'B', 100]);
    expect(total(card('2026-03', 'Amy', table, own, done))).toBe(62.5);
    // Ben: (1 × 40 ÷ 50 + 4 × 1) ÷ 5
    expect(total(card('2026-03', 'Ben', table, own, done))).toBe(96);
  });

  it('chooses indicators by For, and their version by Effective', () => {
    const table: Range = [['KPI', 'Weight', 'Target', 'For', 'Effective'], ['A', 50, 10, 'Role=Sales; Manager', ''], ['A', 50, 20, 'Role=Sales; Manager', '2026-02-01'], ['B', 50, 10, 'Role=Support; Team=EU', ''], ['C', 50, 10, 'not Sales', '']];
    const people: Range = [['Person', 'Team', 'Role'], ['Amy', 'EU', 'Sales'], ['Ben', 'EU', 'Support'], ['Cy', 'US', 'Support'], ['Dee', 'US', 'Manager']];
    const names = (period: string, who: string): string => card(period, who, table, people).slice(0, -3).map((row) => `${row['KPI']}${row['Target']}`).join(' ');
    expect([names('2026-01', 'Amy'), names('2026-02', 'Amy'), names('2026-01', 'Ben'), names('2026-01', 'Cy'), names('2026-03', 'Dee')]).toEqual(['A10', 'A20', 'B10 C10', 'C10', 'A20 C10']);
  });

  it('lets vetoes act', () => {
    const veto = (action: string, actual: Cell): Row[] => card('2026-03', 'Amy', kpis(['Target', 'Scoring', 'Veto'], ['A', 1, 100, '', ''], ['B', 1, 100, '', action]), actuals(['2026-03', 'Amy', 'A', 100], ['2026-03', 'Amy', 'B', actual]), GRADES);
    const result = (rows: Row[]): Cell[] => [total(rows), of(rows, 'Grade')['Score'], of(rows, 'Factor')['Score']];
    expect(result(veto('below 90: zero kpi', 80))).toEqual([50, 'D', 0.5]);
    expect(result(veto('below 90: zero card', 80))).toEqual([0, 'D', 0.5]);
    expect(result(veto('below 90: grade C', 80))).toEqual([90, 'C', 0.8]);
    expect(result(veto('below 90: factor 0.7', 80))).toEqual([90, 'A', 0.7]);
    expect(result(veto('低于 90：等级 C', 80))).toEqual([90, 'C', 0.8]);
    expect(result(veto('attainment below 90%: zero card', 80))).toEqual([0, 'D', 0.5]);
    expect(result(veto('below 90: zero card', 90))).toEqual([95, 'A', 1.2]);
  });

  it('scores ratings, and several months of them one by one', () => {
    const table = kpis(['Scoring'], ['T', 1, '优:100 良:80 差:40']);
    const rows = card('2026-Q1', 'Amy', table, actuals(['2026-01', 'Amy', 'T', '优'], ['2026-02', 'Amy', 'T', '良'], ['2026-03', 'Amy', 'T', '差']));
    expect(of(rows, 'T')['Score']).toBe(73.33333333333333);
  });

  it('scores between baseline, target and stretch, upwards and downwards', () => {
    const table: Range = [['KPI', 'Weight', 'Better', 'Scoring'], ['Cost', 1, 'lower', 'linear baseline:0 target:100'], ['Sales', 1, '', 'linear baseline:0 target:100 stretch:120']];
    const agreed: Range = [['Person', 'KPI', 'Period', 'Baseline', 'Target', 'Stretch'], ['Amy', 'Cost', '2026-03', 500, 400, ''], ['Amy', 'Sales', '2026-03', 100, 200, 300]];
    const rows = card('2026-03', 'Amy', table, agreed, actuals(['2026-03', 'Amy', 'Cost', 420], ['2026-03', 'Amy', 'Sales', 250]));
    expect([of(rows, 'Cost')['Score'], of(rows, 'Sales')['Score']]).toEqual([80, 110]);
  });
});

describe('periods', () => {
  const monthly = (values: Cell[]): Cell[][] => values.map((value, index) => [`2026-0${index + 1}`, 'Amy', 'K', value]);
  const goals = (...values: Cell[]): Range => targets(...values.map((value, index) => ['Amy', 'K', `2026-0${index + 1}`, value]));

  it.each<[string, Cell, Cell]>([
    ['sum', 60, 1.2],
    ['average', 20, 1.2],
    ['last', 30, 1.5],
    ['max', 30, 1.5],
    ['min', 10, 1],
  ])('roll up by %s, targets as actuals', (rollup, actual, attainment) => {
    const row = of(card('2026-Q1', 'Amy', kpis(['Rollup'], ['K', 1, rollup]), goals(10, 20, 20), actuals(...monthly([10, 20, 30]))), 'K');
    expect([row['Actual'], row['Attainment']]).toEqual([actual, attainment]);
  });

  it('roll up ratios as the ratio of sums', () => {
    const table: Range = [['Period', 'Person', 'KPI', 'Actual', 'Numerator', 'Denominator'], ['2026-01', 'Amy', 'K', '', 10, 20], ['2026-02', 'Amy', 'K', '', 30, 40], ['2026-03', 'Amy', 'K', '', 5, 20]];
    expect(of(card('2026-Q1', 'Amy', kpis(['Target'], ['K', 1, '50%']), table), 'K')).toMatchObject({ Actual: 0.5625, Attainment: 1.125, Note: expect.stringContaining('ratio of the sums of 3 figures') });
  });

  it('take a quarter’s own target and actual before its months', () => {
    const rows = card('2026-Q1', 'Amy', kpis([], ['K', 1]), targets(['Amy', 'K', '2026-01', 1], ['Amy', 'K', '2026-Q1', 200]), actuals(['2026-Q1', 'Amy', 'K', 150], ['2026-01', 'Amy', 'K', 7]));
    expect(of(rows, 'K')).toMatchObject({ Target: 200, Actual: 150 });
  });

  it('run from one month to another: the year to date', () => {
    const row = of(card('2026 to 2026-02', 'Amy', kpis([], ['K', 1]), goals(10, 20, 20), actuals(...monthly([9, 12, 30]))), 'K');
    expect([row['Target'], row['Actual'], row['Attainment']]).toEqual([30, 21, 0.7]);
  });

  it('leave a month without an actual out on both sides, and say so', () => {
    const rows = card('2026-Q1', 'Amy', kpis([], ['K', 1]), goals(10, 20, 30), actuals(['2026-01', 'Amy', 'K', 10], ['2026-03', 'Amy', 'K', 15]));
    expect(of(rows, 'K')).toMatchObject({ Target: 40, Actual: 25, Score: 62.5, Note: expect.stringContaining('no actual for 2026-02') });
    expect(of(rows, 'Total')['Status']).toBe('incomplete');
  });

  it('do not compare some months with a target for all of them', () => {
    const rows = card('2026-Q1', 'Amy', kpis([], ['K', 1]), targets(['Amy', 'K', '2026-Q1', 60]), actuals(['2026-01', 'Amy', 'K', 10]));
    expect([of(rows, 'K')['Score'], total(rows)]).toEqual(['', '']);
  });

  it('use the target in force at the end of the period, and tell what changed', () => {
    const agreed: Range = [['Person', 'KPI', 'Period', 'Target', 'Effective', 'Note'], ['Amy', 'K', '2026-03', 100, '', ''], ['Amy', 'K', '2026-03', 120, '2026-03-10', 'new region'], ['Amy', 'K', '2026-03', 500, '2026-04-01', 'too late']];
    expect(of(card('2026-03', 'Amy', kpis([], ['K', 1]), agreed, actuals(['2026-03', 'Amy', 'K', 60])), 'K')).toMatchObject({ Target: 120, Note: 'target from 2026-03-10: 120, before 100: new region' });
  });

  it('prorate sums for joiners and leavers by days, by Ramp where there is one, and never rates', () => {
    const table: Range = [['KPI', 'Weight', 'Unit', 'Target'], ['Sales', 1, 'CNY', 31000], ['On time', 1, '%', '95%']];
    const people: Range = [['Person', 'Team', 'Joined', 'Left', 'From', 'Ramp'], ['Amy', 'EU', '2026-03-11', '', '', ''], ['Ben', 'EU', '', '2026-03-10', '', ''], ['Cy', 'EU', '2026-03-11', '', '', '50%']];
    const goal = (who: string, kpi: string): Cell => of(card('2026-03', who, table, people), kpi)['Target'];
    expect([goal('Amy', 'Sales'), goal('Ben', 'Sales'), goal('Cy', 'Sales'), goal('Amy', 'On time')]).toEqual([21000, 10000, 15500, 0.95]);
    expect(of(card('2026-02', 'Ben', table, people), 'Sales')['Target']).toBe(31000);
    expect(of(card('2026-Q1', 'Amy', table, people), 'Sales')['Target']).toBe(21000);
    expect(errorOf('SCORECARD', '2026-04', 'Ben', table, people)).toMatch(/#N\/A.*no card of “Ben” in 2026-04/);
  });

  it('take the blank months of a wide table as not planned', () => {
    const wide: Range = [['Person', 'KPI', 'Year', 'Q1', '4月', '5月'], ['Amy', 'K', 2026, 60, 20, '']];
    const done = actuals(['2026-04', 'Amy', 'K', 10], ['2026-05', 'Amy', 'K', 10]);
    expect(of(card('2026-04', 'Amy', kpis([], ['K', 1]), wide, done), 'K')['Score']).toBe(50);
    expect(of(card('2026-05', 'Amy', kpis([], ['K', 1]), wide, done), 'K')['Note']).toMatch(/There is no target/);
    expect(rowsOf('CHECKTABLES', kpis([], ['K', 100]), wide, done)).toEqual([]);
  });

  it('read months that a host has turned into dates, in cells and in headers', () => {
    const wide: Range = [['Person', 'KPI', 'Year', '2026-01-01', '2026-02-01'], ['Amy', 'K', 2026, 10, 20]];
    const rows = card('2026-02-01', 'Amy', kpis([], ['K', 1]), wide, actuals(['2026-02-01', 'Amy', 'K', 5]));
    expect(of(rows, 'K')).toMatchObject({ Target: 20, Actual: 5, Score: 25 });
  });

  it('read wide tables of targets, and of actuals by their marker', () => {
    const wideTargets: Range = [['Person', 'KPI', 'Year', '1月', '2月', '3月'], ['Amy', 'K', 2026, 10, 20, 20]];
    const wideActuals: Range = [['Person', 'KPI', 'Year', '1月', '2月', '3月', 'Actual'], ['Amy', 'K', 2026, 5, '-', 10, '']];
    const rows = card('2026-Q1', 'Amy', kpis([], ['K', 1]), wideTargets, wideActuals);
    expect(of(rows, 'K')).toMatchObject({ Target: 30, Actual: 15 });
  });
});

describe('actuals', () => {
  const orders: Range = [
    ['Order', 'Order date', 'Customer', 'Owner', 'Currency', 'Amount', 'Quantity', 'Profit', 'Promised date', 'Ship date', 'Status', 'Reverses'],
    ['P1', '2025-06-10', 'ACME', 'Amy', '', 1000, 10, 100, '', '', '', ''],
    ['P2', '2026-01-10', 'ACME', 'Amy', '', 2000, 20, 300, '2026-02-10', '2026-02-10', '', ''],
    ['P3', '2026-02-10', 'Nord', 'Amy 60%; Ben 40%', '', 3000, 30, 500, '2026-03-10', '2026-03-12', '', ''],
    ['P4', '2026-03-10', 'Nord', 'Ben', 'USD', 1000, 5, 700, '2026-03-20', '', '', ''],
    ['P5', '2026-03-12', 'Late', 'Ben', '', 900, 5, 90, '', '', 'cancelled', ''],
    ['R2', '2026-03-15', 'ACME', 'Amy', '', -500, -5, -75, '', '', '', 'P2'],
  ];
  const fx: Range = [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7]];
  const receipts: Range = [['Order', 'Date', 'Currency', 'Amount', 'Fee'], ['P2', '2026-03-01', '', 1980, 20], ['P3', '2026-03-05', '', 1000, 0]];
  const people: Range = [['Person', 'Team'], ['Amy', 'EU'], ['Ben', 'EU'], ['Log', 'Logistics']];
  const measured = (source: string, period: string, who: string, unit = ''): Cell => of(card(period, who, [['KPI', 'Weight', 'Source', 'Unit', 'Target'], ['K', 1, source, unit, 1]], people, orders, fx, receipts), 'K')['Actual'];

  it.each<[string, string, string, Cell]>([
    ['orders: revenue', '2026-Q1', 'Amy', 3300],
    ['orders: revenue', '2026-Q1', 'Ben', 8200],
    ['orders: revenue', '2026-Q1', 'EU', 11500],
    ['订单：销售额', '2026-02', 'Ben', 1200],
    ['orders: profit', '2026-Q1', 'Amy', 525],
    ['orders: quantity', '2026', 'EU', 50],
    ['orders: orders', '2026-Q1', 'Amy', 2],
    ['orders: orders', '2026-Q1', 'Ben', 2],
    ['orders: orders', '2026-Q1', 'EU', 3],
    ['orders: new customers', '2026-Q1', 'Amy', 1],
    ['orders: new customers', '2026-03', 'Ben', 0],
    ['orders: active customers', '2026-Q1', 'Amy', 0.6666666666666666],
    // The mean of Amy's two and Ben's two in three months.
    ['orders: active customers', '2026-Q1', 'EU', 0.6666666666666666],
    ['orders: repeat rate', '2026-Q1', 'EU', 1],
    ['orders: repeat rate', '2026-02', 'EU', 0],
    ['orders: received', '2026-03', 'Amy', 2580],
    ['orders: received', '2026-03', 'EU', 2980],
    ['orders: average order', '2026-Q1', 'Amy', 1650],
    ['orders: on-time shipment', '2026-Q1', 'Amy', 0.5],
    ['orders: on-time shipment', '2026-Q1', 'EU', 0.3333333333333333],
    ['orders: on-time shipment', '2026-03', 'Log', 0],
    // ACME ordered in the twelve months before July 2027's quarter? Nobody did: nothing can be lost.
    ['orders: churn rate', '2027-Q3', 'EU', ''],
    ['orders: churn rate', '2027-Q1', 'EU', 1],
    ['orders: churn rate', '2026-07', 'EU', 0],
  ])('come from %s in %s for %s', (source, period, who, expected) => {
    expect(measured(source, period, who)).toBe(expected);
  });

  it('are measured in the unit of the KPI', () => {
    expect([measured('orders: revenue', '2026-03', 'Ben', 'USD'), measured('orders: revenue', '2026-03', 'Ben', '万元'), measured('orders: revenue', '2026-03', 'Ben', 'k CNY')]).toEqual([1000, 0.7, 7]);
  });

  it('are in the payroll currency of the rules, where they name one', () => {
    const rules: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'currency', '', '', 'USD'], ['P', 'rate', '', '', '1%']];
    const table: Range = [['KPI', 'Weight', 'Source', 'Target'], ['K', 1, 'orders: revenue', 1]];
    const sold: Range = [['Order', 'Order date', 'Owner', 'Currency', 'Amount'], ['P1', '2026-03-01', 'Amy', 'USD', 500]];
    expect(of(card('2026-03', 'Amy', table, people, sold, rules), 'K')['Actual']).toBe(500);
    expect(of(card('2026-03', 'Amy', table, people, sold), 'K')['Note']).toMatch(/USD/);
  });

  it('come from the plan of work and the pipeline', () => {
    const tasks: Range = [['Task', 'Owner', 'Due', 'Done', 'Progress', 'Weight'], ['T1', 'Amy', '2026-03-10', '2026-03-09', '', 3], ['T2', 'Amy', '2026-03-20', '', '50%', 1], ['T3', 'Ben', '2026-03-20', '2026-03-25', '', 1]];
    const deals: Range = [['Deal', 'Owner', 'Stage', 'Entered', 'Result'], ['D1', 'Amy', 'Inquiry', '2026-02-01', ''], ['D1', 'Amy', 'Won', '2026-03-01', '赢单'], ['D2', 'Amy', 'Inquiry', '2026-03-05', 'lost'], ['D3', 'Ben', 'Inquiry', '2026-03-06', '']];
    const from = (source: string, who: string): Cell => of(card('2026-03', who, [['KPI', 'Weight', 'Source', 'Target'], ['K', 1, source, 1]], people, tasks, deals), 'K')['Actual'];
    expect([from('tasks: completion', 'Amy'), from('tasks: on time', 'Amy'), from('tasks: on time', 'EU'), from('pipeline: conversion', 'Amy'), from('pipeline: new deals', 'EU')]).toEqual([0.875, 0.5, 0.3333333333333333, 0.5, 2]);
  });

  it('typed ones win over those computed, and the card says which was used', () => {
    const table: Range = [['KPI', 'Weight', 'Source', 'Target'], ['K', 1, 'orders: revenue', 1000]];
    expect(of(card('2026-01', 'Amy', table, people, orders, fx), 'K')).toMatchObject({ Actual: 2000, Note: 'computed from the orders: revenue; the KPI’s target'.replace('the KPI’s target', 'target of the KPI') });
    expect(of(card('2026-01', 'Amy', table, people, orders, fx, actuals(['2026-01', 'Amy', 'K', 1500])), 'K')).toMatchObject({ Actual: 1500, Note: expect.stringContaining('typed actual') });
  });

  it('that cannot be exchanged leave the indicator unscored, and point at the cell', () => {
    const rows = card('2026-03', 'Ben', [['KPI', 'Weight', 'Source', 'Target'], ['K', 1, 'orders: revenue', 1000], ['L', 1, '', 1]], people, orders, actuals(['2026-03', 'Ben', 'L', 1]));
    expect([of(rows, 'K')['Score'], total(rows), of(rows, 'Total')['Status']]).toEqual(['', 100, 'incomplete']);
    expect(of(rows, 'K')['Note']).toMatch(/row 5 · Currency: .*USD/);
  });

  it('whose table was not given are told of, and the rest is scored', () => {
    const rows = card('2026-03', 'Amy', [['KPI', 'Weight', 'Source', 'Target'], ['K', 1, 'pipeline: new deals', 1], ['L', 1, '', 1]], people, actuals(['2026-03', 'Amy', 'L', 1]));
    expect([of(rows, 'K')['Note'], total(rows), of(rows, 'Total')['Status']]).toEqual([expect.stringMatching(/row 2 · Source: K takes its actual from the Pipeline table/), 100, 'incomplete']);
  });

  it('shared with another department stand on both cards', () => {
    const shared: Range = [['KPI', 'Weight', 'Unit', 'For'], ['Complaint rate', 1, '%', 'Team=EU; Team=Logistics']];
    const tables = [shared, people, targets(['*', 'Complaint rate', '2026-03', '2%']), actuals(['2026-03', 'Logistics', 'Complaint rate', '3%'])];
    expect([of(card('2026-03', 'Amy', ...tables), 'Complaint rate')['Actual'], of(card('2026-03', 'Log', ...tables), 'Complaint rate')['Actual']]).toEqual([0.03, 0.03]);
    expect(of(card('2026-03', 'Amy', ...tables), 'Complaint rate')['Note']).toMatch(/recorded for Logistics/);
    const stricter = targets(['Amy', 'Complaint rate', '2026-03', '1%']);
    expect(of(card('2026-03', 'Amy', shared, people, stricter, tables[3] ?? []), 'Complaint rate')).toMatchObject({ Target: 0.01, Actual: 0.03 });
  });

  it('of a team are never taken for a person who has a target of their own', () => {
    const tables = [kpis([], ['Sales', 1]), people, targets(['Amy', 'Sales', '2026-03', 10]), actuals(['2026-03', 'EU', 'Sales', 1000])];
    expect(of(card('2026-03', 'Amy', ...tables), 'Sales')['Score']).toBe('');
  });
});

describe('teams', () => {
  const people: Range = [['Person', 'Team'], ['Amy', 'EU'], ['Ben', 'EU'], ['Cy', 'US']];
  it('roll their members up by the same roll-up, targets too', () => {
    const table: Range = [['KPI', 'Weight', 'Rollup', 'Unit'], ['Sales', 1, 'sum', ''], ['Rate', 1, 'average', '%'], ['Own', 1, 'sum', '']];
    const goals = targets(['Amy', 'Sales', '2026-03', 100], ['Ben', 'Sales', '2026-03', 300], ['*', 'Rate', '2026-03', '50%'], ['EU', 'Own', '2026-03', 10]);
    const done = actuals(['2026-03', 'Amy', 'Sales', 90], ['2026-03', 'Ben', 'Sales', 150], ['2026-03', 'Amy', 'Rate', '40%'], ['2026-03', 'Ben', 'Rate', '60%'], ['2026-03', 'EU', 'Own', 12]);
    const rows = card('2026-03', 'EU', table, people, goals, done);
    expect([of(rows, 'Sales'), of(rows, 'Rate'), of(rows, 'Own')].map((row) => [row['Target'], row['Actual'], row['Score']])).toEqual([[400, 240, 60], [0.5, 0.5, 100], [10, 12, 120]]);
  });

  it('reconcile with what their people were given', () => {
    const goals: Range = [['Person', 'KPI', 'Period', 'Target', 'Stretch'], ['Amy', 'Sales', '2026-03', 110, ''], ['Ben', 'Sales', '2026-03', 110, ''], ['EU', 'Sales', '2026-03', 200, 220], ['US', 'Sales', '2026-03', 100, ''], ['公司', 'Sales', '2026-03', 320, '']];
    expect(rowsOf('TARGETGAP', '2026-03', kpis(['Rollup'], ['Sales', 1, 'sum']), people, goals).map((row) => [row['Team'], row['Team target'], row['Personal targets'], row['Gap'], row['Planned over-assignment'], row['Status'], row['Note']])).toEqual([
      ['EU', 200, 220, 20, 0.1, 'over as planned', ''],
      ['US', 100, 0, -100, '', 'short', 'no target of: Cy'],
      ['公司', 320, 300, -20, '', 'short', ''],
    ]);
    expect(rowsOf('TARGETGAP', '2026-03', people, goals)).toHaveLength(3);
  });
});

describe('everybody', () => {
  const table = kpis(['Target'], ['A', 1, 100]);
  it('of several periods at once', () => {
    const done = actuals(['2026-01', 'Amy', 'A', 90], ['2026-02', 'Amy', 'A', 80], ['2026-01', 'Ben', 'A', 70]);
    expect((valueOf('KPISUMMARY', [['2026-01'], ['2026-02']], table, done) as Cell[][]).slice(1).map((row) => row.slice(0, 3))).toEqual([['2026-01', 'Amy', 90], ['2026-01', 'Ben', 70], ['2026-02', 'Amy', 80], ['2026-02', 'Ben', '']]);
  });

  it('with advice on a forced distribution, which changes nothing', () => {
    const people = Array.from({ length: 10 }, (_, index) => `P${index}`);
    const done = actuals(...people.map((name, index) => ['2026-03', name, 'A', 95 - index]));
    const forced: Range = [['From', 'Grade', 'Factor', 'Share'], [90, 'A', 1.2, '20%'], [80, 'B', 1, '70%'], [0, 'C', 0.8, '10%']];
    const rows = rowsOf('KPISUMMARY', '2026-03', table, done, forced);
    expect(rows.map((row) => row['Grade']).join('')).toBe('AAAAAABBBB');
    expect(rows.map((row) => String(row['Distribution advice']).replace(/ \(.*/, ''))).toEqual(['A', 'A', 'A → B', 'A → B', 'A → B', 'A → B', 'B', 'B', 'B', 'B → C']);
    expect(rows[0]?.['Distribution advice']).toMatch(/fewer than 25/);
  });

  it.each<[number[], string]>([
    [[90, 90, 80, 70], 'AABC'],
    [[90, 80, 80, 70], 'ABBC'],
    [[90, 80, 70, 70], 'ABBB'],
    [[90, 90, 90, 70], 'AAAC'],
    [[90, 90, 90, 90], 'AAAA'],
  ])('ties take the places of the next grade: %j at 25/50/25 %% are %s', (scores, expected) => {
    const done = actuals(...scores.map((score, index) => ['2026-03', `P${index}`, 'A', score]));
    const forced: Range = [['From', 'Grade', 'Factor', 'Share'], [90, 'A', 1.2, '25%'], [75, 'B', 1, '50%'], [0, 'C', 0.8, '25%']];
    const advised = rowsOf('KPISUMMARY', '2026-03', table, done, forced).map((row) => String(row['Distribution advice']).replace(/ \(.*/, '').replace(/.* → /, ''));
    expect(advised.join('')).toBe(expected);
  });

  it('is what SETTLE takes as scores, or computes itself from the KPIs', () => {
    const done = actuals(['2026-03', 'Amy', 'A', 95], ['2026-03', 'Ben', 'A', 50]);
    const people: Range = [['Person', 'Team'], ['Amy', 'EU'], ['Ben', 'EU']];
    const plan: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%'], ['P', 'factor', 'Grade factor', '', 1], ['P', 'gate', 'Score', 60, '50%']];
    const sold: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['P1', '2026-03-01', 'Amy', 1000], ['P2', '2026-03-01', 'Ben', 1000]];
    const scores = valueOf('KPISUMMARY', '2026-03', table, done, people, GRADES) as Range;
    const paid = (...tables: Range[]): Cell[] => rowsOf('SETTLE', '2026-03', '', plan, people, sold, ...tables).slice(0, 2).map((row) => row['Earned']);
    expect(paid(scores)).toEqual([120, 25]);
    expect(paid(table, done, GRADES)).toEqual([120, 25]);
    expect(rowsOf('SETTLE', '2026-03', '', plan, people, sold, table, done, GRADES)[2]?.['Why']).toMatch(/scores computed from the KPIs/);
    expect(errorOf('SETTLE', '2026-03', '', plan, people, sold)).toMatch(/Scores/);
  });
});

describe('bad input', () => {
  const people: Range = [['Person', 'Team'], ['Amy', 'EU']];
  const good: Cell[][] = [['A', 1, 100, '']];
  const problem = (rows: Cell[][], goals: Range, done: Range): Row[] => card('2026-03', 'Amy', kpis(['Target', 'Scoring'], ...good, ...rows), people, goals, done);
  const none = targets();
  it.each<[string, Cell[][], Range, Range, RegExp]>([
    ['a zero target', [['B', 1, '', '']], targets(['Amy', 'B', '2026-03', 0]), actuals(['2026-03', 'Amy', 'B', 1]), /Targets row 2 · Target: The target is 0/],
    ['a blank target', [['B', 1, '', '']], targets(['Amy', 'B', '2026-03', '']), actuals(['2026-03', 'Amy', 'B', 1]), /Targets row 2 · Target: The target is 0 \(or blank\)/],
    ['a negative target', [['B', 1, '', '']], targets(['Amy', 'B', '2026-03', -5]), actuals(['2026-03', 'Amy', 'B', 1]), /Targets row 2 · Target: The target is negative/],
    ['a negative default', [['B', 1, -5, '']], none, actuals(['2026-03', 'Amy', 'B', 1]), /KPIs row 3 · Target: The target is negative/],
    ['no target at all', [['B', 1, '', '']], none, actuals(['2026-03', 'Amy', 'B', 1]), /There is no target/],
    ['points out of order', [['B', 1, 10, 'linear 100%:100 80%:0']], none, actuals(['2026-03', 'Amy', 'B', 1]), /KPIs row 3 · Scoring: .*80% comes after 100%/],
    ['a negative weight', [['B', -1, 10, '']], none, actuals(['2026-03', 'Amy', 'B', 1]), /KPIs row 3 · Weight: The weight of B is missing or not above 0/],
    ['a weight of 0', [['B', 0, 10, '']], none, actuals(['2026-03', 'Amy', 'B', 1]), /KPIs row 3 · Weight/],
    ['an actual typed as text', [['B', 1, 10, '']], none, actuals(['2026-03', 'Amy', 'B', 'twelve']), /Actuals row 2 · Actual: The actual “twelve” is not a number/],
    ['a weight as text', [['B', 'heavy', 10, '']], none, actuals(['2026-03', 'Amy', 'B', 1]), /KPIs row 3 · Weight: “heavy” is not a number/],
  ])('%s is told with its cell, and the rest is computed', (_name, rows, goals, done, expected) => {
    const [header = [], ...own] = done;
    const result = problem(rows, goals, [header, ...own, ['2026-03', 'Amy', 'A', 80]]);
    expect(of(result, 'B')['Note']).toMatch(expected);
    expect([total(result), of(result, 'Total')['Status']]).toEqual([80, 'incomplete']);
  });

  it('a KPI twice for a person', () => {
    const result = problem([['A', 1, 50, '']], none, actuals(['2026-03', 'Amy', 'A', 80]));
    expect(of(result, 'Total')).toMatchObject({ Score: 80, Status: 'incomplete', Note: expect.stringMatching(/KPIs row 3 · KPI: A is there twice/) });
  });

  it('people and KPIs nobody knows, and periods that overlap', () => {
    const goals = targets(['Amx', 'A', '2026-03', 1], ['Amy', 'AA', '2026-03', 1], ['Amy', 'A', '2026-01 to 2026-02', 1], ['Amy', 'A', '2026-02 to 2026-03', 1], ['Amy', 'A', '2026-04', 1], ['Amy', 'A', '2026-04', 2]);
    const found = rowsOf('CHECKTABLES', kpis(['Target'], ...good.map((row) => row.slice(0, 3))), people, goals, actuals(['2026-03', 'Amy', 'A', 80])).map((row) => `${row['Cell']}: ${row['Problem']}`);
    expect(found).toEqual(expect.arrayContaining([
      expect.stringMatching(/^row 2 · Person: “Amx” is neither a person nor a team/),
      expect.stringMatching(/^row 3 · KPI: No KPI is called “AA”/),
      expect.stringMatching(/^row 5 · Period: The period overlaps that of row 4/),
      expect.stringMatching(/^row 7 · Period: The row says the same as row 6/),
    ]));
    expect(rowsOf('KPISUMMARY', '2026-03', kpis(['Target'], ...good.map((row) => row.slice(0, 3))), people, goals, actuals(['2026-03', 'Amy', 'A', 80]))[0]?.['Status']).toMatch(/4 rows of Targets or Actuals not used/);
  });

  it('zeros that may be blanks, weights that do not add up, quarters that are not their months', () => {
    const goals = targets(['Amy', 'A', '2026-Q1', 100], ['Amy', 'A', '2026-01', 30], ['Amy', 'A', '2026-02', 30], ['Amy', 'A', '2026-03', 30]);
    const found = rowsOf('CHECKTABLES', kpis(['Target'], ['A', 60, 100], ['B', 30, 1]), people, goals, actuals(['2026-03', 'Amy', 'A', 0], ['2026-03', 'Amy', 'B', 1])).map((row) => `${row['Severity']} ${row['Problem']}`);
    expect(found).toEqual(expect.arrayContaining([
      'Note 1 actuals of A are 0 (first here).',
      'Warning The weights of Amy add up to 90, not 100.',
      'Warning The figure for 2026-01…2026-03 is not what its months give (90).',
    ]));
  });

  it('asks for the KPIs, and for a person who is there', () => {
    expect(errorOf('SCORECARD', '2026-03', 'Amy', people)).toMatch(/KPIs table is missing/);
    expect(errorOf('SCORECARD', '2026-03', 'Amz', kpis(['Target'], ...good.map((row) => row.slice(0, 3))), people)).toMatch(/#N\/A.*Amy/);
    expect(errorOf('SCORECARD', '2026-03 to 2026-01', 'Amy', kpis([], ['A', 1]), people)).toMatch(/ends before it begins/);
    expect(errorOf('KPISUMMARY', '', kpis([], ['A', 1]))).toMatch(/period/i);
  });
});
