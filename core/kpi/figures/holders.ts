import { ratioSign } from '../../amount/ratio';
import { matchKey } from '../../table/cell';
import { personText } from '../../table/people';
import { appliesTo } from '../applies-to';
import type { Asked, Holder } from './asked';
import { employedMonths, monthsByTeam, over, personHolder } from './asked';
import { COMPANY_NAMES } from '../check-names';
import { movesAbout } from '../derived/sales-book';
import { closingDay, partWithTeam } from './employment';
import type { Figures } from './figures';
import { figuresOf } from './figures';
import type { FoundActual } from './find-actual';
import { usualRollup } from './find-actual';
import type { Agreed } from './find-target';
import { NOTHING_AGREED } from './find-target';
import type { Indicator } from '../indicators';
import type { KpiLedger } from '../kpi-ledger';
import type { KpiPeriod } from '../kpi-period';
import { monthsOf } from '../kpi-period';
import { rollUp } from './roll-up';
import type { TeamAsked } from './team-figures';
import { teamFigures } from './team-figures';
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

/** The figures on a person's card: their own, or where Level says so those of their team (of each, for the months with it) or of the company. */
export function cardFigures(asked: Asked): Figures {
  const { ledger, indicator, holder, period, months } = asked;
  if (indicator.level === 'person' || holder.scope.kind !== 'person') return figuresOf(asked);
  if (indicator.level === 'company') return teamFigures(underOwnName(companyAsked(ledger, indicator, 'Company', period, months), holder));
  const groups = monthsByTeam(ledger, holder.scope.person, months);
  return together(asked, groups.map(({ team, months: own }) => teamFigures(underOwnName(teamAsked(ledger, indicator, team, period, own), holder))));
}

/** What was agreed with a person about their team's figure comes before what was agreed with the team. */
function underOwnName(asked: TeamAsked, { names }: Holder): TeamAsked {
  const { holder } = asked.team;
  return { ...asked, team: { ...asked.team, holder: { ...holder, names: [...names, ...holder.names] } } };
}

/** The figures of several teams one after another, as one. */
function together(asked: Asked, parts: readonly Figures[]): Figures {
  const [first] = parts;
  if (!first) return figuresOf(over(asked, []));
  if (parts.length === 1) return first;
  const actual = actualsTogether(parts);
  const rollup = actual?.rollup ?? usualRollup(asked.ledger, asked.indicator);
  const agreedOver = (months: readonly number[]): Agreed | undefined => {
    const shared = parts.map((part) => ({ part, own: part.months.filter((month) => months.includes(month)) })).filter(({ own }) => own.length > 0);
    return agreedTogether(shared.map(({ part, own }) => ({ agreed: own.length === part.months.length ? part.agreed : part.agreedOver(own), months: own.length })), rollup);
  };
  return { months: asked.months, actual, agreed: agreedOver(asked.months) ?? NOTHING_AGREED, agreedOver };
}

function agreedTogether(parts: readonly { readonly agreed: Agreed | undefined; readonly months: number }[], rollup: Rollup): Agreed | undefined {
  const targets = parts.flatMap(({ agreed, months }) => (agreed?.target ? [{ value: agreed.target, months }] : []));
  const [first] = parts;
  if (!first?.agreed || targets.length < parts.length) return undefined;
  return { ...first.agreed, target: rollUp(targets, rollup === 'ratio' ? 'average' : rollup), notes: parts.flatMap(({ agreed }) => agreed?.notes ?? []) };
}

function actualsTogether(parts: readonly Figures[]): FoundActual | undefined {
  const known = parts.flatMap(({ actual, months }) => (actual ? [{ actual, months }] : []));
  const [first] = known;
  if (!first) return undefined;
  const { rollup } = first.actual;
  const pieces = known.flatMap(({ actual, months }) => (actual.value ? [{ value: actual.value, months: months.length, ...actual.of }] : []));
  const absent = parts.filter(({ actual }) => !actual).flatMap(({ months }) => [...months]);
  return {
    ...first.actual,
    value: pieces.length > 0 ? rollUp(pieces, rollup) : undefined,
    labels: known.flatMap(({ actual }) => actual.labels),
    missing: [...known.flatMap(({ actual }) => actual.missing), ...absent].sort((a, b) => a - b),
    idle: known.flatMap(({ actual }) => actual.idle),
    isPartial: known.some(({ actual }) => actual.isPartial),
    assumed: first.actual.assumed,
    of: undefined,
    weights: undefined,
    notes: known.flatMap(({ actual }) => actual.notes),
    faults: known.flatMap(({ actual }) => actual.faults),
  };
}
