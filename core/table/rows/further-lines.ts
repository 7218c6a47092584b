import type { Cell } from '../cell';
import { cellText, isBlankOrZero, matchKey } from '../cell';
import type { TableKind } from '../schema';
import { fieldsOf } from '../schema';

/** What each line of an order has for itself. */
const OWN: ReadonlySet<string> = new Set(['line', 'product', 'reverses']);
const DATES = ['orderDate', 'shipDate', 'invoiceDate', 'receivedDate', 'promisedDate'];

/** A row that goes on with the order of the row above it, filled with what names that order; undefined for any other row. */
export type FurtherLine = (line: readonly Cell[], above: readonly Cell[] | undefined) => readonly Cell[] | undefined;

/**
 * Systems write an order's number, date, customer and owner once, above its lines. A row is such a line where all of
 * these are blank (or the number is the same again) and anything else stands in it. Amounts count where they stand.
 */
export function furtherLines(kind: TableKind, columns: ReadonlyMap<string, number>): FurtherLine {
  const order = columns.get('order');
  if (kind !== 'orders' || order === undefined) return () => undefined;
  const at = (fields: readonly string[]): number[] => fields.flatMap((field) => columns.get(field) ?? []);
  const types = new Map(fieldsOf(kind).flatMap(({ key, type }) => at([key]).map((column) => [column, type] as const)));
  const own = new Set(at([...OWN]));
  const [blank, perhaps] = [at([...DATES, 'owner']), at(['order', 'customer', 'country', 'currency'])];
  const isFilledDown = (column: number, cell: Cell): boolean => !own.has(column) && (types.get(column) === 'date' || column === columns.get('rate') || (types.get(column) !== 'number' && typeof cell === 'string'));
  return (line, above) => {
    if (!above || blank.some((column) => !isBlankOrZero(line[column]))) return undefined;
    if (perhaps.some((column) => !isBlankOrZero(line[column]) && !isSame(line[column], above[column]))) return undefined;
    if (!blank.some((column) => !isBlankOrZero(above[column])) || line.every((cell, column) => perhaps.includes(column) || isBlankOrZero(cell))) return undefined;
    return Array.from({ length: Math.max(line.length, above.length) }, (_, column) => (isBlankOrZero(line[column]) && isFilledDown(column, above[column]) ? above[column] : line[column]));
  };
}

function isSame(one: Cell, other: Cell): boolean {
  return one === other || matchKey(cellText(one)) === matchKey(cellText(other));
}
