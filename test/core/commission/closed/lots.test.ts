import type { Cell, Range } from '../../../../core/table/cell';
import type { Book } from '../../../support/closing';
import { changed, checks, closed, figures, view } from '../../../support/closing';

const PEOPLE: Range = [['Person', 'ID', 'Team', 'Role'], ['Amy', 'E01', 'EU', 'Sales']];
const rulesOf = (...rows: Cell[][]): Range => [['Plan', 'Version', 'Effective', 'Part', 'Rule', 'Item', 'From', 'Value'], ...rows.map((row) => (row.length === 3 ? ['P', '', '', '', row[0], row[1], '', row[2]] : row))];
const ordersOf = (...rows: Cell[][]): Range => [['Order', 'Order date', 'Owner', 'Amount', 'Reverses', 'Status'], ...rows];
const receiptsOf = (...rows: Cell[][]): Range => [['Order', 'Date', 'Amount'], ...rows];
const RATE: Cell[] = ['rate', '', '10%'];
const amy = (book: Book, period: string): Record<string, Cell> => figures(view(book, period))['Amy'] ?? {};
/** What Amy is paid in each month, the months closed one after the other; a change of the book may come before a month. */
function live(book: Book, months: readonly string[], changes: Readonly<Record<string, Partial<Book>>> = {}): Record<string, Record<string, Cell>> {
  let now = book;
  return Object.fromEntries(months.map((month) => {
    now = { ...now, ...changes[month] };
    const paid = amy(now, month);
    now = closed(now, month);
    return [month, paid];
  }));
}
const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];

describe('held money is kept as lots', () => {
  it('gives back several holds side by side, each at its own due', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', '1 months', '10%'], ['hold', '2 months', '20%'], ['hold', 'year end', '5%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000]) };
    // 100 earned: 10 due in February, 20 in March, 5 in December.
    expect(live(book, [...MONTHS, '2026-12'])).toEqual({
      '2026-01': { Earned: 100, Held: 35, Payable: 65 }, '2026-02': { Released: 10, Payable: 10 }, '2026-03': { Released: 20, Payable: 20 }, '2026-04': {}, '2026-05': {}, '2026-12': { Released: 5, Payable: 5 },
    });
  });

  it('keeps a hold until receipt and a hold for months on one order apart', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', 'receipt', '50%'], ['hold', '3 months', '10%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000]), receipts: receiptsOf(['A', '2026-02-10', 400], ['A', '2026-04-10', 600]) };
    // 100 earned: 50 wait for the order's money, 10 until April.
    expect(live(book, MONTHS)).toEqual({
      '2026-01': { Earned: 100, Held: 60, Payable: 40 }, '2026-02': { Released: 20, Payable: 20 }, '2026-03': {}, '2026-04': { Released: 40, Payable: 40 }, '2026-05': {},
    });
  });

  it('holds only what is unpaid, and pays the rest when the order is paid late', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', 'receipt', '100%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000]), receipts: receiptsOf(['A', '2026-01-20', 300], ['A', '2026-05-02', 700]) };
    expect(live(book, MONTHS)).toEqual({ '2026-01': { Earned: 100, Held: 70, Payable: 30 }, '2026-02': {}, '2026-03': {}, '2026-04': {}, '2026-05': { Released: 70, Payable: 70 } });
  });

  it('settles the lot of an order that is cancelled: what was never paid is not taken back', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', '6 months', '30%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000], ['B', '2026-02-05', 'Amy', 5000]) };
    const cancelled = ordersOf(['A', '2026-01-05', 'Amy', 1000, '', 'cancelled'], ['B', '2026-02-05', 'Amy', 5000]);
    // 70 of A were paid; B earns 500 and holds 150: 500 - 150 - 70.
    expect(live(book, [...MONTHS, '2026-07', '2026-08'], { '2026-02': { orders: cancelled } })).toEqual({
      '2026-01': { Earned: 100, Held: 30, Payable: 70 }, '2026-02': { Earned: 500, Held: 120, Adjustment: -100, Payable: 280 }, '2026-03': {}, '2026-04': {}, '2026-05': {}, '2026-07': {}, '2026-08': { Released: 150, Payable: 150 },
    });
  });

  it('takes back what was given back of a lot, where its order is cancelled later', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', '1 months', '30%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000], ['B', '2026-03-05', 'Amy', 5000]) };
    const cancelled = ordersOf(['A', '2026-01-05', 'Amy', 1000, '', 'cancelled'], ['B', '2026-03-05', 'Amy', 5000]);
    // All 100 of A were paid by February. March: 500 - 150 held - 100.
    const paid = live(book, ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'], { '2026-03': { orders: cancelled } });
    expect([paid['2026-02']!['Payable'], paid['2026-03']!['Payable'], paid['2026-04']!['Payable'], paid['2026-05']]).toEqual([30, 250, 150, {}]);
    // The year adds up: A is held and given back no more. 150 held of B less the 30 of A, the 30 given back for A taken back.
    expect([paid['2026-03']!['Held'], paid['2026-03']!['Released'], paid['2026-03']!['Adjustment']]).toEqual([120, -30, -100]);
  });

  it('uses the lot of an order that is reversed in full before it is paid', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', 'receipt', '100%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000]), receipts: receiptsOf(['Z', '2026-01-01', 1]) };
    const reversed = { orders: ordersOf(['A', '2026-01-05', 'Amy', 1000], ['R', '2026-02-05', 'Amy', -1000, 'A']) };
    const paid = live({ ...book, receipts: receiptsOf() }, MONTHS, { '2026-02': reversed });
    expect(paid).toEqual({ '2026-01': { Earned: 100, Held: 100 }, '2026-02': { Earned: -100, Held: -100 }, '2026-03': {}, '2026-04': {}, '2026-05': {} });
  });

  it('uses of the lot what a reversal in part takes back', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', '4 months', '30%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000], ['R', '2026-02-05', 'Amy', -200, 'A']) };
    // 30 held; 20 taken back out of it; 10 left for May.
    expect(live(book, MONTHS)).toEqual({ '2026-01': { Earned: 100, Held: 30, Payable: 70 }, '2026-02': { Earned: -20, Held: -20 }, '2026-03': {}, '2026-04': {}, '2026-05': { Released: 10, Payable: 10 } });
  });

  it('uses the lot that falls due first', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', '4 months', '10%'], ['hold', '3 months', '20%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000], ['R', '2026-02-05', 'Amy', -250, 'A']) };
    // 25 taken back: 20 of April's lot, 5 of May's.
    expect(live(book, MONTHS)).toEqual({ '2026-01': { Earned: 100, Held: 30, Payable: 70 }, '2026-02': { Earned: -25, Held: -25 }, '2026-03': {}, '2026-04': {}, '2026-05': { Released: 5, Payable: 5 } });
  });

  it('moves the lot of an order that gets another number', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', 'receipt', '100%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000]), receipts: receiptsOf(['A', '2026-02-10', 400], ['A', '2026-04-10', 600]) };
    const renamed = { orders: ordersOf(['A-1', '2026-01-05', 'Amy', 1000]), receipts: receiptsOf(['A-1', '2026-02-10', 400], ['A-1', '2026-04-10', 600]) };
    expect(live(book, MONTHS, { '2026-03': renamed })).toEqual({ '2026-01': { Earned: 100, Held: 100 }, '2026-02': { Released: 40, Payable: 40 }, '2026-03': {}, '2026-04': { Released: 60, Payable: 60 }, '2026-05': {} });
  });

  it('settles the lot of an order that was deleted, and takes back what had been paid of it', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', 'receipt', '100%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000], ['B', '2026-03-05', 'Amy', 5000]), receipts: receiptsOf(['A', '2026-02-10', 400], ['B', '2026-03-06', 5000]) };
    const deleted = { orders: ordersOf(['B', '2026-03-05', 'Amy', 5000]), receipts: receiptsOf(['B', '2026-03-06', 5000]) };
    const paid = live(book, MONTHS, { '2026-03': deleted });
    // 40 of A were given out; B pays 500.
    expect(['2026-01', '2026-02', '2026-03', '2026-04'].map((month) => paid[month]!['Payable'])).toEqual([undefined, 40, 460, undefined]);
  });

  it('names a lot whose order is gone from a closing that is not recomputed, and takes nothing back for it', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', 'receipt', '100%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000]), receipts: receiptsOf(['A', '2026-02-10', 400]) };
    const february = closed(book, '2026-01', '2026-02');
    // The rules were written over, so that January is not recomputed; the order is deleted besides.
    const gone: Book = { ...february, rules: rulesOf(['rate', '', '11%'], ['hold', 'receipt', '100%']), orders: ordersOf(['B', '2025-03-05', 'Amy', 1]), receipts: receiptsOf() };
    expect(amy(gone, '2026-03')).toEqual({});
    expect(checks(gone).join('\n')).toMatch(/60\.00 of Amy are held until the order A is paid, and Orders has no such order/);
  });

  it('gives back by the lot what the rules of today no longer hold', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', '2 months', '20%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000], ['B', '2026-02-05', 'Amy', 1000]) };
    const changedRules = { rules: [...rulesOf(RATE, ['hold', '2 months', '20%']), ['P', '2', '2026-02-01', '', 'rate', '', '', '10%']] };
    expect(live(book, MONTHS, { '2026-02': changedRules })).toEqual({ '2026-01': { Earned: 100, Held: 20, Payable: 80 }, '2026-02': { Earned: 100, Payable: 100 }, '2026-03': { Released: 20, Payable: 20 }, '2026-04': {}, '2026-05': {} });
  });

  it('holds to the end of a fiscal year', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', 'year end', '20%'], ['calendar', '', 'fiscal year from 4']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000], ['B', '2026-03-05', 'Amy', 1000], ['C', '2026-04-05', 'Amy', 1000]) };
    expect(live(book, MONTHS)).toEqual({ '2026-01': { Earned: 100, Held: 20, Payable: 80 }, '2026-02': {}, '2026-03': { Earned: 100, Released: 20, Payable: 120 }, '2026-04': { Earned: 100, Held: 20, Payable: 80 }, '2026-05': {} });
  });

  it('lets a late line of a closed month obey its hold, and gives it back when it falls due', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', '3 months', '20%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000]) };
    const late = { orders: ordersOf(['A', '2026-01-05', 'Amy', 1000], ['L', '2026-01-20', 'Amy', 500]) };
    // L: 50, of which 10 wait for April like A's 20.
    expect(live(book, MONTHS, { '2026-03': late })).toEqual({ '2026-01': { Earned: 100, Held: 20, Payable: 80 }, '2026-02': {}, '2026-03': { Held: 10, Adjustment: 50, Payable: 40 }, '2026-04': { Released: 30, Payable: 30 }, '2026-05': {} });
  });

  it('pays a late line at once whose hold is over already', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', '1 months', '20%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000]) };
    const late = { orders: ordersOf(['A', '2026-01-05', 'Amy', 1000], ['L', '2026-01-20', 'Amy', 500]) };
    const paid = live(book, MONTHS, { '2026-03': late });
    expect([paid['2026-03']!['Adjustment'], paid['2026-03']!['Payable'], paid['2026-04'], paid['2026-05']]).toEqual([50, 50, {}, {}]);
  });

  it('does not touch a lot twice that a late line opened and a reversal used in the same month', () => {
    const book: Book = { rules: rulesOf(RATE, ['hold', '6 months', '20%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000]) };
    const late = { orders: ordersOf(['A', '2026-01-05', 'Amy', 1000], ['L', '2026-01-20', 'Amy', 500], ['R', '2026-02-20', 'Amy', -500, 'L']) };
    // February: L comes late (50, 10 of it held) and is reversed at once (-50, out of the 10 first). March has nothing to do.
    const paid = live(book, [...MONTHS, '2026-07', '2026-08'], { '2026-02': late });
    expect(paid).toEqual({ '2026-01': { Earned: 100, Held: 20, Payable: 80 }, '2026-02': { Earned: -50, Adjustment: 50 }, '2026-03': {}, '2026-04': {}, '2026-05': {}, '2026-07': { Released: 20, Payable: 20 }, '2026-08': {} });
  });

  it('loses no cent where a hold is split over orders', () => {
    const book: Book = { rules: rulesOf(['rate', '', '1%'], ['hold', '1 months', '33%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 333.33], ['B', '2026-01-06', 'Amy', 333.33], ['C', '2026-01-07', 'Amy', 333.33]) };
    // 9.9999 earned: 10.00; 33 % of it held: payable 6.70 (6.699933), held 3.30.
    expect(live(book, ['2026-01', '2026-02', '2026-03'])).toEqual({ '2026-01': { Earned: 10, Held: 3.3, Payable: 6.7 }, '2026-02': { Released: 3.3, Payable: 3.3 }, '2026-03': {} });
  });

  it('empties lots of the edition before, whose rows say neither due nor order', () => {
    const statements: Range = [
      ['Period', 'For period', 'Kind', 'Person', 'Plan', 'Earned', 'Held', 'Released', 'Payable', 'Currency'],
      ['2026-01', '2026-01', 'pay', 'Amy', 'P', 100, 0, 0, 100, 'CNY'],
      ['2026-01', '2026-01', 'hold', 'Amy', 'P', 0, 20, 0, -20, 'CNY'],
      ['2026-01', '2026-01', 'hold', 'Amy', 'P', 0, 10, 0, -10, 'CNY'],
      ['2026-02', '2026-01', 'release', 'Amy', 'P', 0, 0, 10, 10, 'CNY'],
    ];
    const book: Book = { rules: rulesOf(RATE, ['hold', '1 months', '10%'], ['hold', '2 months', '20%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000]), statements };
    expect(live(book, ['2026-03', '2026-04'])).toEqual({ '2026-03': { Released: 20, Payable: 20 }, '2026-04': {} });
  });
});

it('reads a lot whose Due a host turned into a date', () => {
  const book = closed({ rules: rulesOf(RATE, ['hold', '1 months', '20%']), people: PEOPLE, orders: ordersOf(['A', '2026-01-05', 'Amy', 1000]) }, '2026-01');
  // 2026-02-01 as a serial number.
  const dated: Book = { ...book, statements: changed(book.statements, 'Due', (row) => row['Due'] === '2026-02-01', 46054) };
  expect(amy(dated, '2026-02')).toEqual({ Released: 20, Payable: 20 });
});
