import type { Language } from '../../core/locale/message';
import { STAGES, names } from '../../core/rules/templates/names';
import type { ResultTable } from '../../core/table/result-table';
import { fieldsOf, schemas } from '../../core/table/schema';
import type { TableKind } from '../../core/table/schema';
import type { Desk } from './desk';
import { openDesk } from './desk';
import { EXAMPLE_ORDERS } from './example-orders';
import type { RuleLine } from './plans';
import { withDraft } from './plans';
import type { PreviewRow } from './settlement';
import { preview } from './settlement';

type Fields = Readonly<Record<string, string | number>>;

const PERIOD = '2026-03';
const NAMES = { en: { manager: 'May', first: 'Ben', second: 'Amy' }, zh: { manager: '张经理', first: '小李', second: '小王' } } as const;

/** What a plan pays in a team of three with two orders, settled by the engine itself. */
export interface WorkedExample {
  readonly names: { readonly manager: string; readonly first: string; readonly second: string };
  readonly rows: readonly Pick<PreviewRow, 'name' | 'payable' | 'why'>[];
}

/** Settles a plan over the example's tables; undefined where the plan needs what the example has not. */
export function workedExample(rules: readonly RuleLine[], language: Language): WorkedExample | undefined {
  const found = preview(withDraft(exampleDesk(language), { plan: 'P', version: '', effective: '', rules }), { period: PERIOD });
  if (!found.ok) return undefined;
  const rows = found.value.rows.filter(({ payable }) => payable !== 0);
  return { names: NAMES[language], rows: rows.map(({ name, payable, why }) => ({ name, payable, why })) };
}

function exampleDesk(language: Language): Desk {
  const { manager, first, second } = NAMES[language];
  const [large, small] = EXAMPLE_ORDERS;
  const paid = { orderDate: '2026-03-05', currency: 'CNY', receivedDate: '2026-03-25' };
  const stages = (...people: readonly string[]): Fields => Object.fromEntries(STAGES.map((stage, index) => [stage[language], people[index] ?? '']));
  const tables: readonly [TableKind, readonly Fields[]][] = [
    ['people', [{ person: manager, team: 'T', role: names.manager[language] }, { person: first, team: 'T', role: names.seniorSales[language], manager }, { person: second, team: 'T', role: '', manager }]],
    ['orders', [
      { ...paid, order: '0', orderDate: '2025-12-10', customer: 'K1', owner: first, ...large, received: large.amount, receivedDate: '2025-12-30', ...stages(first, first, first) },
      { ...paid, order: 'A', customer: 'K1', project: 'P1', owner: first, ...large, received: large.amount, ...stages(first, second, second) },
      { ...paid, order: 'B', customer: 'K2', owner: second, ...small, received: small.amount, ...stages(second, manager, first) },
    ]],
    ['contributions', [{ subject: 'P1', person: first, share: '60%' }, { subject: 'P1', person: second, share: '40%' }]],
    ['scores', [manager, first, second].map((person, index) => ({ person, period: PERIOD, score: 80 + index * 10, [names.attitude[language]]: 90, [names.collaboration[language]]: 80 }))],
    ['statements', []],
  ];
  return openDesk({ sheets: tables.map(([kind, rows]) => ({ cells: laidOut(kind, rows, language), origin: { sheet: schemas[kind][language], row: 1, column: 1 } })), names: [] }, language);
}

/** Rows by field as a table: the kind's own columns under their names, others under the name they have; all columns of the kind where there is no row. */
function laidOut(kind: TableKind, rows: readonly Fields[], language: Language): ResultTable {
  const fields = rows.length === 0 ? fieldsOf(kind).map(({ key }) => key) : [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const names = new Map(fieldsOf(kind).map((field) => [field.key, field[language]]));
  return [fields.map((field) => names.get(field) ?? field), ...rows.map((row) => fields.map((field) => row[field] ?? ''))];
}
