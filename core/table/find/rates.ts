import type { Day } from '../day';
import { dayText } from '../day';
import type { Issue } from '../issue';
import { issue } from '../issue';
import type { TableKind } from '../schema';
import type { Table } from '../table';
import { dayAt, dayColumn, placeOf, textAt, textColumn } from '../table';

const A_YEAR = 366;

/** What is doubtful about exchange rates: two of one currency and day, and none of the last year before an order. */
export function rateNotes(byKind: ReadonlyMap<TableKind, Table>): Issue[] {
  const [fx, orders] = [byKind.get('fx'), byKind.get('orders')];
  return fx ? [...twice(fx), ...(orders ? tooOld(fx, orders) : [])] : [];
}

function twice(fx: Table): Issue[] {
  const [days, currencies, tos] = [dayColumn(fx, 'date'), textColumn(fx, 'currency'), textColumn(fx, 'to')];
  const seen = new Map<string, number>();
  const found: Issue[] = [];
  for (let row = 0; row < fx.length; row += 1) {
    const [day, currency] = [dayAt(days, row), textAt(currencies, row).toUpperCase()];
    if (day === undefined || currency === '') continue;
    const key = `${currency} ${textAt(tos, row).toUpperCase()} ${day}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else found.push(issue('fx.twice', placeOf(fx, row, 'rate'), { currency, day: dayText(day), first: fx.rowNumbers[first] ?? 0 }, 'warning'));
  }
  return found;
}

function tooOld(fx: Table, orders: Table): Issue[] {
  const latest = latestDays(fx, 'date', () => true);
  const [rateColumn] = [orders.columns.get('rate')];
  const ordered = latestDays(orders, 'orderDate', (row) => rateColumn === undefined || (orders.cells[row]?.[rateColumn] ?? '') === '');
  return [...ordered].flatMap(([currency, { day, row }]): Issue[] => {
    const rate = latest.get(currency);
    if (!rate || day - rate.day <= A_YEAR) return [];
    return [issue('fx.old', placeOf(orders, row, 'currency'), { currency, day: dayText(rate.day), ordered: dayText(day) }, 'warning')];
  });
}

/** The latest day of each currency in a table, and its row. */
function latestDays(table: Table, field: string, counts: (row: number) => boolean): Map<string, { readonly day: Day; readonly row: number }> {
  const [days, currencies] = [dayColumn(table, field), textColumn(table, 'currency')];
  const latest = new Map<string, { readonly day: Day; readonly row: number }>();
  for (let row = 0; row < table.length; row += 1) {
    const [day, currency] = [dayAt(days, row), textAt(currencies, row).toUpperCase()];
    if (day === undefined || currency === '' || !counts(row)) continue;
    const known = latest.get(currency);
    if (!known || day > known.day) latest.set(currency, { day, row });
  }
  return latest;
}
