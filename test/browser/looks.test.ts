import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { onSheet, openWorkbench, startBrowser, stopBrowser } from './chromium';

/** What was seen is what is saved: looks given to cells, and the sheets that the pane has dressed. */
beforeAll(startBrowser);
afterAll(stopBrowser);

it('saves colours, bold, and number formats of cells that were in the file, and of new sheets with their widths and frozen rows', async () => {
  const { page, pane, mistakes, close } = await openWorkbench();
  await onSheet(page, `const cell = sheets.getItem('Grades').getRange('B2'); cell.format.fill.color = '#FFEB9C'; cell.format.font.bold = true; sheets.getItem('Grades').getRange('A3').numberFormat = [['0.0']]; await context.sync();`);
  await pane.locator('nav').getByRole('button', { name: 'Dashboard', exact: true }).click();
  await pane.getByRole('button', { name: 'Write the dashboard' }).click();
  await pane.getByRole('button', { name: 'Write', exact: true }).click();
  await pane.getByText('Written. Undo takes it back.').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save .xlsx' }).click();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(await (await download).path()) as unknown as ArrayBuffer);
  const grades = book.getWorksheet('Grades');
  expect([grades?.getCell('B2').fill, grades?.getCell('B2').font?.bold, grades?.getCell('A3').numFmt]).toEqual([expect.objectContaining({ fgColor: { argb: 'FFFFEB9C' } }), true, '0.0']);
  // Nothing but the look was touched.
  expect(grades?.getCell('B3').fill).toBeUndefined();
  const board = book.worksheets.find(({ name }) => name.startsWith('Dashboard'));
  const fills = new Set<string>();
  board?.eachRow((row) => row.eachCell(({ fill }) => (fill?.type === 'pattern' && fill.fgColor?.argb !== undefined ? fills.add(fill.fgColor.argb) : undefined)));
  expect([...fills].sort()).toEqual(expect.arrayContaining(['FFC6EFCE', 'FFE8EEF7', 'FFFFC7CE', 'FFFFEB9C'].sort()));
  expect([board?.getCell('A1').font?.bold, board?.views[0]?.state]).toEqual([true, 'frozen']);
  expect(mistakes).toEqual([]);
  await close();
});
