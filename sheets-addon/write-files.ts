import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionStubs } from './function-stubs';

/** Writes what stands beside `Core.js`: stubs (English help, or Chinese with `--lang zh`), menu, sidebar in one file, manifest. */
const folder = join('dist', 'sheets');
const language = process.argv.some((argument, index, all) => argument.startsWith('zh') && all[index - 1] === '--lang') ? 'zh' : 'en';
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'Functions.js'), functionStubs(language));
for (const file of ['appsscript.json', 'Code.js']) copyFileSync(join('sheets-addon', file), join(folder, file));
const [style, script] = [readFileSync(join('host-port', 'page.css'), 'utf8'), readFileSync(join('dist', 'excel', 'help.js'), 'utf8')];
// A closing tag inside the script would end it.
writeFileSync(join(folder, 'Sidebar.html'), `<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<style>${style}</style>\n</head>\n<body></body>\n<script>${script.replaceAll('</script', '<\\/script')}</script>\n</html>\n`);
