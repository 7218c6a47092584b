import type { Cell } from '../../../core/table/cell';
import { TEAM, datedOrders, monthly, receipts, versions } from '../../support/months';
import { settle } from '../../support/tables';

const rate = (version: string, effective: string, value: string, part = ''): Cell[] => [version, effective, part, 'rate', '', '', value];
const counts = (version: string, effective: string, on: string, part = ''): Cell[] => [version, effective, part, 'counts on', '', '', on];

describe('a line counts once in the life of a plan', () => {
  it('paid on order by the old version, its receipt pays nothing under the new one', () => {
    const plan = versions(rate('1', '', '2%'), rate('2', '2026-04-01', '2%'), counts('2', '2026-04-01', 'receipt'));
    const book = datedOrders(['A', 1, '2026-02-10', '', '', 'Amy', 100000, '']);
    expect(monthly(4, 'Amy', [plan, TEAM, book, receipts(['A', '2026-04-20', 100000])])).toEqual([0, 2000, 0, 0]);
  });

  it('waiting for its shipment, it counts on the day the new version (on order) takes over', () => {
    const plan = versions(rate('1', '', '2%'), counts('1', '', 'shipment'), rate('2', '2026-04-01', '2%'));
    const book = datedOrders(['A', 1, '2026-03-10', '2026-04-25', '', 'Amy', 100000, '']);
    expect(monthly(4, 'Amy', [plan, TEAM, book])).toEqual([0, 0, 0, 2000]);
  });

  it('receipt, then order, then receipt: each order is paid whole, once', () => {
    const plan = versions(rate('1', '', '2%'), counts('1', '', 'receipt'), rate('2', '2026-03-01', '2%'), rate('3', '2026-05-01', '2%'), counts('3', '2026-05-01', 'receipt'));
    const book = datedOrders(['A', 1, '2026-01-05', '', '', 'Amy', 100000, ''], ['B', 1, '2026-04-05', '', '', 'Amy', 50000, ''], ['C', 1, '2026-05-05', '', '', 'Amy', 10000, '']);
    const money = receipts(['A', '2026-01-20', 30000], ['A', '2026-05-20', 70000], ['B', '2026-06-01', 50000], ['C', '2026-06-02', 5000]);
    // January 30,000 of A; March the 70,000 still open; April B; June half of C.
    expect(monthly(6, 'Amy', [plan, TEAM, book, money])).toEqual([600, 0, 1400, 1000, 0, 100]);
  });

  it('shipment, invoice, order in three months running', () => {
    const plan = versions(rate('1', '', '2%'), counts('1', '', 'shipment'), rate('2', '2026-02-01', '2%'), counts('2', '2026-02-01', 'invoice'), rate('3', '2026-03-01', '3%'));
    const book = datedOrders(['A', 1, '2026-01-05', '2026-04-25', '2026-02-10', 'Amy', 100000, ''], ['B', 1, '2026-01-05', '2026-01-20', '2026-03-10', 'Amy', 50000, ''], ['C', 1, '2026-01-07', '2026-05-05', '2026-05-06', 'Amy', 10000, '']);
    // B shipped in January, A invoiced in February, C waited until March.
    expect(monthly(5, 'Amy', [plan, TEAM, book])).toEqual([1000, 2000, 300, 0, 0]);
  });

  it('lines that the version before did not take, and lines older than the plan, are history and never paid', () => {
    const plan = versions(rate('1', '2026-01-01', '2%'), ['1', '2026-01-01', '', 'lines', 'Order', '', 'A*'], rate('2', '2026-03-01', '2%'));
    const book = datedOrders(['A0', 1, '2025-12-10', '', '', 'Amy', 10000, ''], ['B1', 1, '2026-02-10', '', '', 'Amy', 20000, ''], ['B2', 1, '2026-03-10', '', '', 'Amy', 30000, '']);
    expect(monthly(3, 'Amy', [plan, TEAM, book])).toEqual([0, 0, 600]);
  });

  it('calendar months after months from day 26: no day is lost, none is paid twice', () => {
    const plan = versions(rate('1', '', '1%'), ['1', '', '', 'calendar', '', '', 'from day 26'], rate('2', '2026-04-01', '1%'));
    const book = datedOrders(['A', 1, '2026-03-26', '', '', 'Amy', 10000, ''], ['B', 1, '2026-04-25', '', '', 'Amy', 20000, ''], ['C', 1, '2026-04-26', '', '', 'Amy', 40000, ''], ['D', 1, '2026-05-31', '', '', 'Amy', 80000, '']);
    expect(monthly(5, 'Amy', [plan, TEAM, book])).toEqual([0, 0, 0, 300, 1200]);
  });

  it('quarters after months', () => {
    const plan = versions(rate('1', '', '1%'), rate('2', '2026-05-01', '1%'), ['2', '2026-05-01', '', 'pay every', '', '', 'quarter']);
    const book = datedOrders(['A', 1, '2026-04-26', '', '', 'Amy', 10000, ''], ['B', 1, '2026-05-25', '', '', 'Amy', 20000, '']);
    const of = (period: string): Cell | undefined => settle(period, 'summary', plan, TEAM, book)[0]?.['Earned'];
    expect([of('2026-04'), of('2026-Q2')]).toEqual([100, 200]);
  });
});

describe('what was paid is taken back', () => {
  it('by the rate of the old part, though the new version calls it by another name, twice over', () => {
    const plan = versions(rate('1', '', '1%', 'A'), rate('2', '2026-02-01', '3%', 'B'), rate('3', '2026-03-01', '5%', 'C'));
    const book = datedOrders(['A', 1, '2026-01-05', '', '', 'Amy', 120000, ''], ['B', 1, '2026-02-05', '', '', 'Amy', 10000, ''], ['R', 1, '2026-03-05', '', '', 'Amy', -120000, 'A'], ['S', 1, '2026-04-05', '', '', 'Amy', -5000, 'B']);
    expect(monthly(4, 'Amy', [plan, TEAM, book])).toEqual([1200, 300, -1200, -150]);
  });

  it('also of a part that the new version dropped', () => {
    const plan = versions(rate('1', '', '1%', 'A'), rate('1', '', '2%', 'B'), rate('2', '2026-02-01', '3%', 'A'));
    const book = datedOrders(['A', 1, '2026-01-05', '', '', 'Amy', 100000, ''], ['R', 1, '2026-02-05', '', '', 'Amy', -100000, 'A']);
    expect(monthly(2, 'Amy', [plan, TEAM, book])).toEqual([3000, -3000]);
  });

  it('once, where one part became two', () => {
    const plan = versions(rate('1', '', '1%', 'X'), rate('2', '2026-02-01', '3%', 'A'), rate('2', '2026-02-01', '1%', 'B'));
    const book = datedOrders(['A', 1, '2026-01-05', '', '', 'Amy', 100000, ''], ['R', 1, '2026-02-05', '', '', 'Amy', -100000, 'A']);
    expect(monthly(2, 'Amy', [plan, TEAM, book])).toEqual([1000, -1000]);
  });

  it('of lines that the new version does not take, and of people it credits no more', () => {
    const plan = versions(rate('1', '', '1%'), rate('2', '2026-02-01', '3%'), ['2', '2026-02-01', '', 'lines', 'Order', '', 'not A'], ['2', '2026-02-01', '', 'payees', 'Person', '', 'Ben']);
    const book = datedOrders(['A', 1, '2026-01-05', '', '', 'Amy', 100000, ''], ['R', 1, '2026-02-05', '', '', 'Amy', -50000, 'A']);
    expect(monthly(2, 'Amy', [plan, TEAM, book])).toEqual([1000, -500]);
  });

  it('each of two receipts of one day, once, across a version', () => {
    const plan = versions(rate('1', '', '10%'), counts('1', '', 'receipt'), rate('2', '2026-02-01', '5%'), counts('2', '2026-02-01', 'receipt'));
    const book = datedOrders(['A', 1, '2026-01-05', '', '', 'Amy', 1000, ''], ['R', 1, '2026-02-10', '', '', 'Amy', -100, 'A']);
    expect(monthly(2, 'Amy', [plan, TEAM, book, receipts(['A', '2026-01-20', 300], ['A', '2026-01-20', 700])])).toEqual([100, -10]);
    // In dollars, at two rates of the bank: 300 × 7 and 700 × 8 are two receipts.
    const dollars = [[...(book[0] ?? []), 'Currency'], ...book.slice(1).map((row) => [...row, 'USD'])];
    const money = [['Order', 'Date', 'Amount', 'Rate'], ['A', '2026-01-20', 300, 7], ['A', '2026-01-20', 700, 8]];
    const fx = [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7.5]];
    expect(monthly(2, 'Amy', [plan, TEAM, dollars, money, fx])).toEqual([770, -77]);
  });

  it('of an order paid when it was won, though the new version waits for receipts', () => {
    const plan = versions(rate('1', '', '2%'), rate('2', '2026-04-01', '4%'), counts('2', '2026-04-01', 'receipt'));
    const book = datedOrders(['A', 1, '2026-02-10', '', '', 'Amy', 100000, ''], ['R', 1, '2026-05-10', '', '', 'Amy', -20000, 'A']);
    expect(monthly(6, 'Amy', [plan, TEAM, book, receipts(['A', '2026-04-20', 30000], ['A', '2026-06-20', 50000])])).toEqual([0, 2000, 0, 0, -400, 0]);
  });

  it('of an order partly received before the switch to order date, each part at its own rate', () => {
    const plan = versions(rate('1', '', '2%'), counts('1', '', 'receipt'), rate('2', '2026-03-01', '3%'));
    const book = datedOrders(['A', 1, '2026-01-05', '', '', 'Amy', 100000, ''], ['R', 1, '2026-04-05', '', '', 'Amy', -50000, 'A']);
    // 40,000 × 2 %, then 60,000 × 3 %; half of both goes back.
    expect(monthly(4, 'Amy', [plan, TEAM, book, receipts(['A', '2026-01-20', 40000])])).toEqual([800, 0, 1800, -1300]);
  });
});
