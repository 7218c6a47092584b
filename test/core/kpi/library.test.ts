import { library, libraryTable } from '../../../core/kpi/library';
import { readIndicators } from '../../../core/kpi/indicators';
import { sayScoring } from '../../../core/kpi/scoring/read-scoring';
import { render } from '../../../core/locale/message';
import { makeTable } from '../../../core/table/make-table';
import { errorOf, valueOf } from '../../support/tables';

describe.each(['en', 'zh'] as const)('the library of indicators in %s', (language) => {
  const { all } = readIndicators(makeTable('kpis', { cells: libraryTable(language) }, new Map()));

  it('has at least thirty, each with a name of its own, a formula and a scoring in words', () => {
    expect(all.length).toBeGreaterThanOrEqual(30);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    all.forEach((indicator, index) => {
      expect([indicator.name, indicator.faults]).toEqual([indicator.name, []]);
      expect(library[index]?.formula[language].length).toBeGreaterThan(3);
      expect(render(sayScoring(indicator.scoring, indicator.better), language)).not.toMatch(/\{\w+\}|scoring\./);
    });
  });

  it('reads back as it was meant: direction, roll-up and source', () => {
    expect(all.map(({ better, rollup, source }) => [better, rollup, source])).toEqual(library.map(({ better, rollup, source }) => [better, rollup, source]));
  });

  it('gives full marks on target', () => {
    for (const one of library) {
      const text = one.scoring[language];
      if (/excellent|优/.test(text) || /0\.|from 90|从 90|from 0|从 0/.test(text)) continue;
      expect([text, valueOf('KPISCORE', 50, 50, text, null, one.better)]).toEqual([text, 100]);
    }
    expect(errorOf('KPISCORE', 'great', null, language === 'en' ? 'excellent:100 poor:50' : '优:100 差:50')).toMatch(/great/);
  });
});
