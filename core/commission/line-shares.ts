import type { Exact } from '../amount/exact';
import { ZERO, add, compare, isZero, multiply, negate, sign, subtract, sum } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import { round } from '../amount/round';
import type { Message } from '../locale/message';
import { poolOf, roundingOf } from '../rules/plan';
import type { Prize } from './contest';
import { prizeReason, prizesIn } from './contest';
import type { Engine } from './engine';
import type { EventKind } from './events';
import { lacksRate } from './own-rate';
import { periodFactors } from './period-factors';
import type { OverdueChange, TakenBack } from './taken-back';
import { takenBackIn } from './taken-back';
import type { PartPay } from './part-pay';
import type { PaidPart, PlanPay } from './plan-pay';
import type { TrueUp } from './part-run';
import type { PersonBonus } from './person-bonus';
import { personBonuses } from './person-bonus';
import { portionBetween } from '../trade/receipts';

/** What one line gave one person in one part, apportioned so that the lines add up to what the part earned. */
export interface LineShare {
  readonly kind: EventKind | 'person bonus' | 'prize' | 'true-up' | 'reversal' | 'overdue' | 'pool' | 'rest';
  /** The order row; undefined for rows that are no line. */
  readonly row: number | undefined;
  readonly day: number | undefined;
  readonly stage: string;
  readonly measure: Exact;
  /** Before the period's factors, the gate and the part's share. */
  readonly raw: Exact;
  readonly exact: Exact;
  readonly earned: Exact;
  readonly note: Message | undefined;
  /** What the share was read from: an event of the run, a true-up, a takeback, or a change of an unpaid line. */
  readonly event?: number;
  readonly trueUp?: TrueUp;
  readonly back?: TakenBack;
  readonly overdue?: OverdueChange;
  readonly bonus?: PersonBonus;
  readonly prize?: Prize;
}

/** The lines of a person's part: every event of the period, true-ups, reversals, and what limits and factors changed. */
export function lineShares(engine: Engine, plan: PlanPay, partPay: PartPay, paid: PaidPart, person: number): LineShare[] {
  const { run } = partPay;
  const { version, part } = run.compiled;
  const pooled = poolOf(part) !== undefined;
  const { factor, excess } = periodFactors(run, person, plan.period);
  const below = paid.pay?.gate?.gate.below;
  const underFactors = (amount: Exact, base: Exact): Exact => {
    const factored = run.compiled.adds ? add(amount, multiply(base, excess)) : multiply(amount, factor);
    const gated = below ? multiply(factored, below) : factored;
    return paid.pay ? multiply(gated, paid.pay.share) : gated;
  };
  const shares: Omit<LineShare, 'earned'>[] = [];
  const { events } = run;
  const slice = run.slices.get(plan.period.number);
  for (let event = slice?.from ?? 0; event < (slice?.to ?? 0); event += 1) {
    if (events.person[event] !== person) continue;
    const raw = pooled ? ZERO : exactAt(events.pay, event);
    const exact = pooled ? ZERO : underFactors(raw, exactAt(events.base, event));
    const kind = events.kind[event] ?? 'line';
    shares.push({ kind, row: events.row[event], day: events.day[event], stage: events.stage[event] ?? '', measure: exactAt(events.credit, event), raw, exact, note: lacksRate(run, event) ? { code: 'line.noRate' } : undefined, event });
  }
  for (const trueUp of pooled ? [] : run.trueUps) {
    if (trueUp.person !== person || trueUp.period !== plan.period.number) continue;
    shares.push({ kind: 'true-up', row: undefined, day: undefined, stage: '', measure: ZERO, raw: trueUp.amount, exact: underFactors(trueUp.amount, trueUp.base), note: { code: 'line.trueUp' }, trueUp });
  }
  for (const bonus of pooled ? [] : personBonuses(run.compiled, person, plan.period)) {
    shares.push({ kind: 'person bonus', row: undefined, day: undefined, stage: '', measure: ZERO, raw: bonus.pay, exact: underFactors(bonus.pay, bonus.base), note: { code: 'rule.bonus' }, bonus });
  }
  for (const prize of pooled ? [] : prizesIn(engine, run, plan.period)) {
    if (prize.person !== person) continue;
    shares.push({ kind: 'prize', row: undefined, day: undefined, stage: '', measure: ZERO, raw: prize.amount, exact: underFactors(prize.amount, prize.amount), note: prizeReason(prize), prize });
  }
  for (const back of takenBackIn(engine, run, plan.period)) {
    if (back.person !== person) continue;
    const measure = negate(portionBetween(exactAt(back.run.events.credit, back.event), back));
    // What a pot paid is charged to its members, in the share of the pool.
    const [amount, exact] = poolOf(back.run.compiled.part) ? [ZERO, ZERO] : [negate(back.amount), negate(back.given)];
    shares.push({ kind: 'reversal', row: back.row, day: back.day, stage: '', measure, raw: amount, exact, note: { code: 'line.reversal' }, back });
  }
  for (const overdue of pooled ? [] : partPay.overdue) {
    if (overdue.person !== person) continue;
    shares.push({ kind: 'overdue', row: overdue.run.events.row[overdue.event], day: undefined, stage: overdue.run.events.stage[overdue.event] ?? '', measure: ZERO, raw: overdue.amount, exact: overdue.given, note: { code: 'line.overdue' }, overdue });
  }
  const rest = subtract(paid.exact, sum(shares.map(({ exact }) => exact)));
  if (!isZero(rest)) shares.push({ kind: pooled ? 'pool' : 'rest', row: undefined, day: undefined, stage: '', measure: ZERO, raw: rest, exact: rest, note: { code: pooled ? 'line.pool' : 'line.rest' } });
  const earned = apportion(paid.earned, shares.map(({ exact }) => exact), roundingOf(version).decimals);
  return shares.map((share, index) => ({ ...share, earned: earned[index] ?? ZERO }));
}

/** Rounds each amount and puts what is left over on the largest remainders, so that they add up to the total. */
export function apportion(total: Exact, exacts: readonly Exact[], decimals: number): Exact[] {
  const floors = exacts.map((exact) => round(exact, { decimals, mode: 'down' }));
  const left = subtract(total, sum(floors));
  if (isZero(left)) return floors;
  const rests = exacts.map((exact, index) => subtract(exact, floors[index] ?? ZERO));
  const size = sign(left) < 0 ? negate(left) : left;
  const steps = Number(BigInt(size.units) * 10n ** BigInt(Math.max(0, decimals - size.scale)));
  const wanted = rests.map((rest, index) => ({ index, rest: sign(left) < 0 ? negate(rest) : rest }));
  wanted.sort((a, b) => compare(b.rest, a.rest) || a.index - b.index);
  const cent: Exact = { units: sign(left), scale: decimals };
  const result = [...floors];
  for (let step = 0; step < Math.min(steps, result.length); step += 1) {
    const index = wanted[step]?.index ?? 0;
    result[index] = add(result[index] ?? ZERO, cent);
  }
  const lost = subtract(total, sum(result));
  if (!isZero(lost) && result.length > 0) result[result.length - 1] = add(result[result.length - 1] ?? ZERO, lost);
  return result;
}
