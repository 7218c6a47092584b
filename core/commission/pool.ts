import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, isZero, multiply, sign, subtract, sum } from '../amount/exact';
import { allocate } from '../amount/allocate';
import { round } from '../amount/round';
import type { Message } from '../locale/message';
import { poolOf, roundingOf } from '../rules/plan';
import { isEmployed, personText } from '../table/people';
import { periodText } from '../table/period';
import { compareTexts } from '../table/text-order';
import { exactAt } from '../amount/exact-column';
import type { Engine, PayPeriod } from './engine';
import { versionsOf } from './engine';
import { stays, weigher } from './pool-weights';
import type { PartOfVersion } from './predecessors';
import { partsBefore } from './predecessors';
import type { LimitedPay } from './span-limits';
import { limitOverSpan, unlimited } from './span-limits';
import type { PartRun } from './part-run';

export interface PoolMember {
  readonly person: number;
  readonly days: number;
  readonly credit: Exact;
  /** What the member weighs by each `share by` row. */
  readonly weights: readonly Exact[];
  /** The share of the pot, and what is taken back. */
  readonly amount: Exact;
  /** What is taken back of this and earlier pots; part of the amount. */
  readonly charged: Exact;
  /** How that came about, pot by pot. */
  readonly charges: readonly PotCharge[];
}

/** What a member gives back of a pot: the part of what is taken back that they had got of all. */
export interface PotCharge {
  readonly taken: Exact;
  readonly got: Exact;
  readonly of: Exact;
  readonly amount: Exact;
}

/** One pot and where it went: members + reserves + company = pot, to the cent. */
export interface PoolPay {
  readonly group: string;
  readonly pot: Exact;
  /** The pot before the first limit, and after each. */
  readonly stages: readonly Exact[];
  /** What the lines brought in, before the pool's limits and rounding, and the limits; undefined for a fixed pot. */
  readonly gathered: Exact | undefined;
  readonly limits: LimitedPay | undefined;
  readonly reserves: readonly { readonly fund: string; readonly amount: Exact; readonly row: number }[];
  readonly members: readonly PoolMember[];
  readonly company: Exact;
  readonly problem: Message | undefined;
}

/** The pots of a part in a period, of this version or an earlier one, without what was taken back. */
export type PotsIn = (of: PartOfVersion, period: PayPeriod) => readonly PoolPay[];

/** Shares the pots of a pooled part (step 8): round the pot, take the reserve, share the rest by largest remainder. */
export function sharePools(engine: Engine, run: PartRun, period: PayPeriod, potsIn: PotsIn): PoolPay[] {
  const { compiled } = run;
  const { version, part } = compiled;
  const pool = poolOf(part);
  if (!pool) return [];
  const groups = pool.by === 'plan' ? [undefined] : teamsOf(run, period);
  return groups.map((name) => {
    const group = name === undefined ? undefined : run.groups.indexOf(name);
    const label = name ?? version.plan;
    const limited = pool.fixed ? unlimited(pool.fixed) : limitedPot({ engine, run, period, potsIn }, group, label);
    const rounding = roundingOf(version);
    const pot = round(limited.limited, rounding);
    const reserves = part.rules.reserve.map(({ fund, share, row }) => ({ fund, row, amount: round(multiply(pot, share), rounding) }));
    const rest = subtract(pot, sum(reserves.map(({ amount }) => amount)));
    const own = pool.fixed ? { gathered: undefined, limits: undefined } : { gathered: potOf(run, period, group), limits: limited };
    return { group: label, pot, stages: limited.stages, ...own, reserves, ...shareRest({ run, period, team: name, group, rest, decimals: rounding.decimals }) };
  });
}

interface PotToLimit {
  readonly engine: Engine;
  readonly run: PartRun;
  readonly period: PayPeriod;
  readonly potsIn: PotsIn;
}

/** The pot under the limits of pools: over a span, as the pots of earlier periods left it. */
function limitedPot({ engine, run, period, potsIn }: PotToLimit, group: number | undefined, label: string): LimitedPay {
  const { version, part } = run.compiled;
  const potIn = (of: PartOfVersion, other: PayPeriod): PoolPay | undefined => potsIn(of, other).find((pot) => pot.group === label);
  return limitOverSpan({
    engine,
    version,
    period,
    person: -1,
    level: 'pool',
    parts: [],
    rules: part.rules,
    pay: potOf(run, period, group),
    gated: false,
    earlier: (other) => potIn({ version, part }, other)?.stages,
    paid: (before, other) => sum(partsBefore(versionsOf(engine, version), { version, part }, before).map((of) => potIn(of, other)?.pot ?? ZERO)),
  });
}

/** The pot of a pool before it is rounded: the lines and true-ups of its group. What is taken back is charged apart. */
function potOf(run: PartRun, period: PayPeriod, group: number | undefined): Exact {
  const { events } = run;
  const inGroup = (event: number): boolean => (events.person[event] ?? -1) >= 0 && (group === undefined || events.group[event] === group);
  const slice = run.slices.get(period.number);
  let pot = ZERO;
  for (let event = slice?.from ?? 0; event < (slice?.to ?? 0); event += 1) if (inGroup(event)) pot = add(pot, exactAt(events.pay, event));
  const raised = run.trueUps.filter((trueUp) => trueUp.period === period.number && trueUp.person >= 0 && (group === undefined || trueUp.group === group));
  return add(pot, sum(raised.map(({ amount }) => amount)));
}

/** Teams with members in the period, or with credit in it. */
function teamsOf(run: PartRun, period: PayPeriod): string[] {
  const { ledger } = run.compiled;
  const names = new Set<string>();
  ledger.people.persons.forEach((person, index) => {
    for (const { from } of stays(run.compiled, index, period)) {
      const team = personText(ledger.people, index, 'team', from);
      if (isEmployed(person, from) && team !== '') names.add(team);
    }
  });
  const slice = run.slices.get(period.number);
  for (let event = slice?.from ?? 0; event < (slice?.to ?? 0); event += 1) {
    if ((run.events.person[event] ?? -1) >= 0) names.add(run.groups[run.events.group[event] ?? 0] ?? '');
  }
  return [...names].sort(compareTexts);
}

interface PotToShare {
  readonly run: PartRun;
  readonly period: PayPeriod;
  /** The team, and its number; undefined for the pool of a plan. */
  readonly team: string | undefined;
  readonly group: number | undefined;
  readonly rest: Exact;
  readonly decimals: number;
}

function shareRest(pot: PotToShare): Pick<PoolPay, 'members' | 'company' | 'problem'> {
  const { run: { compiled }, period, team, group, rest, decimals } = pot;
  const keys = compiled.part.rules.shareBy.length > 0 ? compiled.part.rules.shareBy : [{ key: { kind: 'credit' as const }, share: ONE }];
  const weigh = keys.map(({ key }) => weigher(compiled, key, period));
  const credits = group === undefined && team !== undefined ? new Map<number, Exact>() : creditsOf(pot);
  const members = compiled.ledger.people.persons.flatMap((person, index) => {
    const here = stays(compiled, index, period).filter(({ from }) => team === undefined || personText(compiled.ledger.people, index, 'team', from) === team);
    const credit = credits.get(index) ?? ZERO;
    if (here.length === 0 && sign(credit) <= 0) return [];
    const days = here.reduce((total, stay) => total + stay.days, 0);
    return [{ person: index, id: person.id, label: person.label, days, credit, charged: ZERO, charges: [], weights: weigh.map((of) => of.weight(index, here, credit)) }];
  });
  members.sort((a, b) => compareTexts(a.id, b.id) || compareTexts(a.label, b.label));
  const missing = weigh.flatMap((of) => of.missing());
  if (missing.length > 0) {
    return { members: members.map((member) => ({ ...member, amount: ZERO })), company: rest, problem: { code: 'why.poolScores', params: { who: missing, period: periodText(period.period) } } };
  }
  const { shares, company } = combine(members.map(({ weights }) => weights), keys.map(({ share }) => share), rest, decimals);
  const idle = isZero(rest) || isZero(company) ? undefined : ({ code: 'why.poolWeights', params: { team: team ?? '' } } as const);
  return { members: members.map((member, index) => ({ ...member, amount: shares[index] ?? ZERO })), company, problem: idle };
}

/** What each person has credited to the pot in the period. What reversals take back is charged, and weighs nothing. */
function creditsOf({ run: { events, slices }, period, group }: PotToShare): Map<number, Exact> {
  const credits = new Map<number, Exact>();
  const slice = slices.get(period.number);
  for (let event = slice?.from ?? 0; event < (slice?.to ?? 0); event += 1) {
    if (group !== undefined && events.group[event] !== group) continue;
    const person = events.person[event] ?? -1;
    credits.set(person, add(credits.get(person) ?? ZERO, exactAt(events.credit, event)));
  }
  return credits;
}

/**
 * Mixes the keys into one weight each without dividing: Σ share of key × weight × the totals of the other keys.
 * A key on which nobody weighs anything leaves its share of the pot with the company.
 */
function combine(weights: readonly (readonly Exact[])[], keyShares: readonly Exact[], rest: Exact, decimals: number): { shares: Exact[]; company: Exact } {
  const totals = keyShares.map((_, key) => sum(weights.map((row) => row[key] ?? ZERO)));
  const scales = totals.map((total) => (isZero(total) ? ONE : total));
  const others = keyShares.map((share, key) => scales.reduce((product, total, index) => (index === key ? product : multiply(product, total)), share));
  const combined = weights.map((row) => sum(row.map((weight, key) => multiply(weight, others[key] ?? ZERO))));
  const idle = sum(keyShares.map((_, key) => (isZero(totals[key] ?? ZERO) ? multiply(others[key] ?? ZERO, ONE) : ZERO)));
  const all = [...combined, idle];
  if (all.every(isZero)) return { shares: weights.map(() => ZERO), company: rest };
  const shares = allocate(rest, all, decimals);
  const company = shares.pop() ?? ZERO;
  return { shares, company };
}
