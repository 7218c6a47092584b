import { readPlans } from '../../../core/rules/read-plans';
import { sayPlan } from '../../../core/rules/say-plan';
import { render } from '../../../core/locale/message';
import type { Cell, Range } from '../../../core/table/cell';
import { makeTable } from '../../../core/table/make-table';
import { errorOf, figure, rowsOf } from '../../support/tables';

const RULES = ['Plan', 'Rule', 'Item', 'From', 'Value'];
const FX: Range = [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7.1]];
const PEOPLE: Range = [['Person', 'Team'], ['Amy', 'EU']];
const plan = (measure: Cell, item: Cell = '', ...more: Cell[][]): Range => [RULES, ['P', 'measure', item, '', measure], ...(more.length > 0 ? more : [['P', 'rate', '', '', 100]])];
const orders = (header: string, ...values: Cell[]): Range => [['Order', 'Order date', 'Owner', 'Currency', 'Amount', header], ...values.map((value, index): Cell[] => [`A${index}`, '2026-01-05', 'Amy', 'USD', 50000, value])];
const earned = (rules: Range, sold: Range): Cell => figure(rowsOf('SETTLE', '2026-01', 'summary', rules, PEOPLE, sold, FX), 'Amy', 'Earned');
const said = (rules: Range, sold: Range | undefined, language: 'en' | 'zh'): string => {
  const [version] = readPlans(makeTable('rules', { cells: rules }, new Map())).plans[0]?.versions ?? [];
  const table = sold && makeTable('orders', { cells: sold }, new Map());
  return version ? render(sayPlan(version, table)[0]?.sentence ?? { code: 'rule.rate' }, language) : '';
};

describe('a column that is paid on', () => {
  // Three of them at 100 each are 300 in any currency; three dollars at 7.1 are 21.30, times 100.
  it.each(['Containers', 'Cartons', 'Net weight (kg)', 'Number of samples', 'TEU', 'Total pcs', 'Sample orders', '柜数', '件数', '毛重', '装箱件数'])('is a count by its name, and never exchanged: %s', (header) => {
    expect(earned(plan(header), orders(header, 3))).toBe(300);
  });

  it.each(['Container fee', 'Sample charges', 'Base (USD)', 'Net USD', 'Value of samples', 'Net price', '样品费', '返点金额', '开票额', '计提基数（美元）'])('is money by its name: %s', (header) => {
    expect(earned(plan(header), orders(header, 3))).toBe(2130);
  });

  it.each<[string, Cell[], number]>([
    ['small whole numbers are counts', [3, '5', '', 12], 2000],
    ['with a unit too', ['3 pcs', '5 pcs'], 800],
    ['percentages are no money', ['50%', '25%'], 75],
    ['cents are money', [3, 0.5], 2485],
    ['large numbers are money', [3, 1000], 712130],
    ['a currency is money', ['USD 3', 5], 5680],
    ['of blanks nothing is told', ['', ''], 0],
  ])('without a telling name goes by its first cells: %s', (_name, cells, due) => {
    expect(earned(plan('Alpha'), orders('Alpha', ...cells))).toBe(due);
  });

  it.each<[string, Cell, Cell, number]>([
    ['count', 'Base fee', 'count', 300],
    ['数量', 'Base fee', '数量', 300],
    ['money', 'Containers', 'money', 2130],
    ['金额', 'Containers', '金额', 2130],
  ])('is what Item says: %s', (_name, header, item, due) => {
    expect(earned(plan(header, item), orders(String(header), 3))).toBe(due);
  });

  it('picks tiers as what it is: 3 containers pass the bound of 3, not of 20', () => {
    const tiers = (bound: number): Range => plan('revenue', '', ['P', 'tier metric', '', '', 'Containers'], ['P', 'tier mode', '', '', 'whole'], ['P', 'tier', '', 0, '1%'], ['P', 'tier', '', bound, '2%']);
    // 50,000 × 7.1 at 2 % and at 1 %.
    expect([earned(tiers(3), orders('Containers', 3)), earned(tiers(20), orders('Containers', 3))]).toEqual([7100, 3550]);
  });

  it('of the design is what it is: Purchase is payroll currency, Quantity a count', () => {
    expect([earned(plan('Purchase'), orders('Purchase', 3)), earned(plan('Quantity'), orders('Quantity', 3)), earned(plan('Freight'), orders('Freight', 3))]).toEqual([300, 300, 2130]);
  });

  it.each<[Cell, Cell, RegExp]>([
    ['Containers', 'boxes', /“boxes”.*money 金额 · count 数量/],
    ['quantity', 'money', /“?money”?.*count 数量/],
    ['revenue', 'count', /“?count”?.*money 金额/],
  ])('cannot be %s and %s', (measure, item, message) => {
    expect(errorOf('SETTLE', '2026-01', 'summary', plan(measure, item), PEOPLE, orders('Containers', 3), FX)).toMatch(message);
  });

  it.each<[Cell, Cell, Range | undefined, string, string]>([
    ['Containers', '', undefined, 'Commission is paid on Containers (a count, never exchanged).', '按Containers（数量，不换汇）计提。'],
    ['样品费', '', undefined, 'Commission is paid on 样品费 (money).', '按样品费（金额）计提。'],
    ['Alpha', 'money', undefined, 'Commission is paid on Alpha (money).', '按Alpha（金额）计提。'],
    ['Alpha', '', undefined, 'Commission is paid on Alpha.', '按Alpha计提。'],
    ['Alpha', '', orders('Alpha', 3), 'Commission is paid on Alpha (a count, never exchanged).', '按Alpha（数量，不换汇）计提。'],
    ['Alpha', '', orders('Alpha', 3.5), 'Commission is paid on Alpha (money).', '按Alpha（金额）计提。'],
    ['quantity', '', undefined, 'Commission is paid on quantity.', '按数量计提。'],
  ])('is told in the plan’s sentence: %s %s', (measure, item, sold, en, zh) => {
    expect([said(plan(measure, item), sold, 'en'), said(plan(measure, item), sold, 'zh')]).toEqual([en, zh]);
  });

  it('is explained as what it is', () => {
    const steps = (header: string): Cell[] => rowsOf('EXPLAIN', '2026-01', 'Amy', plan(header), PEOPLE, orders(header, 3), FX).map((row) => row['Formula'] ?? '');
    expect(steps('Containers')).toEqual(['', '“containers” 3', '3 × 100 = 300', '300.00']);
    expect(steps('Container fee')).toEqual(['', '“containerfee” 3 USD × 7.1 = 21.3', '21.3 × 100 = 2,130', '2,130.00']);
  });
});
