import type { IssueCode, Language, Params } from '../locale/message';
import { render, renderFix } from '../locale/message';
import type { Origin } from './cell';
import { columnLetters } from './cell';
import type { TableKind } from './schema';
import { tableName } from './schema';

export type Severity = 'error' | 'warning' | 'note';

/** A place in a table. Row 1 is the header; `field` is the header text of the column. */
export interface Place {
  readonly table: TableKind | undefined;
  readonly tableNumber?: number;
  readonly row?: number;
  readonly column?: number;
  readonly header?: string;
  readonly origin?: Origin;
}

/** Something found wrong, as data. Its words are made by `issueText` and `issueFix`. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly at: Place | undefined;
  readonly params: Params;
}

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail(...issues: readonly Issue[]): Result<never> {
  return { ok: false, issues };
}

export function issue(code: IssueCode, at: Place | undefined, params: Params = {}, severity: Severity = 'error'): Issue {
  return { code, severity, at, params };
}

export function issueText(found: Issue, language: Language): string {
  return render({ code: found.code, params: found.params }, language);
}

export function issueFix(found: Issue, language: Language): string {
  return renderFix(found.code, found.params, language);
}

/** The cell of an issue: `Orders!C5` where the sheet is known, else the row and the column's header. */
export function issueCell(found: Issue, language: Language): string {
  const at = found.at;
  if (!at || (at.row === undefined && at.header === undefined)) return '';
  if (at.origin && at.row !== undefined) {
    const row = at.origin.row + at.row - 1;
    const column = columnLetters(at.origin.column + (at.column ?? 0));
    const sheet = /^[\p{L}\p{N}_]+$/u.test(at.origin.sheet) ? at.origin.sheet : `'${at.origin.sheet.replaceAll("'", "''")}'`;
    return `${sheet}!${column}${row}`;
  }
  const row = at.row === undefined ? '' : render({ code: 'place.row', params: { row: at.row } }, language);
  return [row, at.header ?? ''].filter((part) => part !== '').join(' · ');
}

/** The whole issue in one line: where, what, and how to mend it. */
export function issueLine(found: Issue, language: Language): string {
  const table = found.at?.table ? tableName(found.at.table, language) : '';
  const place = [table, issueCell(found, language)].filter((part) => part !== '').join(' ');
  const text = issueText(found, language);
  const fix = issueFix(found, language);
  const separator = language === 'zh' ? '：' : ': ';
  return [place === '' ? text : `${place}${separator}${text}`, fix].filter((part) => part !== '').join(' ');
}
