import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, equals, isZero, multiply, subtract, sum } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import type { Ratio } from '../amount/ratio';
import { NOTHING, compareRatios } from '../amount/ratio';
import { quotient } from '../amount/round';
import { clawbackShare, poolOf, refundsAtOriginal, shareOf } from '../rules/plan';
import { payPeriod } from '../rules/timeline';
import type { Day } from '../table/day';
import { monthsBetween } from '../table/day';
import { stepsOf } from './counts/line-steps';
import { dueColumns, dueDay } from './derived-facts';
import type { Engine, PayPeriod } from './engine';
import { runOf, runsOf, versionsOf } from './engine';
import { eventsOfLine, sameEvent } from './events';
import { closedGate } from './gates';
import type { Take } from './paid-pieces';
import { piecesPaid } from './paid-pieces';
import type { PartRun, Takeback } from './part-run';
import { periodFactors } from './period-factors';
import { takesBackFrom } from './predecessors';
import { paidFraction, portion, portionBetween, restOf } from '../trade/receipts';

/** A part of what was paid for an event, as a reversal takes it back. */
export interface TakenBack {
  /** The row that takes it back. */
  readonly row: number;
  readonly day: Day;
  /** Who was paid, and the event in the run that paid it. */
  readonly person: number;
  readonly run: PartRun;
  readonly event: number;
  readonly before: Ratio;
  readonly after: Ratio;
  /** What goes back, before the share of the part that takes it back. */
  readonly amount: Exact;
  /** What goes back after shares: each payment under the share of the part that paid it. */
  readonly given: Exact;
  /** The credit that goes back with it, where no event of this part's own says so. */
  readonly credit: Exact;
}

const known = new WeakMap<PartRun, Map<number, readonly TakenBack[]>>();

/** Everything that goes back in a part in a period: of its own pay, and of what earlier versions paid. */
export function takenBackIn(engine: Engine, run: PartRun, period: PayPeriod): readonly TakenBack[] {
  const byPeriod = known.get(run) ?? new Map<number, readonly TakenBack[]>();
  known.set(run, byPeriod);
  const found = byPeriod.get(period.number);
  if (found) return found;
  const earlier = earlierRuns(engine, run);
  const own = run.takebacks.filter(({ by }) => by === run.compiled || earlier.some(({ compiled }) => compiled === by));
  const made = [...own, ...inherited(run, earlier)]
    .filter(({ day }) => day >= period.first && day <= period.last)
    .flatMap((takeback) => takenEvents(engine, [run, ...earlier], takeback, period.number));
  byPeriod.set(period.number, made);
  return made;
}

/** The runs of the earlier parts whose pay a part takes back, the latest version first. */
function earlierRuns(engine: Engine, { compiled: { version, part } }: PartRun): PartRun[] {
  return takesBackFrom(versionsOf(engine, version), { version, part }).map((one) => runOf(engine, one.version, one.part));
}

/** What goes back of earlier parts on lines that this part does not count on. */
function inherited({ counting, compiled }: PartRun, earlier: readonly PartRun[]): Takeback[] {
  if (!refundsAtOriginal(compiled.part)) return [];
  return earlier.flatMap(({ late }) => late.filter(({ row, by }) => !stepsOf(counting, row).some((step) => step.by === by)));
}

function takenEvents(engine: Engine, runs: readonly PartRun[], takeback: Takeback, before: number): TakenBack[] {
  const { cause: row, day, by, ordinal } = takeback;
  const [run] = runs;
  const payer = runsOf(engine)(by);
  return eventsOfLine(payer.events, takeback.row, ordinal).map((event): TakenBack => {
    const paid = paidFor(engine, runs, payer, event, before, (amount) => portionBetween(amount, takeback));
    const since = monthsBetween(payer.events.day[event] ?? 0, day);
    const share = run ? clawbackShare(run.compiled.part, false, since, ONE) : ZERO;
    const [amount, given] = [multiply(paid.amount, share), multiply(paid.given, share)];
    const counts = run !== undefined && (run === payer || sameEvent(payer.events, event, run.events) !== undefined);
    const credit = counts ? ZERO : portionBetween(exactAt(payer.events.credit, event), takeback);
    return { row, day, person: payer.events.person[event] ?? -1, run: payer, event, before: takeback.before, after: takeback.after, amount, given, credit };
  });
}

/** What was paid for an event: before the share of the part that takes it back, and after the share of each part that paid it. */
export interface PaidFor {
  readonly amount: Exact;
  readonly given: Exact;
  /** Some of it was paid under another share than that of the part that takes it back. */
  readonly otherShare: boolean;
}

const NOT_PAID: PaidFor = { amount: ZERO, given: ZERO, otherShare: false };

/** How finely an amount is written before a share it was not paid under; what goes back in the end is `given`, which is exact. */
const BEFORE_SHARE = { decimals: 8, mode: 'half up' } as const;

/** What was paid for an event before a period, under the factors and the gate of each period in which it was paid. */
function paidFor(engine: Engine, runs: readonly PartRun[], payer: PartRun, event: number, before: number, take: Take): PaidFor {
  const [taker] = runs;
  for (const run of runs) {
    const same = run === payer ? event : sameEvent(payer.events, event, run.events);
    if (same === undefined || run.events.by[same] !== payer.compiled) continue;
    const pieces = piecesPaid(runsOf(engine), run, same, run === runs[0] ? before : Infinity);
    // A part that does not continue the payer has seen the line count, but not what was paid for it.
    if (pieces.length === 0) continue;
    const person = payer.events.person[event] ?? -1;
    const share = taker ? shareOf(taker.compiled.part) : ONE;
    const paid = pieces.map((piece) => underShare(underPeriodFactors(engine, piece.run, person, piece.period, piece.amount(take), piece.base(take)), shareOf(piece.run.compiled.part), share));
    return { amount: sum(paid.map((one) => one.amount)), given: sum(paid.map((one) => one.given)), otherShare: paid.some((one) => one.otherShare) };
  }
  return NOT_PAID;
}

function underShare(paid: Exact, share: Exact, takerShare: Exact): PaidFor {
  const given = multiply(paid, share);
  if (equals(share, takerShare)) return { amount: paid, given, otherShare: false };
  return { amount: isZero(takerShare) ? ZERO : quotient(given, takerShare, BEFORE_SHARE), given, otherShare: !isZero(paid) };
}

/** All that was paid for what a reversal takes back a part of, before a period. */
export function paidInFull(engine: Engine, run: PartRun, { run: payer, event }: TakenBack, before: number): PaidFor {
  return paidFor(engine, [run, ...earlierRuns(engine, run)], payer, event, before, (amount) => amount);
}

function underPeriodFactors(engine: Engine, run: PartRun, person: number, number: number, amount: Exact, base: Exact): Exact {
  const { version, part } = run.compiled;
  if (poolOf(part)) return amount;
  const period = payPeriod(version, number);
  const { factor, excess } = periodFactors(run, person, period);
  const paid = run.compiled.adds ? add(amount, multiply(base, excess)) : multiply(amount, factor);
  const gate = closedGate(engine, version, part, run, person, period);
  return gate && 'gate' in gate ? multiply(paid, gate.gate.below) : paid;
}

/** What an unpaid line takes back, or gives back, in a period: the share of what was paid, on the part that is unpaid. */
export interface OverdueChange {
  readonly person: number;
  readonly amount: Exact;
  /** The same after shares: each payment under the share of the part that paid it. */
  readonly given: Exact;
  /** The event in the run that paid it. */
  readonly run: PartRun;
  readonly event: number;
  readonly before: OverdueStand;
  readonly now: OverdueStand;
}

/** What was paid for a line, how much of it was unpaid on a day, the clawback's share then, and what that took in all. */
export interface OverdueStand {
  readonly paid: PaidFor;
  readonly unpaid: Ratio;
  readonly share: Exact;
  readonly amount: Exact;
  readonly given: Exact;
}

const NEVER_DUE: OverdueStand = { paid: NOT_PAID, unpaid: NOTHING, share: ZERO, amount: ZERO, given: ZERO };

/** Money taken back while orders are unpaid, and given back as they are paid: the change since the period before. */
export function overdueChanges(engine: Engine, run: PartRun, period: PayPeriod): OverdueChange[] {
  const runs = [run, ...earlierRuns(engine, run)];
  return runs.flatMap((payer) => overdueOf(engine, runs, payer, period));
}

function overdueOf(engine: Engine, runs: readonly PartRun[], payer: PartRun, period: PayPeriod): OverdueChange[] {
  const { events, compiled } = payer;
  const [run] = runs;
  const { orders, receipts } = compiled.ledger;
  const due = dueColumns(compiled.ledger);
  const goneBy = goneByDay(runs, payer);
  const takenBy = (event: number, on: Day): OverdueStand => {
    const row = events.row[event] ?? 0;
    const since = dueDay(due, row);
    if (since === undefined || !run || (events.day[event] ?? 0) > on) return NEVER_DUE;
    const gone = goneBy(row, events.ordinal[event] ?? 0, on);
    const left = (amount: Exact): Exact => subtract(amount, portion(amount, gone));
    const share = clawbackShare(run.compiled.part, true, on - since, ZERO);
    const unpaid = restOf(paidFraction(orders, receipts, row, on));
    if (isZero(share) || isZero(unpaid.top)) return { ...NEVER_DUE, unpaid, share };
    const paid = paidFor(engine, runs, payer, event, period.number, left);
    const ofUnpaid = (all: Exact): Exact => multiply(portion(all, unpaid), share);
    return { paid, unpaid, share, amount: ofUnpaid(paid.amount), given: ofUnpaid(paid.given) };
  };
  const changes: OverdueChange[] = [];
  for (let event = 0; event < events.row.length && (events.day[event] ?? 0) <= period.last; event += 1) {
    if (events.kind[event] !== 'line' || events.by[event] !== compiled) continue;
    const [before, now] = [takenBy(event, period.first - 1), takenBy(event, period.last)];
    const [amount, given] = [subtract(before.amount, now.amount), subtract(before.given, now.given)];
    if (!isZero(given)) changes.push({ person: events.person[event] ?? 0, amount, given, run: payer, event, before, now });
  }
  return changes;
}

/** How much of a line, as it counted once, reversals had taken back by a day. */
function goneByDay(runs: readonly PartRun[], payer: PartRun): (row: number, ordinal: number, day: Day) => Ratio {
  const taken = new Map<string, Takeback[]>();
  for (const run of runs) {
    for (const takeback of [...run.takebacks, ...(run === runs[0] ? [] : run.late)]) {
      if (takeback.by !== payer.compiled) continue;
      const key = `${takeback.row} ${takeback.ordinal}`;
      taken.set(key, [...(taken.get(key) ?? []), takeback]);
    }
  }
  return (row, ordinal, day) => {
    let gone = NOTHING;
    for (const takeback of taken.get(`${row} ${ordinal}`) ?? []) if (takeback.day <= day && isMore(takeback.after, gone)) gone = takeback.after;
    return gone;
  };
}

function isMore(a: Ratio, b: Ratio): boolean {
  return compareRatios(a, b) > 0;
}
