import type { Cell, Range } from '../../../core/table/cell';
import { rowsOf } from '../../support/tables';

const FX: Range = [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7], ['2026-01-20', 'USD', 7.1], ['2026-02-01', 'USD', 9]];
const rules = (...rows: Cell[][]): Range => [['Plan', 'Rule', 'Item', 'From', 'Value'], ...rows.map((row): Cell[] => ['P', ...row])];
const WHOLE = rules(['tier', '', 0, '1%'], ['tier', '', '100%', '2%'], ['tier on', 'Revenue', '', 'attainment'], ['tier mode', '', '', 'whole']);
const orders = (...rows: [string, string, number][]): Range => [['Order', 'Order date', 'Owner', 'Amount'], ...rows.map(([day, who, amount], index): Cell[] => [`P${index}`, day, who, amount])];
const kpi = (unit: string): Range => [['KPI', 'Weight', 'Unit', 'Source', 'Scoring'], ['Revenue', 100, unit, 'orders: revenue', 'ratio']];
const settled = (period: string, who: string, ...tables: Range[]): Record<string, Cell> => rowsOf('SETTLE', period, 'summary', ...tables).find((row) => row['Person'] === who) ?? {};

describe('the target of tiers and gates is the one on the card', () => {
  const people: Range = [['Person', 'Team'], ['Amy', 'EU']];
  // 100,000 USD at 7.1, the rate of the month's end, are 710,000 CNY.
  it.each<[string, number]>([['USD', 100000], ['k USD', 100], ['万美元', 10], ['万元', 71], ['CNY', 710000], ['', 710000], ['人民币', 710000]])('in any unit: %s, %d', (unit, target) => {
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['Amy', 'Revenue', '2026-01', target]];
    const pays = (amount: number, plan: Range): Cell | undefined => settled('2026-01', 'Amy', plan, people, FX, kpi(unit), goals, orders(['2026-01-05', 'Amy', amount]))['Payable'];
    expect([pays(709999, WHOLE), pays(710000, WHOLE)]).toEqual([7099.99, 14200]);
    const gated = rules(['rate', '', '', '1%'], ['tier on', 'Revenue', '', 'attainment'], ['gate', 'attainment', '100%', 0]);
    expect([pays(709999, gated), pays(710000, gated)]).toEqual([0, 7100]);
  });

  it('cannot be told in a currency without a rate, and says so', () => {
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['Amy', 'Revenue', '2026-01', 100]];
    expect(settled('2026-01', 'Amy', WHOLE, people, FX, kpi('EUR'), goals, orders(['2026-01-05', 'Amy', 1]))).toMatchObject({ Earned: '', Why: expect.stringMatching(/currency that FX has no rate of/) });
  });

  const marginal = rules(['tier', '', 0, '5%'], ['tier', '', '100%', '10%'], ['tier on', 'Sales', '', 'attainment'], ['tier span', '', '', 'quarter']);
  const staff: Range = [['Person', 'Team', 'Joined', 'Left', 'Ramp', 'From'], ['Ben', 'EU', '2026-02-01', '', '', ''], ['Cy', 'EU', '2026-02-16', '', '', ''], ['Dee', 'EU', '2026-01-01', '', '50%', '2026-01-01'], ['Dee', 'EU', '2026-01-01', '', '', '2026-02-01'], ['Eve', 'EU', '', '', '', '']];
  const sold = orders(...['Ben', 'Cy', 'Dee', 'Eve'].map((who): [string, string, number] => ['2026-03-05', who, 300]));
  it.each<[string, Cell[][]]>([
    ['a row a month', [['*', 'Sales', '2026-01', 100], ['*', 'Sales', '2026-02', 100], ['*', 'Sales', '2026-03', 100]]],
    ['a row for every month', [['*', 'Sales', '', 100]]],
    ['rows of their own over those of everyone', [['*', 'Sales', '', 999], ...['Ben', 'Cy', 'Dee', 'Eve'].map((who): Cell[] => [who, 'Sales', '', 100])]],
  ])('over the months employed, by days and by Ramp: %s', (_name, rows) => {
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ...rows];
    // Ben 200: 10 + 10. Cy 13/28 of 100 and 100: 7.32 + 15.36. Dee 250: 12.5 + 5. Eve 300: 15.
    expect(['Ben', 'Cy', 'Dee', 'Eve'].map((who) => settled('2026-03', who, marginal, staff, goals, sold)['Earned'])).toEqual([20, 22.68, 17.5, 15]);
  });

  it('of a team is never prorated', () => {
    const team = rules(['tier', '', 0, '5%'], ['tier', '', '100%', '10%'], ['tier on', 'Sales', '', 'attainment'], ['tier by', '', '', 'team']);
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['EU', 'Sales', '2026-03', 1000]];
    expect(settled('2026-03', 'Cy', team, staff, goals, sold)['Earned']).not.toBe('');
    expect(['Ben', 'Cy', 'Dee', 'Eve'].reduce((sum, who) => sum + Number(settled('2026-03', who, team, staff, goals, sold)['Earned']), 0)).toBe(70);
  });
});
