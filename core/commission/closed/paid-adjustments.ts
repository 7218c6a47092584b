import type { Exact } from '../../amount/exact';
import { equals } from '../../amount/exact';
import { round } from '../../amount/round';
import type { Plan } from '../../rules/plan';
import { roundingOf, versionFor } from '../../rules/plan';
import { matchKey } from '../../table/cell';
import { numberOfPeriod, samePeriod } from '../../table/period';
import type { ManualAdjustment } from './adjustments';
import type { StatementRow, Statements } from './statements';

/** The adjustments by hand that closings paid: every row of the statements stands for one of them, and no row for two. */
export function paidAdjustments(entries: readonly ManualAdjustment[], statements: Statements | undefined, plans: readonly Plan[]): ReadonlySet<ManualAdjustment> {
  const paid = new Set<ManualAdjustment>();
  const keyOf = (period: ManualAdjustment['period'], person: number): string => `${period.kind} ${numberOfPeriod(period)} ${person}`;
  const open = new Map<string, ManualAdjustment[]>();
  for (const entry of entries) open.set(keyOf(entry.period, entry.person), [...(open.get(keyOf(entry.period, entry.person)) ?? []), entry]);
  for (const row of statements?.rows ?? []) {
    if (row.kind !== 'manual') continue;
    const candidates = (open.get(keyOf(row.period, row.payee.person)) ?? []).filter((entry) => !paid.has(entry) && isPaidBy(entry, row, plans));
    const [best] = candidates.sort((a, b) => likeness(b, row) - likeness(a, row));
    if (best) paid.add(best);
  }
  return paid;
}

function isPaidBy({ period, planKey, amount }: ManualAdjustment, row: StatementRow, plans: readonly Plan[]): boolean {
  return samePeriod(period, row.period) && (planKey === '' || planKey === row.planKey) && equals(row.amounts.adjustment, roundedIn(amount, row, plans));
}

/** An amount as the plan of a row rounds it. */
function roundedIn(amount: Exact, { planKey, period }: StatementRow, plans: readonly Plan[]): Exact {
  const plan = plans.find(({ name }) => matchKey(name) === planKey);
  const version = plan && versionFor(plan, period);
  return version ? round(amount, roundingOf(version)) : amount;
}

/** Of several of one amount, the one with the row's own plan and reason is meant. */
function likeness({ planKey, reason }: ManualAdjustment, row: StatementRow): number {
  return (planKey === row.planKey ? 2 : 0) + (reason !== '' && row.note.startsWith(reason) ? 1 : 0);
}
