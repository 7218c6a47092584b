import { dayAt, dayColumn } from '../../table/table';
import { shareOfCount } from './customer-actuals';
import type { Measured, Scope } from './measured';
import type { SalesBook } from './sales-book';
import { isSale, scopeKey } from './sales-book';

/** The lines promised for a month: how many, and how many of them shipped, and in time. */
interface DueLines {
  due: number;
  shipped: number;
  onTime: number;
}

type DueByMonth = ReadonlyMap<number, DueLines>;

/** Of the lines promised for the period, the share shipped by the promised date. A line that has not shipped is late. */
export function onTimeShipment(book: SalesBook, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  const known = (book.lists.get('due') as ReadonlyMap<string, DueByMonth> | undefined) ?? dueLines(book);
  book.lists.set('due', known);
  const months = known.get(scopeKey(scope));
  let [due, shipped, onTime] = [0, 0, 0];
  for (let month = firstMonth; month <= lastMonth; month += 1) {
    const counted = months?.get(month);
    due += counted?.due ?? 0;
    shipped += counted?.shipped ?? 0;
    onTime += counted?.onTime ?? 0;
  }
  const measured = shareOfCount(onTime, due);
  return due === shipped ? measured : { ...measured, notes: [{ code: 'note.notShipped', params: { count: due - shipped } }] };
}

function dueLines(book: SalesBook): Map<string, Map<number, DueLines>> {
  const { table } = book.orders;
  const [promised, shipDays] = [dayColumn(table, 'promisedDate'), dayColumn(table, 'shipDate')];
  const byScope = new Map<string, Map<number, DueLines>>();
  for (let row = 0; row < table.length; row += 1) {
    const day = dayAt(promised, row);
    if (day === undefined || !isSale(book, row)) continue;
    const [sent, month] = [dayAt(shipDays, row), book.monthOf(day)];
    for (const scope of book.scopes(row, day)) {
      const counted = dueIn(byScope, scope, month);
      counted.due += 1;
      if (sent !== undefined) counted.shipped += 1;
      if (sent !== undefined && sent <= day) counted.onTime += 1;
    }
  }
  return byScope;
}

function dueIn(byScope: Map<string, Map<number, DueLines>>, scope: string, month: number): DueLines {
  let months = byScope.get(scope);
  if (!months) byScope.set(scope, (months = new Map()));
  let counted = months.get(month);
  if (!counted) months.set(month, (counted = { due: 0, shipped: 0, onTime: 0 }));
  return counted;
}
