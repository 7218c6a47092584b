import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, isZero, multiply, subtract } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import type { Part, PlanVersion } from '../rules/plan';
import { clawbackShare, poolOf } from '../rules/plan';
import type { Day } from '../table/day';
import { monthsBetween } from '../table/day';
import type { Engine, PayPeriod } from './engine';
import { partInForce, payPeriod, runOf } from './engine';
import { dueColumns, dueDay } from './derived-facts';
import type { Fraction } from '../trade/receipts';
import { NOTHING, paidFraction, portion, restOf } from '../trade/receipts';
import type { PartRun, Takeback } from './part-run';
import { closedGate } from './gates';
import { periodFactors } from './period-factors';

const NEVER_DUE: OverdueStand = { unpaid: NOTHING, share: ZERO, amount: ZERO };

/** The part of an amount that a reversal takes out. */
export function stepPortion(amount: Exact, { before, after }: Takeback): Exact {
  return subtract(portion(amount, after), portion(amount, before));
}

/** What a reversal takes back from an event: its part of all that was paid for it, times the clawback's share. */
export function takenBack(engine: Engine, version: PlanVersion, part: Part, run: PartRun, takeback: Takeback): Exact {
  const paid = paidFor(engine, version, part, run, takeback.event, takeback.period, (amount) => stepPortion(amount, takeback));
  const since = monthsBetween(run.events.day[takeback.event] ?? 0, takeback.day);
  return multiply(paid, clawbackShare(part, false, since, ONE));
}

/**
 * What was paid for a part of an event up to a period: its own pay, and later true-ups, under the rules then in force.
 * The part is taken of what a rate multiplies, not of the product, so that it fits what the running total loses.
 */
function paidFor(engine: Engine, version: PlanVersion, part: Part, run: PartRun, event: number, upTo: number, take: (amount: Exact) => Exact): Exact {
  const { events } = run;
  const own = events.period[event] ?? 0;
  const then = partInForce(engine, version, part, own);
  if (then.part !== part) {
    const other = runOf(engine, then.version, then.part);
    const same = sameEvent(run, event, other);
    return same === undefined ? ZERO : paidFor(engine, then.version, then.part, other, same, upTo, take);
  }
  const person = events.person[event] ?? 0;
  const steps = run.totals[events.state[event] ?? -1]?.steps ?? [];
  const [factored, plain] = [exactAt(events.factored, event), exactAt(events.plain, event)];
  const rate = isZero(factored) ? ZERO : (steps.find((step) => step.period === own)?.end ?? ZERO);
  const atRate = (rise: Exact, weight: Exact): Exact => multiply(rise, take(weight));
  const [pay, base] = [exactAt(events.pay, event), exactAt(events.base, event)];
  const ownPay = add(atRate(rate, factored), take(subtract(pay, multiply(rate, factored))));
  const ownBase = add(atRate(rate, plain), take(subtract(base, multiply(rate, plain))));
  let paid = underPeriodFactors(engine, version, part, run, person, own, ownPay, ownBase);
  for (const step of steps) {
    if (step.period <= own || step.period >= upTo) continue;
    const rise = subtract(step.end, step.before);
    paid = add(paid, underPeriodFactors(engine, version, part, run, person, step.period, atRate(rise, factored), atRate(rise, plain)));
  }
  for (const { period, amount } of run.limitedTrueUps.get(event) ?? []) {
    if (period < upTo) paid = add(paid, underPeriodFactors(engine, version, part, run, person, period, take(amount), ZERO));
  }
  return paid;
}

function sameEvent(run: PartRun, event: number, other: PartRun): number | undefined {
  const { events } = run;
  const slice = other.slices.get(events.period[event] ?? 0);
  for (let index = slice?.from ?? 0; index < (slice?.to ?? 0); index += 1) {
    const same = other.events.row[index] === events.row[event] && other.events.person[index] === events.person[event];
    if (same && other.events.day[index] === events.day[event] && other.events.stage[index] === events.stage[event] && other.events.kind[index] === events.kind[event]) return index;
  }
  return undefined;
}

function underPeriodFactors(engine: Engine, version: PlanVersion, part: Part, run: PartRun, person: number, number: number, amount: Exact, base: Exact): Exact {
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
  readonly event: number;
  readonly paid: Exact;
  readonly before: OverdueStand;
  readonly now: OverdueStand;
}

/** How much of a line was unpaid on a day, the clawback's share then, and what that took in all. */
export interface OverdueStand {
  readonly unpaid: Fraction;
  readonly share: Exact;
  readonly amount: Exact;
}

/** Money taken back while orders are unpaid, and given back as they are paid: the change since the period before. */
export function overdueChanges(engine: Engine, version: PlanVersion, part: Part, run: PartRun, period: PayPeriod): OverdueChange[] {
  const { events, compiled } = run;
  const { orders, receipts } = compiled.ledger;
  const due = dueColumns(compiled.ledger);
  const changes: OverdueChange[] = [];
  const takenBy = (event: number, paid: Exact, on: Day): OverdueStand => {
    const row = events.row[event] ?? 0;
    const since = dueDay(due, row);
    if (since === undefined) return NEVER_DUE;
    const unpaid = restOf(paidFraction(orders, receipts, row, on));
    const share = clawbackShare(part, true, on - since, ZERO);
    return { unpaid, share, amount: multiply(portion(paid, unpaid), share) };
  };
  for (let event = 0; event < events.row.length && (events.period[event] ?? 0) <= period.number; event += 1) {
    if (events.kind[event] !== 'line') continue;
    const paid = paidFor(engine, version, part, run, event, period.number, (amount) => amount);
    if (isZero(paid)) continue;
    const now = takenBy(event, paid, period.last);
    const before = (events.period[event] ?? 0) < period.number ? takenBy(event, paid, period.first - 1) : NEVER_DUE;
    if (isZero(now.amount) && isZero(before.amount)) continue;
    changes.push({ person: events.person[event] ?? 0, amount: subtract(before.amount, now.amount), event, paid, before, now });
  }
  return changes;
}
