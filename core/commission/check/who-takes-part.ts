import { matchKey } from '../../table/cell';
import type { Day } from '../../table/day';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { hasColumn, placeOf, textColumn } from '../../table/table';
import { findPerson } from '../../table/people';
import { rulePlace } from '../rule-place';
import type { CheckContext, RanPart } from './context';
import { amountOfRows } from './context';

/** Plans that nobody is in, people that are in none, and people that are in two. */
export function checkWhoTakesPart(context: CheckContext): Issue[] {
  const live = context.ran;
  if (live.length === 0 || context.lastDay === undefined) return [];
  const plansOf = context.ledger.people.persons.map((_, person) => plansOfPerson(context, live, person));
  if (plansOf.every((names) => names.length === 0)) return [nobodyAnywhere(context, live)];
  return [...emptyPlans(context, live, plansOf), ...inNone(context, live, plansOf), ...inTwo(context, plansOf)];
}

/** The names of the plans in force on the last day that a person takes part in: as of that day, or of their last one. */
function plansOfPerson({ ledger, lastDay = 0 }: CheckContext, live: readonly RanPart[], person: number): string[] {
  const found = ledger.people.persons[person];
  const day: Day = Math.max(Math.min(lastDay, found?.left ?? lastDay), found?.joined ?? -Infinity);
  const inForce = live.filter(({ version: { term } }) => term !== undefined && term.first <= day && day <= term.last);
  const now = inForce.length > 0 ? inForce : live;
  return [...new Set(now.filter(({ compiled }) => compiled.isPayee(person, day)).map(({ plan }) => plan.name))];
}

function nobodyAnywhere(context: CheckContext, live: readonly RanPart[]): Issue {
  const { ledger } = context;
  const { table } = ledger.people;
  const plans = [...new Set(live.map(({ plan }) => plan.name))];
  const payees = live.flatMap(({ part }) => part.rules.payees)[0];
  const amount = amountOfRows(context, rowsOwned(ledger, () => true));
  const place = payees ? rulePlace(ledger, payees.row) : { ...placeOf(table, 0, hasColumn(table, 'plan') ? 'plan' : 'person'), row: 1 };
  return issue(plans.length > 1 ? 'check.nobodyInPlans' : 'check.nobodyInPlan', place, { plans, amount });
}

function emptyPlans({ ledger }: CheckContext, live: readonly RanPart[], plansOf: readonly (readonly string[])[]): Issue[] {
  const taken = new Set(plansOf.flat().map(matchKey));
  const names = new Map(live.map((one) => [matchKey(one.plan.name), one]));
  return [...names].flatMap(([key, { plan, part, version, run }]) => {
    const isPaying = taken.has(key) || run.events.person.some((person) => person >= 0);
    const row = part.rules.payees[0]?.row ?? version.rows[0]?.row ?? 0;
    return isPaying ? [] : [issue('check.nobodyInOne', rulePlace(ledger, row), { plan: plan.name }, 'warning')];
  });
}

/** People who sell and are in no plan. Who earns only on others, or is kept out by `payees`, is no slip. */
function inNone(context: CheckContext, live: readonly RanPart[], plansOf: readonly (readonly string[])[]): Issue[] {
  const { ledger, lastDay = 0 } = context;
  const { people } = ledger;
  const keptOut = live.some(({ part }) => part.rules.payees.length > 0);
  return people.persons.flatMap((person, index): Issue[] => {
    if ((plansOf[index] ?? []).length > 0 || (person.left !== undefined && person.left < lastDay)) return [];
    if (live.some(({ run }) => run.events.person.includes(index))) return [];
    const sold = rowsOwned(ledger, (name) => findPerson(people, name) === index);
    const place = placeOf(people.table, person.rows[0] ?? 0, hasColumn(people.table, 'plan') ? 'plan' : 'person');
    if (sold.length > 0) return [issue('check.inNone', place, { name: person.label, amount: amountOfRows(context, sold) }, keptOut ? 'note' : 'warning')];
    return keptOut || isManager(ledger, person.label) ? [] : [issue('check.noPlan', place, { name: person.label }, 'note')];
  });
}

function isManager({ people }: CheckContext['ledger'], label: string): boolean {
  return textColumn(people.table, 'manager').values.some((name) => matchKey(name) === matchKey(label));
}

function inTwo({ ledger: { people } }: CheckContext, plansOf: readonly (readonly string[])[]): Issue[] {
  return people.persons.flatMap((person, index) => {
    const plans = plansOf[index] ?? [];
    const place = placeOf(people.table, person.rows[0] ?? 0, hasColumn(people.table, 'plan') ? 'plan' : 'person');
    return plans.length < 2 ? [] : [issue('check.inTwo', place, { name: person.label, plans }, 'note')];
  });
}

/** The rows of the orders of some owners. */
function rowsOwned({ orders }: CheckContext['ledger'], isOwner: (name: string) => boolean): number[] {
  const owners = textColumn(orders.table, 'owner');
  const theirs = owners.values.map(isOwner);
  return Array.from(owners.codes.keys()).filter((row) => theirs[owners.codes[row] ?? 0] && owners.codes[row] !== 0 && orders.cancelled[row] !== 1);
}
