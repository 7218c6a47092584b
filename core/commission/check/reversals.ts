import type { Exact } from '../../amount/exact';
import { ZERO, compare, negate, sign, subtract, sum } from '../../amount/exact';
import type { IssueCode, Params } from '../../locale/message';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { numberAt, numberColumn, placeOf, textAt } from '../../table/table';
import { reversalsOf } from '../../trade/reversals';
import { refundsAtOriginal } from '../../rules/plan';
import type { CheckContext } from './context';
import { moneyText } from './context';

/**
 * Orders that are cancelled and reversed as well, and orders of which more is reversed than there was, where refunds
 * count at the current rate. At the original rate a run tells the same of its rows.
 */
export function checkReversals({ ledger: { orders }, ran }: CheckContext): Issue[] {
  if (ran.every(({ part }) => refundsAtOriginal(part))) return [];
  const { table } = orders;
  const amounts = numberColumn(table, 'amount');
  const { list, faults } = reversalsOf(orders);
  const told = (code: IssueCode, row: number, params: Params): Issue => issue(code, placeOf(table, row, 'reverses'), { order: textAt(orders.reverses, row), ...params }, 'warning');
  const cancelled = [...faults].flatMap(([row, { code }]) => (code === 'reversal.ofCancelled' ? [told('check.reversedCancelled', row, { amount: moneyText(negate(numberAt(amounts, row))) })] : []));
  const back = new Map<string, { targets: readonly number[]; amount: Exact; row: number }>();
  for (const { row, targets } of list) {
    const key = targets.join(' ');
    back.set(key, { targets, amount: subtract(back.get(key)?.amount ?? ZERO, numberAt(amounts, row)), row });
  }
  const more = [...back.values()].flatMap(({ targets, amount, row }) => {
    const sold = sum(targets.map((target) => numberAt(amounts, target)));
    return sign(sold) <= 0 || compare(amount, sold) <= 0 ? [] : [told('check.reversedMore', row, { amount: moneyText(amount), sold: moneyText(sold) })];
  });
  return [...cancelled, ...more];
}
