import type { Exact } from '../amount/exact';
import { ZERO, isZero } from '../amount/exact';
import { matchKey, quoteCell } from '../table/cell';
import type { Day } from '../table/day';
import { isNumberFault, readNumber } from '../table/number-cell';
import type { Calendar, PeriodKind } from '../table/period';
import { monthsOfPeriod } from '../table/period';
import { rangeReader } from './period-range';
import { wideCells } from '../table/wide';
import type { NumberColumn, Table } from '../table/table';
import { cellAt, columnNumber, dayAt, dayColumn, faultRow, numberAt, numberColumn, textAt, textColumn } from '../table/table';
import type { SpanRow, Spans } from './spans';
import { ALL_MONTHS, spansOf, withoutClashes } from './spans';

/** What was agreed with somebody (a person, a team or `*`) about an indicator, for some months. */
export interface TargetRow extends SpanRow {
  /** Undefined where the row only gives a weight. A blank and a 0 mean the same. */
  readonly target: Exact | undefined;
  readonly baseline: Exact | undefined;
  readonly stretch: Exact | undefined;
  readonly weight: Exact | undefined;
  readonly note: string;
  /** The column the target stands in, for pointing at it. */
  readonly field: string;
}

/** Targets by who and indicator; a later Effective date replaces an earlier one. */
export interface Targets {
  readonly table: Table;
  readonly byKey: ReadonlyMap<string, Spans<TargetRow>>;
  /** The rows that give a weight, by the same keys. */
  readonly weights: ReadonlyMap<string, readonly TargetRow[]>;
  readonly kpis: readonly string[];
}

export function targetKey(who: string, kpi: string): string {
  return `${matchKey(who)}\n${matchKey(kpi)}`;
}

/** The row that holds for every month, as of a day. A target of 0 is none. */
export function alwaysRow({ rows }: Spans<TargetRow>, day: Day): TargetRow | undefined {
  const known = rows.filter(({ first, target, effective }) => first === ALL_MONTHS.first && target !== undefined && !isZero(target) && (effective === undefined || effective <= day));
  return known.sort((a, b) => (b.effective ?? -Infinity) - (a.effective ?? -Infinity) || a.row - b.row)[0];
}

/** Reads targets, long (a row a period) or wide (a column a period). */
export function readTargets(table: Table, calendar: Calendar, kind: PeriodKind): Targets {
  const [persons, kpis, effective] = [textColumn(table, 'person'), textColumn(table, 'kpi'), dayColumn(table, 'effective')];
  const [personKeys, kpiKeys] = [persons.values.map(matchKey), kpis.values.map(matchKey)];
  const rows = new Map<string, TargetRow[]>();
  const wide = columnNumber(table, 'target') === undefined;
  const longRow = longReader(table, calendar, kind);
  for (let row = 0; row < table.length; row += 1) {
    const [person, kpi] = [textAt(persons, row), textAt(kpis, row)];
    if (person === '') faultRow(table, row, 'person', { code: 'cell.missing', params: {} });
    if (kpi === '') faultRow(table, row, 'kpi', { code: 'cell.missing', params: {} });
    const key = `${personKeys[persons.codes[row] ?? 0] ?? ''}\n${kpiKeys[kpis.codes[row] ?? 0] ?? ''}`;
    const own = wide ? wideRow(table, row, dayAt(effective, row), calendar) : longRow(row, dayAt(effective, row));
    if (own.length === 0) continue;
    const known = rows.get(key);
    if (known) known.push(...own);
    else rows.set(key, own);
  }
  const byKey = new Map<string, Spans<TargetRow>>();
  const weights = new Map<string, TargetRow[]>();
  for (const [key, list] of rows) {
    const spans = spansOf(withoutClashes(table, list));
    byKey.set(key, spans);
    const weighing = spans.rows.filter(({ weight }) => weight !== undefined);
    if (weighing.length > 0) weights.set(key, weighing);
  }
  return { table, byKey, weights, kpis: [...new Set(kpis.values.filter((name) => name !== ''))] };
}

/** Reads the long rows of a table. A row with only a weight has no target; else a blank target is 0. */
function longReader(table: Table, calendar: Calendar, kind: PeriodKind): (row: number, effective: Day | undefined) => TargetRow[] {
  const [targets, weights] = [numberColumn(table, 'target'), numberColumn(table, 'weight')];
  const [baselines, stretches] = [numberColumn(table, 'baseline'), numberColumn(table, 'stretch')];
  const notes = textColumn(table, 'note');
  const months = rangeReader(table, calendar, kind);
  return (row, effective) => {
    const range = months(row);
    if (!range) return [];
    const [target, weight, baseline, stretch] = [given(targets, row), given(weights, row), given(baselines, row), given(stretches, row)];
    if (!target && isUnreadable(table, row)) return [];
    return [{ first: range.first, last: range.last, effective, row, target: target ?? (weight ? undefined : ZERO), baseline, stretch, weight, note: textAt(notes, row), field: 'target' }];
  };
}

/** A number that was given: a blank and a 0 are none. */
function given(column: NumberColumn, row: number): Exact | undefined {
  const value = numberAt(column, row);
  return isZero(value) ? undefined : value;
}

function isUnreadable(table: Table, row: number): boolean {
  const reading = readNumber(cellAt(table, row, 'target'));
  return reading !== 'blank' && isNumberFault(reading);
}

function wideRow(table: Table, row: number, effective: Day | undefined, calendar: Calendar): TargetRow[] {
  return wideCells(table, row).flatMap(({ period, header }) => {
    const cell = cellAt(table, row, header);
    const reading = readNumber(cell);
    if (reading !== 'blank' && isNumberFault(reading)) {
      faultRow(table, row, header, { code: 'cell.notNumber', params: { found: quoteCell(cell) } });
      return [];
    }
    // A wide row has a cell for every period: the blank ones are simply not planned.
    if (reading === 'blank' || isZero(reading)) return [];
    return [{ ...monthsOfPeriod(period, calendar), effective, row, target: reading, baseline: undefined, stretch: undefined, weight: undefined, note: '', field: header }];
  });
}
