import type { Exact } from '../../amount/exact';
import { exactInteger, isZero } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { NOTHING, WHOLE, multiplyRatios, ratioOf } from '../../amount/ratio';
import { matchKey } from '../../table/cell';
import type { Day } from '../../table/day';
import type { People } from '../../table/people';
import { hasPeopleColumn, personNumber, personText } from '../../table/people';
import type { Calendar, DayRange } from '../../table/period';
import { monthDays } from '../kpi-period';

/** The days of a month on which a person was employed; undefined where there is none. */
export function employedDays(people: People, person: number, month: number, calendar: Calendar): DayRange | undefined {
  const days = monthDays(month, calendar);
  const found = people.persons[person];
  const [first, last] = [Math.max(days.first, found?.joined ?? days.first), Math.min(days.last, found?.left ?? days.last)];
  return first <= last ? { first, last } : undefined;
}

export function isEmployedInMonth(people: People, person: number, month: number, calendar: Calendar): boolean {
  return employedDays(people, person, month, calendar) !== undefined;
}

/** The day that says which role and team a month belongs to: the last of it on which the person was employed. */
export function closingDay(people: People, person: number, month: number, calendar: Calendar): Day | undefined {
  return employedDays(people, person, month, calendar)?.last;
}

/** The part of a person's days of a month that they were with a team. */
export function partWithTeam(people: People, person: number, team: string, month: number, calendar: Calendar): Ratio {
  const days = employedDays(people, person, month, calendar);
  if (!days) return NOTHING;
  const isWith = (day: Day): boolean => matchKey(personText(people, person, 'team', day)) === matchKey(team);
  if (people.persons[person]?.rows.length === 1) return isWith(days.last) ? WHOLE : NOTHING;
  let count = 0;
  for (let day = days.first; day <= days.last; day += 1) if (isWith(day)) count += 1;
  return partOf(count, days.last - days.first + 1);
}

function partOf(count: number, whole: number): Ratio {
  if (count === 0) return NOTHING;
  return count === whole ? WHOLE : { top: exactInteger(count), bottom: exactInteger(whole) };
}

/**
 * The share of a month's target that a person carries: the Ramp of the month in People, else employed days ÷ calendar
 * days.
 */
export function targetShare(people: People, person: number, month: number, calendar: Calendar): Ratio {
  const days = employedDays(people, person, month, calendar);
  if (!days) return NOTHING;
  const ramp = rampOf(people, person, monthDays(month, calendar).last);
  if (ramp) return ratioOf(ramp);
  const whole = monthDays(month, calendar);
  return partOf(days.last - days.first + 1, whole.last - whole.first + 1);
}

/** The Ramp share on a day; a blank and a 0 are none. */
function rampOf(people: People, person: number, day: Day): Exact | undefined {
  if (!hasPeopleColumn(people, 'ramp')) return undefined;
  const ramp = personNumber(people, person, 'ramp', day);
  return ramp && !isZero(ramp) ? ramp : undefined;
}

/** Of a month's target, the part that a person carries for a team. */
export function targetShareWithTeam(people: People, person: number, team: string, month: number, calendar: Calendar): Ratio {
  return multiplyRatios(targetShare(people, person, month, calendar), partWithTeam(people, person, team, month, calendar));
}
