import { calendarOf } from '../rules/plan';
import { readPlans } from '../rules/read-plans';
import type { Calendar } from '../table/period';
import { CALENDAR_MONTHS } from '../table/period';
import type { Tables } from '../table/recognise';

/**
 * The calendar of a workbook's targets, actuals and scores: that of the first plan whose latest version has a
 * `calendar` row, so that 2026-Q1 means the same on a card as in pay. Without one, calendar months.
 */
export function calendarOfTables(tables: Tables): Calendar {
  const rules = tables.byKind.get('rules');
  if (!rules) return CALENDAR_MONTHS;
  const latest = readPlans(rules).plans.flatMap(({ versions }) => versions.slice(0, 1));
  const own = latest.find(({ all }) => all.calendar.length > 0);
  return own ? calendarOf(own) : CALENDAR_MONTHS;
}
