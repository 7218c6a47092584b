import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, equals, multiply, subtract, sum } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import type { Message } from '../locale/message';
import type { Part, PlanVersion } from '../rules/plan';
import { poolOf, shareOf } from '../rules/plan';
import type { Prize } from './contest';
import { missingRank, prizesIn } from './contest';
import { daysIn } from './days-in-plan';
import type { Engine, PayPeriod } from './engine';
import { runOf, versionsOf } from './engine';
import type { PartOfVersion } from './predecessors';
import { partsBefore } from './predecessors';
import type { PoolPay, PotsIn } from './pool';
import { sharePools } from './pool';
import { chargePools } from './pool-charges';
import { lacksRate } from './own-rate';
import type { PartRun } from './part-run';
import type { GateResult } from './gates';
import { closedGate } from './gates';
import { periodFactors } from './period-factors';
import { missingScore, personBonuses } from './person-bonus';
import type { LimitStep, LimitedPay } from './span-limits';
import { limitOverSpan, unlimited } from './span-limits';
import type { OverdueChange } from './taken-back';
import { overdueChanges, takenBackIn } from './taken-back';
import { portionBetween } from '../trade/receipts';

/** What a part pays one person for a period, step by step (step 9), exact. */
export interface PersonPart {
  readonly person: number;
  /** The measure credited in the period, reversals taken out. */
  readonly measure: Exact;
  /** Lines, bonuses and true-ups, or the member's share of the pool. */
  readonly gross: Exact;
  /** The product of the period's factors; with additive stacking, what they add is in `added`. */
  readonly factor: Exact;
  readonly added: Exact;
  readonly gate: GateResult | undefined;
  readonly taken: Exact;
  readonly overdue: Exact;
  readonly beforeLimits: Exact;
  readonly limited: Exact;
  readonly minimum: Exact | undefined;
  readonly maximum: Exact | undefined;
  /** Before the first limit, and after each. */
  readonly stages: readonly Exact[];
  readonly steps: readonly LimitStep[];
  readonly share: Exact;
  /** What the part gives: limited × share. */
  readonly earned: Exact;
  readonly reserved: readonly { readonly fund: string; readonly amount: Exact; readonly row: number }[];
  /** What the person won in contests of the period; part of `gross`. */
  readonly prizes: readonly Prize[];
  readonly problem: Message | undefined;
  readonly lineCount: number;
  /** Lines that no row of the rates fits. */
  readonly unratedCount: number;
}

export interface PartPay {
  readonly run: PartRun;
  readonly period: PayPeriod;
  readonly persons: ReadonlyMap<number, PersonPart>;
  /** The pots with what is taken back of them and of earlier ones. */
  readonly pools: readonly PoolPay[];
  /** The pots alone. */
  readonly pots: readonly PoolPay[];
  /** What clawbacks of unpaid orders changed in the period, line by line. */
  readonly overdue: readonly OverdueChange[];
}

/** Everything before limits, per person: asked for earlier periods too, when a limit spans several. */
interface Raw {
  readonly person: number;
  measure: Exact;
  gross: Exact;
  base: Exact;
  taken: Exact;
  overdue: Exact;
  /** What the part's share makes of `taken` and `overdue` too much, where other shares paid it. */
  otherShares: Exact;
  lineCount: number;
  unratedCount: number;
}

/** What a part of a version pays everyone for a period. */
export function payOfPart(engine: Engine, version: PlanVersion, part: Part, period: PayPeriod): PartPay {
  const known = engine.pays.get(part)?.get(period.number);
  if (known) return known;
  const run = runOf(engine, version, part);
  const overdue = part.rules.clawback.some((rule) => rule.overdue) ? overdueChanges(engine, run, period) : [];
  const raws = rawPays(engine, run, period, overdue);
  const fixed = part.rules.bonus.some(({ per }) => per === 'person');
  if (fixed || version.all.minimum.some(({ level }) => level === 'person' || level === 'plan')) addEveryPayee(engine, run, period, raws);
  if (fixed) addPersonBonuses(run, period, raws);
  for (const { person, amount } of prizesIn(engine, run, period)) addPrize(run, raws, person, amount);
  const potsIn: PotsIn = (of, other) => payOfPart(engine, of.version, of.part, other).pots;
  const pots = sharePools(engine, run, period, potsIn);
  const pools = chargePools({ engine, run, period, pots, potsIn });
  const persons = new Map<number, PersonPart>();
  for (const raw of memberRaws(raws, pools, poolOf(part) !== undefined)) {
    persons.set(raw.person, personPart(engine, version, part, run, period, raw));
  }
  const made = { run, period, persons, pools, pots, overdue };
  const byPeriod = engine.pays.get(part) ?? new Map<number, PartPay>();
  byPeriod.set(period.number, made);
  engine.pays.set(part, byPeriod);
  return made;
}

/** Members of pools earn their shares; credit stays theirs for the Measure column. All bear what their pots give back. */
function* memberRaws(raws: ReadonlyMap<number, Raw>, pools: readonly PoolPay[], isPooled: boolean): Generator<Raw> {
  const [shares, charges] = [new Map<number, Exact>(), new Map<number, Exact>()];
  for (const { person, amount, charged } of pools.flatMap(({ members }) => members)) {
    shares.set(person, add(shares.get(person) ?? ZERO, subtract(amount, charged)));
    charges.set(person, add(charges.get(person) ?? ZERO, charged));
  }
  for (const person of new Set([...raws.keys(), ...shares.keys()])) {
    const raw = raws.get(person) ?? newRaw(person);
    const taken = add(raw.taken, charges.get(person) ?? ZERO);
    const gross = shares.get(person) ?? ZERO;
    yield isPooled ? { ...raw, gross, base: gross, taken, overdue: ZERO, otherShares: ZERO } : { ...raw, taken };
  }
}

/** A minimum is due to everyone who takes part on some day of the period, lines or not. */
function addEveryPayee(engine: Engine, { compiled: { version, part } }: PartRun, period: PayPeriod, raws: Map<number, Raw>): void {
  engine.ledger.people.persons.forEach((_, person) => {
    if (!raws.has(person) && daysIn({ engine, version, parts: [part], person }, period) > 0) raws.set(person, newRaw(person));
  });
}

function addPersonBonuses({ compiled }: PartRun, period: PayPeriod, raws: ReadonlyMap<number, Raw>): void {
  for (const raw of raws.values()) {
    for (const { base, pay } of raw.person < 0 ? [] : personBonuses(compiled, raw.person, period)) {
      raw.gross = add(raw.gross, pay);
      if (compiled.adds) raw.base = add(raw.base, base);
    }
  }
}

/** A prize of a contest is part of what the period's factors, the gate and the limits look at. */
function addPrize({ compiled }: PartRun, raws: Map<number, Raw>, person: number, amount: Exact): void {
  const raw = raws.get(person) ?? newRaw(person);
  raws.set(person, raw);
  raw.gross = add(raw.gross, amount);
  if (compiled.adds) raw.base = add(raw.base, amount);
}

function newRaw(person: number): Raw {
  return { person, measure: ZERO, gross: ZERO, base: ZERO, taken: ZERO, overdue: ZERO, otherShares: ZERO, lineCount: 0, unratedCount: 0 };
}

function rawPays(engine: Engine, run: PartRun, period: PayPeriod, overdue: readonly OverdueChange[]): Map<number, Raw> {
  const raws = new Map<number, Raw>();
  const rawOf = (person: number): Raw => {
    const known = raws.get(person);
    if (known) return known;
    const made = newRaw(person);
    raws.set(person, made);
    return made;
  };
  const { events } = run;
  const slice = run.slices.get(period.number);
  for (let event = slice?.from ?? 0; event < (slice?.to ?? 0); event += 1) {
    const raw = rawOf(events.person[event] ?? 0);
    raw.measure = add(raw.measure, exactAt(events.credit, event));
    raw.gross = add(raw.gross, exactAt(events.pay, event));
    if (run.compiled.adds) raw.base = add(raw.base, exactAt(events.base, event));
    if (events.kind[event] === 'line') raw.lineCount += 1;
    if (lacksRate(run, event)) raw.unratedCount += 1;
  }
  for (const trueUp of run.trueUps) {
    if (trueUp.period !== period.number) continue;
    const raw = rawOf(trueUp.person);
    raw.gross = add(raw.gross, trueUp.amount);
    raw.base = add(raw.base, trueUp.base);
  }
  for (const leaving of run.leavings) {
    if (leaving.period !== period.number) continue;
    const raw = rawOf(events.person[leaving.event] ?? 0);
    raw.measure = subtract(raw.measure, portionBetween(exactAt(events.credit, leaving.event), leaving));
  }
  const share = shareOf(run.compiled.part);
  for (const { person, run: payer, amount, given, credit } of takenBackIn(engine, run, period)) {
    const raw = rawOf(person);
    raw.measure = subtract(raw.measure, credit);
    raw.lineCount += 1;
    // What a pot paid is charged to those who got it.
    if (poolOf(payer.compiled.part)) continue;
    raw.taken = subtract(raw.taken, amount);
    raw.otherShares = add(raw.otherShares, subtract(multiply(amount, share), given));
  }
  for (const { person, amount, given } of overdue) {
    const raw = rawOf(person);
    raw.overdue = add(raw.overdue, amount);
    raw.otherShares = add(raw.otherShares, subtract(given, multiply(amount, share)));
  }
  return raws;
}

/** Minimum and maximum of a person in a part. A minimum does not lift what a gate closed. */
function personLimits(engine: Engine, version: PlanVersion, part: Part, period: PayPeriod, person: number, pay: Exact, gated: boolean): LimitedPay {
  if (person < 0) return unlimited(pay);
  const inPart = (of: PartOfVersion, other: PayPeriod): PersonPart | undefined => payOfPart(engine, of.version, of.part, other).persons.get(person);
  return limitOverSpan({
    engine,
    version,
    period,
    person,
    level: 'person',
    rules: part.rules,
    pay,
    parts: [part],
    gated,
    earlier: (other) => inPart({ version, part }, other)?.stages,
    paid: (before, other) => sum(partsBefore(versionsOf(engine, version), { version, part }, before).map((of) => inPart(of, other)?.limited ?? ZERO)),
  });
}

function personPart(engine: Engine, version: PlanVersion, part: Part, run: PartRun, period: PayPeriod, raw: Raw): PersonPart {
  const { factor, excess, problem } = periodFactors(run, raw.person, period);
  const factored = run.compiled.adds ? add(raw.gross, multiply(raw.base, excess)) : multiply(raw.gross, factor);
  const gate = closedGate(engine, version, part, run, raw.person, period);
  const closed = gate && 'gate' in gate ? gate : undefined;
  const gated = closed ? multiply(factored, closed.gate.below) : factored;
  const beforeLimits = add(add(gated, raw.taken), raw.overdue);
  const limits = personLimits(engine, version, part, period, raw.person, beforeLimits, closed !== undefined);
  const share = shareOf(part);
  const shared = equals(share, ONE) ? limits.limited : multiply(limits.limited, share);
  // A limit that bends the pay decides by itself what is left of it.
  const earned = equals(limits.limited, beforeLimits) ? add(shared, raw.otherShares) : shared;
  const ownReserve = poolOf(part) || raw.person < 0 ? [] : part.rules.reserve;
  return {
    person: raw.person,
    measure: raw.measure,
    gross: raw.gross,
    factor,
    added: run.compiled.adds ? multiply(raw.base, excess) : ZERO,
    gate: closed,
    taken: raw.taken,
    overdue: raw.overdue,
    beforeLimits,
    ...limits,
    share,
    earned,
    reserved: ownReserve.map(({ fund, share: reserve, row }) => ({ fund, amount: multiply(earned, reserve), row })),
    prizes: prizesIn(engine, run, period).filter(({ person }) => person === raw.person),
    problem: run.problems.get(`${raw.person} ${period.number}`) ?? problem ?? missingScore(run.compiled, raw.person, period) ?? missingRank(run, raw.person, period) ?? (gate && !('gate' in gate) ? gate : undefined),
    lineCount: raw.lineCount,
    unratedCount: raw.unratedCount,
  };
}
