import type { Cell, Merge, RangeSource } from '../../../../core/table/cell';
import { matchKey } from '../../../../core/table/cell';
import type { Answers, Layout } from '../../../../core/kpi/layout/read-layout';
import { readLayout } from '../../../../core/kpi/layout/read-layout';

const names = (...all: string[]): ReadonlyMap<string, string> => new Map(all.map((name) => [matchKey(name), name]));
const known = (kpis: readonly string[] = []) => ({ holders: names('Amy', 'Ben', '张三', '李四', 'EU'), kpis: names(...kpis) });

function read(cells: readonly (readonly Cell[])[], { sheet = 'Sheet1', merges = [], kpis = [], answers = {} }: { readonly sheet?: string; readonly merges?: readonly Merge[]; readonly kpis?: readonly string[]; readonly answers?: Answers } = {}): Layout {
  const source: RangeSource = { cells, merges, origin: { sheet, row: 1, column: 1 } };
  return readLayout(source, known(kpis), answers)!;
}

/** Each figure as: whose, what, when, which, how much. */
const figures = (layout: Layout): string[] => layout.figures.map(({ person, kpi, period, role, value }) => `${person} ${kpi} ${period} ${role} ${String(value)}`).sort();

describe('layouts of targets and actuals', () => {
  it('target, actual and difference as rows of an indicator', () => {
    const layout = read([
      ['张三 2026年目标与完成情况'],
      ['指标', '项目', '1月', '2月', '合计'],
      ['销售额', '目标', 100, 120, 220], ['', '实际', 90, 130, 220], ['', '差异', -10, 10, 0], ['', '完成率', '90%', '108%', ''],
      ['新客户数', '目标', 3, 4, 7], ['', '实际', 2, 5, 7],
    ], { sheet: '张三', merges: [{ row: 0, column: 0, rows: 1, columns: 5 }, { row: 2, column: 0, rows: 4, columns: 1 }] });
    expect(figures(layout)).toEqual([
      '张三 新客户数 2026-01 actual 2', '张三 新客户数 2026-01 target 3', '张三 新客户数 2026-02 actual 5', '张三 新客户数 2026-02 target 4',
      '张三 销售额 2026-01 actual 90', '张三 销售额 2026-01 target 100', '张三 销售额 2026-02 actual 130', '张三 销售额 2026-02 target 120',
    ]);
    expect([layout.asked, layout.unread, layout.twice]).toEqual([[], [], []]);
  });

  it('target and actual side by side, a row a person, the month in the title', () => {
    const layout = read([['Sales performance March 2026'], [], ['Name', 'Team', 'Target', 'Sales', 'Achievement %'], ['Amy', 'EU', 1000, 900, 0.9], ['Ben', 'EU', 800, 880, 1.1], ['Total', '', 1800, 1780, 0.98]], { answers: { kpi: 'Revenue' } });
    expect(figures(layout)).toEqual(['Amy Revenue 2026-03 actual 900', 'Amy Revenue 2026-03 target 1000', 'Ben Revenue 2026-03 actual 880', 'Ben Revenue 2026-03 target 800']);
  });

  it('indicators in groups over target and actual', () => {
    const cells: Cell[][] = [['姓名', '销售额', '', '回款率', ''], ['', '目标', '实际', '目标', '实际'], ['张三', 100, 90, '95%', '97%'], ['李四', 80, 88, '95%', '90%']];
    const merges = [{ row: 0, column: 0, rows: 2, columns: 1 }, { row: 0, column: 1, rows: 1, columns: 2 }, { row: 0, column: 3, rows: 1, columns: 2 }];
    const right = ['张三 回款率 2026-03 actual 97%', '张三 回款率 2026-03 target 95%', '张三 销售额 2026-03 actual 90', '张三 销售额 2026-03 target 100', '李四 回款率 2026-03 actual 90%', '李四 回款率 2026-03 target 95%', '李四 销售额 2026-03 actual 88', '李四 销售额 2026-03 target 80'];
    expect(figures(read(cells, { merges, sheet: '2026年3月' }))).toEqual(right);
    expect(figures(read(cells, { sheet: '2026年3月' }))).toEqual(right);
  });

  it('a column a person, alone and with target and actual below each', () => {
    expect(figures(read([['KPI', 'Unit', 'Amy', 'Ben'], ['Revenue', 'CNY', 900, 880], ['New customers', '', 2, 3]], { sheet: 'Actual 2026-03' }))).toEqual(['Amy New customers 2026-03 actual 2', 'Amy Revenue 2026-03 actual 900', 'Ben New customers 2026-03 actual 3', 'Ben Revenue 2026-03 actual 880']);
    expect(figures(read([['指标', '张三', '', '李四', ''], ['', '目标', '实际', '目标', '实际'], ['销售额', 100, 90, 80, 88]], { sheet: '2026-03', merges: [{ row: 0, column: 1, rows: 1, columns: 2 }, { row: 0, column: 3, rows: 1, columns: 2 }] }))).toEqual(['张三 销售额 2026-03 actual 90', '张三 销售额 2026-03 target 100', '李四 销售额 2026-03 actual 88', '李四 销售额 2026-03 target 80']);
  });

  it('a column a day is added up into its month, exactly', () => {
    const layout = read([['2026年3月日报'], ['姓名', 1, 2, 3, 4, '合计'], ['张三', 0.1, 0.2, '', 5, 5.3], ['李四', 1, '-', 2, 0, 3]], { kpis: ['销售额'] });
    expect(figures(layout)).toEqual(['张三 销售额 2026-03 actual 5.3', '李四 销售额 2026-03 actual 3']);
    expect([layout.addsDays, layout.left]).toEqual([true, 2]);
    expect(figures(read([['Name', '2026-03-01', '2026-03-02', '2026-04-01'], ['Amy', 1, 2, 4]], { kpis: ['Calls'] }))).toEqual(['Amy Calls 2026-03 actual 3', 'Amy Calls 2026-04 actual 4']);
  });

  it('an appraisal form is a card', () => {
    const layout = read([
      ['绩效考核表'], ['姓名：张三', '', '岗位：外贸业务员', '', '考核期：2026年3月'],
      ['序号', '考核指标', '权重', '目标值', '实际完成', '评分标准', '自评得分', '上级评分'],
      [1, '销售额', '50%', 100, 90, '按完成率计分', 45, 44], [2, '新客户数', '30%', 3, 4, '每个10分', 30, 30], [3, '客诉率', '20%', '≤2%', '1.5%', '超一次扣5分', 20, 20],
      ['合计', '', '100%', '', '', '', 95, 94], ['考核人签字：', '', '', '被考核人签字：'],
    ], { merges: [{ row: 0, column: 0, rows: 1, columns: 8 }] });
    expect(figures(layout)).toEqual(['张三 客诉率 2026-03 actual 1.5%', '张三 客诉率 2026-03 target 2%', '张三 新客户数 2026-03 actual 4', '张三 新客户数 2026-03 target 3', '张三 销售额 2026-03 actual 90', '张三 销售额 2026-03 target 100']);
    expect(layout.kpis.map(({ kpi, weight, better }) => [kpi, weight, better])).toEqual([['销售额', '50%', undefined], ['新客户数', '30%', undefined], ['客诉率', '20%', 'lower']]);
    expect(layout.unread).toEqual([]);
  });

  it('months across with target and actual over each, a heading a person', () => {
    const layout = read([['FY2026 plan'], ['KPI', 'Jan', '', 'Feb', ''], ['', 'Target', 'Actual', 'Target', 'Actual'], ['Amy'], ['Revenue', 100, 90, 120, 130], ['Ben'], ['Revenue', 80, 70, 90, 95]], { merges: [{ row: 1, column: 1, rows: 1, columns: 2 }, { row: 1, column: 3, rows: 1, columns: 2 }] });
    expect(figures(layout)).toEqual(['Amy Revenue 2026-01 actual 90', 'Amy Revenue 2026-01 target 100', 'Amy Revenue 2026-02 actual 130', 'Amy Revenue 2026-02 target 120', 'Ben Revenue 2026-01 actual 70', 'Ben Revenue 2026-01 target 80', 'Ben Revenue 2026-02 actual 95', 'Ben Revenue 2026-02 target 90']);
  });

  it('period in two columns', () => {
    const layout = read([['年度', '季度', '姓名', '销售额目标', '销售额实际'], [2026, 'Q1', '张三', 100, 90], [2026, 'Q2', '张三', 120, 110]]);
    expect(figures(layout)).toEqual(['张三 销售额 2026-Q1 actual 90', '张三 销售额 2026-Q1 target 100', '张三 销售额 2026-Q2 actual 110', '张三 销售额 2026-Q2 target 120']);
  });

  it('asks for what the sheet does not say, and takes the answer', () => {
    const cells: Cell[][] = [['Name', 'Target', 'Actual'], ['Amy', 1000, 900], ['Ben', 800, 'n/a']];
    expect([...read(cells).asked].sort()).toEqual(['kpi', 'period']);
    expect(figures(read(cells, { answers: { kpi: 'Revenue', period: { kind: 'month', year: 2026, index: 3 } } }))).toEqual(['Amy Revenue 2026-03 actual 900', 'Amy Revenue 2026-03 target 1000', 'Ben Revenue 2026-03 target 800']);
    expect(read([['KPI', 'Amy', 'Ben'], ['Revenue', 1, 2]], { sheet: '2026-03' }).asked).toEqual(['role']);
  });

  it('finds nothing on sheets of other kinds', () => {
    for (const cells of [[['How to use this book'], ['1. Type your orders']], [['ID', 'Name', 'Price'], ['p1', 'Bolt', 2]], [['Order', 'Customer'], ['A', 'ACME']]] as Cell[][][]) expect(readLayout({ cells, origin: { sheet: 'x', row: 1, column: 1 } }, known())).toBeUndefined();
  });
});
