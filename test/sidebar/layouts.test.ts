import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardOf, scoringLedger } from '../../core/kpi/score-tables';
import { calendarOfTables } from '../../core/kpi/kpi-calendar';
import { readKpiPeriod } from '../../core/kpi/kpi-period';
import type { Cell, RangeSource } from '../../core/table/cell';
import { sampleWorkbook } from '../../sample/workbook';
import { answers } from '../../sidebar/desk/answers';
import type { Desk } from '../../sidebar/desk/desk';
import { openDesk } from '../../sidebar/desk/desk';
import { exactToNumber } from '../../core/amount/text';
import { newWorkbook } from '../../xlsx/new-workbook';
import { applyChanges } from '../../workbench/xlsx/apply-changes';
import { readWorkbook } from '../../workbench/xlsx/read-workbook';

const folder = mkdtempSync(join(tmpdir(), 'meritsheet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PEOPLE: Cell[][] = [['姓名', '部门'], ['张三', '外贸'], ['李四', '外贸']];
const FORM: Cell[][] = [['绩效考核表'], ['姓名：张三', '', '考核期：2026年3月'], ['考核指标', '权重', '目标值', '实际完成', '评分标准'], ['销售额', '60%', 100, 90, ''], ['新客户数', '40%', 4, 3, '']];
const DAILY: Cell[][] = [['2026年4月日报'], ['姓名', 1, 2, 3, '合计'], ['张三', 10, 20, '', 30], ['李四', 1, 2, 3, 6]];

function deskOf(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Desk {
  return openDesk({ sheets: Object.entries(sheets).map(([sheet, cells]): RangeSource => ({ cells, origin: { sheet, row: 1, column: 1 } })), names: [] }, 'zh');
}

/** A workbook's bytes with what a preview would write, read again. */
async function afterImport(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>, ...taken: { readonly sheet: string; readonly kpi?: string }[]): Promise<Desk> {
  const path = join(folder, 'book.xlsx');
  writeFileSync(path, newWorkbook(Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : String(cell ?? '')))) }))));
  for (const { sheet, kpi = '' } of taken) {
    const book = await readWorkbook(path);
    writeFileSync(path, applyChanges(book.bytes, answers.previewLayout(openDesk(book, 'zh'), { sheet, answers: { kpi } }).changes));
  }
  return openDesk(await readWorkbook(path), 'zh');
}

function scoreOf({ tables }: Desk, who: string, month: string): number {
  const [ledger, period] = [scoringLedger(tables), readKpiPeriod(month, calendarOfTables(tables))];
  if (!ledger.ok || !period.ok) throw new Error('no ledger');
  const card = cardOf(ledger.value, who, period.value);
  if (!card.ok) throw new Error(JSON.stringify(card.issues));
  return exactToNumber(card.value.score!);
}

describe('taking layouts over', () => {
  it('makes tables of an appraisal form, whose card then scores', async () => {
    const desk = await afterImport({ 人员: PEOPLE, 三月考核: FORM }, { sheet: '三月考核' });
    expect([...desk.tables.byKind].map(([kind, { length }]) => [kind, length])).toEqual([['people', 2], ['kpis', 2], ['targets', 2], ['actuals', 2]]);
    // 90 % × 60 + 75 % × 40
    expect(scoreOf(desk, '张三', '2026-03')).toBe(84);
  });

  it('adds to tables that are there, months across among them, and writes nothing twice', async () => {
    const wide: Cell[][] = [['姓名', '指标', '年度', '3月', '4月'], ['张三', '销售额', 2026, 90, '']];
    const desk = await afterImport({ 人员: PEOPLE, 指标: [['指标', '权重'], ['销售额', 100]], 实绩: wide, 目标: [['姓名', '指标', '期间', '目标值'], ['李四', '销售额', '2026-04', 12]], 日报: DAILY }, { sheet: '日报', kpi: '销售额' });
    expect(desk.tables.byKind.get('actuals')!.cells.map((row) => row.map((cell) => cell ?? ''))).toEqual([['张三', '销售额', 2026, 90], ['张三', '销售额', 2026, '', 30], ['李四', '销售额', 2026, '', 6]]);
    expect(scoreOf(desk, '李四', '2026-04')).toBe(50);
    const again = answers.previewLayout(desk, { sheet: '日报', answers: { kpi: '销售额' } });
    expect([again.changes, again.problems.map(({ text }) => text).join()]).toEqual([[], expect.stringContaining('2 个数值在表中已有')]);
  });

  it('says what it does not know, and what it asks', () => {
    const desk = deskOf({ 人员: PEOPLE, 日报: [...DAILY, ['王五', 5, '五', '', 5]] });
    const asking = answers.previewLayout(desk, { sheet: '日报', answers: {} });
    expect([asking.asks, asking.changes]).toEqual([['kpi'], []]);
    const told = answers.previewLayout(desk, { sheet: '日报', answers: { kpi: '销售额' } }).problems.map(({ cell, text }) => `${cell} ${text}`).join('\n');
    for (const pattern of [/人员表中没有这些姓名或团队：王五/, /日报!C5 “五”不是数字/, /指标表中没有这些指标.*销售额/]) expect(told).toMatch(pattern);
  });

  it('finds no layout in the sample, and tells of those it finds', () => {
    for (const language of ['en', 'zh'] as const) {
      const sheets = sampleWorkbook({ language, lines: 100 }).map(({ name, cells }): RangeSource => ({ cells, origin: { sheet: name, row: 1, column: 1 } }));
      expect(answers.layouts(openDesk({ sheets, names: [] }, language))).toEqual([]);
    }
    const desk = deskOf({ 人员: PEOPLE, 三月考核: FORM, 日报: DAILY, 产品: [['编号', '名称', '单价'], ['p1', '螺栓', 2]] });
    expect(answers.layouts(desk)).toEqual([{ sheet: '三月考核', figures: 4, asks: [] }, { sheet: '日报', figures: 2, asks: ['kpi'] }]);
    expect(answers.check(desk).filter(({ text }) => text.includes('自有版式')).length).toBe(2);
  });

  it('is a command, which shows first and writes into a copy', async () => {
    const path = join(folder, 'form.xlsx');
    writeFileSync(path, newWorkbook([{ name: '人员', rows: PEOPLE as string[][] }, { name: '考核', rows: FORM as string[][] }]));
    const run = (...args: readonly string[]): { readonly status: number | null; readonly text: string } => {
      const { stdout, stderr, status } = spawnSync('node', [join(__dirname, '../../dist/cli/meritsheet.js'), 'import', path, ...args], { encoding: 'utf8', timeout: 20000 });
      return { status, text: `${stdout}${stderr}` };
    };
    expect(run()).toMatchObject({ status: 0, text: expect.stringMatching(/张三 +销售额 +2026-03 +100 +90 +C4/) });
    expect(run('--sheet', '无')).toMatchObject({ status: 1, text: expect.stringContaining('没有工作表') });
    expect(run('--out', join(folder, 'taken.xlsx')).status).toBe(0);
    expect(scoreOf(openDesk(await readWorkbook(join(folder, 'taken.xlsx')), 'zh'), '张三', '2026-03')).toBe(84);
  });
});

describe('choosing sheets', () => {
  it('keeps the choice as a rule, by which the workbook is read from then on', async () => {
    const of = (order: string): Cell[][] => [['订单号', '下单日期', '业务员', '金额'], [order, '2026-03-02', '张三', 100]];
    const path = join(folder, 'choice.xlsx');
    writeFileSync(path, newWorkbook([{ name: '人员', rows: PEOPLE as string[][] }, { name: '规则', rows: [['方案', '规则', '项目', '数值'], ['P', '提成率', '', '10%']] }, { name: '外贸一部', rows: of('A') as string[][] }, { name: '投标', rows: of('B') as string[][] }]));
    const desk = openDesk(await readWorkbook(path), 'zh');
    expect(answers.tableChoices(desk).map(({ kind, ranges }) => [kind, ranges.map(({ sheet }) => sheet)])).toEqual([['orders', ['外贸一部', '投标']]]);
    writeFileSync(path, applyChanges((await readWorkbook(path)).bytes, answers.chooseSheets(desk, { kind: 'orders', sheets: ['投标'] })));
    const chosen = openDesk(await readWorkbook(path), 'zh');
    expect([chosen.tables.byKind.get('orders')?.origin?.sheet, answers.tableChoices(chosen), chosen.tables.issues]).toEqual(['投标', [], []]);
    expect(answers.check(chosen).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
