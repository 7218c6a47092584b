import type { Language } from '../../core/locale/message';
import type { Cell, RangeSource } from '../../core/table/cell';
import type { Issue } from '../../core/table/issue';
import { issueCell, issueFix, issueText } from '../../core/table/issue';
import type { Tables } from '../../core/table/recognise';
import type { TableKind } from '../../core/table/schema';
import { schemas, tableName } from '../../core/table/schema';
import type { Change } from '../../host-port/change';
import type { ReadBook } from '../../host-port/commands';
import { tablesAmong } from '../../host-port/commands';
import type { Area } from '../../host-port/workbook';

/** The workbook as it was last read, and the language of the person in front of it. */
export interface Desk {
  readonly book: ReadBook;
  readonly tables: Tables;
  readonly language: Language;
}

export function openDesk(book: ReadBook, language: Language): Desk {
  return { book, tables: tablesAmong(book), language };
}

/** The range that a table was made of: its header, and the rows below it. */
export function sourceOf({ tables }: Desk, kind: TableKind): RangeSource | undefined {
  return tables.byKind.get(kind)?.source;
}

/** The desk with another table in the place of one that the workbook has. */
export function deskWith(desk: Desk, kind: TableKind, cells: readonly (readonly Cell[])[]): Desk {
  const { origin = { sheet: schemas[kind][desk.language], row: 1, column: 1 }, serialShift = 0 } = sourceOf(desk, kind) ?? {};
  const source: RangeSource = { cells, origin, serialShift };
  return { book: desk.book, tables: tablesAmong(desk.book, new Map([[kind, source]])), language: desk.language };
}

/** A problem as a page shows it: how grave, where, what, and what to do. */
export interface Problem {
  readonly severity: Issue['severity'];
  readonly table: string;
  readonly cell: string;
  readonly text: string;
  readonly fix: string;
  /** The cell to go to, where one is to blame. */
  readonly area: Area | undefined;
  /** In a form: the rule it is about, counted from 1, and the field of it. */
  readonly line?: number;
  readonly field?: string;
  /** What mends it, where that is certain. */
  readonly mend?: readonly Change[];
}

export function problemOfIssue(found: Issue, language: Language): Problem {
  const { at } = found;
  return {
    severity: found.severity,
    table: at?.table ? tableName(at.table, language) : '',
    cell: issueCell(found, language),
    text: issueText(found, language),
    fix: issueFix(found, language),
    area: areaOfPlace(at),
  };
}

function areaOfPlace(at: Issue['at']): Area | undefined {
  if (!at?.origin || at.row === undefined) return undefined;
  return { sheet: at.origin.sheet, row: at.origin.row + at.row - 1, column: at.origin.column + (at.column ?? 0), rows: 1, columns: 1 };
}

/** A result, or what stands in its way, as pages take it. */
export type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] };

export function refuse(issues: readonly Issue[], language: Language): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: issues.map((found) => problemOfIssue(found, language)) };
}

/** What a function says of its arguments, as a problem without a place. */
export function refuseText(text: string): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [{ severity: 'error', table: '', cell: '', text, fix: '', area: undefined }] };
}
