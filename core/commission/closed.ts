import type { Exact } from '../amount/exact';
import { ZERO, add, isZero, subtract } from '../amount/exact';
import { round } from '../amount/round';
import type { Message } from '../locale/message';
import type { Plan } from '../rules/plan';
import { payEveryOf, roundingOf, versionFor, versionLabel } from '../rules/plan';
import { matchKey } from '../table/cell';
import { findPerson } from '../table/people';
import type { Period } from '../table/period';
import { numberOfPeriod, periodText, samePeriod } from '../table/period';
import type { Engine } from './engine';
import { payPeriodOf } from './engine';
import { entitlement, payOfPlan } from './plan-pay';
import type { StatementRow } from './statements';
import { closedPeriods, entitlementOf, rowsOfPlan } from './statements';

/** A correction of a closed period, paid in the open in the period that is settled. */
export interface Adjustment {
  readonly person: number;
  readonly period: Period;
  readonly due: Exact;
  readonly paid: Exact;
  readonly amount: Exact;
  /** Whether the rules changed since, or the data. */
  readonly because: 'rules' | 'data';
}

export interface Corrections {
  readonly adjustments: readonly Adjustment[];
  /** Closed periods that cannot be recomputed, and why: never an adjustment. */
  readonly problems: readonly { readonly period: Period; readonly person: number | undefined; readonly why: Message }[];
}

/** Step 11: every closed period before this one is recomputed with the rules now in force for it and today's data. */
export function correctionsOf(engine: Engine, plan: Plan, current: Period): Corrections {
  const rows = rowsOfPlan(engine.ledger.statements, plan.name);
  const adjustments: Adjustment[] = [];
  const problems: { period: Period; person: number | undefined; why: Message }[] = [];
  for (const period of closedPeriods(rows)) {
    if (period.kind !== current.kind || numberOfPeriod(period) >= numberOfPeriod(current)) continue;
    correctOne(engine, plan, period, rows, adjustments, problems);
  }
  return { adjustments, problems };
}

function correctOne(engine: Engine, plan: Plan, period: Period, rows: readonly StatementRow[], adjustments: Adjustment[], problems: { period: Period; person: number | undefined; why: Message }[]): void {
  const version = versionFor(plan, period);
  if (!version || payEveryOf(version) !== period.kind) {
    problems.push({ period, person: undefined, why: { code: 'why.noVersion', params: { plan: plan.name, period: periodText(period) } } });
    return;
  }
  const now = payOfPlan(engine, version, payPeriodOf(version, period));
  const paid = paidFor(engine, rows, period);
  const asOf = rows.find((row) => samePeriod(row.period, period) && row.rulesAsOf !== '')?.rulesAsOf;
  const because = asOf === undefined || matchKey(asOf) === matchKey(versionLabel(version)) ? 'data' : 'rules';
  for (const person of [...new Set([...now.persons.keys(), ...paid.keys()])].filter((index) => index >= 0).sort((a, b) => a - b)) {
    const found = now.persons.get(person);
    if (found?.problem) {
      problems.push({ period, person, why: found.problem });
      continue;
    }
    const due = found ? entitlement(found) : ZERO;
    const before = paid.get(person) ?? ZERO;
    const amount = round(subtract(due, before), roundingOf(version));
    if (!isZero(amount)) adjustments.push({ person, period, due, paid: before, amount, because });
  }
}

/** What all statements paid for a period, per person: its own rows and earlier corrections. */
function paidFor(engine: Engine, rows: readonly StatementRow[], period: Period): Map<number, Exact> {
  const paid = new Map<number, Exact>();
  for (const row of rows) {
    if (!samePeriod(row.forPeriod, period)) continue;
    const person = findPerson(engine.ledger.people, row.person);
    if (typeof person === 'number') paid.set(person, add(paid.get(person) ?? ZERO, entitlementOf(row)));
  }
  return paid;
}
