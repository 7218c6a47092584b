import type { Day } from '../table/day';
import type { Period } from '../table/period';
import { numberOfPeriod, periodNumbering, periodOfNumber, periodRange } from '../table/period';
import type { PlanVersion, Term } from './plan';
import { calendarOf, payEveryOf } from './plan';

/** A pay period of a version: its name, its number, and the days that belong to it. */
export interface PayPeriod {
  readonly period: Period;
  readonly number: number;
  readonly first: Day;
  readonly last: Day;
}

interface Segment {
  readonly version: PlanVersion;
  readonly first: Day;
  readonly firstPeriod: number;
}

/**
 * Puts the versions of a plan on one timeline, so that every day belongs to one version and one pay period. A version
 * takes over on its Effective date, or, where that lies inside a pay period of the version before, when that period is
 * over. Of versions with one Effective date the highest Version counts. `latestFirst` is in the order of
 * `compareVersions`.
 */
export function withTerms(latestFirst: readonly PlanVersion[]): PlanVersion[] {
  const segments: Segment[] = [];
  for (const version of [...latestFirst].reverse()) {
    const effective = version.effective ?? -Infinity;
    // A version that never began before the next one is due does not take over at all.
    while ((segments[segments.length - 1]?.first ?? -Infinity) >= effective && segments.length > 0) segments.pop();
    const before = segments[segments.length - 1];
    const first = before ? takeover(before, effective) : effective;
    segments.push({ version, first, firstPeriod: firstPeriodOf(version, first, segments) });
  }
  const terms = new Map<PlanVersion, Term>();
  segments.forEach(({ version, first, firstPeriod }, index) => terms.set(version, { first, last: (segments[index + 1]?.first ?? Infinity) - 1, firstPeriod }));
  return latestFirst.map((version) => ({ ...version, term: terms.get(version) }));
}

/** The Effective date itself where a pay period begins on it, else the day after the period that it lies in. */
function takeover({ version, first, firstPeriod }: Segment, effective: Day): Day {
  const before: PlanVersion = { ...version, term: { first, last: Infinity, firstPeriod } };
  const period = payPeriod(before, payNumbering(before)(effective));
  return period.first === effective ? effective : period.last + 1;
}

/** The number of the period that holds a version's first day, or the first one whose name no earlier version has used. */
function firstPeriodOf(version: PlanVersion, first: Day, earlier: readonly Segment[]): number {
  if (first === -Infinity) return -Infinity;
  const own = periodNumbering(payEveryOf(version), calendarOf(version))(first);
  return earlier.reduce((number, segment, index) => {
    if (payEveryOf(segment.version) !== payEveryOf(version)) return number;
    const end = (earlier[index + 1]?.first ?? first) - 1;
    const used = payNumbering({ ...segment.version, term: { first: segment.first, last: end, firstPeriod: segment.firstPeriod } })(end);
    return Math.max(number, used + 1);
  }, own);
}

/** Gives every day the number of its pay period in a version. Days before its term have numbers below its first period. */
export function payNumbering(version: PlanVersion): (day: Day) => number {
  const number = periodNumbering(payEveryOf(version), calendarOf(version));
  const { term } = version;
  if (!term || term.first === -Infinity) return number;
  const { first, firstPeriod } = term;
  return (day) => (day < first ? Math.min(number(day), firstPeriod - 1) : Math.max(number(day), firstPeriod));
}

/** The pay period of a number: the first one of a version begins on the day the version takes over. */
export function payPeriod(version: PlanVersion, number: number): PayPeriod {
  const period = periodOfNumber(number, payEveryOf(version));
  const { first, last } = periodRange(period, calendarOf(version));
  const { term } = version;
  if (!term || number > term.firstPeriod) return { period, number, first, last };
  if (number === term.firstPeriod) return { period, number, first: term.first, last };
  return { period, number, first, last: Math.min(last, term.first - 1) };
}

export function payPeriodOf(version: PlanVersion, period: Period): PayPeriod {
  return payPeriod(version, numberOfPeriod(period));
}

/** The version before another on the plan's timeline: the one whose term ends the day before. */
export function versionBefore(versions: readonly PlanVersion[], { term }: PlanVersion): PlanVersion | undefined {
  return term && versions.find((other) => other.term?.last === term.first - 1 && term.first !== -Infinity);
}

/** The pay period before one, of the same version or of the version before. */
export function periodBefore(versions: readonly PlanVersion[], version: PlanVersion, period: PayPeriod): { readonly version: PlanVersion; readonly period: PayPeriod } | undefined {
  const { term } = version;
  if (!term || period.number > term.firstPeriod) return { version, period: payPeriod(version, period.number - 1) };
  const before = versionBefore(versions, version);
  return before && { version: before, period: payPeriod(before, payNumbering(before)(term.first - 1)) };
}
