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

  it('in the unit of the row that is theirs, where a KPI has several', () => {
    const two: Range = [['KPI', 'Weight', 'Unit', 'Source', 'Scoring', 'For'], ['Revenue', 100, 'k USD', 'orders: revenue', 'ratio', 'Team=EU'], ['Revenue', 100, 'CNY', 'orders: revenue', 'ratio', 'Team=US']];
    const both: Range = [['Person', 'Team'], ['Amy', 'EU'], ['Ben', 'US']];
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['Amy', 'Revenue', '2026-01', 100], ['Ben', 'Revenue', '2026-01', 5000]];
    const pays = (who: string, amount: number): Cell | undefined => settled('2026-01', who, WHOLE, both, FX, two, goals, orders(['2026-01-05', who, amount]))['Payable'];
    expect([pays('Amy', 709999), pays('Amy', 710000), pays('Ben', 4999), pays('Ben', 5000)]).toEqual([7099.99, 14200, 49.99, 100]);
  });

  it('cannot be told in a currency without a rate, and says so', () => {
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['Amy', 'Revenue', '2026-01', 100]];
    expect(settled('2026-01', 'Amy', WHOLE, people, FX, kpi('EUR'), goals, orders(['2026-01-05', 'Amy', 1]))).toMatchObject({ Earned: '', Why: expect.stringMatching(/currency that FX has no rate of/) });
  });

  it('in the payroll currency of the plan that asks, whatever other plans pay', () => {
    // 710,000 CNY are 100,000 USD at 7.1, the rate of the month's end; Ben's plan pays USD, Amy's CNY.
    const plans: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ...['A', 'B'].flatMap((name): Cell[][] => [[name, 'tier', '', 0, '1%'], [name, 'tier', '', '100%', '2%'], [name, 'tier on', 'Revenue', '', 'attainment'], [name, 'tier mode', '', '', 'whole'], [name, 'payees', 'Team', '', name === 'A' ? 'EU' : 'US']]), ['B', 'currency', '', '', 'USD']];
    const two: Range = [['Person', 'Team'], ['Amy', 'EU'], ['Ben', 'US']];
    const sold = (usd: number): Range => [['Order', 'Order date', 'Owner', 'Currency', 'Amount'], ['1', '2026-01-25', 'Amy', 'CNY', 710000], ['2', '2026-01-25', 'Ben', 'USD', usd]];
    const pays = (unit: string, target: number, usd: number): Cell[] => {
      const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['*', 'Revenue', '2026-01', target]];
      return ['Amy', 'Ben'].map((who) => settled('2026-01', who, plans, two, FX, kpi(unit), goals, sold(usd))['Earned'] ?? '');
    };
    for (const [unit, target] of [['USD', 100000], ['万元', 71], ['CNY', 710000], ['万美元', 10]] as const) {
      expect([unit, ...pays(unit, target, 100000), ...pays(unit, target, 99999.99)]).toEqual([unit, 14200, 2000, 14200, 1000]);
    }
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

  it('is what the KPI itself plans for each month, where Targets say nothing of it', () => {
    const own: Range = [['KPI', 'Weight', 'Source', 'Scoring', 'Target', 'For', 'Effective'], ['Sales', 1, 'orders: revenue', 'ratio', 100, 'Role=Sales', ''], ['Sales', 1, 'orders: revenue', 'ratio', 50, 'Role=Junior', ''], ['Sales', 1, 'orders: revenue', 'ratio', 900, 'Role=Sales', '2026-03-02']];
    const roles: Range = [['Person', 'Team', 'Role', 'Joined'], ['Amy', 'EU', 'Sales', ''], ['Ben', 'EU', 'Sales', '2026-02-15'], ['Cy', 'EU', 'Junior', ''], ['Dee', 'EU', 'Clerk', '']];
    const sales = orders(...['Amy', 'Ben', 'Cy', 'Dee'].map((who): [string, string, number] => ['2026-03-01', who, 300]));
    const earned = (...more: Range[]): (Cell | undefined)[] => ['Amy', 'Ben', 'Cy', 'Dee'].map((who) => settled('2026-03', who, marginal, roles, own, sales, ...more)['Earned']);
    // A quarter: Amy 300 at 5 %; Ben 50 + 100 at 5 %, 150 at 10 %; Cy 150 and 150; Dee has no such KPI.
    expect(earned()).toEqual([15, 22.5, 22.5, '']);
    expect(earned([['Person', 'KPI', 'Period', 'Target'], ['Amy', 'Sales', '', 50]])).toEqual([22.5, 22.5, 22.5, '']);
    expect(rowsOf('SCORECARD', '2026-Q1', 'Ben', roles, own, sales).find((row) => row['KPI'] === 'Sales')?.['Target']).toBe(150);
  });

  describe('of a team without rows of its own', () => {
    const moving: Range = [['Person', 'Team', 'From'], ['Amy', 'EU', ''], ['Amy', 'US', '2026-02-15'], ['Ben', 'EU', ''], ['Cy', 'US', '']];
    const goals: Range = [['Person', 'KPI', 'Period', 'Target'], ['Amy', 'Revenue', '', 280], ['*', 'Revenue', '', 100]];
    const gated = rules(['rate', '', '', '10%'], ['tier on', 'Revenue', '', 'attainment'], ['gate', 'team attainment', '100%', 0]);
    // In February Amy carries 140 for each team: EU 240, US 240.
    it.each<[string, number, Cell[]]>([['EU', 240, [24, 0]], ['EU', 239, [0, 0]]])('is what its people carry for the time with it: %s sells %d', (_team, amount, expected) => {
      const sold = orders(['2026-02-05', 'Ben', amount], ['2026-02-20', 'Cy', 239]);
      expect(['Ben', 'Cy'].map((who) => settled('2026-02', who, gated, moving, kpi('CNY'), goals, sold)['Earned'])).toEqual(expected);
      expect(rowsOf('SCORECARD', '2026-02', 'EU', kpi('CNY'), moving, goals, sold).find((row) => row['KPI'] === 'Revenue')).toMatchObject({ Target: 240, Actual: amount });
    });

    it('in tiers by the team alike', () => {
      const team = rules(['tier', '', 0, '5%'], ['tier', '', '100%', '10%'], ['tier on', 'Revenue', '', 'attainment'], ['tier by', '', '', 'team']);
      // EU: 240 at 5 %, 60 at 10 %.
      expect(settled('2026-02', 'Ben', team, moving, kpi('CNY'), goals, orders(['2026-02-05', 'Ben', 300]))['Earned']).toBe(18);
    });

    it('is its own where it has one, and the KPI’s where that is of teams', () => {
      const sold = orders(['2026-02-05', 'Ben', 120]);
      expect(settled('2026-02', 'Ben', gated, moving, kpi('CNY'), [...goals, ['EU', 'Revenue', '', 120]], sold)['Earned']).toBe(12);
      expect(settled('2026-02', 'Ben', gated, moving, [['KPI', 'Weight', 'Level', 'Source', 'Target'], ['Revenue', 1, 'team', 'orders: revenue', 120]], sold)['Earned']).toBe(12);
    });
  });
});
