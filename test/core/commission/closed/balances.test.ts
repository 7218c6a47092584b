import type { Cell, Range } from '../../../../core/table/cell';
import type { Book } from '../../../support/closing';
import { closed, closedPlan, view } from '../../../support/closing';

const rulesOf = (...rows: Cell[][]): Range => [['Plan', 'Rule', 'Item', 'From', 'Value'], ...rows];
const ordersOf = (...rows: Cell[][]): Range => [['Order', 'Order date', 'Owner', 'Amount', 'Kind'], ...rows];
/** What each plan pays Amy, and the reasons; plans that pay nothing and say nothing are left out. */
const payable = (book: Book, period: string): Record<string, Cell> => Object.fromEntries(view(book, period).filter((row) => row['Person'] === 'Amy').map((row) => [String(row['Plan']), row['Payable']]));
const why = (book: Book, period: string, plan: string): string => String(view(book, period).find((row) => row['Person'] === 'Amy' && row['Plan'] === plan)?.['Why'] ?? '(no row)');
const drawn = (book: Book, period: string): Record<string, Cell> => Object.fromEntries(view(book, period).filter((row) => row['Person'] === 'Amy').map((row) => [String(row['Plan']), row['Draw']]));

const MOVED: Range = [['Person', 'ID', 'Plan', 'From'], ['Amy', 'E01', 'PA', ''], ['Amy', 'E01', 'PB', '2026-02-01'], ['Ben', 'E02', 'PA; PB', '']];
const BOTH: Range = [['Person', 'ID', 'Plan'], ['Amy', 'E01', 'PA; PB']];
const TWO: Range = rulesOf(['PA', 'lines', 'Kind', '', 'x'], ['PA', 'rate', '', '', '10%'], ['PB', 'lines', 'Kind', '', 'y'], ['PB', 'rate', '', '', '10%']);

describe('a negative balance belongs to the person', () => {
  it('is set off in the plan they were moved to, once', () => {
    const january = closed({ rules: rulesOf(['PA', 'rate', '', '', '10%'], ['PB', 'rate', '', '', '10%']), people: MOVED, orders: ordersOf(['a', '2026-01-05', 'Amy', -1000, ''], ['b', '2026-02-05', 'Amy', 600, ''], ['c', '2026-03-05', 'Amy', 2000, '']) }, '2026-01');
    // -100; 60 of it in February, the last 40 in March.
    expect(payable(january, '2026-02')).toEqual({ PA: 0, PB: 0 });
    const february = closed(january, '2026-02');
    expect(payable(february, '2026-03')).toEqual({ PA: 0, PB: 160 });
    const march = closed(february, '2026-03');
    // Nothing is left to settle in the plan that was left.
    expect(payable({ ...march, orders: [...january.orders, ['d', '2026-04-05', 'Amy', 10, '']] }, '2026-04')['PA']).toBeUndefined();
  });

  it('says what is still carried, and not that all is held', () => {
    const rules = rulesOf(['P', 'rate', '', '', '10%'], ['P', 'hold', '3 months', '', '10%']);
    const january = closed({ rules, people: [['Person', 'ID'], ['Amy', 'E01']], orders: ordersOf(['a', '2026-01-05', 'Amy', -1000, ''], ['b', '2026-02-05', 'Amy', 600, '']) }, '2026-01');
    // -100; 60 less 6 held: -46 are left.
    expect(why(january, '2026-02', 'P')).toBe('order lines: 1; held back 6.00; -100.00 carried in; -46.00 carried to the next period');
  });

  it('is set off by another plan of the same month, whichever is closed first', () => {
    const book: Book = { rules: TWO, people: BOTH, orders: ordersOf(['a', '2026-01-05', 'Amy', -1000, 'x'], ['b', '2026-01-06', 'Amy', 5000, 'y']) };
    expect(payable(book, '2026-01')).toEqual({ PA: 0, PB: 400 });
    expect(payable(closedPlan(book, '2026-01', 'PA'), '2026-01')).toEqual({ PA: 0, PB: 400 });
    // The other way round: 500 were paid already; the 100 wait for February.
    const other = closedPlan(closedPlan(book, '2026-01', 'PB'), '2026-01', 'PA');
    expect(payable(other, '2026-01')).toEqual({ PA: 0, PB: 500 });
    expect(payable({ ...other, orders: [...book.orders, ['c', '2026-02-01', 'Amy', 3000, 'y']] }, '2026-02')).toEqual({ PA: 0, PB: 200 });
  });

  it('stays in its currency', () => {
    const rules = [...TWO, ['PB', 'currency', '', '', 'USD']];
    const book: Book = { rules, people: BOTH, orders: ordersOf(['a', '2026-01-05', 'Amy', -1000, 'x'], ['b', '2026-01-06', 'Amy', 5000, 'y']) };
    expect(payable(book, '2026-01')).toEqual({ PA: 0, PB: 500 });
    expect(view(closed(book, '2026-01'), '2026-01').filter((row) => row['Person'] === 'Total').length).toBeGreaterThan(0);
    const february: Book = { ...closed(book, '2026-01'), orders: [...book.orders, ['c', '2026-02-01', 'Amy', 3000, 'x'], ['d', '2026-02-01', 'Amy', 100, 'y']] };
    expect(payable(february, '2026-02')).toEqual({ PA: 200, PB: 10 });
  });
});

describe('draws', () => {
  const newcomers = rulesOf(['PA', 'rate', '', '', '10%'], ['PA', 'draw', 'recoverable', '', 2000], ['PB', 'rate', '', '', '10%']);
  const orders = ordersOf(['a', '2026-01-05', 'Amy', 5000, ''], ['b', '2026-02-05', 'Amy', 50000, ''], ['c', '2026-03-05', 'Amy', 100, '']);

  it('end with the plan; what was lent is owed, and never set off in silence', () => {
    const january = closed({ rules: newcomers, people: MOVED, orders }, '2026-01');
    expect(drawn(january, '2026-01')).toEqual({ PA: 1500 });
    expect(drawn(january, '2026-02')).toEqual({ PA: 0, PB: 0 });
    expect(payable(january, '2026-02')).toEqual({ PA: 0, PB: 5000 });
    expect(why(january, '2026-02', 'PA')).toMatch(/1,500\.00 of draws still owed/);
  });

  it('are taken back by a plan that lends and recovers, as one balance', () => {
    const rules = [...newcomers, ['PB', 'draw', 'recoverable', '', 1000]];
    const january = closed({ rules, people: MOVED, orders }, '2026-01');
    // 5,000 earned in February: 1,500 of it go back.
    expect(payable(january, '2026-02')).toEqual({ PA: 0, PB: 3500 });
    const february = closed(january, '2026-02');
    // March earns 10 and lends 990 again.
    expect(drawn(february, '2026-03')).toMatchObject({ PB: 990 });
    expect(why(february, '2026-03', 'PA')).not.toMatch(/still owed/);
  });

  it('are taken back by the plan that lent them as soon as it pays again', () => {
    const people: Range = [['Person', 'ID', 'Plan', 'From'], ['Amy', 'E01', 'PA', '']];
    const rules = rulesOf(['PA', 'rate', '', '', '10%'], ['PA', 'draw', 'recoverable', '', 1000]);
    const january = closed({ rules, people, orders: ordersOf(['a', '2026-01-05', 'Amy', 5000, ''], ['b', '2026-02-05', 'Amy', 12000, ''], ['c', '2026-03-05', 'Amy', 50000, '']) }, '2026-01');
    expect(drawn(january, '2026-01')).toEqual({ PA: 500 });
    expect([drawn(january, '2026-02'), payable(january, '2026-02')]).toEqual([{ PA: -200 }, { PA: 1000 }]);
    expect([drawn(closed(january, '2026-02'), '2026-03'), payable(closed(january, '2026-02'), '2026-03')]).toEqual([{ PA: -300 }, { PA: 4700 }]);
  });

  it('under a guarantee are nobody’s debt', () => {
    const rules = rulesOf(['PA', 'rate', '', '', '10%'], ['PA', 'draw', 'guaranteed', '', 2000], ['PB', 'rate', '', '', '10%'], ['PB', 'draw', 'recoverable', '', 100]);
    const january = closed({ rules, people: MOVED, orders }, '2026-01');
    expect(payable(january, '2026-01')).toEqual({ PA: 2000 });
    expect(payable(january, '2026-02')).toEqual({ PB: 5000 });
  });
});

describe('a plan that goes over to another pay period', () => {
  const rules: Range = [
    ['Plan', 'Version', 'Effective', 'Rule', 'Item', 'From', 'Value'],
    ['P', '1', '', 'rate', '', '', '10%'], ['P', '1', '', 'hold', '4 months', '', '20%'],
    ['P', '2', '2026-04-01', 'rate', '', '', '10%'], ['P', '2', '2026-04-01', 'pay every', '', '', 'quarter'],
  ];
  it('takes balances and lots of its months along', () => {
    const book: Book = { rules, people: [['Person', 'ID'], ['Amy', 'E01']], orders: ordersOf(['a', '2026-01-05', 'Amy', 1000, ''], ['b', '2026-03-05', 'Amy', -500, ''], ['c', '2026-04-05', 'Amy', 3000, '']) };
    const march = closed(book, '2026-01', '2026-02', '2026-03');
    // 300 earned, 50 carried from March, 20 of January due in May.
    expect(payable(march, '2026-Q2')).toEqual({ P: 270 });
    expect(payable(closed(march, '2026-Q2'), '2026-Q3')).toEqual({ P: 0 });
  });
});
