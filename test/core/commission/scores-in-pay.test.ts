import type { Cell, Range } from '../../../core/table/cell';
import { rowsOf } from '../../support/tables';

const PEOPLE: Range = [['Person', 'Team'], ['Amy', 'EU']];
const ORDERS: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['a', '2026-03-05', 'Amy', 100]];
const GRADES: Range = [['From', 'Grade', 'Factor'], [90, 'A', 1.2], [0, 'B', 1]];
const rules = (...rows: Cell[][]): Range => [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%'], ...rows.map((row): Cell[] => ['P', ...row])];
const FACTOR: Cell[][] = [['factor', 'Score', 90, 1.2], ['factor', 'Score', 60, 1.1]];
const settled = (period: string, ...tables: Range[]): Record<string, Cell> => rowsOf('SETTLE', period, 'summary', PEOPLE, ORDERS, ...tables)[0] ?? {};

describe('a quarter’s score in monthly pay', () => {
  const scores = (...rows: Cell[][]): Range => [['Period', 'Person', 'Score', 'Grade', 'Factor'], ...rows];
  it.each<[string, Cell[][], Cell]>([
    ['stands for each of its months', [['2026-Q1', 'Amy', 95, 'A', 1.2]], 12],
    ['comes after the month’s own', [['2026-Q1', 'Amy', 95, 'A', 1.2], ['2026-03', 'Amy', 65, 'C', 0.8]], 11],
    ['comes before the half year’s and the year’s', [['2026', 'Amy', 10, 'D', 0.5], ['2026-H1', 'Amy', 20, 'D', 0.5], ['2026-Q1', 'Amy', 95, 'A', 1.2]], 12],
    ['is not that of another quarter', [['2026-Q2', 'Amy', 95, 'A', 1.2]], ''],
  ])('%s', (_name, rows, earned) => {
    expect(settled('2026-03', rules(...FACTOR), scores(...rows))['Earned']).toBe(earned);
  });
  it('goes by the plan’s calendar', () => {
    expect(settled('2026-03', rules(...FACTOR, ['calendar', '', '', 'fiscal year from 4']), scores(['2025-Q4', 'Amy', 95, 'A', 1.2]))['Earned']).toBe(12);
  });
});

describe('a card that is not whole', () => {
  const kpis: Range = [['KPI', 'Weight', 'Scoring', 'Source', 'Target'], ['Revenue', 60, 'ratio', 'orders: revenue', 100], ['Satisfaction', 40, 'ratio', '', 90]];
  it.each<[string, Cell[][], Cell]>([
    ['a factor by score', FACTOR, 12],
    ['the grade’s factor', [['factor', 'Grade factor', '', '']], 12],
    ['a gate on the score', [['gate', 'Score', 90, '50%']], 10],
    ['a gate on a KPI', [['gate', 'Revenue', 90, '50%']], 10],
    ['a factor by KPI', [['factor', 'Revenue', 90, 1.5]], 15],
  ])('is told of in the statement: %s', (_name, rows, earned) => {
    expect(settled('2026-03', rules(...rows), kpis, GRADES)).toMatchObject({ Earned: earned, Why: expect.stringMatching(/the score rests on 60% of the card \(incomplete: Satisfaction\)/) });
  });
  it('in Chinese too', () => {
    const tables: Range[] = [[['方案', '规则', '项目', '起点', '数值'], ['P', '提成率', '', '', '10%'], ['P', '系数', '得分', 90, 2]], [['姓名', '团队'], ['小明', '欧洲组']], [['订单号', '下单日期', '业务员', '金额'], ['1', '2026-03-05', '小明', 100]], [['指标', '权重', '数据来源', '计分方法', '目标值'], ['销售额', 60, '订单：销售额', '比率', 100], ['满意度', 40, '', '比率', 90]]];
    expect(rowsOf('SETTLE', '2026-03', 'summary', ...tables)[0]).toMatchObject({ 应发: 20, 说明: '1 行订单；得分只覆盖考核表权重的 60%（不完整：满意度）' });
  });
  it('is no matter where nothing asks for scores', () => {
    expect(settled('2026-03', rules(), kpis, GRADES)['Why']).toBe('order lines: 1');
  });
  it.each<[Cell, Cell]>([['80%', 2.4], ['60%', 12], [0.61, 2.4]])('a gate on coverage from %p pays %p', (least, earned) => {
    expect(settled('2026-03', rules(...FACTOR, ['gate', 'coverage', least, '20%']), kpis, GRADES)['Earned']).toBe(earned);
    expect(settled('2026-03', rules(...FACTOR, ['门槛', '数据完整率', least, '20%']), kpis, GRADES)['Earned']).toBe(earned);
  });
  it('a gate alone asks for the scores to be computed, and says what it found', () => {
    expect(settled('2026-03', rules(['gate', 'coverage', '80%', 0]), kpis, GRADES)).toMatchObject({ Earned: 0, Why: expect.stringMatching(/below the gate \(60%\)/) });
  });
  it('is explained with score, grade and the row of the factor, whatever the factor', () => {
    const steps = (...rows: Cell[][]): Cell[][] => rowsOf('EXPLAIN', '2026-03', 'Amy', rules(...rows), PEOPLE, ORDERS, kpis, GRADES).map((row) => [row['What'] ?? '', row['Formula'] ?? '', row['Source'] ?? '']).filter(([what]) => String(what).startsWith('Factors'));
    expect(steps(...FACTOR)).toEqual([['Factors of the period: Score ≥ 90, score 100 (grade A)', '10 × 1.2 = 12', expect.stringMatching(/row 3/)]]);
    expect(steps(['factor', 'Score', 90, 1])).toEqual([['Factors of the period: Score ≥ 90, score 100 (grade A)', '10', expect.stringMatching(/row 3/)]]);
    expect(steps(['factor', 'Score', 101, 2])).toEqual([['Factors of the period: score 100 (grade A), no row of the factor is reached', '10', '']]);
  });
});

describe('rules that need scores', () => {
  const kpis: Range = [['KPI', 'Weight', 'Scoring', 'Source', 'Target'], ['Revenue', 100, 'ratio', 'orders: revenue', 100]];
  const errors = (...tables: Range[]): Cell[] => rowsOf('CHECKTABLES', PEOPLE, ORDERS, ...tables).filter((row) => row['Severity'] === 'Error').map((row) => row['Problem'] ?? '');
  it.each<[string, Cell[]]>([
    ['a factor by score', ['factor', 'Score', 90, 1.2]],
    ['a factor by KPI', ['factor', 'Revenue', 90, 1.2]],
    ['a grade’s factor', ['factor', 'Grade factor', '', '']],
    ['a gate on the score', ['gate', 'Score', 90, '50%']],
    ['a gate on coverage', ['gate', 'coverage', '80%', '50%']],
  ])('pass where KPIs compute them: %s', (_name, row) => {
    expect(errors(rules(row), kpis)).toEqual([]);
    expect(errors(rules(row))).not.toEqual([]);
  });
});
