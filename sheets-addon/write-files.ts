import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionStubs } from './function-stubs';

/** Writes what stands beside `Core.js`: stubs (English help, or Chinese with `--lang zh`), menu, sidebar in one file, manifest. */
const folder = join('dist', 'sheets');
const language = process.argv.some((argument, index, all) => argument.startsWith('zh') && all[index - 1] === '--lang') ? 'zh' : 'en';
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'Functions.js'), functionStubs(language));
for (const file of ['appsscript.json', 'Code.js']) copyFileSync(join('sheets-addon', file), join(folder, file));
const build = (name: string): string => readFileSync(join('dist', 'sheets-sidebar', name), 'utf8');
// A closing tag inside a script would end it.
const script = (name: string): string => build(name).replaceAll('</script', '<\\/script');
writeFileSync(
  join(folder, 'Sidebar.html'),
  `<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<style>${build('sidebar.css')}</style>\n<script type="text/plain" id="desk">${script('desk.js')}</script>\n</head>\n<body></body>\n<script>${script('sidebar.js')}</script>\n</html>\n`,
);
