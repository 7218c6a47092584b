import { explainView } from '../../core/commission/explain';
import type { Settlement } from '../../core/commission/settle';
import { settle } from '../../core/commission/settle';
import type { Range } from '../../core/table/cell';
import { addMonths, civilOf } from '../../core/table/day';
import { recogniseTables } from '../../core/table/recognise';
import { FIRST_MONTH, MONTHS } from '../../sample/orders';
import { sampleWorkbook } from '../../sample/workbook';
import { faultsOf, silentSteps } from '../support/read-explanation';

/** The sample workbook: everybody's explanation of a month after closings, as an independent reader reads it. */
const LANGUAGES = ['en', 'zh'] as const;

function faultsOfAll(settlement: Settlement, language: 'en' | 'zh'): string[] {
  return settlement.ledger.people.persons.flatMap(({ name }, person) => {
    const table = explainView(settlement, person, language);
    return [...faultsOf(table), ...silentSteps(table).map((what) => `${what}: no formula`)].map((fault) => `${name}, ${fault}`);
  });
}

describe.each(LANGUAGES)('an explanation of the sample workbook (%s)', (language) => {
  const sheets = sampleWorkbook({ language });

  it.each([MONTHS - 1, MONTHS - 2, MONTHS - 4, 5])('is true for everyone in month %i after the closings before it', (month) => {
    const { year, month: index } = civilOf(addMonths(FIRST_MONTH, month));
    const period = `${year}-${String(index).padStart(2, '0')}`;
    const before = (cells: Range): Range => cells.filter((row, index) => index === 0 || String(row[0]) < period);
    const tables = recogniseTables(sheets.map((sheet) => (sheet.kind === 'statements' || sheet.kind === 'statementLines' ? { ...sheet, cells: before(sheet.cells) } : sheet)));
    const settled = settle(tables, { period: { kind: 'period', period: { kind: 'month', year, index } } });
    if (!settled.ok) throw new Error(JSON.stringify(settled.issues[0]));
    expect(faultsOfAll(settled.value, language)).toEqual([]);
  });

  it('is true under every draft', () => {
    const tables = recogniseTables(sheets);
    const [header = [], ...rows] = sheets.find(({ kind }) => kind === 'rules')?.cells ?? [];
    const ruleColumn = header.findIndex((text) => text === 'Rule' || text === '规则');
    const drafts = rows.filter((row) => ['draft', '草稿'].includes(String(row[ruleColumn]))).map(([plan]) => String(plan));
    expect(drafts.length).toBeGreaterThan(10);
    for (const plan of drafts) {
      const settled = settle(tables, { period: { kind: 'period', period: { kind: 'month', year: 2026, index: 3 } }, plan });
      if (!settled.ok) throw new Error(`${plan}: ${JSON.stringify(settled.issues[0])}`);
      expect(faultsOfAll(settled.value, language)).toEqual([]);
    }
  });
});
