import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { cellsOf, onSheet, openWorkbench, startBrowser, stopBrowser } from './chromium';

/** What finance does with formulas, and a workbook with headers of its own, in both languages. */
const WORDS = {
  en: { formula: 'Formula', fn: 'Function', tryIt: 'Try', insert: 'Insert at the selected cell', write: 'Write', written: 'Written. Undo takes it back.', freeze: 'Freeze to values', thaw: 'Bring the formulas back', person: 'Person', save: 'Save .xlsx' },
  zh: { formula: '公式', fn: '函数', tryIt: '试算', insert: '插入到所选单元格', write: '写入', written: '已写入，可撤销。', freeze: '固化为数值', thaw: '恢复公式', person: '姓名', save: '另存为 .xlsx' },
} as const;

const TABLES = 'MeritRules,MeritPeople,MeritOrders,MeritReceipts,MeritContributions,MeritFx,MeritScores,MeritStatements,MeritAdjustments';

beforeAll(startBrowser);
afterAll(stopBrowser);

/** Formulas of a sheet's used cells that begin with =. */
const formulasOf = `const formulas = (name) => { const used = sheets.getItem(name).getUsedRangeOrNullObject(); used.load('formulas'); return used; };`;

describe.each(['en', 'zh'] as const)('finance writes formulas (%s)', (language) => {
  const w = WORDS[language];

  it('by hand and by the builder; freezes them, brings them back, undoes, and saves a file that opens again', async () => {
    const { page, pane, mistakes, close } = await openWorkbench({ language });
    const write = async (): Promise<void> => {
      await pane.getByRole('button', { name: w.write, exact: true }).click();
      await pane.getByText(w.written).waitFor();
    };
    const settled = async (sheet: string): Promise<(string | number)[][]> => {
      for (let tries = 0; tries < 100; tries += 1) {
        const cells = await cellsOf(page, sheet);
        if (cells.length > 10) return cells;
        await page.waitForTimeout(100);
      }
      return cellsOf(page, sheet);
    };

    // By hand, key by key.
    await onSheet(page, `const made = sheets.add('Hand'); made.activate(); made.getRange('A1').select(); await context.sync();`);
    await page.locator('#grid canvas').last().click({ position: { x: 100, y: 60 } });
    await onSheet(page, `sheets.getItem('Hand').getRange('A1').select(); await context.sync();`);
    await page.keyboard.type(`=SETTLE("2026-03",,${TABLES})`, { delay: 5 });
    await page.keyboard.press('Enter');
    const byHand = await settled('Hand');
    expect(byHand[0]?.[1]).toBe(w.person);
    expect(byHand.length).toBe(16);
    expect(byHand[2]?.[12]).toBe(38549.04);

    // By the builder: its result before it is inserted, then the same in the sheet.
    await pane.locator('nav').getByRole('button', { name: w.formula, exact: true }).click();
    await pane.getByRole('button', { name: w.tryIt, exact: true }).click();
    await pane.getByText('=SETTLE("2026-03", , MeritRules').waitFor();
    await onSheet(page, `const made = sheets.add('Built'); made.activate(); made.getRange('B2').select(); await context.sync();`);
    await pane.getByRole('button', { name: w.insert }).click();
    await write();
    const built = await settled('Built');
    expect(built).toEqual(byHand);

    // Frozen: the values stay, the formulas are kept beside, one undo takes it back.
    const count = (): Promise<number> => onSheet<number>(page, `${formulasOf} const both = ['Hand', 'Built'].map(formulas); await context.sync(); return both.flatMap((used) => used.formulas.flat()).filter((cell) => typeof cell === 'string' && cell.startsWith('=')).length;`);
    expect(await count()).toBe(2);
    await pane.getByRole('button', { name: w.freeze }).click();
    await write();
    expect(await count()).toBe(0);
    expect(await cellsOf(page, 'Hand')).toEqual(byHand);
    await page.locator('#grid canvas').last().click({ position: { x: 300, y: 300 } });
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(500);
    expect(await count()).toBe(2);

    // Frozen again, then brought back by the pane.
    await pane.getByRole('button', { name: /Read again|重新读取/ }).click();
    await pane.getByRole('button', { name: w.freeze }).click();
    await write();
    expect(await count()).toBe(0);
    await pane.getByRole('button', { name: w.thaw }).click();
    await write();
    expect(await count()).toBe(2);
    expect(await settled('Built')).toEqual(byHand);

    // Saved, the file has the formula with its results.
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: w.save }).click();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(readFileSync(await (await download).path()) as unknown as ArrayBuffer);
    expect(book.getWorksheet('Hand')?.getCell('A1').value).toMatchObject({ formula: `_xldudf_SETTLE("2026-03",,${TABLES})`, ref: 'A1:O16' });
    expect(book.getWorksheet('Hand')?.getCell('M3').value).toBe(38549.04);
    expect(mistakes).toEqual([]);
    await close();
  });
});

describe.each(['en', 'zh'] as const)('a workbook with Chinese headers in another order (%s)', (language) => {
  const w = language === 'en' ? { setup: 'Set up this workbook', columnsOf: 'Columns of 合同台账', kind: 'This sheet is the table', orders: 'Orders', column: (header: string) => `Column: ${header}`, map: 'Keep these columns', write: 'Write', written: 'Written. Undo takes it back.', fields: { 台账码: 'Order', 何时签: 'Order date', 谁做的: 'Owner', 多少钱: 'Amount' }, plans: 'Plans', template: 'Individual ratio', use: 'Use this template', save: 'Save as a new version', check: 'Check', settle: 'Settle', pay: /王芳 get 1,000\.00/ } : { setup: '设置本工作簿', columnsOf: '“合同台账”的列', kind: '这张表是', orders: '订单', column: (header: string) => `对应列: ${header}`, map: '保存列对应', write: '写入', written: '已写入，可撤销。', fields: { 台账码: '订单号', 何时签: '下单日期', 谁做的: '业务员', 多少钱: '金额' }, plans: '方案', template: '个人业绩比例', use: '使用此模板', save: '另存为新版本', check: '检查', settle: '结算', pay: /王芳 的 1,000\.00/ };

  it('is mapped, given a plan, checked and settled', async () => {
    const { page, pane, mistakes, close } = await openWorkbench({ language });
    const write = async (): Promise<void> => {
      await pane.getByRole('button', { name: w.write, exact: true }).click();
      await pane.getByText(w.written).waitFor();
    };
    const book = new ExcelJS.Workbook();
    book.addWorksheet('合同台账').addRows([['客户名称', '多少钱', '谁做的', '何时签', '台账码'], ['ACME', 30000, '王芳', new Date(Date.UTC(2026, 2, 5)), 'HT-01'], ['Nordic', 20000, '王芳', new Date(Date.UTC(2026, 2, 9)), 'HT-02'], ['Maple', 10000, '李雷', new Date(Date.UTC(2026, 2, 12)), 'HT-03']]);
    book.addWorksheet('人员').addRows([['团队', '姓名', '职位'], ['欧洲组', '王芳', '业务员'], ['欧洲组', '李雷', '业务员']]);
    await page.locator('#file').setInputFiles({ name: '台账.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(await book.xlsx.writeBuffer()) });
    await page.getByText(/台账\.xlsx is open\.|已打开 台账\.xlsx。/).waitFor();
    await pane.getByRole('button', { name: w.setup }).click();
    await pane.getByRole('button', { name: w.columnsOf }).click();
    await pane.getByLabel(w.kind).selectOption({ label: w.orders });
    await pane.getByLabel(w.column('台账码')).waitFor();
    for (const [header, field] of Object.entries(w.fields)) await pane.getByLabel(w.column(header), { exact: true }).selectOption({ label: field });
    await pane.getByRole('button', { name: w.map }).click();
    await write();
    await pane.locator('nav').getByRole('button', { name: w.plans, exact: true }).click();
    await pane.getByText(w.template, { exact: true }).click();
    await pane.getByRole('button', { name: w.use }).first().click();
    await pane.getByRole('button', { name: w.save }).click();
    await write();
    await pane.locator('nav').getByRole('button', { name: w.check, exact: true }).click();
    await pane.getByText(/ 0 of them errors|其中 0 个错误|No issues|没有发现问题/).waitFor();
    await pane.locator('nav').getByRole('button', { name: w.settle, exact: true }).click();
    await pane.getByRole('button', { name: w.pay }).waitFor();
    expect(mistakes).toEqual([]);
    await close();
  });
});
