import { templateRows, templates } from '../../../../core/rules/templates/templates';
import type { Range } from '../../../../core/table/cell';
import { sampleWorkbook } from '../../../../sample/workbook';
import { rowsOf } from '../../../support/tables';
import { SALES, TEAM, plan, said, saidInChinese, sheet, versions } from './books';

const scores = sheet('Period, Person, Score, Attitude, Collaboration', ['2026-03', 'Amy', 85, 80, 90], ['2026-03', 'Ben', 92, 85, 70], ['2026-03', 'Max', 78, 90, 80]);

/** Plans that are right: nothing is said of them. */
const good: readonly (readonly [what: string, tables: readonly Range[]])[] = [
  ['a flat rate', [plan(['rate', '', '', '2%']), TEAM, SALES]],
  ['half of the profit', [plan(['measure', '', '', 'profit'], ['rate', '', '', '50%']), TEAM, sheet('Order, Order date, Owner, Amount, Purchase', ['A', '2026-03-05', 'Amy', 1000, 600])]],
  ['money for each piece', [plan(['measure', '', '', 'quantity'], ['rate', '', '', 3]), TEAM, SALES]],
  ['money for each order', [plan(['measure', '', '', 'orders'], ['rate', '', '', 150]), TEAM, SALES]],
  ['all of a target bonus', [plan(['tier', '', 0, '50% x Target bonus'], ['tier', '', 50000, '150% x Target bonus']), sheet('Person, Team, Target bonus', ['Amy', 'EU', 0.02], ['Ben', 'EU', 0.02]), SALES]],
  ['tiers that are reached', [plan(['tier', '', 0, '1%'], ['tier', '', 30000, '2%'], ['tier', '', 50000, '3%']), TEAM, SALES]],
  ['tiers of attainment', [plan(['tier', '', 0, '1%'], ['tier', '', '80%', '2%'], ['tier', '', 1.2, '3%'], ['tier on', 'Revenue', '', 'attainment']), TEAM, SALES, sheet('Person, KPI, Period, Target', ['*', 'Revenue', '2026-03', 50000])]],
  ['a gate on attainment of 90 %', [plan(['rate', '', '', '1%'], ['gate', 'attainment', '90%', '50%']), TEAM, SALES, sheet('Person, KPI, Period, Target', ['*', 'Revenue', '2026-03', 50000])]],
  ['a gate and a factor by score', [plan(['rate', '', '', '1%'], ['gate', 'Score', 60, '50%'], ['factor', 'Score', 90, 1.1], ['factor', 'Score', 80, 1.05]), TEAM, SALES, scores]],
  ['rates by product, the narrower one first', [plan(['rate', '', '', '2%'], ['rate', 'Product=Chair', '', '3%'], ['rate', 'Product=Chair & Customer=ACME', '', '4%']), TEAM, SALES]],
  ['rates by one column, each value its own', [plan(['rate', 'Product=Lamp', '', '2%'], ['rate', 'Product=Chair', '', '3%']), TEAM, SALES]],
  ['factors of two columns', [plan(['rate', '', '', '2%'], ['factor', 'Customer=ACME', '', 1.2], ['factor', 'Product=Chair', '', 0.9]), TEAM, SALES]],
  ['an individual part and a pool', [plan(['Own', 'share', '', '', '70%'], ['Own', 'rate', '', '', '2%'], ['Team', 'share', '', '', '30%'], ['Team', 'pool', '', '', 'team'], ['Team', 'rate', '', '', '2%'], ['Team', 'share by', 'Role', '', '100%'], ['Team', 'weight', 'Role=Manager', '', 1.5]), TEAM, SALES]],
  ['two parts with lines of their own', [plan(['Chairs', 'lines', 'Product', '', 'Chair'], ['Chairs', 'rate', '', '', '3%'], ['Others', 'lines', 'Product', '', 'not Chair'], ['Others', 'rate', '', '', '2%']), TEAM, SALES]],
  ['a commission and money for each order', [plan(['Rate', 'rate', '', '', '2%'], ['Orders', 'bonus', 'order', '', 60]), TEAM, SALES]],
  ['two plans with people of their own', [versions(['A', '', '', 'rate', '', '', '2%'], ['B', '', '', 'rate', '', '', '1%']), sheet('Person, Team, Plan', ['Amy', 'EU', 'A'], ['Ben', 'EU', 'B']), SALES]],
  ['a draft beside a live plan', [versions(['A', '', '', 'rate', '', '', '2%'], ['B', '', '', 'rate', '', '', '1%'], ['B', '', '', 'draft', '', '', 'yes']), TEAM, SALES]],
  ['a manager who earns on others and is in no plan', [plan(['rate', '', '', '2%'], ['override', 1, 0, '0.5%']), sheet('Person, Team, Manager, Plan', ['Amy', 'EU', 'Max', 'P'], ['Ben', 'EU', 'Max', 'P'], ['Max', 'EU', '', '']), SALES]],
  ['overrides of two levels', [plan(['rate', '', '', '2%'], ['override', 1, 0, '0.5%'], ['override', 2, 0, '0.2%']), TEAM, SALES]],
  ['a version from the first of a month', [versions(['P', 1, '', 'rate', '', '', '2%'], ['P', 2, '2026-03-01', 'rate', '', '', '3%']), TEAM, SALES]],
  ['versions by date alone', [versions(['P', '', '', 'rate', '', '', '2%'], ['P', '', '2026-03-01', 'rate', '', '', '3%']), TEAM, SALES]],
  ['a version from a day that begins a period', [versions(['P', 1, '', 'rate', '', '', '2%'], ['P', 1, '', 'calendar', '', '', 'from day 26'], ['P', 2, '2026-02-26', 'rate', '', '', '3%'], ['P', 2, '2026-02-26', 'calendar', '', '', 'from day 26']), TEAM, SALES]],
  ['minimum and maximum over spans', [plan(['rate', '', '', '2%'], ['minimum', 'person month', '', 300], ['maximum', 'person year', '', 30000]), TEAM, SALES]],
  ['shares of owners that make 100 %', [plan(['rate', '', '', '2%']), TEAM, sheet('Order, Order date, Owner, Amount', ['A', '2026-03-05', 'Amy 60%; Ben 40%', 1000], ['B', '2026-03-05', 'Amy; Ben', 900])]],
  ['an order of two lines, and one with two receipts', [plan(['rate', '', '', '2%']), TEAM, sheet('Order, Line, Order date, Owner, Amount', ['A', 1, '2026-03-05', 'Amy', 500], ['A', 2, '2026-03-05', 'Amy', 500]), sheet('Order, Date, Amount', ['A', '2026-03-09', 500], ['A', '2026-03-19', 500])]],
  ['a reversal of a part', [plan(['rate', '', '', '2%']), TEAM, sheet('Order, Order date, Owner, Amount, Reverses', ['A', '2026-03-05', 'Amy', 1000, ''], ['R', '2026-03-15', 'Amy', -300, 'A'])]],
  ['a tier that was reached, and returned later', [plan(['tier', '', 0, '1%'], ['tier', '', 30000, '2%'], ['tier span', '', '', 'year']), TEAM, sheet('Order, Order date, Owner, Amount, Reverses', ['A', '2026-03-05', 'Amy', 40000, ''], ['B', '2026-03-06', 'Amy', 10000, ''], ['R', '2026-04-15', 'Amy', -40000, 'A'])]],
  ['one rate of exchange for the year, and a payroll in dollars', [plan(['currency', '', '', 'USD'], ['rate', '', '', '2%']), TEAM, sheet('Order, Order date, Owner, Currency, Amount', ['A', '2026-03-05', 'Amy', 'EUR', 1000], ['B', '2026-03-06', 'Amy', 'CNY', 9000]), sheet('Date, Currency, Rate', ['2026-01-01', 'EUR', 1.12], ['2026-01-01', 'CNY', 0.14])]],
  ['rates in CNY for a payroll in dollars', [plan(['currency', '', '', 'USD'], ['rate', '', '', '2%']), TEAM, sheet('Order, Order date, Owner, Currency, Amount', ['A', '2026-03-05', 'Amy', 'EUR', 1000]), sheet('Date, Currency, Rate', ['2026-03-01', 'EUR', 8.1], ['2026-03-01', 'USD', 7.2])]],
  ['a gate on the coverage of the card', [plan(['rate', '', '', '2%'], ['factor', 'Score', 90, 1.1], ['gate', 'coverage', '80%', '0%']), TEAM, SALES, scores]],
  ['targets of a KPI itself', [plan(['tier', '', 0, '1%'], ['tier', '', '100%', '2%'], ['tier on', 'Revenue', '', 'attainment']), TEAM, SALES, sheet('KPI, Weight, Source, Target', ['Revenue', 100, 'orders: revenue', 50000])]],
  ['one big order among few', [plan(['rate', '', '', '2%']), TEAM, sheet('Order, Order date, Owner, Amount', ['A', '2026-03-05', 'Amy', 1000], ['B', '2026-03-06', 'Amy', 30000])]],
  ['a percentage with points of its own', [sheet('KPI, Weight, Scoring, Unit', ['On time', 100, 'linear 70%:0 100%:100', '%']), sheet('Period, Person, KPI, Actual', ['2026-01', 'Amy', 'On time', '85%'], ['2026-02', 'Amy', 'On time', 1.2]), TEAM]],
  ['two plans with one calendar', [versions(['A', '', '', 'rate', '', '', '2%'], ['A', '', '', 'calendar', '', '', 'from day 26'], ['B', '', '', 'rate', '', '', '2%'], ['B', '', '', 'calendar', '', '', 'from day 26']), sheet('Person, Team, Plan', ['Amy', 'EU', 'A'], ['Ben', 'EU', 'B']), SALES, sheet('Person, KPI, Period, Target', ['*', 'Revenue', '2026-03', 50000])]],
  ['rates of exchange that move', [plan(['rate', '', '', '2%']), TEAM, sheet('Order, Order date, Owner, Currency, Amount', ['A', '2026-03-05', 'Amy', 'USD', 1000], ['B', '2026-03-06', 'Amy', 'JPY', 100000]), sheet('Date, Currency, Rate', ['2026-02-01', 'USD', 7.1], ['2026-03-01', 'USD', 7.25], ['2026-02-01', 'JPY', 0.048], ['2026-03-01', 'JPY', 0.046])]],
  ['rules that need scores, and KPIs to compute them from', [plan(['rate', '', '', '10%'], ['factor', 'Score', 90, 2]), TEAM, SALES, sheet('KPI, Weight, Scoring, Source, Target', ['Revenue', 100, 'ratio', 'orders: revenue', 50000])]],
  ['a share of orders in percent', [sheet('KPI, Weight, Scoring, Unit, Target', ['On time', 100, 'ratio', '%', '90%']), sheet('Period, Person, KPI, Actual', ['2026-01', 'Amy', 'On time', '85%'], ['2026-02', 'Amy', 'On time', 0.97]), TEAM]],
  ['a bonus beside a deduction', [plan(['Base', 'rate', '', '', '2%'], ['Base', 'lines', 'Product', '', 'Lamp'], ['Chairs', 'rate', '', '', '1%'], ['Chairs', 'lines', 'Product', '', 'Chair']), TEAM, SALES]],
];

describe('nothing is said', () => {
  it.each(good)('of %s', (_what, tables) => {
    expect([said(...tables), saidInChinese(...tables)]).toEqual([[], []]);
  });
});

describe('no error and no warning', () => {
  const grave = (tables: readonly Range[]): string[] => rowsOf('CHECKTABLES', ...tables).filter((row) => !['Note', '提示'].includes(String(row['Severity'] ?? row['级别']))).map((row) => Object.values(row).join(' '));

  const company = { en: companyTables('en'), zh: companyTables('zh') };

  it.each(['en', 'zh'] as const)('in the sample workbook (%s)', (language) => {
    expect(grave(sampleWorkbook({ language }).map(({ cells }) => cells))).toEqual([]);
  });

  // Each template as the only plan of the sample's people, who are then in it together.
  it.each(templates.flatMap((template) => (['en', 'zh'] as const).map((language) => [template.key, language, template] as const)))('for the template %s in the sample company (%s)', (_key, language, template) => {
    expect(grave([templateRows(template, 'T', language), ...company[language]])).toEqual([]);
  });
});

/** The sample company without its rules, and without the adjustments of the plans that they hold. */
function companyTables(language: 'en' | 'zh'): Range[] {
  return sampleWorkbook({ language, lines: 150, closedMonths: 0 }).filter(({ kind }) => kind !== 'rules' && kind !== 'adjustments').map(({ kind, cells }) => (kind === 'people' ? withoutPlan(cells) : cells));
}

/** People without the column that names their plans. */
function withoutPlan(cells: Range): Range {
  const column = cells[0]?.findIndex((header) => header === 'Plan' || header === '方案') ?? -1;
  return cells.map((row) => row.filter((_, index) => index !== column));
}
