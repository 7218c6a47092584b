import type { Exact } from '../amount/exact';
import { ZERO, isZero, sum } from '../amount/exact';
import { matchKey, quoteCell } from '../table/cell';
import type { Day } from '../table/day';
import { isNumberFault, readNumber } from '../table/number-cell';
import type { Calendar, Period, PeriodKind } from '../table/period';
import { monthsOfPeriod } from '../table/period';
import { rangeOfCell } from './period-range';
import { wideCells } from '../table/wide';
import type { Table } from '../table/table';
import { cellAt, columnNumber, dayAt, dayColumn, faultRow, numberAt, numberColumn, textAt, textColumn } from '../table/table';
import type { SpanRow, Spans } from './spans';
import { coverMonths, overlapping, spansOf } from './spans';

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
  readonly kpis: readonly string[];
}

export function targetKey(who: string, kpi: string): string {
  return `${matchKey(who)}\n${matchKey(kpi)}`;
}

/** Reads targets, long (a row a period) or wide (a column a period). */
export function readTargets(table: Table, calendar: Calendar, kind: PeriodKind): Targets {
  const [persons, kpis, effective] = [textColumn(table, 'person'), textColumn(table, 'kpi'), dayColumn(table, 'effective')];
  const rows = new Map<string, TargetRow[]>();
  const wide = columnNumber(table, 'target') === undefined;
  const read = wide ? wideRow : longRow;
  for (let row = 0; row < table.length; row += 1) {
    const key = targetKey(textAt(persons, row), textAt(kpis, row));
    for (const [field, name] of [['person', textAt(persons, row)], ['kpi', textAt(kpis, row)]] as const) {
      if (name === '') faultRow(table, row, field, { code: 'cell.missing', params: {} });
    }
    const own = read(table, row, dayAt(effective, row), calendar, kind);
    if (own.length === 0) continue;
    const known = rows.get(key);
    if (known) known.push(...own);
    else rows.set(key, own);
  }
  const byKey = new Map<string, Spans<TargetRow>>();
  for (const [key, list] of rows) byKey.set(key, spansOf(withoutFaults(table, list)));
  return { table, byKey, kpis: [...new Set(kpis.values.filter((name) => name !== ''))] };
}

/** Rows for the same months from the same day on, and rows whose months overlap, are pointed out; the first stays. */
function withoutFaults(table: Table, rows: readonly TargetRow[]): TargetRow[] {
  const kept: TargetRow[] = [];
  for (const row of rows) {
    const twin = kept.find(({ first, last, effective }) => first === row.first && last === row.last && effective === row.effective);
    if (twin) faultRow(table, row.row, 'period', { code: 'row.twice', params: { first: table.rowNumbers[twin.row] ?? 0 } });
    else kept.push(row);
  }
  const bounded = kept.filter(({ first }) => first > 0);
  const broken = new Set<TargetRow>();
  for (const [row, other] of overlapping(bounded)) {
    faultRow(table, other.row, 'period', { code: 'kpi.periodsOverlap', params: { first: table.rowNumbers[row.row] ?? 0 } });
    broken.add(other);
  }
  return kept.filter((row) => !broken.has(row));
}

function longRow(table: Table, row: number, effective: Day | undefined, calendar: Calendar, kind: PeriodKind): TargetRow[] {
  const months = rangeOfCell(table, row, calendar, kind);
  if (!months) return [];
  const number = (field: string): Exact | undefined => {
    const value = numberAt(numberColumn(table, field), row);
    return isZero(value) ? undefined : value;
  };
  const weight = number('weight');
  const target = number('target') ?? (weight ? undefined : ZERO);
  const isFaulty = columnFaulty(table, row, 'target');
  if (isFaulty) return [];
  return [{ ...months, effective, row, target, baseline: number('baseline'), stretch: number('stretch'), weight, note: textAt(textColumn(table, 'note'), row), field: 'target' }];
}

function columnFaulty(table: Table, row: number, field: string): boolean {
  const reading = readNumber(cellAt(table, row, field));
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
    const target = reading === 'blank' ? ZERO : reading;
    return [{ ...monthsOfPeriod(period, calendar), effective, row, target, baseline: undefined, stretch: undefined, weight: undefined, note: '', field: header }];
  });
}

/**
 * The target of somebody for a KPI in a period, as of a day: the row for that very period, else the sum of the
 * shorter periods that make it up. Rows for the person come before rows for everyone (`*`). A target of 0 is none.
 */
export function targetFor(targets: Targets, who: readonly string[], kpi: string, period: Period, asOf: Day, calendar: Calendar): Exact | undefined {
  const { first, last } = monthsOfPeriod(period, calendar);
  for (const name of who) {
    const { pieces, missing } = coverMonths(targets.byKey.get(targetKey(name, kpi)), first, last, asOf, ({ target }) => target !== undefined);
    if (missing.length > 0) continue;
    const total = sum(pieces.map(({ target }) => target ?? ZERO));
    return isZero(total) ? undefined : total;
  }
  return undefined;
}
