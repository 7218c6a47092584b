import type { Exact } from '../amount/exact';
import { ZERO, add, isZero, multiply, negate, subtract } from '../amount/exact';
import { quotient } from '../amount/round';
import { matchKey } from '../table/cell';
import { fieldOfHeader } from '../table/schema';
import { numberAt, numberColumn, textColumn } from '../table/table';
import type { MoneyColumn, Orders } from './orders';
import { moneyAt, moneyColumn, termIncludes, vatDivisor } from './orders';

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

/** The field of the orders a column name stands for: a known field's key, or the header as matched. */
export function orderField(name: string): string {
  return fieldOfHeader('orders', name) ?? matchKey(name);
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
export function profitTerms(orders: Orders): (row: number) => Term[] {
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

/** The sum of `profitTerms` without a list of terms for every line; both read the same columns. */
export function profitReader(orders: Orders): (row: number) => RawMeasure {
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

export function exchanged(raw: RawMeasure, rate: Exact): Exact {
  if (isZero(raw.foreign)) return raw.home;
  const foreign = multiply(raw.foreign, rate);
  return isZero(raw.home) ? foreign : add(foreign, raw.home);
}
