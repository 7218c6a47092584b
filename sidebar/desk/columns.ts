import type { RangeSource } from '../../core/table/cell';
import { cellText, columnLetters, rangeWidth } from '../../core/table/cell';
import { likelyHead } from '../../core/table/find/passed-over';
import { kindOf } from '../../core/table/find/kind';
import { NO_MAPPING } from '../../core/table/find/mappings';
import { cut } from '../../core/table/find/regions';
import { makeTable } from '../../core/table/make-table';
import { textsOf } from '../../core/table/rows/head';
import { fieldsOf, header, schemas } from '../../core/table/schema';
import type { TableKind } from '../../core/table/schema';
import type { Table } from '../../core/table/table';
import { headerRowOf } from '../../core/table/table';
import type { Change } from '../../host-port/change';
import type { Desk } from './desk';
import { addRows, typedText } from './records';

/** A column of a sheet: its header, the first values under it, and the column of ours that it is. */
export interface ColumnView {
  readonly header: string;
  readonly letters: string;
  readonly samples: readonly string[];
  /** Blank where it is none of ours. */
  readonly field: string;
}

/** How a sheet is read as a table: the row of its headers, and what each column is. */
export interface SheetColumns {
  readonly kind: TableKind;
  /** The row of the headers on the sheet, counted from 1. */
  readonly head: number;
  readonly isRead: boolean;
  readonly columns: readonly ColumnView[];
  readonly fields: readonly { readonly key: string; readonly name: string }[];
  /** Fields without which it is no such table. */
  readonly needed: readonly string[];
}

export interface SheetAsked {
  readonly sheet: string;
  /** What the sheet is, where somebody says so. */
  readonly kind?: TableKind;
  readonly head?: number;
}

const SAMPLES = 3;

/** The columns of a sheet, as it is read or as it would be read with another header row or as another table. */
export function sheetColumns(desk: Desk, asked: SheetAsked): SheetColumns | undefined {
  const table = tableAsked(desk, asked);
  if (!table) return undefined;
  const { source, kind } = table;
  const head = headerRowOf(source);
  const below = source.cells.slice(head + 1).filter((row) => row.some((cell) => cellText(cell) !== '')).slice(0, SAMPLES);
  // Further columns are kept under their own names: they are none of ours.
  const known = new Set(fieldsOf(kind).map(({ key }) => key));
  const fieldAt = new Map([...table.columns].flatMap(([field, column]) => (known.has(field) ? [[column, field] as const] : [])));
  const left = source.origin?.column ?? 1;
  return {
    kind,
    head: (source.origin?.row ?? 1) + head,
    isRead: desk.tables.byKind.get(kind) === table,
    columns: table.headers.flatMap((text, column) => (text === '' ? [] : [{ header: text, letters: columnLetters(left + column), samples: below.map((row) => typedText(row[column])), field: fieldAt.get(column) ?? '' }])),
    fields: fieldsOf(kind).map((field) => ({ key: field.key, name: field[desk.language] })),
    needed: lacking(kind, new Set(table.columns.keys())).map((field) => header(kind, field, desk.language)),
  };
}

/** The table that a sheet is, or would be. */
function tableAsked({ book, tables }: Desk, { sheet, kind, head }: SheetAsked): Table | undefined {
  const read = [...tables.byKind.values()].filter(({ source }) => source.origin?.sheet === sheet);
  const own = read.find((one) => kind === undefined || one.kind === kind);
  if (own && (head === undefined || head === (own.origin?.row ?? 1) + headerRowOf(own.source))) return own;
  const source = book.sheets.find(({ origin }) => origin?.sheet === sheet);
  if (!source) return undefined;
  const at = head === undefined ? likelyHead(source) : Math.min(Math.max(0, head - (source.origin?.row ?? 1)), source.cells.length - 1);
  const texts = textsOf(source.cells[at] ?? []);
  const part: RangeSource = { ...cut(source, at, source.cells.length, { first: 0, last: Infinity }), head: { row: 0, texts } };
  return makeTable(kind ?? own?.kind ?? kindOf(texts, new Map(), { sheet })?.kind ?? 'orders', part, NO_MAPPING);
}

function lacking(kind: TableKind, known: ReadonlySet<string>): readonly string[] {
  const { knownBy } = schemas[kind];
  const missing = knownBy.map((needs) => needs.filter((field) => !known.has(field)));
  return missing.reduce((least, one) => (one.length < least.length ? one : least), missing[0] ?? []);
}

export interface Chosen extends SheetAsked {
  readonly kind: TableKind;
  readonly head: number;
  /** The header that each field has on the sheet. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Fields that a choice of columns still lacks to be its table. */
export function lackingFields(desk: Desk, { kind, fields }: { readonly kind: TableKind; readonly fields: readonly string[] }): readonly string[] {
  return lacking(kind, new Set(fields)).map((field) => header(kind, field, desk.language));
}

/** What keeps a choice of columns: a `column` rule for each header that would be read otherwise, and a name for a table that would not be found by itself. */
export function keepColumns(desk: Desk, chosen: Chosen): readonly Change[] {
  const { kind, sheet, columns, head } = chosen;
  const now = tableAsked(desk, chosen);
  if (!now) return [];
  const word = desk.language === 'zh' ? '列映射' : 'column';
  const rows = Object.entries(columns)
    .filter(([field, text]) => now.headers[now.columns.get(field) ?? -1] !== text)
    .map(([field, text]) => ({ rule: word, item: `${schemas[kind][desk.language]}.${header(kind, field, desk.language)}`, value: text }));
  const rules = addRows(desk, 'rules', rows);
  if (desk.tables.byKind.get(kind) === now) return rules;
  const source = desk.book.sheets.find(({ origin }) => origin?.sheet === sheet);
  if (!source?.origin) return rules;
  const { row, column } = source.origin;
  return [...rules, { kind: 'define name', name: schemas[kind].range, sheet, row: head, column, rows: row + source.cells.length - head, columns: rangeWidth(source.cells) }];
}
