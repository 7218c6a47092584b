import type { Language } from '../../core/locale/message';
import { schemas, tableKinds } from '../../core/table/schema';
import type { TableKind } from '../../core/table/schema';
import { headersOf } from '../../core/table/recognise';
import { cellText } from '../../core/table/cell';
import { periodOfNumber, numberOfPeriod, periodText } from '../../core/table/period';
import type { Period } from '../../core/table/period';
import { nextPeriod } from '../../host-port/commands';
import type { Desk } from './desk';
import { isEmptyOf, planNames } from './in-book';
import type { MonthView } from './months';
import { currentPeriod, months } from './months';

/** What the workbook holds, as the first page shows it. */
export interface Overview {
  readonly language: Language;
  readonly tables: readonly { readonly kind: TableKind; readonly name: string; readonly sheet: string; readonly rows: number }[];
  /** Sheets that no table was recognised on, and that are no results of ours. */
  readonly others: readonly string[];
  readonly missing: readonly string[];
  /** Whether there is a plan that pays, people, and orders. */
  readonly isReady: boolean;
  /** The periods to choose from, and how each stands; the one the workbook is about now. */
  readonly months: readonly MonthView[];
  readonly current: string;
  /** Periods to settle, the next one first. */
  readonly periods: readonly string[];
  readonly people: readonly string[];
  /** Plans that are live. */
  readonly plans: readonly string[];
}

const PERIODS_SHOWN = 18;

export function overview(desk: Desk): Overview {
  const { tables, language, book } = desk;
  const known = tableKinds.flatMap((kind) => {
    const table = tables.byKind.get(kind);
    return table ? [{ kind, name: schemas[kind][language], sheet: table.origin?.sheet ?? '', rows: table.length }] : [];
  });
  // Sheets that a table was read from, and those that we have written as results, are no input to be mapped.
  const results = tables.notes.filter(({ code }) => code === 'sheet.ownResult').map(({ params }) => String(params['sheet']));
  const used = new Set([...known.map(({ sheet }) => sheet), ...results]);
  const others = book.sheets
    .filter(({ cells, origin, isHidden }) => cells.length > 0 && isHidden !== true && !used.has(origin?.sheet ?? ''))
    .filter((source) => headersOf(source).filter((text) => text !== '').length > 1)
    .map(({ origin }) => origin?.sheet ?? '');
  const current = currentPeriod(desk);
  const missing = (['rules', 'people', 'orders'] as const).filter((kind) => !tables.byKind.has(kind)).map((kind) => schemas[kind][language]);
  const isReady = (['people', 'orders'] as const).every((kind) => !isEmptyOf(desk, kind)) && planNames(desk).length > 0;
  return { language: tables.language, tables: known, others, missing, isReady, months: months(desk), current: current ? periodText(current) : '', periods: periodsOf(desk), people: peopleOf(desk), plans: planNames(desk) };
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
