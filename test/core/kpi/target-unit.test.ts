import { exactInteger } from '../../../core/amount/exact';
import { ratioOf, ratioToNumber } from '../../../core/amount/ratio';
import { exactToNumber } from '../../../core/amount/text';
import { inPayroll } from '../../../core/kpi/target-unit';
import { readDay } from '../../../core/table/day';
import { makeTable } from '../../../core/table/make-table';
import { readFx } from '../../../core/trade/fx';
import { readMoneyUnit } from '../../../core/trade/money-unit';

describe('a unit of money', () => {
  it.each<[string, string, number]>([
    ['CNY', 'CNY', 1], ['USD', 'USD', 1], ['US$', 'USD', 1], ['$', 'USD', 1], ['元', 'CNY', 1], ['人民币', 'CNY', 1], ['美元', 'USD', 1], ['€', 'EUR', 1],
    ['万元', 'CNY', 10000], ['万', 'CNY', 10000], ['万美元', 'USD', 10000], ['万 USD', 'USD', 10000], ['USD 万', 'USD', 10000], ['10k USD', 'USD', 10000], ['百万美元', 'USD', 1000000], ['亿元', 'CNY', 100000000], ['千美元', 'USD', 1000],
    ['k USD', 'USD', 1000], ['kUSD', 'USD', 1000], ['K USD', 'USD', 1000], ['USD k', 'USD', 1000], ['USD (k)', 'USD', 1000], ['k$', 'USD', 1000], ['k', 'CNY', 1000], ['k CNY', 'CNY', 1000], ['thousand EUR', 'EUR', 1000], ['M USD', 'USD', 1000000], ['million USD', 'USD', 1000000], ['mn EUR', 'EUR', 1000000],
  ])('%s is %s × %d', (unit, currency, size) => {
    const read = readMoneyUnit(unit, 'CNY');
    expect([read?.currency, read && exactToNumber(read.size)]).toEqual([currency, size]);
  });
  it.each(['', '%', 'pcs', '个', '天', 'kg', 'days', '单', '次', 'm', 'orders', '家'])('“%s” is none', (unit) => {
    expect(readMoneyUnit(unit, 'CNY')).toBeUndefined();
  });
});

describe('a target in payroll currency', () => {
  const fx = readFx(makeTable('fx', { cells: [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7.1], ['2026-03-15', 'USD', 7.2]] }, new Map()));
  const on = (unit: string, day: string, payroll = 'CNY'): number | undefined => {
    const read = readDay(day);
    const made = typeof read === 'number' ? inPayroll(ratioOf(exactInteger(100)), unit, { fx, payroll, into: payroll, day: read }) : undefined;
    return made && ratioToNumber(made);
  };
  it('is exchanged at the rate of the period’s end, once', () => {
    expect([on('USD', '2026-02-28'), on('k USD', '2026-03-31'), on('万元', '2026-03-31'), on('万美元', '2026-03-31'), on('pcs', '2026-03-31'), on('', '2026-03-31')]).toEqual([710, 720000, 1000000, 7200000, 100, 100]);
  });
  it('cannot be told without a rate', () => {
    expect([on('EUR', '2026-03-31'), on('USD', '2025-12-31')]).toEqual([undefined, undefined]);
  });
});
