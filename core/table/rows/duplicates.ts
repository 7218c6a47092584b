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
  const seen = new Map<Cell, number[]>();
  const twins: { readonly row: number; readonly first: number }[] = [];
  cells.forEach((line, index) => {
    const name = line[identity];
    if (isBlankOrZero(name)) return;
    const others = seen.get(name);
    if (!others) {
      seen.set(name, [index]);
      return;
    }
    const first = others.find((other) => isSame(cells[other] ?? [], line));
    if (first !== undefined) twins.push({ row: index, first });
    else if (others.length < MOST_LINES) others.push(index);
  });
  const [twin] = twins;
  if (!twin) return [];
  const place = placer(source);
  const [own, other] = [place(numbers[twin.row] ?? 0), place(numbers[twin.first] ?? 0)];
  const sheet = other.origin && own.origin && other.origin.sheet !== own.origin.sheet ? `${other.origin.sheet}!` : '';
  return [issue('rows.same', { table: kind, row: own.number, column: identity, ...(own.origin && { origin: own.origin }) }, { first: `${sheet}${(other.origin?.row ?? 1) + other.number - 1}`, count: twins.length }, 'warning')];
}

/** An order of more different lines is compared with the first of them only. */
const MOST_LINES = 100;

function isSame(one: readonly Cell[], other: readonly Cell[]): boolean {
  const width = Math.max(one.length, other.length);
  for (let column = 0; column < width; column += 1) {
    const [a, b] = [one[column], other[column]];
    if (a !== b && !(isBlankOrZero(a) && isBlankOrZero(b))) return false;
  }
  return true;
}
