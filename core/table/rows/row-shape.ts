import type { TableKind } from '../schema';
import { fieldsOf } from '../schema';
import type { RowShape } from './totals';

/** What says which thing a row of a table is about. */
const IDENTITIES: Readonly<Record<TableKind, readonly string[]>> = {
  rules: [], people: ['person', 'id'], orders: ['order', 'owner', 'orderDate'], receipts: ['order', 'date'], contributions: ['subject', 'person'], fx: ['date', 'currency'],
  kpis: ['kpi'], targets: ['person', 'kpi', 'period'], actuals: ['person', 'kpi', 'period'], scores: ['person', 'period'], holidays: [], grades: [], tasks: ['task', 'owner'], pipeline: ['deal', 'owner'], statements: [], statementLines: [], adjustments: [],
};

/** Numbers that nobody adds up. */
const RATES = new Set(['rate', 'vatRate', 'rebateRate', 'probability', 'progress', 'ramp', 'factor']);

export function shapeOf(kind: TableKind, columns: ReadonlyMap<string, number>): RowShape {
  const at = (field: string): number[] => {
    const column = columns.get(field);
    return column === undefined ? [] : [column];
  };
  const fields = fieldsOf(kind);
  return {
    identities: IDENTITIES[kind].flatMap(at),
    names: fields.filter(({ type }) => type !== 'number' && type !== 'any').flatMap(({ key }) => at(key)),
    numbers: fields.filter(({ key, type }) => type === 'number' && !RATES.has(key)).flatMap(({ key }) => at(key)),
  };
}
