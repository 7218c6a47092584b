import { call } from '../../core/catalogue/call';
import { targetGaps } from '../../core/kpi/target-gap';
import { targetLedger } from '../../core/kpi/score-tables';
import { calendarOfTables } from '../../core/kpi/kpi-calendar';
import { readKpiPeriod } from '../../core/kpi/kpi-period';
import { gapView } from '../../core/kpi/views/gap-view';
import type { ResultTable } from '../../core/table/result-table';
import type { Cell } from '../../core/table/cell';
import { NO_DAY, dayColumn, numberAt, numberColumn, textAt, textColumn } from '../../core/table/table';
import { sum } from '../../core/amount/exact';
import { exactFromNumber, exactToNumber, exactToText } from '../../core/amount/text';
import { civilOf } from '../../core/table/day';
import type { Change } from '../../host-port/change';
import type { Answer, Desk } from './desk';
import { refuse, refuseText } from './desk';
import { addRows } from './records';

export const MONTHS_A_YEAR = 12;

/** A team's people, in the order of the People table; people without a team stand together under a blank one. */
export interface TeamView {
  readonly team: string;
  readonly people: readonly string[];
}

/** The teams as the latest rows of the People table have them. */
export function teams({ tables }: Desk): readonly TeamView[] {
  const people = tables.byKind.get('people');
  if (!people) return [];
  const [names, own] = [textColumn(people, 'person'), textColumn(people, 'team')];
  const latest = new Map<string, string>();
  for (let row = 0; row < people.length; row += 1) if (textAt(names, row) !== '') latest.set(textAt(names, row), textAt(own, row));
  const found = new Map<string, string[]>();
  for (const [person, team] of latest) found.set(team, [...(found.get(team) ?? []), person]);
  return [...found].map(([team, members]) => ({ team, people: members }));
}

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

/** What a grid writes into Targets: a row a person (or team) and month. */
export function saveTargets(desk: Desk, { kpi, year, holders, grid }: { readonly kpi: string; readonly year: number; readonly holders: readonly string[]; readonly grid: ResultTable }): readonly Change[] {
  const rows = holders.flatMap((person, row) =>
    Array.from({ length: MONTHS_A_YEAR }, (_, month): Record<string, Cell> => ({ person, kpi, period: `${year}-${String(month + 1).padStart(2, '0')}`, target: grid[row]?.[month] ?? '' })),
  );
  return addRows(desk, 'targets', rows);
}

/** Each team's target beside what its people were given. */
export function gaps(desk: Desk, { period }: { readonly period: string }): Answer<ResultTable> {
  const [read, ledger] = [readKpiPeriod(period, calendarOfTables(desk.tables)), targetLedger(desk.tables)];
  if (!read.ok) return refuse(read.issues, desk.language);
  if (!ledger.ok) return refuse(ledger.issues, desk.language);
  return { ok: true, value: gapView(targetGaps(ledger.value, read.value), read.value, desk.language) };
}
