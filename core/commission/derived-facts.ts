import type { Exact } from '../amount/exact';
import { ZERO, add, exactInteger, sign } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { ratioOf } from '../amount/ratio';
import { gradeCustomers } from '../insight/customer-grade';
import type { CustomerOrder } from '../insight/customer-history';
import { firstOrders } from '../insight/customer-history';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { addMonths, civilOf, dayOf, monthsBetween } from '../table/day';
import type { DayColumn } from '../table/table';
import { dayAt, dayColumn, numberAt, numberColumn, textAt, textColumn } from '../table/table';
import type { Ledger } from './ledger';
import { measureReader } from './measure';
import { exchanged } from '../trade/profit';
import { receivedColumn } from '../trade/receipts';

import type { Fact, FactSource, LineContext } from './facts';

/** Columns derived from the orders, by the names they go by. */
const DERIVED: ReadonlyMap<string, keyof typeof derived> = new Map(Object.entries<keyof typeof derived>({
  margin: 'margin', 毛利率: 'margin', 利润率: 'margin',
  firstorder: 'firstOrder', 首单: 'firstOrder',
  customerage: 'customerAge', 客户月龄: 'customerAge', 客户合作月数: 'customerAge',
  customergrade: 'customerGrade', 客户等级: 'customerGrade',
  daystoreceipt: 'daysToReceipt', 回款天数: 'daysToReceipt', 收款天数: 'daysToReceipt',
  month: 'month', 月份: 'month',
}));

const derived = { margin, firstOrder, customerAge, customerGrade, daysToReceipt, month };

/** The derived column of a name (already in comparing form), if there is one. */
export function derivedFact(source: FactSource, key: string): Fact | undefined {
  const made = DERIVED.get(key);
  return made === undefined ? undefined : derived[made](source);
}

function margin(source: FactSource): Fact {
  const { orders } = source.ledger;
  const profit = measureReader(orders, { kind: 'profit' }, { ...source.part, rules: { ...source.part.rules, deduct: [] } });
  const revenue = measureReader(orders, { kind: 'revenue' }, { ...source.part, rules: { ...source.part.rules, deduct: [] } });
  const number = ({ row, day }: LineContext): Ratio | undefined => {
    const rate = source.exchange(row, day);
    if (!rate) return undefined;
    const bottom = exchanged(revenue.read(row), rate);
    return sign(bottom) === 0 ? undefined : { top: exchanged(profit.read(row), rate), bottom };
  };
  return { level: 'line', number, text: () => '' };
}

function customerHistory(ledger: Ledger): { customers: ReturnType<typeof textColumn>; first: ReturnType<typeof firstOrders> } {
  const { orders } = ledger;
  const customers = textColumn(orders.table, 'customer');
  const days = dayColumn(orders.table, 'orderDate');
  const amounts = numberColumn(orders.table, 'amount');
  function* all(): Generator<CustomerOrder> {
    for (let row = 0; row < orders.table.length; row += 1) {
      const day = dayAt(days, row);
      if (day === undefined || orders.cancelled[row] === 1 || orders.reverses.codes[row] !== 0 || sign(numberAt(amounts, row)) < 0) continue;
      yield { customer: textAt(customers, row), order: orders.orderOf[row] ?? 0, day, rank: orders.rank[row] ?? 0 };
    }
  }
  return { customers, first: firstOrders(all()) };
}

function firstOrder({ ledger }: FactSource): Fact {
  const { customers, first } = customerHistory(ledger);
  const isFirst = (row: number): boolean => {
    const name = textAt(customers, row);
    return name !== '' && first.get(matchKey(name))?.order === ledger.orders.orderOf[row];
  };
  return {
    level: 'line',
    text: ({ row }) => (isFirst(row) ? 'yes' : 'no'),
    number: ({ row }) => ratioOf(exactInteger(isFirst(row) ? 1 : 0)),
  };
}

function customerAge({ ledger }: FactSource): Fact {
  const { customers, first } = customerHistory(ledger);
  const months = ({ row, orderDay }: LineContext): number | undefined => {
    const began = first.get(matchKey(textAt(customers, row)));
    return began && Math.max(0, monthsBetween(began.day, orderDay));
  };
  return {
    level: 'line',
    text: (context) => String(months(context) ?? ''),
    number: (context) => {
      const age = months(context);
      return age === undefined ? undefined : ratioOf(exactInteger(age));
    },
  };
}

/** ABC by profit over the twelve months before the month of the order. */
function customerGrade(source: FactSource): Fact {
  const customers = textColumn(source.ledger.orders.table, 'customer');
  const keys = customers.values.map(matchKey);
  const byMonth = new Map<Day, ReadonlyMap<string, string>>();
  let profits: MonthlyProfits | undefined;
  const gradesFor = (start: Day): ReadonlyMap<string, string> => {
    const known = byMonth.get(start);
    if (known) return known;
    profits ??= monthlyProfits(source, keys, customers.codes);
    const made = gradeCustomers(profitsOfYearBefore(profits, start));
    byMonth.set(start, made);
    return made;
  };
  const gradeOf = ({ row, orderDay }: LineContext): string => gradesFor(monthStart(orderDay)).get(keys[customers.codes[row] ?? 0] ?? '') ?? 'C';
  return { level: 'line', text: gradeOf, number: () => undefined };
}

type MonthlyProfits = ReadonlyMap<Day, ReadonlyMap<string, Exact>>;

const monthStarts = new Map<Day, Day>();

function monthStart(day: Day): Day {
  const known = monthStarts.get(day);
  if (known !== undefined) return known;
  const { year, month: number } = civilOf(day);
  const start = dayOf(year, number, 1);
  if (monthStarts.size < 100000) monthStarts.set(day, start);
  return start;
}

/** Each customer's profit in payroll currency by month of the order. Lines without an exchange rate bring none. */
function monthlyProfits(source: FactSource, keys: readonly string[], codes: Int32Array): MonthlyProfits {
  const { orders } = source.ledger;
  const days = dayColumn(orders.table, 'orderDate');
  const profit = measureReader(orders, { kind: 'profit' }, { ...source.part, rules: { ...source.part.rules, deduct: [] } });
  const months = new Map<Day, Map<string, Exact>>();
  for (let row = 0; row < orders.table.length; row += 1) {
    const day = dayAt(days, row);
    if (day === undefined || orders.cancelled[row] === 1) continue;
    const rate = source.exchange(row, day);
    if (!rate) continue;
    const month = monthStart(day);
    const profits = months.get(month) ?? new Map<string, Exact>();
    months.set(month, profits);
    const key = keys[codes[row] ?? 0] ?? '';
    profits.set(key, add(profits.get(key) ?? ZERO, exchanged(profit.read(row), rate)));
  }
  return months;
}

function profitsOfYearBefore(months: MonthlyProfits, start: Day): Map<string, Exact> {
  const total = new Map<string, Exact>();
  for (let back = 1; back <= 12; back += 1) {
    for (const [key, profit] of months.get(addMonths(start, -back)) ?? []) total.set(key, add(total.get(key) ?? ZERO, profit));
  }
  return total;
}

/** Days from the invoice date (else shipment, else order) to the receipt. Money that came before has waited 0 days. */
function daysToReceipt({ ledger }: FactSource): Fact {
  const { orders, receipts } = ledger;
  const since = dueColumns(ledger);
  const days = ({ row, day, receivedOn }: LineContext): number | undefined => {
    const start = dueDay(since, row);
    const list = receipts?.byOrder.get(orders.orderOf[row] ?? 0);
    const onDay = receivedOn ?? (list?.some((receipt) => receipt.day === day) ? day : (list?.[list.length - 1]?.day ?? receivedColumn(orders, row)?.day));
    return start === undefined || onDay === undefined ? undefined : Math.max(0, onDay - start);
  };
  return {
    level: 'line',
    text: (context) => String(days(context) ?? ''),
    number: (context) => {
      const count = days(context);
      return count === undefined ? undefined : ratioOf(exactInteger(count));
    },
  };
}

/** The dates from which a payment is awaited, the best first. */
export function dueColumns(ledger: Ledger): readonly DayColumn[] {
  return ['invoiceDate', 'shipDate', 'orderDate'].map((field) => dayColumn(ledger.orders.table, field));
}

export function dueDay(columns: readonly DayColumn[], row: number): Day | undefined {
  for (const column of columns) {
    const day = dayAt(column, row);
    if (day !== undefined) return day;
  }
  return undefined;
}

function month(): Fact {
  return {
    level: 'line',
    text: ({ day }) => String(civilOf(day).month),
    number: ({ day }) => ratioOf(exactInteger(civilOf(day).month)),
  };
}
