import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { PaneHost } from '../../workbench/office/globals';
import { serveFolder } from '../../excel-addin/static-folder';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A browser to test in: the one in CHROMIUM, one that is installed, else Debian's package where it may be installed. */
function browserPath(): string {
  const own = process.env['CHROMIUM'];
  if (own !== undefined) return own;
  const found = PLACES.find(existsSync);
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], { stdio: 'ignore' });
  }
  const installed = PLACES.find(existsSync);
  if (installed === undefined) throw new Error('The browser tests need Chromium: install it (Debian: apt-get install chromium), or name one in CHROMIUM.');
  return installed;
}

/** The page under test, the pane in it, and what went wrong in them. */
export interface Workbench {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly mistakes: string[];
  /** Addresses outside this machine that were asked for. */
  readonly outside: string[];
  readonly close: () => Promise<void>;
}

export interface Look {
  readonly language?: 'en' | 'zh';
  readonly width?: number;
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
}

let server: Server | undefined;
let browser: Browser | undefined;

export async function startBrowser(): Promise<void> {
  server = createServer(serveFolder(join(__dirname, '../../dist')));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath: browserPath(), args: [...QUIET, `--crash-dumps-dir=${mkdtempSync(join(tmpdir(), 'chromium-'))}`] });
}

export async function stopBrowser(): Promise<void> {
  await browser?.close();
  server?.close();
}

/** A fresh page on one of the built folders. */
export async function openPage(path: string, { language = 'en', width = 1300, dark = false, forcedColors = false }: Look = {}): Promise<{ readonly page: Page; readonly context: BrowserContext; readonly mistakes: string[]; readonly outside: string[] }> {
  if (!browser || !server) throw new Error('The browser is not running.');
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language === 'zh' ? 'zh-CN' : 'en-US', colorScheme: dark ? 'dark' : 'light', forcedColors: forcedColors ? 'active' : 'none', acceptDownloads: true });
  const page = await context.newPage();
  // Browsers ask for it by themselves.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  const [mistakes, outside]: [string[], string[]] = [[], []];
  page.on('pageerror', (error) => mistakes.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') mistakes.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:http:\/\/127\.0\.0\.1|blob:|data:)/.test(request.url())) outside.push(request.url());
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`);
  return { page, context, mistakes, outside };
}

/** The workbench with the sample workbook open and the pane ready. */
export async function openWorkbench(look: Look = {}): Promise<Workbench> {
  const { page, context, mistakes, outside } = await openPage(`workbench/?lang=${look.language ?? 'en'}`, look);
  const pane = page.frameLocator('#pane');
  await pane.locator('nav button').first().waitFor();
  await pane.locator('main ol.steps').first().waitFor();
  return { page, pane, mistakes, outside, close: () => context.close() };
}

/** Runs a piece of Office.js in the pane's own frame, as a person's hand on the sheet. */
export async function onSheet<Value>(page: Page, script: string): Promise<Value> {
  const frame = page.frames().find((one) => one.url().endsWith('pane.html'));
  if (!frame) throw new Error('The pane is not open.');
  return frame.evaluate(`Excel.run(async (context) => { const sheets = context.workbook.worksheets; ${script} })`) as Promise<Value>;
}

/** Writes one cell as somebody else would: the pane is only told of it. */
export async function typeInto(page: Page, sheet: string, row: number, column: number, value: string | number): Promise<void> {
  await page.evaluate(([name, y, x, cell]) => (window as unknown as { meritsheet: PaneHost }).meritsheet.grid.write(name, { row: y, column: x, rows: 1, columns: 1 }, [[cell]]), [sheet, row - 1, column - 1, value] as const);
}

/** The used cells of a sheet. */
export function cellsOf(page: Page, sheet: string): Promise<(string | number)[][]> {
  return onSheet(page, `const used = sheets.getItem(${JSON.stringify(sheet)}).getUsedRangeOrNullObject(); used.load('values'); await context.sync(); return used.values;`);
}
