import type { Num, YearFacts, YearPart, YearPerson, YearPlan } from './year-facts';
import { D, ZERO, isEmployed, rounded, sum, takesPart } from './year-facts';
import type { Counting } from './year-counting';
import { countingsOf } from './year-counting';
import type { PaidPart } from './year-holds';
import { roundPart } from './year-holds';
import type { DaysThere, Limited } from './year-limits';
import { limit } from './year-limits';
import type { LinePays, Piece, Takeback } from './year-lines';
import { walkPart } from './year-lines';
import { overridesOf } from './year-overrides';
import type { Pot } from './year-pools';
import { chargesOf, potsOf } from './year-pools';
import type { PayPeriod } from './year-time';
import { addDays, payPeriods } from './year-time';

/** What a plan pays everybody for a period, on the data given and under the versions in force. */
export interface PeriodPay {
  readonly period: PayPeriod;
  readonly persons: ReadonlyMap<string, readonly PaidPart[]>;
  readonly pots: readonly Pot[];
  /** What reversals took back from each person, by part and order, net of what funds give back. */
  readonly taken: ReadonlyMap<string, readonly { readonly part: string; readonly order: string; readonly amount: Num }[]>;
}

const YEAR_BEGINS = '2026-01-01';

/** A part as walked, with everything it and the parts before it have paid. */
interface Walked {
  readonly counting: Counting;
  readonly pays: LinePays;
  readonly pieces: readonly Piece[];
  /** The parts of the version before that it continues. */
  readonly before: readonly Walked[];
  /** By person, what limits made of each period under this version. */
  readonly limited: Map<string, Limited[]>;
}

function limitedBefore({ limited, before }: Walked, person: string): Limited[] {
  return [...before.flatMap((one) => limitedBefore(one, person)), ...(limited.get(person) ?? [])];
}

/** Every period of a plan up to a day, recomputed from the beginning. */
export function yearPay(plan: YearPlan, facts: YearFacts, until: string): PeriodPay[] {
  const periods = payPeriods(plan, YEAR_BEGINS, until);
  const walked = walkAll(plan, facts, periods, periods[periods.length - 1]!.last);
  const ofPlan = new Map<string, Limited[]>();
  const shared: Pot[] = [];
  return periods.map((period) => payPeriod({ plan, facts, period, parts: walked.filter(({ counting }) => counting.segment.version === period.segment.version), ofPlan, shared }));
}

function walkAll(plan: YearPlan, facts: YearFacts, periods: readonly PayPeriod[], until: string): Walked[] {
  const walked = new Map<Counting, Walked>();
  let orphans: Piece[] = [];
  let previous: Counting[] = [];
  const countings = countingsOf(plan, facts, until);
  for (const version of new Set(countings.map(({ segment }) => segment.version))) {
    const here = countings.filter(({ segment }) => segment.version === version);
    const lost = previous.filter((one) => !here.some(({ continues }) => continues.includes(one)));
    orphans = [...orphans, ...lost.flatMap((one) => [...walked.get(one)!.pieces])];
    here.forEach((counting, at) => {
      const inherited = counting.continues.flatMap((one) => [...walked.get(one)!.pieces]);
      const pays = walkPart({ plan, facts, counting, periods, inherited, orphans: at === 0 ? orphans : [] });
      walked.set(counting, { counting, pays, pieces: [...inherited, ...pays.pieces], before: counting.continues.map((one) => walked.get(one)!), limited: new Map() });
    });
    previous = here;
  }
  return [...walked.values()];
}

interface Paying {
  readonly plan: YearPlan;
  readonly facts: YearFacts;
  readonly period: PayPeriod;
  readonly parts: readonly Walked[];
  readonly ofPlan: Map<string, Limited[]>;
  /** Every pot so far: takebacks are charged to those who got it. */
  readonly shared: Pot[];
}

interface ExactPart {
  readonly part: YearPart;
  readonly exact: Num;
  readonly gated: boolean;
  readonly byOrder: ReadonlyMap<string, Num>;
}

function payPeriod({ plan, facts, period, parts, ofPlan, shared }: Paying): PeriodPay {
  const pots = parts.map((walked) => (walked.counting.part.pool ? potsOf({ ...walked, plan, facts, period }) : []));
  shared.push(...pots.flat());
  const charges = parts.map(({ counting, pays }) => chargesOf(pays.takebacks.filter((one) => one.period === period), shared, (one) => takenBy(facts, one, counting.part)));
  const persons = new Map<string, PaidPart[]>();
  const overrides = overridesOf(facts, period, parts);
  for (const person of facts.people) {
    const exact = parts.map((walked, at) => partOf({ plan, period, walked, person, pots: pots[at]!, charge: charges[at]!.get(person.id) ?? ZERO }));
    const override = overrides.get(person.id);
    const all = override === undefined ? exact : [...exact, { part: OVERRIDE, exact: override, gated: false, byOrder: new Map<string, Num>() }];
    const total = sum(all.map((one) => one.exact));
    const capped = limit(period.segment.version.planLimits, ofPlan.get(person.id) ?? [], period, total, { gated: all.some(({ gated }) => gated), there: daysThere(plan, person) });
    ofPlan.set(person.id, [...(ofPlan.get(person.id) ?? []), capped]);
    const amounts = spread(all.map((one) => one.exact), total, capped.output);
    persons.set(person.id, all.map((one, at) => roundPart(facts, one.part, period, amounts[at]!, one.byOrder)));
  }
  return { period, persons, pots: pots.flat(), taken: new Map(facts.people.map(({ id }) => [id, takenOf(facts, period, parts, id)])) };
}

/** Overrides are a part of their own without rules for a part. */
const OVERRIDE: YearPart = { name: 'override', measure: 'revenue', countsOn: 'order', mode: 'marginal', span: 'month', by: 'person', limits: [], share: '1', refund: 'original', holds: [] };

/** A limited total over its parts by what they were; where one was negative or all were nothing, on the first. */
function spread(amounts: readonly Num[], total: Num, limited: Num): Num[] {
  if (total.eq(limited)) return [...amounts];
  if (amounts.every((amount) => amount.gte(0)) && !total.isZero()) return amounts.map((amount) => limited.times(amount).div(total));
  const largest = amounts.reduce((best, amount, at) => (amount.abs().gt(amounts[best]!.abs()) ? at : best), 0);
  return amounts.map((amount, at) => (at === largest ? amount.plus(limited).minus(total) : amount));
}

interface PartOfPerson {
  readonly plan: YearPlan;
  readonly period: PayPeriod;
  readonly walked: Walked;
  readonly person: YearPerson;
  readonly pots: readonly Pot[];
  /** What takebacks take from the person, of their own lines or of pots they shared. */
  readonly charge: Num;
}

/** Step 9: factors of the period, gate, what is taken back, limits, share. */
function partOf({ plan, period, walked, person, pots, charge }: PartOfPerson): ExactPart {
  const { counting: { part }, pays, pieces, limited } = walked;
  const mine = pieces.filter((piece) => piece.person === person.id);
  const paid = mine.flatMap((piece) => piece.paid.filter((one) => one.period === period).map(({ amount, weight }) => amount.times(weight)));
  const gross = part.pool ? sum(pots.map(({ members }) => members.get(person.id) ?? ZERO)) : sum(paid);
  const gated = isGated(part, person, period);
  const before = gross.times(scoreFactor(part, person, period)).times(gated ? (part.gate?.below ?? 1) : 1).minus(charge);
  const result = limit(part.limits, limitedBefore(walked, person.id), period, before, { gated, there: daysThere(plan, person) });
  limited.set(person.id, [...(limited.get(person.id) ?? []), result]);
  const byOrder = new Map<string, Num>();
  for (const piece of pays.pieces.filter((one) => one.person === person.id && one.period === period)) {
    // What came back in the same period was never held.
    const back = sum(pays.takebacks.filter((one) => one.piece === piece && one.period === period).map((one) => one.leftBefore.times(one.share)));
    const pay = D.max(ZERO, piece.paid[0]!.amount.times(new D(1).minus(back)));
    if (!pay.isZero()) byOrder.set(piece.line.order, (byOrder.get(piece.line.order) ?? ZERO).plus(pay));
  }
  return { part, exact: result.output.times(part.share), gated, byOrder };
}

/** The days between two on which a person is employed and in the plan. */
function daysThere(plan: YearPlan, person: YearPerson): DaysThere {
  return (first, last) => {
    let days = 0;
    for (let day = first; day <= last; day = addDays(day, 1)) if (isEmployed(person, day) && takesPart(person, plan.name, day)) days += 1;
    return days;
  };
}

function scoreOf(person: YearPerson, { name }: PayPeriod): number {
  const month = name.includes('Q') ? Number(name.slice(6)) * 3 - 2 : Number(name.slice(5));
  return person.scores[month - 1 + (name.startsWith('2027') ? 12 : 0)] ?? 0;
}

function scoreFactor(part: YearPart, person: YearPerson, period: PayPeriod): Num {
  return new D(part.scoreFactor && !part.pool && scoreOf(person, period) >= part.scoreFactor.from ? part.scoreFactor.factor : 1);
}

function isGated(part: YearPart, person: YearPerson, period: PayPeriod): boolean {
  return part.gate !== undefined && scoreOf(person, period) < part.gate.from;
}

function takenOf(facts: YearFacts, period: PayPeriod, parts: readonly Walked[], id: string): { part: string; order: string; amount: Num }[] {
  return parts.flatMap(({ counting: { part }, pays }) => {
    const byOrder = new Map<string, Num>();
    for (const one of pays.takebacks.filter(({ piece, period: of }) => of === period && piece.person === id && !piece.counting.part.pool)) byOrder.set(one.piece.line.order, (byOrder.get(one.piece.line.order) ?? ZERO).plus(takenBy(facts, one, part)));
    const kept = new D(part.share).times(new D(1).minus(part.reserve ?? 0));
    return [...byOrder].map(([order, amount]) => ({ part: part.name, order, amount: rounded(amount.times(kept)) }));
  });
}

/** What a takeback takes: its share of all that was paid for what is left of the piece, under the factors of each period. */
function takenBy(facts: YearFacts, { piece, period, share, leftBefore }: Takeback, by: YearPart): Num {
  const person = facts.people.find(({ id }) => id === piece.person);
  if (!person) return ZERO;
  const paid = piece.paid.filter((one, at) => one.period.last < period.first || (at === 0 && one.period === period));
  return sum(paid.map((one) => {
    // It is taken back before the share of the part that takes it, and was paid after that of the part that paid it.
    const amount = one.part.share === by.share ? one.amount : one.amount.times(one.part.share).div(by.share);
    if (one.part.pool) return amount;
    const gate = isGated(one.part, person, one.period) ? (one.part.gate?.below ?? 1) : 1;
    return amount.times(scoreFactor(one.part, person, one.period)).times(gate);
  })).times(leftBefore).times(share);
}

