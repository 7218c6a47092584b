import type { Exact } from '../amount/exact';
import { ZERO } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { NOTHING, addRatios, divideRatios, ratioOf, ratioSign, roundRatio, timesExact } from '../amount/ratio';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import type { People } from '../table/people';
import { findPerson } from '../table/people';
import type { Calendar, Period } from '../table/period';
import { monthsOfPeriod } from '../table/period';
import { closingDay, targetShare } from './figures/employment';
import { daysOfMonth, monthsOf } from './kpi-period';
import { coverCounted } from './spans';
import type { TargetExchange } from './target-unit';
import { inPayroll } from './target-unit';
import type { TargetRow, Targets } from './targets';
import { alwaysRow, targetKey } from './targets';

/** What pay must know to take the very target that stands on the card: who was there, and in which unit it is written. */
export interface TargetCarrier {
  readonly people: People;
  readonly exchange: Omit<TargetExchange, 'day'>;
  /** The Unit of each KPI that has one, by its name's key. */
  readonly units: ReadonlyMap<string, string>;
}

/** Whose target for what, in which period, as of a day. */
export interface TargetQuestion {
  readonly targets: Targets;
  readonly carrier: TargetCarrier;
  /** Names in order; rows for everyone (`*`) come last. */
  readonly who: readonly string[];
  readonly kpi: string;
  readonly period: Period;
  readonly asOf: Day;
  readonly calendar: Calendar;
}

/** Thirds and thirty-firsts end here: far below the last digit that any amount is compared in. */
const DECIMALS = 12;

/**
 * The target that tiers and gates look at, as it stands on the card: the row for that very period, else its months;
 * of a person the months employed, by days (or Ramp) where they joined or left; in payroll currency at the rate of the
 * day. 'no rate' where FX has none; undefined where there is no target. A target of 0 is none.
 */
export function carriedTarget(question: TargetQuestion): Exact | 'no rate' | undefined {
  const { targets, carrier, who, kpi, period, asOf, calendar } = question;
  const span = monthsOfPeriod(period, calendar);
  const months = monthsOf({ firstMonth: span.first, lastMonth: span.last });
  const person = findPerson(carrier.people, who[0] ?? '');
  const shareOf = typeof person === 'number' ? (month: number) => targetShare(carrier.people, person, month, calendar) : undefined;
  const counted = typeof person === 'number' ? months.filter((month) => closingDay(carrier.people, person, month, calendar) !== undefined) : months;
  for (const name of who) {
    const spans = targets.byKey.get(targetKey(name, kpi));
    const { pieces, missing } = coverCounted(spans, { firstMonth: span.first, lastMonth: span.last, last: asOf }, counted, ({ target }) => target !== undefined);
    const always = spans && alwaysRow(spans, asOf);
    if (pieces.length + missing.length === 0 || (missing.length > 0 && !always)) continue;
    const parts = [...pieces.map((piece) => partOf(piece, shareOf, calendar)), ...missing.map((month) => partOf({ row: { target: always?.target, first: month, last: month }, months: [month] }, shareOf, calendar))];
    const total = parts.reduce(addRatios, NOTHING);
    if (ratioSign(total) === 0) return undefined;
    const money = inPayroll(total, carrier.units.get(matchKey(kpi)) ?? '', { ...carrier.exchange, day: asOf });
    return money ? roundRatio(money, DECIMALS) : 'no rate';
  }
  return undefined;
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
