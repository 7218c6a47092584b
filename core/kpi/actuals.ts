import type { Exact } from '../amount/exact';
import { isZero } from '../amount/exact';
import type { Calendar } from '../table/period';
import { monthsOfPeriod } from '../table/period';
import type { Cell } from '../table/cell';
import { isBlank, isErrorCell, matchKey, plainText, quoteCell } from '../table/cell';
import { isNumberFault, readNumber } from '../table/number-cell';
import type { Table } from '../table/table';
import { cellAt, faultRow, textAt, textColumn } from '../table/table';
import { isWideTable, wideCells } from '../table/wide';
import { rangeReader } from './period-range';
import type { SpanRow, Spans } from './spans';
import { spansOf, withoutClashes } from './spans';

/** What was measured of somebody (a person, a team or `*`) for some months. */
export interface ActualRow extends SpanRow {
  /** The number, if it is one. */
  readonly value: Exact | undefined;
  /** The cell as written, for labels and ratings. */
  readonly label: string;
  /** For ratios: what was counted, of how many. */
  readonly numerator: Exact | undefined;
  readonly denominator: Exact | undefined;
  readonly note: string;
  readonly field: string;
}

export interface Actuals {
  readonly table: Table;
  readonly byKey: ReadonlyMap<string, Spans<ActualRow>>;
}

const MISSING_MARKS = new Set(['-', '–', '—', '/', 'n/a', '无', '缺']);

/** A blank or a `-` is a missing actual, never a 0. */
export function isMissingActual(cell: Cell): boolean {
  return isBlank(cell) || (typeof cell === 'string' && MISSING_MARKS.has(plainText(cell).toLowerCase()));
}

/** Reads actuals, long (a row a period) or wide (a column a period). Cells without an actual leave no row. */
export function readActuals(table: Table, calendar: Calendar): Actuals {
  const [persons, kpis] = [textColumn(table, 'person'), textColumn(table, 'kpi')];
  const [personKeys, kpiKeys] = [persons.values.map(matchKey), kpis.values.map(matchKey)];
  const rows = new Map<string, ActualRow[]>();
  const wide = isWideTable(table);
  const months = wide ? () => undefined : rangeReader(table, calendar, 'month');
  for (let row = 0; row < table.length; row += 1) {
    const [person, kpi] = [textAt(persons, row), textAt(kpis, row)];
    if (person === '') faultRow(table, row, 'person', { code: 'cell.missing', params: {} });
    if (kpi === '') faultRow(table, row, 'kpi', { code: 'cell.missing', params: {} });
    const own = wide ? wideRow(table, row, calendar) : longRow(table, row, months(row));
    if (own.length === 0) continue;
    const key = `${personKeys[persons.codes[row] ?? 0] ?? ''}\n${kpiKeys[kpis.codes[row] ?? 0] ?? ''}`;
    const known = rows.get(key);
    if (known) known.push(...own);
    else rows.set(key, own);
  }
  const byKey = new Map<string, Spans<ActualRow>>();
  for (const [key, list] of rows) byKey.set(key, spansOf(withoutClashes(table, list)));
  return { table, byKey };
}

function longRow(table: Table, row: number, months: ReturnType<ReturnType<typeof rangeReader>>): ActualRow[] {
  if (!months) return [];
  const [numerator, denominator] = [partAt(table, row, 'numerator'), partAt(table, row, 'denominator')];
  // A blank numerator is missing, never 0: then there is no ratio.
  const isRatio = numerator !== undefined && denominator !== undefined && !isZero(denominator);
  const cell = cellAt(table, row, 'actual');
  if (isErrorCell(cell)) {
    faultRow(table, row, 'actual', { code: 'cell.error', params: { found: quoteCell(cell) } });
    return [];
  }
  if (isMissingActual(cell) && !isRatio) return [];
  const parts = isRatio ? { numerator, denominator } : { numerator: undefined, denominator: undefined };
  return [{ ...months, ...parts, ...valueOf(cell), effective: undefined, row, note: textAt(textColumn(table, 'note'), row), field: 'actual' }];
}

/** A numerator or denominator; undefined where it is blank or `-`. What is no number is pointed at. */
function partAt(table: Table, row: number, field: 'numerator' | 'denominator'): Exact | undefined {
  const cell = cellAt(table, row, field);
  if (isMissingActual(cell)) return undefined;
  const reading = readNumber(cell);
  if (reading === 'blank') return undefined;
  if (!isNumberFault(reading)) return reading;
  faultRow(table, row, field, { code: reading === 'error' ? 'cell.error' : 'cell.notNumber', params: { found: quoteCell(cell) } });
  return undefined;
}

function wideRow(table: Table, row: number, calendar: Calendar): ActualRow[] {
  return wideCells(table, row).flatMap(({ period, header }) => {
    const cell = cellAt(table, row, header);
    if (isErrorCell(cell)) faultRow(table, row, header, { code: 'cell.error', params: { found: quoteCell(cell) } });
    if (isErrorCell(cell) || isMissingActual(cell)) return [];
    return [{ ...monthsOfPeriod(period, calendar), ...valueOf(cell), numerator: undefined, denominator: undefined, effective: undefined, row, note: '', field: header }];
  });
}

function valueOf(cell: Cell): { readonly value: Exact | undefined; readonly label: string } {
  const reading = readNumber(cell);
  return { value: reading === 'blank' || isNumberFault(reading) ? undefined : reading, label: isMissingActual(cell) ? '' : plainText(String(cell)) };
}
