import type { Exact } from '../../amount/exact';
import { ONE, ZERO, add, isZero, multiply, sign, smaller, subtract, sum } from '../../amount/exact';
import { round } from '../../amount/round';
import type { PlanVersion } from '../../rules/plan';
import { poolOf, roundingOf } from '../../rules/plan';
import { matchKey } from '../../table/cell';
import type { Engine, PayPeriod } from '../engine';
import { runOf } from '../engine';
import { takenBackIn } from '../taken-back';
import type { Lot } from './lots';
import { leftIn } from './lots';

/** Money taken out of a lot because its order was taken back before it was paid. */
export interface LotUse {
  readonly lot: Lot;
  readonly amount: Exact;
}

/** Whose reversals of which period are looked at. */
interface Taken {
  readonly engine: Engine;
  readonly version: PlanVersion;
  readonly period: PayPeriod;
  readonly person: number;
}

/**
 * Taking back an order first uses up what is held of it: what was never paid is not asked for again. Of several lots
 * those that fall due first are used first; what is left of them afterwards is given back when it is due.
 */
export function lotUses({ engine, version, period, person }: Taken, lotsOfPerson: () => readonly Lot[]): LotUse[] {
  const back = takenByOrder({ engine, version, period, person });
  if (back.length === 0) return [];
  const lots = lotsOfPerson();
  const left = new Map(lots.map((lot) => [lot, leftIn(lot)]));
  if ([...left.values()].every((amount) => sign(amount) <= 0)) return [];
  const sorted = [...lots].sort((a, b) => dueOrder(a) - dueOrder(b));
  const uses: LotUse[] = [];
  for (const { part, order, amount } of back) {
    let taken = amount;
    for (const lot of sorted) {
      if (matchKey(lot.order) !== matchKey(order) || matchKey(lot.part) !== matchKey(part) || lot.order === '') continue;
      const use = smaller(taken, left.get(lot) ?? ZERO);
      if (sign(use) <= 0) continue;
      uses.push({ lot, amount: use });
      left.set(lot, subtract(left.get(lot) ?? ZERO, use));
      taken = subtract(taken, use);
    }
  }
  return uses;
}

function dueOrder({ due }: Lot): number {
  return due === 'receipt' ? Infinity : due;
}

/** What reversals of the period take back from a person, by part and by the order that is taken back, net of what funds give back. */
function takenByOrder({ engine, version, period, person }: Taken): { part: string; order: string; amount: Exact }[] {
  const { orders } = engine.ledger;
  return version.parts.flatMap((part) => {
    if (poolOf(part)) return [];
    const run = runOf(engine, version, part);
    const kept = subtract(ONE, sum(part.rules.reserve.map(({ share }) => share)));
    const byOrder = new Map<string, Exact>();
    for (const { person: who, run: payer, event, given } of takenBackIn(engine, run, period)) {
      if (who !== person || poolOf(payer.compiled.part)) continue;
      const order = orders.orderNames[orders.orderOf[payer.events.row[event] ?? 0] ?? 0] ?? '';
      byOrder.set(order, add(byOrder.get(order) ?? ZERO, given));
    }
    return [...byOrder].flatMap(([order, amount]) => {
      const net = round(multiply(amount, kept), roundingOf(version));
      return isZero(net) ? [] : [{ part: part.name, order, amount: net }];
    });
  });
}
