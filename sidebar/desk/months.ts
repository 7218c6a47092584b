import { NO_DAY, dayColumn } from '../../core/table/table';
import type { Period } from '../../core/table/period';
import { CALENDAR_MONTHS, numberOfPeriod, periodOfDay, periodOfNumber, periodText } from '../../core/table/period';
import { lastClosed, nextPeriod } from '../../host-port/commands';
import { closedPeriods } from './closing';
import type { Desk } from './desk';

/** A period to choose, and how it stands: closed, the one to close next, or one that comes after it. */
export interface MonthView {
  readonly period: string;
  readonly state: 'closed' | 'next' | 'later';
}

const BEFORE = 24;

/** The periods that can be chosen: closed ones, the next one, and those after it that have orders already; the latest first. */
export function months(desk: Desk): readonly MonthView[] {
  const next = nextPeriod(desk.tables);
  if (!next) return [];
  const closed = new Set(closedPeriods(desk).map(periodText));
  const last = latestOrder(desk, next.kind);
  const from = numberOfPeriod(next) - BEFORE;
  const to = Math.max(numberOfPeriod(next), Math.min(last ?? 0, numberOfPeriod(next) + BEFORE));
  return Array.from({ length: to - from + 1 }, (_, index) => periodText(periodOfNumber(to - index, next.kind))).flatMap((period): MonthView[] => {
    if (period === periodText(next)) return [{ period, state: 'next' }];
    if (closed.has(period)) return [{ period, state: 'closed' }];
    // Where nothing was ever closed, months before the proposed one may be settled too.
    return period > periodText(next) || closed.size === 0 ? [{ period, state: 'later' }] : [];
  });
}

/** The period that a workbook is about now: the next one to close once it has orders, else the last that was closed. */
export function currentPeriod(desk: Desk): Period | undefined {
  const [next, last] = [nextPeriod(desk.tables), lastClosed(desk.tables)];
  if (!next || !last) return next;
  return (latestOrder(desk, next.kind) ?? 0) >= numberOfPeriod(next) ? next : last;
}

function latestOrder({ tables }: Desk, kind: Period['kind']): number | undefined {
  const orders = tables.byKind.get('orders');
  if (!orders) return undefined;
  const latest = dayColumn(orders, 'orderDate').days.reduce((last, day) => Math.max(last, day), NO_DAY);
  return latest === NO_DAY ? undefined : numberOfPeriod(periodOfDay(latest, kind, CALENDAR_MONTHS));
}
