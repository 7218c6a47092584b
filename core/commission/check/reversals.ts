import type { Exact } from '../../amount/exact';
import { ZERO, add, compare, negate, sign } from '../../amount/exact';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { numberAt, numberColumn, placeOf, textAt } from '../../table/table';
import { reversedRows } from '../../trade/orders';
import { refundsAtOriginal } from '../../rules/plan';
import type { CheckContext } from './context';
import { moneyText } from './context';

/**
 * Orders that are cancelled and reversed as well, and orders of which more is reversed than there was, where refunds
 * count at the current rate. At the original rate a run tells the same of its rows.
 */
export function checkReversals({ ledger: { orders }, ran }: CheckContext): Issue[] {
  const { table } = orders;
  const amounts = numberColumn(table, 'amount');
  if (ran.every(({ part }) => refundsAtOriginal(part))) return [];
  const back = new Map<string, { targets: readonly number[]; amount: Exact; row: number }>();
  const found: Issue[] = [];
  for (let row = 0; row < table.length; row += 1) {
    if (orders.reverses.codes[row] === 0 || orders.cancelled[row] === 1) continue;
    const targets = (reversedRows(orders, row) ?? []).filter((target) => target !== row);
    const amount = numberAt(amounts, row);
    if (targets.length === 0 || sign(amount) > 0) continue;
    const params = { order: textAt(orders.reverses, row), amount: moneyText(negate(amount)) };
    if (targets.every((target) => orders.cancelled[target] === 1)) {
      found.push(issue('check.reversedCancelled', placeOf(table, row, 'reverses'), params, 'warning'));
      continue;
    }
    const key = targets.join(' ');
    const known = back.get(key);
    back.set(key, { targets, amount: add(known?.amount ?? ZERO, negate(amount)), row });
  }
  for (const { targets, amount, row } of back.values()) {
    const sold = targets.reduce((total, target) => (orders.cancelled[target] === 1 || orders.reverses.codes[target] !== 0 ? total : add(total, numberAt(amounts, target))), ZERO);
    if (sign(sold) <= 0 || compare(amount, sold) <= 0) continue;
    found.push(issue('check.reversedMore', placeOf(table, row, 'reverses'), { order: textAt(orders.reverses, row), amount: moneyText(amount), sold: moneyText(sold) }, 'warning'));
  }
  return found;
}
