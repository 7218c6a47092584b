import type { Cell, Range } from '../../../core/table/cell';
import { TEAM, datedOrders, monthly, receipts, versions } from '../../support/months';
import { settle } from '../../support/tables';

const plan = versions(['1', '', '', 'measure', '', '', 'received'], ['1', '', '', 'rate', '', '', '2%']);
const order = (amount: number): Cell[] => ['A', 1, '2026-01-05', '', '', 'Amy', amount, ''];
const note = (name: string, day: string, amount: number, of = 'A'): Cell[] => [name, 1, day, '', '', 'Amy', amount, of];
const earned = (book: Range, money: Range, months = 4): Cell[] => monthly(months, 'Amy', [plan, TEAM, book, money]);

describe('credit notes and receipts', () => {
  it('a credit note between two receipts: what is owed is less, what was paid counts for more', () => {
    // 30 % of 100,000; then 90,000 are owed in all, and 60,000 more come.
    expect(earned(datedOrders(order(100000), note('R', '2026-02-05', -10000)), receipts(['A', '2026-01-10', 30000], ['A', '2026-03-10', 60000]))).toEqual([600, 0, 1200, 0]);
  });

  it('before the payment takes back nothing, and the rest is paid in full', () => {
    expect(earned(datedOrders(order(1000), note('R', '2026-02-06', -200)), receipts(['A', '2026-03-10', 800]))).toEqual([0, 0, 16, 0]);
  });

  it('after the payment of the rest takes back nothing', () => {
    expect(earned(datedOrders(order(1000), note('R', '2026-02-20', -200)), receipts(['A', '2026-02-10', 800]))).toEqual([0, 16, 0, 0]);
  });

  it('a credit note and its money back take back once, whichever comes first', () => {
    const [money, back] = [['A', '2026-01-10', 1000], ['A', '2026-03-10', -200]] as const;
    expect(earned(datedOrders(order(1000), note('R', '2026-02-05', -200)), receipts(money, back))).toEqual([20, -4, 0, 0]);
    expect(earned(datedOrders(order(1000), note('R', '2026-04-05', -200)), receipts(money, back))).toEqual([20, 0, -4, 0]);
    // The money may also stand under the credit note's own number.
    expect(earned(datedOrders(order(1000), note('R', '2026-04-05', -200)), receipts(money, ['R', '2026-03-10', -200]))).toEqual([20, 0, -4, 0]);
  });

  it('larger than what was received: nothing is owed any more, and all of it goes back', () => {
    expect(earned(datedOrders(order(1000), note('R', '2026-02-05', -1000)), receipts(['A', '2026-01-10', 300], ['A', '2026-03-10', -300]))).toEqual([6, -6, 0, 0]);
    // 900 of 1,000 credited, 300 received: the 100 that are left are paid.
    expect(earned(datedOrders(order(1000), note('R', '2026-02-05', -900)), receipts(['A', '2026-01-10', 300]))).toEqual([6, -4, 0, 0]);
  });

  it('several credit notes add up, and one beyond what was sold says so', () => {
    const book = datedOrders(order(1000), note('R', '2026-02-05', -300), note('S', '2026-03-05', -300), note('T', '2026-04-05', -600));
    const money = receipts(['A', '2026-01-10', 1000]);
    expect(earned(book, money)).toEqual([20, -6, -6, -8]);
    expect(settle('2026-04', 'unused', plan, TEAM, book, money).map((row) => [row['Row'], row['Problem']])).toEqual([[5, 'The reversals of “A” are larger than what was sold; only what was left is taken back.']]);
  });

  it('of one line: that line alone is worth less', () => {
    const book = datedOrders(['A', 1, '2026-01-05', '', '', 'Amy', 600, ''], ['A', 2, '2026-01-05', '', '', 'Ben', 400, ''], note('R', '2026-02-05', -100, 'A/2'));
    const money = receipts(['A', '2026-01-10', 1000]);
    expect([earned(book, money, 2), monthly(2, 'Ben', [plan, TEAM, book, money])]).toEqual([[12, 0], [8, -2]]);
  });

  it('pieces come back by the piece', () => {
    const pieces = versions(['1', '', '', 'measure', '', '', 'quantity'], ['1', '', '', 'rate', '', '', 2]);
    const book: Range = [['Order', 'Order date', 'Owner', 'Quantity', 'Amount', 'Reverses'], ['A', '2026-03-05', 'Amy', 10, 1000, ''], ['R', '2026-04-05', 'Amy', -3, -240, 'A']];
    expect(monthly(4, 'Amy', [pieces, TEAM, book])).toEqual([0, 0, 20, -6]);
  });

  it('an order that was credited and paid for the rest is not overdue', () => {
    const overdue = versions(['1', '', '', 'rate', '', '', '4%'], ['1', '', '', 'clawback', 'overdue', 60, '100%']);
    const book = datedOrders(['A', 1, '2026-02-05', '', '', 'Amy', 1000, ''], note('R', '2026-03-06', -200));
    expect(monthly(4, 'Amy', [overdue, TEAM, book, receipts(['A', '2026-04-01', 800])])).toEqual([0, 40, -8, 0]);
    // Unpaid, the 32 that were left of the commission are overdue from 6 April on, and come back with the money.
    expect(monthly(5, 'Amy', [overdue, TEAM, book, receipts(['A', '2026-05-01', 800])])).toEqual([0, 40, -8, -32, 32]);
    // Credited in full while overdue: the 40 are taken once.
    const full = datedOrders(['A', 1, '2026-02-05', '', '', 'Amy', 1000, ''], note('R', '2026-05-06', -1000));
    expect(monthly(5, 'Amy', [overdue, TEAM, full, receipts()])).toEqual([0, 40, 0, -40, 0]);
  });
});

describe('reversals that are no good', () => {
  const flat = versions(['1', '', '', 'rate', '', '', '1%']);

  it.each<[string, Cell[][], string]>([
    ['of a reversal', [note('R', '2026-02-05', -500), note('S', '2026-03-05', -500, 'R')], 'Reverses names “R”, which is a reversal itself; it takes nothing back.'],
    ['a second one of all', [note('R', '2026-02-05', -1000), note('S', '2026-03-05', -1000)], '“A” has been reversed already: nothing is left to take back.'],
    ['larger than what it reverses', [note('R', '2026-02-05', -1200)], 'The reversals of “A” are larger than what was sold; only what was left is taken back.'],
  ])('%s: said, with the row', (_what, rows, problem) => {
    const book = datedOrders(order(1000), ...rows);
    expect(settle('2026-03', 'unused', flat, TEAM, book).map((row) => row['Problem'])).toEqual([problem]);
    expect(monthly(3, 'Amy', [flat, TEAM, book]).reduce<number>((total, amount) => total + Number(amount), 0)).toBe(rows.length === 2 && rows[1]?.[7] === 'R' ? 5 : 0);
  });

  it('in a circle, and of a cancelled order', () => {
    const circle = datedOrders(['A', 1, '2026-01-05', '', '', 'Amy', -1000, 'B'], ['B', 1, '2026-01-06', '', '', 'Amy', -1000, 'A']);
    expect(settle('2026-01', 'unused', flat, TEAM, circle).map((row) => row['Problem'])).toEqual(['Reverses names “B”, which reverses this order in turn; neither takes anything back.', 'Reverses names “A”, which reverses this order in turn; neither takes anything back.']);
    const cancelled: Range = [['Order', 'Order date', 'Owner', 'Amount', 'Reverses', 'Status'], ['A', '2026-01-05', 'Amy', 1000, '', 'cancelled'], ['R', '2026-02-05', 'Amy', -1000, 'A', '']];
    expect(settle('2026-02', 'unused', flat, TEAM, cancelled).map((row) => row['Problem'])).toEqual(['Reverses names “A”, which is cancelled: there is nothing to take back.']);
  });
});
