import type { Exact } from '../amount/exact';
import { ZERO, add, exactInteger, isZero, multiply } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { NOTHING, WHOLE, addRatios, ratioOf, timesExact } from '../amount/ratio';
import type { People } from '../table/people';
import { hasPeopleColumn, personNumber } from '../table/people';
import type { Scope } from './derived/measured';
import { monthDays } from './kpi-period';

/** Days of a month on which a person was employed. */
function employedDays(people: People, person: number, month: number): { employed: number; days: number } {
  const { first, last } = monthDays(month);
  const found = people.persons[person];
  const from = Math.max(first, found?.joined ?? first);
  const to = Math.min(last, found?.left ?? last);
  return { employed: Math.max(0, to - from + 1), days: last - first + 1 };
}

export function isEmployedInMonth(people: People, person: number, month: number): boolean {
  return employedDays(people, person, month).employed > 0;
}

/** Whether figures of a month are expected: not of a person who was not employed in it. */
export function isExpected(people: People, scope: Scope, month: number): boolean {
  return scope.kind !== 'person' || isEmployedInMonth(people, scope.person, month);
}

/**
 * The share of a month's target that a person carries: the Ramp of the month in People, else employed days ÷ calendar
 * days.
 */
export function targetShare(people: People, person: number, month: number): Ratio {
  const { employed, days } = employedDays(people, person, month);
  if (employed === 0) return NOTHING;
  const ramp = rampOf(people, person, month);
  if (ramp) return ratioOf(ramp);
  return employed === days ? WHOLE : { top: exactInteger(employed), bottom: exactInteger(days) };
}

/** The Ramp share of a month; a blank and a 0 are none. */
function rampOf(people: People, person: number, month: number): Exact | undefined {
  if (!hasPeopleColumn(people, 'ramp')) return undefined;
  const ramp = personNumber(people, person, 'ramp', monthDays(month).last);
  return ramp && !isZero(ramp) ? ramp : undefined;
}

/** The share of a target for several months in a row: the months' shares, weighted by their days. */
export function targetShareOf(people: People, person: number, firstMonth: number, lastMonth: number): Ratio {
  if (firstMonth === lastMonth) return targetShare(people, person, firstMonth);
  let [top, days]: [Ratio, Exact] = [NOTHING, ZERO];
  for (let month = firstMonth; month <= lastMonth; month += 1) {
    const length = exactInteger(employedDays(people, person, month).days);
    top = addRatios(top, timesExact(targetShare(people, person, month), length));
    days = add(days, length);
  }
  return { top: top.top, bottom: multiply(top.bottom, days) };
}
