import { sumRatios } from '../amount/ratio';
import { matchKey } from '../table/cell';
import { personText } from '../table/people';
import { cardLine } from './card-line';
import type { FoundActual, Holder } from './find-actual';
import { findActual, isRate, membersActual, personHolder, rollupOf, sharedActual } from './find-actual';
import type { Agreed } from './find-target';
import { findAgreed } from './find-target';
import type { Indicator } from './indicators';
import type { KpiLedger } from './kpi-ledger';
import { teamNames } from './kpi-ledger';
import type { KpiPeriod } from './kpi-period';
import { rollUp } from './roll-up';
import type { Scorecard } from './scorecard';
import { assemble, indicatorsFor } from './scorecard';
import { targetKey } from './targets';

/** The people employed at some time in a period. */
export function peopleIn(ledger: KpiLedger, period: KpiPeriod): number[] {
  return ledger.people.persons.flatMap(({ joined, left }, person) => ((joined ?? -Infinity) <= period.last && (left ?? Infinity) >= period.first ? [person] : []));
}

export function teamOf(ledger: KpiLedger, name: string): string | undefined {
  return teamNames(ledger.people).find((team) => matchKey(team) === matchKey(name));
}

/** A team's card: figures recorded for the team, else measured on its orders, else rolled up from its members. */
export function teamCard(ledger: KpiLedger, team: string, period: KpiPeriod): Scorecard {
  const members = peopleIn(ledger, period).filter((person) => {
    const day = Math.min(period.last, ledger.people.persons[person]?.left ?? period.last);
    return matchKey(personText(ledger.people, person, 'team', day)) === matchKey(team);
  });
  const holder: Holder = { label: team, names: [team], scope: { kind: 'team', team }, team, members };
  const { indicators, issues } = indicatorsFor(ledger, members, period);
  const people = members.map((person) => personHolder(ledger, person, period));
  const lines = indicators.map((indicator) => {
    const own = findActual(ledger, indicator, holder, period);
    const actual = own ?? membersActual(ledger, indicator, people, period) ?? sharedActual(ledger, indicator, holder, period);
    const agreed = teamAgreed(ledger, indicator, holder, people, period, actual);
    return cardLine(ledger, indicator, holder, period, { actual, agreed });
  });
  return assemble(ledger, holder, period, lines, issues);
}

/** The team's own target; else its members' targets, added up or averaged as the actuals are. */
function teamAgreed(ledger: KpiLedger, indicator: Indicator, holder: Holder, members: readonly Holder[], period: KpiPeriod, actual: FoundActual | undefined): Agreed {
  const rollup = actual?.rollup ?? rollupOf(indicator);
  const hasOwn = ledger.targets?.byKey.get(targetKey(holder.label, indicator.name))?.rows.some(({ target }) => target !== undefined) === true;
  if (hasOwn || members.length === 0) return findAgreed(ledger, indicator, holder, period, rollup, undefined);
  const agreed = members.map((member) => findAgreed(ledger, indicator, member, period, rollup, undefined));
  const targets = agreed.flatMap(({ target }) => target ?? []);
  const [first] = agreed;
  if (!first || targets.length < agreed.length) return findAgreed(ledger, indicator, holder, period, rollup, undefined);
  const adds = rollup === 'sum' || (rollup === 'last' && !isRate(indicator));
  const target = adds ? sumRatios(targets) : rollUp(targets.map((value) => ({ value, months: 1 })), rollup === 'ratio' ? 'average' : rollup);
  return { ...first, target, baseline: undefined, stretch: undefined, notes: [{ code: 'note.membersTarget', params: { count: targets.length } }] };
}
