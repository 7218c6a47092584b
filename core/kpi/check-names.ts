import { nearPhrase } from '../rules/read-value';
import { matchKey } from '../table/cell';
import { nearestOf } from '../table/nearest';
import type { People } from '../table/people';
import { findPerson } from '../table/people';
import type { Table } from '../table/table';
import { faultRow, textAt, textColumn } from '../table/table';
import { teamsNamed } from './applies-to';
import type { Indicators } from './indicators';

/** Who stands for everyone, and who for the company as a whole. */
export const EVERYONE = '*';
export const COMPANY_NAMES = ['company', '公司', '全公司', 'total', '合计', '总计', 'all'] as const;
const COMPANY: ReadonlySet<string> = new Set(COMPANY_NAMES);

export function isCompany(name: string): boolean {
  return COMPANY.has(matchKey(name));
}

/** Points out rows of Targets or Actuals whose person (or team) or KPI is nowhere else. */
export function checkNames(table: Table, people: People, indicators: Indicators): void {
  const [persons, kpis] = [textColumn(table, 'person'), textColumn(table, 'kpi')];
  const teams = new Set([...textColumn(people.table, 'team').values, ...indicators.all.flatMap(({ appliesTo }) => teamsNamed(appliesTo))].map(matchKey));
  const known = new Set(indicators.all.map(({ key }) => key));
  const whoFault = persons.values.map((name) => whoProblem(name, people, teams));
  const kpiFault = kpis.values.map((name) => (name === '' || known.has(matchKey(name)) ? undefined : { code: 'kpi.unknown' as const, params: { found: name, nearest: nearPhrase(nearestOf(name, indicators.all.map((one) => one.name))) } }));
  for (let row = 0; row < table.length; row += 1) {
    const [who, kpi] = [whoFault[persons.codes[row] ?? 0], kpiFault[kpis.codes[row] ?? 0]];
    if (who) faultRow(table, row, 'person', { ...who, params: { found: textAt(persons, row), ...who.params } });
    if (kpi) faultRow(table, row, 'kpi', kpi);
  }
}

function whoProblem(name: string, people: People, teams: ReadonlySet<string>) {
  if (name === '' || name === EVERYONE || isCompany(name) || teams.has(matchKey(name))) return undefined;
  const found = findPerson(people, name);
  if (typeof found === 'number') return undefined;
  if (found === 'ambiguous') return { code: 'person.ambiguous' as const, params: {} };
  return { code: 'kpi.unknownPerson' as const, params: { nearest: nearPhrase(nearestOf(name, people.persons.map(({ label }) => label))) } };
}
