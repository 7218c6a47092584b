import type { Cell, Range } from '../../../core/table/cell';
import { errorOf, rowsOf, valueOf } from '../../support/tables';

const FX: Range = [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7], ['2026-01-31', 'USD', 7.1], ['2026-02-01', 'USD', 7.2]];
const PEOPLE: Range = [['Person', 'Team'], ['Amy', 'EU']];
const plan = (unit: Cell, ...rows: Cell[][]): Range => [['Plan', 'Rule', 'Item', 'From', 'Value'], ...(unit === '' ? [] : [['P', 'tier unit', '', '', unit]]), ...rows.map((row): Cell[] => ['P', ...row])];
const tiers = (second: Cell): Cell[][] => [['tier', '', 0, '1%'], ['tier', '', second, '2%']];
const whole = ['tier mode', '', '', 'whole'];
const orders = (...rows: [string, string, number][]): Range => [['Order', 'Order date', 'Owner', 'Currency', 'Amount'], ...rows.map(([day, currency, amount], index): Cell[] => [`A${index}`, day, 'Amy', currency, amount])];
const row = (period: string, rules: Range, sold: Range): Record<string, Cell> => rowsOf('SETTLE', period, 'summary', rules, PEOPLE, sold, FX).find(({ Person }) => Person === 'Amy') ?? {};
const earned = (period: string, rules: Range, sold: Range): Cell => row(period, rules, sold)['Earned'];

describe('the bounds of tiers in a unit of their own', () => {
  // The second bound is 710,000 CNY, however it is written: 100,000 USD at 7.1, the rate of 31 January.
  it.each<[Cell, Cell]>([['', 710000], ['CNY', 710000], ['万', 71], ['万元', 71], ['10k', 71], [10000, 71], ['USD', 100000], ['美元', 100000], ['万美元', 10], ['k USD', 100], ['10k USD', 10], ['1000 USD', 100], ['USD (k)', 100]])('%s: %s', (unit, bound) => {
    const rules = plan(unit, ...tiers(bound), whole);
    expect([earned('2026-01', rules, orders(['2026-01-05', 'CNY', 709999])), earned('2026-01', rules, orders(['2026-01-05', 'CNY', 710000]))]).toEqual([7099.99, 14200]);
  });

  it('are slices too, under marginal tiers: 142,000 CNY above the bound of 20,000 USD', () => {
    // 20,000 × 7.1 at 1 %, the same again at 2 %.
    expect(earned('2026-01', plan('USD', ...tiers(20000)), orders(['2026-01-05', 'CNY', 284000]))).toBe(4260);
  });

  it('of tier bonuses as well', () => {
    const rules = plan('万美元', ['tier bonus', '', 10, 5000]);
    expect([earned('2026-01', rules, orders(['2026-01-05', 'CNY', 709999])), earned('2026-01', rules, orders(['2026-01-05', 'CNY', 710000]))]).toEqual([0, 5000]);
  });

  it('go by the rate of each pay period’s last day over a longer span', () => {
    const rules = plan('USD', ...tiers(10000), ['tier span', '', '', 'year']);
    const sold = orders(['2026-01-05', 'CNY', 71000], ['2026-02-05', 'CNY', 29000]);
    // February’s bound is 72,000: 1,000 more at 1 %, 28,000 at 2 %.
    expect([earned('2026-01', rules, sold), earned('2026-02', rules, sold)]).toEqual([710, 570]);
  });

  it('in a plan that pays dollars may be in CNY: 710,000 at 7.1 are exactly 100,000 USD', () => {
    const rules = plan('CNY', ...tiers(710000), whole, ['currency', '', '', 'USD']);
    expect([earned('2026-01', rules, orders(['2026-01-05', 'USD', 99999.99])), earned('2026-01', rules, orders(['2026-01-05', 'USD', 100000]))]).toEqual([1000, 2000]);
  });

  it('of pieces: 万 is ten thousand of them', () => {
    const rules = plan('万', ['measure', '', '', 'quantity'], ['tier', '', 0, 1], ['tier', '', 1, 2]);
    const sold: Range = [['Order', 'Order date', 'Owner', 'Amount', 'Quantity'], ['A', '2026-01-05', 'Amy', 1, 12000]];
    expect(earned('2026-01', rules, sold)).toBe(14000);
  });

  it('need a rate, and say so', () => {
    expect(row('2026-01', plan('EUR', ...tiers(1)), orders(['2026-01-05', 'CNY', 100]))).toMatchObject({ Earned: '', Why: expect.stringContaining('the tiers are in EUR, of which FX has no rate on 2026-01-31') });
  });

  it.each<[string, Range, string]>([
    ['on attainment', plan('万', ...tiers('100%'), ['tier on', 'Sales', '', 'attainment']), 'shares of a target'],
    ['a currency of pieces', plan('USD', ['measure', '', '', 'quantity'], ...tiers(10)), 'USD is no unit'],
    ['a word that is none', plan('apples', ...tiers(10)), '“apples”'],
    ['a bound with a currency instead', plan('', ...tiers('100,000 USD')), 'is read as 100,000 CNY'],
    ['in Chinese', plan('', ...tiers('10万美元')), 'is read as 100,000 CNY'],
  ])('are refused %s', (_name, rules, message) => {
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['Amy', 'Sales', '2026-01', 1]];
    expect(errorOf('SETTLE', '2026-01', 'summary', rules, PEOPLE, goals, [['Order', 'Order date', 'Owner', 'Amount', 'Quantity'], ['A', '2026-01-05', 'Amy', 1, 1]], FX)).toContain(message);
  });

  it('may be written with the currency that the unit names, or with the plan’s own', () => {
    expect(earned('2026-01', plan('USD', ...tiers('USD 100,000'), whole), orders(['2026-01-05', 'CNY', 710000]))).toBe(14200);
    expect(earned('2026-01', plan('', ...tiers('¥710,000'), whole), orders(['2026-01-05', 'CNY', 710000]))).toBe(14200);
  });

  it.each<[Cell[], string]>([[['bonus', '', '', '100 USD'], '“100 USD” is read as 100 CNY'], [['minimum', 'person', '', '$500'], '“$500” is read as 500 CNY'], [['draw', '', '', '500美元'], '“500美元” is read as 500 CNY'], [['override', 1, '1000 USD', '1%'], '“1000 USD” is read as 1,000 CNY']])('other money of a plan in CNY is not in another currency: %j', (odd, message) => {
    expect(errorOf('SETTLE', '2026-01', 'summary', plan('', ['rate', '', '', '1%'], odd), [['Person', 'Team', 'Manager'], ['Amy', 'EU', '']], orders(['2026-01-05', 'CNY', 1]), FX)).toContain(message);
  });

  it('are known to COMMISSION as far as one amount tells them', () => {
    expect(valueOf('COMMISSION', 150000, plan('万', ...tiers(10)), 'P')).toBe(2000);
    expect(errorOf('COMMISSION', 150000, plan('USD', ...tiers(10)), 'P')).toContain('SETTLE');
  });

  it.each(['en', 'zh'] as const)('are explained with the rate (%s)', (language) => {
    const zh: Range[] = [[['方案', '规则', '项目', '起点', '数值'], ['P', '阶梯单位', '', '', '美元'], ['P', '阶梯', '', 0, '1%'], ['P', '阶梯', '', 20000, '2%']], [['姓名', '团队'], ['Amy', '欧洲']], [['订单号', '下单日期', '业务员', '币种', '金额'], ['A0', '2026-01-05', 'Amy', 'CNY', 284000]], [['日期', '币种', '汇率'], ['2026-01-31', 'USD', 7.1]]];
    const en = [plan('USD', ...tiers(20000)), PEOPLE, orders(['2026-01-05', 'CNY', 284000]), FX];
    const steps = rowsOf('EXPLAIN', '2026-01', 'Amy', ...(language === 'en' ? en : zh)).map((step) => Object.values(step).slice(1, 3));
    expect(steps).toContainEqual(language === 'en' ? ['Commission on A0, total 0 → 284,000 (bounds in USD at 7.1)', '142,000 × 1% + 142,000 × 2% = 4,260'] : ['A0 提成，累计 0 → 284,000（下限为 USD，汇率 7.1）', '142,000 × 1% + 142,000 × 2% = 4,260']);
  });
});
