import Decimal from 'decimal.js';
import fc from 'fast-check';
import type { Cell, Range } from '../../core/table/cell';
import type { OracleCareer, OracleMonth, OracleRollup } from '../oracle/kpi-oracle';
import { oracleMonthsOf, oraclePersonFigure, oraclePersonRate, oracleTeamFigure, oracleTeamRate } from '../oracle/kpi-oracle';
import type { Row } from '../support/tables';
import { rowsOf } from '../support/tables';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1000);
const check = <Value>(values: fc.Arbitrary<Value>, holds: (value: Value) => void): void => fc.assert(fc.property(values, holds), { numRuns: Math.max(50, Math.floor(RUNS * 0.2)) });

const day = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date) / 86400000;
const text = (value: number): string => new Date(value * 86400000).toISOString().slice(0, 10);
const MONTHS = ['2026-01', '2026-02', '2026-03'];
const SPANS: OracleMonth[] = [1, 2, 3].map((month) => ({ first: day(2026, month, 1), last: day(2026, month + 1, 1) - 1 }));
const [FROM, TO] = [day(2025, 12, 20), day(2026, 4, 10)];
const NEVER = day(2030, 1, 1);
const NAMES = ['Amy', 'Ben', 'Cy'];
const ROLLUPS: OracleRollup[] = ['sum', 'average', 'last', 'max', 'min'];

/** Joined, moved, promoted and left on any days around the quarter, or not at all. */
const career = (name: string): fc.Arbitrary<OracleCareer> =>
  fc.record({ days: fc.array(fc.integer({ min: FROM, max: TO }), { minLength: 4, maxLength: 4 }), joins: fc.boolean(), leaves: fc.boolean(), moves: fc.boolean(), rises: fc.boolean(), team: fc.constantFrom('EU', 'US'), order: fc.boolean() }).map(({ days, joins, leaves, moves, rises, team, order }) => {
    const [a = 0, b = 0, c = 0, d = 0] = [...days].sort((x, y) => x - y);
    const [moved, risen] = order ? [b, c] : [c, b];
    const other = team === 'EU' ? 'US' : 'EU';
    const starts = [...new Set([0, ...(moves ? [moved] : []), ...(rises ? [risen] : [])])].sort((x, y) => x - y);
    const rows = starts.map((from) => ({ from, team: moves && from >= moved ? other : team, role: rises && from >= risen ? 'Manager' : 'Sales' }));
    return { name, joined: joins ? a : 0, left: leaves ? d : NEVER, rows };
  });
const careers = fc.tuple(...NAMES.map(career));
const figure = fc.record({ actual: fc.integer({ min: 0, max: 100 }), target: fc.integer({ min: 1, max: 100 }) });
const figures = fc.array(fc.array(figure, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
type Figure = { actual: number; target: number };

const peopleOf = (list: readonly OracleCareer[]): Range => [
  ['Person', 'Team', 'Role', 'From', 'Joined', 'Left'],
  ...list.flatMap(({ name, joined, left, rows }) => rows.map(({ from, team, role }): Cell[] => [name, team, role, from === 0 ? '' : text(from), joined === 0 ? '' : text(joined), left === NEVER ? '' : text(left)])),
];
const KPIS = (rollup: string): Range => [['KPI', 'Weight', 'Rollup', 'Scoring', 'For'], ['A', 60, rollup, 'ratio', 'Role=Sales'], ['B', 40, rollup, 'ratio', ''], ['C', 60, rollup, 'ratio', 'Role=Manager']];
const ROLES: [string, string[]][] = [['A', ['Sales']], ['B', ['Sales', 'Manager']], ['C', ['Manager']]];
const rowsFor = (given: readonly Figure[][], header: Cell[], cell: (figure: Figure) => Cell): Range => [header, ...NAMES.flatMap((name, index) => ['A', 'B', 'C'].flatMap((kpi) => MONTHS.map((month, at): Cell[] => [name, kpi, month, cell(given[index]![at]!)])))];
const tablesOf = (list: readonly OracleCareer[], given: readonly Figure[][], rollup: string): Range[] => [KPIS(rollup), peopleOf(list), rowsFor(given, ['Person', 'KPI', 'Period', 'Target'], ({ target }) => target), rowsFor(given, ['Person', 'KPI', 'Period', 'Actual'], ({ actual }) => actual)];
const numberOf = (value: Decimal): number => Number(value.toFixed(25)) + 0;
const isThere = ({ joined, left }: OracleCareer, [first, last]: [number, number]): boolean => joined <= last && left >= first;
const QUARTER: [number, number] = [SPANS[0]!.first, SPANS[2]!.last];
const line = (rows: readonly Row[], kpi: string): Row | undefined => rows.find((row) => row['KPI'] === kpi);

describe('people who join, move, leave and are promoted on any day', () => {
  it('have the indicators of each role for its months, targets by days, actuals of the months alone', () => {
    check(fc.tuple(careers, figures, fc.constantFrom(...ROLLUPS)), ([list, given, rollup]) => {
      const tables = tablesOf(list, given, rollup);
      list.forEach((one, index) => {
        if (!isThere(one, QUARTER)) return;
        const card = rowsOf('SCORECARD', '2026-Q1', one.name, ...tables);
        for (const [kpi, roles] of ROLES) {
          const expected = oraclePersonFigure(one, SPANS, given[index]!, roles, rollup);
          const found = line(card, kpi);
          expect(found && [found['Target'], found['Actual']]).toEqual(expected && [numberOf(expected.target), numberOf(expected.actual)]);
        }
      });
    });
  });

  it('have a card of the quarter that is their cards of the months together', () => {
    check(fc.tuple(careers, figures), ([list, given]) => {
      const [, people = [], , actuals = []] = tablesOf(list, given, 'sum');
      // Deductions and weights of 100 a month: nothing bends, so that the quarter is the mean of its months.
      const kpis: Range = [['KPI', 'Weight', 'Rollup', 'Scoring', 'Better', 'For'], ['A', 60, 'sum', 'per 1 2 full 10000', 'lower', 'Role=Sales'], ['B', 40, 'sum', 'per 1 3 full 10000', 'lower', ''], ['C', 60, 'sum', 'per 1 5 full 10000', 'lower', 'Role=Manager'], ['D', 'plus', 'sum', 'per 1 7', 'lower', '']];
      const more: Range = [...actuals, ...NAMES.flatMap((name, index) => MONTHS.map((month, at): Cell[] => [name, 'D', month, given[index]![at]!.actual % 5]))];
      const totalOf = (period: string, who: string): number => Number(line(rowsOf('SCORECARD', period, who, kpis, people, more), 'Total')?.['Score']);
      for (const one of list) {
        const months = oracleMonthsOf(one, SPANS, ['Sales', 'Manager']);
        if (months.length === 0) continue;
        const mean = months.map((month) => new Decimal(totalOf(MONTHS[month]!, one.name))).reduce((a, b) => a.plus(b)).div(months.length);
        expect(mean.isFinite()).toBe(true);
        expect(totalOf('2026-Q1', one.name)).toBe(mean.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber());
      }
    });
  });

  it('make up their teams, each for the time with it: what is one team’s is not the other’s', () => {
    check(fc.tuple(careers, figures, fc.constantFrom(...ROLLUPS)), ([list, given, rollup]) => {
      const tables = tablesOf(list, given, rollup);
      for (const team of ['EU', 'US']) {
        const expected = oracleTeamFigure(list, team, SPANS, (name) => given[NAMES.indexOf(name)]!, rollup);
        if (!expected || !list.some(({ rows }) => rows.some((row) => row.team === team))) continue;
        const found = line(rowsOf('SCORECARD', '2026-Q1', team, ...tables), 'B');
        expect([found?.['Target'], found?.['Actual']]).toEqual([numberOf(expected.target), numberOf(expected.actual)]);
      }
    });
  });

  it('have rates of what was counted of all, and what was agreed weighed alike, each month where it closed: on their cards, their teams’ and the company’s', () => {
    const rate = fc.integer({ min: 1, max: 50 }).chain((of) => fc.record({ top: fc.integer({ min: 0, max: of }), of: fc.constant(of), target: fc.integer({ min: 1, max: 100 }) }));
    check(fc.tuple(careers, fc.array(fc.array(rate, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })), ([list, rates]) => {
      const kpis: Range = [['KPI', 'Weight', 'Rollup', 'Scoring', 'For'], ['A', 60, 'ratio', 'ratio', 'Role=Sales'], ['B', 40, 'ratio', 'ratio', '']];
      const rows = (cells: (index: number, month: number) => Cell[]): Cell[][] => NAMES.flatMap((name, index) => ['A', 'B'].flatMap((kpi) => MONTHS.map((month, at) => [name, kpi, month, ...cells(index, at)])));
      const tables: Range[] = [kpis, peopleOf(list), [['Person', 'KPI', 'Period', 'Target'], ...rows((index, at) => [rates[index]![at]!.target])], [['Person', 'KPI', 'Period', 'Actual', 'Numerator', 'Denominator'], ...rows((index, at) => ['', rates[index]![at]!.top, rates[index]![at]!.of])]];
      const said = (who: string, kpi: string): (Cell | undefined)[] | undefined => {
        const found = line(rowsOf('SCORECARD', '2026-Q1', who, ...tables), kpi);
        return found && [found['Target'], found['Actual']];
      };
      list.forEach((one, index) => {
        if (!isThere(one, QUARTER)) return;
        for (const [kpi, roles] of ROLES.slice(0, 2)) {
          const expected = oraclePersonRate(one, SPANS, rates[index]!, roles);
          expect(said(one.name, kpi)).toEqual(expected && [numberOf(expected.target), numberOf(expected.actual)]);
        }
      });
      for (const team of ['EU', 'US']) {
        const expected = oracleTeamRate(list, team, SPANS, (name) => rates[NAMES.indexOf(name)]!);
        if (expected) expect(said(team, 'B')).toEqual([numberOf(expected.target), numberOf(expected.actual)]);
      }
      const all = oracleTeamRate(list.map((one) => ({ ...one, rows: one.rows.map((row) => ({ ...row, team: 'all' })) })), 'all', SPANS, (name) => rates[NAMES.indexOf(name)]!);
      if (all) expect(said('Company', 'B')).toEqual([numberOf(all.target), numberOf(all.actual)]);
    });
  });

  it('leave no gap over the quarter where there is none in its months', () => {
    check(fc.tuple(careers, figures), ([list, given]) => {
      const [kpis = [], people = [], goals = []] = tablesOf(list, given, 'sum');
      const gapsOf = (period: string, targets: Range): Row[] => rowsOf('TARGETGAP', period, kpis, people, targets).filter((row) => row['KPI'] === 'B');
      const asked: Range = [...goals, ...['EU', 'US'].flatMap((team) => MONTHS.map((month): Cell[] => [team, 'B', month, 1]))];
      const assigned = new Map(MONTHS.flatMap((month) => gapsOf(month, asked).map((row): [string, number] => [`${row['Team']} ${month}`, Number(row['Personal targets'])])));
      for (const row of gapsOf('2026-Q1', asked)) {
        const months = MONTHS.map((month) => assigned.get(`${row['Team']} ${month}`) ?? 0).reduce((a, b) => a + b, 0);
        expect(Number(row['Personal targets'])).toBeCloseTo(months, 9);
      }
    });
  });
});
