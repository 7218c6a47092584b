import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, multiply, sign, subtract } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import { clawbackShare } from '../rules/plan';
import type { PayPeriod } from './engine';
import type { PartRun } from './part-run';
import { portion } from '../trade/receipts';

/** Pay by the number of the order. */
type ByOrder = Map<number, Exact>;

const known = new WeakMap<PartRun, Map<number, ReadonlyMap<number, ByOrder>>>();
const NOTHING_PAID: ReadonlyMap<number, Exact> = new Map();

/** What each order of the period pays a person in a part, less what came back in it; orders that pay nothing are left out. */
export function payByOrder(run: PartRun, period: PayPeriod, person: number): ReadonlyMap<number, Exact> {
  const byPeriod = known.get(run) ?? new Map<number, ReadonlyMap<number, ByOrder>>();
  known.set(run, byPeriod);
  const found = byPeriod.get(period.number) ?? ofEverybody(run, period);
  byPeriod.set(period.number, found);
  return found.get(person) ?? NOTHING_PAID;
}

function ofEverybody(run: PartRun, period: PayPeriod): Map<number, ByOrder> {
  const { events, compiled } = run;
  const gone = new Map(run.leavings.filter((leaving) => leaving.period === period.number).map(({ event, after }) => [event, after]));
  const back = clawbackShare(compiled.part, false, 0, ONE);
  const byPerson = new Map<number, ByOrder>();
  const slice = run.slices.get(period.number);
  for (let event = slice?.from ?? 0; event < (slice?.to ?? 0); event += 1) {
    const whole = exactAt(events.pay, event);
    const returned = gone.get(event);
    const pay = returned ? subtract(whole, multiply(portion(whole, returned), back)) : whole;
    if (sign(pay) <= 0) continue;
    const person = events.person[event] ?? -1;
    const byOrder = byPerson.get(person) ?? new Map<number, Exact>();
    byPerson.set(person, byOrder);
    const order = compiled.ledger.orders.orderOf[events.row[event] ?? 0] ?? 0;
    byOrder.set(order, add(byOrder.get(order) ?? ZERO, pay));
  }
  return byPerson;
}
