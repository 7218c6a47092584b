import { layoutIssues, layoutTexts } from '../../locale/layout-issues';
import { addProblems, addTexts } from '../../locale/message';
import { cellText, matchKey, quoteCell } from '../../table/cell';
import type { Cell, RangeSource } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import type { Period } from '../../table/period';
import { CALENDAR_MONTHS, monthsOfPeriod } from '../../table/period';
import { readPeriodHeader } from '../../table/period-header';
import type { Tables } from '../../table/recognise';
import { nameOf } from '../../table/recognise';
import type { Table } from '../../table/table';
import { textColumn } from '../../table/table';
import { isWideTable } from '../../table/wide';
import { readActuals } from '../actuals';
import { readScoring } from '../scoring/read-scoring';
import { isScoringFault } from '../scoring/scoring';
import { readTargets, targetKey } from '../targets';
import type { KnownNames } from './labels';
import type { Figure, Layout, LayoutKpi } from './read-layout';
import { typedPeriod } from './said-above';

addProblems(layoutIssues);
addTexts(layoutTexts);

/** A row to be added to a table, by field (or by header, for a column a period). */
export type TakenRow = Readonly<Record<string, Cell>>;

/** What taking a layout over adds to each table, and what is to be said of it. */
export interface TakenOver {
  readonly kpis: readonly TakenRow[];
  readonly targets: readonly TakenRow[];
  readonly actuals: readonly TakenRow[];
  readonly issues: readonly Issue[];
}

/** The people, teams and indicators of the workbook. */
export function knownNames({ byKind }: Tables): KnownNames {
  const people = byKind.get('people');
  const holders = people ? [...distinctTexts(people, 'team'), ...distinctTexts(people, 'person')] : [];
  const kpis = (['kpis', 'targets', 'actuals'] as const).flatMap((kind) => {
    const table = byKind.get(kind);
    return table ? distinctTexts(table, 'kpi') : [];
  });
  return { holders: new Map(holders.map((name) => [matchKey(name), name])), kpis: new Map(kpis.map((name) => [matchKey(name), name])) };
}

/** Turns the figures of a layout into rows of KPIs, Targets and Actuals; what is there already stays as it is. */
export function takeOver(layout: Layout, source: RangeSource, tables: Tables): TakenOver {
  const there: Figure[] = [];
  const issues = [...saidOf(layout, source)];
  const rows = (role: Figure['role'], kind: 'targets' | 'actuals'): TakenRow[] => {
    const own = layout.figures.filter((figure) => figure.role === role);
    const table = tables.byKind.get(kind);
    const isThere = table ? presence(table) : () => false;
    there.push(...own.filter(isThere));
    const fresh = own.filter((figure) => !isThere(figure));
    return table && isWideTable(table) ? wideRows(table, fresh, issues) : fresh.map(({ person, kpi, period, value }) => ({ period, person, kpi, [role]: value }));
  };
  const [targets, actuals] = [rows('target', 'targets'), rows('actual', 'actuals')];
  const kpis = newKpis(layout, tables, issues);
  if (there.length > 0) issues.push(issue('layout.there', undefined, { count: there.length, figures: firstOf(there.map(({ person, kpi, period }) => `${person} ${kpi} ${period}`)) }, 'warning'));
  const { holders } = knownNames(tables);
  const strangers = [...new Set(layout.figures.map(({ person }) => person))].filter((person) => person !== '*' && !holders.has(matchKey(person)));
  if (strangers.length > 0 && holders.size > 0) issues.push(issue('layout.unknownPeople', undefined, { names: firstOf(strangers) }, 'warning'));
  return { kpis, targets, actuals, issues };
}

const MOST_NAMED = 6;

/** The texts of a column, each once. */
function distinctTexts(table: Table, field: string): string[] {
  return textColumn(table, field).values.filter((text) => text !== '');
}

function firstOf(texts: readonly string[]): string[] {
  return texts.length > MOST_NAMED ? [...texts.slice(0, MOST_NAMED), '…'] : [...texts];
}

/** Whether a table has a figure for somebody, an indicator and those very months. */
function presence(table: Table): (figure: Figure) => boolean {
  const { byKey } = table.kind === 'targets' ? readTargets(table, CALENDAR_MONTHS, 'month') : readActuals(table, CALENDAR_MONTHS);
  return ({ person, kpi, period }) => {
    const asked = typedPeriod(period);
    if (!asked) return false;
    const { first, last } = monthsOfPeriod(asked, CALENDAR_MONTHS);
    return byKey.get(targetKey(person, kpi))?.rows.some((row) => row.first === first && row.last === last) === true;
  };
}

/** Rows of a table with a column a period: one for each person, indicator and year. */
function wideRows(table: Table, figures: readonly Figure[], issues: Issue[]): TakenRow[] {
  const rows = new Map<string, Record<string, Cell>>();
  const lacking = new Set<string>();
  for (const { person, kpi, period, value } of figures) {
    const asked = typedPeriod(period);
    const column = asked && columnOf(table, asked);
    if (!asked || column === undefined) {
      lacking.add(period);
      continue;
    }
    const key = `${targetKey(person, kpi)}\n${asked.year}`;
    rows.set(key, { ...rows.get(key), person, kpi, ...(table.columns.has('year') && { year: asked.year }), [column]: value });
  }
  if (lacking.size > 0) issues.push(issue('layout.noColumn', undefined, { table: nameOf(table.kind), period: firstOf([...lacking]) }));
  return [...rows.values()];
}

function columnOf(table: Table, { kind, index, year }: Period): string | undefined {
  const text = table.headers.find((one) => {
    const says = one === '' ? undefined : readPeriodHeader(one);
    return says !== undefined && !says.isSum && says.kind === kind && says.index === index && (says.year ?? year) === year;
  });
  return text === undefined ? undefined : matchKey(text);
}

/** Indicators that the workbook does not have yet: those that the layout weighs become rows, for whom they are. */
function newKpis({ figures, kpis }: Layout, { byKind }: Tables, issues: Issue[]): TakenRow[] {
  const table = byKind.get('kpis');
  const known = new Set(table ? distinctTexts(table, 'kpi').map(matchKey) : []);
  const isNew = ({ kpi }: LayoutKpi): boolean => !known.has(matchKey(kpi));
  const unweighed = kpis.filter((one) => isNew(one) && one.weight === undefined).map(({ kpi }) => kpi);
  if (unweighed.length > 0) issues.push(issue('layout.newKpis', undefined, { names: firstOf(unweighed) }, 'warning'));
  return kpis.filter((one) => isNew(one) && one.weight !== undefined).map(({ kpi, weight, unit, area, scoring, better }) => {
    const isText = scoring !== undefined && isScoringFault(readScoring(scoring));
    if (isText) issues.push(issue('layout.scoring', undefined, { kpi, found: quoteCell(scoring) }, 'warning'));
    const people = [...new Set(figures.filter((one) => matchKey(one.kpi) === matchKey(kpi)).map(({ person }) => person))];
    return { kpi, weight, unit, area, better, scoring: isText ? '' : scoring, for: people.join('; ') };
  });
}

/** What is said of the cells of a layout. */
function saidOf({ unread, twice, left, addsDays }: Layout, { origin }: RangeSource): Issue[] {
  const place = (row: number, column: number): Issue['at'] => ({ table: undefined, row: row + 1, column, ...(origin && { origin }) });
  const [first] = twice;
  return [
    ...unread.map(({ row, column, found }) => issue('layout.unread', place(row, column), { found: quoteCell(cellText(found)) }, 'warning')),
    ...(first ? [issue('layout.twice', place(first.row, first.column), { count: twice.length }, 'warning')] : []),
    ...(left > 0 ? [issue('layout.left', undefined, { count: left }, 'note')] : []),
    ...(addsDays ? [issue('layout.days', undefined, {}, 'note')] : []),
  ];
}

/** What is asked of somebody before a layout can be taken over. */
export function askedIssues({ asked }: Layout, sheet: string): Issue[] {
  return asked.map((question) => issue('layout.asks', undefined, { sheet, what: { code: `layout.${question}` } }));
}
