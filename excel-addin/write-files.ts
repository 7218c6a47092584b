import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionsJson } from './functions-metadata';

/** Writes what stands beside the bundles in the folder to host: the functions' metadata in both languages. */
const folder = join('dist', 'excel');
mkdirSync(folder, { recursive: true });
for (const [file, language] of [['functions.json', 'en'], ['functions.zh-CN.json', 'zh']] as const) writeFileSync(join(folder, file), JSON.stringify(functionsJson(language), null, 2));
