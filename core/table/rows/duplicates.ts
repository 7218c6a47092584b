import type { Cell, RangeSource } from '../cell';
import { isBlankOrZero } from '../cell';
import type { Issue } from '../issue';
import { issue } from '../issue';
import type { TableKind } from '../schema';
import { placer } from './place';

export interface Rows {
  readonly kind: TableKind;
  readonly cells: readonly (readonly Cell[])[];
  /** The row of each within the range, counted from 0. */
  readonly numbers: readonly number[];
  readonly source: RangeSource;
  readonly columns: ReadonlyMap<string, number>;
}

/** Rows that say the same in every cell: an order or a receipt that was entered twice, perhaps. */
export function duplicates({ kind, cells, numbers, source, columns }: Rows): Issue[] {
  const identity = columns.get('order');
  if ((kind !== 'orders' && kind !== 'receipts') || identity === undefined) return [];
  const seen = new Map<string, number>();
  const twins: { readonly row: number; readonly first: number }[] = [];
  cells.forEach((line, index) => {
    if (isBlankOrZero(line[identity])) return;
    const key = keyOf(line);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else twins.push({ row: index, first });
  });
  const [twin] = twins;
  if (!twin) return [];
  const place = placer(source);
  const [own, other] = [place(numbers[twin.row] ?? 0), place(numbers[twin.first] ?? 0)];
  const sheet = other.origin && own.origin && other.origin.sheet !== own.origin.sheet ? `${other.origin.sheet}!` : '';
  return [issue('rows.same', { table: kind, row: own.number, column: identity, ...(own.origin && { origin: own.origin }) }, { first: `${sheet}${(other.origin?.row ?? 1) + other.number - 1}`, count: twins.length }, 'warning')];
}

function keyOf(line: readonly Cell[]): string {
  let key = '';
  let last = line.length;
  while (last > 0 && isBlankOrZero(line[last - 1])) last -= 1;
  for (let column = 0; column < last; column += 1) key += `${String(line[column] ?? '')}\u0000`;
  return key;
}
