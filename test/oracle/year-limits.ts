import type { Num, YearLimit } from './year-facts';
import { D, ZERO, sum } from './year-facts';
import type { PayPeriod } from './year-time';
import { addDays, daysBetween, spanDays, spanNumber } from './year-time';

/** What limits did in a period: what went into each row, in the order in which they apply, and what came out. */
export interface Limited {
  readonly period: PayPeriod;
  readonly inputs: readonly Num[];
  readonly output: Num;
}

const LENGTH = { month: 1, quarter: 3, year: 12 } as const;

/** From the shortest span to the longest; a minimum after a maximum of its span. */
function inOrder(limits: readonly YearLimit[]): YearLimit[] {
  const length = ({ span, kind }: YearLimit): number => (span === undefined ? 0 : LENGTH[span]) * 2 + (kind === 'minimum' ? 1 : 0);
  return [...limits].sort((a, b) => length(a) - length(b));
}

/** On how many days between two a person takes part. */
export type DaysThere = (first: string, last: string) => number;

/** What a period's pay is held to: by a gate that closed, and by the days on which the person was there. */
export interface Held {
  readonly gated: boolean;
  readonly there: DaysThere;
}

/** Applies the limits of one level to a period's pay; each row takes the output of the one before it. */
export function limit(limits: readonly YearLimit[], earlier: readonly Limited[], period: PayPeriod, pay: Num, { gated, there }: Held): Limited {
  const { version } = period.segment;
  const inputs: Num[] = [];
  let now = pay;
  inOrder(limits).forEach((row, at) => {
    inputs.push(now);
    const inSpan = (day: string): boolean => row.span !== undefined && spanNumber(day, row.span, version.firstDay) === spanNumber(period.last, row.span, version.firstDay);
    const before = earlier.filter((one) => inSpan(one.period.last));
    const paid = sum(before.filter((one) => one.period.segment.version !== version).map(({ output }) => output));
    const own = sum(before.filter((one) => one.period.segment.version === version).map((one) => one.inputs[at] ?? ZERO));
    const span = row.span === undefined || row.span === version.payEvery ? period : spanDays(spanNumber(period.last, row.span, version.firstDay), row.span, version.firstDay);
    const least = new D(row.amount).times(there(span.first, span.last)).div(daysBetween(span.first, span.last));
    const isLast = span.last <= period.last || there(addDays(period.last, 1), span.last) === 0;
    now = apply(row, { start: paid.plus(own), now, least, isLast, gated: gated || there(period.first, period.last) === 0 });
  });
  return { period, inputs, output: now };
}

interface Standing {
  readonly start: Num;
  readonly now: Num;
  /** A minimum for the days of its span on which the person is there. */
  readonly least: Num;
  /** A minimum over a longer span is made up in its last pay period, or the person's last. */
  readonly isLast: boolean;
  readonly gated: boolean;
}

function apply({ kind, amount }: YearLimit, { start, now, least, isLast, gated }: Standing): Num {
  if (kind === 'minimum') return gated || !isLast ? now : D.max(now, least.minus(start));
  const clamped = (total: Num): Num => D.max(-amount, D.min(amount, total));
  return clamped(start.plus(now)).minus(clamped(start));
}
