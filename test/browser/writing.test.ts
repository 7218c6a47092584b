import type { Locator, Page } from 'playwright-core';
import { cellsOf, onSheet, openWorkbench, startBrowser, stopBrowser, typeInto } from './chromium';
import type { Workbench } from './chromium';

/** Where a write is asked for, how it is taken back, and that nothing of the open workbook is lost. */
const WORDS = {
  en: { settle: 'Settle', back: '← Everybody', statement: 'Write the statement', payroll: 'Payroll sheet', why: /^Why does Amy Chen get/, alone: 'A sheet for Amy Chen alone', kpis: 'KPIs', addKpi: 'Add Training hours', saveKpi: 'Add to the KPIs table', write: 'Write', discard: 'Discard', written: 'Written. Undo takes it back.' },
  zh: { settle: '结算', back: '← 返回名单', statement: '写入结算单', payroll: '生成工资表', why: /^陈\S+ 的 [\d,.]+ 是怎么来的/, alone: /^仅 陈\S+ 的工作表$/, kpis: '指标', addKpi: '添加 培训学时', saveKpi: '加入指标表', write: '写入', discard: '放弃', written: '已写入，可撤销。' },
} as const;

beforeAll(startBrowser);
afterAll(stopBrowser);

const sheetsOf = (page: Page): Promise<string[]> => onSheet(page, `sheets.load('items/name'); await context.sync(); return sheets.items.map((one) => one.name);`);

/** Waits until a reading is as it should be. */
async function until<Value>(read: () => Promise<Value>, isThere: (value: Value) => boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (isThere(await read().catch(() => undefined as Value))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited in vain: ${JSON.stringify(await read())}`);
}

/** Clicks as a person does: the button where it is on the screen, nothing else scrolled. */
async function clickInView(button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  await button.click();
}

/** The question is wholly in the pane's window, and has the focus. */
async function expectAsked({ page, pane }: Workbench): Promise<void> {
  const question = pane.getByRole('dialog');
  await question.waitFor();
  await page.waitForTimeout(300);
  const [frame, box] = [await page.locator('#pane').boundingBox(), await question.boundingBox()];
  expect(frame && box && box.y >= frame.y && box.y + box.height <= frame.y + frame.height).toBe(true);
  expect(await question.evaluate((element) => element.contains(document.activeElement))).toBe(true);
}

describe.each(['en', 'zh'] as const)('a write is asked for where the eye is (%s)', (language) => {
  const w = WORDS[language];

  it('at the foot of the pane, with the focus in it, however far down the button stands; Escape goes back to the button', async () => {
    const workbench = await openWorkbench({ language });
    const { page, pane, close } = workbench;
    const go = (name: string): Promise<void> => pane.locator('nav').getByRole('button', { name, exact: true }).click();
    await go(w.settle);
    await pane.getByRole('button', { name: w.why }).first().click();
    await clickInView(pane.getByRole('button', { name: w.alone }));
    await expectAsked(workbench);
    await page.keyboard.press('Escape');
    expect(await pane.getByRole('dialog').count()).toBe(0);
    expect(await pane.locator(':focus').textContent()).toMatch(w.alone);
    await pane.getByRole('button', { name: w.back }).click();
    await clickInView(pane.getByRole('button', { name: w.statement }));
    await expectAsked(workbench);
    await pane.getByRole('button', { name: w.discard }).click();
    await go(w.kpis);
    await pane.getByRole('button', { name: w.addKpi, exact: true }).click();
    await clickInView(pane.getByRole('button', { name: w.saveKpi }));
    await expectAsked(workbench);
    // What was written is said at the foot too.
    await pane.getByRole('button', { name: w.write, exact: true }).click();
    const said = pane.getByText(w.written);
    await said.waitFor();
    const [frame, box] = [await page.locator('#pane').boundingBox(), await said.boundingBox()];
    expect(frame && box && box.y >= frame.y && box.y + box.height <= frame.y + frame.height).toBe(true);
    await close();
  });

  it('several sheets of one write are taken back, and brought again, in one step', async () => {
    const { page, pane, mistakes, close } = await openWorkbench({ language });
    await pane.locator('nav').getByRole('button', { name: w.settle, exact: true }).click();
    const before = await sheetsOf(page);
    await pane.getByRole('button', { name: w.statement }).click();
    await pane.getByRole('button', { name: w.write, exact: true }).click();
    await pane.getByText(w.written).waitFor();
    const after = await sheetsOf(page);
    expect(after.length).toBeGreaterThan(before.length + 2);
    await page.locator('#grid canvas').last().click({ position: { x: 300, y: 300 } });
    await page.keyboard.press('Control+z');
    await until(() => sheetsOf(page), (found) => found?.length === before.length);
    expect(await sheetsOf(page)).toEqual(before);
    await page.keyboard.press('Control+y');
    await until(() => sheetsOf(page), (found) => found?.length === after.length);
    expect((await cellsOf(page, after[after.length - 1]!)).length).toBeGreaterThan(10);
    expect(mistakes).toEqual([]);
    await close();
  });
});

describe('the open workbook', () => {
  const cell = async (page: Page): Promise<unknown> => (await cellsOf(page, 'Grades'))[0]?.[8];

  it('stays as it is when the language of the page is switched; what replaces it asks first', async () => {
    const { page, pane, mistakes, close } = await openWorkbench();
    await typeInto(page, 'Grades', 1, 9, 'mine');
    await page.locator('body > header').getByRole('button', { name: '中文' }).click();
    await pane.locator('nav').getByRole('button', { name: '结算', exact: true }).waitFor();
    expect(await cell(page)).toBe('mine');
    await page.getByRole('button', { name: '示例工作簿' }).click();
    await page.getByRole('dialog').getByText('sample-en.xlsx 有尚未保存的修改。').waitFor();
    await page.getByRole('button', { name: '取消', exact: true }).click();
    expect(await cell(page)).toBe('mine');
    await page.getByRole('button', { name: '示例工作簿' }).click();
    await page.getByRole('button', { name: '不保存，继续' }).click();
    await until(() => sheetsOf(page), (found) => found?.includes('规则'));
    expect(mistakes).toEqual([]);
    await close();
  });

  it('of the sample that nobody has touched is exchanged for the one in the other language', async () => {
    const { page, pane, close } = await openWorkbench();
    await page.locator('body > header').getByRole('button', { name: '中文' }).click();
    await pane.locator('nav').getByRole('button', { name: '结算', exact: true }).waitFor();
    await until(() => sheetsOf(page), (found) => found?.includes('规则'));
    await close();
  });

  it('is not typed into where a sheet is protected', async () => {
    const { page, close } = await openWorkbench();
    const before = await cellsOf(page, 'Statements');
    await onSheet(page, `const own = sheets.getItem('Statements'); own.protection.protect(); own.activate(); own.getRange('K3').select(); await context.sync();`);
    await page.locator('#grid canvas').last().click({ position: { x: 300, y: 200 } });
    await page.keyboard.type('99999');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(400);
    expect(await cellsOf(page, 'Statements')).toEqual(before);
    await onSheet(page, `sheets.getItem('Statements').protection.unprotect(); await context.sync();`);
    await close();
  });
});
