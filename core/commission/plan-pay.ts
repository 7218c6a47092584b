import type { Exact } from '../amount/exact';
import { ZERO, absolute, add, compare, equals, isZero, multiply, sign, subtract, sum } from '../amount/exact';
import { allocateOrNothing } from '../amount/allocate';
import { quotient, round } from '../amount/round';
import type { Message } from '../locale/message';
import type { Part, PlanVersion } from '../rules/plan';
import { calendarOf, poolOf, roundingOf } from '../rules/plan';
import { periodNumbering } from '../table/period';
import type { LotDue } from './closed/lots';
import { dueOfHold } from './closed/lots';
import type { Engine, PayPeriod } from './engine';
import { runOf } from './engine';
import type { OverridePay } from './override';
import { overridesOf } from './override';
import type { PartPay, PersonPart } from './part-pay';
import { payOfPart } from './part-pay';
import { payByOrder } from './pay-by-order';
import type { LimitStep, LimitedPay } from './span-limits';
import { limitOverSpan, unlimited } from './span-limits';
import { paidFractionOfOrder, portion, restOf } from '../trade/receipts';

/** Money held back from a part: of which order (blank for a share of a pot), by which rule, and until when. */
export interface HeldAmount {
  readonly order: string;
  readonly amount: Exact;
  readonly row: number;
  readonly due: LotDue;
}

/** A part of a person's pay, rounded: earned = payable + reserved + held, to the cent. */
export interface PaidPart {
  readonly part: string;
  readonly pay: PersonPart | undefined;
  readonly overrides: readonly OverridePay[];
  readonly measure: Exact;
  /** Before rounding, after the limits of the plan. */
  readonly exact: Exact;
  readonly earned: Exact;
  readonly reserved: Exact;
  readonly reserves: readonly { readonly fund: string; readonly amount: Exact }[];
  readonly held: Exact;
  readonly holds: readonly HeldAmount[];
  readonly payable: Exact;
}

export interface PersonPlanPay {
  readonly person: number;
  readonly parts: readonly PaidPart[];
  readonly problem: Message | undefined;
  /** The plan's own limit, when it changed the pay. */
  readonly planLimit: { readonly before: Exact; readonly after: Exact; readonly steps: readonly LimitStep[] } | undefined;
}

/** What a version pays everyone for a period, before corrections and balances (steps 1 to 10, and rounding). */
export interface PlanPay {
  readonly version: PlanVersion;
  readonly period: PayPeriod;
  readonly persons: ReadonlyMap<number, PersonPlanPay>;
  readonly parts: readonly { readonly part: Part; readonly pay: PartPay }[];
}

export const OVERRIDE_PART = 'override';

export function payOfPlan(engine: Engine, version: PlanVersion, period: PayPeriod): PlanPay {
  const parts = version.parts.map((part) => ({ part, pay: payOfPart(engine, version, part, period) }));
  const overrides = overridesOf(engine, version, period);
  const people = new Set<number>([...parts.flatMap(({ pay }) => [...pay.persons.keys()]), ...overrides.map(({ person }) => person)]);
  const persons = new Map<number, PersonPlanPay>();
  for (const person of people) persons.set(person, payOfPerson(engine, version, period, parts, overrides, person));
  return { version, period, persons, parts };
}

interface ExactPart {
  readonly name: string;
  readonly part: Part | undefined;
  readonly pay: PersonPart | undefined;
  readonly overrides: readonly OverridePay[];
  readonly amount: Exact;
}

function payOfPerson(engine: Engine, version: PlanVersion, period: PayPeriod, parts: PlanPay['parts'], overrides: readonly OverridePay[], person: number): PersonPlanPay {
  const own = partsOf(parts, overrides, person);
  const total = sum(own.map(({ amount }) => amount));
  const { limited, steps } = person < 0 ? { limited: total, steps: [] } : planLimit(engine, version, period, person, total, own.some(isGated));
  const amounts = equals(limited, total) ? own.map(({ amount }) => amount) : spread(own.map(({ amount }) => amount), total, limited);
  const paid = own.map((part, index) => roundPart(engine, version, period, person, part, amounts[index] ?? ZERO));
  const problem = own.flatMap(({ pay, overrides: above }) => [pay?.problem, ...above.map(({ terms }) => terms?.problem)]).find((found) => found !== undefined);
  return { person, parts: paid, problem, planLimit: equals(limited, total) ? undefined : { before: total, after: limited, steps } };
}

function partsOf(parts: PlanPay['parts'], overrides: readonly OverridePay[], person: number): ExactPart[] {
  const own = parts.flatMap(({ part, pay }): ExactPart[] => {
    const found = pay.persons.get(person);
    return found ? [{ name: part.name, part, pay: found, overrides: [], amount: found.earned }] : [];
  });
  const above = overrides.filter((override) => override.person === person);
  if (above.length === 0) return own;
  return [...own, { name: OVERRIDE_PART, part: undefined, pay: undefined, overrides: above, amount: sum(above.map(({ amount }) => amount)) }];
}

function isGated({ pay, overrides }: ExactPart): boolean {
  return pay?.gate !== undefined || overrides.some(({ terms }) => terms?.gate !== undefined);
}

/** The limits named at the plan's level. */
function planLimit(engine: Engine, version: PlanVersion, period: PayPeriod, person: number, total: Exact, gated: boolean): LimitedPay {
  const { minimum, maximum } = version.all;
  if (![...minimum, ...maximum].some(({ level }) => level === 'plan')) return unlimited(total);
  return planStages({ engine, version, period, person, total, gated });
}

interface PlanTotal {
  readonly engine: Engine;
  readonly version: PlanVersion;
  readonly period: PayPeriod;
  readonly person: number;
  readonly total: Exact;
  readonly gated: boolean;
}

function planStages({ engine, version, period, person, total, gated }: PlanTotal): LimitedPay {
  const known = engine.planLimits.get(version) ?? new Map<string, LimitedPay>();
  engine.planLimits.set(version, known);
  const key = `${person} ${period.number}`;
  const found = known.get(key);
  if (found) return found;
  const earlier = (other: PayPeriod): readonly Exact[] => {
    const own = partsOf(version.parts.map((part) => ({ part, pay: payOfPart(engine, version, part, other) })), overridesOf(engine, version, other), person);
    const closed = own.some(isGated);
    return planStages({ engine, version, period: other, person, total: sum(own.map(({ amount }) => amount)), gated: closed }).stages;
  };
  const paid = (before: PlanVersion, other: PayPeriod): Exact => sum((payOfPlan(engine, before, other).persons.get(person)?.parts ?? []).map(({ exact }) => exact));
  const made = limitOverSpan({ engine, version, period, person, level: 'plan', parts: version.parts, rules: version.all, pay: total, gated, earlier, paid });
  known.set(key, made);
  return made;
}

/** Spreads a limited total over its parts by what they were; where some are below 0, the largest takes the change. */
function spread(amounts: readonly Exact[], total: Exact, limited: Exact): Exact[] {
  const positive = amounts.every((amount) => sign(amount) >= 0);
  if (positive && !isZero(total)) return allocateOrNothing(limited, amounts, 8);
  const largest = amounts.reduce((best, amount, index) => (compare(absolute(amount), absolute(amounts[best] ?? ZERO)) > 0 ? index : best), 0);
  return amounts.map((amount, index) => (index === largest ? add(amount, subtract(limited, total)) : amount));
}

/** Step 13: the payable is rounded once; what was earned, reserved and held is apportioned so that it adds up. */
function roundPart(engine: Engine, version: PlanVersion, period: PayPeriod, person: number, part: ExactPart, exact: Exact): PaidPart {
  const rounding = roundingOf(version);
  const reserves = part.pay && part.part ? part.pay.reserved.map(({ fund, row }) => ({ fund, row, amount: reserveOf(part.part, row, exact) })) : [];
  const net = subtract(exact, sum(reserves.map(({ amount }) => amount)));
  const holds = person >= 0 && part.part ? holdsOf(engine, version, part.part, period, person, net) : [];
  const held = sum(holds.map(({ amount }) => amount));
  const earned = round(exact, rounding);
  const payable = reserves.length + holds.length === 0 ? earned : round(subtract(net, held), rounding);
  const cuts = [...reserves, ...holds].map(({ amount }) => amount);
  const split = spreadCuts(subtract(earned, payable), cuts, rounding.decimals);
  const roundedReserves = reserves.map(({ fund }, index) => ({ fund, amount: split[index] ?? ZERO }));
  const roundedHolds = holds
    .map((hold, index) => ({ ...hold, amount: split[reserves.length + index] ?? ZERO }))
    .filter(({ amount }) => !isZero(amount))
    .flatMap((hold) => (part.part && hold.order === '' ? splitByOrder(engine, version, part.part, period, person, hold) : [hold]));
  return {
    part: part.name,
    pay: part.pay,
    overrides: part.overrides,
    measure: part.pay?.measure ?? ZERO,
    exact,
    earned,
    reserved: sum(roundedReserves.map(({ amount }) => amount)),
    reserves: roundedReserves,
    held: sum(roundedHolds.map(({ amount }) => amount)),
    holds: roundedHolds,
    payable,
  };
}

function spreadCuts(total: Exact, cuts: readonly Exact[], decimals: number): Exact[] {
  const sizes = cuts.map((cut) => (sign(cut) < 0 ? { units: -cut.units, scale: cut.scale } : cut));
  const split = allocateOrNothing(total, sizes, decimals);
  const lost = subtract(total, sum(split));
  return split.map((amount, index) => (index === 0 ? add(amount, lost) : amount));
}

function reserveOf(part: Part | undefined, row: number, exact: Exact): Exact {
  const rule = part?.rules.reserve.find((reserve) => reserve.row === row);
  return rule ? multiply(exact, rule.share) : ZERO;
}

/** Step 12: what is held back of a positive amount. A hold until receipt falls on the orders that are not yet paid. */
function holdsOf(engine: Engine, version: PlanVersion, part: Part, period: PayPeriod, person: number, net: Exact): HeldAmount[] {
  if (sign(net) <= 0) return [];
  return part.rules.hold.flatMap(({ until, share, row }): HeldAmount[] => {
    if (until.kind === 'year end' && isLastOfYear(version, period)) return [];
    const held = multiply(net, share);
    const due = dueOfHold(until, version, period.period);
    if (until.kind !== 'receipt') return [{ order: '', amount: held, row, due }];
    return heldByOrder(engine, version, part, period, person, held).map(({ order, amount }) => ({ order, amount, row, due }));
  });
}

/** What would be held to the year's end is due at once in the year's last period. */
function isLastOfYear(version: PlanVersion, period: PayPeriod): boolean {
  const year = periodNumbering('year', calendarOf(version));
  return year(period.last + 1) > year(period.last);
}

function heldByOrder(engine: Engine, version: PlanVersion, part: Part, period: PayPeriod, person: number, held: Exact): { order: string; amount: Exact }[] {
  const { orders, receipts } = engine.ledger;
  const byOrder = payByOrder(runOf(engine, version, part), period, person);
  const total = sum([...byOrder.values()]);
  if (isZero(total)) return [];
  return [...byOrder].flatMap(([order, pay]) => {
    const mine = quotient(multiply(held, pay), total, { decimals: 8, mode: 'half up' });
    const amount = portion(mine, restOf(paidFractionOfOrder(orders, receipts, order, period.last)));
    return isZero(amount) ? [] : [{ order: orders.orderNames[order] ?? '', amount }];
  });
}

/** Money held for a time, told apart by order, so that an order that is taken back settles what is held of it. A share of a pot has no orders. */
function splitByOrder(engine: Engine, version: PlanVersion, part: Part, period: PayPeriod, person: number, hold: HeldAmount): HeldAmount[] {
  if (poolOf(part)) return [hold];
  const byOrder = [...payByOrder(runOf(engine, version, part), period, person)];
  if (byOrder.length === 0) return [hold];
  const shares = allocateOrNothing(hold.amount, byOrder.map(([, pay]) => pay), roundingOf(version).decimals);
  return byOrder.flatMap(([order], index) => {
    const amount = shares[index] ?? ZERO;
    return isZero(amount) ? [] : [{ ...hold, order: engine.ledger.orders.orderNames[order] ?? '', amount }];
  });
}

/** What a person is entitled to for the period: earned less reserved, over all parts. */
export function entitlement(pay: PersonPlanPay): Exact {
  return sum(pay.parts.map(({ earned, reserved }) => subtract(earned, reserved)));
}
