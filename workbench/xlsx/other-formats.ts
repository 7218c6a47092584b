import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WorkbookError } from '../../xlsx/workbook-error';

const NAMES = process.platform === 'win32' ? ['soffice.exe', 'soffice.com'] : ['soffice', 'libreoffice'];
const PLACES = ['/usr/lib/libreoffice/program', '/opt/libreoffice/program', '/Applications/LibreOffice.app/Contents/MacOS', 'C:\\Program Files\\LibreOffice\\program'];
const LONGEST_MS = 120000;

/** Where LibreOffice is, if it is installed; LIBREOFFICE names it where it is not found. */
export function libreOffice(): string | undefined {
  const own = process.env['LIBREOFFICE'];
  if (own !== undefined) return existsSync(own) ? own : undefined;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...PLACES];
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** A workbook of another format (.xls, .et, .ods) as an .xlsx file, by LibreOffice where it is installed. */
export function convertedWorkbook(path: string, why: string): Uint8Array {
  const office = libreOffice();
  if (office === undefined) throw new WorkbookError(`${why} Or install LibreOffice, which converts it. / 也可安装 LibreOffice 自动转换。`);
  const folder = mkdtempSync(join(tmpdir(), 'meritsheet-'));
  try {
    const profile = pathToFileURL(join(folder, 'profile')).href;
    spawnSync(office, [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--convert-to', 'xlsx', '--outdir', folder, resolve(path)], { stdio: 'ignore', timeout: LONGEST_MS });
    const made = join(folder, `${basename(path, extname(path))}.xlsx`);
    if (!readdirSync(folder).includes(basename(made))) throw new WorkbookError(`${why} LibreOffice could not convert it. / LibreOffice 无法转换。`);
    return readFileSync(made);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
