import type { Span, YearPlan, YearVersion } from './year-facts';
import { compareText } from './year-facts';

/** The timeline of a plan (which version holds on which day) and its pay periods: every day belongs to exactly one. */
export interface Segment {
  readonly version: YearVersion;
  readonly first: string;
  readonly last: string;
}

export interface PayPeriod {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly segment: Segment;
}

export const BEGINNING = '0000-01-01';
const END = '9999-12-31';

const added = new Map<string, string>();

export function addDays(day: string, days: number): string {
  const key = `${day} ${days}`;
  const known = added.get(key) ?? daysAfter(day, days);
  added.set(key, known);
  return known;
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
}

/** The month that a day belongs to, counted from year 0: from day 26 on it is the next one. */
export function monthOf(day: string, firstDay: 1 | 26): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year * 12 + month - 1 + (firstDay === 26 && date >= 26 ? 1 : 0);
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

export function spanNumber(day: string, span: Span, firstDay: 1 | 26): number {
  return Math.floor(monthOf(day, firstDay) / MONTHS[span]);
}

function periodName(number: number, kind: Span): string {
  if (kind === 'year') return String(number);
  if (kind === 'quarter') return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** The first and the last day of a span by its number. */
export function spanDays(number: number, span: Span, firstDay: 1 | 26): { first: string; last: string } {
  const start = (month: number): string => {
    const named = firstDay === 26 ? month - 1 : month;
    return `${String(Math.floor(named / 12)).padStart(4, '0')}-${String((named % 12) + 1).padStart(2, '0')}-${firstDay === 26 ? '26' : '01'}`;
  };
  return { first: start(number * MONTHS[span]), last: addDays(start((number + 1) * MONTHS[span]), -1) };
}

/** The versions in the order in which they take over; one that falls into a pay period waits for the next. */
export function segmentsOf(plan: YearPlan): Segment[] {
  const byDate = new Map<string, YearVersion>();
  for (const version of plan.versions) {
    const key = version.effective ?? BEGINNING;
    const known = byDate.get(key);
    if (!known || known.version < version.version) byDate.set(key, version);
  }
  const starts: Start[] = [];
  for (const [effective, version] of [...byDate].sort(([a], [b]) => compareText(a, b))) {
    const last = starts[starts.length - 1];
    const before = last?.version;
    if (!last || !before || effective === BEGINNING) starts.push({ version, first: effective });
    // One that waits for a period's first day is passed over by a later one that is there by then.
    else if (effective <= last.first) starts[starts.length - 1] = { version, first: last.first };
    else {
      const held = periodHolding(starts, last, effective);
      starts.push({ version, first: held.first === effective ? effective : addDays(held.last, 1) });
    }
  }
  return starts.map(({ version, first }, at) => ({ version, first, last: starts[at + 1] ? addDays(starts[at + 1]!.first, -1) : END }));
}

interface Start {
  readonly version: YearVersion;
  readonly first: string;
}

/** The pay period of a version that holds a day: its first one takes the days of a name that an earlier version has used. */
function periodHolding(starts: readonly Start[], { version, first }: Start, day: string): { first: string; last: string } {
  const { payEvery, firstDay } = version;
  const at = starts.findIndex((one) => one.version === version);
  const before = starts[at - 1];
  const used = before && before.version.payEvery === payEvery ? spanNumber(addDays(first, -1), payEvery, before.version.firstDay) : -1;
  const firstNumber = at === 0 ? -1 : Math.max(spanNumber(first, payEvery, firstDay), used + 1);
  const number = Math.max(spanNumber(day, payEvery, firstDay), firstNumber);
  const days = spanDays(number, payEvery, firstDay);
  return number === firstNumber ? { first, last: days.last } : days;
}

/** All pay periods from that of a day on up to another day's; a name that was used already joins the next period. */
export function payPeriods(plan: YearPlan, from: string, until: string): PayPeriod[] {
  const periods: PayPeriod[] = [];
  for (const segment of segmentsOf(plan)) {
    const { payEvery, firstDay } = segment.version;
    let day = segment.first < from ? spanDays(spanNumber(from, payEvery, firstDay), payEvery, firstDay).first : segment.first;
    let start = day;
    while (day <= segment.last && day <= until) {
      const number = spanNumber(day, payEvery, firstDay);
      const { last } = spanDays(number, payEvery, firstDay);
      const name = periodName(number, payEvery);
      if (periods.some((known) => known.name === name) && last < segment.last) {
        day = addDays(last, 1);
        continue;
      }
      periods.push({ name, first: start, last: last < segment.last ? last : segment.last, segment });
      day = addDays(last, 1);
      start = day;
    }
  }
  return periods;
}
