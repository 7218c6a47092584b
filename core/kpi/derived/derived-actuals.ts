import type { Deal } from '../../insight/pipeline';
import type { Task } from '../../insight/tasks';
import { matchKey } from '../../table/cell';
import type { Day } from '../../table/day';
import type { People } from '../../table/people';
import { personText } from '../../table/people';
import { readParticipants } from '../../table/participants-cell';
import { daysOfMonths, CALENDAR_MONTHS } from '../../table/period';
import type { Source } from '../source';
import { activeCustomers, averageOrder, churnRate, newCustomers, orderCount, repeatRate } from './customer-actuals';
import type { Measured, Scope } from './measured';
import { orderMoney } from './order-money';
import { dealConversion, newDeals } from './pipeline-actuals';
import type { SalesBook } from './sales-book';
import { ownsOrders } from './sales-book';
import { onTimeShipment } from './shipments';
import { taskCompletion, tasksOnTime } from './task-actuals';
import { moneyUnit } from './unit';

/** The tables that actuals are computed from; those that were not given are undefined. */
export interface Derivable {
  readonly people: People;
  readonly book: SalesBook | undefined;
  readonly tasks: readonly Task[] | undefined;
  readonly deals: readonly Deal[] | undefined;
}

const NOT_MEASURED: Measured = { value: undefined, of: undefined, faults: [], notes: [] };

/** An indicator's actual over some months, from the table its Source names. Undefined where that table was not given. */
export function derivedActual(tables: Derivable, source: Source, unit: string, scope: Scope, firstMonth: number, lastMonth: number): Measured | undefined {
  const range = daysOfMonths(firstMonth, lastMonth, CALENDAR_MONTHS);
  switch (source) {
    case 'tasks: completion':
    case 'tasks: on time': {
      const due = tables.tasks?.filter(({ owner, due: day }) => day !== undefined && day >= range.first && day <= range.last && isOf(tables.people, owner, scope, day));
      if (!due) return undefined;
      if (due.length === 0) return NOT_MEASURED;
      return source === 'tasks: completion' ? taskCompletion(due) : tasksOnTime(due);
    }
    case 'pipeline: conversion':
    case 'pipeline: new deals': {
      const deals = tables.deals?.filter(({ owner, entries }) => isOf(tables.people, owner, scope, entries[0]?.entered ?? range.last));
      if (!deals) return undefined;
      return source === 'pipeline: conversion' ? dealConversion(deals, range) : newDeals(deals, range);
    }
    default:
      return tables.book && fromOrders(tables.book, source, unit, scope, firstMonth, lastMonth);
  }
}

type OrderSource = Exclude<Source, `tasks: ${string}` | `pipeline: ${string}`>;

/** Shipping on time is shared with logistics and production: a department that owns no order is measured on all of them. */
function fromOrders(book: SalesBook, source: OrderSource, unit: string, wanted: Scope, first: number, last: number): Measured {
  if (source !== 'orders: on-time shipment' || sells(book, wanted, last)) return ofOrders(book, source, unit, wanted, first, last);
  const measured = ofOrders(book, source, unit, { kind: 'all' }, first, last);
  return { ...measured, notes: [{ code: 'note.allOrders' }, ...measured.notes] };
}

function sells(book: SalesBook, scope: Scope, month: number): boolean {
  if (ownsOrders(book, scope)) return true;
  return scope.kind === 'person' && ownsOrders(book, { kind: 'team', team: personText(book.people, scope.person, 'team', daysOfMonths(month, month, CALENDAR_MONTHS).last) });
}

function ofOrders(book: SalesBook, source: OrderSource, unit: string, scope: Scope, first: number, last: number): Measured {
  switch (source) {
    case 'orders: revenue':
    case 'orders: profit':
    case 'orders: received':
    case 'orders: quantity':
      return orderMoney(book, source, moneyUnit(unit, book.payroll), scope, first, last);
    case 'orders: orders':
      return orderCount(book, scope, first, last);
    case 'orders: new customers':
      return newCustomers(book, scope, first, last);
    case 'orders: active customers':
      return activeCustomers(book, scope, first, last);
    case 'orders: churn rate':
      return churnRate(book, scope, first, last);
    case 'orders: repeat rate':
      return repeatRate(book, scope, first, last);
    case 'orders: average order':
      return averageOrder(book, moneyUnit(unit, book.payroll), scope, first, last);
    case 'orders: on-time shipment':
      return onTimeShipment(book, scope, first, last);
  }
}

/** Whether a person, or anyone of a team, is among the owners named in a cell. */
function isOf(people: People, owners: string, scope: Scope, day: Day): boolean {
  if (scope.kind === 'all') return true;
  const persons = personsNamed(people, owners);
  if (scope.kind === 'person') return persons.includes(scope.person);
  return persons.some((person) => matchKey(personText(people, person, 'team', day)) === matchKey(scope.team));
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
