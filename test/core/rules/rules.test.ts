import fc from 'fast-check';
import { render } from '../../../core/locale/message';
import { compareRules } from '../../../core/rules/compare-versions';
import { versionFor } from '../../../core/rules/plan';
import { printRules } from '../../../core/rules/print-rules';
import { readPlans } from '../../../core/rules/read-plans';
import type { Plans } from '../../../core/rules/read-plans';
import { sayPlan } from '../../../core/rules/say-plan';
import { templateRows, templates } from '../../../core/rules/templates/templates';
import { words } from '../../../core/rules/words';
import type { Cell, Range } from '../../../core/table/cell';
import { issueCell, issueText } from '../../../core/table/issue';
import { makeTable } from '../../../core/table/make-table';
import { plan, ruleRows } from '../../properties/generators';
import { PEOPLE, orders, rowsOf, rules, valueOf } from '../../support/tables';

const plansOf = (cells: Range): Plans => readPlans(makeTable('rules', { cells }, new Map()));
/** What a plan's entries say, without the rows they stand in. */
const entriesOf = (plans: Plans): unknown => plans.plans.map(({ name, versions }) => [name, versions.map(({ version, effective, all }) => [version, effective, all])]);

describe('rules as rows', () => {
  it('are printed back without loss, in either language', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom('en', 'zh') as fc.Arbitrary<'en' | 'zh'>, (made, language) => {
        const read = plansOf(ruleRows(made));
        const rows = read.plans.flatMap(({ versions }) => versions.flatMap((version) => version.rows));
        const again = plansOf(printRules(rows, language));
        expect(again.issues).toEqual([]);
        expect(entriesOf(again)).toEqual(entriesOf(read));
      }),
      { numRuns: 300 },
    );
  });

  it('keep what cannot be read, as it was typed', () => {
    const cells: Cell[][] = [['Plan', 'Rule', 'Item', 'From', 'Value', 'Note'], ['P', 'rat', 'x', 3, 'y', 'mine'], ['P', 'rate', '', '', '5%', '']];
    const rows = plansOf(cells).plans[0]?.versions[0]?.rows ?? [];
    expect(printRules(rows, 'zh')[1]).toEqual(['P', '', '', '', 'rat', 'x', 3, 'y', 'mine']);
  });

  it.each(templates.map((template) => [template.key, template] as const))('the template %s reads and checks clean in both languages', (_key, template) => {
    for (const language of ['en', 'zh'] as const) {
      const plans = plansOf(templateRows(template, 'T', language));
      expect(plans.issues).toEqual([]);
      const found = rowsOf('CHECKTABLES', templateRows(template, 'T', language));
      expect(found.filter((row) => row['Severity'] === 'Error' || row['级别'] === '错误')).toEqual([]);
    }
  });

  it('say each rule in a plain sentence, in English and Chinese, every place filled', () => {
    for (const template of templates) {
      const version = plansOf(templateRows(template, 'T', 'en')).plans[0]?.versions[0];
      for (const { sentence } of version ? sayPlan(version) : []) {
        for (const language of ['en', 'zh'] as const) expect(render(sentence, language)).toMatch(/^[^{}]+[.。]$/);
      }
    }
    const version = plansOf(rules(['tier', '', 100000, '6%'], ['hold', '3 months', '', '10%'])).plans[0]?.versions[0];
    expect((version ? sayPlan(version) : []).map(({ sentence }) => [render(sentence, 'en'), render(sentence, 'zh')])).toEqual([
      ['From 100,000 on, the rate is 6%.', '自 100,000 起，提成率为 6%。'],
      ['10% is held back and released after 3 months.', '暂扣 10%，3 个月后返还。'],
    ]);
  });

  it('every word is understood in English and in Chinese', () => {
    for (const { name } of Object.values(words)) {
      for (const spelling of [name.en, name.zh, name.en.toUpperCase()]) {
        const issues = plansOf(rules([spelling, '', '', ''])).issues.map(({ code }) => code);
        expect(issues).not.toContain('rule.unknownWord');
      }
    }
  });
});

describe('versions', () => {
  const cells: Range = [
    ['Plan', 'Version', 'Effective', 'Rule', 'Value'],
    ['P', 1, '', 'rate', '1%'],
    ['P', 2, '2026-03-01', 'rate', '2%'],
    ['P', 10, '2026-03-01', 'rate', '3%'],
    ['P', 9, '2026-03-02', 'rate', '4%'],
  ];

  it('the latest Effective date on or before the period, of several the highest Version', () => {
    const [found] = plansOf(cells).plans;
    const inForce = (index: number): string | undefined => found && versionFor(found, { kind: 'month', year: 2026, index })?.version;
    expect([inForce(2), inForce(3), inForce(4)]).toEqual(['1', '10', '9']);
  });

  it('differ by the rules that were added, removed or changed; order and language do not matter', () => {
    const version = (...rows: Cell[][]): NonNullable<Plans['plans'][0]['versions'][0]> => {
      const found = plansOf(rules(...rows)).plans[0]?.versions[0];
      if (!found) throw new Error('no version');
      return found;
    };
    const before = version(['tier', '', 0, '1%'], ['tier', '', 100, '2%'], ['tier mode', '', '', 'whole']);
    expect(compareRules(before, version(['阶梯方式', '', '', 'whole'], ['阶梯', '', 100, '2%'], ['tier', '', 0, '1%']))).toEqual([]);
    const changes = compareRules(before, version(['tier', '', 0, '1%'], ['tier', '', 100, '3%'], ['gate', 'Score', 60, 0]));
    expect(changes.map(({ kind }) => kind)).toEqual(['changed', 'added', 'removed']);
  });
});

describe('checks', () => {
  const problems = (...tables: Range[]): string[] => rowsOf('CHECKTABLES', ...tables).map((row) => `${String(row['Severity'])} ${String(row['Cell'])}: ${String(row['Problem'])}`);

  it.each<[string, Range, string]>([
    ['an unknown word, with the nearest known one', rules(['teir', '', 0, '1%']), 'Error row 2 · Rule: “teir” is not a rule word. Did you mean “tier”?'],
    ['an unknown choice', rules(['rate', '', '', '1%'], ['tier mode', '', '', 'marginl']), 'Did you mean “marginal”?'],
    ['a rate and tiers', rules(['rate', '', '', '1%'], ['tier', '', 0, '1%']), 'contradict each other'],
    ['two tiers from one bound', rules(['tier', '', 5, '1%'], ['tier', '', 5, '2%']), 'two tiers begin at 5'],
    ['a gap below the first tier', rules(['tier', '', 500, '1%']), 'Note row 2 · Value: P: nothing is paid below 500.'],
    ['a falling payout with the amount lost', rules(['tier', '', 0, '3%'], ['tier', '', 1000, '2%'], ['tier mode', '', '', 'whole']), 'on reaching 1,000 the pay falls by 10.00'],
    ['stages over 100 %', rules(['stage', 'A', '', '60%'], ['stage', 'B', '', '50%'], ['rate', '', '', '1%']), 'add up to 110%'],
    ['shares out of range', rules(['rate', '', '', '1%'], ['reserve', 'F', '', 30]), 'not a share between 0 and 100%'],
    ['a minimum above the maximum', rules(['rate', '', '', '1%'], ['minimum', 'person', '', 9], ['maximum', 'person', '', 5]), 'minimum 9 is above the maximum 5'],
    ['a word that stands twice', rules(['rate', '', '', '1%'], ['measure', '', '', 'profit'], ['measure', '', '', 'revenue']), '`measure` stands twice'],
    ['a plan that pays nothing', rules(['measure', '', '', 'profit']), 'no rule says what is paid'],
    ['a limit without its level', rules(['rate', '', '', '1%'], ['maximum', '', '', 100]), 'must name its level'],
    ['a rate of 500 %', rules(['rate', '', '', 5]), 'pays more than the whole measure'],
  ])('find %s', (_what, table, expected) => {
    expect(problems(table).join('\n')).toContain(expected);
  });

  it('find what does not fit between the tables', () => {
    const people = [...PEOPLE, ['Eve', 'EU', 'Sales', 'Nobody']];
    const table = [['Order', 'Line', 'Order date', 'Ship date', 'Owner', 'Currency', 'Amount', 'Price term'], ['A', 1, '2026-03-02', '2026-03-01', 'Amy', 'USD', '1,000', 'FOB'], ['A', 1, '2026-03-02', '', 'Zed', 'CNY', 5, 'XYZ'], ['B', 1, '2016-03-02', '', 'Amy', 'CNY', 5, ''], ['C', 1, '2026-03-02', '', 'Amy', 'CNY', 5, ''], ['D', 1, '2026-03-03', '', 'Amy', 'CNY', 5, '']];
    const receipts = [['Order', 'Date', 'Amount'], ['B', '2026-03-05', 9], ['Q', '2026-03-05', 9]];
    const found = problems(rules(['rate', '', '', '1%']), people, table, receipts).join('\n');
    for (const expected of ['The manager “Nobody”', 'same as in row 2', 'no exchange rate for USD', '“Zed” is not in the People table', 'shipment is before the order', '“XYZ” is not a price term', 'far from the others', 'exceed its amount by 4.00', 'There is no order “Q”', 'numbers in this column are text']) {
      expect(found).toContain(expected);
    }
  });

  it('name the cell where the reader knows it', () => {
    const table = makeTable('rules', { cells: rules(['teir', '', 0, '1%']), origin: { sheet: 'My rules', row: 4, column: 3 } }, new Map());
    const [found] = readPlans(table).issues;
    expect(found && [issueCell(found, 'en'), issueText(found, 'zh')]).toEqual(["'My rules'!E5", '“teir”不是规则词。是不是“tier”？']);
  });

  it('find nothing wrong with a clean workbook', () => {
    expect(valueOf('CHECKTABLES', rules(['rate', '', '', '1%']), PEOPLE, orders(['A', '2026-03-02', 'Amy', 5]))).toHaveLength(1);
  });
});
