import { ONE } from '../amount/exact';
import type { Exact } from '../amount/exact';
import type { Rounding } from '../amount/round';
import type { Day } from '../table/day';
import type { Calendar, PeriodKind, SpanKind } from '../table/period';
import { CALENDAR_MONTHS, numberOfPeriod, periodRange } from '../table/period';
import type { Period } from '../table/period';
import type { RuleRow } from './rule-row';
import type { EntryOf, Ruled, Rules, WordKey } from './words';
import type { CountsOn } from './words/counts-on';
import type { CreditBy } from './words/credit';
import type { FxDate } from './words/fx-date';
import type { LeaverBy } from './words/leaver';
import type { Measure } from './words/measure';
import type { TierBy, TierMode } from './words/tier';
import type { TierUnit } from './words/tier-unit';
import { PLAIN_UNIT } from './words/tier-unit';

/** A part of a plan: its own rows, and for each word it does not have, the rows of the whole plan. */
export interface Part {
  readonly name: string;
  readonly rules: Rules;
}

/** One version of a plan, complete in itself. */
export interface PlanVersion {
  readonly plan: string;
  readonly version: string;
  readonly effective: Day | undefined;
  readonly parts: readonly Part[];
  /** The part named Override, whose gates and factors the overrides obey. */
  readonly overridePart: Part | undefined;
  /** Every entry of every part and of the whole plan, each once. */
  readonly all: Rules;
  readonly rows: readonly RuleRow[];
  /** When it is in force; undefined where a higher Version with the same date, or a later one, stands in its place. */
  readonly term: Term | undefined;
}

/** The days on which a version is in force, and the number of its first pay period (see timeline.ts). */
export interface Term {
  readonly first: Day;
  readonly last: Day;
  readonly firstPeriod: number;
}

/** All versions of a plan, the latest first. */
export interface Plan {
  readonly name: string;
  readonly versions: readonly PlanVersion[];
}

/** The first (and, for single words, only) entry of a word. */
function one<Key extends WordKey>(rules: Rules, key: Key): Ruled<EntryOf<Key>> | undefined {
  return rules[key][0];
}

export function measureOf(part: Part): Measure {
  return one(part.rules, 'measure')?.measure ?? { kind: 'revenue' };
}

/** What picks the tier: the tier metric, or what is paid on. */
export function metricOf(part: Part): Measure | undefined {
  return one(part.rules, 'tierMetric')?.measure;
}

/** The date that counts a line. Paying on what was received counts with the receipt unless the plan says otherwise. */
export function countsOnOf(part: Part): CountsOn {
  return one(part.rules, 'countsOn')?.on ?? (measureOf(part).kind === 'received' ? 'receipt' : 'order');
}

export function fxDateOf(part: Part): FxDate {
  const on = countsOnOf(part);
  return one(part.rules, 'fxDate')?.on ?? (on === 'paid in full' ? 'receipt' : on);
}

export function creditOf(part: Part): CreditBy {
  const written = one(part.rules, 'credit')?.by;
  if (written) return written;
  return part.rules.stage.length > 0 || part.rules.stageRate.length > 0 ? { kind: 'stages' } : { kind: 'owner' };
}

export function tierModeOf(part: Part): TierMode {
  return one(part.rules, 'tierMode')?.mode ?? 'marginal';
}

export type TierSubject = TierBy | 'column' | 'pool';

/** Whose total picks the tier: as written, else the pool, else the person. */
export function tierByOf(part: Part): TierSubject {
  return one(part.rules, 'tierBy')?.by ?? (part.rules.pool.length > 0 ? 'pool' : 'person');
}

/** Over what time the total runs. A line's or an order's total runs over its life unless a span is written. */
export function tierSpanOf(part: Part): SpanKind {
  const written = one(part.rules, 'tierSpan')?.span;
  if (written) return written;
  const subject = tierByOf(part);
  return subject === 'line' || subject === 'order' ? 'ever' : 'month';
}

export function tierEdgeOf(part: Part): 'from' | 'above' {
  return one(part.rules, 'tierEdge')?.edge ?? 'from';
}

/** In what the bounds of the tiers are written. */
export function tierUnitOf(part: Part): TierUnit {
  return one(part.rules, 'tierUnit') ?? PLAIN_UNIT;
}

export function stackingOf(part: Part): 'multiply' | 'add' {
  return one(part.rules, 'factorStacking')?.stacking ?? 'multiply';
}

export function unassignedOf(part: Part): 'company' | 'owner' | 'reserve' {
  return one(part.rules, 'unassigned')?.to ?? 'company';
}

export function leaverOf(part: Part): LeaverBy {
  return one(part.rules, 'leaver')?.by ?? { kind: 'counted by leaving' };
}

export function shareOf(part: Part): Exact {
  return one(part.rules, 'share')?.share ?? ONE;
}

export function poolOf(part: Part): Ruled<EntryOf<'pool'>> | undefined {
  return one(part.rules, 'pool');
}

/** True when a reversal takes back what the original line earned instead of counting at today's total. */
export function refundsAtOriginal(part: Part): boolean {
  return (one(part.rules, 'refund')?.by ?? 'original') === 'original';
}

export function calendarOf(version: PlanVersion): Calendar {
  return version.all.calendar.reduce((calendar, { firstDay, firstMonth }) => {
    const withDay = firstDay === undefined ? calendar : { ...calendar, firstDay };
    return firstMonth === undefined ? withDay : { ...withDay, firstMonth };
  }, CALENDAR_MONTHS);
}

export function payEveryOf(version: PlanVersion): PeriodKind {
  return one(version.all, 'payEvery')?.kind ?? 'month';
}

export function currencyOf(version: PlanVersion): string {
  return one(version.all, 'currency')?.code ?? 'CNY';
}

export function roundingOf(version: PlanVersion): Rounding {
  const rule = one(version.all, 'round');
  return rule ? { decimals: rule.decimals, mode: rule.mode } : { decimals: 2, mode: 'half up' };
}

export function isDraft(version: PlanVersion): boolean {
  return one(version.all, 'draft')?.draft ?? false;
}

/** The version that pays a period; for a period of a kind that the plan does not pay, the one in force on its first day. */
export function versionFor(plan: Plan, period: Period): PlanVersion | undefined {
  const number = numberOfPeriod(period);
  const starts = (version: PlanVersion): Day => periodRange(period, calendarOf(version)).first;
  const pays = plan.versions.find((version) => version.term && payEveryOf(version) === period.kind && number >= version.term.firstPeriod && starts(version) <= version.term.last);
  return pays ?? plan.versions.find((version) => version.term && payEveryOf(version) !== period.kind && version.term.first <= starts(version) && starts(version) <= version.term.last);
}

/** The latest Effective date first; of several with one date, the highest Version. */
export function compareVersions(a: PlanVersion, b: PlanVersion): number {
  const [first, second] = [a.effective ?? -Infinity, b.effective ?? -Infinity];
  if (first !== second) return first > second ? -1 : 1;
  return b.version.localeCompare(a.version, 'en', { numeric: true, sensitivity: 'base' });
}

export function versionLabel(version: PlanVersion): string {
  return version.version === '' ? version.plan : `${version.plan} ${version.version}`;
}

/** A clawback's share by how long ago, the highest bound reached; `otherwise` below them all. */
export function clawbackShare(part: Part, overdue: boolean, elapsed: number, otherwise: Exact): Exact {
  let best: { from: number; share: Exact } | undefined;
  for (const rule of part.rules.clawback) {
    if (rule.overdue !== overdue) continue;
    const from = Number(rule.from.units) / 10 ** rule.from.scale;
    if (from <= elapsed && (!best || from >= best.from)) best = { from, share: rule.share };
  }
  return best?.share ?? otherwise;
}

