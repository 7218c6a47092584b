import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { findPerson, personText } from '../../table/people';
import { hasColumn, placeOf, textColumn } from '../../table/table';
import { rulePlace } from '../rule-place';
import type { CheckContext, CheckedPart } from './context';

/** Pools by teams whose people have no Team, and overrides where nobody has a Manager. */
export function checkTeamsAndManagers(context: CheckContext): Issue[] {
  return context.parts.flatMap((one) => [...poolTeams(context, one), ...overrideManagers(context, one)]);
}

function poolTeams({ ledger, lastDay = 0 }: CheckContext, { plan, part, compiled, isLive }: CheckedPart): Issue[] {
  const { people } = ledger;
  const pool = part.rules.pool.find(({ by }) => by === 'team');
  const row = pool?.row ?? part.rules.tierBy.find(({ by }) => by === 'team')?.row ?? part.rules.gate.find(({ on }) => on.kind === 'team attainment')?.row;
  if (row === undefined) return [];
  const payees = people.persons.flatMap((person, index) => (compiled.isPayee(index, Math.min(lastDay, person.left ?? lastDay)) ? [index] : []));
  const without = payees.filter((person) => personText(people, person, 'team', lastDay) === '');
  const [first] = without;
  if (first === undefined) return [];
  if (without.length === payees.length) return [issue(pool ? 'check.noTeams' : 'check.noTeamTotals', rulePlace(ledger, row), { plan: plan.name }, isLive && pool ? 'error' : 'warning')];
  const { label = '', rows = [] } = people.persons[first] ?? {};
  return [issue('check.noTeam', placeOf(people.table, rows[0] ?? 0, 'team'), { plan: plan.name, name: label, count: without.length }, isLive ? 'warning' : 'note')];
}

function overrideManagers({ ledger }: CheckContext, { plan, part, isLive }: CheckedPart): Issue[] {
  const { people } = ledger;
  const managers = textColumn(people.table, 'manager');
  return part.rules.override.flatMap(({ row, level }): Issue[] => {
    const isManaged = hasColumn(people.table, 'manager') && managers.values.slice(1).some((name) => typeof findPerson(people, name) === 'number');
    return isManaged ? [] : [issue('check.noManagers', rulePlace(ledger, row), { plan: plan.name, level }, isLive ? 'warning' : 'note')];
  });
}
