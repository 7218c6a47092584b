import { matchKey } from '../../table/cell';
import type { Part } from '../plan';
import type { Finding } from './finding';

/** Weights of a column by which the pool is not shared. */
export function idleWeights({ rules }: Part): Finding[] {
  if (rules.pool.length === 0) return [];
  const keys = new Set(rules.shareBy.flatMap(({ key }) => (key.kind === 'column' ? [matchKey(key.column)] : [])));
  return rules.weight.flatMap(({ conditions, row }): Finding[] => {
    const [first] = conditions;
    if (!first || conditions.some(({ column }) => keys.has(matchKey(column)))) return [];
    return [{ code: 'plan.weightIdle', row, params: { column: first.column }, field: 'item' }];
  });
}
