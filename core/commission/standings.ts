import type { Exact } from '../amount/exact';
import { matchKey } from '../table/cell';
import { periodNumbering } from '../table/period';
import { runOf } from './engine';
import type { Settlement } from './settle';

/** How far a person's running total has come on the tiers of a part. */
export interface Standing {
  readonly person: number;
  readonly total: Exact;
}

/**
 * The running totals of a plan's part at the end of the settled period, per person: over the span of its tiers (a
 * year, say), not the period alone. Empty where a team, the plan, an order or a line has the total instead.
 */
export function standingsOf({ engine, plans }: Settlement, planName: string, partName: string): Standing[] {
  return plans.flatMap(({ plan, version, period }) => {
    const part = matchKey(plan.name) === matchKey(planName) ? version.parts.find(({ name }) => matchKey(name) === matchKey(partName)) : undefined;
    if (!part) return [];
    const { compiled, totals } = runOf(engine, version, part);
    if (compiled.subject !== 'person') return [];
    const span = periodNumbering(compiled.span, compiled.calendar)(period.last);
    return totals.flatMap(({ subject, span: own, total }) => (own === span && subject >= 0 ? [{ person: subject, total }] : [])).sort((a, b) => a.person - b.person);
  });
}
