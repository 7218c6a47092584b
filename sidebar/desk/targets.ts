import { call } from '../../core/catalogue/call';
import { targetGaps } from '../../core/kpi/target-gap';
import { targetLedger } from '../../core/kpi/score-tables';
import { calendarOfTables } from '../../core/kpi/kpi-calendar';
import { readKpiPeriod } from '../../core/kpi/kpi-period';
import { gapView } from '../../core/kpi/views/gap-view';
import type { ResultTable } from '../../core/table/result-table';
import type { Cell } from '../../core/table/cell';
import { matchKey } from '../../core/table/cell';
import { shifted } from '../../core/table/column-cells';
import type { Person } from '../../core/table/people';
import { personText, readPeople } from '../../core/table/people';
import type { Period } from '../../core/table/period';
import type { Table } from '../../core/table/table';
import { CALENDAR_MONTHS, periodOfDay, periodRange, periodText, readPeriod } from '../../core/table/period';
import { NO_DAY, cellAt, dayAt, dayColumn, numberAt, numberColumn, textAt, textColumn } from '../../core/table/table';
import { appliesTo } from '../../core/kpi/applies-to';
import { nextPeriod } from '../../host-port/commands';
import { sum } from '../../core/amount/exact';
import { exactFromNumber, exactToNumber, exactToText } from '../../core/amount/text';
import { civilOf, dayOf, dayText } from '../../core/table/day';
import type { Change } from '../../host-port/change';
import type { Answer, Desk } from './desk';
import { refuse, refuseText } from './desk';
import { addRows, fillColumns } from './records';

export const MONTHS_A_YEAR = 12;

/** A team's people, in the order of the People table; people without a team stand together under a blank one. */
export interface TeamView {
  readonly team: string;
  readonly people: readonly string[];
  /** Those of them who have left by then, or to whom the indicator does not apply: they are given nothing unless somebody says so. */
  readonly apart: readonly string[];
}

/** The teams as they stand on the first open day of a year, and who of them an indicator is not for. */
export function teams(desk: Desk, { kpi = '', year = NaN }: { readonly kpi?: string; readonly year?: number }): readonly TeamView[] {
  const table = desk.tables.byKind.get('people');
  if (!table) return [];
  const people = readPeople(table);
  const ledger = targetLedger(desk.tables);
  const own = ledger.ok ? ledger.value.indicators.all.filter(({ key }) => key === matchKey(kpi)) : [];
  const found = new Map<string, { people: string[]; apart: string[] }>();
  people.persons.forEach((person, index) => {
    const day = dayToLookAt(desk, year, person);
    const team = personText(people, index, 'team', day);
    const entry = found.get(team) ?? { people: [], apart: [] };
    found.set(team, entry);
    entry.people.push(person.label);
    const isFor = own.length === 0 || own.some((indicator) => appliesTo(indicator.appliesTo, people, index, day));
    const hasLeft = Number.isFinite(year) && person.left !== undefined && person.left < firstDayOf(desk, year);
    if (!isFor || hasLeft) entry.apart.push(person.label);
  });
  return [...found].map(([team, entry]) => ({ team, ...entry }));
}

/** The first day of a year that is not closed yet. */
function firstDayOf({ tables }: Desk, year: number): number {
  const [first, next] = [dayOf(year, 1, 1), nextPeriod(tables)];
  return next && next.year === year ? Math.max(first, periodRange(next, CALENDAR_MONTHS).first) : first;
}

/** The day on which a person's team and role are looked at: while they are there. */
function dayToLookAt(desk: Desk, year: number, { joined, left, starts }: Person): number {
  const latest = Math.max(...starts.flatMap((day) => day ?? []), joined ?? -Infinity);
  const wanted = Number.isFinite(year) ? Math.max(firstDayOf(desk, year), latest) : latest;
  return Math.min(wanted === -Infinity ? MOST_DAYS : wanted, left ?? MOST_DAYS);
}

const MOST_DAYS = 1e6;

interface Weighed {
  readonly name: string;
  readonly weight: number;
}

/** How an annual figure is spread: over months, over teams, and within each team over its people, all by weights. */
export interface Spread {
  readonly total: string;
  readonly months: readonly number[];
  readonly teams: readonly (Weighed & { readonly people: readonly Weighed[] })[];
}

/** Targets by month, of the teams and of their people, that add up to the annual figure exactly: down, across, and within each team. */
export interface TargetGrid {
  readonly teams: ResultTable;
  readonly people: ResultTable;
}

export function targetGrid(_desk: Desk, { total, months, teams: spread }: Spread): Answer<TargetGrid> {
  const made = call('TARGETGRID', [total, spread.map(({ weight }) => [weight]), [[...months]], 0]);
  if (!made.ok) return refuseText(made.error.message);
  const rows = made.value as ResultTable;
  const people: ResultTable = [];
  for (const [index, { people: members }] of spread.entries()) {
    const own = rows[index] ?? [];
    const year = exactToText(sum(own.flatMap((cell) => exactFromNumber(Number(cell)) ?? [])));
    if (year === '0') {
      people.push(...members.map(() => own));
      continue;
    }
    // The team's months as weights of its own year: whole shares, so that every month of its people adds up to them.
    const within = call('TARGETGRID', [year, members.map(({ weight }) => [weight]), [[...own]], 0]);
    if (!within.ok) return refuseText(within.error.message);
    people.push(...(within.value as ResultTable));
  }
  return { ok: true, value: { teams: rows, people } };
}

/** How the orders of a year were spread over its months, as whole percentages of the number of order lines weighed by amount. */
export function lastYearShares({ tables }: Desk, { year }: { readonly year: number }): readonly number[] | undefined {
  const orders = tables.byKind.get('orders');
  if (!orders) return undefined;
  const [days, amounts, rates] = [dayColumn(orders, 'orderDate').days, numberColumn(orders, 'amount'), numberColumn(orders, 'rate')];
  const sums = Array.from({ length: MONTHS_A_YEAR }, () => 0);
  for (let row = 0; row < orders.length; row += 1) {
    const day = days[row] ?? NO_DAY;
    if (day === NO_DAY || orders.faulty[row] === 1) continue;
    const date = civilOf(day);
    // Only a season's shape: without a rate of its own an amount counts as it stands.
    if (date.year === year) sums[date.month - 1] = (sums[date.month - 1] ?? 0) + exactToNumber(numberAt(amounts, row)) * (exactToNumber(numberAt(rates, row)) || 1);
  }
  const total = sums.reduce((all, one) => all + one, 0);
  return total > 0 ? sums.map((sum) => Math.max(0, Math.round((sum / total) * 1000) / 10)) : undefined;
}

/**
 * What a grid writes into Targets: a row a person (or team) and month. Months that have a target already get a row that
 * replaces it from the first open day on; closed months keep what was agreed.
 */
export function saveTargets(desk: Desk, { kpi, year, holders, grid }: { readonly kpi: string; readonly year: number; readonly holders: readonly string[]; readonly grid: ResultTable }): readonly Change[] {
  const from = firstDayOf(desk, year);
  const known = knownTargets(desk, kpi);
  const rows = holders.flatMap((person, row) =>
    Array.from({ length: MONTHS_A_YEAR }, (_, month) => month).flatMap((month): Record<string, Cell>[] => {
      const period = `${year}-${String(month + 1).padStart(2, '0')}`;
      const isThere = known.has(`${matchKey(person)} ${period}`);
      if (isThere && dayOf(year, month + 1, 1) < from) return [];
      return [{ person, kpi, period, target: grid[row]?.[month] ?? '', ...(isThere ? { effective: dayText(from) } : {}) }];
    }),
  );
  const [fresh, again] = [rows.filter((row) => !known.get(`${matchKey(String(row['person']))} ${String(row['period'])}`)?.has(String(row['effective'] ?? ''))), rows.filter((row) => known.get(`${matchKey(String(row['person']))} ${String(row['period'])}`)?.has(String(row['effective'] ?? '')))];
  return [...replaced(desk, kpi, again), ...addRows(desk, 'targets', fresh)];
}

/** The targets of an indicator by person and month, and the days from which there are some. */
function knownTargets({ tables }: Desk, kpi: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>();
  const table = tables.byKind.get('targets');
  if (!table) return found;
  const [persons, kpis, effective] = [textColumn(table, 'person'), textColumn(table, 'kpi'), dayColumn(table, 'effective')];
  for (let row = 0; row < table.length; row += 1) {
    if (matchKey(textAt(kpis, row)) !== matchKey(kpi)) continue;
    const period = periodOfCell(table, row);
    if (!period) continue;
    const key = `${matchKey(textAt(persons, row))} ${periodText(period)}`;
    const day = dayAt(effective, row);
    found.set(key, (found.get(key) ?? new Map<string, number>()).set(day === undefined ? '' : dayText(day), row));
  }
  return found;
}

function periodOfCell(table: Table, row: number): Period | undefined {
  const reading = readPeriod(shifted(table, cellAt(table, row, 'period')));
  if (typeof reading !== 'object' || reading.kind === 'year number') return undefined;
  return reading.kind === 'period' ? reading.period : periodOfDay(reading.day, 'month', CALENDAR_MONTHS);
}

/** Rows that say the same from the same day on are written over. */
function replaced(desk: Desk, kpi: string, rows: readonly Record<string, Cell>[]): Change[] {
  const known = knownTargets(desk, kpi);
  return rows.flatMap((row) => {
    const index = known.get(`${matchKey(String(row['person']))} ${String(row['period'])}`)?.get(String(row['effective'] ?? ''));
    return index === undefined ? [] : fillColumns(desk, 'targets', [index], { target: row['target'] as string | number });
  });
}

/** Each team's target beside what its people were given. */
export function gaps(desk: Desk, { period }: { readonly period: string }): Answer<ResultTable> {
  const calendar = calendarOfTables(desk.tables, period);
  const [read, ledger] = [readKpiPeriod(period, calendar), targetLedger(desk.tables, calendar)];
  if (!read.ok) return refuse(read.issues, desk.language);
  if (!ledger.ok) return refuse(ledger.issues, desk.language);
  return { ok: true, value: gapView(targetGaps(ledger.value, read.value), read.value, desk.language) };
}
