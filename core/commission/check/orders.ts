import { matchKey } from '../../table/cell';
import { dayText } from '../../table/day';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { nearestOf } from '../../table/nearest';
import { nearPhrase } from '../../rules/read-value';
import { NO_DAY, cellAt, dayColumn, placeOf, textAt, textColumn } from '../../table/table';
import { termIncludes } from '../../trade/orders';
import { reversalsOf } from '../../trade/reversals';
import type { Ledger } from '../ledger';

/** Five years from the middle of the orders: probably a slip of the year. */
const FAR_DAYS = 1826;

/** What a run tells of its own rows, where refunds are at the original rate. */
const OF_WHAT_IS_LEFT: ReadonlySet<string> = new Set(['reversal.ofCancelled', 'reversal.again', 'reversal.tooLarge']);

/** Dates, price terms, reversals and line numbers of the orders, each row alone. */
export function checkOrders({ orders }: Ledger): Issue[] {
  const { table } = orders;
  const found: Issue[] = [];
  const seen = new Map<string, number>();
  const [orderDays, shipDays, terms] = [dayColumn(table, 'orderDate').days, dayColumn(table, 'shipDate').days, textColumn(table, 'priceTerm')];
  const names = textColumn(table, 'order');
  const { faults } = reversalsOf(orders);
  for (let row = 0; row < table.length; row += 1) {
    const line = textAt(orders.lines, row);
    const key = `${orders.orderOf[row] ?? 0} ${line}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else if (line !== '') found.push(issue('check.duplicateLine', placeOf(table, row, 'line'), { first: table.rowNumbers[first] ?? 0 }, 'warning'));
    if (textAt(names, row) === '') found.push(issue('cell.missing', placeOf(table, row, 'order')));
    const [ordered = NO_DAY, shipped = NO_DAY] = [orderDays[row], shipDays[row]];
    if (ordered === NO_DAY && table.faulty[row] !== 1) found.push(issue('cell.missing', placeOf(table, row, 'orderDate')));
    if (ordered !== NO_DAY && shipped !== NO_DAY && shipped < ordered) found.push(issue('check.shipBeforeOrder', placeOf(table, row, 'shipDate'), {}, 'warning'));
    const term = textAt(terms, row);
    if (!termIncludes(term).known) found.push(issue('check.unknownTerm', placeOf(table, row, 'priceTerm'), { found: term }, 'warning'));
    const fault = faults.get(row);
    if (fault && !OF_WHAT_IS_LEFT.has(fault.code)) found.push(issue(fault.code, placeOf(table, row, fault.field), fault.params));
    for (const field of ['freight', 'insurance', 'middleman', 'bankFee']) {
      const cell = cellAt(table, row, field);
      if (typeof cell === 'number' && cell > 0 && cell < 1) found.push(issue('check.smallPercent', placeOf(table, row, field), { found: cell }, 'warning'));
    }
  }
  return found;
}

function medianDay(days: Int32Array): number | undefined {
  const known = Array.from(days).filter((day) => day !== NO_DAY).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)];
}

/** Dates of orders and receipts that are years away from the middle of the orders. */
export function checkFarDates({ orders, tables }: Ledger): Issue[] {
  const median = medianDay(dayColumn(orders.table, 'orderDate').days);
  const receipts = tables.get('receipts');
  if (median === undefined) return [];
  const columns = [...['orderDate', 'shipDate', 'invoiceDate', 'receivedDate'].map((field) => ({ table: orders.table, field })), ...(receipts ? [{ table: receipts, field: 'date' }] : [])];
  return columns.flatMap(({ table, field }) =>
    Array.from(dayColumn(table, field).days).flatMap((day, row) => (day === NO_DAY || Math.abs(day - median) <= FAR_DAYS ? [] : [issue('check.farDate', placeOf(table, row, field), { found: dayText(day) }, 'warning')])),
  );
}

/** Names in Owner that are nobody's. Stages and other columns are checked with the plans that use them. */
export function checkOwners({ orders, people }: Ledger): Issue[] {
  const owners = textColumn(orders.table, 'owner');
  const reported = new Set<number>();
  const found: Issue[] = [];
  for (let row = 0; row < orders.table.length; row += 1) {
    const code = owners.codes[row] ?? 0;
    if (code === 0 || reported.has(code)) continue;
    reported.add(code);
    const text = textAt(owners, row);
    if (people.byKey.has(matchKey(text)) || /[;；,，、/\n%]/.test(text)) continue;
    const nearest = nearPhrase(nearestOf(text, people.persons.map(({ name }) => name)));
    found.push(issue('person.unknown', placeOf(orders.table, row, 'owner'), { found: text, nearest }));
  }
  return found;
}
