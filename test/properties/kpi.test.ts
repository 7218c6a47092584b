import Decimal from 'decimal.js';
import fc from 'fast-check';
import type { Cell, Range } from '../../core/table/cell';
import type { OracleScoring } from '../oracle/kpi-oracle';
import { oracleScore, oracleTotal, scoringText } from '../oracle/kpi-oracle';
import type { Row } from '../support/tables';
import { rowsOf, valueOf } from '../support/tables';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1000);
const check = <Value>(values: fc.Arbitrary<Value>, holds: (value: Value) => void, share = 1): void => fc.assert(fc.property(values, holds), { numRuns: Math.max(50, Math.floor(RUNS * share)) });

const amount = fc.integer({ min: 0, max: 400000 }).map((cents) => cents / 100);
const target = fc.integer({ min: 1, max: 200000 }).map((cents) => cents / 100);
const weight = fc.integer({ min: 1, max: 100 });
const better = fc.constantFrom<'higher' | 'lower'>('higher', 'lower');
/** Points with rising x; scores as they come. */
const knots = fc.tuple(fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 5 }), fc.array(fc.integer({ min: -20, max: 150 }), { minLength: 5, maxLength: 5 })).map(([xs, scores]) => [...xs].sort((a, b) => a - b).map((x, index): readonly [number, number] => [x, scores[index] ?? 0]));
const scoring: fc.Arbitrary<OracleScoring> = fc.oneof(
  fc.record({ kind: fc.constant<'ratio'>('ratio'), full: fc.integer({ min: 1, max: 150 }) }),
  fc.record({ kind: fc.constantFrom<'linear' | 'step'>('linear', 'step'), knots, percent: fc.boolean() }),
  fc.record({ kind: fc.constant<'per unit'>('per unit'), unit: fc.integer({ min: 1, max: 20 }), points: fc.integer({ min: 0, max: 20 }), from: fc.integer({ min: 0, max: 150 }), full: fc.integer({ min: 1, max: 120 }), partial: fc.constantFrom<'exact' | 'whole' | 'started'>('exact', 'whole', 'started'), percent: fc.boolean() }),
);

const line = fc.record({ weight, scoring, better, target, actual: fc.option(amount, { freq: 4, nil: undefined }) });
const lines = fc.array(line, { minLength: 1, maxLength: 6 });
type Line = { weight: number; scoring: OracleScoring; better: 'higher' | 'lower'; target: number; actual: number | undefined };

const kpiTable = (rows: readonly Line[], scale = 1): Range => [['KPI', 'Weight', 'Better', 'Target', 'Scoring', 'Floor'], ...rows.map((row, index): Cell[] => [`K${index}`, row.weight * scale, row.better, row.target, scoringText(row.scoring), -1e12])];
const actualTable = (rows: readonly Line[], who = 'Amy'): Range => [['Period', 'Person', 'KPI', 'Actual'], ...rows.flatMap((row, index): Cell[][] => (row.actual === undefined ? [] : [['2026-03', who, `K${index}`, row.actual]]))];
const PEOPLE: Range = [['Person', 'Team'], ['Amy', 'EU'], ['Ben', 'EU']];
const cardOf = (period: string, who: string, ...tables: Range[]): Row[] => rowsOf('SCORECARD', period, who, ...tables);
const of = (rows: readonly Row[], kpi: string): Row => rows.find((row) => row['KPI'] === kpi) ?? {};
const asNumber = (value: Decimal): number => Number(value.toFixed(25));

describe('scores', () => {
  it('are those of the independent reading, to the last digit', () => {
    check(fc.tuple(scoring, amount, target, better), ([one, actual, goal, side]) => {
      expect(valueOf('KPISCORE', actual, goal, scoringText(one), null, side)).toBe(asNumber(oracleScore(one, actual, goal, side)) + 0);
    }, 3);
  });

  it('never fall while the actual rises (rise, where lower is better): ratio, rising lines and steps', () => {
    const rising = scoring.map((one): OracleScoring => (one.knots ? { ...one, knots: one.knots.map(([x], index) => [x, [...(one.knots ?? [])].map(([, score]) => score).sort((a, b) => a - b)[index] ?? 0] as const) } : one));
    check(fc.tuple(rising, amount, amount, target), ([one, a, b, goal]) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const score = (actual: number): number => valueOf('KPISCORE', actual, goal, scoringText(one)) as number;
      expect(score(high)).toBeGreaterThanOrEqual(score(low));
      if (one.kind !== 'ratio') return;
      const mirrored = (actual: number): number => valueOf('KPISCORE', actual, goal, scoringText(one), null, 'lower') as number;
      expect(mirrored(high)).toBeLessThanOrEqual(mirrored(low));
    });
  });
});

describe('cards', () => {
  it('are the mean of their parts, rounded once', () => {
    check(lines, (rows) => {
      const card = cardOf('2026-03', 'Amy', kpiTable(rows), actualTable(rows), PEOPLE);
      const scores = rows.map((row) => (row.actual === undefined ? undefined : oracleScore(row.scoring, row.actual, row.target, row.better)));
      const total = oracleTotal(rows.map((row, index) => ({ weight: row.weight, score: scores[index] })));
      expect(of(card, 'Total')['Score']).toBe(total ?? '');
      rows.forEach((_, index) => {
        const score = scores[index];
        expect(of(card, `K${index}`)['Score']).toBe(score === undefined ? '' : asNumber(score) + 0);
      });
    });
  });

  it('do not change when all weights are multiplied', () => {
    check(fc.tuple(lines, fc.constantFrom(0.01, 0.5, 3, 1000)), ([rows, scale]) => {
      const total = (factor: number): Cell => of(cardOf('2026-03', 'Amy', kpiTable(rows, factor), actualTable(rows), PEOPLE), 'Total')['Score'];
      expect(total(scale)).toBe(total(1));
    });
  });

  it('treat an indicator without an actual as if it were not there, never as 0', () => {
    check(fc.tuple(lines, line), ([rows, more]) => {
      const missing = [...rows, { ...more, actual: undefined }];
      const [without, withMissing] = [rows, missing].map((own) => of(cardOf('2026-03', 'Amy', kpiTable(own), actualTable(own), PEOPLE), 'Total'));
      expect(withMissing?.['Score']).toBe(without?.['Score']);
      expect(withMissing?.['Status']).toBe('incomplete');
    });
  });

  it('do not change with rows about other people, indicators and periods', () => {
    check(fc.tuple(lines, amount, amount), ([rows, other, later]) => {
      const [kpis, done] = [kpiTable(rows), actualTable(rows)];
      const more: Range = [...done, ...rows.map((_, index): Cell[] => ['2026-03', 'Ben', `K${index}`, other]), ['2026-04', 'Amy', 'K0', later], ['2026-03', 'Amy', 'Else', other]];
      const targets: Range = [['Person', 'KPI', 'Period', 'Target'], ['Ben', 'K0', '2026-03', 7], ['Amy', 'K0', '2026-04', 9]];
      const kpisMore: Range = [...kpis, ['Else', 5, '', 10, 'ratio', ''].map((cell) => cell as Cell)].map((row, index) => [...row, index === 0 ? 'For' : index === kpis.length ? 'Team=US' : '']);
      const people: Range = [...PEOPLE, ['Cy', 'US']];
      expect(cardOf('2026-03', 'Amy', kpisMore, more, targets, people)).toEqual(cardOf('2026-03', 'Amy', kpis, done, PEOPLE));
    });
  });

  it('of a quarter are the same from its months and at once', () => {
    const month = fc.record({ target, actual: amount });
    check(fc.tuple(fc.array(month, { minLength: 3, maxLength: 3 }), fc.constantFrom('sum', 'average', 'max', 'min', 'last'), scoring), ([months, rollup, one]) => {
      const combine = (values: number[]): Cell => {
        const all = values.map((value) => new Decimal(value));
        const sum = all.reduce((a, b) => a.plus(b));
        return { sum: sum.toNumber(), average: sum.div(3).toNumber(), max: Math.max(...values), min: Math.min(...values), last: values[2] ?? 0 }[rollup] ?? '';
      };
      // A third has no end in decimals: averages are compared where they do.
      fc.pre(rollup !== 'average' || [months.map((m) => m.target), months.map((m) => m.actual)].every((values) => Math.round(values.reduce((a, b) => a + b * 100, 0)) % 3 === 0));
      const kpis: Range = [['KPI', 'Weight', 'Rollup', 'Scoring', 'Floor'], ['K', 1, rollup, scoringText(one), -1e12]];
      const rows = (values: Cell[], periods: string[]): Cell[][] => values.map((value, index) => ['Amy', 'K', periods[index] ?? '', value]);
      const names = ['2026-01', '2026-02', '2026-03'];
      const tables = (targets: Cell[], actuals: Cell[], periods: string[]): Range[] => [kpis, [['Person', 'KPI', 'Period', 'Target'], ...rows(targets, periods)], [['Person', 'KPI', 'Period', 'Actual'], ...rows(actuals, periods)]];
      const [byMonth, atOnce] = [tables(months.map((m) => m.target), months.map((m) => m.actual), names), tables([combine(months.map((m) => m.target))], [combine(months.map((m) => m.actual))], ['2026-Q1'])].map((given) => cardOf('2026-Q1', 'Amy', ...given));
      for (const column of ['Target', 'Actual', 'Attainment', 'Score']) expect(of(byMonth ?? [], 'K')[column]).toBe(of(atOnce ?? [], 'K')[column]);
    });
  });

  it('computed from orders add up: months to the quarter, people to the team', () => {
    const order = fc.record({ month: fc.integer({ min: 1, max: 3 }), cents: fc.integer({ min: 1, max: 9999999 }), owner: fc.constantFrom('Amy', 'Ben', 'Amy 60%; Ben 40%', 'Amy; Ben') });
    check(fc.array(order, { minLength: 1, maxLength: 12 }), (list) => {
      const orders: Range = [['Order', 'Order date', 'Owner', 'Customer', 'Amount'], ...list.map(({ month, cents, owner }, index): Cell[] => [`P${index}`, `2026-0${month}-10`, owner, `C${index % 4}`, cents / 100])];
      const kpis: Range = [['KPI', 'Weight', 'Source', 'Target'], ['R', 1, 'orders: revenue', 1], ['N', 1, 'orders: new customers', 1]];
      const actual = (period: string, who: string, kpi: string): Decimal => new Decimal(Number(of(cardOf(period, who, kpis, PEOPLE, orders), kpi)['Actual']).toFixed(8));
      const months = ['2026-01', '2026-02', '2026-03'];
      const sum = (values: Decimal[]): string => values.reduce((a, b) => a.plus(b)).toFixed(6);
      expect(sum(months.map((month) => actual(month, 'Amy', 'R')))).toBe(actual('2026-Q1', 'Amy', 'R').toFixed(6));
      expect(sum(['Amy', 'Ben'].map((who) => actual('2026-Q1', who, 'R')))).toBe(actual('2026-Q1', 'EU', 'R').toFixed(6));
      expect(sum(months.map((month) => actual(month, 'EU', 'N')))).toBe(actual('2026-Q1', 'EU', 'N').toFixed(6));
    }, 0.3);
  });
});

describe('target grids', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 8 }).filter((all) => all.some((one) => one > 0));
  it('add up both ways, every cell the floor or the ceiling of its exact value', () => {
    check(fc.tuple(fc.integer({ min: -100000, max: 10000000 }), weights, weights, fc.integer({ min: 0, max: 3 })), ([units, rows, columns, decimals]) => {
      const scale = 10 ** decimals;
      const total = units / scale;
      const grid = valueOf('TARGETGRID', total, rows.map((one) => [one]), [columns], decimals) as number[][];
      const whole = grid.map((row) => row.map((cell) => Math.round(cell * scale)));
      const [rowSum, columnSum] = [rows.reduce((a, b) => a + b), columns.reduce((a, b) => a + b)];
      const between = (value: number, exact: Decimal): void => {
        expect(value).toBeGreaterThanOrEqual(exact.floor().toNumber());
        expect(value).toBeLessThanOrEqual(exact.ceil().toNumber());
      };
      whole.forEach((row, i) => {
        row.forEach((cell, j) => between(cell, new Decimal(units).times(rows[i] ?? 0).times(columns[j] ?? 0).div(rowSum * columnSum)));
        between(row.reduce((a, b) => a + b, 0), new Decimal(units).times(rows[i] ?? 0).div(rowSum));
      });
      columns.forEach((one, j) => between(whole.reduce((sum, row) => sum + (row[j] ?? 0), 0), new Decimal(units).times(one).div(columnSum)));
      expect(whole.flat().reduce((a, b) => a + b, 0)).toBe(units);
    });
  });
});
