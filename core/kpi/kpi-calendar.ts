import type { Plan, PlanVersion } from '../rules/plan';
import { calendarOf, versionFor } from '../rules/plan';
import { readPlans } from '../rules/read-plans';
import type { Cell } from '../table/cell';
import { plainText } from '../table/cell';
import type { Calendar, Period } from '../table/period';
import { CALENDAR_MONTHS, periodOfDay, readPeriod } from '../table/period';
import type { Tables } from '../table/recognise';
import { lastOfRange } from './kpi-period';

/**
 * The calendar of a workbook's targets, actuals and scores: that of the first plan with a `calendar` row, so that
 * 2026-Q1 means the same on a card as in pay; of its versions the one that is in force in the period asked for, else
 * the latest. Without any, calendar months.
 */
export function calendarOfTables(tables: Tables, wanted?: Cell): Calendar {
  const rules = tables.byKind.get('rules');
  const own = rules && readPlans(rules).plans.find(({ versions }) => versions.some(({ all }) => all.calendar.length > 0));
  const version = own && versionIn(own, wanted);
  return version ? calendarOf(version) : CALENDAR_MONTHS;
}

function versionIn(plan: Plan, wanted: Cell): PlanVersion | undefined {
  const period = periodNamed(typeof wanted === 'string' ? lastOfRange(plainText(wanted)) : wanted);
  return (period && versionFor(plan, period)) ?? plan.versions[0];
}

function periodNamed(cell: Cell): Period | undefined {
  const reading = readPeriod(cell);
  if (typeof reading !== 'object') return undefined;
  if (reading.kind === 'period') return reading.period;
  return reading.kind === 'day' ? periodOfDay(reading.day, 'month', CALENDAR_MONTHS) : { kind: 'year', year: reading.year, index: 1 };
}

/** What is kept apart by calendar. */
export function calendarKey({ firstDay, firstMonth }: Calendar): string {
  return `${firstDay} ${firstMonth}`;
}
