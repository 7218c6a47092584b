import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionStubs } from './function-stubs';

/** Writes what stands beside `Core.js`: the stubs (English help, or Chinese with `--lang zh`) and the manifest. */
const folder = join('dist', 'sheets');
const language = process.argv.some((argument, index, all) => argument.startsWith('zh') && all[index - 1] === '--lang') ? 'zh' : 'en';
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'Functions.js'), functionStubs(language));
copyFileSync(join('sheets-addon', 'appsscript.json'), join(folder, 'appsscript.json'));
