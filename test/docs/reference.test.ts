import { ruleUsage } from '../../docs/rule-usage';
import { wordKeys } from '../../core/rules/words';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleText, referencePages } from '../../docs/reference';

describe.each(['en', 'zh'] as const)('the reference pages in %s', (language) => {
  it.each(Object.entries(referencePages(language)))('%s is what the code says (npm run docs writes it)', (name, text) => {
    expect(readFileSync(join(__dirname, '../../docs', language, name), 'utf8')).toBe(text);
  });
});

describe('the rule reference', () => {
  it.each(wordKeys)('says of %s what holds without it, and shows a row of it', (key) => {
    expect(ruleUsage[key]?.without.en).toMatch(/\.$/);
    expect(ruleUsage[key]?.without.zh).toMatch(/。$/);
    for (const language of ['en', 'zh'] as const) expect(exampleText(key, language)).toMatch(/(?:: |：)\S/);
  });
});
