import type { Exact } from '../amount/exact';
import { ZERO, absolute, add, isZero, negate, sum } from '../amount/exact';
import { allocateOrNothing } from '../amount/allocate';
import { round } from '../amount/round';
import { poolOf, roundingOf } from '../rules/plan';
import { payPeriod } from '../rules/timeline';
import type { Engine, PayPeriod } from './engine';
import type { PartRun } from './part-run';
import type { PoolMember, PoolPay, PotCharge, PotsIn } from './pool';
import type { TakenBack } from './taken-back';
import { takenBackIn } from './taken-back';

/** What is taken back of one pot. */
interface Charge {
  readonly payer: PartRun;
  readonly periodNumber: number;
  readonly group: number;
  amount: Exact;
}

export interface PotsToCharge {
  readonly engine: Engine;
  readonly run: PartRun;
  readonly period: PayPeriod;
  readonly pots: readonly PoolPay[];
  readonly potsIn: PotsIn;
}

/**
 * Takes what reversals take back of pooled lines from those who got the pot of the line's period: its members, its
 * funds and the company, each by what they got of it. Those who share today's pot pay nothing for it.
 */
export function chargePools({ engine, run, period, pots, potsIn }: PotsToCharge): PoolPay[] {
  const charged = [...pots];
  for (const { payer, periodNumber, group, amount } of chargesOf(takenBackIn(engine, run, period))) {
    const { version, part } = payer.compiled;
    const isOwn = payer === run && periodNumber === period.number;
    const paid = isOwn ? pots : potsIn({ version, part }, payPeriod(version, periodNumber));
    const label = poolOf(part)?.by === 'plan' ? version.plan : (payer.groups[group] ?? '');
    const pot = paid.find((one) => one.group === label);
    const place = charged.findIndex((one) => one.group === label);
    const now = charged[place] ?? { group: label, pot: ZERO, stages: [], gathered: undefined, limits: undefined, reserves: [], members: [], company: ZERO, problem: undefined };
    const after = chargePot(now, pot, negate(round(amount, roundingOf(run.compiled.version))), roundingOf(run.compiled.version).decimals);
    if (place < 0) charged.push(after);
    else charged[place] = after;
  }
  return charged;
}

function chargesOf(taken: readonly TakenBack[]): Charge[] {
  const charges = new Map<string, Charge>();
  const payers: PartRun[] = [];
  for (const { run: payer, event, amount, person } of taken) {
    const pool = poolOf(payer.compiled.part);
    if (!pool || pool.fixed || person < 0) continue;
    if (!payers.includes(payer)) payers.push(payer);
    const [periodNumber, group] = [payer.events.period[event] ?? 0, pool.by === 'plan' ? 0 : (payer.events.group[event] ?? 0)];
    const key = `${payers.indexOf(payer)} ${periodNumber} ${group}`;
    const charge = charges.get(key) ?? { payer, periodNumber, group, amount: ZERO };
    charge.amount = add(charge.amount, amount);
    charges.set(key, charge);
  }
  return [...charges.values()].filter(({ amount }) => !isZero(amount));
}

/** Spreads an amount over those who got a pot, and adds it to what they get today. */
function chargePot(now: PoolPay, pot: PoolPay | undefined, amount: Exact, decimals: number): PoolPay {
  const members = pot?.members ?? [];
  const reserves = pot?.reserves ?? [];
  const got = [...members.map((member) => member.amount), ...reserves.map((reserve) => reserve.amount), pot?.company ?? ZERO];
  const shares = allocateOrNothing(amount, got.map(absolute), decimals);
  const lost = add(amount, negate(sum(shares)));
  const of = sum(got.map(absolute));
  const ofMembers = members.reduce((all, { person, amount: own }, index) => chargeMember(all, person, { taken: amount, got: absolute(own), of, amount: shares[index] ?? ZERO }), now.members);
  const ofFunds = reserves.reduce((all, { fund, row }, index) => chargeFund(all, fund, row, shares[members.length + index] ?? ZERO), now.reserves);
  const ofCompany = add(shares[members.length + reserves.length] ?? ZERO, lost);
  return { ...now, pot: add(now.pot, amount), members: ofMembers, reserves: ofFunds, company: add(now.company, ofCompany) };
}

function chargeMember(members: readonly PoolMember[], person: number, one: PotCharge): readonly PoolMember[] {
  const { amount } = one;
  if (isZero(amount)) return members;
  const charge = (member: PoolMember): PoolMember => ({ ...member, amount: add(member.amount, amount), charged: add(member.charged, amount), charges: [...member.charges, one] });
  if (members.some((member) => member.person === person)) return members.map((member) => (member.person === person ? charge(member) : member));
  return [...members, charge({ person, days: 0, credit: ZERO, weights: [], amount: ZERO, charged: ZERO, charges: [] })];
}

function chargeFund(reserves: PoolPay['reserves'], fund: string, row: number, amount: Exact): PoolPay['reserves'] {
  if (isZero(amount)) return reserves;
  if (!reserves.some((reserve) => reserve.fund === fund)) return [...reserves, { fund, row, amount }];
  return reserves.map((reserve) => (reserve.fund === fund ? { ...reserve, amount: add(reserve.amount, amount) } : reserve));
}
