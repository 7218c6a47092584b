import { call } from '../../core/catalogue/call';
import { targetGaps } from '../../core/kpi/target-gap';
import { targetLedger } from '../../core/kpi/score-tables';
import { readKpiPeriod } from '../../core/kpi/kpi-period';
import { gapView } from '../../core/kpi/views/gap-view';
import type { ResultTable } from '../../core/table/result-table';
import type { Cell } from '../../core/table/cell';
import { NO_DAY, dayColumn, numberAt, numberColumn } from '../../core/table/table';
import { exactToNumber } from '../../core/amount/text';
import { civilOf } from '../../core/table/day';
import type { Change } from '../../host-port/change';
import type { Answer, Desk } from './desk';
import { refuse, refuseText } from './desk';
import { addRows } from './records';

export const MONTHS_A_YEAR = 12;

/** How an annual figure is spread: over months and over people (or teams), by weights. */
export interface Spread {
  readonly total: string;
  readonly months: readonly number[];
  readonly people: readonly { readonly name: string; readonly weight: number }[];
}

/** Targets by person and month that add up to the annual figure exactly, down and across. */
export function targetGrid(_desk: Desk, { total, months, people }: Spread): Answer<ResultTable> {
  const made = call('TARGETGRID', [total, people.map(({ weight }) => [weight]), [[...months]], 0]);
  if (!made.ok) return refuseText(made.error.message);
  return { ok: true, value: made.value as ResultTable };
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

/** What a grid writes into Targets: a row a person and month. */
export function saveTargets(desk: Desk, { kpi, year, people, grid }: { readonly kpi: string; readonly year: number; readonly people: readonly string[]; readonly grid: ResultTable }): readonly Change[] {
  const rows = people.flatMap((person, row) =>
    Array.from({ length: MONTHS_A_YEAR }, (_, month): Record<string, Cell> => ({ person, kpi, period: `${year}-${String(month + 1).padStart(2, '0')}`, target: grid[row]?.[month] ?? '' })),
  );
  return addRows(desk, 'targets', rows);
}

/** Each team's target beside what its people were given. */
export function gaps(desk: Desk, { period }: { readonly period: string }): Answer<ResultTable> {
  const [read, ledger] = [readKpiPeriod(period), targetLedger(desk.tables)];
  if (!read.ok) return refuse(read.issues, desk.language);
  if (!ledger.ok) return refuse(ledger.issues, desk.language);
  return { ok: true, value: gapView(targetGaps(ledger.value, read.value), read.value, desk.language) };
}
