import type { Cell, Range } from '../../../core/table/cell';
import { PEOPLE, figure, rules, settle } from '../../support/tables';

/** What Amy earned in a period. */
const earned = (period: string, ...tables: Range[]): Cell => figure(settle(period, 'summary', ...tables), 'Amy', 'Earned');

describe('money in another currency', () => {
  const plan = rules(['counts on', '', '', 'receipt'], ['rate', '', '', '10%']);
  const book = (currency: string, amount: number): Range => [['Order', 'Order date', 'Owner', 'Currency', 'Amount'], ['A', '2026-03-01', 'Amy', currency, amount]];
  const fx: Range = [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7], ['2026-01-01', 'EUR', 7.77]];
  const receipts = (...rows: Cell[][]): Range => [['Order', 'Date', 'Amount', 'Currency', 'Rate'], ...rows];

  it('3,500 CNY for an order of 1,000 USD at 7 is half of it', () => {
    expect(earned('2026-03', plan, PEOPLE, book('USD', 1000), fx, receipts(['A', '2026-03-05', 3500, 'CNY', '']))).toBe(350);
  });

  it('3,550 CNY with a Rate of 7.1 of its own is half of it, worth 3,550', () => {
    expect(earned('2026-03', plan, PEOPLE, book('USD', 1000), fx, receipts(['A', '2026-03-05', 3550, 'CNY', 7.1]))).toBe(355);
  });

  it('half in EUR and half in CNY is the whole', () => {
    expect(earned('2026-03', plan, PEOPLE, book('EUR', 100), fx, receipts(['A', '2026-03-05', 50, 'EUR', ''], ['A', '2026-03-06', 388.5, 'CNY', '']))).toBe(77.7);
  });

  it('EUR for an order in USD goes through the payroll currency', () => {
    // 500 × 7.77 ÷ 7 = 555 USD of 1,000.
    expect(earned('2026-03', plan, PEOPLE, book('USD', 1000), fx, receipts(['A', '2026-03-05', 500, 'EUR', '']))).toBe(388.5);
  });

  it('an order without a currency is in the payroll currency', () => {
    expect(earned('2026-03', plan, PEOPLE, book('', 1000), receipts(['A', '2026-03-05', 1000, 'CNY', '']))).toBe(100);
  });

  it('a plan in USD beside rates in CNY: 10,000 EUR × 7.7557 ÷ 7.0257 × 2 %', () => {
    const usd = rules(['rate', '', '', '2%'], ['currency', '', '', 'USD']);
    const rates: Range = [['Date', 'Currency', 'Rate'], ['2026-01-01', 'EUR', 7.7557], ['2026-01-01', 'USD', 7.0257]];
    expect(earned('2026-03', usd, PEOPLE, book('EUR', 10000), rates)).toBe(220.78);
    // 7,025.70 CNY is 1,000 USD.
    expect(earned('2026-03', usd, PEOPLE, book('CNY', 7025.7), rates)).toBe(20);
  });
});

describe('receipts of one day', () => {
  it('are one, so that sorting the sheet moves no pay', () => {
    const plan = rules(['counts on', '', '', 'receipt'], ['tier', '', 0, '1%'], ['tier', '', 500, '10%'], ['tier by', '', '', 'line'], ['maximum', 'line', '', 20]);
    const book: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-03-01', 'Amy', 1000]];
    const rows: Cell[][] = [['A', '2026-03-05', 1300], ['A', '2026-03-05', -700], ['A', '2026-03-05', 100]];
    const header: Cell[] = ['Order', 'Date', 'Amount'];
    const all = [rows, [...rows].reverse()].map((sorted) => earned('2026-03', plan, PEOPLE, book, [header, ...sorted]));
    // 700 of 1,000: 5 + 20, held to 70 % of 20.
    expect(all).toEqual([14, 14]);
  });
});

describe('Days to receipt', () => {
  it('money that came before the invoice has waited 0 days', () => {
    const plan = rules(['counts on', '', '', 'receipt'], ['rate', 'Days to receipt', 0, '3%'], ['rate', 'Days to receipt', 31, '2%']);
    const book: Range = [['Order', 'Order date', 'Invoice date', 'Owner', 'Amount'], ['A', '2026-03-01', '2026-03-25', 'Amy', 10000]];
    expect(earned('2026-03', plan, PEOPLE, book, [['Order', 'Date', 'Amount'], ['A', '2026-03-05', 3000], ['A', '2026-04-10', 7000]])).toBe(90);
  });
});
