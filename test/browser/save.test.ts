import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { openWorkbench, startBrowser, stopBrowser, typeInto } from './chromium';
import { readWorkbook } from '../../workbench/xlsx/read-workbook';

/** What Save gives back: the very file where nothing was changed, else the same parts with the changed cells in them. */
const CASES = join(__dirname, '../cases/workbooks');
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

beforeAll(startBrowser);
afterAll(stopBrowser);

async function open(page: Page, name: string): Promise<Buffer> {
  const bytes = readFileSync(join(CASES, name));
  await page.locator('#file').setInputFiles({ name, mimeType: TYPE, buffer: bytes });
  await page.getByText(`${name} is open.`, { exact: true }).waitFor();
  return bytes;
}

async function saved(page: Page): Promise<{ readonly bytes: Buffer; readonly path: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save .xlsx' }).click();
  const path = await (await download).path();
  return { bytes: readFileSync(path), path };
}

/** The parts of two packages that differ. */
function differing(before: Buffer, after: Buffer): string[] {
  const [old, made] = [unzipSync(before), unzipSync(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(made)])].filter((path) => strFromU8(old[path] ?? new Uint8Array()) !== strFromU8(made[path] ?? new Uint8Array()));
}

describe('saving', () => {
  it('gives back every public shape that was opened and left alone, byte for byte', async () => {
    const { page, mistakes, close } = await openWorkbench();
    const changed: string[] = [];
    for (const name of readdirSync(CASES).filter((one) => one.endsWith('.xlsx'))) {
      const before = await open(page, name);
      const { bytes } = await saved(page);
      if (!bytes.equals(before)) changed.push(`${name}: ${differing(before, bytes).join(', ')}`);
    }
    expect(changed).toEqual([]);
    expect(mistakes).toEqual([]);
    await close();
  });

  it('patches a changed cell and the results that follow from it, and leaves shared formulas shared', async () => {
    const { page, close } = await openWorkbench();
    const before = await open(page, 'sv_shared.xlsx');
    await typeInto(page, 'Orders', 2, 4, 2000);
    const first = await saved(page);
    expect(differing(before, first.bytes)).toEqual(['xl/worksheets/sheet3.xml']);
    expect(strFromU8(unzipSync(first.bytes)['xl/worksheets/sheet3.xml']!)).toContain('<v>2000</v>');
    await close();
  });

  it('gives the other cells of a shared formula their own where its first cell is replaced', async () => {
    const { page, close } = await openWorkbench();
    const before = await open(page, 'sv_shared.xlsx');
    await typeInto(page, 'Calc', 1, 2, 9);
    const { bytes, path } = await saved(page);
    expect(differing(before, bytes)).toEqual(['xl/worksheets/sheet4.xml']);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet4.xml']!);
    expect(xml).toMatch(/<c r="B1"[^>]*><v>9<\/v><\/c>/);
    expect(xml).toContain('<f>A2*2-A2*2</f><v>0</v>');
    expect(xml).toContain('<f>A3*2-A3*2</f><v>0</v>');
    const calc = (await readWorkbook(path)).sheets.find(({ origin }) => origin?.sheet === 'Calc');
    expect(calc?.cells).toEqual([[1, 9], [2, 0], [3, 0]]);
    await close();
  });
});
