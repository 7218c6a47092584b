import { calendarOf, isDraft } from '../../rules/plan';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { rulePlace } from '../rule-place';
import type { TableCheck } from './context';

/** Live plans that count their months differently: targets, actuals and scores can go by one calendar only. */
export const checkCalendars: TableCheck = ({ tables, ledger, plans }): readonly Issue[] => {
  if (!(['kpis', 'targets', 'actuals', 'scores'] as const).some((kind) => tables.byKind.has(kind))) return [];
  const live = plans.plans.flatMap(({ versions }) => versions.filter((version) => !isDraft(version)).slice(0, 1));
  const leading = live.find(({ all }) => all.calendar.length > 0);
  if (!leading) return [];
  const key = (version: (typeof live)[number]): string => JSON.stringify(calendarOf(version));
  const others = live.filter((version) => key(version) !== key(leading));
  const row = leading.all.calendar[0]?.row;
  if (others.length === 0 || row === undefined) return [];
  return [issue('check.calendarsDiffer', rulePlace(ledger, row), { plan: leading.plan, others: others.map(({ plan }) => plan) }, 'warning')];
};
