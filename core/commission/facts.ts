import type { Exact } from '../amount/exact';
import { ZERO, add, compare, exactInteger, multiply, sign } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { compareRatio, ratioOf } from '../amount/ratio';
import { gradeCustomers } from '../insight/customer-grade';
import type { CustomerOrder } from '../insight/customer-history';
import { firstOrders } from '../insight/customer-history';
import type { Condition } from '../rules/condition';
import { matchesValues, specificity } from '../rules/condition';
import type { Part } from '../rules/plan';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { addMonths, civilOf, dayOf, monthsBetween } from '../table/day';
import { hasPeopleColumn, personNumber, personText } from '../table/people';
import type { Period } from '../table/period';
import type { DayColumn } from '../table/table';
import { dayAt, dayColumn, hasColumn, numberAt, numberColumn, textAt, textColumn } from '../table/table';
import type { Ledger } from './ledger';
import { exchanged, measureReader, orderField } from './measure';
import { currencyOfColumn, moneyAt, moneyColumn } from './orders';
import { hasScoreColumn, scoreOf, scoreTextOf } from './scores';
import { receivedColumn } from './receipts';

/** What a condition is asked about: a line, who is credited, and when it counts. */
export interface LineContext {
  row: number;
  person: number;
  /** The day on which the line counts. */
  day: Day;
  orderDay: Day;
  period: Period;
}

/** Where a column's values come from: the line, the person on the order date, or the person's scores of the period. */
export type FactLevel = 'line' | 'person' | 'period';

export interface Fact {
  readonly level: FactLevel;
  readonly text: (context: LineContext) => string;
  readonly number: (context: LineContext) => Ratio | undefined;
}

/** What facts need besides the tables: how a line is exchanged, and the part's own idea of profit. */
export interface FactSource {
  readonly ledger: Ledger;
  readonly part: Part;
  /** The exchange rate of a row for money in the order's currency; undefined where it is missing. */
  readonly exchange: (row: number, day: Day) => Exact | undefined;
}

const DERIVED: Readonly<Record<string, keyof typeof derived>> = {
  margin: 'margin', 毛利率: 'margin', 利润率: 'margin',
  firstorder: 'firstOrder', 首单: 'firstOrder',
  customerage: 'customerAge', 客户月龄: 'customerAge', 客户合作月数: 'customerAge',
  customergrade: 'customerGrade', 客户等级: 'customerGrade',
  daystoreceipt: 'daysToReceipt', 回款天数: 'daysToReceipt', 收款天数: 'daysToReceipt',
  month: 'month', 月份: 'month',
};

/** The names of every derived column, in both languages, for messages. */
export const derivedNames = ['Margin', 'First order', 'Customer age', 'Customer grade', 'Days to receipt', 'Month', 'Score'];

const derived = { margin, firstOrder, customerAge, customerGrade, daysToReceipt, month };

/** Finds a column by name: in the orders, derived from them, of the people, or of the scores. */
export function factOf(source: FactSource, column: string): Fact | undefined {
  const { ledger } = source;
  const key = matchKey(column);
  const made = DERIVED[key];
  if (made !== undefined && !ledger.orders.table.columns.has(key)) return derived[made](source);
  if (hasColumn(ledger.orders.table, orderField(column))) return orderFact(source, orderField(column));
  if (hasPeopleColumn(ledger.people, column)) return peopleFact(ledger, column);
  if (key === 'score' || key === '得分' || key === 'grade' || key === '等级' || hasScoreColumn(ledger.scores, column)) return scoreFact(ledger, column);
  return undefined;
}

/** True for columns that only the Scores table can answer. */
export function isScoreColumn(column: string): boolean {
  return ['score', '得分', 'grade', '等级', 'gradefactor', '等级系数'].includes(matchKey(column));
}

function orderFact({ ledger, exchange }: FactSource, field: string): Fact {
  const { table } = ledger.orders;
  const texts = textColumn(table, field);
  const amounts = moneyColumn(table, 'amount');
  let money: ReturnType<typeof moneyColumn> | undefined;
  return {
    level: 'line',
    text: ({ row }) => textAt(texts, row),
    number: ({ row, day }) => {
      money ??= moneyColumn(table, field);
      const value = moneyAt(money, row, numberAt(amounts.numbers, row));
      if (!isKnownMoney(field)) return ratioOf(value);
      const rate = exchange(row, day);
      return rate && ratioOf(multiply(value, rate));
    },
  };
}

const KNOWN_MONEY = new Set(['amount', 'freight', 'insurance', 'middleman', 'bankFee', 'received']);

/** Money columns of the design in the order's currency; a column of one's own is compared as it stands. */
function isKnownMoney(field: string): boolean {
  return KNOWN_MONEY.has(field) && currencyOfColumn(field) === 'order';
}

function peopleFact(ledger: Ledger, column: string): Fact {
  return {
    level: 'person',
    text: ({ person, orderDay }) => personText(ledger.people, person, column, orderDay),
    number: ({ person, orderDay }) => toRatio(personNumber(ledger.people, person, column, orderDay)),
  };
}

function scoreFact(ledger: Ledger, column: string): Fact {
  return {
    level: 'period',
    text: ({ person, period }) => scoreTextOf(ledger.scores, person, period, column) ?? '',
    number: ({ person, period }) => toRatio(scoreOf(ledger.scores, person, period, column)),
  };
}

function toRatio(value: Exact | undefined): Ratio | undefined {
  return value && ratioOf(value);
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

/** Days from the invoice date (else shipment, else order) to the receipt. */
function daysToReceipt({ ledger }: FactSource): Fact {
  const { orders, receipts } = ledger;
  const since = dueColumns(ledger);
  const days = ({ row, day }: LineContext): number | undefined => {
    const start = dueDay(since, row);
    const list = receipts?.byOrder.get(orders.orderOf[row] ?? 0);
    const onDay = list?.some((receipt) => receipt.day === day) ? day : (list?.[list.length - 1]?.day ?? receivedColumn(orders, row)?.day);
    return start === undefined || onDay === undefined ? undefined : onDay - start;
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

/** A compiled condition list: true when all hold. `specificity` ranks how narrow the match is. */
export interface CompiledConditions {
  readonly level: FactLevel;
  readonly holds: (context: LineContext) => boolean;
  readonly specificity: (context: LineContext) => number;
  /** The highest threshold among the conditions, for choosing between `from` rows of one column. */
  readonly threshold: Exact | undefined;
}

const LEVELS: readonly FactLevel[] = ['line', 'person', 'period'];

/** Compiles conditions; a column that is nowhere comes back by name. */
export function compileConditions(source: FactSource, conditions: readonly Condition[]): CompiledConditions | { readonly unknown: string } {
  const facts: { condition: Condition; fact: Fact; known: Map<string, boolean> }[] = [];
  for (const condition of conditions) {
    const fact = factOf(source, condition.column);
    if (!fact) return { unknown: condition.column };
    facts.push({ condition, fact, known: new Map() });
  }
  const level = LEVELS[Math.max(0, ...facts.map(({ fact }) => LEVELS.indexOf(fact.level)))] ?? 'line';
  const thresholds = conditions.flatMap(({ test }) => (test.kind === 'from' ? [test.least] : []));
  return {
    level,
    holds: (context) => facts.every(({ condition, fact, known }) => holdsOne(condition, fact, known, context)),
    specificity: (context) => facts.reduce((total, { condition, fact }) => total + 1000000 + specificity(condition, fact.text(context)), 0),
    threshold: thresholds.reduce<Exact | undefined>((most, least) => (!most || compare(least, most) > 0 ? least : most), undefined),
  };
}

/** Whether one condition holds; the answer for each text is remembered. */
function holdsOne({ test }: Condition, fact: Fact, known: Map<string, boolean>, context: LineContext): boolean {
  if (test.kind === 'values') {
    const text = fact.text(context);
    const answer = known.get(text) ?? matchesValues(test, text);
    known.set(text, answer);
    return answer;
  }
  const value = fact.number(context);
  return value !== undefined && compareRatio(value, test.least) >= 0;
}
