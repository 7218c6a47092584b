import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionsJson } from './functions-metadata';
import { ICON_SIZES, icon } from './icons';
import { DEVELOPMENT_URL, manifestFor } from './manifest';
import { helpPage, taskpanePage } from './pages';

/** Writes what stands beside the bundles in the folder to host: pages, metadata in both languages, icons, the manifest for `--base-url`. */
const folder = join('dist', 'excel');
const at = process.argv.indexOf('--base-url');
const baseUrl = at < 0 ? DEVELOPMENT_URL : (process.argv[at + 1] ?? '');
mkdirSync(join(folder, 'assets'), { recursive: true });
for (const [file, language] of [['functions.json', 'en'], ['functions.zh-CN.json', 'zh']] as const) writeFileSync(join(folder, file), JSON.stringify(functionsJson(language), null, 2));
for (const size of ICON_SIZES) writeFileSync(join(folder, 'assets', `icon-${size}.png`), icon(size));
writeFileSync(join(folder, 'taskpane.html'), taskpanePage);
writeFileSync(join(folder, 'help.html'), helpPage);
copyFileSync(join('host-port', 'page.css'), join(folder, 'page.css'));
try {
  writeFileSync(join(folder, 'manifest.xml'), manifestFor(readFileSync('manifest.xml', 'utf8'), baseUrl));
  console.log(`dist/excel is ready to be hosted at ${baseUrl}; its manifest is dist/excel/manifest.xml.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
