import { recogniseTables } from '../../core/table/recognise';
import type { ResultTable } from '../../core/table/result-table';
import { fieldsOf, header, schemas } from '../../core/table/schema';
import type { TableKind } from '../../core/table/schema';
import { rangeWidth } from '../../core/table/cell';
import type { Change } from '../../host-port/change';
import { sampleWorkbook } from '../../sample/workbook';
import type { Desk } from './desk';

import { addRows } from './records';

/** The sheets of the sample workbook, for a workbook that does not have sheets of those names. */
export function sampleSheets({ language, book }: Desk): readonly Change[] {
  const taken = new Set(book.sheets.map(({ origin }) => origin?.sheet.toLowerCase()));
  return sampleWorkbook({ language })
    .filter(({ name }) => !taken.has(name.toLowerCase()))
    .flatMap(({ name, rangeName, cells }): Change[] => [
      { kind: 'write sheet', sheet: name, rows: cells.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : String(cell ?? '')))) },
      { kind: 'define name', name: rangeName, sheet: name, row: 1, column: 1, rows: cells.length, columns: rangeWidth(cells) },
    ]);
}

const FIRST_TABLES: readonly TableKind[] = ['orders', 'people', 'rules'];

/** Empty tables to begin with: their headers, in the person's language. */
export function emptyTables({ language, book, tables }: Desk): readonly Change[] {
  const taken = new Set(book.sheets.map(({ origin }) => origin?.sheet.toLowerCase()));
  return FIRST_TABLES.filter((kind) => !tables.byKind.has(kind) && !taken.has(schemas[kind][language].toLowerCase())).map((kind): Change => {
    const rows: ResultTable = [fieldsOf(kind).map((field) => field[language])];
    return { kind: 'write sheet', sheet: schemas[kind][language], rows };
  });
}

/** What maps a sheet's own headers to a table's columns: a `column` rule for each. */
export function mapColumns(desk: Desk, { kind, columns }: { readonly kind: TableKind; readonly columns: Readonly<Record<string, string>> }): readonly Change[] {
  const { language } = desk;
  const word = language === 'zh' ? '列映射' : 'column';
  const rows = Object.entries(columns).map(([field, text]) => ({ rule: word, item: `${schemas[kind][language]}.${header(kind, field, language)}`, value: text }));
  return addRows(desk, 'rules', rows);
}

/** The table that a sheet would be with a mapping, or why it would be none. */
export function tryMapping(desk: Desk, { sheet, kind, columns }: { readonly sheet: string; readonly kind: TableKind; readonly columns: Readonly<Record<string, string>> }): readonly string[] {
  const known = new Set(Object.keys(columns));
  const { knownBy } = schemas[kind];
  const isEnough = knownBy.some((needs) => needs.every((field) => known.has(field)));
  if (isEnough || recogniseTables(desk.book.sheets.filter(({ origin }) => origin?.sheet === sheet)).byKind.has(kind)) return [];
  return (knownBy[0] ?? []).filter((field) => !known.has(field)).map((field) => header(kind, field, desk.language));
}

