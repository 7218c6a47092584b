import type { Exact } from '../../core/amount/exact';
import { subtract, sum } from '../../core/amount/exact';
import { exactToNumber } from '../../core/amount/text';
import { settle } from '../../core/commission/settle';
import type { Settlement } from '../../core/commission/settle';
import { settledRows } from '../../core/commission/views/summary';
import { dayText, isDayFault, readDay } from '../../core/table/day';
import { CALENDAR_MONTHS, numberOfPeriod, periodRange, periodText } from '../../core/table/period';
import { nextPeriod } from '../../host-port/commands';
import { closedPeriods } from './closing';
import type { Desk } from './desk';
import { deskWith, sourceOf } from './desk';
import type { DraftPlan } from './plans';
import { numberOrText, withRows } from './records';
import { settleDesk } from './settled';

/** What a version that begins in closed periods would change in them, paid in the next one. */
export interface VersionCost {
  /** The closed periods that it reaches, the earliest first. */
  readonly periods: readonly string[];
  /** What correcting them costs in the period that is settled next; undefined where it cannot be settled. */
  readonly cost: number | undefined;
  readonly next: string;
}

/** The first day of the period that is to be closed next: a new version begins there unless somebody says otherwise. */
export function firstOpenDay({ tables }: Desk): string {
  const next = nextPeriod(tables);
  return next ? dayText(periodRange(next, CALENDAR_MONTHS).first) : '';
}

/** Which closed periods a draft reaches back into, and what that costs. */
export function versionCost(desk: Desk, { draft }: { readonly draft: DraftPlan }): VersionCost {
  const [day, next] = [draft.effective === '' ? -Infinity : readDay(draft.effective), nextPeriod(desk.tables)];
  if (!next || (typeof day !== 'number' && (day === 'blank' || isDayFault(day)))) return { periods: [], cost: 0, next: '' };
  const first = Number(day);
  const reached = closedPeriods(desk).filter((period) => periodRange(period, CALENDAR_MONTHS).last >= first).sort((a, b) => numberOfPeriod(a) - numberOfPeriod(b)).map(periodText);
  return { periods: reached, cost: reached.length === 0 ? 0 : costOf(desk, draft, periodText(next)), next: periodText(next) };
}

function costOf(desk: Desk, draft: DraftPlan, period: string): number | undefined {
  const [table, source] = [desk.tables.byKind.get('rules'), sourceOf(desk, 'rules')];
  const before = settleDesk(desk, period);
  if (!table || !source || !before.ok) return undefined;
  const rows = draft.rules.map((line) => ({ ...line, plan: draft.plan, version: numberOrText(draft.version), effective: draft.effective, from: numberOrText(line.from), value: numberOrText(line.value) }));
  const after = settle(deskWith(desk, 'rules', withRows(table, source, rows, desk.language)).tables, { period: { kind: 'period', period: before.value.period } });
  return after.ok ? exactToNumber(subtract(corrected(after.value), corrected(before.value))) : undefined;
}

function corrected(settlement: Settlement): Exact {
  return sum(settledRows(settlement).flatMap(({ row }) => row.adjustments.map(({ amount }) => amount)));
}
