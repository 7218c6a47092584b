import type { Ratio } from '../../amount/ratio';
import { WHOLE } from '../../amount/ratio';
import { matchKey } from '../../table/cell';
import { personText } from '../../table/people';
import type { Scope } from '../derived/measured';
import { closingDay, partWithTeam, targetShare, targetShareWithTeam } from './employment';
import type { Indicator } from '../indicators';
import type { KpiLedger } from '../kpi-ledger';
import type { KpiPeriod } from '../kpi-period';
import { monthsOf } from '../kpi-period';

/** Whose card it is: the names they go by in the tables, and whose orders count. */
export interface Holder {
  readonly label: string;
  readonly names: readonly string[];
  readonly scope: Scope;
  /** The team on the period's last day (or the last one worked). */
  readonly team: string;
  /** The members of a team; of a person, themselves. */
  readonly members: readonly number[];
}

/** One indicator of a holder over the months that count for it. */
export interface Asked {
  readonly ledger: KpiLedger;
  readonly indicator: Indicator;
  readonly holder: Holder;
  readonly period: KpiPeriod;
  /** In order. A month without employment, in another team or in another role is not among them. */
  readonly months: readonly number[];
  /** The team with which somebody's days are counted, where only those count. */
  readonly within: string | undefined;
}

export function personHolder({ people }: KpiLedger, person: number, period: KpiPeriod): Holder {
  const found = people.persons[person];
  const day = Math.min(period.last, found?.left ?? period.last);
  const names = [found?.label ?? '', found?.name ?? '', found?.id ?? ''].filter((name, index, all) => name !== '' && all.indexOf(name) === index);
  return { label: found?.label ?? '', names, scope: { kind: 'person', person }, team: personText(people, person, 'team', day), members: [person] };
}

/** An indicator of a person, over some months of a period. */
export function askedOf(ledger: KpiLedger, indicator: Indicator, person: number, period: KpiPeriod, months: readonly number[]): Asked {
  return { ledger, indicator, holder: personHolder(ledger, person, period), period, months, within: undefined };
}

/** The same over fewer months. */
export function over(asked: Asked, months: readonly number[]): Asked {
  return { ...asked, months };
}

/** The share of a month's target that the holder carries: a team's is never prorated. */
export function shareOfTarget({ ledger, holder, within }: Asked, month: number): Ratio {
  const { people, calendar } = ledger;
  if (!('person' in holder.scope)) return WHOLE;
  return within === undefined ? targetShare(people, holder.scope.person, month, calendar) : targetShareWithTeam(people, holder.scope.person, within, month, calendar);
}

/** The part of a figure typed for a month that belongs to the holder: of a mover, the days with the team. */
export function partOfFigure({ ledger, holder, within }: Asked, month: number): Ratio {
  if (!('person' in holder.scope) || within === undefined) return WHOLE;
  return partWithTeam(ledger.people, holder.scope.person, within, month, ledger.calendar);
}

/** The teams a person was with, by the months that closed with them. */
export function monthsByTeam({ people, calendar }: KpiLedger, person: number, months: readonly number[]): { team: string; months: number[] }[] {
  const groups = new Map<string, { team: string; months: number[] }>();
  for (const month of months) {
    const day = closingDay(people, person, month, calendar);
    const team = day === undefined ? '' : personText(people, person, 'team', day);
    if (team === '') continue;
    const known = groups.get(matchKey(team));
    if (known) known.months.push(month);
    else groups.set(matchKey(team), { team, months: [month] });
  }
  return [...groups.values()];
}

/** Months of a period in which somebody was employed. */
export function employedMonths({ people, calendar }: KpiLedger, person: number, period: KpiPeriod): number[] {
  return monthsOf(period).filter((month) => closingDay(people, person, month, calendar) !== undefined);
}
