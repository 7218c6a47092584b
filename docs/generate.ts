import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePages } from './reference';

for (const language of ['en', 'zh'] as const) {
  const folder = join('docs', language);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(referencePages(language))) writeFileSync(join(folder, name), text);
}
