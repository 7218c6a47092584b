import type { Part, PlanVersion } from '../rules/plan';
import { isDraft, leaverOf } from '../rules/plan';
import { matchesValues } from '../rules/condition';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { addMonths } from '../table/day';
import { hasPeopleColumn, isEmployed, personText } from '../table/people';
import { textColumn } from '../table/table';
import type { Ledger } from './ledger';

/** Whether a person takes part, by their row of the People table on a day. */
export type PayeeTest = (person: number, orderDay: Day) => boolean;

/** Whether a person earns on a line won on one day and counted on another. */
export type EarnsTest = (person: number, orderDay: Day, countDay: Day) => boolean;

/** Who takes part, by the People row of the day: `payees` rows, else the Plan column, else everyone. */
export function payeeTest(ledger: Ledger, version: PlanVersion, part: Part, planNames: readonly string[], unknown: (row: number, column: string) => void): PayeeTest {
  const { people } = ledger;
  const groups = new Map<string, (typeof part.rules.payees)[number][]>();
  for (const entry of part.rules.payees) {
    if (!hasPeopleColumn(people, entry.condition.column)) unknown(entry.row, entry.condition.column);
    const excludes = entry.condition.test.kind === 'values' && entry.condition.test.excludes;
    const key = `${matchKey(entry.condition.column)}${excludes ? ` not ${entry.row}` : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const passes = (person: number, day: Day): boolean => {
    for (const group of groups.values()) {
      const some = group.some(({ condition }) => condition.test.kind === 'values' && matchesValues(condition.test, personText(people, person, condition.column, day)));
      if (!some) return false;
    }
    return true;
  };
  const includes = part.rules.payees.some(({ condition }) => condition.test.kind === 'values' && !condition.test.excludes);
  if (includes) return remembering(people.persons, passes);
  const assigned = textColumn(people.table, 'plan').values.slice(1);
  const wanted = matchKey(version.plan);
  if (assigned.length === 0) return planNames.length <= 1 || isDraft(version) ? remembering(people.persons, passes) : () => false;
  const namedSomewhere = assigned.some((text) => planNamesOf(text).some((name) => matchKey(name) === wanted));
  if (isDraft(version) && !namedSomewhere) return remembering(people.persons, (person, day) => personText(people, person, 'plan', day) !== '' && passes(person, day));
  return remembering(people.persons, (person, day) => {
    return planNamesOf(personText(people, person, 'plan', day)).some((name) => matchKey(name) === wanted) && passes(person, day);
  });
}

/** The plans a Plan cell names: one, or several. */
export function planNamesOf(text: string): string[] {
  return text.split(/[;；,，、\n]/).map((name) => name.trim()).filter((name) => name !== '');
}

/** Asks once per row of the People table instead of once per line. */
function remembering(persons: Ledger['people']['persons'], test: (person: number, day: Day) => boolean): PayeeTest {
  const single = persons.map((person, index) => (person.rows.length === 1 ? test(index, person.joined ?? 0) : undefined));
  return (person, day) => single[person] ?? test(person, day);
}

/** Whether a person earns on a line: employed when it was won, and by the leaver rule when it counts. */
export function leaverTest(ledger: Ledger, part: Part): EarnsTest {
  const by = leaverOf(part);
  return (person, orderDay, countDay) => {
    const found = ledger.people.persons[person];
    if (!found || !isEmployed(found, orderDay)) return false;
    if (found.left === undefined || by.kind === 'order date') return true;
    return countDay <= (by.kind === 'months' ? addMonths(found.left, by.months) : found.left);
  };
}
