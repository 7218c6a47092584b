import { exactInteger, isZero } from '../../amount/exact';
import { divideRatios, ratioOf } from '../../amount/ratio';
import type { Day } from '../../table/day';
import { daysOfMonths } from '../../table/period';
import { NO_DAY, dayAt } from '../../table/table';
import { orderMoney } from './order-money';
import type { Measured, Scope } from './measured';
import type { SalesBook } from './sales-book';
import { isSale, scopeKey } from './sales-book';
import type { MoneyUnit } from '../../trade/money-unit';

/** The orders as they count for customers, as columns by order number; lists of them run in order of date. */
interface Placements {
  /** The first day of each order, and its customer's number (0: none was written). */
  readonly days: Int32Array;
  readonly customers: Int32Array;
  /** Order numbers by scope. */
  readonly byScope: ReadonlyMap<string, readonly number[]>;
  /** Order numbers by customer, whoever took them. */
  readonly byCustomer: readonly (readonly number[])[];
}

function placementsOf(book: SalesBook): Placements {
  const known = book.lists.get('placements') as Placements | undefined;
  if (known) return known;
  const made = listPlacements(book);
  book.lists.set('placements', made);
  return made;
}

function listPlacements(book: SalesBook): Placements {
  const { orders } = book;
  const length = orders.orderNames.length;
  const [days, customers] = [new Int32Array(length).fill(NO_DAY), new Int32Array(length)];
  const sales: (readonly number[])[] = [];
  for (let order = 0; order < length; order += 1) {
    const rows = (orders.rowsOf[order] ?? []).filter((row) => isSale(book, row));
    sales.push(rows);
    for (const row of rows) {
      const day = dayAt(book.orderDays, row) ?? 0;
      const known = days[order];
      days[order] = known === NO_DAY || known === undefined ? day : Math.min(known, day);
    }
    customers[order] = book.customerOf[book.customers.codes[rows[0] ?? 0] ?? 0] ?? 0;
  }
  const placed = Int32Array.from(days.keys()).filter((order) => days[order] !== NO_DAY);
  placed.sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b);
  const byScope = new Map<string, number[]>();
  const byCustomer: number[][] = [];
  for (const order of placed) {
    const rows = sales[order] ?? [];
    const day = days[order] ?? 0;
    (byCustomer[customers[order] ?? 0] ??= []).push(order);
    const [first = 0] = rows;
    const scopes = rows.length === 1 ? book.scopes(first, day) : new Set(rows.flatMap((row) => book.scopes(row, day)));
    for (const scope of scopes) {
      const list = byScope.get(scope);
      if (list) list.push(order);
      else byScope.set(scope, [order]);
    }
  }
  return { days, customers, byScope, byCustomer };
}

interface Window {
  readonly orders: readonly number[];
  readonly first: Day;
  readonly last: Day;
}

function windowOf(book: SalesBook, scope: Scope, firstMonth: number, lastMonth: number): Window {
  const { first, last } = daysOfMonths(firstMonth, lastMonth, book.calendar);
  const placements = placementsOf(book);
  return { orders: between(placements, placements.byScope.get(scopeKey(scope)) ?? [], first, last), first, last };
}

/** The orders from one day to another, of a list in order of date. */
function between(placements: Placements, orders: readonly number[], first: Day, last: Day): readonly number[] {
  return orders.slice(firstFrom(placements, orders, first), firstFrom(placements, orders, last + 1));
}

/** Marks the customers with an order, with anyone, from one day to another; found once for all who are asked about it. */
function customersBetween(book: SalesBook, placements: Placements, first: Day, last: Day): Uint8Array {
  const key = `customers ${first} ${last}`;
  const known = book.lists.get(key) as Uint8Array | undefined;
  if (known) return known;
  const marks = new Uint8Array(placements.byCustomer.length);
  for (const order of between(placements, placements.byScope.get('all') ?? [], first, last)) marks[placements.customers[order] ?? 0] = 1;
  book.lists.set(key, marks);
  return marks;
}

function firstFrom({ days }: Placements, orders: readonly number[], day: Day): number {
  let [low, high] = [0, orders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[orders[middle] ?? 0] ?? 0) < day) low = middle + 1;
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
  const { byCustomer, customers } = placementsOf(book);
  let found = 0;
  for (const order of windowOf(book, scope, firstMonth, lastMonth).orders) {
    const customer = customers[order] ?? 0;
    if (customer !== 0 && byCustomer[customer]?.[0] === order) found += 1;
  }
  return count(found);
}

/** Customers with an order in the period. */
export function activeCustomers(book: SalesBook, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  return count(customersOf(placementsOf(book), windowOf(book, scope, firstMonth, lastMonth).orders).size);
}

function customersOf({ customers }: Placements, orders: readonly number[]): Set<number> {
  const found = new Set<number>();
  for (const order of orders) {
    const customer = customers[order] ?? 0;
    if (customer !== 0) found.add(customer);
  }
  return found;
}

/** Of the customers who ordered in the period, the share that had ordered before (an earlier order, with anyone). */
export function repeatRate(book: SalesBook, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  const window = windowOf(book, scope, firstMonth, lastMonth);
  const placements = placementsOf(book);
  const active = customersOf(placements, window.orders);
  let again = 0;
  for (const customer of active) {
    const second = placements.byCustomer[customer]?.[1];
    if (second !== undefined && (placements.days[second] ?? Infinity) <= window.last) again += 1;
  }
  return shareOfCount(again, active.size);
}

/** Of the customers with an order in the twelve months before the period, the share without one (with anyone) in the twelve months up to its end. */
export function churnRate(book: SalesBook, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  const placements = placementsOf(book);
  const year = daysOfMonths(firstMonth - 12, firstMonth - 1, book.calendar);
  const since = daysOfMonths(lastMonth - 11, lastMonth, book.calendar);
  const before = customersOf(placements, between(placements, placements.byScope.get(scopeKey(scope)) ?? [], year.first, year.last));
  const stayed = customersBetween(book, placements, since.first, since.last);
  let lost = 0;
  for (const customer of before) if (stayed[customer] !== 1) lost += 1;
  return shareOfCount(lost, before.size);
}

/** Revenue ÷ orders. */
export function averageOrder(book: SalesBook, unit: MoneyUnit, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  const revenue = orderMoney(book, 'orders: revenue', unit, scope, firstMonth, lastMonth);
  const orders = exactInteger(windowOf(book, scope, firstMonth, lastMonth).orders.length);
  if (isZero(orders) || !revenue.value) return { ...revenue, value: undefined };
  return { ...revenue, value: divideRatios(revenue.value, ratioOf(orders)) };
}
