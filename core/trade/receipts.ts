import type { Exact } from '../amount/exact';
import { ZERO, add, compare, equals, isZero, multiply, negate, sign, subtract, trim, sum } from '../amount/exact';
import { ratioOf, subtractRatios, timesExact } from '../amount/ratio';
import { quotient } from '../amount/round';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import type { Table } from '../table/table';
import { dayAt, dayColumn, faultRow, numberAt, numberColumn, textAt, textColumn } from '../table/table';
import type { FxRates } from './fx';
import { currencyCode } from './currency-code';
import { payrollRate } from './fx';
import type { Orders } from './orders';
import { orderAmount } from './orders';
import { creditedParts, isCredited, netWorth, partReversed, reversalsOf, settledPart } from './reversals';

/** Money that came in for an order on a day (or, from the Received column, for one line of it), in the order's currency. */
export interface Receipt {
  readonly day: Day;
  /** What arrived. */
  readonly amount: Exact;
  /** What the bank kept; with the amount it is what the customer paid. */
  readonly fee: Exact;
  /** The receipt's own rate, if one was written. */
  readonly rate: Exact | undefined;
  readonly row: number;
}

export interface Receipts {
  readonly table: Table;
  readonly byOrder: ReadonlyMap<number, readonly Receipt[]>;
  /** For orders whose credit notes have receipts of their own: both, by day. */
  readonly withMoneyBack: ReadonlyMap<number, readonly Receipt[]>;
}

/** Reads the Receipts table against the orders: each row belongs to an order that is there. */
export function readReceipts(table: Table, orders: Orders, fx: FxRates | undefined, payroll: string): Receipts {
  const [names, days, currencies] = [textColumn(table, 'order'), dayColumn(table, 'date'), textColumn(table, 'currency')];
  const [amounts, fees, rates] = [numberColumn(table, 'amount'), numberColumn(table, 'fee'), numberColumn(table, 'rate')];
  const orderCurrency = textColumn(orders.table, 'currency');
  const currencyOf = (text: string): string => (text === '' ? payroll : currencyCode(text));
  const byOrder = new Map<number, Receipt[]>();
  for (let row = 0; row < table.length; row += 1) {
    if (table.faulty[row] === 1) continue;
    const order = orders.byKey.get(matchKey(textAt(names, row)));
    const day = dayAt(days, row);
    if (order === undefined) {
      faultRow(table, row, 'order', { code: 'order.unknown', params: { found: textAt(names, row) } });
      continue;
    }
    if (day === undefined) {
      faultRow(table, row, 'date', { code: 'cell.missing', params: {} });
      continue;
    }
    const theirs = currencyOf(textAt(orderCurrency, orders.rowsOf[order]?.[0] ?? 0));
    const own = textAt(currencies, row) === '' ? theirs : currencyOf(textAt(currencies, row));
    const rate = isZero(numberAt(rates, row)) ? undefined : numberAt(rates, row);
    const money = { own, theirs, payroll, rate };
    const convert = own === theirs ? sameCurrency : conversion(fx, money, day);
    if (!convert) {
      faultRow(table, row, 'currency', { code: 'receipt.currency', params: { found: own, expected: theirs } });
      continue;
    }
    const receipt: Receipt = {
      day,
      amount: convert(numberAt(amounts, row)),
      fee: convert(numberAt(fees, row)),
      rate: own === theirs || own === payroll ? rate : undefined,
      row,
    };
    const known = byOrder.get(order);
    if (known) known.push(receipt);
    else byOrder.set(order, [receipt]);
  }
  for (const [order, list] of byOrder) byOrder.set(order, addedUpByDay(list));
  return { table, byOrder, withMoneyBack: moneyBack(orders, byOrder) };
}

/**
 * Receipts of one order on one day are one receipt, so that the order of their rows moves no pay. Those with rates of
 * their own stay apart, the lowest rate first.
 */
function addedUpByDay(list: Receipt[]): Receipt[] {
  if (list.length === 1) return list;
  const rateOf = ({ rate }: Receipt): Exact => rate ?? ZERO;
  list.sort((a, b) => a.day - b.day || compare(rateOf(a), rateOf(b)) || a.row - b.row);
  const days: Receipt[] = [];
  for (const receipt of list) {
    const last = days[days.length - 1];
    if (last?.day === receipt.day && equals(rateOf(last), rateOf(receipt))) days[days.length - 1] = { ...receipt, amount: add(last.amount, receipt.amount), fee: add(last.fee, receipt.fee) };
    else days.push(receipt);
  }
  return days;
}

function sameCurrency(amount: Exact): Exact {
  return amount;
}

interface ReceivedMoney {
  readonly own: string;
  readonly theirs: string;
  readonly payroll: string;
  readonly rate: Exact | undefined;
}

/**
 * A receipt in another currency than its order is converted through the payroll currency at the rates of its day (its
 * own Rate, where it is in the payroll currency), apportioned at 8 decimals.
 */
function conversion(fx: FxRates | undefined, { own, theirs, payroll, rate }: ReceivedMoney, day: Day): ((amount: Exact) => Exact) | undefined {
  const into = payrollRate(fx, own, payroll, day);
  const perUnit = own === payroll && rate ? rate : payrollRate(fx, theirs, payroll, day);
  if (!into || !perUnit) return undefined;
  return (amount) => quotient(multiply(amount, into), perUnit, { decimals: 8, mode: 'half up' });
}

/** The part of a whole that has come in: exactly `top ÷ bottom`, between 0 and 1. */
export interface Fraction {
  readonly top: Exact;
  readonly bottom: Exact;
}

export const NOTHING: Fraction = { top: ZERO, bottom: { units: 1, scale: 0 } };
export const WHOLE: Fraction = { top: { units: 1, scale: 0 }, bottom: { units: 1, scale: 0 } };

/** A fraction of two amounts, kept between 0 and 1. Of nothing, nothing. */
export function fractionOf(top: Exact, bottom: Exact): Fraction {
  if (isZero(bottom)) return NOTHING;
  const [a, b] = sign(bottom) < 0 ? [negate(top), negate(bottom)] : [top, bottom];
  if (sign(a) <= 0) return NOTHING;
  return compare(a, b) >= 0 ? WHOLE : { top: a, bottom: b };
}

/** That part of an amount, apportioned at 8 decimals (or the amount's own); the whole is the amount itself. */
export function portion(amount: Exact, fraction: Fraction): Exact {
  if (equals(fraction.top, fraction.bottom)) return amount;
  if (isZero(fraction.top)) return ZERO;
  const exact = amount.scale > 8 ? trim(amount) : amount;
  const decimals = exact.scale > 8 ? exact.scale : 8;
  return quotient(multiply(exact, fraction.top), fraction.bottom, { decimals, mode: 'half up' });
}

/** The part of an amount that lies between two parts of the whole. */
export function portionBetween(amount: Exact, { before, after }: { readonly before: Fraction; readonly after: Fraction }): Exact {
  return subtract(portion(amount, after), portion(amount, before));
}

export function restOf(fraction: Fraction): Fraction {
  return { top: subtract(fraction.bottom, fraction.top), bottom: fraction.bottom };
}

/**
 * How much of what is owed on a row had been paid by the end of a day: credit notes lower what is owed, money back what
 * was paid. Receipts of an order replace its Received column.
 */
export function paidFraction(orders: Orders, receipts: Receipts | undefined, row: number, day: Day): Fraction {
  const order = orders.orderOf[row] ?? 0;
  if (receipts && receiptsAndMoneyBack(receipts, order)) return paidFractionOfOrder(orders, receipts, order, day);
  const parts = creditedParts(orders);
  const amount = numberAt(numberColumn(orders.table, 'amount'), row);
  const owed = timesExact(subtractRatios(WHOLE, partReversed(parts, row, day)), amount);
  return settledPart(receivedBy(orders, row, day), owed, isCredited(parts, orders, order));
}

/**
 * How much of what is owed on an order as a whole had been paid by the end of a day; without receipts by what the
 * Received column says of its rows.
 */
export function paidFractionOfOrder(orders: Orders, receipts: Receipts | undefined, order: number, day: Day): Fraction {
  const list = receipts && receiptsAndMoneyBack(receipts, order);
  const paid = list
    ? list.filter((receipt) => receipt.day <= day).map(({ amount, fee }) => add(amount, fee))
    : (orders.rowsOf[order] ?? []).filter((row) => orders.cancelled[row] !== 1).map((row) => receivedBy(orders, row, day));
  const parts = creditedParts(orders);
  const credited = isCredited(parts, orders, order);
  return settledPart(sum(paid), credited ? netWorth(orders, order, (line) => partReversed(parts, line, day)) : ratioOf(orderAmount(orders, order)), credited);
}

/** What the Received column says had come in for a row by the end of a day. */
function receivedBy(orders: Orders, row: number, day: Day): Exact {
  const received = receivedColumn(orders, row);
  return received && received.day <= day ? received.amount : ZERO;
}

/** The receipts of an order, and what was paid back on the credit notes that reverse it. */
export function receiptsAndMoneyBack(receipts: Receipts, order: number): readonly Receipt[] | undefined {
  return receipts.withMoneyBack.get(order) ?? receipts.byOrder.get(order);
}

/** Money that moved on a credit note belongs to the order it reverses, if it reverses one. */
function moneyBack(orders: Orders, byOrder: ReadonlyMap<number, readonly Receipt[]>): Map<number, readonly Receipt[]> {
  const merged = new Map<number, readonly Receipt[]>();
  const seen = new Set<string>();
  for (const { row, targets } of reversalsOf(orders).list) {
    const own = byOrder.get(orders.orderOf[row] ?? 0);
    const order = orders.orderOf[targets[0] ?? -1];
    const pair = `${orders.orderOf[row] ?? 0} ${order ?? -1}`;
    if (!own || order === undefined || order === orders.orderOf[row] || seen.has(pair)) continue;
    seen.add(pair);
    merged.set(order, addedUpByDay([...(merged.get(order) ?? byOrder.get(order) ?? []), ...own]));
  }
  return merged;
}

/** What the Received and Received date columns of a row say, if they say anything. */
export function receivedColumn(orders: Orders, row: number): { readonly amount: Exact; readonly day: Day } | undefined {
  const amount = numberAt(numberColumn(orders.table, 'received'), row);
  const day = dayAt(dayColumn(orders.table, 'receivedDate'), row);
  return isZero(amount) || day === undefined ? undefined : { amount, day };
}

