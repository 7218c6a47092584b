import type { Cell, Range } from '../../../core/table/cell';
import { rowsOf } from '../../support/tables';

const rules = (...rows: Cell[][]): Range => [['Plan', 'Rule', 'Item', 'From', 'Value'], ...rows];
const people = (...rows: Cell[][]): Range => [['Person', 'Team', 'Joined', 'Left', 'From', 'Plan'], ...rows];
const orders = (...rows: [string, string, number][]): Range => [['Order', 'Order date', 'Owner', 'Amount'], ...rows.map(([day, who, amount], index): Cell[] => [`A${index}`, day, who, amount])];
const earned = (period: string, plan: Range, staff: Range, sold: Range): Record<string, Cell> => {
  const rows = rowsOf('SETTLE', period, 'summary', plan, staff, sold).filter(({ Plan, Person }) => Plan !== '' && Person !== 'Total');
  return Object.fromEntries(rows.map((row) => [`${String(row['Person'])} ${String(row['Plan'])}`, row['Earned'] ?? '']));
};

describe('a minimum per person is for the days of its span on which the person takes part', () => {
  const guarantee = (item: string, value: Cell): Range => rules(['P', 'rate', '', '', '10%'], ['P', 'minimum', item, '', value]);
  // February has 28 days: from the 15th 14 are left, 2,800 × 14 ÷ 28; from the 2nd 27, 1,000 × 27 ÷ 28.
  it.each<[string, string, number, string, string, number]>([
    ['who joined on the 15th', 'person', 2800, '2026-02-15', '', 1400],
    ['who left on the 7th', 'person', 2800, '', '2026-02-07', 700],
    ['who was there all month', 'person', 2800, '', '', 2800],
    ['who was there all month, by a day of grace', 'person', 2800, '2026-02-01', '2026-02-28', 2800],
    ['of the whole plan', 'plan', 2800, '2026-02-15', '', 1400],
    ['in cents', 'person', 1000, '2026-02-02', '', 964.29],
    ['that what was sold exceeds', 'person', 1000, '2026-02-27', '', 100],
  ])('%s', (_name, item, value, joined, left, due) => {
    expect(earned('2026-02', guarantee(item, value), people(['Ben', 'EU', joined, left, '', '']), orders(['2026-02-28', 'Ben', joined === '2026-02-27' ? 1000 : 0]))).toEqual({ 'Ben P': due });
  });

  it('over a quarter is made up in the last month of whoever is there then, and in their last month for who leaves', () => {
    const quarter = guarantee('person quarter', 9000);
    // Amy until 14 February, Ben from 15 February: 45 of 90 days each. Amy has had 1,000 by the end of January.
    const staff = people(['Amy', 'EU', '', '2026-02-14', '', ''], ['Ben', 'EU', '2026-02-15', '', '', ''], ['Cy', 'EU', '', '', '', '']);
    const sold = orders(['2026-01-05', 'Amy', 10000], ['2026-02-05', 'Amy', 5000], ['2026-02-20', 'Ben', 3000], ['2026-03-05', 'Cy', 80000]);
    expect(earned('2026-01', quarter, staff, sold)).toEqual({ 'Amy P': 1000, 'Ben P': 0, 'Cy P': 0 });
    expect(earned('2026-02', quarter, staff, sold)).toEqual({ 'Amy P': 3500, 'Ben P': 300, 'Cy P': 0 });
    expect(earned('2026-03', quarter, staff, sold)).toEqual({ 'Ben P': 4200, 'Cy P': 9000 });
  });

  it('is divided by days between the plans of somebody who changes plan', () => {
    const both = rules(['P', 'rate', '', '', '10%'], ['P', 'minimum', 'person', '', 3100], ['Q', 'rate', '', '', '1%'], ['Q', 'minimum', 'person', '', 6200]);
    const staff = people(['Amy', 'EU', '', '', '', 'P'], ['Amy', 'EU', '', '', '2026-01-16', 'Q']);
    expect(earned('2026-01', both, staff, orders(['2026-01-20', 'Amy', 100]))).toEqual({ 'Amy P': 1500, 'Amy Q': 3200 });
    // In February she is in Q alone: a return of January's pays no minimum of P.
    expect(earned('2026-02', both, staff, orders(['2026-01-05', 'Amy', 100000], ['2026-02-05', 'Amy', 0]))).toEqual({ 'Amy Q': 6200 });
  });

  it.each([['en' as const, 'Minimum of 1,400', '2,800 × 14 ÷ 28 = 1,400; 10 → at least 1,400'], ['zh' as const, '保底 1,400', '2,800 × 14 ÷ 28 = 1,400；10 → 最低 1,400']])('is told with its days (%s)', (language, what, formula) => {
    const zh: Range[] = [[['方案', '规则', '项目', '起点', '数值'], ['P', '提成率', '', '', '10%'], ['P', '保底', '个人', '', 2800]], [['姓名', '团队', '入职日'], ['Ben', 'EU', '2026-02-15']], [['订单号', '下单日期', '业务员', '金额'], ['A', '2026-02-20', 'Ben', 100]]];
    const en = [guarantee('person', 2800), people(['Ben', 'EU', '2026-02-15', '', '', '']), orders(['2026-02-20', 'Ben', 100])];
    const steps = rowsOf('EXPLAIN', '2026-02', 'Ben', ...(language === 'en' ? en : zh)).map((row) => Object.values(row).slice(1, 3));
    expect(steps).toContainEqual([what, formula]);
  });
});
