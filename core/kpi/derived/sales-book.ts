import type { Exact } from '../../amount/exact';
import { ONE, isZero } from '../../amount/exact';
import { allocate } from '../../amount/allocate';
import { matchKey } from '../../table/cell';
import type { Day } from '../../table/day';
import type { Issue } from '../../table/issue';
import { readParticipants } from '../../table/participants-cell';
import type { People } from '../../table/people';
import { findPerson, personText } from '../../table/people';
import type { Calendar } from '../../table/period';
import { periodNumbering } from '../../table/period';
import type { DayColumn, TextColumn } from '../../table/table';
import { dayAt, dayColumn, textColumn } from '../../table/table';
import type { FxRates } from '../../trade/fx';
import type { Orders } from '../../trade/orders';
import type { Receipts } from '../../trade/receipts';
import type { Scope } from './measured';

/** The orders as indicators look at them: whose each line is, when, and whether it is a sale or a reversal. */
export interface SalesBook {
  readonly people: People;
  readonly orders: Orders;
  readonly receipts: Receipts | undefined;
  readonly fx: FxRates | undefined;
  /** The currency of indicators whose Unit names none. */
  readonly payroll: string;
  readonly customers: TextColumn;
  /** The number of the customer of each code of the column; spellings of one name are one customer. */
  readonly customerOf: Int32Array;
  readonly orderDays: DayColumn;
  readonly calendar: Calendar;
  readonly monthOf: (day: Day) => number;
  readonly owners: (row: number) => readonly Owner[];
  /** The keys of everyone a row counts for on a day: all, its owners, and their teams, each once. */
  readonly scopes: (row: number, day: Day) => readonly string[];
  /** The key of a person's team on a day. */
  readonly teamKey: (person: number, day: Day) => string;
  /** What has been summed up so far, by source and unit. */
  readonly sums: Map<string, MonthlySums>;
  readonly lists: Map<string, unknown>;
}

export interface Owner {
  readonly person: number;
  readonly weight: Exact;
}

/** Sums by scope and month, and the rows that could not be summed. */
export interface MonthlySums {
  readonly byScope: ReadonlyMap<string, ReadonlyMap<number, Exact>>;
  readonly faults: ReadonlyMap<string, readonly { readonly month: number; readonly issue: Issue }[]>;
}

/** The tables a sales book is made of, and by which calendar months are counted. */
export interface SalesTables {
  readonly people: People;
  readonly orders: Orders;
  readonly receipts: Receipts | undefined;
  readonly fx: FxRates | undefined;
  readonly payroll: string;
  readonly calendar: Calendar;
}

export function salesBook({ people, orders, receipts, fx, payroll, calendar }: SalesTables): SalesBook {
  const owners = textColumn(orders.table, 'owner');
  const read = owners.values.map((text) => ownersOf(text, people));
  const customers = textColumn(orders.table, 'customer');
  const keyOfTeam = teamKeys(people);
  // Nobody changes team in most workbooks: then the keys depend on the Owner cell alone.
  const lasting = read.map((some) => (some.every(({ person }) => !movesAbout(people, person)) ? scopeKeys(people, some, keyOfTeam, 0) : undefined));
  return {
    people,
    orders,
    receipts,
    fx,
    payroll,
    customers,
    customerOf: customerNumbers(customers),
    orderDays: dayColumn(orders.table, 'orderDate'),
    calendar,
    monthOf: periodNumbering('month', calendar),
    owners: (row) => read[owners.codes[row] ?? 0] ?? [],
    scopes: (row, day) => {
      const code = owners.codes[row] ?? 0;
      return lasting[code] ?? scopeKeys(people, read[code] ?? [], keyOfTeam, day);
    },
    teamKey: keyOfTeam,
    sums: new Map(),
    lists: new Map(),
  };
}

function ownersOf(text: string, people: People): Owner[] {
  const parts = readParticipants(text, (name) => people.byKey.has(matchKey(name)));
  return parts.flatMap(({ name, share }) => {
    const person = findPerson(people, name);
    return typeof person === 'number' ? [{ person, weight: share ?? ONE }] : [];
  });
}

function customerNumbers(customers: TextColumn): Int32Array {
  const numbers = new Map<string, number>([['', 0]]);
  return Int32Array.from(customers.values, (name) => {
    const key = matchKey(name);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
}

/** True for a line that was sold: not cancelled, no reversal, readable, with a date. */
export function isSale(book: SalesBook, row: number): boolean {
  const { orders } = book;
  return orders.cancelled[row] !== 1 && orders.table.faulty[row] !== 1 && orders.reverses.codes[row] === 0 && dayAt(book.orderDays, row) !== undefined;
}

/** An amount split among the owners of a line, adding up exactly. */
export function sharesOf(amount: Exact, owners: readonly Owner[]): Exact[] {
  if (owners.length === 1) return [amount];
  return isZero(amount) ? owners.map(() => amount) : allocate(amount, owners.map(({ weight }) => weight), Math.max(8, amount.scale));
}

export function scopeKey(scope: Scope): string {
  switch (scope.kind) {
    case 'person':
      return `p${scope.person}`;
    case 'member':
      return memberKey(scope.person, `t${matchKey(scope.team)}`);
    case 'team':
      return `t${matchKey(scope.team)}`;
    case 'all':
      return 'all';
  }
}

function scopeKeys(people: People, owners: readonly Owner[], keyOfTeam: SalesBook['teamKey'], day: Day): readonly string[] {
  return [...new Set(['all', ...owners.flatMap(({ person }) => personKeys(people, person, keyOfTeam(person, day)))])];
}

/** The keys a person's share counts for: their own, their team's, and of those who move their own with the team. */
export function personKeys(people: People, person: number, teamKey: string): string[] {
  return movesAbout(people, person) ? [`p${person}`, teamKey, memberKey(person, teamKey)] : [`p${person}`, teamKey];
}

function memberKey(person: number, teamKey: string): string {
  return `p${person} ${teamKey}`;
}

/** Whether People has more than one row of somebody: they may change their team. */
export function movesAbout(people: People, person: number): boolean {
  return (people.persons[person]?.rows.length ?? 0) > 1;
}

/** Looks a person's team up, once for those who have only one. */
function teamKeys(people: People): SalesBook['teamKey'] {
  const keyOn = (person: number, day: Day): string => `t${matchKey(personText(people, person, 'team', day))}`;
  const only = people.persons.map(({ rows }, person) => (rows.length === 1 ? keyOn(person, 0) : undefined));
  return (person, day) => only[person] ?? keyOn(person, day);
}

/** Whether a person or team owns any order at all; who owns none is measured on all orders. */
export function ownsOrders(book: SalesBook, scope: Scope): boolean {
  const known = (book.lists.get('owners') as ReadonlySet<string> | undefined) ?? ownerKeys(book);
  book.lists.set('owners', known);
  return known.has(scope.kind === 'member' ? `p${scope.person}` : scopeKey(scope));
}

function ownerKeys(book: SalesBook): ReadonlySet<string> {
  const keys = new Set<string>(['all']);
  const codes = textColumn(book.orders.table, 'owner');
  codes.values.forEach((text) => {
    for (const { person } of ownersOf(text, book.people)) keys.add(`p${person}`);
  });
  for (let row = 0; row < book.orders.table.length; row += 1) {
    const day = dayAt(book.orderDays, row);
    if (day === undefined) continue;
    for (const { person } of book.owners(row)) keys.add(book.teamKey(person, day));
  }
  return keys;
}
