import type { Day } from '../table/day';
import { matchKey } from '../table/cell';

/** One order of a customer, as the customer's history needs it. */
export interface CustomerOrder {
  readonly customer: string;
  readonly order: number;
  readonly day: Day;
  readonly rank: number;
}

export interface FirstOrder {
  readonly order: number;
  readonly day: Day;
}

/** Each customer's first order: by date, then by the order's place in the table. */
export function firstOrders(orders: Iterable<CustomerOrder>): ReadonlyMap<string, FirstOrder> {
  const first = new Map<string, CustomerOrder>();
  for (const order of orders) {
    const key = matchKey(order.customer);
    const known = first.get(key);
    if (!known || order.day < known.day || (order.day === known.day && order.rank < known.rank)) first.set(key, order);
  }
  return first;
}
