import { cellsOf, onSheet, openWorkbench, startBrowser, stopBrowser, typeInto } from './chromium';
import type { Workbench } from './chromium';

beforeAll(startBrowser);
afterAll(stopBrowser);

const go = ({ pane }: Workbench, name: string): Promise<void> => pane.locator('nav').getByRole('button', { name, exact: true }).click();

/** Opens a new version of the first plan up to its review. */
async function reviewVersion(workbench: Workbench, rate: string): Promise<void> {
  const { pane } = workbench;
  await go(workbench, 'Plans');
  await pane.getByLabel('Value 6', { exact: true }).fill(rate);
  await pane.getByLabel('In force from').fill('2026-04-01');
  await pane.getByRole('button', { name: 'Save as a new version' }).click();
  await pane.getByRole('button', { name: 'Write', exact: true }).waitFor();
}

describe('what goes wrong', () => {
  it('names that look like markup, formulas, right-to-left and very long text are shown and written as text', async () => {
    const workbench = await openWorkbench();
    const { page, pane, mistakes, outside, close } = workbench;
    const names = ['<img src=x onerror=alert(1)>', '=HYPERLINK("http://evil.example","x")', 'محمد \u202eevil', 'N'.repeat(200)];
    // People are in column A of People, from row 2 on; their orders are in column K of Orders.
    const people = await cellsOf(page, 'People');
    for (const [index, name] of names.entries()) {
      const old = people[index + 1]?.[0];
      await page.evaluate(([was, now]) => {
        const { grid } = (window as unknown as { meritsheet: { grid: { values: (sheet: string, bounds: object) => unknown[][]; used: (sheet: string) => object; write: (sheet: string, bounds: object, cells: unknown[][]) => void } } }).meritsheet;
        for (const sheet of ['People', 'Orders']) {
          const bounds = grid.used(sheet);
          grid.write(sheet, bounds, grid.values(sheet, bounds).map((row) => row.map((cell) => (cell === was ? `'${now}` : typeof cell === 'string' ? `'${cell}` : cell))));
        }
      }, [old, name] as const);
    }
    await pane.getByRole('button', { name: 'Read again' }).click();
    await go(workbench, 'Settle');
    for (const name of [names[0], names[1], names[3]]) await pane.locator('strong', { hasText: name! }).first().waitFor();
    expect(await pane.locator('img').count()).toBe(0);
    await pane.getByRole('button', { name: 'Payroll sheet' }).click();
    await pane.getByRole('button', { name: 'Write', exact: true }).click();
    await pane.getByText('Written. Undo takes it back.').waitFor();
    const paid = await cellsOf(page, 'Payroll 2026-03');
    for (const name of [names[0], names[1], names[3]]) expect(paid.some((row) => row.includes(name ?? ''))).toBe(true);
    const formulas = await onSheet<string[][]>(page, `const used = sheets.getItem('Payroll 2026-03').getUsedRangeOrNullObject(); used.load('formulas,values'); await context.sync(); return used.formulas.flat().filter((cell, at) => cell !== used.values.flat()[at]);`);
    expect([formulas, mistakes, outside]).toEqual([[], [], []]);
    await close();
  });

  it('a protected sheet refuses the write: it is told, and nothing is lost', async () => {
    const workbench = await openWorkbench();
    const { page, pane, close } = workbench;
    const before = await cellsOf(page, 'Rules');
    await onSheet(page, `sheets.getItem('Rules').protection.protect(); await context.sync();`);
    await reviewVersion(workbench, '14%');
    await pane.getByRole('button', { name: 'Write', exact: true }).click();
    await pane.getByText('The sheet Rules is protected.').waitFor();
    expect(await cellsOf(page, 'Rules')).toEqual(before);
    // The review is still there, to be written once the sheet is unlocked.
    await onSheet(page, `sheets.getItem('Rules').protection.unprotect(); await context.sync();`);
    await pane.getByRole('button', { name: 'Write', exact: true }).click();
    await pane.getByText('Written. Undo takes it back.').waitFor();
    await close();
  });

  it('a sheet deleted while the pane is open is told, and nothing is written', async () => {
    const workbench = await openWorkbench();
    const { page, pane, close } = workbench;
    await reviewVersion(workbench, '14%');
    await onSheet(page, `sheets.getItem('Rules').delete(); await context.sync();`);
    await pane.getByRole('button', { name: 'Write', exact: true }).click();
    await pane.getByText('The sheet “Rules” is no longer there: nothing was written.').waitFor();
    await pane.getByRole('button', { name: 'Read again' }).click();
    await go(workbench, 'Home');
    await pane.getByRole('button', { name: 'Set up this workbook' }).waitFor();
    await close();
  });

  it('rules written by somebody else while a form is open are not overwritten', async () => {
    const workbench = await openWorkbench();
    const { page, pane, close } = workbench;
    const rows = (await cellsOf(page, 'Rules')).length;
    await reviewVersion(workbench, '14%');
    // Another pane, or a hand, has added a row where this one is about to write.
    await typeInto(page, 'Rules', rows + 1, 1, 'Somebody else’s plan');
    await pane.getByText('The workbook has changed since it was read.').waitFor();
    await pane.getByRole('button', { name: 'Write', exact: true }).click();
    await pane.getByText('Somebody has meanwhile written on “Rules”: nothing was written.').waitFor();
    expect((await cellsOf(page, 'Rules')).length).toBe(rows + 1);
    // Read again, the form still holds what was typed, and is written below.
    await pane.getByRole('button', { name: 'Discard' }).click();
    await pane.getByRole('button', { name: 'Read again' }).click();
    expect(await pane.getByLabel('Value 6', { exact: true }).inputValue()).toBe('14%');
    await pane.getByRole('button', { name: 'Save as a new version' }).click();
    await pane.getByRole('button', { name: 'Write', exact: true }).click();
    await pane.getByText('Written. Undo takes it back.').waitFor();
    expect((await cellsOf(page, 'Rules'))[rows]?.[0]).toBe('Somebody else’s plan');
    await close();
  });

  it('a write that fails half-way leaves the workbook as it was', async () => {
    const workbench = await openWorkbench();
    const { page, pane, close } = workbench;
    await go(workbench, 'Settle');
    await pane.getByRole('button', { name: 'Write the statement' }).click();
    await pane.getByRole('button', { name: 'Write', exact: true }).waitFor();
    const sheets = (): Promise<string[]> => onSheet(page, `sheets.load('items/name'); await context.sync(); return sheets.items.map((one) => one.name);`);
    const before = await sheets();
    // The last of the sheets to be written cannot be.
    await page.evaluate(() => {
      const { grid } = (window as unknown as { meritsheet: { grid: { add: (name: string) => void } } }).meritsheet;
      const add = grid.add.bind(grid);
      Object.assign(grid, { add: (name: string) => { if (name.startsWith('Settlement')) throw new Error('The spreadsheet has no room.'); add(name); } });
    });
    await pane.getByRole('button', { name: 'Write', exact: true }).click();
    await pane.getByText('The spreadsheet has no room.').waitFor();
    expect(await sheets()).toEqual(before);
    await close();
  });

  it('a file that is no workbook is told, and the open one stays', async () => {
    const { page, pane, close } = await openWorkbench();
    await page.locator('#file').setInputFiles({ name: 'notes.xlsx', mimeType: 'text/plain', buffer: Buffer.from('not a zip') });
    await page.getByText(/notes\.xlsx cannot be read/).waitFor();
    await pane.getByText('Look over 2026-03 and close it').waitFor();
    await close();
  });
});
