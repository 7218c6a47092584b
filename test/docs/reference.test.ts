import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePages } from '../../docs/reference';

describe.each(['en', 'zh'] as const)('the reference pages in %s', (language) => {
  it.each(Object.entries(referencePages(language)))('%s is what the code says (npm run docs writes it)', (name, text) => {
    expect(readFileSync(join(__dirname, '../../docs', language, name), 'utf8')).toBe(text);
  });
});
