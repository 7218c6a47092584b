import type { Exact } from '../amount/exact';
import { ZERO, add, multiply } from '../amount/exact';
import { ratioOf, sumRatios } from '../amount/ratio';
import type { Ratio } from '../amount/ratio';
import { isDateField } from '../table/schema';
import type { Table } from '../table/table';
import { columnNumber, dayAt, dayColumn, hasColumn, numberAt } from '../table/table';
import { moneyAt, moneyColumn } from '../trade/orders';
import { orderField } from '../trade/profit';
import type { Fact, FactSource, LineContext } from './facts';
import { factOf, isKnownMoney } from './facts';

/** Columns of the design that the lines of an order add up to. */
const AMOUNTS = new Set(['amount', 'quantity', 'purchase', 'domesticCost', 'otherCost', 'profit', 'received', 'freight', 'insurance', 'middleman', 'bankFee']);
/** Shares, rates and prices by their names: adding those of two lines up would mean nothing. */
const SHARES = /[%％]|率|占比|比例|单价|折扣|天数|月数|\b(?:pct|percent(?:age)?|rate|ratio|margin|share|unit price|price|discount|days|months|age)\b/i;

/** Whether a column is an amount that the lines of an order add up to, and no percentage, rate, price or date. */
function addsUp(table: Table, column: string): boolean {
  const field = orderField(column);
  if (AMOUNTS.has(field)) return true;
  if (!hasColumn(table, field) || isDateField('orders', field) || SHARES.test(column) || field === 'rate' || field === 'vatRate' || field === 'rebateRate') return false;
  const at = columnNumber(table, field) ?? 0;
  return !table.cells.some((row) => typeof row[at] === 'string' && /[%％]\s*$/.test(row[at]));
}

/** A column as a threshold of an order looks at it: amounts of the whole order, percentages, rates and dates of the line. */
export function orderFactOf(source: FactSource, column: string): Fact | undefined {
  const fact = factOf(source, column);
  const { orders } = source.ledger;
  if (!fact || fact.level !== 'line' || !hasColumn(orders.table, orderField(column)) || !addsUp(orders.table, column)) return fact;
  const known = new Map<number, Ratio | undefined>();
  const number = (context: LineContext): Ratio | undefined => {
    const order = orders.orderOf[context.row] ?? 0;
    if (!known.has(order)) known.set(order, totalOf(source, orderField(column), context));
    return known.get(order);
  };
  const sums = new Map<string, Ratio | undefined>();
  const inCurrency = (context: LineContext, currency: string): Ratio | undefined => {
    const key = `${orders.orderOf[context.row] ?? 0} ${currency}`;
    if (!sums.has(key)) sums.set(key, totalIn(source, fact, context, currency));
    return sums.get(key);
  };
  return { ...fact, number, inCurrency };
}

/** The same as so much of one currency: lines that are in it are not exchanged. */
function totalIn({ ledger: { orders } }: FactSource, fact: Fact, context: LineContext, currency: string): Ratio | undefined {
  const days = dayColumn(orders.table, 'orderDate');
  const lines = (orders.rowsOf[orders.orderOf[context.row] ?? 0] ?? []).filter((line) => orders.cancelled[line] !== 1);
  const values = lines.map((row) => fact.inCurrency?.({ ...context, row, day: dayAt(days, row) ?? context.day }, currency));
  return values.some((value) => value === undefined) ? undefined : sumRatios(values.flatMap((value) => value ?? []));
}

/** The sum of a column over the lines of an order that are not cancelled, in payroll currency. Lines share a rate that one of them lacks. */
function totalOf({ ledger: { orders }, exchange }: FactSource, field: string, { row, day }: LineContext): Ratio | undefined {
  const { table } = orders;
  const [column, amounts] = [moneyColumn(table, field), moneyColumn(table, 'amount')];
  const lines = (orders.rowsOf[orders.orderOf[row] ?? 0] ?? []).filter((line) => orders.cancelled[line] !== 1 && column.numbers.present[line] === 1);
  if (lines.length === 0) return undefined;
  const days = dayColumn(table, 'orderDate');
  const rateOf = (line: number): Exact | undefined => exchange(line, dayAt(days, line) ?? day);
  let [total, shared]: [Exact, Exact | undefined] = [ZERO, undefined];
  for (const line of lines) {
    const value = moneyAt(column, line, numberAt(amounts.numbers, line));
    if (!isKnownMoney(field)) {
      total = add(total, value);
      continue;
    }
    shared ??= lines.map(rateOf).find((rate) => rate !== undefined);
    const rate = rateOf(line) ?? shared;
    if (!rate) return undefined;
    total = add(total, multiply(value, rate));
  }
  return ratioOf(total);
}
