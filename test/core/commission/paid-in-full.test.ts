import type { Cell, Range } from '../../../core/table/cell';
import { PEOPLE, errorOf, figure, orders, rowsOf, rules, settle } from '../../support/tables';

const months = (plan: Range, table: Range, receipts: Range, ...more: Range[]): Cell[] =>
  ['2026-01', '2026-02', '2026-03', '2026-04'].map((month) => settle(month, 'summary', plan, PEOPLE, table, receipts, ...more).find((row) => row['Person'] === 'Amy')?.['Earned'] ?? 0);
const receipts = (...rows: readonly (readonly Cell[])[]): Range => [['Order', 'Date', 'Amount', 'Fee'], ...rows];

describe('counts on paid in full', () => {
  const plan = rules(['counts on', '', '', 'paid in full'], ['rate', '', '', '20%']);
  const one = orders(['A', '2026-01-05', 'Amy', 20000]);

  it.each<[string, Range, readonly Cell[]]>([
    ['nothing counts until the last of the money is there', receipts(['A', '2026-01-20', 5000, 0], ['A', '2026-02-20', 15000, 0]), [0, 4000, 0, 0]],
    ['the bank’s fee counts as received', receipts(['A', '2026-01-20', 5000, 0], ['A', '2026-02-20', 14985, 15]), [0, 4000, 0, 0]],
    ['a shortfall keeps it waiting', receipts(['A', '2026-01-20', 19999, 0]), [0, 0, 0, 0]],
    ['what goes back later takes its part back', receipts(['A', '2026-01-20', 20000, 0], ['A', '2026-03-20', -2000, 0]), [4000, 0, -400, 0]],
    ['and counts again when it comes again', receipts(['A', '2026-01-20', 20000, 0], ['A', '2026-03-20', -2000, 0], ['A', '2026-04-20', 2000, 0]), [4000, 0, -400, 400]],
  ])('%s', (_what, paid, expected) => {
    expect(months(plan, one, paid)).toEqual(expected);
  });

  it('a credit note lowers what is owed, so that the order is paid in full without it', () => {
    const credited: Range = [['Order', 'Order date', 'Owner', 'Amount', 'Reverses'], ['A', '2026-01-05', 'Amy', 20000, ''], ['K', '2026-03-02', 'Amy', -5000, 'A']];
    expect(months(plan, credited, receipts(['A', '2026-01-20', 15000, 0]))).toEqual([0, 0, 3000, 0]);
  });

  it('what is received is paid less the fees of all receipts', () => {
    const received = rules(['measure', '', '', 'received'], ['counts on', '', '', 'paid in full'], ['rate', '', '', '10%']);
    expect(months(received, one, receipts(['A', '2026-01-20', 4990, 10], ['A', '2026-02-20', 14980, 20]))).toEqual([0, 1997, 0, 0]);
  });

  it('exchanges at the day of the last receipt', () => {
    const usd: Range = [['Order', 'Order date', 'Owner', 'Currency', 'Amount'], ['A', '2026-01-05', 'Amy', 'USD', 1000]];
    const fx: Range = [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7], ['2026-02-01', 'USD', 7.2]];
    expect(months(plan, usd, receipts(['A', '2026-01-20', 500, 0], ['A', '2026-02-20', 500, 0]), fx)).toEqual([0, 1440, 0, 0]);
  });

  it('tells how many lines wait, and is explained', () => {
    const rows = settle('2026-01', 'summary', plan, PEOPLE, one, receipts(['A', '2026-01-20', 5000, 0]));
    expect(figure(rows, 'Total', 'Why')).toMatch(/1 order lines have not counted yet/);
    const steps = rowsOf('EXPLAIN', '2026-02', 'Amy', plan, PEOPLE, one, receipts(['A', '2026-01-20', 5000, 0], ['A', '2026-02-20', 15000, 0]));
    expect(steps.map((row) => row['Formula'])).toContain('20,000 × 20% = 4,000');
  });

  it('says the same in Chinese', () => {
    expect(months(rules(['计提时点', '', '', '全额回款'], ['提成率', '', '', '20%']), one, receipts(['A', '2026-01-20', 5000, 0], ['A', '2026-02-20', 15000, 0]))).toEqual([0, 4000, 0, 0]);
  });
});

describe('receipt step', () => {
  const plan = rules(['counts on', '', '', 'receipt'], ['receipt step', '', '80%', '50%'], ['receipt step', '', '95%', '95%'], ['receipt step', '', '100%', '100%'], ['rate', '', '', '2%']);
  const one = orders(['A', '2026-01-05', 'Amy', 1000000]);

  it.each<[string, Range, readonly Cell[]]>([
    ['nothing below the first step', receipts(['A', '2026-01-10', 790000, 0]), [0, 0, 0, 0]],
    ['half at 80 %, the rest at 95 % and 100 %', receipts(['A', '2026-01-10', 790000, 0], ['A', '2026-02-10', 20000, 0], ['A', '2026-03-10', 140000, 0], ['A', '2026-04-10', 50000, 0]), [0, 10000, 9000, 1000]],
    ['two steps at once', receipts(['A', '2026-02-10', 960000, 0]), [0, 19000, 0, 0]],
    ['what goes back takes its part of what had counted', receipts(['A', '2026-01-10', 800000, 0], ['A', '2026-03-10', -400000, 0]), [10000, 0, -5000, 0]],
  ])('%s', (_what, paid, expected) => {
    expect(months(plan, one, paid)).toEqual(expected);
  });

  it.each<[string, readonly (readonly Cell[])[], RegExp]>([
    ['without `counts on` receipt', [['receipt step', '', '80%', '50%'], ['rate', '', '', '2%']], /`receipt step` needs `counts on` receipt/],
    ['from nothing', [['counts on', '', '', 'receipt'], ['receipt step', '', 0, '50%'], ['rate', '', '', '2%']], /is not a share between 0 and 100%/],
    ['twice from one share', [['counts on', '', '', 'receipt'], ['receipt step', '', 0.8, '50%'], ['receipt step', '', '80%', '60%'], ['rate', '', '', '2%']], /says something else for the same case/],
  ])('%s is told', (_what, rows, expected) => {
    expect(errorOf('SETTLE', '2026-01', 'summary', rules(...rows), PEOPLE, one, receipts())).toMatch(expected);
  });
});
