import type { Exact } from '../../core/amount/exact';
import { sum } from '../../core/amount/exact';
import { exactToNumber } from '../../core/amount/text';
import type { Settlement } from '../../core/commission/settle';
import type { SettledRow } from '../../core/commission/settled-row';
import { settledRows } from '../../core/commission/views/summary';
import { periodText } from '../../core/table/period';
import { lastClosed, nextPeriod } from '../../host-port/commands';
import { closedPay, periodBefore } from './closed-pay';
import { confirmations } from './closing';
import type { Desk, Problem } from './desk';
import { problemOfIssue } from './desk';
import { currentPeriod } from './months';
import { isEmptyOf, planNames } from './in-book';
import type { Progress } from './settled';
import { issuesOf, settleDesk } from './settled';
import { withoutPlan } from './without-plan';

export type StepName = 'read' | 'checked' | 'settled' | 'closed' | 'confirmed';

/** One of the steps of a period's end: done, the one to do now, or one that comes later. */
export interface MonthStep {
  readonly name: StepName;
  readonly state: 'done' | 'now' | 'later';
  /** Problems, people, or rows, as the step counts them. */
  readonly count: number;
  readonly of: number;
}

/** What a period pays, beside what was paid before. */
export interface MonthFigures {
  readonly currency: string;
  readonly people: number;
  readonly payable: number;
  readonly funds: number;
  readonly held: number;
  readonly released: number;
  readonly before: number | undefined;
  readonly yearBefore: number | undefined;
}

export interface MonthEnd {
  readonly period: string;
  /** The period to close next. */
  readonly next: string;
  readonly steps: readonly MonthStep[];
  readonly figures: MonthFigures | undefined;
  readonly errors: number;
  readonly warnings: number;
  readonly withoutPlan: readonly string[];
  /** Why nothing can be settled, the gravest first. */
  readonly refused: readonly Problem[];
}

/** Where a period stands on its way from the data to a confirmed statement, and what it pays. */
export function monthEnd(desk: Desk, _params: undefined, progress?: Progress): MonthEnd {
  const [period, next] = [currentPeriod(desk), nextPeriod(desk.tables)].map((one) => (one ? periodText(one) : ''));
  const isReady = (['rules', 'people', 'orders'] as const).every((kind) => !isEmptyOf(desk, kind)) && planNames(desk).length > 0;
  const errors = issuesOf(desk).filter(({ severity }) => severity === 'error').length;
  const warnings = issuesOf(desk).filter(({ severity }) => severity === 'warning').length;
  const settled = isReady && period !== undefined && period !== '' ? settleDesk(desk, period, progress) : undefined;
  const last = lastClosed(desk.tables);
  const isClosed = last !== undefined && periodText(last) === period;
  const states = isClosed && period !== undefined ? confirmations(desk, { period }) : [];
  const confirmed = states.filter(({ state }) => state === 'confirmed').length;
  const open = settled?.ok === true ? settledRows(settled.value).filter(({ row }) => row.open).length : 0;
  const facts: readonly (readonly [StepName, boolean, number, number])[] = [
    ['read', isReady, desk.tables.byKind.get('orders')?.length ?? 0, 0],
    ['checked', errors === 0 || isClosed, errors, 0],
    ['settled', settled?.ok === true && open === 0, open, 0],
    ['closed', isClosed, 0, 0],
    ['confirmed', isClosed && confirmed === states.length, confirmed, states.length],
  ];
  return {
    period: period ?? '',
    next: next ?? '',
    steps: inOrder(facts),
    figures: settled?.ok === true ? figuresOf(settled.value) : undefined,
    errors,
    warnings,
    withoutPlan: settled?.ok === true && !isClosed ? withoutPlan(settled.value) : [],
    refused: settled?.ok === false ? settled.issues.slice(0, 3).map((found) => problemOfIssue(found, desk.language)) : [],
  };
}

/** The first step that is not done is the one to do now; what comes after it comes later, done or not. */
function inOrder(facts: readonly (readonly [StepName, boolean, number, number])[]): MonthStep[] {
  const now = facts.findIndex(([, isDone]) => !isDone);
  const stateAt = (index: number): MonthStep['state'] => {
    if (now < 0 || index < now) return 'done';
    return index === now ? 'now' : 'later';
  };
  return facts.map(([name, , count, of], index) => ({ name, count, of, state: stateAt(index) }));
}

function figuresOf(settlement: Settlement): MonthFigures | undefined {
  const rows = settledRows(settlement).map(({ row }) => row);
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  if (rows.some(({ open }) => open) || currencies.length !== 1) return undefined;
  const people = rows.filter(({ kind }) => kind === 'person');
  const closed = closedPay(settlement);
  const [before, yearBefore] = [closed.get(periodBefore(settlement, 1)), closed.get(periodBefore(settlement, 'a year'))];
  return {
    currency: currencies[0] ?? '',
    people: new Set(people.map(({ person }) => person)).size,
    payable: total(people, ({ amounts }) => amounts.payable),
    funds: total(rows.filter(({ kind }) => kind === 'fund'), ({ amounts }) => amounts.payable),
    held: total(people, ({ amounts }) => amounts.held),
    released: total(people, ({ amounts }) => amounts.released),
    before: before && exactToNumber(before.people),
    yearBefore: yearBefore && exactToNumber(yearBefore.people),
  };
}

function total(rows: readonly SettledRow[], of: (row: SettledRow) => Exact): number {
  return exactToNumber(sum(rows.map(of)));
}
