import fc from 'fast-check';
import { equals, exactOf, sum } from '../../core/amount/exact';
import { exactToText } from '../../core/amount/text';
import { closingRows } from '../../core/commission/closed/close';
import { explainView } from '../../core/commission/explain';
import { settle } from '../../core/commission/settle';
import type { Settlement } from '../../core/commission/settle';
import { linesView } from '../../core/commission/views/lines';
import type { Cell, Range } from '../../core/table/cell';
import { readPeriod } from '../../core/table/period';
import { recogniseTables } from '../../core/table/recognise';
import { fieldsOf } from '../../core/table/schema';
import { faultsOf, silentSteps } from '../support/read-explanation';
import { rules } from '../support/tables';
import { RUNS, ledger, ledgerTables } from './generators';

type RuleLines = readonly (readonly Cell[])[];

const some = (...choices: RuleLines[]): fc.Arbitrary<RuleLines> => fc.constantFrom([] as RuleLines, ...choices);

const rates = fc.constantFrom<RuleLines>(
  [['rate', '', '', '3.33%']],
  [['rate', '', '', '50% x Own rate'], ['rate', 'Product=Lamp', '', '7%']],
  [['tier', '', 0, '3%'], ['tier', '', 50000, '4.5%'], ['tier', '', 120000, '7.77%']],
  [['tier', '', 0, '3%'], ['tier', '', 50000, '4.5%'], ['tier', '', 120000, '4%'], ['tier mode', '', '', 'whole']],
  [['tier', '', 0, '3%'], ['tier', '', 50000, '4.5%'], ['tier', '', 120000, '6%'], ['tier mode', '', '', 'interpolated']],
  [['tier', '', 10000, '20% x Own rate'], ['tier', '', 60000, '40% x Own rate'], ['tier bonus', '', 30000, 111.11], ['tier bonus', '', 40000, '7% x Base']],
  [['tier', '', 0, '3%'], ['tier', '', 50000, '4.5%'], ['tier metric', '', '', 'revenue'], ['tier bonus', '', 30000, 100]],
  [['tier on', 'Sales', '', 'attainment'], ['tier', '', 0, '3%'], ['tier', '', '60%', '4.5%'], ['tier', '', '110%', '5%']],
  [['tier on', 'Sales', '', 'attainment'], ['tier', '', 0, '3%'], ['tier', '', '60%', '4.5%'], ['tier mode', '', '', 'whole']],
);

const plans = fc
  .tuple(
    rates,
    fc.constantFrom<RuleLines>([], [['measure', '', '', 'profit']], [['measure', '', '', 'received']], [['measure', '', '', 'quantity']]),
    fc.constantFrom<RuleLines>([], [['counts on', '', '', 'receipt']], [['counts on', '', '', 'paid in full']], [['counts on', '', '', 'receipt'], ['receipt step', '', '30%', '50%'], ['receipt step', '', '75%', '100%']], [['counts on', '', '', 'shipment']]),
    some([['tier span', '', '', 'quarter']], [['tier span', '', '', 'year']]),
    some([['tier by', '', '', 'team']], [['tier by', '', '', 'plan']], [['tier by', '', '', 'order']], [['tier by', '', '', 'line']], [['tier by', '', '', 'Product']]),
    some([['factor', 'Product=Lamp', '', 1.1], ['factor', 'Role=Manager', '', 0.9]], [['factor', 'Score', 90, 1.25], ['factor', 'Grade factor', '', '']]),
    some([['factor', 'Role=Sales', '', 1.3], ['factor', 'Score', 60, 1.05], ['factor', 'Product=Hose', '', 0.7], ['factor stacking', '', '', 'add']]),
    some([['credit factor', 'Product=Hose', '', 0.3]], [['deduct', 'Purchase', '', 0.1]]),
    some([['bonus', 'order', '', 77.77]], [['bonus', 'line Product=Lamp', '', 10]], [['bonus', 'order', '', '1% x Base']], [['bonus', 'person', '', '3% x Base']], [['bonus', 'person Score', 60, 333.33]]),
    some([['maximum', 'line', '', 1234.5]], [['minimum', 'line', '', 88.88]], [['minimum', 'line', '', 0], ['minimum', 'order', '', 0]], [['maximum', 'order', '', 2000]], [['minimum', 'order', '', 300]]),
    some([['maximum', 'person', '', 3000]], [['maximum', 'person quarter', '', 5000], ['minimum', 'person', '', 500]], [['minimum', 'person quarter', '', 4000]], [['maximum', 'plan', '', 2500]], [['minimum', 'plan', '', 900]]),
    some([['gate', 'Score', 60, '50%']], [['gate', 'attainment', '50%', '33.3%']], [['gate', 'team attainment', '80%', 0]]),
    some([['pool', '', '', 'team'], ['share by', 'credit', '', '100%']], [['pool', '', '', 'plan'], ['share by', 'Role', '', '35%'], ['share by', 'equal', '', '65%'], ['weight', 'Role=Manager', '', 1.5]], [['pool', '', 9999.99, 'team'], ['share by', 'Score', '', '100%']], [['pool', '', '', 'team'], ['maximum', 'pool', '', 4000], ['share by', 'credit', '', '50%'], ['share by', 'equal', '', '50%']]),
    some([['reserve', 'Fund', '', '5.5%']], [['reserve', 'Fund', '', '7%'], ['reserve', 'Party', '', '1.23%']]),
    some([['share', '', '', '70%']]),
    some([['hold', 'receipt', '', '30%']], [['hold', '2 months', '', '10%']], [['hold', 'year end', '', '12.5%']]),
    some([['clawback', '', 0, '100%'], ['clawback', '', 2, '60%']], [['clawback', 'overdue', 5, '50%'], ['clawback', 'overdue', 45, '100%']], [['refund', '', '', 'current']]),
    some([['override', '1', 0, '0.5%']], [['override', '1', 0, '0.5%'], ['Override', 'gate', 'Score', 80, '50%'], ['Override', 'factor', 'Role=Manager', '', 1.25], ['Override', 'factor', 'Grade factor', '', '']], [['override', '1', 40000, '0.75%'], ['override', '2', 0, '0.1%']]),
    some([['draw', 'recoverable', '', 1500]], [['draw', 'guaranteed', '', '10% x Base']]),
    some([['round', 0, '', 'half up']], [['round', 1, '', 'up']], [['round', 2, '', 'half even']], [['round', 3, '', 'down']]),
  )
  .map((parts) => parts.flat());

const TARGETS: Range = [['Person', 'KPI', 'Period', 'Target'], ...['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'].map((period): Cell[] => ['*', 'Sales', period, 70000])];
const PEOPLE: Range = [
  ['Person', 'ID', 'Team', 'Role', 'Manager', 'Joined', 'Left', 'Base', 'Own rate'],
  ['Amy', '1', 'EU', 'Sales', 'Ben', '', '2026-04-12', 6000, '4%'],
  ['Ben', '2', 'EU', 'Manager', 'Cai', '', '', 5000, '3%'],
  ['Cai', '3', 'US', 'Sales', '', '2026-02-10', '', 9000, '2%'],
];

function settled(tables: readonly Range[], period: string): Settlement | undefined {
  const result = settle(recogniseTables(tables.map((cells) => ({ cells }))), { period: readPeriod(period) });
  return result.ok ? result.value : undefined;
}

/** Closings of the months before, month by month. */
function closings(tables: readonly Range[], months: readonly string[]): Range {
  const rows: Cell[][] = [fieldsOf('statements').map(({ en }) => en)];
  for (const month of months) {
    const settlement = settled([...tables, rows], month);
    if (settlement) rows.push(...closingRows(settlement, { by: 'Finance', at: '2026-06-01' }, 'en').statements);
  }
  return rows;
}

/** Whoever earned another amount than the rows of the lines view add up to: own lines, shares of pots, overrides. */
function unexplainedLines(settlement: Settlement): string[] {
  const [header = [], ...rows] = linesView(settlement, 'en');
  const at = (name: string): number => header.indexOf(name);
  return settlement.plans.flatMap((plan) => plan.rows.flatMap(({ name, kind, open, amounts }) => {
    if (kind !== 'person' || open) return [];
    const lines = rows.filter((row) => row[at('Person')] === name);
    const told = sum(lines.map((row) => exactOf(Math.round(Number(row[at('Earned')]) * 1000), 3)));
    return equals(told, amounts.earned) ? [] : [`${String(name)}: ${exactToText(told)} of ${exactToText(amounts.earned)}`];
  }));
}

describe('an explanation under rules put together at random', () => {
  it('prints formulas that compute and leaves no figure without one, before and after closings', () => {
    fc.assert(
      fc.property(plans, ledger, fc.integer({ min: 1, max: 5 }), fc.boolean(), (lines, book, month, closing) => {
        const { orders, receipts, scores } = ledgerTables(book);
        const graded = scores.map((row, index): Cell[] => [...row, index === 0 ? 'Factor' : 1.15, index === 0 ? 'Grade' : 'A']);
        const tables = [rules(...lines), PEOPLE, orders, receipts, graded, TARGETS];
        const months = closing ? Array.from({ length: month - 1 }, (_, index) => `2026-0${index + 1}`) : [];
        const settlement = settled([...tables, closings(tables, months)], `2026-0${month}`);
        fc.pre(settlement !== undefined);
        for (const language of ['en', 'zh'] as const) {
          settlement!.ledger.people.persons.forEach((_, person) => {
            const table = explainView(settlement!, person, language);
            expect([faultsOf(table), silentSteps(table)]).toEqual([[], []]);
          });
        }
        expect(unexplainedLines(settlement!)).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 2), maxSkipsPerRun: 1000 },
    );
  });
});
