import ExcelJS from 'exceljs';
import { cellsOf, openWorkbench, startBrowser, stopBrowser } from './chromium';

/**
 * A team's own workbook: a title above the headers, a total below the orders, no rates, no plan. From opening it to
 * the first right settlement within twelve clicks.
 */
const WORDS = {
  en: { sheet: 'Order ledger', staff: 'Staff', title: 'ACME Export Ltd – order ledger 2026', headers: ['PO No.', 'Signed on', 'Buyer', 'Salesman', 'Cur', 'Contract value', 'Purchase cost'], people: ['Name', 'Dept'], total: 'Total', setup: 'Set up this workbook', template: 'Template', name: 'Name of the plan', use: 'Use this plan', write: 'Write', rate: /^USD from 2026-03-01/, keep: 'Keep these rates', settle: 'Settle 2026-03', pay: /^Why does Amy Chen get ([\d,.]+)\?/, names: ['Amy Chen', 'Ben Liu'], fx: 'FX', individual: 'Individual ratio', columns: 'Columns of Order ledger', row: 'The headers are in row', written: 'Written. Undo takes it back.' },
  zh: { sheet: '订单台账', staff: '花名册', title: '宁波某某进出口有限公司 2026年订单台账', headers: ['合同号', '签约日期', '客户', '业务员', '币种', '合同金额', '采购成本'], people: ['姓名', '部门'], total: '合计', setup: '设置本工作簿', template: '模板', name: '方案名称', use: '使用此方案', write: '写入', rate: /^USD，2026-03-01 起/, keep: '保存汇率', settle: '结算 2026-03', pay: /^王芳 的 ([\d,.]+) 是怎么来的/, names: ['王芳', '李雷'], fx: '汇率表', individual: '个人业绩比例', columns: '“订单台账”的列', row: '表头在第几行', written: '已写入，可撤销。' },
} as const;

beforeAll(startBrowser);
afterAll(stopBrowser);

async function bookOf({ sheet, staff, title, headers, people, total, names }: (typeof WORDS)['en' | 'zh']): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const orders = book.addWorksheet(sheet);
  const day = (date: number): Date => new Date(Date.UTC(2026, 2, date));
  orders.addRow([title]);
  orders.mergeCells('A1:G1');
  orders.addRows([[...headers], ['P-1', day(2), 'Nordic', names[0], 'USD', 30000, 150000], ['P-2', day(9), 'Maple', names[1], 'USD', 20000, 100000], ['P-3', day(12), 'Nordic', names[0], 'USD', 10000, 52000], [total, '', '', '', '', 60000]]);
  book.addWorksheet(staff).addRows([[...people], [names[0], 'Europe'], [names[1], 'Europe']]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe.each(['en', 'zh'] as const)('a workbook of one’s own (%s)', (language) => {
  const w = WORDS[language];

  it('comes to its first right settlement within twelve clicks, and its columns can be seen', async () => {
    const { page, pane, mistakes, close } = await openWorkbench({ language });
    let clicks = 0;
    const click = async (name: string): Promise<void> => {
      clicks += 1;
      await pane.getByRole('button', { name, exact: true }).click();
    };
    const write = async (): Promise<void> => {
      await click(w.write);
      await pane.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await page.locator('#file').setInputFiles({ name: 'own.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await bookOf(w) });
    clicks += 2;
    await click(w.setup);
    // The header row was found below the title, and is shown with the first values of each column.
    await pane.getByRole('button', { name: w.columns }).click();
    expect(await pane.getByLabel(w.row).inputValue()).toBe('2');
    await pane.getByText('P-1 · P-2 · P-3').waitFor();
    await pane.getByRole('button', { name: w.columns }).click();
    clicks += 2;
    await pane.getByLabel(w.template).selectOption({ label: w.individual });
    clicks += 1;
    await click(w.use);
    await write();
    await pane.getByLabel(w.rate).fill('7');
    await click(w.keep);
    await write();
    await click(w.settle);
    // 2 % of 30,000 and 10,000 dollars at 7 is 5,600.
    await pane.getByRole('button', { name: w.pay }).waitFor();
    expect(await pane.getByRole('button', { name: w.pay }).getAttribute('aria-label')).toContain('5,600.00');
    expect(clicks).toBeLessThanOrEqual(12);
    expect(mistakes).toEqual([]);
    expect((await cellsOf(page, w.fx)).slice(-1)[0]).toContain(7);
    await close();
  });
});
