import type { Exact } from '../amount/exact';
import { ZERO } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { NOTHING, addRatios, divideRatios, ratioOf, ratioSign, roundRatio, timesExact } from '../amount/ratio';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import type { People } from '../table/people';
import { findPerson, personText } from '../table/people';
import type { Calendar, Period } from '../table/period';
import { monthsOfPeriod, periodRange } from '../table/period';
import { closingDay, targetShare, targetShareWithTeam } from './figures/employment';
import { daysOfMonth, monthsOf } from './kpi-period';
import type { Planning } from './plannings';
import { plannedFor } from './plannings';
import { coverCounted } from './spans';
import type { TargetExchange } from './target-unit';
import { inPayroll } from './target-unit';
import type { TargetRow, Targets } from './targets';
import { alwaysRow, targetKey } from './targets';

/** What pay must know to take the very target that stands on the card: who was there, what each KPI itself plans, and in which unit it is written. */
export interface TargetCarrier {
  readonly people: People;
  readonly exchange: Omit<TargetExchange, 'day' | 'into'>;
  readonly plannings: readonly Planning[];
}

/** Whose target for what, in which period, as of a day. */
export interface TargetQuestion {
  readonly targets: Targets | undefined;
  readonly carrier: TargetCarrier;
  /** Names in order; rows for everyone (`*`) come last. */
  readonly who: readonly string[];
  /** Whether the first name is a team's: without rows of its own its members' targets add up. */
  readonly isTeam: boolean;
  readonly kpi: string;
  /** The payroll currency of the plan that asks. */
  readonly payroll: string;
  readonly period: Period;
  readonly asOf: Day;
  readonly calendar: Calendar;
}

/** Thirds and thirty-firsts end here: far below the last digit that any amount is compared in. */
const DECIMALS = 12;

/**
 * The target that tiers and gates look at, as it stands on the card: the row for that very period, else its months,
 * else what the KPI itself plans for each; of a person the months employed, by days (or Ramp) where they joined or
 * left; of a team its own rows, else what its people carry for the time with it; in payroll currency at the rate of
 * the day. 'no rate' where FX has none; undefined where there is no target. A target of 0 is none.
 */
export function carriedTarget(question: TargetQuestion): Exact | 'no rate' | undefined {
  const { carrier, who, asOf } = question;
  const total = question.isTeam ? teamTotal(question) : totalOf(question, holderNamed(question, who));
  if (!total || ratioSign(total) === 0) return undefined;
  const money = inPayroll(total, unitOf(question), { ...carrier.exchange, into: question.payroll, day: asOf });
  return money ? roundRatio(money, DECIMALS) : 'no rate';
}

/** The Unit of the KPI's row that is the person's, or somebody's of the team; of nobody in particular the first row's. */
function unitOf({ carrier, who: [name = ''], isTeam, kpi, period, asOf, calendar }: TargetQuestion): string {
  const { people, plannings } = carrier;
  const person = isTeam ? 'unknown' : findPerson(people, name);
  const candidates = typeof person === 'number' ? [person] : people.persons.map((_, index) => index).filter((index) => isTeam && matchKey(personText(people, index, 'team', asOf)) === matchKey(name));
  for (const one of candidates) {
    const found = plannedFor(carrier, { kpi, person: one, from: periodRange(period, calendar).first, day: Math.min(asOf, people.persons[one]?.left ?? asOf) });
    if (found) return found.unit;
  }
  return plannings.find(({ key }) => key === matchKey(kpi))?.unit ?? '';
}

/** Under which names a target stands, for which months, and how much of each is carried; of nobody in particular all of it. */
interface TargetHolder {
  readonly names: readonly string[];
  readonly months: readonly number[];
  readonly shareOf: ((month: number) => Ratio) | undefined;
  /** What the KPI itself plans for a month. */
  readonly planned: (month: number) => Exact | undefined;
}

function monthsAsked({ period, calendar }: TargetQuestion): number[] {
  const { first, last } = monthsOfPeriod(period, calendar);
  return monthsOf({ firstMonth: first, lastMonth: last });
}

/** A person, by the first of the names; anybody else has all of what is agreed. */
function holderNamed(question: TargetQuestion, names: readonly string[]): TargetHolder {
  const { carrier, calendar } = question;
  const months = monthsAsked(question);
  const person = findPerson(carrier.people, names[0] ?? '');
  if (typeof person !== 'number') return { names, months, shareOf: undefined, planned: (month) => plannedIn(question, -1, month) };
  const counted = months.filter((month) => closingDay(carrier.people, person, month, calendar) !== undefined);
  return { names, months: counted, shareOf: (month) => targetShare(carrier.people, person, month, calendar), planned: (month) => plannedIn(question, person, month) };
}

function plannedIn({ carrier, kpi, period, calendar }: TargetQuestion, person: number, month: number): Exact | undefined {
  const day = person < 0 ? undefined : closingDay(carrier.people, person, month, calendar);
  return plannedFor(carrier, { kpi, person, from: periodRange(period, calendar).first, day })?.target;
}

/** What a holder carries; undefined where months lack a target. */
function totalOf(question: TargetQuestion, { names, months, shareOf, planned }: TargetHolder): Ratio | undefined {
  const { targets, kpi, period, asOf, calendar } = question;
  const span = monthsOfPeriod(period, calendar);
  if (months.length === 0) return undefined;
  const monthly = (target: Exact | undefined, month: number): Ratio => partOf({ row: { target, first: month, last: month }, months: [month] }, shareOf, calendar);
  for (const name of names) {
    const spans = targets?.byKey.get(targetKey(name, kpi));
    const { pieces, missing } = coverCounted(spans, { firstMonth: span.first, lastMonth: span.last, last: asOf }, months, ({ target }) => target !== undefined);
    const always = spans && alwaysRow(spans, asOf);
    if (missing.length > 0 && !always) continue;
    return [...pieces.map((piece) => partOf(piece, shareOf, calendar)), ...missing.map((month) => monthly(always?.target, month))].reduce(addRatios, NOTHING);
  }
  const own = months.flatMap((month) => planned(month) ?? []);
  return own.length < months.length ? undefined : months.map((month, index) => monthly(own[index], month)).reduce(addRatios, NOTHING);
}

/** A team's own rows; else what each of its people carries for the time with it. */
function teamTotal(question: TargetQuestion): Ratio | undefined {
  const { carrier: { people, plannings }, who: [team = '', ...others], kpi, calendar } = question;
  const own = totalOf(question, { names: [team], months: monthsAsked(question), shareOf: undefined, planned: () => undefined });
  if (own) return own;
  const isTeams = plannings.some((one) => one.key === matchKey(kpi) && one.level !== 'person');
  const members = isTeams ? [] : people.persons.flatMap((found, person): TargetHolder[] => {
    const shareOf = (month: number): Ratio => targetShareWithTeam(people, person, team, month, calendar);
    const months = monthsAsked(question).filter((month) => ratioSign(shareOf(month)) > 0 && isPlannedFor(question, person, month));
    const names = [found.label, found.name, found.id, '*'].filter((name) => name !== '');
    return months.length === 0 ? [] : [{ names, months, shareOf, planned: (month) => plannedIn(question, person, month) }];
  });
  if (members.length === 0) return totalOf(question, holderNamed(question, ['', ...others]));
  const totals = members.map((member) => totalOf(question, member));
  return totals.some((total) => !total) ? undefined : totals.reduce<Ratio>((sum, total) => addRatios(sum, total ?? NOTHING), NOTHING);
}

/** Whether the KPI is somebody's in a month; one that KPIs do not tell of is everybody's. */
function isPlannedFor({ carrier, kpi, period, calendar }: TargetQuestion, person: number, month: number): boolean {
  if (!carrier.plannings.some(({ key }) => key === matchKey(kpi))) return true;
  const day = closingDay(carrier.people, person, month, calendar);
  return plannedFor(carrier, { kpi, person, from: periodRange(period, calendar).first, day }) !== undefined;
}

/** What somebody carries of a row's target: its months' shares, weighted by their days. */
function partOf({ row, months }: { readonly row: Pick<TargetRow, 'target' | 'first' | 'last'>; readonly months: readonly number[] }, shareOf: ((month: number) => Ratio) | undefined, calendar: Calendar): Ratio {
  const target = row.target ?? ZERO;
  if (!shareOf) return ratioOf(target);
  if (row.first === row.last) return timesExact(shareOf(row.first), target);
  let [top, days] = [NOTHING, NOTHING];
  for (let month = row.first; month <= row.last; month += 1) {
    const length = daysOfMonth(month, calendar);
    if (months.includes(month)) top = addRatios(top, timesExact(shareOf(month), length));
    days = addRatios(days, ratioOf(length));
  }
  return timesExact(divideRatios(top, days), target);
}
