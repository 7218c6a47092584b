import type { Exact } from '../amount/exact';
import { exactOf, multiply } from '../amount/exact';
import type { Cell } from './cell';
import type { Day, DayFault, DayStyle } from './day';
import { civilOf, readDay } from './day';
import { headerWords } from './header-text';
import { isNoValue } from './no-value';
import type { NumberFault } from './number-cell';
import { isNumberFault, numberStyle, readNumber } from './number-cell';
import { plainText } from './cell';
import type { TableKind } from './schema';
import { typedDate } from './typed-date';

/** What of a table its columns are read by. */
interface Cells {
  readonly kind: TableKind;
  readonly headers: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly serialShift: number;
}

/** Columns whose header may say that a bare number is a percentage. */
const WITH_PERCENT: ReadonlySet<TableKind> = new Set(['orders', 'receipts', 'contributions', 'people']);
const HUNDREDTH = exactOf(1, 2);

/** Reads the numbers of a column as the column writes them: its decimals, and what its header says of them. */
export function cellNumbers(table: Cells, column: number, field: string): (cell: Cell) => Exact | 'blank' | 'no value' | NumberFault {
  const known = new Map<string, ReturnType<typeof readNumber>>();
  const style = numberStyle(cellsOf(table, column));
  const { factor, isPercent } = headerWords(table.headers[column] ?? '');
  const scale = factor ?? (isPercent && field !== 'weight' && WITH_PERCENT.has(table.kind) ? HUNDREDTH : undefined);
  return (cell) => {
    if (isNoValue(cell)) return 'no value';
    const reading = typeof cell === 'string' ? (known.get(cell) ?? readNumber(cell, style)) : readNumber(cell);
    if (typeof cell === 'string') known.set(cell, reading);
    if (!scale || reading === 'blank' || isNumberFault(reading) || isWritten(cell, factor !== undefined)) return reading;
    return multiply(reading, scale);
  };
}

/** Whether a cell writes its own unit, which then counts instead of the header's. */
function isWritten(cell: Cell, isFactor: boolean): boolean {
  return typeof cell === 'string' && (isFactor ? /[万萬亿k]\s*元?$/i : /[%％]\s*$/).test(cell);
}

function* cellsOf({ cells }: Cells, column: number): Iterable<Cell> {
  for (const row of cells) if (typeof row[column] === 'string') yield row[column];
}

/** The days of a column, and the year that dates without one were given. */
export interface CellDays {
  readonly day: (cell: Cell) => Day | 'blank' | 'no value' | DayFault;
  readonly yearTaken: { readonly year: number; readonly cells: ReadonlySet<Cell> } | undefined;
}

/** Reads the dates of a column: its other cells say which of 03/02/2026 is the day, and the year of a date without one. */
export function cellDays(table: Cells, column: number): CellDays {
  const { style, yearless } = styleOf(table, column);
  const known = new Map<Cell, ReturnType<CellDays['day']>>();
  return {
    day: (cell) => {
      const found = known.get(cell);
      if (found !== undefined) return found;
      const made = isNoValue(cell) ? 'no value' : readDay(shifted(table, cell), style);
      known.set(cell, made);
      return made;
    },
    yearTaken: style.year !== undefined && yearless.size > 0 ? { year: style.year, cells: yearless } : undefined,
  };
}

function styleOf(table: Cells, column: number): { readonly style: DayStyle; readonly yearless: ReadonlySet<Cell> } {
  const said = headerWords(table.headers[column] ?? '').dateOrder;
  const [yearless, years]: [Set<Cell>, Set<number>] = [new Set(), new Set()];
  let [dayFirst, monthFirst] = [false, false];
  const seen = new Set<Cell>();
  for (const row of table.cells) {
    const cell = row[column];
    if (seen.has(cell)) continue;
    seen.add(cell);
    const parts = typeof cell === 'string' ? typedDate(plainText(cell)) : undefined;
    if (parts && 'first' in parts) {
      dayFirst ||= parts.first > 12;
      monthFirst ||= parts.second > 12;
    } else if (parts && 'month' in parts && parts.year === undefined) yearless.add(cell);
    const day = readDay(shifted(table, cell));
    if (typeof day === 'number') years.add(civilOf(day).year);
  }
  const seenOrder = dayFirst ? 'day first' : 'month first';
  const order = said ?? (dayFirst === monthFirst ? undefined : seenOrder);
  const [year] = years;
  return { style: { ...(order && { order }), ...(years.size === 1 && year !== undefined && { year }) }, yearless };
}

/** A date's serial in the 1900 system. Small numbers are no serials of the last hundred years: they may be years. */
export function shifted({ serialShift }: Pick<Cells, 'serialShift'>, cell: Cell): Cell {
  return typeof cell === 'number' && serialShift !== 0 && cell > LAST_YEAR ? cell + serialShift : cell;
}

const LAST_YEAR = 2200;
