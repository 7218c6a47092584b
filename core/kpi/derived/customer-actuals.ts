import { exactInteger, isZero } from '../../amount/exact';
import { divideRatios, ratioOf } from '../../amount/ratio';
import type { Day } from '../../table/day';
import { addMonths } from '../../table/day';
import { dayAt } from '../../table/table';
import { monthDays } from '../kpi-period';
import { orderMoney } from './order-money';
import type { Measured, Scope } from './measured';
import type { SalesBook } from './sales-book';
import { isSale, scopeKey, teamKey } from './sales-book';
import type { MoneyUnit } from './unit';

/** An order as it counts for customers: when it was first placed, and for whom. */
interface Placed {
  readonly order: number;
  readonly customer: number;
  readonly day: Day;
}

interface Placements {
  /** Orders by scope, in order of date. */
  readonly byScope: ReadonlyMap<string, readonly Placed[]>;
  /** Each customer's orders, whoever took them, in order of date. */
  readonly byCustomer: ReadonlyMap<number, readonly Placed[]>;
}

function placementsOf(book: SalesBook): Placements {
  const known = book.lists.get('placements') as Placements | undefined;
  if (known) return known;
  const made = listPlacements(book);
  book.lists.set('placements', made);
  return made;
}

function listPlacements(book: SalesBook): Placements {
  const byScope = new Map<string, Placed[]>();
  const byCustomer = new Map<number, Placed[]>();
  const { orders } = book;
  for (let order = 0; order < orders.orderNames.length; order += 1) {
    const rows = (orders.rowsOf[order] ?? []).filter((row) => isSale(book, row));
    const [first] = rows;
    if (first === undefined) continue;
    const day = Math.min(...rows.map((row) => dayAt(book.orderDays, row) ?? Infinity));
    const customer = book.customerOf[book.customers.codes[first] ?? 0] ?? 0;
    const placed: Placed = { order, customer, day };
    push(byCustomer, customer, placed);
    const scopes = new Set(['all']);
    for (const row of rows) {
      for (const { person } of book.owners(row)) scopes.add(`p${person}`).add(teamKey(book, person, day));
    }
    for (const scope of scopes) push(byScope, scope, placed);
  }
  for (const list of [...byScope.values(), ...byCustomer.values()]) list.sort((a, b) => a.day - b.day || a.order - b.order);
  return { byScope, byCustomer };
}

function push<Key>(map: Map<Key, Placed[]>, key: Key, placed: Placed): void {
  const list = map.get(key);
  if (list) list.push(placed);
  else map.set(key, [placed]);
}

interface Window {
  readonly orders: readonly Placed[];
  readonly first: Day;
  readonly last: Day;
}

function windowOf(book: SalesBook, scope: Scope, firstMonth: number, lastMonth: number): Window {
  const [first, last] = [monthDays(firstMonth).first, monthDays(lastMonth).last];
  const all = placementsOf(book).byScope.get(scopeKey(scope)) ?? [];
  return { orders: between(all, first, last), first, last };
}

/** The orders from one day to another, of a list in order of date. */
function between(orders: readonly Placed[], first: Day, last: Day): readonly Placed[] {
  return orders.slice(firstFrom(orders, first), firstFrom(orders, last + 1));
}

function firstFrom(orders: readonly Placed[], day: Day): number {
  let [low, high] = [0, orders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((orders[middle]?.day ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function count(value: number): Measured {
  return { value: ratioOf(exactInteger(value)), of: undefined, faults: [], notes: [] };
}

/** A share of a count; nothing where there was nothing to count. */
export function shareOfCount(part: number, whole: number): Measured {
  if (whole === 0) return { value: undefined, of: undefined, faults: [], notes: [] };
  const [numerator, denominator] = [exactInteger(part), exactInteger(whole)];
  return { value: { top: numerator, bottom: denominator }, of: { numerator, denominator }, faults: [], notes: [] };
}

/** How many orders were placed. An order of several owners is one order of each, and one of their team. */
export function orderCount(book: SalesBook, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  return count(windowOf(book, scope, firstMonth, lastMonth).orders.length);
}

/** Customers whose very first order, with anyone, was placed in the period. */
export function newCustomers(book: SalesBook, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  const { byCustomer } = placementsOf(book);
  const found = new Set<number>();
  for (const { customer, order } of windowOf(book, scope, firstMonth, lastMonth).orders) {
    if (customer !== 0 && byCustomer.get(customer)?.[0]?.order === order) found.add(customer);
  }
  return count(found.size);
}

/** Customers with an order in the period. */
export function activeCustomers(book: SalesBook, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  return count(customersOf(windowOf(book, scope, firstMonth, lastMonth).orders).size);
}

function customersOf(orders: readonly Placed[]): Set<number> {
  return new Set(orders.map(({ customer }) => customer).filter((customer) => customer !== 0));
}

/** Of the customers who ordered in the period, the share that had ordered before (an earlier order, with anyone). */
export function repeatRate(book: SalesBook, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  const window = windowOf(book, scope, firstMonth, lastMonth);
  const { byCustomer } = placementsOf(book);
  const active = customersOf(window.orders);
  const again = [...active].filter((customer) => (byCustomer.get(customer)?.[1]?.day ?? Infinity) <= window.last);
  return shareOfCount(again.length, active.size);
}

/** Of the customers with an order in the twelve months before the period, the share without one (with anyone) in the twelve months up to its end. */
export function churnRate(book: SalesBook, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  const { byCustomer, byScope } = placementsOf(book);
  const { first, last } = windowOf(book, scope, firstMonth, lastMonth);
  const before = customersOf(between(byScope.get(scopeKey(scope)) ?? [], addMonths(first, -12), first - 1));
  const since = addMonths(last + 1, -12);
  const lost = [...before].filter((customer) => between(byCustomer.get(customer) ?? [], since, last).length === 0);
  return shareOfCount(lost.length, before.size);
}

/** Revenue ÷ orders. */
export function averageOrder(book: SalesBook, unit: MoneyUnit, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  const revenue = orderMoney(book, 'orders: revenue', unit, scope, firstMonth, lastMonth);
  const orders = exactInteger(windowOf(book, scope, firstMonth, lastMonth).orders.length);
  if (isZero(orders) || !revenue.value) return { ...revenue, value: undefined };
  return { ...revenue, value: divideRatios(revenue.value, ratioOf(orders)) };
}
