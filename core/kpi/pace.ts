import type { Exact } from '../amount/exact';
import { exactInteger, isZero, sign, subtract, sum } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { NOTHING, WHOLE, addRatios, compareRatios, divideRatios, ratioOf, timesExact } from '../amount/ratio';
import type { Day } from '../table/day';
import { addMonths } from '../table/day';
import type { Result } from '../table/issue';
import { fail, issue, succeed } from '../table/issue';
import type { Better } from './scoring/scoring';
import type { WorkCalendar } from './working-days';
import { countDays } from './working-days';

/** What pacing looks at: where things stand on a day between start and end. */
export interface PaceInput {
  readonly actual: Exact;
  readonly target: Exact;
  readonly start: Day;
  readonly end: Day;
  readonly today: Day;
  /** Seasonal shares of months, of equal groups of months, or of days. */
  readonly shares: readonly Exact[] | undefined;
  /** Given: working days count instead of calendar days. */
  readonly calendar: WorkCalendar | undefined;
  readonly better: Better;
}

export type PaceStatus = 'ahead' | 'onTrack' | 'behind' | 'notStarted';

/** Undefined parts cannot be told: a projection before the first day, a daily need after the last. */
export interface Pace {
  readonly expected: Ratio;
  readonly pace: Ratio | undefined;
  readonly projected: Ratio | undefined;
  readonly requiredPerDay: Ratio | undefined;
  readonly status: PaceStatus;
}

const TOLERANCE: Exact = { units: 1, scale: 1 };

/**
 * Expected = target × elapsed share; pace = actual ÷ expected; projection = actual ÷ elapsed share; required = what is
 * left ÷ the days left. Within ±10 % of expected, edges included, is on track; lower-is-better mirrors.
 */
export function paceOf(input: PaceInput): Result<Pace> {
  const { actual, target, start, end, today, calendar } = input;
  if (end < start) return fail(issue('pace.order', undefined));
  const elapsed = elapsedShare(input);
  if (!elapsed.ok) return elapsed;
  const expected = timesExact(elapsed.value, target);
  const left = countDays(Math.max(today + 1, start), end, calendar);
  const open = subtract(target, actual);
  const isMet = sign(open) <= 0;
  const need = left === 0 ? undefined : divideRatios(ratioOf(open), ratioOf(exactInteger(left)));
  const started = !isZero(elapsed.value.top);
  return succeed({
    expected,
    pace: isZero(expected.top) ? undefined : divideRatios(ratioOf(actual), expected),
    projected: started ? divideRatios(ratioOf(actual), elapsed.value) : undefined,
    requiredPerDay: isMet && input.better === 'higher' ? NOTHING : need,
    status: started ? paceStatus(actual, expected, input.better) : 'notStarted',
  });
}

function paceStatus(actual: Exact, expected: Ratio, better: Better): PaceStatus {
  const margin = timesExact(sign(expected.top) < 0 ? timesExact(expected, { units: -1, scale: 0 }) : expected, TOLERANCE);
  const over = compareRatios(ratioOf(actual), addRatios(expected, margin)) > 0;
  const under = compareRatios(addRatios(ratioOf(actual), margin), expected) < 0;
  if (!over && !under) return 'onTrack';
  return over === (better === 'higher') ? 'ahead' : 'behind';
}

interface Segment {
  readonly first: Day;
  readonly last: Day;
  readonly share: Exact;
}

/** The share of the span that has passed at the end of today. */
function elapsedShare(input: PaceInput): Result<Ratio> {
  const { start, end, today, calendar, shares } = input;
  if (!shares) {
    const days = countDays(start, end, calendar);
    if (days === 0) return fail(issue('pace.noDays', undefined));
    return succeed({ top: exactInteger(countDays(start, Math.min(today, end), calendar)), bottom: exactInteger(days) });
  }
  const segments = segmentsOf(input, shares);
  if (!segments.ok) return segments;
  const whole = sum(shares);
  const parts = segments.value.map((segment) => timesExact(passedShare(segment, today, calendar), segment.share));
  return succeed(divideRatios(parts.reduce(addRatios, NOTHING), ratioOf(whole)));
}

/** How much of a segment has passed: by its working days, or by calendar days where it has none. */
function passedShare({ first, last }: Segment, today: Day, calendar: WorkCalendar | undefined): Ratio {
  if (today >= last) return WHOLE;
  if (today < first) return NOTHING;
  const days = countDays(first, last, calendar);
  const counted = days === 0 ? undefined : calendar;
  return { top: exactInteger(countDays(first, today, counted)), bottom: exactInteger(countDays(first, last, counted)) };
}

function segmentsOf({ start, end }: PaceInput, shares: readonly Exact[]): Result<Segment[]> {
  const days = end - start + 1;
  let months = 1;
  while (addMonths(start, months) <= end) months += 1;
  const wholeMonths = addMonths(start, months) === end + 1;
  const misfit = fail(issue('pace.shares', undefined, { found: shares.length, months: wholeMonths ? months : '–', days }));
  if (shares.some((share) => sign(share) < 0) || isZero(sum(shares))) return misfit;
  if (wholeMonths && months % shares.length === 0) {
    const step = months / shares.length;
    return succeed(shares.map((share, index) => ({ first: addMonths(start, index * step), last: addMonths(start, (index + 1) * step) - 1, share })));
  }
  if (shares.length === days) return succeed(shares.map((share, index) => ({ first: start + index, last: start + index, share })));
  return misfit;
}
