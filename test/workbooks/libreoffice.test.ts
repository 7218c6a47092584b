import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { settlementView } from '../../core/catalogue/functions/settle';
import { settle } from '../../core/commission/settle';
import type { Cell } from '../../core/table/cell';
import { readPeriod } from '../../core/table/period';
import { tablesAmong } from '../../host-port/commands';
import { applyChanges } from '../../workbench/xlsx/apply-changes';
import { libreOffice } from '../../workbench/xlsx/other-formats';
import { patchWorkbook } from '../../workbench/xlsx/patch-workbook';
import { readWorkbook } from '../../workbench/xlsx/read-workbook';
import { addSheets } from '../../xlsx/add-sheets';

/** LibreOffice as somebody else's eyes: what it makes of our files, and what we make of its formats. */
const OFFICE = libreOffice();
const CASES = join(__dirname, '../cases/workbooks');
const folder = mkdtempSync(join(tmpdir(), 'meritsheet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
if (OFFICE === undefined) console.log('LibreOffice is not installed: its formats and its reading of saved files are not tried.');
const withOffice = OFFICE === undefined ? describe.skip : describe;

/** Saves files in another format, or anew in their own, all in one run. */
function converted(format: string, files: readonly string[]): string {
  const out = join(folder, `as-${format}-${readdirSync(folder).length}`);
  mkdirSync(out);
  spawnSync(OFFICE!, [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--norestore', '--convert-to', format, '--outdir', out, ...files], { stdio: 'ignore', timeout: 240000 });
  return out;
}

async function payOf(path: string): Promise<unknown> {
  const tables = tablesAmong(await readWorkbook(path));
  const settled = settle(tables, { period: readPeriod('2026-03') });
  return settled.ok ? settlementView(settled.value, 'summary', 'en') : settled.issues;
}

/** Every cell of every sheet that holds something, blanks and the end of rows aside. */
async function cellsOf(path: string): Promise<Record<string, Record<string, Cell>>> {
  const { sheets } = await readWorkbook(path);
  return Object.fromEntries(sheets.map(({ origin, cells }) => [origin!.sheet, Object.fromEntries(cells.flatMap((row, y) => row.flatMap((cell, x) => (cell === null || cell === undefined || cell === '' ? [] : [[`${origin!.row + y} ${origin!.column + x}`, cell]]))))]));
}

withOffice('with LibreOffice', () => {
  jest.setTimeout(300000);
  const NAMES = ['hdr_zh', 'merged_amount', 'amt_text'];

  it.each(['ods', 'xls', 'et'])('a workbook as .%s pays what it pays as .xlsx', async (format) => {
    const made = converted(format === 'et' ? 'xls' : format, NAMES.map((name) => join(CASES, `${name}.xlsx`)));
    for (const name of NAMES) {
      const path = join(made, `${name}.${format}`);
      if (format === 'et') writeFileSync(path, readFileSync(join(made, `${name}.xls`)));
      expect([name, await payOf(path)]).toEqual([name, await payOf(join(CASES, `${name}.xlsx`))]);
    }
  });

  it('saved files open with the same values', async () => {
    const own = join(folder, 'own');
    mkdirSync(own);
    for (const name of ['title1', 'sv_shared', 'months', 'strict', 'prefixed']) {
      const bytes = readFileSync(join(CASES, `${name}.xlsx`));
      const [sheet] = (await readWorkbook(join(CASES, `${name}.xlsx`))).sheets;
      const at = sheet!.origin!.sheet;
      writeFileSync(join(own, `${name}-patched.xlsx`), patchWorkbook(bytes, { sheets: [{ name: at, cells: [{ row: 40, column: 3, value: 12.5 }, { row: 40, column: 4, value: '提成 & <pay>' }] }], names: new Map([['Own', `'${at}'!$A$1`]]) }));
      writeFileSync(join(own, `${name}-added.xlsx`), addSheets(bytes, [{ name: '结算 2026-03', rows: [['姓名', '应发', 'Why'], ['张三', 1234.5, 'a\nb'], ['=1+1', -0.1, '2026-03']] }]));
      writeFileSync(join(own, `${name}-written.xlsx`), applyChanges(bytes, [{ kind: 'write sheet', sheet: 'Targets', rows: [['Person', 'Target'], ['Amy', 5]] }, { kind: 'define name', name: 'MeritTargets', sheet: 'Targets', row: 1, column: 1, rows: 2, columns: 2 }]));
    }
    const files = readdirSync(own).map((name) => join(own, name));
    const again = converted('xlsx', files);
    for (const file of files) {
      expect(existsSync(join(again, basename(file)))).toBe(true);
      expect([basename(file), await cellsOf(join(again, basename(file)))]).toEqual([basename(file), await cellsOf(file)]);
    }
  });
});
