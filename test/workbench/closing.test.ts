import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { commandLine } from '../support/command-line';

const { folder, run: runAll } = commandLine();
const run = (...args: string[]): ReturnType<typeof runAll> => runAll(args);

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

async function book(path: string): Promise<void> {
  const made = new ExcelJS.Workbook();
  made.addWorksheet('规则').addRows([['方案', '规则', '项目', '起点', '数值'], ['外销', '提成率', '', '', '1%'], ['外销', '暂扣', '2个月', '', '10%']]);
  made.addWorksheet('人员').addRows([['姓名', '工号', '团队'], ['陈爱米', 'E01', '欧洲'], ['刘本', 'E02', '欧洲']]);
  made.addWorksheet('订单').addRows([['订单号', '下单日期', '业务员', '金额'], ['A', day('2026-01-05'), '陈爱米', 100000], ['B', day('2026-02-05'), '刘本', 50000]]);
  made.addWorksheet('结算单').addRows([['期间', '姓名', '应发', '备忘']]);
  await made.xlsx.writeFile(path);
}

async function edited(from: string, to: string, sheet: string, cell: string, value: ExcelJS.CellValue): Promise<void> {
  const made = new ExcelJS.Workbook();
  await made.xlsx.readFile(join(folder, from));
  const found = made.getWorksheet(sheet);
  if (found) found.getCell(cell).value = value;
  await made.xlsx.writeFile(join(folder, to));
}

describe('closing from the command line', () => {
  it('closes month after month, corrects, voids, confirms, and refuses what was tampered with', async () => {
    await book(join(folder, '0.xlsx'));
    // 1,000 earned, 100 of it held until March.
    expect(run('close', '0.xlsx', '--period', '2026-01', '--by', '财务', '--at', '2026-02-01', '--out', '1.xlsx').out).toBe('已关账 2026-01：2 人，应发 900.00 CNY，暂扣 100.00。\n→ 1.xlsx\n');
    expect(run('close', '1.xlsx', '--period', '2026-01', '--by', '财务', '--out', 'x.xlsx').err + run('close', '1.xlsx', '--period', '2026-01', '--by', '财务', '--out', 'x.xlsx').out).toMatch(/2026-01 已关账/);
    expect(run('check', '1.xlsx').code).toBe(0);

    // The order was worth 120,000: 200 more, 20 of it held.
    await edited('1.xlsx', '2.xlsx', '订单', 'D2', 120000);
    expect(run('close', '2.xlsx', '--period', '2026-02', '--by', '财务', '--out', '3.xlsx').out).toMatch(/应发 630\.00 CNY，暂扣 70\.00/);
    const payroll = run('settle', '3.xlsx', '--period', '2026-02', '--view', 'payroll').out;
    expect(payroll).toMatch(/2026-02\s+E01\s+陈爱米\s+欧洲\s+外销\s+0\s+20\s+200\s+180/);
    expect(run('settle', '3.xlsx', '--period', '2026-02', '--view', 'lines').out).toMatch(/陈爱米\s+外销\s+A\s+0\s+200\s+CNY\s+2026-01 更正/);

    expect(run('confirm', '3.xlsx', '--period', '2026-02', '--person', 'E02', '--dispute', '少算一单', '--out', '4.xlsx').out).toMatch(/E02 2026-02：有异议/);
    expect(run('void', '4.xlsx', '--by', '财务', '--out', '5.xlsx').out).toMatch(/已撤销 2026-02 的关账/);
    expect(run('close', '5.xlsx', '--period', '2026-02', '--by', '财务', '--out', '6.xlsx').out).toMatch(/应发 630\.00/);
    expect(run('check', '6.xlsx').out).not.toMatch(/错误  /);
    expect(run('settle', '6.xlsx', '--period', '2026-03').out).toMatch(/陈爱米\s.*120\s+120\s+CNY/);

    const statements = new ExcelJS.Workbook();
    await statements.xlsx.readFile(join(folder, '6.xlsx'));
    expect(statements.getWorksheet('结算单')?.getRow(1).values).toEqual(expect.arrayContaining(['期间', '姓名', '应发', '备忘', '收款方', '校验码']));
    await edited('6.xlsx', '7.xlsx', '结算单', 'C2', 999);
    const refused = run('settle', '7.xlsx', '--period', '2026-03');
    expect(refused.code).not.toBe(0);
    expect(refused.out + refused.err).toMatch(/2026-01 的关账记录.*被改动/);
  }, 60000);
});
