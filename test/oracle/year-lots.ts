import type { Num, YearFacts } from './year-facts';
import { D, ZERO, sum } from './year-facts';
import type { Held } from './year-holds';
import { dueBy } from './year-holds';
import type { PeriodPay } from './year-plan';
import type { PayPeriod } from './year-time';

/** Held money of one person in one plan: in which period, of which order, by which rule; and what has left it. */
export interface Lot {
  readonly period: PayPeriod;
  readonly part: string;
  readonly held: Held;
  readonly released: Num;
  /** Used up because the order was taken back before it was paid. */
  readonly used: Num;
}

/** What is still in the lots. */
export function leftIn(lots: readonly Lot[]): Num {
  return sum(lots.map(({ held, released, used }) => held.amount.minus(released).minus(used)));
}

/**
 * The lots after a period, from the beginning on today's data: each period gives back what falls due in it, then uses
 * up what is held of orders that it takes back (what falls due first is used first), then holds of its own.
 */
export function moveLots(facts: YearFacts, pays: readonly PeriodPay[], id: string, before: readonly Lot[]): { lots: Lot[]; kept: Num } {
  let lots: Lot[] = [];
  for (const pay of pays) {
    lots = lots.map((lot) => ({ ...lot, released: D.min(dueBy(facts, lot.held, lot.period, pay.period), lot.held.amount.minus(lot.used)) }));
    const parts = pay.persons.get(id) ?? [];
    for (const { part, order, amount } of pay.taken.get(id) ?? []) lots = useUp(lots, part, order, amount);
    lots.push(...parts.flatMap((part) => part.held.map((held): Lot => ({ period: pay.period, part: part.part, held, released: ZERO, used: ZERO }))));
  }
  return { lots, kept: leftIn(lots).minus(leftIn(before)) };
}

function useUp(lots: readonly Lot[], part: string, order: string, amount: Num): Lot[] {
  const months = ({ held: { hold: { until } } }: Lot): number => (until.kind === 'months' ? until.months : until.kind === 'year end' ? 100 : 1000);
  let left = amount;
  const used = new Map<Lot, Num>();
  for (const lot of [...lots].filter((one) => one.part === part && one.held.order === order).sort((a, b) => months(a) - months(b))) {
    const use = D.max(ZERO, D.min(left, leftIn([lot])));
    used.set(lot, use);
    left = left.minus(use);
  }
  return lots.map((lot) => ({ ...lot, used: lot.used.plus(used.get(lot) ?? ZERO) }));
}
