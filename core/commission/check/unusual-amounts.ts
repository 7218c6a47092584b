import type { Exact } from '../../amount/exact';
import { compare, exactInteger, multiply, sign } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { numberAt, numberColumn, placeOf, textAt, textColumn } from '../../table/table';
import type { Ledger } from '../ledger';

/** So many other amounts tell what is usual. */
const ENOUGH = 3;

/** Amounts of fifty times what is usual for the owner in that currency: two digits too many. */
export function checkUnusualAmounts({ orders }: Ledger): Issue[] {
  const { table } = orders;
  const [owners, currencies, amounts] = [textColumn(table, 'owner'), textColumn(table, 'currency'), numberColumn(table, 'amount')];
  const groups = new Map<number, { row: number; amount: Exact }[]>();
  for (let row = 0; row < table.length; row += 1) {
    const amount = numberAt(amounts, row);
    if (sign(amount) <= 0 || orders.cancelled[row] === 1) continue;
    const key = (owners.codes[row] ?? 0) * 100000 + (currencies.codes[row] ?? 0);
    const known = groups.get(key);
    if (known) known.push({ row, amount });
    else groups.set(key, [{ row, amount }]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length <= ENOUGH) return [];
    const sorted = group.map(({ amount }) => amount).sort(compare);
    const usual = sorted[Math.floor((sorted.length - 1) / 2)];
    if (!usual) return [];
    const far = multiply(usual, exactInteger(50));
    return group
      .filter(({ amount }) => compare(amount, far) >= 0)
      .map(({ row, amount }) => issue('check.unusualAmount', placeOf(table, row, 'amount'), { found: exactToDisplay(amount), name: textAt(owners, row), usual: exactToDisplay(usual) }, 'warning'));
  });
}
