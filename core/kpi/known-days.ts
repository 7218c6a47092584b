import type { Day } from '../table/day';
import type { DayColumn } from '../table/table';
import { NO_DAY, dayColumn } from '../table/table';
import type { Actuals } from './actuals';
import type { Derivable } from './derived/derived-actuals';
import { monthDays } from './kpi-period';

/**
 * The last day the tables speak of. There is no clock: whether a month has begun is told by whether anything of it, or
 * of a later one, is there. Undefined where there are no dates at all.
 */
export function lastKnownDay({ book, tasks, deals, calendar }: Derivable, actuals: Actuals | undefined): Day | undefined {
  const ofReceipts = book?.receipts ? latest(dayColumn(book.receipts.table, 'date')) : NO_DAY;
  let last = Math.max(book ? latest(book.orderDays) : NO_DAY, ofReceipts);
  for (const { done } of tasks ?? []) last = Math.max(last, done ?? NO_DAY);
  for (const { entries } of deals ?? []) last = Math.max(last, entries[entries.length - 1]?.entered ?? NO_DAY);
  for (const { rows } of actuals?.byKey.values() ?? []) for (const row of rows) last = Math.max(last, monthDays(row.last, calendar).last);
  return last === NO_DAY ? undefined : last;
}

function latest({ days }: DayColumn): Day {
  let last = NO_DAY;
  for (const day of days) if (day > last) last = day;
  return last;
}
