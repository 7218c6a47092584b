import type { Language } from '../../core/locale/message';
import { fieldsOf, schemas, tableKinds } from '../../core/table/schema';
import type { TableKind } from '../../core/table/schema';
import { headersOf } from '../../core/table/recognise';
import { cellText } from '../../core/table/cell';
import { headerRowOf } from '../../core/table/table';
import { periodOfNumber, numberOfPeriod, periodText } from '../../core/table/period';
import type { Period } from '../../core/table/period';
import { nextPeriod } from '../../host-port/commands';
import type { Desk } from './desk';

/** What the workbook holds, as the first page shows it. */
export interface Overview {
  readonly language: Language;
  readonly tables: readonly { readonly kind: TableKind; readonly name: string; readonly sheet: string; readonly rows: number }[];
  /** Sheets that no table was recognised on, with their headers and the first values under them. */
  readonly others: readonly { readonly sheet: string; readonly headers: readonly string[]; readonly samples: readonly string[] }[];
  readonly missing: readonly string[];
  /** Periods to settle, the next one first. */
  readonly periods: readonly string[];
  readonly people: readonly string[];
}

const PERIODS_SHOWN = 18;

export function overview(desk: Desk): Overview {
  const { tables, language, book } = desk;
  const known = tableKinds.flatMap((kind) => {
    const table = tables.byKind.get(kind);
    return table ? [{ kind, name: schemas[kind][language], sheet: table.origin?.sheet ?? '', rows: table.length }] : [];
  });
  const used = new Set(known.map(({ sheet }) => sheet));
  const others = book.sheets
    .filter(({ cells, origin }) => cells.length > 0 && !used.has(origin?.sheet ?? ''))
    .map((source) => ({ sheet: source.origin?.sheet ?? '', headers: headersOf(source), samples: (source.cells[headerRowOf(source) + 1] ?? []).map(cellText) }))
    .filter(({ headers }) => headers.filter((text) => text !== '').length > 1);
  const missing = (['rules', 'people', 'orders'] as const).filter((kind) => !tables.byKind.has(kind)).map((kind) => schemas[kind][language]);
  return { language: tables.language, tables: known, others, missing, periods: periodsOf(desk), people: peopleOf(desk) };
}

function periodsOf({ tables }: Desk): string[] {
  const next = nextPeriod(tables);
  if (!next) return [];
  const before = (count: number): Period => periodOfNumber(numberOfPeriod(next) - count, next.kind);
  return Array.from({ length: PERIODS_SHOWN }, (_, count) => periodText(before(count)));
}

function peopleOf({ tables }: Desk): string[] {
  const people = tables.byKind.get('people');
  const column = people?.columns.get('person');
  if (!people || column === undefined) return [];
  return [...new Set(people.cells.map((row) => cellText(row[column])))].filter((name) => name !== '');
}

/** The columns a table may have, for mapping a workbook's own headers to them. */
export function tableFields(desk: Desk, kind: TableKind): readonly { readonly key: string; readonly name: string }[] {
  return fieldsOf(kind).map((field) => ({ key: field.key, name: field[desk.language] }));
}
