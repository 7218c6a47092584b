import { ratioSign } from '../../amount/ratio';
import { matchKey } from '../../table/cell';
import { personText } from '../../table/people';
import { appliesTo } from '../applies-to';
import type { Asked, Holder } from './asked';
import { employedMonths, personHolder } from './asked';
import { COMPANY_NAMES } from '../check-names';
import { movesAbout } from '../derived/sales-book';
import { closingDay, partWithTeam } from './employment';
import { usualRollup } from './find-actual';
import type { Indicator } from '../indicators';
import type { KpiLedger } from '../kpi-ledger';
import type { KpiPeriod } from '../kpi-period';
import { monthsOf } from '../kpi-period';
import type { TeamAsked } from './team-figures';
import type { Rollup } from '../words';

/** The people employed at some time in a period. */
export function peopleIn(ledger: KpiLedger, period: KpiPeriod): number[] {
  return ledger.people.persons.flatMap(({ joined, left }, person) => ((joined ?? -Infinity) <= period.last && (left ?? Infinity) >= period.first ? [person] : []));
}

/** The people who were with a team on some day of a period. */
export function peopleOfTeam(ledger: KpiLedger, team: string, period: KpiPeriod): number[] {
  return peopleIn(ledger, period).filter((person) => employedMonths(ledger, person, period).some((month) => isWith(ledger, person, team, month)));
}

function isWith({ people, calendar }: KpiLedger, person: number, team: string, month: number): boolean {
  return ratioSign(partWithTeam(people, person, team, month, calendar)) > 0;
}

/** Whether a month belongs to a team: sums by any day with it, everything else by the day the month closed on. */
function countsFor(ledger: KpiLedger, person: number, team: string, month: number, rollup: Rollup): boolean {
  if (rollup === 'sum') return isWith(ledger, person, team, month);
  const day = closingDay(ledger.people, person, month, ledger.calendar);
  return day !== undefined && matchKey(personText(ledger.people, person, 'team', day)) === matchKey(team);
}

/** What is asked of a team over some months: the team itself, and each of its people for the months they were with it. */
export function teamAsked(ledger: KpiLedger, indicator: Indicator, team: string, period: KpiPeriod, months: readonly number[] = monthsOf(period)): TeamAsked {
  const rollup = usualRollup(ledger, indicator);
  const members = peopleOfTeam(ledger, team, period);
  const holder: Holder = { label: team, names: [team], scope: { kind: 'team', team }, team, members };
  const own = members.map((person) => ({ person, with: months.filter((month) => countsFor(ledger, person, team, month, rollup)) }));
  const asked = own.map(({ person, with: with_ }) => memberAsked({ ledger, indicator, person, period, team }, with_.filter((month) => isFor(ledger, indicator, person, month))));
  const isForAll = asked.every((member, index) => member.months.length === own[index]?.with.length);
  return { team: { ledger, indicator, holder, period, months, within: undefined }, members: asked.filter((member) => member.months.length > 0), isForAll };
}

/** An indicator of the team or the company is for everybody who was there; one of persons only for those it names. */
function isFor({ people, calendar }: KpiLedger, indicator: Indicator, person: number, month: number): boolean {
  const day = closingDay(people, person, month, calendar);
  return indicator.level !== 'person' || (day !== undefined && appliesTo(indicator.appliesTo, people, person, day));
}

/** Somebody's place in a team: what is asked, of whom. */
export interface Membership {
  readonly ledger: KpiLedger;
  readonly indicator: Indicator;
  readonly person: number;
  readonly period: KpiPeriod;
  readonly team: string;
}

/** What is asked of somebody as a member of a team, over the months with it among some. */
export function askedWithTeam(membership: Membership, months: readonly number[]): Asked {
  const { ledger, indicator, person, team } = membership;
  return memberAsked(membership, months.filter((month) => countsFor(ledger, person, team, month, usualRollup(ledger, indicator))));
}

function memberAsked({ ledger, indicator, person, period, team }: Membership, months: readonly number[]): Asked {
  const holder = personHolder(ledger, person, period);
  if (!movesAbout(ledger.people, person)) return { ledger, indicator, holder, period, months, within: undefined };
  const scope = usualRollup(ledger, indicator) === 'sum' ? ({ kind: 'member', person, team } as const) : holder.scope;
  return { ledger, indicator, holder: { ...holder, scope }, period, months, within: team };
}

/** What is asked of the company: all orders, and everybody for the months they were employed. */
export function companyAsked(ledger: KpiLedger, indicator: Indicator, label: string, period: KpiPeriod, months: readonly number[] = monthsOf(period)): TeamAsked {
  const members = peopleIn(ledger, period);
  const holder: Holder = { label, names: COMPANY_NAMES, scope: { kind: 'all' }, team: '', members };
  const own = members.map((person) => ({ person, there: employedMonths(ledger, person, period).filter((month) => months.includes(month)) }));
  const asked = own.map(({ person, there }): Asked => ({ ledger, indicator, holder: personHolder(ledger, person, period), period, months: there.filter((month) => isFor(ledger, indicator, person, month)), within: undefined }));
  const isForAll = asked.every((member, index) => member.months.length === own[index]?.there.length);
  return { team: { ledger, indicator, holder, period, months, within: undefined }, members: asked.filter((member) => member.months.length > 0), isForAll };
}
