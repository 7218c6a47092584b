import { ONE, ZERO, add, multiply, negate } from '../amount/exact';
import type { Part } from '../rules/plan';
import type { Measure } from '../rules/words/measure';
import { hasColumn, numberAt, numberColumn } from '../table/table';
import type { MoneyColumn, Orders } from '../trade/orders';
import { kindOfColumn } from '../trade/column-kind';
import { currencyOfColumn, moneyAt, moneyColumn } from '../trade/orders';
import type { RawMeasure, Term } from '../trade/profit';
import { orderField, profitReader, profitTerms } from '../trade/profit';

/** How the measure of a part is read from an order row. `received` and `orders` depend on more than the row. */
export interface MeasureReader {
  readonly measure: Measure;
  /** Whether the measure is money, and so may need an exchange rate. */
  readonly isMoney: boolean;
  readonly terms: (row: number) => Term[];
  readonly read: (row: number) => RawMeasure;
}

/** Compiles a measure over the orders: revenue, profit, quantity, or a column, less what the part deducts. */
export function measureReader(orders: Orders, measure: Measure, part: Part): MeasureReader {
  const isMoney = isMoneyMeasure(orders, measure);
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
  if (deducts.length === 0 && measure.kind === 'profit' && part.rules.profitFrom.length === 0) return { measure, isMoney, terms, read: profitReader(orders) };
  return { measure, isMoney, terms, read: (row) => addTerms(terms(row)) };
}

/** Quantity and orders are counts; of a column its row says which, or its header and first cells do. */
function isMoneyMeasure({ table }: Orders, measure: Measure): boolean {
  if (measure.kind === 'quantity' || measure.kind === 'orders') return false;
  return measure.kind !== 'column' || (measure.as ?? kindOfColumn(table, orderField(measure.column))) === 'money';
}

function fastRevenue(amounts: MoneyColumn): (row: number) => RawMeasure {
  return (row) => ({ foreign: numberAt(amounts.numbers, row), home: ZERO });
}

function fastQuantity(orders: Orders): (row: number) => RawMeasure {
  const quantities = numberColumn(orders.table, 'quantity');
  return (row) => ({ foreign: ZERO, home: numberAt(quantities, row) });
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
      return typed ? columnTerm(orders, orderField(typed.column), true) : profitTerms(orders);
    }
    case 'quantity': {
      const quantities = numberColumn(orders.table, 'quantity');
      return (row) => [{ name: 'quantity', amount: numberAt(quantities, row), currency: 'none' }];
    }
    case 'orders':
      return () => [{ name: 'orders', amount: ONE, currency: 'none' }];
    case 'column':
      return columnTerm(orders, orderField(measure.column), isMoneyMeasure(orders, measure));
  }
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

function columnTerm(orders: Orders, field: string, isMoney: boolean): (row: number) => Term[] {
  const column = moneyColumn(orders.table, field);
  const amounts = moneyColumn(orders.table, 'amount');
  const currency = isMoney ? currencyOfColumn(field) : 'none';
  return (row) => [{ name: field, amount: moneyAt(column, row, moneyAt(amounts, row, ZERO)), currency }];
}
