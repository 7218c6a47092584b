import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { commandLine } from '../support/command-line';

const { folder, run: runAll } = commandLine();
const run = (...args: string[]): ReturnType<typeof runAll> => runAll(args);

async function book(): Promise<void> {
  const made = new ExcelJS.Workbook();
  made.addWorksheet('规则').addRows([['方案', '规则', '项目', '起点', '数值'], ['外销', '提成率', '', '', '1%']]);
  made.addWorksheet('人员').addRows([['姓名', '团队'], ['陈爱米', '欧洲'], ['刘本', '欧洲']]);
  made.addWorksheet('订单').addRows([['订单号', '下单日期', '业务员', '客户', '金额'], ['A', new Date(Date.UTC(2026, 0, 5)), '陈爱米', 'Nordic', 100000], ['B', new Date(Date.UTC(2026, 0, 6)), '刘本', 'Maple', 50000]]);
  await made.xlsx.writeFile(join(folder, 'book.xlsx'));
}

describe('statements from the command line', () => {
  it('are a file for each person, with that person’s figures alone', async () => {
    await book();
    const { out, code } = run('statements', 'book.xlsx', '--period', '2026-01', '--out', 'paper/january');
    expect([out, code]).toEqual([`2026-01：2 份结算单\n→ ${join('paper/january', '陈爱米 2026-01.xlsx')}\n→ ${join('paper/january', '刘本 2026-01.xlsx')}\n`, 0]);
    expect(readdirSync(join(folder, 'paper/january')).sort()).toEqual(['刘本 2026-01.xlsx', '陈爱米 2026-01.xlsx']);
    const read = new ExcelJS.Workbook();
    await read.xlsx.load(readFileSync(join(folder, 'paper/january/陈爱米 2026-01.xlsx')) as unknown as ArrayBuffer);
    const cells: unknown[] = [];
    read.worksheets[0]!.eachRow((row) => row.eachCell(({ value }) => cells.push(value)));
    expect([cells.includes('Nordic'), cells.includes('Maple'), cells.filter((cell) => cell === 1000).length]).toEqual([true, false, 5]);
  });

  it('say what is wrong: a period that is none, a folder that is a file, a workbook that does not settle', async () => {
    await book();
    expect(run('statements', 'book.xlsx', '--period', 'March', '--out', 'x').err).toMatch(/--period March is not a period/);
    expect(run('statements', 'book.xlsx', '--period', '2026-01', '--out', 'book.xlsx').err).toMatch(/--out book\.xlsx is no folder/);
    expect(run('statements', 'book.xlsx', '--period', '2026-01').code).toBe(1);
    expect(run('statements', 'book.xlsx', '--period', '2026-01', '--lang', 'zh-CN', '--plan', 'none', '--out', 'x').code).not.toBe(0);
  });
});
