import type { Cell, Range } from '../../../core/table/cell';
import { errorOf, rowsOf, valueOf } from '../../support/tables';

const FX: Range = [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7], ['2026-01-01', 'EUR', 8.4], ['2026-01-20', 'USD', 8]];
const PEOPLE: Range = [['Person', 'Team'], ['Amy', 'EU']];
const plan = (...rows: Cell[][]): Range => [['Plan', 'Rule', 'Item', 'From', 'Value'], ...rows.map((row): Cell[] => ['P', ...row])];
/** Order, line, day, currency, amount. */
const orders = (...rows: [string, number, string, string, number][]): Range => [['Order', 'Line', 'Order date', 'Owner', 'Currency', 'Amount'], ...rows.map(([order, line, day, currency, amount]): Cell[] => [order, line, day, 'Amy', currency, amount])];
const earned = (rules: Range, sold: Range, fx: Range = FX): Cell => rowsOf('SETTLE', '2026-01', 'summary', rules, PEOPLE, sold, fx).find(({ Person }) => Person === 'Amy')?.['Earned'];
const BONUS = (from: Cell): Range => plan(['bonus', 'Amount', from, 10]);
const written = (item: string): Range => plan(['bonus', item, '', 10]);

describe('a threshold in a currency of its own', () => {
  it.each<[string, Range, [string, number][], number]>([
    ['in dollars, of orders in dollars, whatever the rate', BONUS('1000 USD'), [['USD', 999.99], ['USD', 1000]], 10],
    ['in dollars, of orders in CNY: 7,000 at 7', BONUS('1000 USD'), [['CNY', 6999.99], ['CNY', 7000]], 10],
    ['in dollars, of orders in EUR: 8,400 ÷ 7 = 1,200', BONUS('$1,200'), [['EUR', 999.99], ['EUR', 1000]], 10],
    ['in 美元', BONUS('0.1万美元'), [['USD', 999.99], ['USD', 1000]], 10],
    ['in payroll currency by name', BONUS('CNY 7000'), [['USD', 999.99], ['USD', 1000]], 10],
    ['without a name', BONUS(7000), [['USD', 999.99], ['USD', 1000]], 10],
    ['in the condition itself', written('Amount>=1000 USD'), [['USD', 999.99], ['USD', 1000]], 10],
    ['from above', written('Amount<1000 USD'), [['USD', 999.99], ['USD', 1000]], 10],
  ])('%s', (_name, rules, sold, due) => {
    expect(earned(rules, orders(...sold.map(([currency, amount], index): [string, number, string, string, number] => [`A${index}`, 1, '2026-01-05', currency, amount])))).toBe(due);
  });

  it('of payroll money is exchanged too: a purchase of 7,000 CNY is 1,000 USD at 7', () => {
    const sold = (purchase: number): Range => [['Order', 'Order date', 'Owner', 'Currency', 'Amount', 'Purchase'], ['A', '2026-01-05', 'Amy', 'EUR', 9000, purchase]];
    expect([earned(written('Purchase>=1000 USD'), sold(6999)), earned(written('Purchase>=1000 USD'), sold(7000))]).toEqual([0, 10]);
  });

  it('is exact in a plan that pays dollars: 7,000 CNY at 7 are 1,000 USD', () => {
    const rules = plan(['bonus', 'Amount', 'CNY 7000', 10], ['currency', '', '', 'USD']);
    expect([earned(rules, orders(['A', 1, '2026-01-05', 'USD', 999.99])), earned(rules, orders(['A', 1, '2026-01-05', 'USD', 1000]))]).toEqual([0, 10]);
  });

  it('goes by the rate of the line’s own day', () => {
    // 7,500 CNY are 1,071 USD at 7 and 937.50 USD at 8.
    expect(earned(BONUS('1000 USD'), orders(['A', 1, '2026-01-05', 'CNY', 7500], ['B', 1, '2026-01-25', 'CNY', 7500]))).toBe(10);
  });

  it('looks at the whole order in `lines` and `bonus order`', () => {
    const two = orders(['A', 1, '2026-01-05', 'USD', 600], ['A', 2, '2026-01-05', 'USD', 400], ['B', 1, '2026-01-05', 'USD', 999]);
    // 1,000 USD of order A at 7, 1 % of it.
    expect(earned(plan(['rate', '', '', '1%'], ['lines', 'Amount', '1000 USD', '']), two)).toBe(70);
    expect(earned(plan(['bonus', 'order Amount', '1000 USD', 10]), two)).toBe(10);
    expect(earned(plan(['bonus', 'order Amount', '1000.01 USD', 10]), two)).toBe(0);
  });

  it('picks rates and factors: of two in one currency the higher one that is reached', () => {
    const rates = plan(['rate', '', '', '1%'], ['rate', 'Amount', '1000 USD', '2%'], ['rate', 'Amount', '2000 USD', '3%']);
    expect(earned(rates, orders(['A', 1, '2026-01-05', 'USD', 2000]))).toBe(420);
    expect(earned(plan(['rate', '', '', '1%'], ['factor', 'Amount', '1000 USD', 2]), orders(['A', 1, '2026-01-05', 'USD', 1000], ['B', 1, '2026-01-05', 'USD', 500]))).toBe(175);
  });

  it('without a rate keeps lines from counting, and says of which currency', () => {
    const unused = rowsOf('SETTLE', '2026-01', 'unused', plan(['rate', '', '', '1%'], ['lines', 'Amount', '1000 GBP', '']), PEOPLE, orders(['A', 1, '2026-01-05', 'CNY', 100]), FX);
    expect(JSON.stringify(unused)).toContain('There is no exchange rate for GBP');
  });

  it('is left to SETTLE by COMMISSION, unless it is the plan’s own', () => {
    expect(errorOf('COMMISSION', 5000, plan(['rate', '', '', '1%'], ['factor', 'Amount', '1000 USD', 2]), 'P')).toMatch(/SETTLE.*currency|currency.*SETTLE/);
  });

  it('is told with its currency', () => {
    const steps = rowsOf('CHECKTABLES', plan(['rate', '', '', '1%'], ['factor', 'Amount', '1000 USD', 2]), PEOPLE, orders(['A', 1, '2026-01-05', 'USD', 1000]), FX);
    expect(steps.filter((row) => row['Severity'] === 'error')).toEqual([]);
    expect(valueOf('FXRATE', FX, 'USD', '2026-01-25')).toBe(8);
  });
});
