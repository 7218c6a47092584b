import { isDraft } from '../../core/rules/plan';
import { readPlans } from '../../core/rules/read-plans';
import type { TableKind } from '../../core/table/schema';
import type { Desk } from './desk';

/** Whether a table is missing, or has no rows. */
export function isEmptyOf({ tables }: Desk, kind: TableKind): boolean {
  return (tables.byKind.get(kind)?.length ?? 0) === 0;
}

/** The plans that are live: rules that only map columns are none. */
export function planNames({ tables }: Desk): readonly string[] {
  const rules = tables.byKind.get('rules');
  return rules ? readPlans(rules).plans.filter(({ versions }) => versions.some((version) => !isDraft(version))).map(({ name }) => name) : [];
}
