import { knowsProfit } from '../../insight/customers';
import type { Deal } from '../../insight/pipeline';
import type { Task } from '../../insight/tasks';
import { matchKey } from '../../table/cell';
import type { Day } from '../../table/day';
import type { People } from '../../table/people';
import { personText } from '../../table/people';
import { readParticipants } from '../../table/participants-cell';
import type { Calendar } from '../../table/period';
import { daysOfMonths } from '../../table/period';
import { hasColumn } from '../../table/table';
import type { Source } from '../source';
import { moneyUnit } from '../../trade/money-unit';
import { activeCustomers, averageOrder, churnRate, newCustomers, orderCount, repeatRate } from './customer-actuals';
import type { Measured, Scope } from './measured';
import { orderMoney } from './order-money';
import { dealConversion, newDeals } from './pipeline-actuals';
import type { SalesBook } from './sales-book';
import { ownsOrders } from './sales-book';
import { onTimeShipment } from './shipments';
import { taskCompletion, tasksOnTime } from './task-actuals';

/** The tables that actuals are computed from; those that were not given are undefined. */
export interface Derivable {
  readonly people: People;
  readonly calendar: Calendar;
  readonly book: SalesBook | undefined;
  readonly tasks: readonly Task[] | undefined;
  /** Whether the plan of work says what is done: by a date or by its progress. */
  readonly knowsDone: boolean;
  readonly deals: readonly Deal[] | undefined;
}

/** What is measured, of whom, over which months. */
export interface Measurement {
  readonly source: Source;
  readonly unit: string;
  readonly scope: Scope;
  readonly firstMonth: number;
  readonly lastMonth: number;
}

const NOT_MEASURED: Measured = { value: undefined, of: undefined, faults: [], notes: [] };

/**
 * An indicator's actual over some months, from the table its Source names. Undefined where that table was not given,
 * or lacks the column that is measured: what cannot be computed is no 0.
 */
export function derivedActual(tables: Derivable, measurement: Measurement): Measured | undefined {
  const { source, scope, firstMonth, lastMonth } = measurement;
  const range = daysOfMonths(firstMonth, lastMonth, tables.calendar);
  if (missingColumn(tables, source) !== undefined) return undefined;
  switch (source) {
    case 'tasks: completion':
    case 'tasks: on time': {
      const due = tables.tasks?.filter(({ owner, due: day }) => day !== undefined && day >= range.first && day <= range.last && isOf(tables.people, owner, scope, day));
      if (!due) return undefined;
      if (due.length === 0) return NOT_MEASURED;
      return source === 'tasks: completion' ? taskCompletion(due) : tasksOnTime(due);
    }
    case 'pipeline: conversion':
      return tables.deals && dealConversion(tables.deals.filter(({ owner, decided }) => isOf(tables.people, owner, scope, decided ?? range.last)), range);
    case 'pipeline: new deals':
      return tables.deals && newDeals(tables.deals.filter(({ owner, entries }) => isOf(tables.people, owner, scope, entries[0]?.entered ?? range.last)), range);
    default:
      return tables.book && fromOrders(tables.book, { ...measurement, source });
  }
}

type OrderSource = Exclude<Source, `tasks: ${string}` | `pipeline: ${string}`>;

/** What a source is measured on and its table does not have. */
export type Lacking = { readonly table: 'orders' | 'tasks' | 'receipts'; readonly column: string };

/** The column (or the table Receipts) that a source is measured on and that was not given. */
export function missingColumn({ book, tasks, knowsDone }: Derivable, source: Source): Lacking | undefined {
  if (source.startsWith('tasks')) return tasks && !knowsDone ? { table: 'tasks', column: 'done' } : undefined;
  if (!book || source.startsWith('pipeline')) return undefined;
  const { orders, receipts } = book;
  if (source === 'orders: received') return receipts || hasColumn(orders.table, 'received') ? undefined : { table: 'receipts', column: 'amount' };
  if (source === 'orders: profit') return knowsProfit(orders) ? undefined : { table: 'orders', column: 'purchase' };
  const column = columnsOf(source).find((name) => !hasColumn(orders.table, name));
  return column === undefined ? undefined : { table: 'orders', column };
}

function columnsOf(source: Source): readonly string[] {
  switch (source) {
    case 'orders: revenue':
    case 'orders: average order':
      return ['amount'];
    case 'orders: quantity':
      return ['quantity'];
    case 'orders: new customers':
    case 'orders: active customers':
    case 'orders: repeat rate':
    case 'orders: churn rate':
      return ['customer'];
    case 'orders: on-time shipment':
      return ['promisedDate', 'shipDate'];
    default:
      return [];
  }
}

type OrderMeasurement = Measurement & { readonly source: OrderSource };

/** Shipping on time is shared with logistics and production: a department that owns no order is measured on all of them. */
function fromOrders(book: SalesBook, asked: OrderMeasurement): Measured {
  if (asked.source !== 'orders: on-time shipment' || sells(book, asked.scope, asked.lastMonth)) return ofOrders(book, asked);
  const measured = ofOrders(book, { ...asked, scope: { kind: 'all' } });
  return { ...measured, notes: [{ code: 'note.allOrders' }, ...measured.notes] };
}

function sells(book: SalesBook, scope: Scope, month: number): boolean {
  if (ownsOrders(book, scope)) return true;
  return scope.kind === 'person' && ownsOrders(book, { kind: 'team', team: personText(book.people, scope.person, 'team', daysOfMonths(month, month, book.calendar).last) });
}

function ofOrders(book: SalesBook, { source, unit, scope, firstMonth, lastMonth }: OrderMeasurement): Measured {
  switch (source) {
    case 'orders: revenue':
    case 'orders: profit':
    case 'orders: received':
    case 'orders: quantity':
      return orderMoney(book, source, moneyUnit(unit, book.payroll), scope, firstMonth, lastMonth);
    case 'orders: orders':
      return orderCount(book, scope, firstMonth, lastMonth);
    case 'orders: new customers':
      return newCustomers(book, scope, firstMonth, lastMonth);
    case 'orders: active customers':
      return activeCustomers(book, scope, firstMonth, lastMonth);
    case 'orders: churn rate':
      return churnRate(book, scope, firstMonth, lastMonth);
    case 'orders: repeat rate':
      return repeatRate(book, scope, firstMonth, lastMonth);
    case 'orders: average order':
      return averageOrder(book, moneyUnit(unit, book.payroll), scope, firstMonth, lastMonth);
    case 'orders: on-time shipment':
      return onTimeShipment(book, scope, firstMonth, lastMonth);
  }
}

/** Whether a person, or anyone who is in a team on the day, is among the owners named in a cell. */
function isOf(people: People, owners: string, scope: Scope, day: Day): boolean {
  if (scope.kind === 'all') return true;
  const persons = personsNamed(people, owners);
  if (scope.kind === 'person') return persons.includes(scope.person);
  const isInTeam = (person: number): boolean => matchKey(personText(people, person, 'team', day)) === matchKey(scope.team);
  return scope.kind === 'member' ? persons.includes(scope.person) && isInTeam(scope.person) : persons.some(isInTeam);
}

const named = new WeakMap<People, Map<string, readonly number[]>>();

/** The people named in a cell, each cell text read once. */
function personsNamed(people: People, text: string): readonly number[] {
  const known = named.get(people) ?? new Map<string, readonly number[]>();
  named.set(people, known);
  const found = known.get(text);
  if (found) return found;
  const made = readParticipants(text, (name) => people.byKey.has(matchKey(name))).flatMap(({ name }) => people.byKey.get(matchKey(name)) ?? []);
  known.set(text, made);
  return made;
}
