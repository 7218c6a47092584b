import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, isZero, multiply, negate, subtract } from '../amount/exact';
import { quotient } from '../amount/round';
import type { Part } from '../rules/plan';
import type { Measure } from '../rules/words/measure';
import { fieldOfHeader } from '../table/schema';
import { matchKey } from '../table/cell';
import { hasColumn, numberAt, numberColumn, textColumn } from '../table/table';
import type { MoneyColumn, Orders } from './orders';
import { currencyOfColumn, moneyAt, moneyColumn, termIncludes, vatDivisor } from './orders';

/** One signed term of a measure, for the explanation. */
export interface Term {
  readonly name: string;
  readonly amount: Exact;
  /** In the order's currency (to be exchanged), in payroll currency, or no money at all. */
  readonly currency: 'order' | 'payroll' | 'none';
}

/** A line's measure before exchange: what is in the order's currency, and what is not. */
export interface RawMeasure {
  readonly foreign: Exact;
  readonly home: Exact;
}

/** How the measure of a part is read from an order row. `received` and `orders` depend on more than the row. */
export interface MeasureReader {
  readonly measure: Measure;
  /** Whether the measure is money, and so may need an exchange rate. */
  readonly isMoney: boolean;
  readonly terms: (row: number) => Term[];
  readonly read: (row: number) => RawMeasure;
}

/** The field of the orders a column name stands for: a known field's key, or the header as matched. */
export function orderField(name: string): string {
  return fieldOfHeader('orders', name) ?? matchKey(name);
}

/** Compiles a measure over the orders: revenue, profit, quantity, or a column, less what the part deducts. */
export function measureReader(orders: Orders, measure: Measure, part: Part): MeasureReader {
  const isMoney = measure.kind !== 'quantity' && measure.kind !== 'orders' && !(measure.kind === 'column' && currencyOfColumn(orderField(measure.column)) === 'none');
  const own = ownTerms(orders, measure, part);
  const amounts = moneyColumn(orders.table, 'amount');
  const deducts = part.rules.deduct.map(({ column, factor }) => {
    const field = orderField(column);
    return { column, factor, money: moneyColumn(orders.table, field), currency: isMoney ? currencyOfColumn(field) : ('none' as const) };
  });
  const terms = (row: number): Term[] => {
    const amount = moneyAt(amounts, row, ZERO);
    const taken = deducts.map(({ column, factor, money, currency }) => ({
      name: column,
      amount: negate(multiply(moneyAt(money, row, amount), factor)),
      currency,
    }));
    return [...own(row), ...taken];
  };
  if (deducts.length === 0 && (measure.kind === 'revenue' || measure.kind === 'quantity')) {
    return { measure, isMoney, terms, read: measure.kind === 'revenue' ? fastRevenue(amounts) : fastQuantity(orders) };
  }
  if (deducts.length === 0 && measure.kind === 'profit' && part.rules.profitFrom.length === 0) return { measure, isMoney, terms, read: fastProfit(orders) };
  return { measure, isMoney, terms, read: (row) => addTerms(terms(row)) };
}

function fastRevenue(amounts: MoneyColumn): (row: number) => RawMeasure {
  return (row) => ({ foreign: numberAt(amounts.numbers, row), home: ZERO });
}

function fastQuantity(orders: Orders): (row: number) => RawMeasure {
  const quantities = numberColumn(orders.table, 'quantity');
  return (row) => ({ foreign: ZERO, home: numberAt(quantities, row) });
}

/** The sum of `profitTerms` without a list of terms for every line; both read the same columns. */
function fastProfit(orders: Orders): (row: number) => RawMeasure {
  const columns = profitColumns(orders);
  const { amounts, vat, rebateRate, terms, included } = columns;
  return (row) => {
    const amount = numberAt(amounts.numbers, row);
    const less = (from: Exact, column: MoneyColumn): Exact => {
      const value = moneyAt(column, row, amount);
      return isZero(value) ? from : subtract(from, value);
    };
    const term = included[terms.codes[row] ?? 0];
    const withFreight = term?.freight ? less(amount, columns.freight) : amount;
    const withInsurance = term?.insurance ? less(withFreight, columns.insurance) : withFreight;
    const foreign = less(less(withInsurance, columns.middleman), columns.bankFee);
    const cost = moneyAt(columns.purchase, row, amount);
    const rebate = rebateOf(cost, numberAt(vat, row), numberAt(rebateRate, row));
    return { foreign, home: less(less(subtract(rebate, cost), columns.domestic), columns.other) };
  };
}

function addTerms(terms: readonly Term[]): RawMeasure {
  let [foreign, home] = [ZERO, ZERO];
  for (const term of terms) {
    if (term.currency === 'order') foreign = add(foreign, term.amount);
    else home = add(home, term.amount);
  }
  return { foreign, home };
}

function ownTerms(orders: Orders, measure: Measure, part: Part): (row: number) => Term[] {
  switch (measure.kind) {
    case 'revenue':
    case 'received': {
      const amounts = moneyColumn(orders.table, 'amount');
      return (row) => [{ name: 'amount', amount: moneyAt(amounts, row, ZERO), currency: 'order' }];
    }
    case 'profit': {
      const [typed] = part.rules.profitFrom;
      return typed ? columnTerm(orders, orderField(typed.column)) : profitTerms(orders);
    }
    case 'quantity': {
      const quantities = numberColumn(orders.table, 'quantity');
      return (row) => [{ name: 'quantity', amount: numberAt(quantities, row), currency: 'none' }];
    }
    case 'orders':
      return () => [{ name: 'orders', amount: ONE, currency: 'none' }];
    case 'column':
      return columnTerm(orders, orderField(measure.column));
  }
}

function columnTerm(orders: Orders, field: string): (row: number) => Term[] {
  const column = moneyColumn(orders.table, field);
  const amounts = moneyColumn(orders.table, 'amount');
  const currency = currencyOfColumn(field);
  return (row) => [{ name: field, amount: moneyAt(column, row, moneyAt(amounts, row, ZERO)), currency }];
}

/** The columns that profit is computed from. */
function profitColumns({ table }: Orders) {
  const column = (field: string): MoneyColumn => moneyColumn(table, field);
  const terms = textColumn(table, 'priceTerm');
  return {
    amounts: column('amount'),
    freight: column('freight'),
    insurance: column('insurance'),
    middleman: column('middleman'),
    bankFee: column('bankFee'),
    purchase: column('purchase'),
    domestic: column('domesticCost'),
    other: column('otherCost'),
    vat: numberColumn(table, 'vatRate'),
    rebateRate: numberColumn(table, 'rebateRate'),
    terms,
    included: terms.values.map(termIncludes),
  };
}

/**
 * Gross profit of an export line:
 * (Amount − included freight and insurance − middleman − bank fee) × FX − purchase + rebate − domestic − other,
 * rebate = purchase ÷ (1 + VAT) × rebate rate (trading companies, 免退税).
 */
function profitTerms(orders: Orders): (row: number) => Term[] {
  const { amounts, freight, insurance, middleman, bankFee, purchase, domestic, other, vat, rebateRate, terms, included } = profitColumns(orders);
  return (row) => {
    const amount = moneyAt(amounts, row, ZERO);
    const term = included[terms.codes[row] ?? 0];
    const cost = moneyAt(purchase, row, amount);
    const rebate = rebateOf(cost, numberAt(vat, row), numberAt(rebateRate, row));
    return [
      { name: 'amount', amount, currency: 'order' },
      { name: 'freight', amount: term?.freight ? negate(moneyAt(freight, row, amount)) : ZERO, currency: 'order' },
      { name: 'insurance', amount: term?.insurance ? negate(moneyAt(insurance, row, amount)) : ZERO, currency: 'order' },
      { name: 'middleman', amount: negate(moneyAt(middleman, row, amount)), currency: 'order' },
      { name: 'bankFee', amount: negate(moneyAt(bankFee, row, amount)), currency: 'order' },
      { name: 'purchase', amount: negate(cost), currency: 'payroll' },
      { name: 'rebate', amount: rebate, currency: 'payroll' },
      { name: 'domesticCost', amount: negate(moneyAt(domestic, row, amount)), currency: 'payroll' },
      { name: 'otherCost', amount: negate(moneyAt(other, row, amount)), currency: 'payroll' },
    ];
  };
}

/** Export tax rebate of a trading company, apportioned at 8 decimals. */
export function rebateOf(purchase: Exact, vatRate: Exact, rebateRate: Exact): Exact {
  if (isZero(rebateRate) || isZero(purchase)) return ZERO;
  return quotient(multiply(purchase, rebateRate), vatDivisor(vatRate), { decimals: 8, mode: 'half up' });
}

/** The columns a measure cannot do without, that the orders lack. */
export function missingColumns(orders: Orders, part: Part, measure: Measure): string[] {
  const needed = neededColumns(part, measure);
  return [...needed, ...part.rules.deduct.map(({ column }) => column)].filter((column) => !hasColumn(orders.table, orderField(column)));
}

function neededColumns(part: Part, measure: Measure): string[] {
  switch (measure.kind) {
    case 'profit':
      return [part.rules.profitFrom[0]?.column ?? 'purchase'];
    case 'quantity':
      return ['quantity'];
    case 'column':
      return [measure.column];
    default:
      return [];
  }
}

export function exchanged(raw: RawMeasure, rate: Exact): Exact {
  if (isZero(raw.foreign)) return raw.home;
  const foreign = multiply(raw.foreign, rate);
  return isZero(raw.home) ? foreign : add(foreign, raw.home);
}
