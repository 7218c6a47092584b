import { dayAt, dayColumn } from '../../table/table';
import { shareOfCount } from './customer-actuals';
import type { Measured, Scope } from './measured';
import type { SalesBook } from './sales-book';
import { isSale, scopeKey, teamKey } from './sales-book';

interface Due {
  readonly month: number;
  readonly onTime: boolean;
  readonly shipped: boolean;
}

/** Of the lines promised for the period, the share shipped by the promised date. A line that has not shipped is late. */
export function onTimeShipment(book: SalesBook, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  const known = (book.lists.get('due') as ReadonlyMap<string, readonly Due[]> | undefined) ?? dueLines(book);
  book.lists.set('due', known);
  const due = (known.get(scopeKey(scope)) ?? []).filter(({ month }) => month >= firstMonth && month <= lastMonth);
  const measured = shareOfCount(due.filter(({ onTime }) => onTime).length, due.length);
  const open = due.filter(({ shipped }) => !shipped).length;
  return open === 0 ? measured : { ...measured, notes: [{ code: 'note.notShipped', params: { count: open } }] };
}

function dueLines(book: SalesBook): Map<string, Due[]> {
  const { table } = book.orders;
  const [promised, shipped] = [dayColumn(table, 'promisedDate'), dayColumn(table, 'shipDate')];
  const byScope = new Map<string, Due[]>();
  for (let row = 0; row < table.length; row += 1) {
    const day = dayAt(promised, row);
    if (day === undefined || !isSale(book, row)) continue;
    const sent = dayAt(shipped, row);
    const due: Due = { month: book.monthOf(day), onTime: sent !== undefined && sent <= day, shipped: sent !== undefined };
    const ordered = dayAt(book.orderDays, row) ?? day;
    const scopes = new Set(['all', ...book.owners(row).flatMap(({ person }) => [`p${person}`, teamKey(book, person, ordered)])]);
    for (const scope of scopes) {
      const list = byScope.get(scope);
      if (list) list.push(due);
      else byScope.set(scope, [due]);
    }
  }
  return byScope;
}
