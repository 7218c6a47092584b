import type { Cell, Head, Merge, RangeSource } from '../cell';
import { isBlank } from '../cell';
import type { Issue } from '../issue';
import { issue } from '../issue';
import type { TableKind } from '../schema';
import { fieldsOf } from '../schema';
import type { FieldType } from '../schemas/table-schema';

export interface ToFill {
  readonly kind: TableKind;
  readonly source: RangeSource;
  readonly head: Head;
  readonly columns: ReadonlyMap<string, number>;
}

export interface Filled {
  readonly rows: readonly (readonly Cell[])[];
  /** Rows in which a merged amount of a row above stands: their own is not missing. */
  readonly amounts: ReadonlySet<number>;
  readonly notes: readonly Issue[];
}

/**
 * What merged cells mean, the same in every host: what names a row (order, date, person, team, customer) holds for
 * each of its rows; a number counts once, in the first.
 */
export function filledMerges({ kind, source, head, columns }: ToFill): Filled {
  const below = (source.merges ?? []).filter(({ row, rows }) => row > head.row && row < source.cells.length && rows > 0);
  if (below.length === 0) return { rows: source.cells, amounts: new Set(), notes: [] };
  const rows = source.cells.slice();
  const types = typesByColumn(kind, columns);
  const [amounts, counted]: [Set<number>, Merge[]] = [new Set(), []];
  for (const merge of below) {
    const value = source.cells[merge.row]?.[merge.column];
    const isFilled = merge.rows > 1 && holdsForEach(types.get(merge.column), value);
    if (!isFilled && merge.rows > 1 && typeof value === 'number') counted.push(merge);
    const last = Math.min(merge.row + merge.rows, rows.length);
    for (let row = merge.row; row < last; row += 1) {
      const line = [...(rows[row] ?? [])];
      for (let column = merge.column; column < merge.column + merge.columns && column < Math.max(line.length, merge.column + 1); column += 1) {
        if (row > merge.row || column > merge.column) line[column] = isFilled && column === merge.column ? value : null;
      }
      rows[row] = Array.from(line, (cell) => cell ?? null);
      if (row > merge.row && !isFilled && !isBlank(value)) amounts.add(row);
    }
  }
  return { rows, amounts, notes: amountNote({ kind, source, head, columns }, counted) };
}

function typesByColumn(kind: TableKind, columns: ReadonlyMap<string, number>): ReadonlyMap<number, FieldType | 'line'> {
  return new Map(fieldsOf(kind).flatMap(({ key, type }) => {
    const column = columns.get(key);
    return column === undefined ? [] : [[column, key === 'line' ? 'line' : type] as const];
  }));
}

/** A name or a date holds for every row of its merged cells; a further column's does where it is text. */
function holdsForEach(type: FieldType | 'line' | undefined, value: Cell): boolean {
  if (type === 'text' || type === 'date' || type === 'period') return true;
  return type === undefined && typeof value === 'string';
}

function amountNote({ kind, source, head }: ToFill, counted: readonly Merge[]): Issue[] {
  const [first] = counted;
  if (!first) return [];
  const at = { table: kind, row: first.row + 1, column: first.column, header: head.texts[first.column] ?? '', ...(source.origin && { origin: source.origin }) };
  return [issue('merge.amount', at, { count: counted.length }, 'note')];
}
