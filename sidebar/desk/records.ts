import type { Language } from '../../core/locale/message';
import type { Cell, Range, RangeSource } from '../../core/table/cell';
import { cellText, rangeWidth } from '../../core/table/cell';
import type { Table } from '../../core/table/table';
import { headerRowOf } from '../../core/table/table';
import type { ResultTable } from '../../core/table/result-table';
import type { TableKind } from '../../core/table/schema';
import { fieldsOf, schemas } from '../../core/table/schema';
import type { Change } from '../../host-port/change';
import type { Desk } from './desk';
import { sourceOf } from './desk';

/** A row to be added to a table, by field. */
export type Row = Readonly<Record<string, Cell>>;

/**
 * What adds rows below a table: into the workbook's own columns, whatever their order and names; a sheet of its own
 * where there is no such table yet. Columns that the rows need and the table lacks come to its right, so that no
 * value is lost. The table's name grows with it.
 */
export function addRows(desk: Desk, kind: TableKind, rows: readonly Row[]): Change[] {
  if (rows.length === 0) return [];
  const [table, source] = [desk.tables.byKind.get(kind), sourceOf(desk, kind)];
  if (!table || !source?.origin) return newSheet(desk, kind, rows);
  const { sheet, row, column } = source.origin;
  const { cells, added, firstAdded } = laidOut(table, source, rows, desk.language);
  const from = row + source.cells.length;
  const headers: Change[] = added.length === 0 ? [] : [{ kind: 'write cells', sheet, row: row + headerRowOf(source), column: column + firstAdded, rows: [[...added]], expectBlank: true }];
  return [...headers, { kind: 'write cells', sheet, row: from, column, rows: cells, expectBlank: true }, ...grownName(desk, kind, from + rows.length - 1, column + firstAdded + added.length - 1)];
}

/** What writes a value into columns of some rows (counted from 0 below the header); columns that the table lacks come to its right. */
export function fillColumns(desk: Desk, kind: TableKind, rows: readonly number[], values: Readonly<Record<string, string | number>>): Change[] {
  const [table, source] = [desk.tables.byKind.get(kind), sourceOf(desk, kind)];
  if (!table || !source?.origin) return [];
  const { sheet, row, column } = source.origin;
  const added = Object.keys(values).filter((field) => !table.columns.has(field));
  const firstAdded = rangeWidth(source.cells);
  const headers = added.map((field) => fieldsOf(kind).find(({ key }) => key === field)?.[desk.language] ?? field);
  const head: Change[] = added.length === 0 ? [] : [{ kind: 'write cells', sheet, row: row + headerRowOf(source), column: column + firstAdded, rows: [headers], expectBlank: true }, ...grownName(desk, kind, row + source.cells.length - 1, column + firstAdded + added.length - 1)];
  const runs = runsOf(rows.map((index) => table.rowNumbers[index] ?? 0));
  const cells = Object.entries(values).flatMap(([field, value]) => {
    const at = column + (table.columns.get(field) ?? firstAdded + added.indexOf(field));
    return runs.map(([first, count]): Change => ({ kind: 'write cells', sheet, row: row + first - 1, column: at, rows: Array.from({ length: count }, () => [value]) }));
  });
  return [...head, ...cells];
}

/** Numbers in order as runs without a gap: where each begins, and how long it is. */
function runsOf(numbers: readonly number[]): [first: number, count: number][] {
  const runs: [first: number, count: number][] = [];
  for (const number of numbers) {
    const last = runs[runs.length - 1];
    if (last && last[0] + last[1] === number) last[1] += 1;
    else runs.push([number, 1]);
  }
  return runs;
}

/** A table's cells with further rows below them, and the headers they need to its right: how it would look, unwritten. */
export function withRows(table: Table, source: RangeSource, rows: readonly Row[], language: Language): Range {
  const { cells, added, firstAdded } = laidOut(table, source, rows, language);
  const head = headerRowOf(source);
  const header = Array.from({ length: firstAdded }, (_, column) => source.cells[head]?.[column]);
  return [...source.cells.slice(0, head), [...header, ...added], ...source.cells.slice(head + 1), ...cells];
}

interface LaidOut {
  readonly cells: (string | number)[][];
  /** Headers that the table lacks, and the column of the first of them, counted from 0. */
  readonly added: readonly string[];
  readonly firstAdded: number;
}

/** Rows in the columns of a table. */
function laidOut(table: Table, source: RangeSource, rows: readonly Row[], language: Language): LaidOut {
  const firstAdded = rangeWidth(source.cells);
  const missing = fieldsOf(table.kind).filter(({ key }) => !table.columns.has(key) && rows.some((row) => plain(row[key]) !== ''));
  const columns = new Map([...table.columns, ...missing.map(({ key }, index) => [key, firstAdded + index] as const)]);
  const cells = rows.map((row) => {
    const line: (string | number)[] = Array.from({ length: firstAdded + missing.length }, () => '');
    for (const [field, cell] of Object.entries(row)) {
      const column = columns.get(field);
      if (column !== undefined) line[column] = plain(cell);
    }
    return line.slice(0, lastFilled(line) + 1);
  });
  return { cells, added: missing.map((field) => field[language]), firstAdded };
}

function lastFilled(line: readonly (string | number)[]): number {
  return line.reduce((last: number, cell, index) => (cell === '' ? last : index), 0);
}

function plain(cell: Cell): string | number {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'boolean' ? String(cell) : cell;
}

/** A table as a sheet of its own, with its name. */
function newSheet({ language }: Desk, kind: TableKind, rows: readonly Row[]): Change[] {
  const fields = fieldsOf(kind);
  const cells: ResultTable = [fields.map((field) => field[language]), ...rows.map((row) => fields.map(({ key }) => plain(row[key])))];
  const sheet = schemas[kind][language];
  return [
    { kind: 'write sheet', sheet, rows: cells },
    { kind: 'define name', name: schemas[kind].range, sheet, row: 1, column: 1, rows: cells.length, columns: fields.length },
  ];
}

/** The table's name, where the workbook has it as a plain range, made to reach down to a row and, if need be, on to a column. */
export function grownName({ book }: Desk, kind: TableKind, lastRow: number, lastColumn = 0): Change[] {
  const found = book.names.find(({ name }) => name.toLowerCase() === schemas[kind].range.toLowerCase());
  if (!found?.area) return [];
  const { sheet, row, column, columns } = found.area;
  return [{ kind: 'define name', name: found.name, sheet, row, column, rows: lastRow - row + 1, columns: Math.max(columns, lastColumn - column + 1) }];
}

/** A plain number is written as one, so that the sheet can compute with it. */
export function numberOrText(text: string): string | number {
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/.test(text) ? Number(text) : text;
}

/** A cell as a person would type it: a 0 is written, not left out. */
export function typedText(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : cellText(cell);
}
