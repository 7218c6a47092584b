import type { Cell } from '../../../core/table/cell';
import { TEAM, datedOrders, monthly, versions } from '../../support/months';

const rate = (version: string, effective: string, value: string): Cell[] => [version, effective, '', 'rate', '', '', value];
const limit = (version: string, effective: string, word: 'minimum' | 'maximum', item: string, value: number): Cell[] => [version, effective, '', word, item, '', value];
const sold = (...months: [string, number][]) => datedOrders(...months.map(([month, amount], index): Cell[] => [`O${index}`, 1, `2026-${month}-05`, '', '', 'Amy', amount, '']));

describe('limits over spans', () => {
  it('30,000 a month and 100,000 a year, 40,000 earned each month', () => {
    const plan = versions(rate('1', '', '5%'), limit('1', '', 'maximum', 'person', 30000), limit('1', '', 'maximum', 'person year', 100000));
    const book = sold(['01', 800000], ['02', 800000], ['03', 800000], ['04', 800000], ['05', 800000]);
    expect(monthly(5, 'Amy', [plan, TEAM, book])).toEqual([30000, 30000, 30000, 10000, 0]);
  });

  it('over a quarter and a year, with a new version in between: what was paid is where the cap starts', () => {
    const caps = (version: string, effective: string): Cell[][] => [limit(version, effective, 'maximum', 'person quarter', 1000), limit(version, effective, 'maximum', 'person year', 2200)];
    const plan = versions(rate('1', '', '10%'), ...caps('1', ''), rate('2', '2026-05-01', '20%'), ...caps('2', '2026-05-01'));
    const book = sold(['01', 6000], ['02', 6000], ['04', 6000], ['05', 6000], ['07', 6000]);
    // Q1 600 + 400; Q2 600 + 400 (of 1,200); Q3 what is left of 2,200.
    expect(monthly(7, 'Amy', [plan, TEAM, book])).toEqual([600, 400, 0, 600, 400, 0, 200]);
  });

  it('1,000 a year: 600 paid at 10 %, 6,000 sold at 20 %', () => {
    const plan = versions(rate('1', '', '10%'), limit('1', '', 'maximum', 'person year', 1000), rate('2', '2026-07-01', '20%'), limit('2', '2026-07-01', 'maximum', 'person year', 1000));
    expect(monthly(8, 'Amy', [plan, TEAM, sold(['03', 6000], ['08', 6000])])[7]).toBe(400);
  });

  it('a minimum over a quarter is made up in its last month, from what both versions paid', () => {
    const plan = versions(rate('1', '', '10%'), limit('1', '', 'minimum', 'person quarter', 1000), rate('2', '2026-02-01', '20%'), limit('2', '2026-02-01', 'minimum', 'person quarter', 1000));
    expect(monthly(6, 'Amy', [plan, TEAM, sold(['01', 1000], ['02', 1000])])).toEqual([100, 200, 700, 0, 0, 1000]);
  });

  it('of the whole plan: parts and earlier versions count together', () => {
    const plan = versions(
      ['1', '', 'A', 'rate', '', '', '10%'], ['1', '', 'B', 'rate', '', '', '5%'], limit('1', '', 'maximum', 'plan year', 1000),
      ['2', '2026-03-01', '', 'rate', '', '', '20%'], limit('2', '2026-03-01', 'maximum', 'plan year', 1000),
    );
    // 600 at 15 % of 4,000; then 400 of 800.
    expect(monthly(3, 'Amy', [plan, TEAM, sold(['01', 4000], ['03', 4000])])).toEqual([600, 0, 400]);
  });

  it('a pot of 1,000 a quarter', () => {
    const plan = versions(rate('1', '', '10%'), ['1', '', '', 'pool', '', '', 'team'], ['1', '', '', 'share by', 'credit', '', '100%'], limit('1', '', 'maximum', 'pool quarter', 1000));
    expect(monthly(3, 'Amy', [plan, TEAM, sold(['01', 7000], ['02', 7000], ['03', 7000])])).toEqual([700, 300, 0]);
  });
});

describe('overrides when lines are taken back', () => {
  const back = (order: string, month: string, amount: number): Cell[] => [`R${order}`, 1, `2026-${month}-10`, '', '', 'Amy', amount, order];

  it('the change of the excess in the span of the line', () => {
    const plan = versions(rate('1', '', '5%'), ['1', '', '', 'override', 1, '', '1%']);
    expect(monthly(4, 'Max', [plan, TEAM, [...sold(['03', 10000]), back('O0', '04', -4000)]])[3]).toBe(-40);
  });

  it('two levels up, above 5,000 a quarter', () => {
    const plan = versions(rate('1', '', '1%'), ['1', '', '', 'override', 2, 5000, '1%'], ['1', '', '', 'tier span', '', '', 'quarter']);
    const book = datedOrders(['A', 1, '2026-01-05', '', '', 'Amy', 4000, ''], ['B', 1, '2026-02-05', '', '', 'Ben', 4000, ''], back('A', '04', -2000));
    // 3,000 above in February; 6,000 are left of the first quarter's 8,000.
    expect(monthly(4, 'Tom', [plan, TEAM, book])).toEqual([0, 30, 0, -20]);
  });
});
