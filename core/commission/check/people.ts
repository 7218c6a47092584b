import { nearPhrase } from '../../rules/read-value';
import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { nearestOf } from '../../table/nearest';
import type { People } from '../../table/people';
import { findPerson } from '../../table/people';
import { placeOf, textAt, textColumn } from '../../table/table';
import { isDraft } from '../../rules/plan';
import { planNamesOf } from '../payees';
import type { CheckContext } from './context';

/** Managers and plans that the People table names and nobody has, and people above themselves. */
export function checkPeople({ ledger: { people }, plans }: CheckContext): Issue[] {
  return [...managerIssues(people), ...planIssues(people, plans)];
}

export function managerIssues(people: People): Issue[] {
  const { table } = people;
  const managers = textColumn(table, 'manager');
  const found: Issue[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const manager = textAt(managers, row);
    if (manager !== '' && typeof findPerson(people, manager) !== 'number') found.push(issue('check.unknownManager', placeOf(table, row, 'manager'), { found: manager, nearest: nearPhrase(nearestOf(manager, people.persons.map(({ name }) => name))) }, 'warning'));
  }
  people.persons.forEach((person, index) => {
    if (inCircle(people, index)) found.push(issue('check.managerCircle', placeOf(table, person.rows[0] ?? 0, 'manager'), { name: person.label }, 'warning'));
  });
  return found;
}

/** Plans that are misspelt in People, or that are only drafts. */
function planIssues({ table }: People, { plans }: CheckContext['plans']): Issue[] {
  const planNames = textColumn(table, 'plan');
  const found: Issue[] = [];
  for (let row = 0; row < table.length; row += 1) {
    for (const name of planNamesOf(textAt(planNames, row))) {
      const plan = plans.find((one) => matchKey(one.name) === matchKey(name));
      const place = placeOf(table, row, 'plan');
      if (!plan) found.push(issue('check.unknownPlan', place, { found: name, nearest: nearPhrase(nearestOf(name, plans.map((one) => one.name))) }, 'warning'));
      else if (plan.versions.every(isDraft)) found.push(issue('check.draftPlan', place, { plan: plan.name }, 'warning'));
    }
  }
  return found;
}

function inCircle(people: People, start: number): boolean {
  const managers = textColumn(people.table, 'manager');
  let at = start;
  for (let step = 0; step < people.persons.length; step += 1) {
    const rows = people.persons[at]?.rows ?? [];
    const next = findPerson(people, textAt(managers, rows[rows.length - 1] ?? 0));
    if (typeof next !== 'number') return false;
    if (next === start) return true;
    at = next;
  }
  return false;
}
