import { exactToNumber } from '../../../core/amount/text';
import type { Cell, Range } from '../../../core/table/cell';
import { readDay } from '../../../core/table/day';
import { makeTable } from '../../../core/table/make-table';
import { payrollRate, readFx } from '../../../core/trade/fx';
import { figure, rowsOf, valueOf } from '../../support/tables';

const day = (text: string): number => readDay(text) as number;
const table = (...rows: Cell[][]): Range => [['Date', 'Currency', 'Rate', 'To'], ...rows.map(([when = '', currency = '', rate = '', to = '']): Cell[] => [when, currency, rate, to])];
const rate = (rows: Range, from: string, to: string, when = '2026-03-31', payrolls?: string[]): number | undefined => {
  const found = payrollRate(readFx(makeTable('fx', { cells: rows }, new Map()), payrolls), from, to, day(when));
  return found && exactToNumber(found);
};

describe('exchange rates', () => {
  const CNY = table(['2026-01-01', 'USD', 7], ['2026-01-01', 'EUR', 8.4], ['2026-03-01', 'EUR', 8.05]);
  const TO = table(['2026-01-01', 'USD', 7, 'CNY'], ['2026-01-01', 'EUR', 1.2, 'USD'], ['2026-01-01', 'CNY', 20, 'JPY'], ['2026-02-01', 'GBP', 1.25, '美元']);
  it.each<[string, Range, string, string, string, number | undefined]>([
    ['as the table has it', CNY, 'USD', 'CNY', '2026-03-31', 7],
    ['the latest on or before the day', CNY, 'EUR', 'CNY', '2026-02-28', 8.4],
    ['none before the first', CNY, 'USD', 'CNY', '2025-12-31', undefined],
    ['crossed over what both are rates in: 8.05 ÷ 7', CNY, 'EUR', 'USD', '2026-03-31', 1.15],
    ['turned round: 1 ÷ 7 at 12 decimals', CNY, 'CNY', 'USD', '2026-03-31', 0.142857142857],
    ['To says what a rate is in', TO, 'USD', 'CNY', '2026-03-31', 7],
    ['one after another: 1.2 × 7', TO, 'EUR', 'CNY', '2026-03-31', 8.4],
    ['over two others: 1.2 × 7 × 20', TO, 'EUR', 'JPY', '2026-03-31', 168],
    ['crossed over To: 1.2 ÷ 1.25', TO, 'EUR', 'GBP', '2026-03-31', 0.96],
    ['not before the day from which all are known', TO, 'EUR', 'GBP', '2026-01-31', undefined],
    ['of a currency that is nowhere', TO, 'CHF', 'CNY', '2026-03-31', undefined],
    ['a pair in one cell', table(['2026-01-01', 'EUR/USD', 1.2], ['2026-01-01', 'USD', 7, 'CNY']), 'EUR', 'CNY', '2026-03-31', 8.4],
    ['the straight way before a crossed one', table(['2026-01-01', 'EUR', 8, 'CNY'], ['2026-01-01', 'EUR', 1.2, 'USD'], ['2026-01-01', 'USD', 7, 'CNY']), 'EUR', 'CNY', '2026-03-31', 8],
    ['crossed where the straight way is not known yet', table(['2026-04-01', 'EUR', 8, 'CNY'], ['2026-01-01', 'EUR', 1.2, 'USD'], ['2026-01-01', 'USD', 7, 'CNY']), 'EUR', 'CNY', '2026-03-31', 8.4],
  ])('%s', (_name, rows, from, to, when, expected) => {
    expect(rate(rows, from, to, when)).toBe(expected);
  });

  it.each<[string, Range, string[], string, string, number | undefined]>([
    ['the payroll currency where it has no rate itself', table(['2026-01-01', 'EUR', 1.2]), ['USD'], 'EUR', 'USD', 1.2],
    ['CNY where the payroll currency has one', CNY, ['USD'], 'EUR', 'USD', 1.15],
    ['of two payrolls the one that has none', CNY, ['USD', 'CNY'], 'EUR', 'CNY', 8.05],
    ['of two that have none the first: the other cannot be told', table(['2026-01-01', 'EUR', 8]), ['CNY', 'USD'], 'EUR', 'USD', undefined],
    ['a third where both have one: 8 ÷ 4', table(['2026-01-01', 'USD', 8], ['2026-01-01', 'CNY', 4]), ['CNY'], 'USD', 'CNY', 2],
  ])('without To are in %s', (_name, rows, payrolls, from, to, expected) => {
    expect(rate(rows, from, to, '2026-03-31', payrolls)).toBe(expected);
  });

  it('are answered by FXRATE in the currency that all lead to', () => {
    expect(valueOf('FXRATE', CNY, 'EUR', '2026-02-01')).toBe(8.4);
    expect(valueOf('FXRATE', table(['2026-01-01', 'EUR', 1.2, 'USD'], ['2026-01-01', 'GBP', 1.25, 'USD'], ['2026-01-01', 'USD', 7, 'CNY']), 'EUR', '2026-02-01')).toBe(8.4);
  });
});

describe('plans of several payroll currencies', () => {
  const rules: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['A', 'rate', '', '', '2%'], ['A', 'payees', 'Team', '', 'EU'], ['B', 'rate', '', '', '2%'], ['B', 'payees', 'Team', '', 'US'], ['B', 'currency', '', '', 'USD']];
  const people: Range = [['Person', 'Team'], ['Amy', 'EU'], ['Ben', 'US']];
  const orders: Range = [['Order', 'Order date', 'Owner', 'Currency', 'Amount'], ['1', '2026-03-02', 'Amy', 'EUR', 10000], ['2', '2026-03-02', 'Ben', 'EUR', 10000], ['3', '2026-03-02', 'Ben', 'USD', 1000], ['4', '2026-03-02', 'Amy', 'USD', 1000]];
  const earned = (...tables: Range[]): Cell[] => {
    const rows = rowsOf('SETTLE', '2026-03', 'summary', ...tables);
    return ['Amy', 'Ben'].map((who) => figure(rows, who, 'Earned'));
  };

  it.each<[string, Range]>([
    ['in CNY', [['Date', 'Currency', 'Rate'], ['2026-01-01', 'EUR', 8.05], ['2026-01-01', 'USD', 7]]],
    ['in CNY, by To', table(['2026-01-01', 'EUR', 8.05, 'CNY'], ['2026-01-01', 'USD', 7, '人民币'])],
    ['in USD, by To', table(['2026-01-01', 'EUR', 1.15, 'USD'], ['2026-01-01', 'USD', 7, 'CNY'])],
    ['with 本位币 as header', [['日期', '币种', '汇率', '本位币'], ['2026-01-01', '欧元', 8.05, 'CNY'], ['2026-01-01', '美元', 7, 'CNY']]],
  ])('each pays its own from rates %s', (_name, fx) => {
    // Amy: (10,000 × 8.05 + 1,000 × 7) × 2 % = 1,750 CNY. Ben: (10,000 × 1.15 + 1,000) × 2 % = 250 USD.
    expect(earned(rules, people, orders, fx)).toEqual([1750, 250]);
  });

  it('nobody’s rate is taken for another currency’s: USD pay from EUR rates in CNY alone is not told', () => {
    const rows = rowsOf('SETTLE', '2026-03', 'summary', rules, people, orders, [['Date', 'Currency', 'Rate'], ['2026-01-01', 'EUR', 8.05]]);
    expect(figure(rows, 'Ben', 'Earned')).toBe(20);
    expect(JSON.stringify(rows)).toMatch(/There is no exchange rate for EUR/);
  });

  it.each<[string, Cell[][], number]>([
    ['into two currencies', [['2026-01-01', 'USD', 7, 'CNY'], ['2026-01-01', 'USD', 0.85, 'EUR']], 0],
    ['into CNY, once without a word', [['2026-01-01', 'USD', 7, 'CNY'], ['2026-01-01', 'USD', 7.1, '']], 1],
    ['into CNY', [['2026-01-01', 'USD', 7, 'CNY'], ['2026-01-01', 'USD', 7.1, 'CNY']], 1],
  ])('two rates of a day are told only where they are into the same currency: %s', (_name, rows, count) => {
    const found = rowsOf('CHECKTABLES', rules, people, orders, table(...rows, ['2026-01-01', 'EUR', 8.05, 'CNY']));
    expect(found.filter((row) => /FX.*(?:twice|two rates)/.test(Object.values(row).join(' ')))).toHaveLength(count);
  });
});
