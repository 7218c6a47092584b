import fc from 'fast-check';
import { call } from '../core/catalogue/call';
import { catalogue } from '../core/catalogue/catalogue';
import type { Argument, FunctionEntry } from '../core/catalogue/function-entry';
import type { Cell, Range } from '../core/table/cell';
import { words } from '../core/rules/words';
import { fieldsOf, tableKinds } from '../core/table/schema';
import type { TableKind } from '../core/table/schema';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1000);

/** Any cell a host may hand over. */
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(null, undefined, '', ' ', 0, '#REF!', '#N/A', '#DIV/0!', true, false, 'Amy', 'Ben', 'amy', 'Ａｍｙ', 'PO-1', 'PO-1/1', 'USD', 'CNY', '5%', '１２３', '(120)', '¥1,234', '1.2万', '1,23', '-', '–5', '2026-03-05', '2026年3月5日', '2026-02-30', 46000, '2026-03', 'x'.repeat(300), '=1+1', '<img src=x>', 'a\u0000b\u0007', '\u202Eabc', 'Amy 60%; Ben 60%', 'Smith, John', 'yes', 'not x', '*', 'order', 'whole', 'team', 1e308, -1e308, 1e-300, Number.MAX_SAFE_INTEGER, 0.1 + 0.2, Number.NaN, Infinity),
  fc.double(),
  fc.integer(),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[{}]/g, '_')),
);

/** Mostly what a column should hold, now and then anything. */
const valid: Record<string, fc.Arbitrary<Cell>> = {
  text: fc.constantFrom<Cell>('Amy', 'Ben', 'P', 'EU', 'PO-1', 'PO-2', 'USD', '', 'Sales', 'pay'),
  number: fc.oneof(fc.integer({ min: -100000, max: 100000 }), fc.constantFrom<Cell>('3%', '1,234.50', 0.13, '')),
  date: fc.constantFrom<Cell>('2026-03-05', '2026-01-31', '2025-12-01', 46086, '', '2026/3/9'),
  period: fc.constantFrom<Cell>('2026-03', '2026-02', '2026-Q1', '2026-03-01', ''),
  any: fc.constantFrom<Cell>('', 0, 100, '2026', 'x'),
};

/** Rows of rules that can be read more often than not. */
const ruleRow: fc.Arbitrary<Cell[]> = fc
  .tuple(fc.constantFrom(...Object.values(words).map(({ name }) => name.en)), fc.constantFrom<Cell>('', 'Role=Sales', 'Score', 'Amount', 'line', 'person', 'Owner', 'Team', 'EU', 2, 'credit', '2 months', 'recoverable', 'overdue', 'Nope=1'), fc.constantFrom<Cell>('', 0, 100, 5000, '80%'), fc.constantFrom<Cell>('', '5%', 0.1, 1000, 'month', 'team', 'marginal', 'whole', 'EU', 'receipt', 'owner', 'half up', 'order', '2 x Weight', 'original'))
  .chain(([rule, item, from, value]) => fc.oneof({ weight: 6, arbitrary: fc.constant<Cell[]>(['P', rule, item, from, value]) }, { weight: 1, arbitrary: fc.array(cell, { maxLength: 7 }) }));

function table(kind: TableKind): fc.Arbitrary<Range> {
  const fields = fieldsOf(kind);
  if (kind === 'rules') return fc.array(ruleRow, { maxLength: 6 }).map((rows) => [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '1%'], ...rows]);
  const row = fc.tuple(...fields.map(({ type }) => fc.oneof({ weight: 12, arbitrary: valid[type] ?? cell }, { weight: 1, arbitrary: cell })));
  const ragged = fc.tuple(row, fc.integer({ min: 0, max: fields.length })).map(([cells, cut]) => (cut % 7 === 0 ? cells.slice(0, cut) : cells));
  return fc.tuple(fc.array(ragged, { maxLength: 6 }), fc.boolean()).map(([rows, zh]) => [fields.map((field) => (zh ? field.zh : field.en)), ...rows]);
}

/** Cells of the KPI tables that can be read more often than not. */
const kpiCells: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
  kpi: fc.constantFrom<Cell>('Revenue', 'Complaints', 'Teamwork', ''),
  person: fc.constantFrom<Cell>('Amy', 'Ben', 'EU', '*', 'Company', 'Nobody'),
  owner: fc.constantFrom<Cell>('Amy', 'Ben', 'Amy 60%; Ben 40%', ''),
  area: fc.constantFrom<Cell>('Result', 'Service', ''),
  unit: fc.constantFrom<Cell>('CNY', '%', '万元', 'USD', ''),
  better: fc.constantFrom<Cell>('higher', 'lower', '越低越好', '', 'sideways'),
  scoring: fc.constantFrom<Cell>('ratio', 'ratio signed', 'ratio inverse', 'linear 80%:0 100%:100 120%:120', 'linear baseline:0 target:100 stretch:120', 'step 0:15 25:10 30:0', '分档 0%:0 60%:60', 'per 1% 2 from 85% full 60 zero below 55%', '每1扣5', 'good:100 poor:50', 'linear 20:1 10:2', 'ratio cap 120 floor -5', '', '???', 'per', 'below zero'),
  missing: fc.constantFrom<Cell>('exclude', 'zero', 'full', 'blank', ''),
  rollup: fc.constantFrom<Cell>('sum', 'average', 'last', 'max', 'min', 'ratio', ''),
  source: fc.constantFrom<Cell>('', '', '', 'orders: revenue', 'orders: churn rate', 'orders: on-time shipment', 'tasks: completion', 'pipeline: conversion', 'orders: active customers', 'nowhere'),
  veto: fc.constantFrom<Cell>('', '', 'below 90%: zero card', 'is poor: grade C', 'above 3 factor 0.5', '低于 60：本项归零', 'sometimes'),
  for: fc.constantFrom<Cell>('', '', 'Team=EU', 'Role=Sales; Manager', 'not Amy', 'Colour=red', ';;='),
  actual: fc.constantFrom<Cell>(0, 5, 80, '-', '', 'good', 'poor', '95%', '#N/A', 'many'),
  numerator: fc.constantFrom<Cell>('', 0, 3, -1),
  denominator: fc.constantFrom<Cell>('', 0, 20),
  weight: fc.constantFrom<Cell>(10, 40, 0, '', -5, 'heavy'),
  grade: fc.constantFrom<Cell>('A', 'B', 'C'),
  from: fc.constantFrom<Cell>(90, 75, 0, ''),
  period: fc.constantFrom<Cell>('2026-03', '2026-02', '2026-Q1', '2026-01 to 2026-02', '2026-02 至 2026-03', ''),
};

/** A KPI table whose cells fit their columns, now and then with anything. */
function kpiTable(kind: TableKind): fc.Arbitrary<Range> {
  const fields = fieldsOf(kind);
  const row = fc.tuple(...fields.map(({ key, type }) => fc.oneof({ weight: 15, arbitrary: (kind === 'people' ? undefined : kpiCells[key]) ?? valid[type] ?? cell }, { weight: 1, arbitrary: cell })));
  return fc.tuple(fc.array(row, { maxLength: 7 }), fc.boolean()).map(([rows, zh]) => [fields.map((field) => (zh ? field.zh : field.en)), ...rows]);
}

const kpiKinds = ['kpis', 'targets', 'actuals', 'grades', 'people', 'orders', 'tasks', 'pipeline', 'fx', 'receipts'] as const;
const kpiTables = fc.tuple(...kpiKinds.map((kind) => fc.option(kpiTable(kind), { nil: undefined, freq: kind === 'kpis' ? 20 : 2 }))).map((tables) => tables.flatMap((one) => (one ? [one] : [])));
const KPI_FUNCTIONS = new Set(['SCORECARD', 'KPISUMMARY', 'TARGETGAP', 'CHECKTABLES']);

const anyTable = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...tableKinds).chain(table) }, { weight: 1, arbitrary: fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 }) });
const givenTables = fc.tuple(table('rules'), table('people'), table('orders'), fc.array(anyTable, { maxLength: 4 })).map(([rules, people, orders, further]) => [rules, people, orders, ...further]);

function argumentsOf(entry: FunctionEntry): fc.Arbitrary<Argument[]> {
  const scalar = fc.oneof<fc.Arbitrary<Argument>[]>(cell as fc.Arbitrary<Argument>, fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }));
  const period = fc.oneof({ weight: 8, arbitrary: fc.constantFrom<Argument>('2026-03', '2026-Q1', '2026', '2026-03-05', '2026 to 2026-03') }, { weight: 1, arbitrary: scalar });
  const view = fc.constantFrom<Argument>('summary', 'parts', 'lines', 'pools', 'unused', '', null);
  const own = entry.parameters.filter(({ repeated }) => !repeated).map((parameter) => {
    if (parameter.kind === 'period') return period;
    if (parameter.name === 'view') return fc.oneof({ weight: 6, arbitrary: view }, { weight: 1, arbitrary: scalar });
    if (parameter.name === 'person') return fc.oneof({ weight: 3, arbitrary: fc.constant<Argument>('Amy') }, { weight: 1, arbitrary: scalar });
    if (parameter.name === 'scoring') return fc.oneof<fc.Arbitrary<Argument>[]>(kpiCells['scoring'] ?? cell, kpiTable('kpis'));
    if (parameter.name === 'kpi') return fc.constantFrom<Argument>('Revenue', 'Complaints', '', null);
    const own = ({ orders: 'orders', pipeline: 'pipeline', tasks: 'tasks', fx: 'fx', grades: 'grades' } as const)[parameter.name];
    if (own) return fc.oneof<fc.Arbitrary<Argument>[]>(kpiTable(own), scalar);
    if (parameter.kind === 'date') return fc.oneof<fc.Arbitrary<Argument>[]>(fc.constantFrom<Argument>('2026-03-31', '2026-01-01', 46100), scalar);
    if (parameter.name === 'rules') return fc.oneof<fc.Arbitrary<Argument>[]>(table('rules'), scalar);
    return parameter.kind === 'range' ? fc.oneof<fc.Arbitrary<Argument>[]>(fc.array(fc.array(fc.oneof(cell, fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 3 }), { maxLength: 4 }), anyTable) : scalar;
  });
  const repeats = entry.parameters.some(({ repeated }) => repeated);
  const given = KPI_FUNCTIONS.has(entry.name) ? fc.oneof<fc.Arbitrary<Range[]>[]>(kpiTables, givenTables) : givenTables;
  return fc.tuple(fc.tuple(...own), repeats ? given : fc.constant([])).map(([first, rest]) => [...first, ...rest]);
}

/** What a function may give: a finite number, a text, or a table of them without holes. */
function isSound(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return !/\bundefined\b|\[object/.test(value);
  return Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every((one) => typeof one !== 'object' && isSound(one)));
}

describe('random cells', () => {
  it.each(catalogue.map((entry) => [entry.name, entry] as const))('%s gives a result or an error that says what and how to mend it, never an exception', (name, entry) => {
    fc.assert(
      fc.property(argumentsOf(entry), (args) => {
        const result = call(name, args);
        if (result.ok) {
          if (!isSound(result.value)) throw new Error(`unsound: ${JSON.stringify(result.value).slice(0, 400)}`);
          return;
        }
        expect(['#VALUE!', '#N/A']).toContain(result.error.error);
        expect(result.error.message.length).toBeGreaterThan(10);
        expect(result.error.message).not.toMatch(/\bundefined\b|\[object|mistake of its own/);
        expect(result.error.message).not.toMatch(/\{\w+\}/);
      }),
      { numRuns: RUNS },
    );
  });

  it('a card says of every indicator what its score is, or why it has none', () => {
    fc.assert(
      fc.property(kpiTables, (tables) => {
        const result = call('SCORECARD', ['2026-03', '', ...tables]);
        if (!result.ok) return;
        for (const row of (result.value as Cell[][]).slice(1)) {
          const [score, status, note] = [row[7], row[9], row[10]];
          if (score === '') expect(`${String(status)} ${String(note)}`).toMatch(/(?:no data|无数据) .{5,}/);
          else expect(Number.isFinite(score)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('no row of the orders is lost: it counts, waits, is filtered, or is told of as unused', () => {
    fc.assert(
      fc.property(table('orders'), (orders) => {
        const people: Range = [['Person', 'Team'], ['Amy', 'EU'], ['Ben', 'EU']];
        const rules: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '1%'], ['P', 'refund', '', '', 'current']];
        const lines = call('SETTLE', ['2026-03', 'lines', rules, people, orders]);
        const unused = call('SETTLE', ['2026-03', 'unused', rules, people, orders]);
        if (!lines.ok || !unused.ok) return;
        const told = new Set((unused.value as Cell[][]).slice(1).filter(([kind]) => kind === 'Orders' || kind === '订单').map(([, row]) => row));
        const [header = [], ...rows] = orders;
        const at = (name: string): number => fieldsOf('orders').findIndex(({ key }) => key === name);
        rows.forEach((row, index) => {
          const blank = row.every((one) => one === '' || one === null || one === undefined || one === 0 || (typeof one === 'string' && one.trim() === ''));
          const when = row[at('orderDate')];
          const inMarch = when === '2026-03-05' || when === '2026/3/9' || when === 46086;
          // A line of nothing for nobody has nothing to show.
          if (blank || told.has(index + 2) || !inMarch || header.length === 0 || !row[at('amount')]) return;
          const order = row[at('order')];
          expect((lines.value as Cell[][]).some((line) => line[4] === (typeof order === 'string' ? order.normalize('NFKC').trim() : String(order === 0 ? '' : (order ?? ''))) || line[4] === '')).toBe(true);
        });
      }),
      { numRuns: Math.min(RUNS, 500) },
    );
  });
});
