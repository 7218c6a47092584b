import type { Exact } from '../../amount/exact';
import { ONE, ZERO, equals, isZero, multiply, negate, trim } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import { quotient } from '../../amount/round';
import { currencyCode } from '../../trade/currency-code';
import { orderAmount, vatDivisor } from '../../trade/orders';
import type { Term } from '../../trade/profit';
import { numberAt, numberColumn, textAt, textColumn } from '../../table/table';
import type { Counted } from '../events';
import type { Expression } from './formula';
import { conclude, figure, minus, named, negated, over, percentage, plus, quoted, stepFigure, times } from './formula';
import type { LinePlace } from './line-place';
import { rowAt } from './line-place';

/** A line's measure in payroll currency as a formula, with what has to be said before it. */
export interface Measured {
  readonly first: readonly string[];
  readonly expression: Expression;
}

const TERMS = new Set(['amount', 'freight', 'insurance', 'middleman', 'bankFee', 'purchase', 'rebate', 'domesticCost', 'otherCost', 'quantity']);

/** The measure's terms with their signs, exchanged, and the part of them that counts with this event. */
export function measuredOf(place: LinePlace, counted: Counted): Measured | undefined {
  const { run, event } = place;
  const { compiled } = run;
  const row = rowAt(place);
  const day = run.events.day[event] ?? 0;
  const terms = compiled.measure.terms(row).filter(({ amount }, index) => index === 0 || !isZero(amount));
  const foreign = terms.filter(({ currency }) => currency === 'order');
  const home = terms.filter(({ currency }) => currency !== 'order');
  const rate = compiled.measure.isMoney && foreign.length > 0 ? compiled.exchange(row, day, counted.receipt?.rate) : ONE;
  if (!rate) return undefined;
  const step = isWhole(counted) ? undefined : stepFigure(counted.before, counted.after);
  const abroad = foreign.length === 0 ? undefined : unit(place, foreign, foreignTerms(place, foreign), rate);
  const fee = compiled.measure.measure.kind === 'received' && counted.receipt ? feeFigure(place, counted.receipt.fee) : undefined;
  const inside = home.map((term) => termFigure(place, term));
  const atRate = (expression: Expression): Expression => (equals(rate, ONE) ? expression : times(expression, figure(rate)));
  if (fee && abroad) {
    const net = minus(step ? times(abroad, step) : abroad, fee);
    const expression = plus(atRate(net), ...inside.map((term) => (step ? times(term, step) : term)));
    return { first: rebateClauses(place, terms), expression };
  }
  const whole = plus(...(abroad ? [atRate(abroad)] : []), ...inside);
  return { first: rebateClauses(place, terms), expression: step ? times(whole, step) : whole };
}

export function isWhole({ before, after }: Counted): boolean {
  return isZero(before.top) && equals(after.top, after.bottom);
}

function foreignTerms(place: LinePlace, terms: readonly Term[]): Expression {
  return plus(...terms.map((term) => termFigure(place, term)));
}

/** A single amount has its currency, or the order it counts, behind it; several are named each, and the currency stands behind them all. */
function unit(place: LinePlace, terms: readonly Term[], expression: Expression, rate: Exact): Expression {
  const { run: { compiled } } = place;
  if (!compiled.measure.isMoney) return expression;
  const { table } = compiled.ledger.orders;
  const written = currencyCode(textAt(textColumn(table, 'currency'), rowAt(place)));
  const code = written === '' ? compiled.payroll : written;
  const [only] = terms;
  if (terms.length === 1 && only) {
    const plain = only.name === 'amount' ? figure(only.amount) : expression;
    return { ...plain, text: `${plain.text} ${code}` };
  }
  return equals(rate, ONE) ? expression : { ...expression, text: `(${expression.text}) ${code}`, kind: 'product' };
}

function termFigure({ run, event, say }: LinePlace, { name, amount }: Term): Expression {
  if (name === 'orders') {
    // An order counts once, with the first of its lines.
    const counts = isZero(exactAt(run.events.credit, event)) ? ZERO : amount;
    return { ...figure(counts), text: `${figure(counts).text} ${say({ code: 'formula.orders' })}` };
  }
  if (TERMS.has(name)) return named(say({ code: `term.${name as 'amount'}` }), amount);
  const deduct = run.compiled.part.rules.deduct.find(({ column }) => column === name);
  if (!deduct || equals(deduct.factor, ONE) || isZero(deduct.factor)) return named(quoted(name), amount);
  const cell = trim(quotient(negate(amount), deduct.factor, { decimals: 12, mode: 'half up' }));
  if (!equals(multiply(cell, deduct.factor), negate(amount))) return named(quoted(name), amount);
  return negated(times(named(quoted(name), cell), percentage(deduct.factor)));
}

/** Where the tax rebate comes from: purchase ÷ (1 + VAT) × rebate rate, at 8 decimals. */
function rebateClauses({ run, event, say }: LinePlace, terms: readonly Term[]): string[] {
  const rebate = terms.find(({ name }) => name === 'rebate');
  const purchase = terms.find(({ name }) => name === 'purchase');
  if (!rebate || !purchase || isZero(rebate.amount)) return [];
  const { table } = run.compiled.ledger.orders;
  const row = run.events.row[event] ?? 0;
  const [vat, share] = [numberAt(numberColumn(table, 'vatRate'), row), numberAt(numberColumn(table, 'rebateRate'), row)];
  const net = over(named(say({ code: 'term.rebate' }), negate(purchase.amount)), figure(vatDivisor(vat)));
  const formula = conclude(times(net, percentage(share)), rebate.amount, { say });
  return formula === '' ? [] : [formula];
}

/** The bank's fee on a receipt, or the line's part of it. */
function feeFigure(place: LinePlace, fee: Exact): Expression | undefined {
  if (isZero(fee)) return undefined;
  const { orders } = place.run.compiled.ledger;
  const row = rowAt(place);
  const amount = numberAt(numberColumn(orders.table, 'amount'), row);
  const whole = orderAmount(orders, orders.orderOf[row] ?? 0);
  const text = named(place.say({ code: 'term.bankFee' }), fee);
  return equals(amount, whole) ? text : over(times(text, figure(amount)), figure(whole));
}
