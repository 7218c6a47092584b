import type { Cell, Range } from '../../../../core/table/cell';
import { render } from '../../../../core/locale/message';
import type { Book } from '../../../support/closing';
import { closed, figures, settlementOf, view } from '../../../support/closing';

const PEOPLE: Range = [['Person', 'ID', 'Team', 'Role'], ['Amy', 'E01', 'EU', 'Sales'], ['Ben', 'E02', 'EU', 'Sales'], ['Max', 'E03', 'EU', 'Manager']];
const rulesOf = (...rows: Cell[][]): Range => [['Plan', 'Version', 'Effective', 'Part', 'Rule', 'Item', 'From', 'Value'], ...rows.map((row) => (row.length === 4 ? ['P', '', '', '', ...row] : row))];
const ordersOf = (...rows: Cell[][]): Range => [['Order', 'Order date', 'Owner', 'Amount', 'Status'], ...rows];
const RATE: Cell[] = ['rate', '', '', '10%'];
const A: Cell[] = ['A', '2026-01-05', 'Amy', 1000];
const B: Cell[] = ['B', '2026-01-06', 'Ben', 2000];
const plain: Book = { rules: rulesOf(RATE), people: PEOPLE, orders: ordersOf(A, B) };
const changedBy = (book: Book, ...rows: Cell[][]): Book => ({ ...book, orders: ordersOf(...rows) });
const whyOf = (book: Book, period: string, person: string): string => String(view(book, period).find((row) => row['Person'] === person)?.['Why']);
const notesOf = (book: Book, period: string): string => settlementOf(book, period).notes.map((note) => render(note, 'en')).join('; ');
const column = (rows: ReturnType<typeof view>, name: string, field: string): Cell[] => rows.filter((row) => row['Person'] === name).map((row) => row[field]);

describe('corrections of closed periods', () => {
  it('pays a late line, takes back a cancelled one, and names the orders', () => {
    const january = closed(plain, '2026-01');
    const changed = changedBy(january, [...A, 'cancelled'], B, ['C', '2026-01-20', 'Amy', 500], ['D', '2026-02-20', 'Ben', 100]);
    // Amy: 50 - 100; Ben: 10.
    expect(figures(view(changed, '2026-02'))).toEqual({ Amy: { Adjustment: -50 }, Ben: { Earned: 10, Payable: 10 } });
    expect(whyOf(changed, '2026-02', 'Amy')).toMatch(/-50\.00 corrects 2026-01 \(data changed\): A, C/);
    const february = closed(changed, '2026-02');
    // The 50 are carried; March has nothing else to correct.
    expect(figures(view(changedBy(february, [...A, 'cancelled'], B, ['C', '2026-01-20', 'Amy', 500], ['D', '2026-02-20', 'Ben', 100], ['E', '2026-03-01', 'Amy', 800]), '2026-03'))).toEqual({ Amy: { Earned: 80, Payable: 30 } });
  });

  it('corrects a correction that turns out to be wrong', () => {
    const first = closed(changedBy(closed(plain, '2026-01'), ['A', '2026-01-05', 'Amy', 1500], B), '2026-02');
    expect(figures(view(first, '2026-02'))).toEqual({ Amy: { Adjustment: 50, Payable: 50 } });
    const second = changedBy(first, ['A', '2026-01-05', 'Amy', 1200], B);
    expect(figures(view(second, '2026-03'))).toEqual({ Amy: { Adjustment: -30 } });
    expect(figures(view(closed(second, '2026-03'), '2026-04'))).toEqual({});
    expect(figures(view(changedBy(closed(second, '2026-03'), A, B), '2026-04'))).toEqual({ Amy: { Adjustment: -20 } });
  });

  it('corrects several months at once, each in its own row', () => {
    const months = closed(changedBy(plain, A, ['B', '2026-02-06', 'Amy', 2000], ['C', '2026-03-06', 'Amy', 3000]), '2026-01', '2026-02', '2026-03');
    const changed = changedBy(months, ['A', '2026-01-05', 'Amy', 1100], ['C', '2026-03-06', 'Amy', 3300]);
    // +10 for January, -200 for February, +30 for March.
    expect(figures(view(changed, '2026-04'))).toEqual({ Amy: { Adjustment: -160 } });
    expect(whyOf(changed, '2026-04', 'Amy')).toMatch(/10\.00 corrects 2026-01.*-200\.00 corrects 2026-02.*30\.00 corrects 2026-03/);
    const april = closed(changed, '2026-04');
    expect((april.statements ?? []).filter((row) => row[2] === 'adjustment').map((row) => [row[1], row[15], row[21]])).toEqual([['2026-01', 10, 'A'], ['2026-02', -200, 'B'], ['2026-03', 30, 'C']]);
  });

  it('moves an order that got another owner', () => {
    const changed = changedBy(closed(plain, '2026-01'), ['A', '2026-01-05', 'Ben', 1000], B);
    expect(figures(view(changed, '2026-02'))).toEqual({ Amy: { Adjustment: -100 }, Ben: { Adjustment: 100, Payable: 100 } });
  });

  it('corrects the fund with the person', () => {
    const book = { ...plain, rules: rulesOf(RATE, ['reserve', 'Fund', '', '10%']) };
    const changed = changedBy(closed(book, '2026-01'), ['A', '2026-01-05', 'Amy', 2000], B);
    expect(figures(view(changed, '2026-02'))).toEqual({ Amy: { Adjustment: 90, Payable: 90 }, Fund: { Adjustment: 10, Payable: 10 } });
    expect(figures(view(closed(changed, '2026-02'), '2026-03'))).toEqual({});
  });

  it('corrects what nobody claims', () => {
    const book = changedBy(plain, ['A', '2026-01-05', 'Amy 60%', 1000], B);
    const january = closed(book, '2026-01');
    expect(column(view(january, '2026-01'), 'Company', 'Earned')).toEqual([40]);
    const changed = changedBy(january, ['A', '2026-01-05', 'Amy 90%', 1000], B);
    expect(figures(view(changed, '2026-02'))).toEqual({ Amy: { Adjustment: 30, Payable: 30 }, Company: { Adjustment: -30 } });
    expect(whyOf(changed, '2026-02', 'Company')).toMatch(/-30\.00 corrects 2026-01 \(data changed\): A/);
    expect(view(january, '2026-01', 'lines').filter((row) => row['Person'] === 'Company').map((row) => [row['Order'], row['Earned']])).toEqual([['A', 40]]);
    expect(figures(view(closed(changed, '2026-02'), '2026-03'))).toEqual({});
  });

  it('keeps pot = members + fund + company', () => {
    const book = { ...plain, rules: rulesOf(RATE, ['pool', '', '', 'team'], ['share by', '', '', 'equal'], ['reserve', 'Fund', '', '20%']) };
    const january = closed(book, '2026-01');
    // A pot of 300: 60 set aside, 80 each.
    expect(figures(view(january, '2026-01'))).toEqual({ Amy: { Earned: 80, Payable: 80 }, Ben: { Earned: 80, Payable: 80 }, Max: { Earned: 80, Payable: 80 }, Fund: { Earned: 60, Payable: 60 } });
    const changed = changedBy(january, ['A', '2026-01-05', 'Amy', 4000], B);
    // 600: 120 set aside, 160 each.
    expect(figures(view(changed, '2026-02'))).toEqual({ Amy: { Adjustment: 80, Payable: 80 }, Ben: { Adjustment: 80, Payable: 80 }, Max: { Adjustment: 80, Payable: 80 }, Fund: { Adjustment: 60, Payable: 60 } });
  });

  it('corrects up to the cap of the month it belongs to', () => {
    const book = { ...plain, rules: rulesOf(RATE, ['maximum', 'person', '', 150]) };
    const january = closed(book, '2026-01');
    expect(figures(view(january, '2026-01'))).toEqual({ Amy: { Earned: 100, Payable: 100 }, Ben: { Earned: 150, Payable: 150 } });
    const changed = changedBy(january, ['A', '2026-01-05', 'Amy', 9000], ['B', '2026-01-06', 'Ben', 1000]);
    expect(figures(view(changed, '2026-02'))).toEqual({ Amy: { Adjustment: 50, Payable: 50 }, Ben: { Adjustment: -50 } });
  });

  it('corrects later months of a yearly ladder that a change in January moves', () => {
    const book: Book = { ...plain, rules: rulesOf(['tier', '', 0, '10%'], ['tier', '', 5000, '20%'], ['tier span', '', '', 'year']), orders: ordersOf(['A', '2026-01-05', 'Amy', 4000], ['B', '2026-02-05', 'Amy', 2000]) };
    const february = closed(book, '2026-01', '2026-02');
    // 400; then 1,000 at 10 % and 1,000 at 20 %.
    expect([column(view(february, '2026-01'), 'Amy', 'Earned'), column(view(february, '2026-02'), 'Amy', 'Earned')]).toEqual([[400], [300]]);
    const changed = changedBy(february, ['A', '2026-01-05', 'Amy', 3000], ['B', '2026-02-05', 'Amy', 2000]);
    // January 300 (-100); February all 2,000 at 10 %: 200 (-100).
    expect(figures(view(changed, '2026-03'))).toEqual({ Amy: { Adjustment: -200 } });
  });

  it('takes nothing back for an order whose row cannot be read any more, and names it', () => {
    const january = closed(plain, '2026-01');
    for (const row of [['A', '2026-01-05', 'Amyy', 1000], ['A', '2026-01-05', 'Amy', 'lots'], ['A', 'one day', 'Amy', 1000]]) {
      const broken = changedBy(january, row, B, ['C', '2026-02-01', 'Ben', 100]);
      expect(figures(view(broken, '2026-02').filter((one) => one['Person'] !== '1 rows not used'))).toEqual({ Ben: { Earned: 10, Payable: 10 } });
      expect(notesOf(broken, '2026-02')).toMatch(/2026-01 could not be recomputed: orders that were paid cannot be read any more: A \(Orders row 2\)/);
    }
  });

  it('corrects nobody for somebody who had left before', () => {
    const people: Range = [['Person', 'ID', 'Team', 'Role', 'Left'], ['Amy', 'E01', 'EU', 'Sales', '2026-01-31'], ['Ben', 'E02', 'EU', 'Sales', '']];
    const changed: Book = { ...changedBy(closed(plain, '2026-01'), ['A', '2026-01-05', 'Amy', 1500], B), people };
    // The late correction of somebody who has left is still paid.
    expect(figures(view(changed, '2026-03'))).toEqual({ Amy: { Adjustment: 50, Payable: 50 } });
  });

  it('corrects months after the plan went over to quarters', () => {
    const january = closed(plain, '2026-01', '2026-02', '2026-03');
    const rules = [...rulesOf(RATE), ['P', '2', '2026-04-01', '', 'rate', '', '', '10%'], ['P', '2', '2026-04-01', '', 'pay every', '', '', 'quarter']];
    const changed: Book = { ...january, rules, orders: ordersOf(['A', '2026-01-05', 'Amy', 1500], B) };
    expect(figures(view(changed, '2026-Q2'))).toEqual({ Amy: { Adjustment: 50, Payable: 50 } });
  });

  it('pays a skipped month with itself, and says that it was skipped', () => {
    const book = changedBy(plain, A, ['B', '2026-02-06', 'Amy', 2000]);
    const march = closed(closed(book, '2026-01'), '2026-03');
    expect(figures(view(march, '2026-03'))).toEqual({});
    expect(notesOf(march, '2026-04')).toMatch(/P: not closed: 2026-02/);
    expect(figures(view(march, '2026-02'))).toEqual({ Amy: { Earned: 200, Payable: 200 } });
    expect(figures(view(closed(march, '2026-02'), '2026-04'))).toEqual({});
  });
});

describe('a closed period is shown as it was paid', () => {
  const january = closed({ ...plain, rules: rulesOf(RATE, ['reserve', 'Fund', '', '10%'], ['hold', '1 months', '', '20%']) }, '2026-01');
  const later: Book = { ...changedBy(january, ['A', '2026-01-05', 'Amy', 9999]), rules: rulesOf(['rate', '', '', '50%']) };

  it('keeps its lines, parts and explanation whatever changes', () => {
    expect(view(later, '2026-01', 'lines').map((row) => [row['Person'], row['Order'], row['Date'], row['Measure'], row['Earned']])).toEqual([['Amy', 'A', '2026-01-05', 1000, 100], ['Ben', 'B', '2026-01-06', 2000, 200]]);
    expect(view(later, '2026-01', 'parts').map((row) => [row['Person'], row['Part'], row['Earned'], row['Reserved'], row['Held'], row['Payable']])).toEqual([
      ['Amy', '', 100, 10, 0, 90], ['Amy', 'hold', 0, 0, 18, -18], ['Ben', '', 200, 20, 0, 180], ['Ben', 'hold', 0, 0, 36, -36], ['Max', '', 0, 0, 0, 0], ['Fund', '', 0, -30, 0, 30],
    ]);
  });

  it('lists what payroll pays, with IDs', () => {
    expect(view(later, '2026-01', 'payroll').map((row) => [row['ID'], row['Person'], row['Earned'], row['Payable']])).toEqual([['E01', 'Amy', 100, 72], ['E02', 'Ben', 200, 144], ['E03', 'Max', 0, 0], ['', 'Total', 300, 216]]);
  });
});
