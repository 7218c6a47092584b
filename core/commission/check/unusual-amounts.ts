import type { Exact } from '../../amount/exact';
import { compare, exactInteger, multiply, sign } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { numberAt, numberColumn, placeOf, textAt, textColumn } from '../../table/table';
import type { Ledger } from '../ledger';

interface Sale {
  readonly row: number;
  readonly owner: number;
  readonly currency: number;
  readonly amount: Exact;
}

/** An amount of fifty times what is usual for the owner in that currency, or of a hundred times where little is known: two digits too many. */
export function checkUnusualAmounts({ orders }: Ledger): Issue[] {
  const { table } = orders;
  const [owners, currencies, amounts] = [textColumn(table, 'owner'), textColumn(table, 'currency'), numberColumn(table, 'amount')];
  const sales: Sale[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const amount = numberAt(amounts, row);
    if (sign(amount) > 0 && orders.cancelled[row] !== 1) sales.push({ row, owner: owners.codes[row] ?? 0, currency: currencies.codes[row] ?? 0, amount });
  }
  const ofAll = new Map([...grouped(sales, ({ currency }) => currency)].map(([currency, group]) => [currency, usualOf(group)?.amount]));
  return [...grouped(sales, ({ owner, currency }) => owner * 100000 + currency).values()].flatMap((group) => {
    const own = usualOf(group);
    const all = ofAll.get(group[0]?.currency ?? 0);
    return group.flatMap(({ row, amount }): Issue[] => {
      const known = own ?? (all && { amount: all, times: 100 });
      if (!known || compare(amount, multiply(known.amount, exactInteger(known.times))) < 0) return [];
      const params = { found: exactToDisplay(amount), times: known.times, usual: exactToDisplay(known.amount) };
      const at = placeOf(table, row, 'amount');
      return [own ? issue('check.unusualAmount', at, { ...params, name: textAt(owners, row) }, 'warning') : issue('check.unusualForAll', at, params, 'warning')];
    });
  });
}

function grouped(sales: readonly Sale[], keyOf: (sale: Sale) => number): Map<number, Sale[]> {
  const groups = new Map<number, Sale[]>();
  for (const sale of sales) {
    const known = groups.get(keyOf(sale));
    if (known) known.push(sale);
    else groups.set(keyOf(sale), [sale]);
  }
  return groups;
}

/** The middle amount, and how many times it is too much: a hundred, where only two others tell. */
function usualOf(group: readonly Sale[]): { readonly amount: Exact; readonly times: number } | undefined {
  if (group.length < 3) return undefined;
  const sorted = group.map(({ amount }) => amount).sort(compare);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return middle && { amount: middle, times: group.length === 3 ? 100 : 50 };
}
