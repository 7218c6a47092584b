import type { Plan, PlanVersion } from '../../rules/plan';
import { currencyOf, versionFor } from '../../rules/plan';
import { currencyChanges } from '../../rules/check/currency-change';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { periodText, samePeriod } from '../../table/period';
import type { Table } from '../../table/table';
import { placeOf } from '../../table/table';
import { currencyCode } from '../../trade/currency-code';
import type { PayPeriod } from '../engine';
import { isEarlier } from './earlier';
import type { StatementRow, Statements } from './statements';
import { periodsClosed, rowsOfPlan } from './statements';

interface CurrencyPlace {
  readonly plan: Plan;
  readonly version: PlanVersion;
  readonly period: PayPeriod;
}

/** Why a period cannot be settled on what came before: its plan paid in another currency. A closed period stands as it is. */
export function otherCurrencies({ plan, version, period }: CurrencyPlace, rules: Table, statements: Statements | undefined): Issue[] {
  if (periodsClosed(statements, plan.name).some((closed) => samePeriod(closed, period.period))) return [];
  const now = currencyOf(version);
  const paid = rowsOfPlan(statements, plan.name).find((row) => row.currency !== '' && currencyCode(row.currency) !== now && isEarlier(plan, row.period, period));
  const changed = currencyChanges(plan, version, rules);
  if (changed.length > 0 || !paid || !statements) return changed;
  return [paidIssue(plan, now, paid, statements)];
}

/** The first row of a plan's statements in another currency than the version that pays its period: the currency was written over. */
export function currencyWrittenOver(plan: Plan, statements: Statements): Issue[] {
  for (const row of rowsOfPlan(statements, plan.name)) {
    const version = row.currency === '' ? undefined : versionFor(plan, row.period);
    if (version && currencyCode(row.currency) !== currencyOf(version)) return [paidIssue(plan, currencyOf(version), row, statements)];
  }
  return [];
}

function paidIssue({ name }: Plan, now: string, { row, currency, period }: StatementRow, { table }: Statements): Issue {
  return issue('plan.currencyPaid', placeOf(table, Math.max(table.rowNumbers.indexOf(row), 0), 'currency'), { plan: name, now, was: currency, period: periodText(period) });
}
