import type { Exact } from '../amount/exact';
import { ONE, ZERO, isZero, multiply, subtract, sum } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import type { CompiledPart } from './compile-part';
import type { Counting } from './counts/counting';
import type { Events } from './events';
import { sameEvent } from './events';
import type { PartRun } from './part-run';
import type { PaidSoFar, RatePaid } from './passes/walk';

/** Takes the part of an amount that is asked about. */
export type Take = (amount: Exact) => Exact;

/** Something that was paid for an event in a period, under the factors of that period. */
export interface PaidPiece {
  readonly run: PartRun;
  readonly period: number;
  /**
   * The part is taken of what a rate multiplies, not of the product, so that it fits what the running total loses;
   * `base` is what additive factors multiply.
   */
  readonly amount: (take: Take) => Exact;
  readonly base: (take: Take) => Exact;
}

export type Runs = (compiled: CompiledPart) => PartRun;

/** What was paid piece by piece, and how it stands at last. */
interface Paid extends PaidSoFar {
  readonly pieces: readonly PaidPiece[];
}

/** All that was paid for an event of a run up to a period: its own pay, and what later periods and versions trued up. */
export function piecesPaid(runs: Runs, run: PartRun, event: number, before: number): readonly PaidPiece[] {
  return paidIn(runs, run, event, before)?.pieces ?? [];
}

/** What rates have paid for an event of the history by the time a version took over; undefined where nothing was. */
export function ratesPaid(runs: Runs, counting: Counting, events: Events, event: number): PaidSoFar | undefined {
  const earlier = earlierEvent(runs, counting, events, event);
  return earlier && paidIn(runs, earlier.run, earlier.event, Infinity);
}

/** The same event in the run of the version before, or, where that credits lines otherwise and has none, of those before it. */
function earlierEvent(runs: Runs, counting: Counting, events: Events, event: number): { readonly run: PartRun; readonly event: number } | undefined {
  const by = events.by[event];
  if (!by || !counting.continues) return undefined;
  for (const before of counting.before) {
    const run = runs(before.compiled);
    const same = sameEvent(events, event, run.events);
    if (same !== undefined && run.events.by[same] === by) return { run, event: same };
  }
  return counting.before.map((before) => earlierEvent(runs, before, events, event)).find((found) => found !== undefined);
}

function paidIn(runs: Runs, run: PartRun, event: number, before: number): Paid | undefined {
  const { counting, events } = run;
  if (events.by[event] === run.compiled) return withRises(run, event, before, ownPay(run, event), events.period[event] ?? 0);
  const earlier = earlierEvent(runs, counting, events, event);
  const paid = earlier && paidIn(runs, earlier.run, earlier.event, Infinity);
  if (!paid) return undefined;
  return trueUpOf(run, event, before, paid);
}

/** What the event paid in its own period. */
function ownPay(run: PartRun, event: number): Paid {
  const { events } = run;
  const period = events.period[event] ?? 0;
  const [pay, base, extra] = [exactAt(events.pay, event), exactAt(events.base, event), exactAt(events.extra, event)];
  const [factored, plain] = [exactAt(events.factored, event), exactAt(events.plain, event)];
  if (isZero(factored)) {
    const rates = [{ rate: ONE, factored: subtract(pay, extra), plain: base }];
    return { pieces: [{ run, period, amount: (take) => take(pay), base: (take) => take(base) }], rates, extra };
  }
  const rate = stepsOfEvent(run, event).find((step) => step.period === period)?.end ?? ZERO;
  const amount = (take: Take): Exact => sum([multiply(rate, take(factored)), take(subtract(pay, multiply(rate, factored)))]);
  const baseOf = (take: Take): Exact => sum([multiply(rate, take(plain)), take(subtract(base, multiply(rate, plain)))]);
  return { pieces: [{ run, period, amount, base: baseOf }], rates: [{ rate, factored, plain }], extra };
}

function stepsOfEvent({ totals, events }: PartRun, event: number): PartRun['totals'][number]['steps'] {
  return totals[events.state[event] ?? -1]?.steps ?? [];
}

/** With what later changes of the rate in the same version added. */
function withRises(run: PartRun, event: number, before: number, { pieces, rates, extra }: Paid, since: number): Paid {
  const { events } = run;
  const [factored, plain] = [exactAt(events.factored, event), exactAt(events.plain, event)];
  const risen: PaidPiece[] = [];
  const more: RatePaid[] = [];
  for (const step of isZero(factored) && isZero(plain) ? [] : stepsOfEvent(run, event)) {
    const rise = subtract(step.end, step.before);
    if (step.period <= since || step.period >= before || isZero(rise)) continue;
    risen.push({ run, period: step.period, amount: (take) => multiply(rise, take(factored)), base: (take) => multiply(rise, take(plain)) });
    more.push({ rate: rise, factored, plain });
  }
  for (const { period, amount } of run.limitedTrueUps.get(event) ?? []) {
    if (period >= before || period <= since) continue;
    risen.push({ run, period, amount: (take) => take(amount), base: () => ZERO });
    more.push({ rate: ONE, factored: amount, plain: ZERO });
  }
  return { pieces: [...pieces, ...risen], rates: [...rates, ...more], extra };
}

/** A version brings what earlier ones paid to its own rate in the first period in which that changes. */
function trueUpOf(run: PartRun, event: number, before: number, paid: Paid): Paid {
  const { events } = run;
  const [factored, plain] = [exactAt(events.factored, event), exactAt(events.plain, event)];
  if (isZero(factored) && isZero(plain)) return withRises(run, event, before, paid, -Infinity);
  const first = stepsOfEvent(run, event).find((step) => !isZero(subtract(step.end, step.before)));
  if (!first || first.period >= before) return paid;
  const { period, end } = first;
  const had = (of: 'factored' | 'plain') => (take: Take): Exact => sum(paid.rates.map((one) => multiply(one.rate, take(one[of]))));
  const raised: PaidPiece = {
    run,
    period,
    amount: (take) => subtract(multiply(end, take(factored)), had('factored')(take)),
    base: (take) => subtract(multiply(end, take(plain)), had('plain')(take)),
  };
  return withRises(run, event, before, { pieces: [...paid.pieces, raised], rates: [{ rate: end, factored, plain }], extra: paid.extra }, period);
}
