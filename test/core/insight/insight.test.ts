import type { Cell, Range } from '../../../core/table/cell';
import type { Row } from '../../support/tables';
import { errorOf, rowsOf } from '../../support/tables';

describe('the customer analysis', () => {
  const header: Cell[] = ['Order', 'Order date', 'Customer', 'Country', 'Currency', 'Amount', 'Status', 'Reverses'];
  const every = (customer: string, days: string[], amount: number, country = ''): Cell[][] => days.map((day, index) => [`${customer}${index}`, day, customer, country, '', amount, '', '']);
  const orders: Range = [
    header,
    // Every 30 days until the middle of March.
    ...every('Steady', ['2025-12-16', '2026-01-15', '2026-02-14', '2026-03-16'], 1000, 'Germany'),
    // Every 30 days until December: 106 days of silence are more than three intervals.
    ...every('Gone', ['2025-10-16', '2025-11-15', '2025-12-15'], 800),
    // Every 30 days; 61 days are more than one and a half.
    ...every('Slow', ['2025-11-30', '2025-12-30', '2026-01-29'], 500),
    // Silent for 300 days, more than the 90 that a loss takes.
    ...every('Back', ['2025-03-20', '2025-04-19', '2025-05-19', '2026-03-15'], 300),
    ...every('Fresh', ['2026-02-20'], 200),
    ['X', '2026-03-01', 'Cancelled only', '', '', 999, 'cancelled', ''],
    ['R', '2026-03-20', 'Steady', '', '', -400, '', 'Steady3'],
    ['F', '2026-04-02', 'Fresh', '', '', 5000, '', ''],
  ];
  const stats = (...args: (Cell | Range)[]): Row[] => rowsOf('CUSTOMERSTATS', ...args);
  const one = (name: string): Row => stats(orders, '2026-03-31').find((row) => row['Customer'] === name) ?? {};

  it.each([['Steady', 'active'], ['Gone', 'lost'], ['Slow', 'slowing'], ['Back', 'returned'], ['Fresh', 'new']])('knows %s as %s', (name, status) => {
    expect(one(name)['Status']).toBe(status);
  });

  it('adds revenue up without cancelled lines and with reversals, and counts orders of sales only', () => {
    expect(one('Steady')).toMatchObject({ Country: 'Germany', Revenue: 3600, Orders: 4, 'Usual interval (days)': 30, 'Days since': 15, 'First order': '2025-12-16', 'Last order': '2026-03-16', 'Next order due': '2026-04-15', 'Call next': '' });
    expect(stats(orders, '2026-03-31').map((row) => row['Customer'])).toEqual(['Steady', 'Gone', 'Slow', 'Back', 'Fresh']);
  });

  it('grades by cumulative share: A until 80 %, B until 95 %', () => {
    // 3,600 · 2,400 · 1,500 · 900 (three of the four are within twelve months) · 200 of 8,600
    expect(stats(orders, '2026-03-31').map((row) => [row['Grade'], row['Revenue']])).toEqual([['A', 3600], ['A', 2400], ['A', 1500], ['B', 900], ['C', 200]]);
  });

  it('says whom to call: grade first, then the longest overdue', () => {
    expect(stats(orders, '2026-03-31').map((row) => [row['Customer'], row['Call next']])).toEqual([['Steady', ''], ['Gone', 1], ['Slow', 2], ['Back', ''], ['Fresh', 3]]);
  });

  it('compares with the same months of the year before', () => {
    const [row] = stats([header, ['A', '2025-02-10', 'C', '', '', 100, '', ''], ['B', '2025-08-10', 'C', '', '', 900, '', ''], ['D', '2026-02-10', 'C', '', '', 150, '', '']], '2026-03-31', null, 3);
    expect(row).toMatchObject({ Revenue: 150, 'Year before': 100, Trend: 0.5 });
  });

  it('tells of orders it cannot exchange, and of a missing table', () => {
    const foreign: Range = [header, ['A', '2026-02-10', 'C', '', 'USD', 100, '', '']];
    expect(stats(foreign, '2026-03-31')[1]).toMatchObject({ Customer: '1 rows not used' });
    expect(stats(foreign, '2026-03-31', [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7]])[0]).toMatchObject({ Revenue: 700 });
    expect(errorOf('CUSTOMERSTATS', [['Person', 'Team'], ['Amy', 'EU']], '2026-03-31')).toMatch(/Orders table is missing/);
    expect(errorOf('CUSTOMERSTATS', foreign, '2026-03-31', null, 0)).toMatch(/months/);
  });
});

describe('the funnel', () => {
  const pipeline: Range = [
    ['Deal', 'Owner', 'Country', 'Stage', 'Entered', 'Amount', 'Currency', 'Probability', 'Result'],
    ['D1', 'Amy', 'Germany', '报价', '2026-01-11', 100, 'USD', '50%', ''],
    ['D1', 'Amy', 'Germany', '询盘', '2026-01-01', 100, 'USD', '10%', ''],
    ['D1', 'Amy', 'Germany', '成交', '2026-02-10', 120, 'USD', '100%', '赢单'],
    ['D2', 'Ben', 'France', '询盘', '2026-01-05', 200, 'EUR', '10%', ''],
    ['D2', 'Ben', 'France', '成交', '2026-01-25', 200, 'EUR', '100%', 'won'],
    ['D3', 'Ben', 'France', '询盘', '2026-02-01', 50, 'EUR', '10%', 'lost'],
    ['D4', 'Ben', 'France', '询盘', '2026-03-20', 50, 'EUR', '10%', ''],
  ];
  it('orders the stages as deals pass them, and keeps currencies apart', () => {
    const rows = rowsOf('FUNNELSTATS', pipeline, '', '2026-03-31');
    expect(rows.map((row) => [row['Stage'], row['Deals'], row['Open now'], row['Amount USD'], row['Amount EUR'], row['To the next stage'], row['Median days']])).toEqual([
      ['询盘', 4, 1, 100, 300, 0.5, 15],
      ['报价', 1, 0, 100, '', 1, 30],
      ['成交', 2, 0, 120, 200, '', ''],
    ]);
  });
  it('groups by owner or country, and refuses other groups', () => {
    expect(rowsOf('FUNNELSTATS', pipeline, 'owner').map((row) => [row['Owner'], row['Stage'], row['Deals']])).toEqual([['Amy', '询盘', 1], ['Amy', '报价', 1], ['Amy', '成交', 1], ['Ben', '询盘', 3], ['Ben', '报价', 0], ['Ben', '成交', 1]]);
    expect(errorOf('FUNNELSTATS', pipeline, 'Colour')).toMatch(/Colour/);
  });
  it('names what is stuck: more than twice the usual days', () => {
    expect(rowsOf('FUNNELSTATS', pipeline, '', '2026-04-30')[0]).toMatchObject({ Stuck: 1, 'Stuck deals': 'D4' });
    expect(rowsOf('FUNNELSTATS', pipeline, '', '2026-04-10')[0]).toMatchObject({ Stuck: 0 });
  });
  it('tells of a result nobody knows', () => {
    const odd: Range = [['Deal', 'Stage', 'Entered', 'Result'], ['D1', 'Inquiry', '2026-01-01', 'maybe'], ['D2', 'Inquiry', '2026-01-01', '']];
    expect(rowsOf('FUNNELSTATS', odd)[1]).toMatchObject({ All: '1 rows not used', Stage: expect.stringContaining('maybe') });
  });
});

describe('the plan of work', () => {
  const tasks: Range = [
    ['Task', 'Owner', 'Stage', 'Due', 'Done', 'Progress', 'Weight'],
    ['T1', 'Amy; Ben', 'Visit', '2026-03-10', '2026-03-10', '', 1],
    ['T2', 'Amy', 'Visit', '2026-03-20', '2026-03-22', '', 1],
    ['T3', 'Ben', 'Quote', '2026-04-07', '', '30%', 2],
    ['T4', 'Ben', 'Quote', '2026-04-08', '', '', 0],
  ];
  it('counts overdue, due soon and on time, and a task of two people for both', () => {
    expect(rowsOf('TASKSTATS', tasks, '2026-03-31').map((row) => Object.values(row))).toEqual([
      ['Amy', 2, 2, 1, 0.5, 0, 0, 1],
      ['Ben', 3, 1, 1, 1, 0, 1, 0.4],
      ['All', 4, 2, 1, 0.5, 0, 1, 0.52],
    ]);
  });
  it('groups by stage and by month', () => {
    expect(rowsOf('TASKSTATS', tasks, '2026-04-30', 'stage').map((row) => [row['Stage'], row['Overdue']])).toEqual([['Visit', 0], ['Quote', 2], ['All', 2]]);
    expect(rowsOf('TASKSTATS', tasks, '2026-04-30', '期间').map((row) => [row['期间'] ?? row['Period'], row['Tasks']])).toEqual([['2026-03', 2], ['2026-04', 2], ['All', 4]]);
  });
  it('tells of a progress that is none', () => {
    expect(rowsOf('TASKSTATS', [['Task', 'Due', 'Progress'], ['T', '2026-03-01', 30], ['U', '2026-03-01', 1]], '2026-03-31')[2]).toMatchObject({ Owner: '1 rows not used', Tasks: expect.stringContaining('row 2 · Progress') });
  });
});
