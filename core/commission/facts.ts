import type { Exact } from '../amount/exact';
import { ONE, multiply } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { divideRatios, ratioOf } from '../amount/ratio';
import type { Bound } from '../rules/bound';
import { meetsBound, meetsDay } from '../rules/bound';
import type { Condition } from '../rules/condition';
import { matchesValues, specificity } from '../rules/condition';
import type { Bounds } from '../rules/narrower';
import { boundsOf } from '../rules/narrower';
import type { Part } from '../rules/plan';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { hasPeopleColumn, personDay, personNumber, personText } from '../table/people';
import type { Period } from '../table/period';
import { isDateField } from '../table/schema';
import { dayAt, dayColumn, hasColumn, numberAt, textAt, textColumn } from '../table/table';
import type { Exchange } from './exchange';
import type { Ledger } from './ledger';
import { orderField } from '../trade/profit';
import { currencyOfColumn, moneyAt, moneyColumn } from '../trade/orders';
import { hasScoreColumn, scoreOf, scoreTextOf } from './scores';
import { derivedFact } from './derived-facts';

/** What a condition is asked about: a line, who is credited, and when it counts. */
export interface LineContext {
  row: number;
  person: number;
  /** The day on which the line counts. */
  day: Day;
  orderDay: Day;
  period: Period;
  /** The day its money came, where that is not the day it counts. */
  receivedOn?: Day | undefined;
}

/** Where a column's values come from: the line, the person on the order date, or the person's scores of the period. */
export type FactLevel = 'line' | 'person' | 'period';

export interface Fact {
  readonly level: FactLevel;
  readonly text: (context: LineContext) => string;
  readonly number: (context: LineContext) => Ratio | undefined;
  /** The date in the column, where it can have one. */
  readonly day?: (context: LineContext) => Day | undefined;
  /** The number as so much of a currency, where it is money of the order: what is in that currency is not exchanged. */
  readonly inCurrency?: (context: LineContext, currency: string) => Ratio | undefined;
  /** A column of dates: what it is compared with is a date, too. */
  readonly isDate?: boolean;
}

/** What facts need besides the tables: how a line is exchanged, and the part's own idea of profit. */
export interface FactSource {
  readonly ledger: Ledger;
  readonly part: Part;
  /** The exchange rate of a row for money in the order's currency; undefined where it is missing. */
  readonly exchange: (row: number, day: Day) => Exact | undefined;
  /** How thresholds in a currency of their own are exchanged; without it they hold for nothing. */
  readonly rates?: Exchange;
}

/** The names of every derived column, in both languages, for messages. */
export const derivedNames = ['Margin', 'First order', 'Customer age', 'Customer grade', 'Days to receipt', 'Month', 'Score'];

/** Finds a column by name: in the orders, derived from them, of the people, or of the scores. */
export function factOf(source: FactSource, column: string): Fact | undefined {
  const { ledger } = source;
  const key = matchKey(column);
  const made = ledger.orders.table.columns.has(key) ? undefined : derivedFact(source, key);
  if (made) return made;
  if (hasColumn(ledger.orders.table, orderField(column))) return orderFact(source, orderField(column));
  if (hasPeopleColumn(ledger.people, column)) return peopleFact(ledger, column);
  if (key === 'score' || key === '得分' || key === 'grade' || key === '等级' || hasScoreColumn(ledger.scores, column)) return scoreFact(ledger, column);
  return undefined;
}

/** True for columns that only the Scores table can answer. */
export function isScoreColumn(column: string): boolean {
  return ['score', '得分', 'grade', '等级', 'gradefactor', '等级系数'].includes(matchKey(column));
}

function orderFact({ ledger, exchange, rates }: FactSource, field: string): Fact {
  const { table } = ledger.orders;
  const texts = textColumn(table, field);
  const amounts = moneyColumn(table, 'amount');
  let money: ReturnType<typeof moneyColumn> | undefined;
  const valueAt = (row: number): Exact | undefined => {
    money ??= moneyColumn(table, field);
    return money.numbers.present[row] === 1 ? moneyAt(money, row, numberAt(amounts.numbers, row)) : undefined;
  };
  return {
    level: 'line',
    inCurrency: ({ row, day }, currency) => {
      const value = valueAt(row);
      const isOrders = currencyOfColumn(field) === 'order';
      return value && rates && inCurrency(rates, { row, day, currency }, isOrders ? { own: value } : { home: value });
    },
    isDate: isDateField('orders', field),
    text: ({ row }) => textAt(texts, row),
    day: ({ row }) => dayAt(dayColumn(table, field), row),
    number: ({ row, day }) => {
      const value = valueAt(row);
      if (!value) return undefined;
      if (!isKnownMoney(field)) return ratioOf(value);
      const rate = exchange(row, day);
      return rate && ratioOf(multiply(value, rate));
    },
  };
}

/** Money of an order row (in the order's currency, or in payroll currency) as so much of another. */
export function inCurrency(rates: Exchange, { row, day, currency }: { readonly row: number; readonly day: Day; readonly currency: string }, { own, home }: { readonly own?: Exact; readonly home?: Exact }): Ratio | undefined {
  if (own && rates.currencyOf(row) === currency) return ratioOf(own);
  const [into, from] = [rates.ratioOfCurrency(currency, row, day), own ? rates.ofRow(row, day) : ONE];
  const value = own ?? home;
  return into && from && value && divideRatios(ratioOf(multiply(value, from)), into);
}

const KNOWN_MONEY = new Set(['amount', 'freight', 'insurance', 'middleman', 'bankFee', 'received']);

/** Money columns of the design in the order's currency; a column of one's own is compared as it stands. */
export function isKnownMoney(field: string): boolean {
  return KNOWN_MONEY.has(field) && currencyOfColumn(field) === 'order';
}

function peopleFact(ledger: Ledger, column: string): Fact {
  return {
    level: 'person',
    text: ({ person, orderDay }) => personText(ledger.people, person, column, orderDay),
    number: ({ person, orderDay }) => toRatio(personNumber(ledger.people, person, column, orderDay)),
    isDate: isDateField('people', column),
    day: ({ person, orderDay }) => personDay(ledger.people, person, column, orderDay),
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

/** A compiled condition list: true when all hold. `specificity` ranks how narrow the match is. */
export interface CompiledConditions {
  readonly level: FactLevel;
  readonly holds: (context: LineContext) => boolean;
  readonly specificity: (context: LineContext) => number;
  /** What the columns are compared with, by column and side, for choosing the narrower of two rows. */
  readonly bounds: Bounds;
}

const LEVELS: readonly FactLevel[] = ['line', 'person', 'period'];

/** Compiles conditions over the facts of a line, or others; a column that is nowhere comes back by name. */
export function compileConditions(source: FactSource, conditions: readonly Condition[], of: typeof factOf = factOf): CompiledConditions | { readonly unknown: string } {
  const facts: { condition: Condition; fact: Fact; known: Map<string, boolean> }[] = [];
  const own = conditions.map((condition) => withoutPayroll(condition, source.rates?.payroll));
  for (const condition of own) {
    const fact = of(source, condition.column);
    if (!fact) return { unknown: condition.column };
    facts.push({ condition, fact, known: new Map() });
  }
  const level = LEVELS[Math.max(0, ...facts.map(({ fact }) => LEVELS.indexOf(fact.level)))] ?? 'line';
  return {
    level,
    holds: (context) => facts.every(({ condition, fact, known }) => holdsOne(condition, fact, known, context)),
    specificity: (context) => facts.reduce((total, { condition, fact }) => total + 1000000 + specificity(condition, fact.text(context)), 0),
    bounds: boundsOf(own),
  };
}

/** A threshold written in the payroll currency is a plain one. */
function withoutPayroll(condition: Condition, payroll: string | undefined): Condition {
  const { test } = condition;
  return test.kind === 'bound' && test.currency === payroll ? { ...condition, test: { ...test, currency: '' } } : condition;
}

/** Whether a line meets a bound: a date is compared with dates, everything else with numbers. A blank meets none. */
export function meets(test: Bound, fact: Fact, context: LineContext): boolean {
  if (fact.isDate === true || test.unit === 'day') {
    const day = fact.day?.(context);
    return day !== undefined && meetsDay(test, day);
  }
  const value = test.currency === '' ? fact.number(context) : fact.inCurrency?.(context, test.currency);
  return value !== undefined && meetsBound(test, value);
}

/** Whether one condition holds; the answer for each text is remembered. */
function holdsOne({ test }: Condition, fact: Fact, known: Map<string, boolean>, context: LineContext): boolean {
  if (test.kind === 'values') {
    const text = fact.text(context);
    const answer = known.get(text) ?? matchesValues(test, text);
    known.set(text, answer);
    return answer;
  }
  return meets(test, fact, context);
}
