import { settledRows } from '../../core/commission/views/summary';
import type { Settlement } from '../../core/commission/settle';
import { matchKey } from '../../core/table/cell';
import { isEmployed, personText } from '../../core/table/people';
import { dayColumn, textAt, textColumn } from '../../core/table/table';
import { planNamesOf } from '../../core/commission/payees';

/**
 * Who sells or has a plan's name beside them, is employed in the period, and is in none of its plans: somebody whose
 * plan is misspelt or was renamed in one place only. Who sold nothing and has no plan is left out on purpose.
 */
export function withoutPlan(settlement: Settlement): string[] {
  const { ledger: { people, orders }, plans } = settlement;
  const paid = new Set(settledRows(settlement).flatMap(({ row }) => (row.kind === 'person' ? [row.person] : [])));
  const last = Math.max(...plans.map(({ period }) => period.last));
  const first = Math.min(...plans.map(({ period }) => period.first));
  const known = new Set(plans.map(({ plan }) => matchKey(plan.name)));
  const owners = textColumn(orders.table, 'owner');
  const { days } = dayColumn(orders.table, 'orderDate');
  const sellers = new Set(Array.from(days.keys()).filter((row) => (days[row] ?? 0) >= first && (days[row] ?? 0) <= last).map((row) => matchKey(textAt(owners, row))));
  return people.persons.flatMap((person, index) => {
    if (paid.has(index) || !isEmployed(person, last)) return [];
    const named = planNamesOf(personText(people, index, 'plan', last));
    const isLost = named.length > 0 && !named.some((name) => known.has(matchKey(name)));
    const sells = [person.name, person.id, person.label].some((name) => name !== '' && sellers.has(matchKey(name)));
    return isLost || (named.length === 0 && sells) ? [person.label] : [];
  });
}
