import type { Cell, Range } from '../../../core/table/cell';
import { rowsOf } from '../../support/tables';

/** Calendar months until June, from July on months that run from day 26. */
const RULES: Range = [['Plan', 'Version', 'Effective', 'Rule', 'Item', 'From', 'Value'], ['P', 1, '', 'rate', '', '', '1%'], ['P', 2, '2026-07-01', 'rate', '', '', '1%'], ['P', 2, '2026-07-01', 'calendar', '', '', 'from day 26']];
const KPIS: Range = [['KPI', 'Weight', 'Source', 'Scoring', 'Target'], ['Sales', 100, 'orders: revenue', 'ratio', 100]];
const PEOPLE: Range = [['Person', 'Team'], ['Amy', 'EU']];
const ORDERS: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-03-10', 'Amy', 10], ['B', '2026-03-28', 'Amy', 50], ['C', '2026-08-10', 'Amy', 20], ['D', '2026-08-28', 'Amy', 70]];
const actual = (period: string): Cell => rowsOf('SCORECARD', period, 'Amy', RULES, KPIS, PEOPLE, ORDERS).find(({ KPI }) => KPI === 'Sales')?.['Actual'];

describe('a plan whose calendar changes', () => {
  it.each<[string, number | string]>([
    // The 28th of March is March by the calendar of then; the 28th of August is September by the new one.
    ['2026-03', 60],
    ['2026-04', 0],
    ['2026-08', 20],
    ['2026-09', 70],
    ['2026-03-28', 60],
    ['2026 to 2026-03', 60],
    ['2026-07 to 2026-09', 90],
  ])('scores each period by the calendar of then: %s', (period, sold) => {
    expect(actual(period)).toBe(sold);
  });

  it('in a summary of several periods too', () => {
    const periods: Range = [['2026-03'], ['2026-09']];
    expect(rowsOf('KPISUMMARY', periods, RULES, KPIS, PEOPLE, ORDERS).filter(({ Person }) => Person === 'Amy').map(({ Period, Score }) => [Period, Score])).toEqual([['2026-03', 60], ['2026-09', 70]]);
  });

  it('and in pay, for the period settled and the closed ones', () => {
    const scored: Range = [...RULES, ['P', 1, '', 'factor', 'Score', 60, 2], ['P', 2, '2026-07-01', 'factor', 'Score', 60, 2]];
    const earned = (period: string): Cell => rowsOf('SETTLE', period, 'summary', scored, KPIS, PEOPLE, ORDERS).find(({ Person }) => Person === 'Amy')?.['Earned'];
    // 60 × 1 % × 2 in March, 20 × 1 % in August, 70 × 1 % × 2 in September.
    expect([earned('2026-03'), earned('2026-08'), earned('2026-09')]).toEqual([1.2, 0.2, 1.4]);
  });
});
