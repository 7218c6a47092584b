import { nearPhrase } from '../rules/read-value';
import { nearestOf } from '../table/nearest';
import type { Result } from '../table/issue';
import { fail, issue, succeed } from '../table/issue';
import { findPerson } from '../table/people';
import type { Calendar } from '../table/period';
import type { Tables } from '../table/recognise';
import { nameOf } from '../table/recognise';
import { makeTable } from '../table/make-table';
import { textColumn } from '../table/table';
import type { KpiLedger } from './kpi-ledger';
import { readKpiLedger, teamNames } from './kpi-ledger';
import type { KpiPeriod } from './kpi-period';
import type { Scorecard } from './card/scorecard';
import { personCard } from './card/scorecard';
import { companyCard, teamCard, teamOf } from './card/team-card';
import { isCompany } from './check-names';
import { peopleIn } from './figures/holders';

/** Types the tables for scoring; without KPIs there is nothing to score. The calendar is that of the rules, unless another is given. */
export function scoringLedger(tables: Tables, calendar?: Calendar): Result<KpiLedger> {
  if (tables.issues.length > 0) return fail(...tables.issues);
  const kpis = tables.byKind.get('kpis');
  if (!kpis) {
    const known = tables.byKind.size === 0 ? { code: 'word.none' as const } : [...tables.byKind.keys()].map(nameOf);
    return fail(issue('need.table', undefined, { table: nameOf('kpis'), known }));
  }
  return succeed(readKpiLedger(tables, kpis, calendar));
}

/** Types the tables for reconciling targets: without KPIs, every indicator that Targets name adds up. */
export function targetLedger(tables: Tables, calendar?: Calendar): Result<KpiLedger> {
  const targets = tables.byKind.get('targets');
  if (tables.issues.length > 0 || tables.byKind.has('kpis') || !targets) return scoringLedger(tables, calendar);
  const names = textColumn(targets, 'kpi').values.filter((name) => name !== '');
  return succeed(readKpiLedger(tables, makeTable('kpis', { cells: [['KPI', 'Rollup'], ...names.map((name) => [name, 'sum'])] }, new Map()), calendar));
}

/** The card of a person, a team or the company, by name. */
export function cardOf(ledger: KpiLedger, who: string, period: KpiPeriod): Result<Scorecard> {
  const person = findPerson(ledger.people, who);
  if (person === 'ambiguous') return fail(issue('person.ambiguous', undefined, { found: who }));
  const team = typeof person === 'number' ? undefined : teamOf(ledger, who);
  if (team !== undefined) return succeed(teamCard(ledger, team, period));
  if (person === 'unknown' && isCompany(who)) return succeed(companyCard(ledger, who, period));
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
