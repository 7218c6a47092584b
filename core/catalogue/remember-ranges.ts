import type { Range } from '../table/cell';

interface Remembered<Value> {
  range: Range;
  readonly cells: Range;
  readonly key: string;
  readonly value: Value;
}

/**
 * Remembers what was made of the last few ranges, so that a column of formulas over one table reads it once. A range
 * is known again by identity, else cell by cell. What is made must depend on the range and the key alone.
 */
export function rememberRanges<Value>(most: number): (range: Range, key: string, make: () => Value) => Value {
  const known: Remembered<Value>[] = [];
  return (range, key, make) => {
    const found = known.find((one) => one.key === key && (one.range === range || sameCells(one.cells, range)));
    if (found) {
      found.range = range;
      return found.value;
    }
    const value = make();
    known.unshift({ range, cells: range.map((row) => [...row]), key, value });
    known.splice(most);
    return value;
  };
}

function sameCells(a: Range, b: Range): boolean {
  if (a.length !== b.length) return false;
  for (let row = 0; row < a.length; row += 1) {
    const [one, other] = [a[row] ?? [], b[row] ?? []];
    if (one.length !== other.length) return false;
    for (let column = 0; column < one.length; column += 1) if (!Object.is(one[column], other[column])) return false;
  }
  return true;
}
