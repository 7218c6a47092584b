import type { Num, YearFacts, YearPlan } from './year-facts';
import { D, ZERO, compareText, isEmployed, rounded, sum, takesPart } from './year-facts';
import type { Lot } from './year-lots';
import { moveLots } from './year-lots';
import type { PeriodPay } from './year-plan';
import { yearPay } from './year-plan';
import type { PayPeriod } from './year-time';
import { addDays, daysBetween, payPeriods } from './year-time';

/** What a settlement says of one person in one plan. */
export interface Settled {
  readonly earned: Num;
  readonly reserved: Num;
  /** What went into lots less what came out of them. */
  readonly kept: Num;
  readonly draw: Num;
  readonly adjustment: Num;
  readonly payable: Num;
  /** The change of what is carried: never positive in sum. */
  readonly carried: Num;
}

/** The oracle's own statements: what has been closed of each plan, and each person's balances over all of them. */
export interface Books {
  /** What was paid for a plan, a period and a person: entitlement, corrections included. */
  readonly paid: Map<string, Num>;
  readonly lots: Map<string, Lot[]>;
  readonly carried: Map<string, Num>;
  /** What each plan lent a person under a recoverable draw and has not taken back. */
  readonly lent: Map<string, Num>;
}

export interface PlanMonth {
  readonly period: PayPeriod;
  readonly pays: readonly PeriodPay[];
  readonly persons: ReadonlyMap<string, Settled>;
}

export function newBooks(): Books {
  return { paid: new Map(), lots: new Map(), carried: new Map(), lent: new Map() };
}

/** A year is lived from January on; January of the next still corrects it. */
const [YEAR_BEGINS, YEAR_ENDS] = ['2026-01-01', '2027-03-31'];

const read = (from: ReadonlyMap<string, Num>, key: string): Num => from.get(key) ?? ZERO;

export function entitlementOf(pay: PeriodPay, person: string): Num {
  return sum((pay.persons.get(person) ?? []).map(({ earned, reserved }) => earned.minus(reserved)));
}

interface Net {
  readonly plan: YearPlan;
  readonly pays: readonly PeriodPay[];
  readonly now: PeriodPay;
  readonly adjustment: Num;
  readonly kept: Num;
  readonly net: Num;
}

/** Settles a period of every plan on the data given, against what was closed before, and closes it. */
export function closeBooks(plans: readonly YearPlan[], facts: YearFacts, books: Books, name: string): Map<string, PlanMonth> {
  const open = plans.flatMap((plan) => {
    const period = payPeriods(plan, YEAR_BEGINS, YEAR_ENDS).find((one) => one.name === name);
    return period ? [{ plan, period, pays: yearPay(plan, facts, period.last), persons: new Map<string, Settled>() }] : [];
  });
  for (const { id } of facts.people) {
    const nets = open.map(({ plan, pays }) => netOf(facts, books, plan, pays, id));
    // What is below 0 comes first, so that another plan of the same period can set it off.
    const sorted = nets.map((net, at) => ({ net, at })).sort((a, b) => Number(a.net.net.gt(0)) - Number(b.net.net.gt(0)) || compareText(a.net.plan.name, b.net.plan.name));
    for (const { net, at } of sorted) open[at]!.persons.set(id, balance(facts, books, net, id));
  }
  return new Map(open.map(({ plan, ...month }) => [plan.name, month]));
}

/** What a plan gives a person before balances: its own pay, corrections of closed periods, what moves in lots. */
function netOf(facts: YearFacts, books: Books, plan: YearPlan, pays: readonly PeriodPay[], id: string): Net {
  const now = pays[pays.length - 1]!;
  let adjustment = ZERO;
  for (const pay of pays) {
    const key = `${plan.name} ${pay.period.name} ${id}`;
    if (pay !== now) adjustment = adjustment.plus(entitlementOf(pay, id)).minus(read(books.paid, key));
    books.paid.set(key, entitlementOf(pay, id));
  }
  const key = `${plan.name} ${id}`;
  const { lots, kept } = moveLots(facts, pays, id, books.lots.get(key) ?? []);
  books.lots.set(key, lots);
  return { plan, pays, now, adjustment, kept, net: entitlementOf(now, id).plus(adjustment).minus(kept) };
}

function balance(facts: YearFacts, books: Books, { plan, now, adjustment, kept, net }: Net, id: string): Settled {
  const before = read(books.carried, id);
  const available = net.plus(before);
  const base = D.max(ZERO, available);
  const draw = drawn(facts, books, { plan, now, id }, base);
  const carried = D.min(ZERO, available).minus(before);
  books.carried.set(id, before.plus(carried));
  const parts = now.persons.get(id) ?? [];
  return { earned: sum(parts.map(({ earned }) => earned)), reserved: sum(parts.map(({ reserved }) => reserved)), kept, draw, adjustment, payable: base.plus(draw), carried };
}

/** A draw lends up to its amount, prorated by the days in the plan; a recoverable one is taken back from what exceeds it. */
function drawn(facts: YearFacts, books: Books, { plan, now, id }: { plan: YearPlan; now: PeriodPay; id: string }, base: Num): Num {
  const { draw } = now.period.segment.version;
  const key = `${plan.name} ${id}`;
  const lentInAll = sum([...books.lent].filter(([one]) => one.endsWith(` ${id}`)).map(([, amount]) => amount));
  const days = daysInPlan(facts, plan, id, now.period);
  const tell = (change: Num): Num => {
    if (draw?.kind !== 'guaranteed') books.lent.set(key, read(books.lent, key).plus(change));
    return change;
  };
  // A plan that one has left lends nothing more; it takes back what it lent itself.
  if (!draw || days === 0) return tell(D.min(D.max(ZERO, D.min(read(books.lent, key), lentInAll)), base).negated());
  const short = rounded(new D(draw.amount).times(days).div(daysBetween(now.period.first, now.period.last))).minus(base);
  if (short.gt(0)) return tell(short);
  return draw.kind === 'recoverable' ? tell(D.min(D.max(ZERO, lentInAll), short.negated()).negated()) : ZERO;
}

function daysInPlan(facts: YearFacts, plan: YearPlan, id: string, { first, last }: PayPeriod): number {
  const person = facts.people.find((one) => one.id === id);
  let days = 0;
  for (let day = first; person && day <= last; day = addDays(day, 1)) if (isEmployed(person, day) && takesPart(person, plan.name, day)) days += 1;
  return days;
}
