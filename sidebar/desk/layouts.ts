import type { LayoutSheet } from '../../core/kpi/layout/find-layouts';
import { layoutSheets } from '../../core/kpi/layout/find-layouts';
import type { Layout, Question } from '../../core/kpi/layout/read-layout';
import { readLayout } from '../../core/kpi/layout/read-layout';
import { typedPeriod } from '../../core/kpi/layout/said-above';
import { askedIssues, knownNames, takeOver } from '../../core/kpi/layout/take-over';
import type { RangeSource } from '../../core/table/cell';
import { columnLetters } from '../../core/table/cell';
import { issue } from '../../core/table/issue';
import type { ResultTable } from '../../core/table/result-table';
import { header } from '../../core/table/schema';
import type { Change } from '../../host-port/change';
import type { Desk, Problem } from './desk';
import { problemOfIssue } from './desk';
import { addRows, typedText } from './records';

/** What somebody has answered about a sheet of figures; blank where nothing was. */
export interface LayoutAnswers {
  readonly period?: string;
  readonly person?: string;
  readonly kpi?: string;
  readonly role?: string;
}

/** What taking a sheet over would write, shown before it is written. */
export interface LayoutPreview {
  readonly asks: readonly Question[];
  /** A row a figure: where it stands, whose it is, and how much. */
  readonly rows: ResultTable;
  readonly problems: readonly Problem[];
  readonly changes: readonly Change[];
}

/** Sheets that can be taken over. */
export function layouts({ book, tables }: Desk): readonly LayoutSheet[] {
  return layoutSheets(book.sheets, tables);
}

/** What a sheet would become, with what somebody has answered; nothing is written. */
export function previewLayout(desk: Desk, { sheet, answers }: { readonly sheet: string; readonly answers: LayoutAnswers }): LayoutPreview {
  const { language } = desk;
  const source = desk.book.sheets.find(({ origin }) => origin?.sheet === sheet);
  const layout = source && readLayout(source, knownNames(desk.tables), answersOf(answers));
  if (!source || !layout || (layout.figures.length === 0 && layout.asked.length === 0)) return { asks: [], rows: [], problems: [problemOfIssue(issue('layout.nothing', undefined, { sheet }), language)], changes: [] };
  const taken = takeOver(layout, source, desk.tables);
  const problems = [...askedIssues(layout, sheet), ...taken.issues].map((found) => problemOfIssue(found, language));
  const changes = layout.asked.length > 0 ? [] : [...addRows(desk, 'kpis', taken.kpis), ...addRows(desk, 'targets', taken.targets), ...addRows(desk, 'actuals', taken.actuals)];
  return { asks: layout.asked, rows: shown(layout, source, desk), problems, changes };
}

function answersOf({ period = '', person = '', kpi = '', role = '' }: LayoutAnswers): Parameters<typeof readLayout>[2] {
  const asked = typedPeriod(period);
  return { ...(asked && { period: asked }), ...(person !== '' && { person }), ...(kpi !== '' && { kpi }), ...((role === 'target' || role === 'actual') && { role }) };
}

function shown({ figures }: Layout, { origin }: RangeSource, { language }: Desk): ResultTable {
  const head = ['person', 'kpi', 'period'].map((field) => header('targets', field, language));
  const titles = [...head, header('targets', 'target', language), header('actuals', 'actual', language), language === 'zh' ? '单元格' : 'Cell'];
  const rows = new Map<string, (string | number)[]>();
  for (const { role, person, kpi, period, value, row, column } of figures) {
    const key = [person, kpi, period].join('\n');
    const line = rows.get(key) ?? [person, kpi, period, '', '', `${columnLetters((origin?.column ?? 1) + column)}${(origin?.row ?? 1) + row}`];
    line[role === 'target' ? 3 : 4] = typedText(value);
    rows.set(key, line);
  }
  return [titles, ...rows.values()];
}
