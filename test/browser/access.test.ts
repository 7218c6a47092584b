import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import type { Look, Workbench } from './chromium';
import { openWorkbench, startBrowser, stopBrowser } from './chromium';

beforeAll(startBrowser);
afterAll(stopBrowser);

/** Every page as it was looked at, to be looked at by a person. */
const SHOTS = join(__dirname, '../../dist/screenshots');

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  const found = await frame.evaluate<Violation[]>('axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)');
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`.slice(0, 600));
}

/** Elements whose text is wider than they are, and whether the page itself scrolls sideways. */
const CUT_OFF = `[...document.querySelectorAll('button, label, h1, h2, h3, p, li, summary')].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline' && one.clientWidth > 0).map((one) => one.tagName + ' ' + one.textContent.slice(0, 40)).concat(document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth ? ['the page'] : [])`;

async function paneFrame({ page }: Workbench, width: number): Promise<Frame> {
  await page.addStyleTag({ content: `#pane { width: ${width}px !important; }` });
  const frame = page.frames().find((one) => one.url().endsWith('pane.html'));
  if (!frame) throw new Error('The pane is not open.');
  return frame;
}

/** Opens what each page folds away, so that it is looked at too. */
async function unfold(workbench: Workbench, index: number): Promise<void> {
  const { pane, page } = workbench;
  if (index === 2) await pane.locator('button.pay').first().click();
  if (index === 3) await pane.locator('main input').nth(1).fill('1000000');
  if (index === 4) {
    await pane.locator('button.pay').first().click();
    await pane.locator('.explanation summary').click();
  }
  if (index === 7) await pane.locator('p.buttons button').first().click();
  await page.waitForTimeout(index === 5 ? 1200 : 500);
}

const LOOKS: readonly (readonly [string, number, Look])[] = [
  ['300 px, light, English', 300, { language: 'en' }],
  ['450 px, dark, Chinese', 450, { language: 'zh', dark: true }],
  ['300 px, dark, English', 300, { language: 'en', dark: true }],
  ['300 px, light, Chinese', 300, { language: 'zh' }],
  ['300 px, forced colours, Chinese', 300, { language: 'zh', forcedColors: true }],
];

describe.each(LOOKS)('every page at %s', (name, width, look) => {
  it('has no violation that axe can find, and nothing is cut off', async () => {
    const workbench = await openWorkbench(look);
    const frame = await paneFrame(workbench, width);
    mkdirSync(SHOTS, { recursive: true });
    for (let index = 0; index < 10; index += 1) {
      await workbench.pane.locator('nav button').nth(index).click();
      await unfold(workbench, index);
      const title = await workbench.pane.locator('h1').textContent();
      await workbench.page.locator('#pane').screenshot({ path: join(SHOTS, `${name.replace(/[ ,]+/g, '-')}-${index}.png`) });
      expect([title, await violations(frame)]).toEqual([title, []]);
      expect([title, await frame.evaluate(CUT_OFF)]).toEqual([title, []]);
    }
    expect(workbench.mistakes).toEqual([]);
    await workbench.close();
  });
});

describe('the keyboard alone', () => {
  it('opens a page, settles, and asks why', async () => {
    const workbench = await openWorkbench();
    const { page, pane, close } = workbench;
    await pane.locator('nav button').first().focus();
    for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await pane.getByText('To pay 12 people').waitFor();
    for (let tabs = 0; tabs < 6; tabs += 1) await page.keyboard.press('Tab');
    expect(await pane.locator(':focus').evaluate((element) => element.tagName)).toBe('SELECT');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await pane.getByRole('heading', { name: 'Helen Zhou, 2026-03' }).waitFor();
    // What was asked for has the focus, so that a screen reader reads it.
    await page.waitForTimeout(100);
    expect(await pane.locator(':focus').textContent()).toBe('Helen Zhou, 2026-03');
    await close();
  });
});
