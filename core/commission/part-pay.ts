import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, equals, multiply, subtract, sum } from '../amount/exact';
import type { Message } from '../locale/message';
import type { Part, PlanVersion } from '../rules/plan';
import { poolOf, shareOf } from '../rules/plan';
import type { Prize } from './contest';
import { missingRank, prizesIn } from './contest';
import type { Engine, PayPeriod } from './engine';
import { runOf, versionsOf } from './engine';
import type { PartOfVersion } from './predecessors';
import { partsBefore } from './predecessors';
import type { PoolPay, PotsIn } from './pool';
import { sharePools } from './pool';
import { chargePools } from './pool-charges';
import type { PartRun } from './part-run';
import type { GateResult } from './gates';
import { closedGate } from './gates';
import { periodFactors } from './period-factors';
import { missingScore } from './person-bonus';
import type { RawPay } from './raw-pay';
import { newRawPay, rawPays } from './raw-pay';
import type { LimitStep, LimitedPay } from './span-limits';
import { limitOverSpan, unlimited } from './span-limits';
import type { OverdueChange } from './taken-back';
import { overdueChanges } from './taken-back';

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

/** What a part of a version pays everyone for a period. */
export function payOfPart(engine: Engine, version: PlanVersion, part: Part, period: PayPeriod): PartPay {
  const known = engine.pays.get(part)?.get(period.number);
  if (known) return known;
  const run = runOf(engine, version, part);
  const overdue = part.rules.clawback.some((rule) => rule.overdue) ? overdueChanges(engine, run, period) : [];
  const raws = rawPays(engine, run, period, overdue);
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
function* memberRaws(raws: ReadonlyMap<number, RawPay>, pools: readonly PoolPay[], isPooled: boolean): Generator<RawPay> {
  const [shares, charges] = [new Map<number, Exact>(), new Map<number, Exact>()];
  for (const { person, amount, charged } of pools.flatMap(({ members }) => members)) {
    shares.set(person, add(shares.get(person) ?? ZERO, subtract(amount, charged)));
    charges.set(person, add(charges.get(person) ?? ZERO, charged));
  }
  for (const person of new Set([...raws.keys(), ...shares.keys()])) {
    const raw = raws.get(person) ?? newRawPay(person);
    const taken = add(raw.taken, charges.get(person) ?? ZERO);
    const gross = shares.get(person) ?? ZERO;
    yield isPooled ? { ...raw, gross, base: gross, taken, overdue: ZERO, otherShares: ZERO } : { ...raw, taken };
  }
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

function personPart(engine: Engine, version: PlanVersion, part: Part, run: PartRun, period: PayPeriod, raw: RawPay): PersonPart {
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
