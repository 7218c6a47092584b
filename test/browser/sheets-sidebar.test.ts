import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { sampleWorkbook } from '../../sample/workbook';
import { installSheets, newSpreadsheet } from '../hosts/fake-sheets';
import { openPage, startBrowser, stopBrowser } from './chromium';

beforeAll(startBrowser);
afterAll(stopBrowser);

/** The built script of the add-on over a spreadsheet in memory: what google.script.run would reach. */
function server(book: ReturnType<typeof newSpreadsheet>): (request: string) => string {
  installSheets(book);
  const { SpreadsheetApp, LockService, Session, Utilities } = globalThis as unknown as Record<string, unknown>;
  const context = vm.createContext({ SpreadsheetApp, LockService, Session, Utilities });
  vm.runInContext(readFileSync(join(__dirname, '../../dist/sheets/Core.js'), 'utf8'), context);
  vm.runInContext(readFileSync(join(__dirname, '../../dist/sheets/Code.js'), 'utf8'), context);
  return (request) => vm.runInContext(`meritsheetServe(${JSON.stringify(request)})`, context) as string;
}

/** Defines google.script.run as Google does: handlers are given first, answers come later. */
const RUNNER = `(() => {
  const runner = (done, failed) => ({
    withSuccessHandler: (next) => runner(next, failed),
    withFailureHandler: (next) => runner(done, next),
    meritsheetServe: (request) => { window.answerRequest(request).then(done, failed); },
  });
  window.google = { script: { get run() { return runner(() => undefined, () => undefined); } } };
})()`;

describe.each(['en', 'zh'] as const)('the sidebar in Google Sheets (%s)', (language) => {
  const w = language === 'en' ? { settle: 'Settle', total: '269,853.66', payroll: 'Payroll sheet', write: 'Write', written: 'Written. Undo takes it back.', sheet: 'Payroll 2026-03', check: 'Check' } : { settle: '结算', total: '269,853.66', payroll: '生成工资表', write: '写入', written: '已写入，可撤销。', sheet: '工资表 2026-03', check: '检查' };

  it('reads, settles in its thread, writes a payroll sheet, and asks nobody but the script', async () => {
    const book = newSpreadsheet(sampleWorkbook({ language }).map(({ name, cells }) => ({ name, cells: cells.map((row) => [...row]) })));
    const answer = server(book);
    const { page, context, mistakes, outside } = await openPage('workbench/icon-32.png', { language, width: 300 });
    await page.exposeFunction('answerRequest', answer);
    await page.addInitScript(RUNNER);
    await page.goto(new URL('/sheets/Sidebar.html', page.url()).href);
    await page.locator('nav').getByRole('button', { name: w.settle, exact: true }).click();
    await page.getByText(w.total).first().waitFor();
    await page.getByRole('button', { name: w.payroll }).click();
    await page.getByRole('button', { name: w.write, exact: true }).click();
    await page.getByText(w.written).waitFor();
    const written = book.tabs.find(({ name }) => name === w.sheet);
    // A header, twelve people, and their total.
    expect(written?.cells.length).toBe(14);
    expect(await page.evaluate('document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth')).toBe(true);
    expect([mistakes, outside]).toEqual([[], []]);
    await context.close();
  });
});
