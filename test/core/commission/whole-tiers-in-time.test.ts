import type { Cell, Range } from '../../../core/table/cell';
import { TEAM, datedOrders, monthly, versions } from '../../support/months';
import { settle } from '../../support/tables';

const tier = (version: string, effective: string, from: Cell, value: string): Cell[] => [version, effective, '', 'tier', '', from, value];
const yearly = (version: string, effective: string, mode = 'whole'): Cell[][] => [[version, effective, '', 'tier mode', '', '', mode], [version, effective, '', 'tier span', '', '', 'year']];

describe('whole tiers over two versions', () => {
  const plan = versions(tier('1', '', 0, '1%'), tier('1', '', 100000, '2%'), ...yearly('1', ''), tier('2', '2026-07-01', 0, '2%'), tier('2', '2026-07-01', 150000, '4%'), ...yearly('2', '2026-07-01'));
  const order = (name: string, month: string, amount: number, reverses = ''): Cell[] => [name, 1, `2026-${month}-05`, '', '', 'Amy', amount, reverses];

  it('the true-up starts from what was paid, and a refund takes all of it back', () => {
    const book = datedOrders(order('A', '02', 60000), order('B', '03', 60000), order('C', '07', 20000), order('D', '08', 20000), order('R', '09', -60000, 'A'));
    // March reaches 2 %: 1,200 and 600 for A. July 400. August 4 % of 160,000 less the 2,800 paid.
    // September: A's 2,400 goes back, and the 100,000 left fall to 2 %.
    expect(monthly(9, 'Amy', [plan, TEAM, book])).toEqual([0, 600, 1800, 0, 0, 0, 400, 3600, -4400]);
  });

  it('a refund before the new rate changes: what is left is trued up from what it was paid', () => {
    const book = datedOrders(order('A', '02', 60000), order('B', '03', 60000), order('C', '07', 20000), order('R', '07', -60000, 'A'), order('D', '08', 100000));
    // July: 400 less A's 1,200. August: 4 % of 180,000 less 600 + 1,800 − 800.
    expect(monthly(8, 'Amy', [plan, TEAM, book])).toEqual([0, 600, 1800, 0, 0, 0, -800, 5600]);
  });

  it('from a flat rate to whole tiers', () => {
    const flat = versions(['1', '', '', 'rate', '', '', '2%'], tier('2', '2026-07-01', 0, '1%'), tier('2', '2026-07-01', 500000, '3%'), ...yearly('2', '2026-07-01'));
    // 3 % of 550,000 less the 9,000 paid.
    expect(monthly(7, 'Amy', [flat, TEAM, datedOrders(order('A', '02', 450000), order('B', '07', 100000))])[6]).toBe(7500);
  });

  it('interpolated: from 1 % at 0 to 3 % at 200,000, then 2 % to 4 %', () => {
    const knots = versions(tier('1', '', 0, '1%'), tier('1', '', 200000, '3%'), ...yearly('1', '', 'interpolated'), tier('2', '2026-03-01', 0, '2%'), tier('2', '2026-03-01', 200000, '4%'), ...yearly('2', '2026-03-01', 'interpolated'));
    // 100,000 × 2 %; then 3.5 % of 150,000 less 2,000.
    expect(monthly(3, 'Amy', [knots, TEAM, datedOrders(order('A', '01', 100000), order('B', '03', 50000))])).toEqual([2000, 0, 3250]);
  });

  it('lines older than the plan pick the tier and are paid nothing', () => {
    const begun = versions(tier('1', '2026-03-01', 0, '1%'), tier('1', '2026-03-01', 100000, '2%'), ...yearly('1', '2026-03-01'));
    const book = datedOrders(order('A', '02', 60000), order('B', '03', 30000), order('C', '04', 20000));
    const of = (period: string): Cell | undefined => settle(period, 'summary', begun, TEAM, book)[0]?.['Earned'];
    // April reaches 110,000: 400 for C and 300 more for B.
    expect([of('2026-03'), of('2026-04')]).toEqual([300, 700]);
  });
});

describe('after a true-up', () => {
  it('the next line goes by the role of its order date', () => {
    const people: Range = [['Person', 'Team', 'Role', 'From'], ['Amy', 'EU', 'Sales', ''], ['Amy', 'EU', 'Manager', '2026-03-15']];
    const plan = versions(tier('1', '', 0, '1%'), tier('1', '', 100000, '2%'), ...yearly('1', ''), ['1', '', '', 'counts on', '', '', 'shipment'], ['1', '', '', 'factor', 'Role=Manager', '', 2]);
    const book = datedOrders(['A', 1, '2026-01-05', '2026-01-10', '', 'Amy', 60000, ''], ['B', 1, '2026-03-01', '2026-03-20', '', 'Amy', 50000, ''], ['C', 1, '2026-03-02', '2026-04-05', '', 'Amy', 10000, '']);
    // March: 50,000 × 2 % and 60,000 × 1 % more; April: 10,000 × 2 %, won as Sales.
    expect(monthly(4, 'Amy', [plan, people, book])).toEqual([600, 0, 1600, 200]);
  });

  it('the pot is that of the team in which each earlier line was won', () => {
    const people: Range = [['Person', 'Team', 'Role', 'From'], ['Amy', 'EU', 'Sales', ''], ['Amy', 'US', 'Sales', '2026-02-01'], ['Ben', 'EU', 'Sales', ''], ['Cy', 'US', 'Sales', '']];
    const plan = versions(tier('1', '', 0, '1%'), tier('1', '', 100000, '2%'), ...yearly('1', ''), ['1', '', '', 'tier by', '', '', 'person'], ['1', '', '', 'pool', '', '', 'team'], ['1', '', '', 'share by', 'equal', '', '100%']);
    const book = datedOrders(['A', 1, '2026-01-05', '', '', 'Amy', 60000, ''], ['B', 1, '2026-02-05', '', '', 'Amy', 60000, ''], ['C', 1, '2026-02-06', '', '', 'Ben', 1000, '']);
    // February: EU has Ben's 10 and the 600 that A rises by; US has B's 1,200, for two.
    expect(['Amy', 'Ben', 'Cy'].map((name) => monthly(2, name, [plan, people, book])[1])).toEqual([600, 610, 600]);
  });
});
