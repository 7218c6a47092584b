import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScoring } from '../../core/kpi/scoring/read-scoring';
import { readVeto } from '../../core/kpi/veto';
import { readSource } from '../../core/kpi/source';

const page = (language: string): string => readFileSync(join(__dirname, '../../docs', language, 'kpi.md'), 'utf8');
const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll('\\|', '|'));
const section = (text: string, from: RegExp, to: RegExp): string => text.slice(text.search(from), text.search(to));

describe.each([
  ['en', /## Scoring one indicator/, /- Steps hold/, /- Veto:/, /- A zero target/, /\| Source \|/, /## Pace/],
  ['zh', /## 单项计分/, /- 分档：/, /- 一票否决/, /- 目标为 0/, /\| 数据来源 \|/, /## 进度/],
] as const)('the KPI page in %s', (language, scoringFrom, scoringTo, vetoFrom, vetoTo, sourceFrom, sourceTo) => {
  it('writes scorings as they are read', () => {
    const texts = quoted(section(page(language), scoringFrom, scoringTo)).filter((text) => /\d|ratio|比率/.test(text) && !text.startsWith('…') && text !== 'full');
    expect(texts.length).toBeGreaterThan(8);
    for (const text of texts) expect([text, readScoring(text)]).toEqual([text, expect.not.objectContaining({ fault: expect.anything() })]);
  });

  it('writes vetoes as they are read', () => {
    const texts = quoted(section(page(language), vetoFrom, vetoTo)).filter((text) => /[:：]/.test(text));
    expect(texts).toHaveLength(4);
    for (const text of texts) expect(readVeto(text)).toHaveProperty('when');
  });

  it('names every source', () => {
    const firsts = section(page(language), sourceFrom, sourceTo).split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|')[1] ?? '');
    const prefix = (cell: string): string => (/`(\w+|[\u4e00-\u9fff]+)[:：]/.exec(cell)?.[1] ?? '');
    const sources = firsts.flatMap((cell) => quoted(cell).map((text) => (/[:：]/.test(text) ? text : `${prefix(cell)}${language === 'zh' ? '：' : ': '}${text}`)));
    expect(new Set(sources.map((text) => String(readSource(text)))).size).toBe(15);
    for (const text of sources) expect(typeof readSource(text)).toBe('string');
  });
});
