import type { Head, Merge, RangeSource } from '../cell';
import { cellText, isBlankOrZero } from '../cell';
import { MOST_ROWS_ABOVE, filledRows, headsAt } from '../rows/head';
import type { Known } from './kind';

/** A table on a sheet: what it is, and its cells from the header on. */
export interface Region {
  readonly known: Known;
  readonly source: RangeSource;
}

/** What some headers are. */
export type Classify = (headers: readonly string[], title: string) => Known | undefined;

/** The tables of a sheet, beside or below one another, and the cells beside them that are none. */
export function regionsOf(sheet: RangeSource, classify: Classify): { readonly regions: readonly Region[]; readonly beside: readonly RangeSource[] } {
  const regions: Region[] = [];
  const beside: RangeSource[] = [];
  search(sheet, classify, regions, beside);
  return { regions, beside };
}

function search(sheet: RangeSource, classify: Classify, regions: Region[], beside: RangeSource[]): void {
  const found = firstIn(sheet, classify);
  if (!found) return;
  const spans = spansOf(sheet, found.head);
  const known = spans.map((span) => classify(textsIn(found.head, span), ''));
  if (spans.length < 2 || known.every((one) => !one)) {
    take(sheet, hull(spans), found, classify, regions);
    return;
  }
  for (const { span, own } of together(sheet, found.head, spans, known)) {
    const part = cut(sheet, found.head.row - (found.rows - 1), sheet.cells.length, span);
    const head = own ? firstIn(part, classify) : undefined;
    if (head) take(part, hull(spansOf(part, head.head)), head, classify, regions);
    else beside.push(part);
  }
}

function firstIn(sheet: RangeSource, classify: Classify): Found | undefined {
  return firstHead(sheet, filledRows(sheet.cells, 0, MOST_ROWS_ABOVE), classify);
}

function hull(spans: readonly Span[]): Span {
  return { first: spans[0]?.first ?? 0, last: spans[spans.length - 1]?.last ?? 0 };
}

interface Found {
  readonly head: Head;
  readonly known: Known;
  /** How many rows the header has. */
  readonly rows: number;
}

function firstHead(sheet: RangeSource, rows: readonly number[], classify: Classify): Found | undefined {
  const title = cellText(sheet.cells[rows[0] ?? 0]?.find((cell) => !isBlankOrZero(cell)));
  for (const row of rows) {
    const options = headsAt(sheet, row).flatMap((head): Found[] => {
      const known = classify(head.texts, row === rows[0] ? '' : title) ?? spansOf(sheet, head).map((span) => classify(textsIn(head, span), title)).find((one) => one);
      return known ? [{ head, known, rows: head.row - row + 1 }] : [];
    });
    const best = options.reduce<Found | undefined>((one, other) => (!one || other.known.score > one.known.score ? other : one), undefined);
    const below = best?.rows === 1 ? undefined : best;
    if (best) return below ?? best;
  }
  return undefined;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

function textsIn({ texts }: Head, { first, last }: Span): string[] {
  return texts.slice(first, last + 1);
}

const LOOKED_AT = 30;

/** The runs of columns that have headers; a column without a header parts them where nothing stands in it. */
function spansOf({ cells }: RangeSource, { row, texts }: Head): Span[] {
  const spans: Span[] = [];
  let [first, last] = [-1, -1];
  texts.forEach((text, column) => {
    if (text === '') return;
    const isParted = first >= 0 && column > last + 1 && range(last + 1, column).some((between) => isEmptyColumn(cells, row, between));
    if (isParted) spans.push({ first, last });
    if (first < 0 || isParted) first = column;
    last = column;
  });
  return first < 0 ? spans : [...spans, { first, last }];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function isEmptyColumn(cells: RangeSource['cells'], head: number, column: number): boolean {
  for (let row = head + 1; row < cells.length && row <= head + LOOKED_AT; row += 1) if (!isBlankOrZero(cells[row]?.[column])) return false;
  return true;
}

/** Columns beside a known table belong to it where they end with it, and are no table themselves. */
function together(sheet: RangeSource, head: Head, spans: readonly Span[], known: readonly (Known | undefined)[]): { readonly span: Span; readonly own: boolean }[] {
  const joined: { span: Span; own: boolean }[] = [];
  spans.forEach((span, index) => {
    const before = joined[joined.length - 1];
    if (known[index] === undefined && before?.own === true && endOf(sheet, head, span) <= endOf(sheet, head, before.span)) joined[joined.length - 1] = { span: { first: before.span.first, last: span.last }, own: true };
    else joined.push({ span, own: known[index] !== undefined });
  });
  return joined;
}

function endOf({ cells }: RangeSource, head: Head, { first, last }: Span): number {
  for (let row = cells.length - 1; row > head.row; row -= 1) if (!isEmptyIn(cells[row] ?? [], first, last)) return row;
  return head.row;
}

function isEmptyIn(line: RangeSource['cells'][number], first: number, last: number): boolean {
  for (let column = first; column <= last && column < line.length; column += 1) if (!isBlankOrZero(line[column])) return false;
  return true;
}

/** Takes a table, and looks for the next one below it. */
function take(sheet: RangeSource, span: Span, { head, known, rows }: Found, classify: Classify, regions: Region[]): void {
  const top = head.row - (rows - 1);
  const next = nextHead(sheet, span, head, classify);
  const end = lastFilled(sheet, span, head.row, next?.title ?? sheet.cells.length);
  const source = cut(sheet, top, end + 1, span);
  regions.push({ known, source: { ...source, head: { row: rows - 1, texts: textsIn(head, span) } } });
  if (next) search(cut(sheet, next.title, sheet.cells.length, { first: 0, last: Infinity }), classify, regions, []);
}

function lastFilled({ cells }: RangeSource, { first, last }: Span, from: number, to: number): number {
  for (let row = to - 1; row > from; row -= 1) if (!isEmptyIn(cells[row] ?? [], first, last)) return row;
  return from;
}

const TITLE_ROWS = 3;

/** The next header below a table: behind a blank row, perhaps with a title above it. The same header again goes on with the table. */
function nextHead(sheet: RangeSource, { first, last }: Span, head: Head, classify: Classify): { readonly title: number } | undefined {
  const { cells } = sheet;
  const same = head.texts.join('\n');
  for (let row = head.row + 2; row < cells.length; row += 1) {
    if (!isEmptyIn(cells[row - 1] ?? [], first, last) || isEmptyIn(cells[row] ?? [], first, last)) continue;
    for (let at = row; at <= row + TITLE_ROWS && at < cells.length && !isEmptyIn(cells[at] ?? [], first, last); at += 1) {
      const heads = headsAt(sheet, at).filter(({ texts }) => texts.join('\n') !== same);
      if (heads.some(({ texts }) => classify(texts, '') !== undefined)) return { title: row };
    }
  }
  return undefined;
}

/** Some rows and columns of a sheet as a range of their own. */
export function cut(sheet: RangeSource, top: number, bottom: number, { first, last }: Span): RangeSource {
  const { cells, origin, merges } = sheet;
  const isWhole = top === 0 && bottom >= cells.length && first === 0 && cells.every((line) => line.length <= last + 1);
  if (isWhole) return sheet;
  const rows = cells.slice(top, bottom).map((line) => (first === 0 && line.length <= last + 1 ? line : line.slice(first, last + 1)));
  return {
    ...sheet,
    cells: rows,
    ...(origin && { origin: { ...origin, row: origin.row + top, column: origin.column + first } }),
    ...(merges && { merges: merges.flatMap((merge) => movedMerge(merge, top, first, last)) }),
  };
}

function movedMerge(merge: Merge, top: number, first: number, last: number): Merge[] {
  if (merge.row < top || merge.column < first || merge.column > last) return [];
  return [{ ...merge, row: merge.row - top, column: merge.column - first }];
}
