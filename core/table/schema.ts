import type { Language } from '../locale/message';
import { matchKey } from './cell';
import { adjustments, statementLines, statements } from './schemas/closing-tables';
import { contributions, fx, orders, people, receipts, rules } from './schemas/commission-tables';
import { actuals, grades, holidays, kpis, scores, targets } from './schemas/kpi-tables';
import { pipeline, tasks } from './schemas/work-tables';
import type { Field, TableSchema } from './schemas/table-schema';

export type { Field, TableSchema } from './schemas/table-schema';

/** Every table of the workbook, by kind. A new table is a schema and a line here. */
export const schemas = {
  rules,
  people,
  orders,
  receipts,
  contributions,
  fx,
  kpis,
  targets,
  actuals,
  scores,
  holidays,
  grades,
  tasks,
  pipeline,
  statements,
  statementLines,
  adjustments,
} as const satisfies Record<string, TableSchema>;

export type TableKind = keyof typeof schemas;
export const tableKinds = Object.keys(schemas) as TableKind[];

export function tableName(kind: TableKind, language: Language): string {
  return schemas[kind][language];
}

/** The header a column has in a language. */
export function header(kind: TableKind, field: string, language: Language): string {
  return fieldsOf(kind).find((candidate) => candidate.key === field)?.[language] ?? field;
}

export function fieldsOf(kind: TableKind): readonly Field[] {
  return schemas[kind].fields;
}

const fieldKeys = new Map<TableKind, ReadonlyMap<string, string>>();

/** The field that a name in a rule stands for: its own name in either language or a name in use, case and spaces aside. */
export function fieldOfHeader(kind: TableKind, text: string): string | undefined {
  let keys = fieldKeys.get(kind);
  if (!keys) {
    const made = new Map<string, string>();
    for (const { key, en, zh, also = [] } of fieldsOf(kind)) for (const name of [en, zh, ...also]) if (!made.has(matchKey(name))) made.set(matchKey(name), key);
    keys = made;
    fieldKeys.set(kind, keys);
  }
  return keys.get(matchKey(text));
}

/** Whether a field, by its key or a name in use, holds dates. */
export function isDateField(kind: TableKind, name: string): boolean {
  const key = fieldOfHeader(kind, name) ?? name;
  return fieldsOf(kind).some((field) => field.key === key && field.type === 'date');
}
