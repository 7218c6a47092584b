import type { Message } from '../locale/message';
import type { Plan, PlanVersion } from '../rules/plan';
import { isDraft, payEveryOf, versionFor } from '../rules/plan';
import type { Issue, Result } from '../table/issue';
import { fail, issue, succeed } from '../table/issue';
import type { Period, PeriodReading } from '../table/period';
import { CALENDAR_MONTHS, periodOfDay, periodText } from '../table/period';
import { payNumbering, payPeriod } from '../rules/timeline';
import type { Day } from '../table/day';
import type { PayPeriod } from './engine';
import { payPeriodOf } from './engine';

import { distinct } from '../table/distinct';

/** A plan, the version in force, and its pay period. */
export interface Chosen {
  readonly plan: Plan;
  readonly version: PlanVersion;
  readonly period: PayPeriod;
}

/** The version in force and the pay period of each plan; plans that pay by another period are noted. */
export function choosePeriod(plans: readonly Plan[], reading: PeriodReading): Result<{ versions: readonly Chosen[]; notes: readonly Message[] }> {
  const named = plans.length === 1;
  const versions: Chosen[] = [];
  const notes: Message[] = [];
  const faults: Issue[] = [];
  let drafts = 0;
  for (const plan of plans) {
    const period = periodFor(plan, reading);
    if (!period.ok) {
      faults.push(...period.issues);
      continue;
    }
    const version = versionFor(plan, period.value);
    if (!version) {
      notes.push({ code: 'why.noVersion', params: { plan: plan.name, period: periodText(period.value) } });
      continue;
    }
    if (payEveryOf(version) !== period.value.kind) {
      faults.push(issue('period.otherKind', undefined, { plan: plan.name, pays: { code: `span.${payEveryOf(version)}` }, found: periodText(period.value) }));
      continue;
    }
    if (isDraft(version) && !named) {
      drafts += 1;
      continue;
    }
    versions.push({ plan, version, period: payPeriodOf(version, period.value) });
  }
  if (drafts > 0) notes.push({ code: 'why.drafts', params: { count: drafts } });
  if (versions.length > 0) {
    const others = faults.filter(({ code }) => code === 'period.otherKind').map((found): Message => ({ code: 'period.otherKind', params: found.params }));
    return succeed({ versions, notes: [...notes, ...others] });
  }
  if (faults.length > 0) return fail(...distinct(faults));
  return fail(issue('period.noVersion', undefined, { plan: plans.map(({ name }) => name).join(', ') }));
}

/** The period as the plan reads it: a date means the pay period that holds it, a bare year only for yearly plans. */
export function periodFor(plan: Plan, reading: PeriodReading): Result<Period> {
  if (reading === 'blank') return fail(issue('period.missing', undefined));
  if (reading === 'error' || reading === 'not a period') return fail(issue('period.unreadable', undefined));
  if (reading.kind === 'period') return succeed(reading.period);
  if (reading.kind === 'day') return succeed(periodOn(plan, reading.day));
  const latest = plan.versions[0];
  const kind = latest ? payEveryOf(latest) : 'month';
  if (kind === 'year') return succeed({ kind: 'year', year: reading.year, index: 1 });
  return fail(issue('period.bareYear', undefined, { found: reading.year }));
}

/** The pay period that a day belongs to on the plan's timeline. */
function periodOn(plan: Plan, day: Day): Period {
  const version = plan.versions.find(({ term }) => term && term.first <= day && day <= term.last) ?? plan.versions[0];
  return version ? payPeriod(version, payNumbering(version)(day)).period : periodOfDay(day, 'month', CALENDAR_MONTHS);
}
