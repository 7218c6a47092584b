import { payrollView } from '../../../../core/commission/views/payroll';
import type { Cell, Range } from '../../../../core/table/cell';
import type { Book } from '../../../support/closing';
import { closed, closedPlan, settlementOf, view } from '../../../support/closing';

const rulesOf = (...rows: Cell[][]): Range => [['Plan', 'Rule', 'Item', 'From', 'Value'], ...rows];
const ordersOf = (...rows: Cell[][]): Range => [['Order', 'Order date', 'Owner', 'Amount', 'Kind'], ...rows];
const TWO: Range = rulesOf(['PA', 'lines', 'Kind', '', 'x'], ['PA', 'rate', '', '', '10%'], ['PB', 'lines', 'Kind', '', 'y'], ['PB', 'rate', '', '', '10%'], ['PB', 'hold', '1 months', '', '20%']);
const BOOK: Book = { rules: TWO, people: [['Person', 'ID', 'Plan'], ['Amy', 'E01', 'PA; PB'], ['Ben', 'E02', 'PA']], orders: ordersOf(['a', '2026-01-05', 'Amy', -1000, 'x'], ['b', '2026-01-06', 'Amy', 5000, 'y'], ['c', '2026-01-07', 'Ben', 300, 'x'], ['d', '2026-02-03', 'Amy', 700, 'x']) };
const row = (book: Book, period: string, person: string): Cell[] => {
  const found = view(book, period, 'payroll').find(({ Person }) => Person === person);
  return [found?.['Plans'], found?.['Payable'], found?.['Why']];
};

describe('a payroll row', () => {
  it('carries the reasons of every plan that it nets', () => {
    // PA −100; PB 500, of which 100 are held: 300 are paid.
    expect(row(BOOK, '2026-01', 'Amy')).toEqual(['PA 0.00; PB 300.00', 300, 'PA: order lines: 1, -100.00 carried to the next period; PB: order lines: 1, held back 100.00, -100.00 carried in']);
    expect(row(BOOK, '2026-01', 'Ben')).toEqual(['PA', 30, 'order lines: 1']);
    const [, amy = []] = payrollView(settlementOf(BOOK, '2026-01'), 'zh');
    expect(amy[13]).toBe('PA：1 行订单、结转下期 -100.00；PB：1 行订单、暂扣 100.00、上期结转 -100.00');
  });

  it('of a closed month too, and where one plan is closed already', () => {
    expect(row(closed(BOOK, '2026-01'), '2026-01', 'Amy')).toEqual(['PA 0.00; PB 300.00', 300, 'PA: closed: as the statement stands, -100.00 carried to the next period; PB: closed: as the statement stands, held back 100.00, 100.00 of what was carried set off']);
    expect(row(closedPlan(BOOK, '2026-01', 'PA'), '2026-01', 'Amy')[2]).toBe('PA: closed: as the statement stands, -100.00 carried to the next period; PB: order lines: 1, held back 100.00, -100.00 carried in');
  });

  it('says what a closed month corrected and gave back', () => {
    const late: Book = { ...closed(BOOK, '2026-01'), orders: [...BOOK.orders, ['late', '2026-01-20', 'Amy', 200, 'x']] };
    const february = closed(late, '2026-02');
    // PA: 70 and 20 for January; PB: the 100 held in January.
    expect(row(february, '2026-02', 'Amy')).toEqual(['PA 90.00; PB 100.00', 190, 'PA: closed: as the statement stands, 20.00 corrects 2026-01: late; PB: closed: as the statement stands, 100.00 released from 2026-01']);
  });
});
