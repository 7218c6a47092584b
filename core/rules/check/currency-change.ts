import { dayText } from '../../table/day';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import type { Table } from '../../table/table';
import { placeOf } from '../../table/table';
import type { Plan, PlanVersion } from '../plan';
import { currencyOf, isDraft } from '../plan';

/**
 * A version that pays in another currency than the one before it. What was paid, held, lent and carried until then is
 * in the old currency, and no rule says at which day's rate it would become the new one: a new currency is a new plan.
 */
export function currencyChanges({ name, versions }: Plan, version: PlanVersion, table: Table): Issue[] {
  const { term } = version;
  if (!term || isDraft(version)) return [];
  const now = currencyOf(version);
  const before = versions.find((other) => other.term && other.term.last < term.first && !isDraft(other) && currencyOf(other) !== now);
  if (!before) return [];
  const row = version.all.currency[0]?.row;
  const index = row === undefined ? (version.rows[0]?.index ?? 0) : table.rowNumbers.indexOf(row);
  return [issue('plan.currencyChanged', placeOf(table, index, row === undefined ? 'effective' : 'value'), { plan: name, now, from: dayText(term.first), was: currencyOf(before) })];
}
