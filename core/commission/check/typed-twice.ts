import type { Exact } from '../../amount/exact';
import { add, compare, sign, subtract, sum } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { NO_DAY, dayColumn, numberAt, numberColumn, placeOf, textAt, textColumn } from '../../table/table';
import { orderAmount } from '../../trade/orders';
import type { Ledger } from '../ledger';
import { moneyText } from './context';

/** Orders and receipts that stand in the workbook twice, and receipts beyond their order. */
export function checkTypedTwice(ledger: Ledger): Issue[] {
  return [...ordersTwice(ledger), ...receiptsTwice(ledger), ...overpaid(ledger)];
}

/** What two rows of one sale have in common, whatever their numbers. */
const SALE_FIELDS = ['customer', 'product', 'project', 'owner', 'currency'] as const;

/** The same order without line numbers, or the same sale of one day under two numbers. */
function ordersTwice({ orders }: Ledger): Issue[] {
  const { table } = orders;
  const { days } = dayColumn(table, 'orderDate');
  const [amounts, quantities] = [numberColumn(table, 'amount'), numberColumn(table, 'quantity')];
  const columns = SALE_FIELDS.map((field) => textColumn(table, field));
  const customers = textColumn(table, 'customer');
  const seen = new Map<string, number>();
  const found: Issue[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const [amount, day = NO_DAY] = [numberAt(amounts, row), days[row]];
    if (sign(amount) <= 0 || day === NO_DAY || orders.cancelled[row] === 1 || orders.reverses.codes[row] !== 0) continue;
    const key = `${day} ${textOf(amount)} ${textOf(numberAt(quantities, row))} ${columns.map(({ codes }) => codes[row] ?? 0).join(' ')}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row);
      continue;
    }
    const sameOrder = orders.orderOf[first] === orders.orderOf[row];
    const params = { first: table.rowNumbers[first] ?? 0, amount: moneyText(amount) };
    if (sameOrder && textAt(orders.lines, row) === '') found.push(issue('check.orderTwice', placeOf(table, row, 'order'), params, 'warning'));
    else if (!sameOrder && textAt(customers, row) !== '') found.push(issue('check.saleTwice', placeOf(table, row, 'order'), params, 'note'));
  }
  return found;
}

/** Cells of one sheet write an amount in one way, so that its digits are enough to compare it by. */
function textOf({ units, scale }: Exact): string {
  return `${units}e${scale}`;
}

/** The same money on the same day: a slip for certain where the order is thereby overpaid. */
function receiptsTwice({ receipts, orders, tables }: Ledger): Issue[] {
  const table = tables.get('receipts');
  if (!receipts || !table) return [];
  const [names, amounts, { days }] = [textColumn(table, 'order'), numberColumn(table, 'amount'), dayColumn(table, 'date')];
  const keys = names.values.map(matchKey);
  const seen = new Map<string, number>();
  const found: Issue[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const [amount, day = NO_DAY] = [numberAt(amounts, row), days[row]];
    const order = orders.byKey.get(keys[names.codes[row] ?? 0] ?? '');
    if (sign(amount) <= 0 || day === NO_DAY || order === undefined) continue;
    const key = `${order} ${day} ${textOf(amount)}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row);
      continue;
    }
    const paid = sum((receipts.byOrder.get(order) ?? []).map((one) => add(one.amount, one.fee)));
    const isOver = compare(paid, orderAmount(orders, order)) > 0;
    found.push(issue('check.receiptTwice', placeOf(table, row, 'amount'), { first: table.rowNumbers[first] ?? 0, order: textAt(names, row), amount: moneyText(amount) }, isOver ? 'warning' : 'note'));
  }
  return found;
}

function overpaid({ receipts, orders }: Ledger): Issue[] {
  if (!receipts) return [];
  return [...receipts.byOrder].flatMap(([order, list]) => {
    const paid = sum(list.map(({ amount, fee }) => add(amount, fee)));
    const over = subtract(paid, orderAmount(orders, order));
    const last = list[list.length - 1];
    if (sign(over) <= 0 || sign(paid) <= 0 || !last) return [];
    const index = receipts.table.rowNumbers.length > last.row ? last.row : 0;
    return [issue('check.overpaid', placeOf(receipts.table, index, 'amount'), { order: orders.orderNames[order] ?? '', amount: exactToDisplay(over, 2) }, 'warning')];
  });
}
