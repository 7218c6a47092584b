import type { Plan } from '../../rules/plan';
import { versionFor } from '../../rules/plan';
import type { Day } from '../../table/day';
import type { Period } from '../../table/period';
import { CALENDAR_MONTHS, numberOfPeriod, periodRange } from '../../table/period';
import type { PayPeriod } from '../engine';
import { payPeriodOf } from '../engine';

/** The days of a period that a plan closed, by the version that was in force then. */
export function daysOfClosed(plan: Plan, closed: Period): { readonly first: Day; readonly last: Day } {
  const version = versionFor(plan, closed);
  return version ? payPeriodOf(version, closed) : periodRange(closed, CALENDAR_MONTHS);
}

/** Whether a plan closed a period before another one; a plan may have paid by the month and pay by the quarter now. */
export function isEarlier(plan: Plan, closed: Period, period: PayPeriod): boolean {
  if (closed.kind === period.period.kind) return numberOfPeriod(closed) < period.number;
  return daysOfClosed(plan, closed).last < period.first;
}
