import type { Exact } from '../../amount/exact';
import { ONE, ZERO, add, isZero, multiply } from '../../amount/exact';
import { ratioOf } from '../../amount/ratio';
import { quotient } from '../../amount/round';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import type { Day } from '../../table/day';
import { dayText } from '../../table/day';
import { dayAt, hasColumn, numberAt, numberColumn, placeOf, textAt, textColumn } from '../../table/table';
import { currencyCode } from '../../trade/currency-code';
import { payrollRate } from '../../trade/fx';
import { moneyAt, moneyColumn, orderAmount } from '../../trade/orders';
import type { RawMeasure } from '../../trade/profit';
import { exchanged, profitReader } from '../../trade/profit';
import { receivedColumn } from '../../trade/receipts';
import type { Measured, Scope } from './measured';
import type { MonthlySums, SalesBook } from './sales-book';
import { personKeys, scopeKey, sharesOf } from './sales-book';
import type { MoneyUnit } from '../../trade/money-unit';

export type MoneySource = 'orders: revenue' | 'orders: profit' | 'orders: received' | 'orders: quantity';

/** Something that counts on a day: an amount of an order row, or why it cannot be counted. */
interface Movement {
  readonly row: number;
  readonly day: Day;
  readonly amount: Exact | Issue;
}

/** A sum of money (or of pieces) over months: lines by their order date, receipts by the day they came. */
export function orderMoney(book: SalesBook, source: MoneySource, unit: MoneyUnit, scope: Scope, firstMonth: number, lastMonth: number): Measured {
  const key = `${source} ${unit.currency}`;
  const sums = book.sums.get(key) ?? monthlySums(book, movementsOf(book, source, unit));
  book.sums.set(key, sums);
  const faults = (sums.faults.get(scopeKey(scope)) ?? []).filter(({ month }) => month >= firstMonth && month <= lastMonth);
  const months = sums.byScope.get(scopeKey(scope));
  let total = ZERO;
  for (let month = firstMonth; month <= lastMonth; month += 1) total = add(total, months?.get(month) ?? ZERO);
  const value = { top: total, bottom: source === 'orders: quantity' ? ONE : unit.size };
  return { value: isZero(total) ? ratioOf(ZERO) : value, of: undefined, faults: faults.map(({ issue: found }) => found), notes: [] };
}

function movementsOf(book: SalesBook, source: MoneySource, unit: MoneyUnit): Iterable<Movement> {
  switch (source) {
    case 'orders: received':
      return receivedMovements(book, unit);
    case 'orders: quantity':
      return lineMovements(book, quantityReader(book));
    case 'orders: revenue':
      return lineMovements(book, moneyReader(book, unit, revenueReader(book)));
    case 'orders: profit':
      return lineMovements(book, moneyReader(book, unit, grossProfitReader(book)));
  }
}

type LineReader = (row: number, day: Day) => Exact | Issue;

function* lineMovements(book: SalesBook, read: LineReader): Generator<Movement> {
  const { orders } = book;
  for (let row = 0; row < orders.table.length; row += 1) {
    const day = dayAt(book.orderDays, row);
    if (orders.cancelled[row] === 1 || day === undefined) continue;
    yield { row, day, amount: orders.table.faulty[row] === 1 ? faultOf(book, row) : read(row, day) };
  }
}

function faultOf(book: SalesBook, row: number): Issue {
  const { table } = book.orders;
  const found = table.faults.find(({ at }) => at?.row === table.rowNumbers[row]);
  return found ?? issue('cell.missing', placeOf(table, row));
}

function quantityReader({ orders }: SalesBook): LineReader {
  const quantities = numberColumn(orders.table, 'quantity');
  return (row) => numberAt(quantities, row);
}

function revenueReader({ orders }: SalesBook): (row: number) => RawMeasure {
  const amounts = moneyColumn(orders.table, 'amount');
  return (row) => ({ foreign: moneyAt(amounts, row, ZERO), home: ZERO });
}

/** Profit as typed where there is a Profit column and no Purchase; else computed from the order's costs. */
function grossProfitReader({ orders }: SalesBook): (row: number) => RawMeasure {
  if (hasColumn(orders.table, 'purchase') || !hasColumn(orders.table, 'profit')) return profitReader(orders);
  const profits = numberColumn(orders.table, 'profit');
  return (row) => ({ foreign: ZERO, home: numberAt(profits, row) });
}

/** Turns a line's measure into the indicator's currency at the rate of its order date (or the row's own rate). */
function moneyReader({ orders, fx, payroll }: SalesBook, unit: MoneyUnit, read: (row: number) => RawMeasure): LineReader {
  const currencies = textColumn(orders.table, 'currency');
  const codes = currencies.values.map(currencyCode);
  const ownRates = numberColumn(orders.table, 'rate');
  return (row, day) => {
    const raw = read(row);
    const currency = codes[currencies.codes[row] ?? 0] ?? '';
    if (currency === unit.currency && isZero(raw.home)) return raw.foreign;
    const own = numberAt(ownRates, row);
    const rate = isZero(own) ? payrollRate(fx, currency, payroll, day) : own;
    if (!rate && !isZero(raw.foreign)) return missingRate(orders, row, currency, day);
    const home = exchanged(raw, rate ?? ONE);
    if (unit.currency === payroll) return home;
    const unitRate = payrollRate(fx, unit.currency, payroll, day);
    return unitRate ? quotient(home, unitRate, { decimals: 8, mode: 'half up' }) : missingRate(orders, row, unit.currency, day);
  };
}

function missingRate(orders: SalesBook['orders'], row: number, currency: string, day: Day): Issue {
  return issue('fx.missing', placeOf(orders.table, row, 'currency'), { currency, day: dayText(day) });
}

/** What came in, by receipt date, shared over an order's lines by their amounts. Bank fees are left out of it. */
function* receivedMovements(book: SalesBook, unit: MoneyUnit): Generator<Movement> {
  const { orders, receipts, fx, payroll } = book;
  const currencies = textColumn(orders.table, 'currency');
  const amounts = numberColumn(orders.table, 'amount');
  const toUnit = (row: number, amount: Exact, day: Day, ownRate: Exact | undefined): Exact | Issue => {
    const currency = currencyCode(textAt(currencies, row));
    if (currency === unit.currency || (currency === '' && unit.currency === payroll)) return amount;
    const rate = ownRate ?? payrollRate(fx, currency, payroll, day);
    if (!rate) return missingRate(orders, row, currency, day);
    if (unit.currency === payroll) return multiply(amount, rate);
    const unitRate = payrollRate(fx, unit.currency, payroll, day);
    return unitRate ? quotient(multiply(amount, rate), unitRate, { decimals: 8, mode: 'half up' }) : missingRate(orders, row, unit.currency, day);
  };
  for (let order = 0; order < orders.orderNames.length; order += 1) {
    const rows = (orders.rowsOf[order] ?? []).filter((row) => orders.cancelled[row] !== 1 && orders.table.faulty[row] !== 1);
    const list = receipts?.byOrder.get(order);
    if (!list) {
      for (const row of rows) {
        const received = receivedColumn(orders, row);
        if (received) yield { row, day: received.day, amount: toUnit(row, received.amount, received.day, undefined) };
      }
      continue;
    }
    const whole = orderAmount(orders, order);
    for (const receipt of list) {
      let left = receipt.amount;
      for (const [index, row] of rows.entries()) {
        const isLast = index === rows.length - 1;
        const part = isLast || isZero(whole) ? left : quotient(multiply(receipt.amount, numberAt(amounts, row)), whole, { decimals: 8, mode: 'half up' });
        left = add(left, { units: -part.units, scale: part.scale });
        yield { row, day: receipt.day, amount: toUnit(row, part, receipt.day, receipt.rate) };
        if (isZero(whole)) break;
      }
    }
  }
}

/** Adds movements up by person, team on the day of the movement, and month; a movement of nobody is only in the total of all. */
function monthlySums(book: SalesBook, movements: Iterable<Movement>): MonthlySums {
  const byScope = new Map<string, Map<number, Exact>>();
  const faults = new Map<string, { month: number; issue: Issue }[]>();
  for (const { row, day, amount } of movements) {
    const month = book.monthOf(day);
    const owners = book.owners(row);
    if ('code' in amount) {
      for (const key of book.scopes(row, day)) faults.set(key, [...(faults.get(key) ?? []), { month, issue: amount }]);
      continue;
    }
    if (owners.length <= 1) {
      for (const key of book.scopes(row, day)) addTo(byScope, key, month, amount);
      continue;
    }
    addTo(byScope, 'all', month, amount);
    const shares = sharesOf(amount, owners);
    owners.forEach(({ person }, index) => {
      const share = shares[index] ?? ZERO;
      for (const key of personKeys(book.people, person, book.teamKey(person, day))) addTo(byScope, key, month, share);
    });
  }
  return { byScope, faults };
}

function addTo(byScope: Map<string, Map<number, Exact>>, key: string, month: number, amount: Exact): void {
  let months = byScope.get(key);
  if (!months) {
    months = new Map();
    byScope.set(key, months);
  }
  const known = months.get(month);
  months.set(month, known ? add(known, amount) : amount);
}

