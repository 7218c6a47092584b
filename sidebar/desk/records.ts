import type { Cell } from '../../core/table/cell';
import { cellText } from '../../core/table/cell';
import type { Table } from '../../core/table/table';
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
 * where there is no such table yet. The table's name grows with it.
 */
export function addRows(desk: Desk, kind: TableKind, rows: readonly Row[]): Change[] {
  if (rows.length === 0) return [];
  const [table, source] = [desk.tables.byKind.get(kind), sourceOf(desk, kind)];
  if (!table || !source?.origin) return newSheet(desk, kind, rows);
  const { origin } = source;
  const cells = laidOut(table, rows);
  const from = origin.row + source.cells.length;
  return [{ kind: 'write cells', sheet: origin.sheet, row: from, column: origin.column, rows: cells, expectBlank: true }, ...grownName(desk, kind, from + rows.length - 1)];
}

/** Rows in the columns of a table. */
export function laidOut({ columns }: Table, rows: readonly Row[]): (string | number)[][] {
  const width = Math.max(...columns.values()) + 1;
  return rows.map((row) => {
    const line: (string | number)[] = Array.from({ length: width }, () => '');
    for (const [field, cell] of Object.entries(row)) {
      const column = columns.get(field);
      if (column !== undefined) line[column] = plain(cell);
    }
    return line.slice(0, lastFilled(line) + 1);
  });
}

/** Fields of rows that the workbook's own table has no column for: they could not be written. */
export function missingFields(desk: Desk, kind: TableKind, rows: readonly Row[]): string[] {
  const table = desk.tables.byKind.get(kind);
  if (!table) return [];
  const wanted = new Set(rows.flatMap((row) => Object.entries(row).flatMap(([field, cell]) => (cellText(cell) === '' ? [] : [field]))));
  return fieldsOf(kind).filter(({ key }) => wanted.has(key) && !table.columns.has(key)).map((field) => field[desk.language]);
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

/** The table's name, where the workbook has it as a plain range, made to reach down to a row. */
export function grownName({ book }: Desk, kind: TableKind, lastRow: number): Change[] {
  const found = book.names.find(({ name }) => name.toLowerCase() === schemas[kind].range.toLowerCase());
  if (!found?.area) return [];
  const { sheet, row, column, columns } = found.area;
  return [{ kind: 'define name', name: found.name, sheet, row, column, rows: lastRow - row + 1, columns }];
}

/** A plain number is written as one, so that the sheet can compute with it. */
export function numberOrText(text: string): string | number {
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/.test(text) ? Number(text) : text;
}
