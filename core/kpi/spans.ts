import type { Day } from '../table/day';
import type { Table } from '../table/table';
import { faultRow } from '../table/table';

/** A row that holds for some months, perhaps only from a day on. */
export interface SpanRow {
  readonly first: number;
  readonly last: number;
  readonly effective: Day | undefined;
  readonly row: number;
}

/** The months of a row without a period: it holds for all of them. */
export const ALL_MONTHS = { first: 0, last: 9999 * 12 };

/** The rows about one person and indicator, by the months they are for. */
export interface Spans<Row extends SpanRow> {
  readonly rows: readonly Row[];
  /** The lengths in months that occur, longest first. */
  readonly lengths: readonly number[];
  readonly bySpan: ReadonlyMap<number, readonly Row[]>;
}

const LONGEST = 10000;

export function spansOf<Row extends SpanRow>(rows: readonly Row[]): Spans<Row> {
  const bySpan = new Map<number, Row[]>();
  for (const row of rows) {
    const key = row.first * LONGEST + (row.last - row.first);
    const known = bySpan.get(key);
    if (known) known.push(row);
    else bySpan.set(key, [row]);
  }
  for (const list of bySpan.values()) list.sort((a, b) => (b.effective ?? -Infinity) - (a.effective ?? -Infinity) || a.row - b.row);
  const lengths = [...new Set(rows.map(({ first, last }) => last - first))].sort((a, b) => b - a);
  return { rows, lengths, bySpan };
}

/** What covers some months: pieces one after another, and the months that nothing covers. */
export interface Cover<Row extends SpanRow> {
  readonly pieces: readonly Row[];
  readonly missing: readonly number[];
}

/** Covers months with the longest rows that fit, as of a day: a quarter's own row comes before its months. */
export function coverMonths<Row extends SpanRow>(spans: Spans<Row> | undefined, firstMonth: number, lastMonth: number, asOf: Day, usable: (row: Row) => boolean = () => true): Cover<Row> {
  const pieces: Row[] = [];
  const missing: number[] = [];
  for (let month = firstMonth; month <= lastMonth; ) {
    const piece = spans && pieceAt(spans, month, lastMonth, asOf, usable);
    if (piece) pieces.push(piece);
    else missing.push(month);
    month = (piece?.last ?? month) + 1;
  }
  return { pieces, missing };
}

/** A row, and the months of it that count. */
export interface CountedRow<Row extends SpanRow> {
  readonly row: Row;
  readonly months: readonly number[];
}

/** Covers a period as above, and keeps what has to do with the months that count. */
export function coverCounted<Row extends SpanRow>(spans: Spans<Row> | undefined, period: { readonly firstMonth: number; readonly lastMonth: number; readonly last: Day }, months: readonly number[], usable?: (row: Row) => boolean): { readonly pieces: readonly CountedRow<Row>[]; readonly missing: readonly number[] } {
  const { pieces, missing } = coverMonths(spans, period.firstMonth, period.lastMonth, period.last, usable);
  const counted = pieces.map((row) => ({ row, months: months.filter((month) => month >= row.first && month <= row.last) }));
  return { pieces: counted.filter((piece) => piece.months.length > 0), missing: missing.filter((month) => months.includes(month)) };
}

function pieceAt<Row extends SpanRow>(spans: Spans<Row>, month: number, lastMonth: number, asOf: Day, usable: (row: Row) => boolean): Row | undefined {
  for (const length of spans.lengths) {
    if (month + length > lastMonth) continue;
    const found = spans.bySpan.get(month * LONGEST + length)?.find((row) => (row.effective === undefined || row.effective <= asOf) && usable(row));
    if (found) return found;
  }
  return undefined;
}

/**
 * Points out rows for the same months from the same day on (the first stays), and rows whose months overlap without
 * one lying inside the other: it cannot be told how they add up.
 */
export function withoutClashes<Row extends SpanRow>(table: Table, rows: readonly Row[]): Row[] {
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.first} ${row.last} ${row.effective ?? ''}`;
    const twin = seen.get(key);
    if (twin) faultRow(table, row.row, 'period', { code: 'row.twice', params: { first: table.rowNumbers[twin.row] ?? 0 } });
    else seen.set(key, row);
  }
  const kept = [...seen.values()];
  const broken = new Set<Row>();
  for (const [row, other] of overlapping(kept.filter(({ first }) => first > ALL_MONTHS.first))) {
    faultRow(table, other.row, 'period', { code: 'kpi.periodsOverlap', params: { first: table.rowNumbers[row.row] ?? 0 } });
    broken.add(other);
  }
  return kept.filter((row) => !broken.has(row));
}

/** Pairs of rows of which neither lies inside the other. */
function overlapping<Row extends SpanRow>(rows: readonly Row[]): (readonly [Row, Row])[] {
  const sorted = [...rows].sort((a, b) => a.first - b.first || b.last - a.last);
  const found: [Row, Row][] = [];
  sorted.forEach((row, index) => {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || other.first > row.last) break;
      if (other.first > row.first && other.last > row.last) found.push([row, other]);
    }
  });
  return found;
}
