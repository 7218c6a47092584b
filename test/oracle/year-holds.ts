import type { Num, YearFacts, YearHold, YearPart } from './year-facts';
import { D, ZERO, apportion, rounded, sum } from './year-facts';
import { paidShare } from './year-counting';
import type { PayPeriod } from './year-time';
import { addDays, addMonths, spanNumber } from './year-time';

/** Money held back of a part in a period, and of which order; a share of a pot has none. */
export interface Held {
  readonly hold: YearHold;
  readonly order: string;
  readonly amount: Num;
}

/** A part of a person's pay, rounded once: earned = payable + reserved + held, to the cent. */
export interface PaidPart {
  readonly part: string;
  readonly earned: Num;
  readonly reserved: Num;
  readonly held: readonly Held[];
  readonly payable: Num;
}

export function isLastOfYear({ last, segment }: PayPeriod): boolean {
  const { firstDay } = segment.version;
  return spanNumber(last, 'year', firstDay) !== spanNumber(addDays(last, 1), 'year', firstDay);
}

/** What is held back of a positive amount; for receipts by order, in proportion to what each earned and is unpaid. */
function holdsOf(facts: YearFacts, part: YearPart, period: PayPeriod, net: Num, byOrder: ReadonlyMap<string, Num>): Held[] {
  if (net.lte(0)) return [];
  const whole = sum(byOrder.values());
  return part.holds.flatMap((hold): Held[] => {
    const amount = net.times(hold.share);
    if (hold.until.kind === 'year end' && isLastOfYear(period)) return [];
    if (hold.until.kind !== 'receipt') return [{ hold, order: '', amount }];
    if (whole.isZero()) return [];
    return [...byOrder].map(([order, pay]) => ({ hold, order, amount: amount.times(pay).div(whole).times(new D(1).minus(paidShare(facts, order, period.last))) })).filter((one) => !one.amount.isZero());
  });
}

/** Rounds the payable once; what is reserved and held is apportioned so that it adds up. */
export function roundPart(facts: YearFacts, part: YearPart, period: PayPeriod, exact: Num, byOrder: ReadonlyMap<string, Num>): PaidPart {
  const reserve = part.pool || part.reserve === undefined ? [] : [exact.times(part.reserve)];
  const net = exact.minus(sum(reserve));
  const holds = holdsOf(facts, part, period, net, byOrder);
  const [earned, payable] = [rounded(exact), rounded(net.minus(sum(holds.map(({ amount }) => amount))))];
  const cuts = apportion(earned.minus(payable), [...reserve, ...holds.map(({ amount }) => amount)].map((cut) => cut.abs()), 2);
  const held = holds.map((one, at) => ({ ...one, amount: cuts[reserve.length + at] ?? ZERO })).flatMap((one) => (one.order === '' ? byOrders(one, byOrder) : [one])).filter(({ amount }) => !amount.isZero());
  return { part: part.name, earned, reserved: reserve.length > 0 ? (cuts[0] ?? ZERO) : ZERO, held, payable };
}

/** What is held for a time is told apart by the orders that earned it, so that an order taken back settles its own. */
function byOrders(held: Held, byOrder: ReadonlyMap<string, Num>): Held[] {
  if (byOrder.size === 0) return [held];
  const shares = apportion(held.amount, [...byOrder.values()], 2);
  return [...byOrder.keys()].map((order, at) => ({ ...held, order, amount: shares[at]! }));
}

/** How much of a lot has fallen due by the end of a period. */
export function dueBy(facts: YearFacts, lot: Held, heldIn: PayPeriod, period: PayPeriod): Num {
  const { until } = lot.hold;
  const { firstDay } = period.segment.version;
  if (until.kind === 'months') return period.last >= addMonths(heldIn.first, until.months) && period.last > heldIn.last ? lot.amount : ZERO;
  if (until.kind === 'year end') return spanNumber(addDays(period.last, 1), 'year', firstDay) > spanNumber(heldIn.last, 'year', firstDay) ? lot.amount : ZERO;
  const one = new D(1);
  const [open, still] = [one.minus(paidShare(facts, lot.order, heldIn.last)), one.minus(paidShare(facts, lot.order, period.last))];
  return open.isZero() ? lot.amount : rounded(lot.amount.minus(D.max(ZERO, lot.amount.times(still).div(open))));
}
