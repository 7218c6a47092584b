import type { Exact } from '../amount/exact';
import { add } from '../amount/exact';
import { matchKey, quoteCell } from '../table/cell';
import type { Day } from '../table/day';
import type { Calendar, Period, PeriodKind } from '../table/period';
import { periodRange, periodText, readPeriod, shiftPeriod } from '../table/period';
import { isNumberFault, readNumber } from '../table/number-cell';
import { isPeriodHeader } from '../table/recognise';
import type { Table } from '../table/table';
import { cellAt, columnNumber, dayAt, dayColumn, faultRow, textAt, textColumn } from '../table/table';
import { periodOfCell } from '../table/period-cell';

/** Targets by who (a person, a team or `*`), KPI and period; a later Effective date replaces an earlier one. */
export interface Targets {
  readonly byKey: ReadonlyMap<string, readonly TargetRow[]>;
  readonly kpis: readonly string[];
}

interface TargetRow {
  readonly value: Exact;
  readonly effective: Day | undefined;
}

function keyOf(who: string, kpi: string, period: Period): string {
  return `${matchKey(who)}\n${matchKey(kpi)}\n${periodText(period)}`;
}

/** Reads targets, long (a row a period) or wide (a column a period). */
export function readTargets(table: Table, calendar: Calendar, kind: PeriodKind): Targets {
  const [persons, kpis, effective] = [textColumn(table, 'person'), textColumn(table, 'kpi'), dayColumn(table, 'effective')];
  const byKey = new Map<string, TargetRow[]>();
  const wide = columnNumber(table, 'target') === undefined;
  for (let row = 0; row < table.length; row += 1) {
    const cells = wide ? wideCells(table, row) : longCell(table, row, calendar, kind);
    for (const { period, field } of cells) {
      const cell = cellAt(table, row, field);
      const reading = readNumber(cell);
      if (reading === 'blank') continue;
      if (isNumberFault(reading)) {
        faultRow(table, row, field, { code: 'cell.notNumber', params: { found: quoteCell(cell) } });
        continue;
      }
      const key = keyOf(textAt(persons, row), textAt(kpis, row), period);
      byKey.set(key, [...(byKey.get(key) ?? []), { value: reading, effective: dayAt(effective, row) }]);
    }
  }
  for (const rows of byKey.values()) rows.sort((a, b) => (b.effective ?? -Infinity) - (a.effective ?? -Infinity));
  return { byKey, kpis: [...new Set(kpis.values.filter((name) => name !== ''))] };
}

function longCell(table: Table, row: number, calendar: Calendar, kind: PeriodKind): { period: Period; field: string }[] {
  const period = periodOfCell(table, row, calendar, kind);
  return period ? [{ period, field: 'target' }] : [];
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function wideCells(table: Table, row: number): { period: Period; field: string }[] {
  const year = Number(String(cellAt(table, row, 'year') ?? '').replace(/\D/g, ''));
  return table.headers.flatMap((header) => {
    if (!isPeriodHeader(header)) return [];
    const period = periodOfHeader(header, year);
    return period ? [{ period, field: header }] : [];
  });
}

function periodOfHeader(header: string, year: number): Period | undefined {
  const whole = readPeriod(header);
  if (typeof whole === 'object') {
    if (whole.kind === 'period') return whole.period;
    return whole.kind === 'year number' ? { kind: 'year', year: whole.year, index: 1 } : undefined;
  }
  if (!(year >= 1900 && year <= 2200)) return undefined;
  const month = /^(\d{1,2})月$/.exec(header)?.[1];
  const named = MONTH_NAMES.indexOf(header.slice(0, 3).toLowerCase()) + 1;
  if (month !== undefined || named > 0) return { kind: 'month', year, index: month === undefined ? named : Number(month) };
  const rest = readPeriod(`${year}-${header}`);
  if (typeof rest === 'object' && rest.kind === 'period') return rest.period;
  const chinese = readPeriod(`${year}年${header}`);
  return typeof chinese === 'object' && chinese.kind === 'period' ? chinese.period : undefined;
}

/**
 * The target of somebody for a KPI in a period, as of a day: the row for that very period, else the sum of the
 * shorter periods that make it up. Rows for the person come before rows for everyone (`*`).
 */
export function targetFor(targets: Targets, who: readonly string[], kpi: string, period: Period, asOf: Day, calendar: Calendar): Exact | undefined {
  for (const name of who) {
    const found = targetOf(targets, name, kpi, period, asOf, calendar);
    if (found) return found;
  }
  return undefined;
}

const SHORTER: Partial<Record<PeriodKind, readonly PeriodKind[]>> = {
  year: ['half', 'quarter', 'month'],
  half: ['quarter', 'month'],
  quarter: ['month'],
};

function targetOf(targets: Targets, name: string, kpi: string, period: Period, asOf: Day, calendar: Calendar): Exact | undefined {
  const rows = targets.byKey.get(keyOf(name, kpi, period));
  const own = rows?.find((row) => row.effective === undefined || row.effective <= asOf);
  if (own) return own.value;
  for (const kind of SHORTER[period.kind] ?? []) {
    const total = sumOfParts(targets, name, kpi, period, kind, asOf, calendar);
    if (total) return total;
  }
  return undefined;
}

function sumOfParts(targets: Targets, name: string, kpi: string, period: Period, kind: PeriodKind, asOf: Day, calendar: Calendar): Exact | undefined {
  const range = periodRange(period, calendar);
  let part: Period = { kind, year: period.year - 1, index: 1 };
  let total: Exact | undefined;
  while (periodRange(part, calendar).first < range.first) part = shiftPeriod(part, 1);
  while (periodRange(part, calendar).last <= range.last) {
    const rows = targets.byKey.get(keyOf(name, kpi, part));
    const found = rows?.find((row) => row.effective === undefined || row.effective <= asOf);
    if (!found) return undefined;
    total = total ? add(total, found.value) : found.value;
    part = shiftPeriod(part, 1);
  }
  return total;
}
