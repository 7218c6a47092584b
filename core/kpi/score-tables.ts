import { nearPhrase } from '../rules/read-value';
import { nearestOf } from '../table/nearest';
import type { Result } from '../table/issue';
import { fail, issue, succeed } from '../table/issue';
import { findPerson } from '../table/people';
import type { Tables } from '../table/recognise';
import { nameOf } from '../table/recognise';
import { makeTable, textColumn } from '../table/table';
import type { KpiLedger } from './kpi-ledger';
import { readKpiLedger, teamNames } from './kpi-ledger';
import type { KpiPeriod } from './kpi-period';
import type { Scorecard } from './scorecard';
import { personCard } from './scorecard';
import { peopleIn, teamCard, teamOf } from './team-card';

/** Types the tables for scoring; without KPIs there is nothing to score. */
export function scoringLedger(tables: Tables): Result<KpiLedger> {
  if (tables.issues.length > 0) return fail(...tables.issues);
  const kpis = tables.byKind.get('kpis');
  if (!kpis) {
    const known = tables.byKind.size === 0 ? { code: 'word.none' as const } : [...tables.byKind.keys()].map(nameOf);
    return fail(issue('need.table', undefined, { table: nameOf('kpis'), known }));
  }
  return succeed(readKpiLedger(tables, kpis));
}

/** Types the tables for reconciling targets: without KPIs, every indicator that Targets name adds up. */
export function targetLedger(tables: Tables): Result<KpiLedger> {
  const targets = tables.byKind.get('targets');
  if (tables.issues.length > 0 || tables.byKind.has('kpis') || !targets) return scoringLedger(tables);
  const names = textColumn(targets, 'kpi').values.filter((name) => name !== '');
  return succeed(readKpiLedger(tables, makeTable('kpis', { cells: [['KPI', 'Rollup'], ...names.map((name) => [name, 'sum'])] }, new Map())));
}

/** The card of a person or a team, by name. */
export function cardOf(ledger: KpiLedger, who: string, period: KpiPeriod): Result<Scorecard> {
  const person = findPerson(ledger.people, who);
  if (person === 'ambiguous') return fail(issue('person.ambiguous', undefined, { found: who }));
  const team = typeof person === 'number' ? undefined : teamOf(ledger, who);
  if (team !== undefined) return succeed(teamCard(ledger, team, period));
  if (typeof person !== 'number' || !peopleIn(ledger, period).includes(person)) {
    const names = [...ledger.people.persons.map(({ label }) => label), ...teamNames(ledger.people)];
    return fail(issue('kpi.unknownCard', undefined, { found: who, period: period.text, nearest: typeof person === 'number' ? '' : nearPhrase(nearestOf(who, names)) }));
  }
  const card = personCard(ledger, person, period);
  if (card.lines.length === 0) return fail(...(card.issues.length > 0 ? card.issues : [issue('kpi.none', undefined, { who: card.holder.label, period: period.text })]));
  return succeed(card);
}

/** The cards of everyone who was there in a period and for whom an indicator holds. */
export function cardsIn(ledger: KpiLedger, period: KpiPeriod): Scorecard[] {
  return peopleIn(ledger, period)
    .map((person) => personCard(ledger, person, period))
    .filter(({ lines }) => lines.length > 0);
}
