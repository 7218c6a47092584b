import type { RangeSource } from '../../core/table/cell';
import { cellText, columnLetters } from '../../core/table/cell';
import { headerRowOf } from '../../core/table/table';
import type { ResultTable } from '../../core/table/result-table';
import type { Change } from '../../host-port/change';
import type { Desk } from './desk';

/** One place that is written to, as a person is asked about it: what happens there, and the first rows under their headers. */
export interface Described {
  readonly kind: 'made' | 'replaced' | 'added' | 'changed' | 'emptied' | 'formula' | 'name';
  readonly sheet: string;
  readonly name: string;
  readonly rows: number;
  readonly cells: number;
  /** The first cell that is written. */
  readonly cell: string;
  readonly lastRow: number;
  readonly header: readonly string[];
  readonly sample: readonly (readonly Written[])[];
}

/** A value that is written, and what stands there now where that is something else. */
export interface Written {
  readonly now: string | number;
  readonly before: string;
}

const ROWS_SHOWN = 6;

/** Only as much of each change as is shown: nothing else need go to the desk. */
export interface Outline {
  readonly change: Change;
  readonly rows: number;
  readonly cells: number;
}

export function outlineOf(change: Change): Outline {
  if (change.kind !== 'write sheet' && change.kind !== 'write cells') return { change, rows: 0, cells: 0 };
  const cells = change.rows.reduce((sum, row) => sum + row.length, 0);
  const kept = change.kind === 'write sheet' ? (change.look?.titleRows ?? 0) + 1 + ROWS_SHOWN : ROWS_SHOWN;
  return { change: { ...change, rows: change.rows.slice(0, kept) }, rows: change.rows.length, cells };
}

/** What changes would do, each under the headers that stand above its cells. Guards of sheets, and names that grow with their table, go without saying; new headers join the rows below them. */
export function describe(desk: Desk, { outlines }: { readonly outlines: readonly Outline[] }): readonly Described[] {
  const heads = new Map<string, string>();
  for (const { change } of outlines) {
    if (change.kind !== 'write cells' || !isHead(desk, change)) continue;
    change.rows[0]?.forEach((text, index) => heads.set(`${change.sheet}\n${change.column + index}`, String(text)));
  }
  const isAlone = outlines.every(({ change }) => change.kind === 'define name');
  return outlines.flatMap((outline) => {
    const { change } = outline;
    const goesWithoutSaying = (change.kind === 'define name' && !isAlone) || (change.kind === 'write cells' && isHead(desk, change));
    return goesWithoutSaying ? [] : described(desk, outline, heads);
  });
}

function described(desk: Desk, { change, rows, cells }: Outline, heads: ReadonlyMap<string, string>): Described[] {
  const base = { sheet: change.sheet, name: '', rows, cells, cell: '', lastRow: 0, header: [], sample: [] };
  switch (change.kind) {
    case 'protect sheet':
      return [];
    case 'define name': {
      const known = desk.book.names.some(({ name }) => name.toLowerCase() === change.name.toLowerCase());
      return known ? [{ ...base, kind: 'name', name: change.name, lastRow: change.row + change.rows - 1 }] : [];
    }
    case 'set formula':
      return [{ ...base, kind: 'formula', cell: address(change.row, change.column), sample: [[{ now: change.formula, before: '' }]] }];
    case 'write sheet': {
      const isThere = sheetOf(desk, change.sheet) !== undefined;
      const top = change.look?.titleRows ?? 0;
      return [{ ...base, kind: isThere ? 'replaced' : 'made', rows: Math.max(0, rows - top - 1), ...filled((change.rows[top] ?? []).map(String), change.rows.slice(top + 1).map((row) => row.map((now) => ({ now, before: '' })))) }];
    }
    case 'write cells': {
      const source = sheetOf(desk, change.sheet);
      const isEmpty = change.rows.every((row) => row.every((cell) => cell === ''));
      const sample = change.rows.map((row, y) => row.map((now, x) => ({ now, before: before(source, change.row + y, change.column + x, now) })));
      const header = (change.rows[0] ?? []).map((_, x) => heads.get(`${change.sheet}\n${change.column + x}`) ?? headerAbove(desk, change.sheet, change.column + x));
      return [{ ...base, kind: kindOf(change.expectBlank === true, isEmpty), cell: address(change.row, change.column), lastRow: change.row + rows - 1, ...filled(widened(header, change.rows), sample) }];
    }
  }
}

function kindOf(isAdded: boolean, isEmpty: boolean): Described['kind'] {
  if (isAdded) return 'added';
  return isEmpty ? 'emptied' : 'changed';
}

function sheetOf({ book }: Desk, name: string): RangeSource | undefined {
  return book.sheets.find(({ origin }) => origin?.sheet.toLowerCase() === name.toLowerCase());
}

/** Whether a change writes further headers beside those of a table. */
function isHead(desk: Desk, change: Extract<Change, { kind: 'write cells' }>): boolean {
  return change.expectBlank === true && change.rows.length === 1 && [...desk.tables.byKind.values()].some(({ source }) => source.origin?.sheet === change.sheet && source.origin.row + headerRowOf(source) === change.row);
}

function headerAbove(desk: Desk, sheet: string, column: number): string {
  const table = [...desk.tables.byKind.values()].find(({ source }) => source.origin?.sheet === sheet);
  return table?.headers[column - (table.source.origin?.column ?? 1)] ?? columnLetters(column);
}

function before(source: RangeSource | undefined, row: number, column: number, now: string | number): string {
  const text = cellText(source?.cells[row - (source.origin?.row ?? 1)]?.[column - (source.origin?.column ?? 1)]);
  return text === String(now) ? '' : text;
}

function address(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

function widened(header: readonly string[], rows: ResultTable): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => header[column] ?? '');
}

/** Without the columns that nothing is written into. */
function filled(header: readonly string[], sample: readonly (readonly Written[])[]): { readonly header: string[]; readonly sample: (readonly Written[])[] } {
  const shown = sample.slice(0, ROWS_SHOWN);
  const used = header.map((_, column) => column).filter((column) => shown.some((row) => row[column] && (row[column].now !== '' || row[column].before !== '')));
  return { header: used.map((column) => header[column] ?? ''), sample: shown.map((row) => used.map((column) => row[column] ?? { now: '', before: '' })) };
}
