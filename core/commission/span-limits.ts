import type { Exact } from '../amount/exact';
import { ZERO, add, compare, equals, sign, subtract } from '../amount/exact';
import type { PlanVersion } from '../rules/plan';
import type { Part } from '../rules/plan';
import { calendarOf, payEveryOf } from '../rules/plan';
import { periodBefore } from '../rules/timeline';
import type { Ruled } from '../rules/words';
import type { Limit } from '../rules/words/limit';
import type { DayRange } from '../table/period';
import { periodNumbering, periodOfNumber, periodRange } from '../table/period';
import { amountOf } from './compile-part';
import type { Prorated } from './days-in-plan';
import { daysIn, prorate } from './days-in-plan';
import type { Engine, PayPeriod } from './engine';
import { versionsOf } from './engine';
import { clampPay } from './line-limits';

/** A pay as limited, and the limits that held. */
export interface LimitedPay {
  readonly limited: Exact;
  readonly minimum: Exact | undefined;
  readonly maximum: Exact | undefined;
  /** The pay before the first limit, and after each: what the limits of later periods start from. */
  readonly stages: readonly Exact[];
  /** Each limit in the order in which it was asked, with what it made of the pay. */
  readonly steps: readonly LimitStep[];
}

/** One limit at work: what the span's earlier periods had come to, the pay it was given and the pay it left. */
export interface LimitStep {
  readonly kind: 'minimum' | 'maximum';
  readonly row: number;
  readonly limit: Exact;
  readonly before: Exact;
  readonly given: Exact;
  readonly left: Exact;
  /** How a minimum came about that stands for some days of its span. */
  readonly prorated: Prorated | undefined;
}

/** A pay that limits of one level may bend, and what earlier periods of their spans paid. */
export interface PayToLimit {
  readonly engine: Engine;
  readonly version: PlanVersion;
  readonly period: PayPeriod;
  readonly person: number;
  readonly level: Limit['level'];
  /** The parts that a person's time is counted in: a minimum is due for the days of it. None for pots. */
  readonly parts: readonly Part[];
  readonly rules: { readonly minimum: readonly Ruled<Limit>[]; readonly maximum: readonly Ruled<Limit>[] };
  readonly pay: Exact;
  /** Whether a gate closed: a minimum does not lift what it took. */
  readonly gated: boolean;
  /** The stages of an earlier period of this version; undefined where nothing was paid. */
  readonly earlier: (period: PayPeriod) => readonly Exact[] | undefined;
  /** What an earlier version paid in a period. */
  readonly paid: (version: PlanVersion, period: PayPeriod) => Exact;
}

export function unlimited(pay: Exact): LimitedPay {
  return { limited: pay, minimum: undefined, maximum: undefined, stages: [pay], steps: [] };
}

/**
 * Applies the limits of a level, each over the pay period or the span it names, as a difference of running totals:
 * maxima from the shortest span to the longest, then minima so. Each takes what the one before it left. What earlier
 * versions paid in the span is where the totals start. A person's minimum is prorated by days, as a draw is; who was not
 * there on any day of the period is not lifted.
 */
export function limitOverSpan(request: PayToLimit): LimitedPay {
  const { rules, level, pay } = request;
  const minima = bySpan(rules.minimum, level);
  const gated = request.gated || (minima.length > 0 && timeIn(request, request.period) === 0);
  const stages = [pay];
  let [limited, minimum, maximum]: [Exact, Exact | undefined, Exact | undefined] = [pay, undefined, undefined];
  const steps: LimitStep[] = [];
  const apply = (kind: LimitStep['kind'], limit: Ruled<Limit>): Exact => {
    const whole = amountOf(request.engine.ledger, limit.amount, request.person, request.period.last);
    const prorated = kind === 'minimum' ? proratedTo(request, limit, whole) : undefined;
    const amount = prorated?.amount ?? whole;
    const [given, before] = [limited, spanTotal(request, limit, stages.length - 1)];
    limited = kind === 'maximum' ? capped(given, before, amount) : lifted(request, limit, given, before, amount);
    stages.push(limited);
    steps.push({ kind, row: limit.row, limit: amount, before, given, left: limited, prorated });
    return equals(given, limited) ? ZERO : amount;
  };
  for (const limit of bySpan(rules.maximum, level)) maximum = heldTo(apply('maximum', limit), maximum);
  for (const limit of minima) {
    if (gated) stages.push(limited);
    else minimum = heldTo(apply('minimum', limit), minimum);
  }
  return { limited, minimum, maximum, stages, steps };
}

/** The limit that held last. */
function heldTo(amount: Exact, before: Exact | undefined): Exact | undefined {
  return sign(amount) === 0 ? before : amount;
}

const SPANS: readonly Limit['span'][] = [undefined, 'month', 'quarter', 'half', 'year'];

function bySpan(limits: readonly Ruled<Limit>[], level: Limit['level']): Ruled<Limit>[] {
  return limits.filter((limit) => limit.level === level).sort((a, b) => SPANS.indexOf(a.span) - SPANS.indexOf(b.span));
}

function capped(pay: Exact, before: Exact, most: Exact): Exact {
  return subtract(clampPay(add(before, pay), undefined, most), clampPay(before, undefined, most));
}

/** The days of a range on which the person takes part; a pot is always there. */
function timeIn({ engine, version, parts, person, level }: PayToLimit, range: DayRange): number {
  return level === 'pool' ? range.last - range.first + 1 : daysIn({ engine, version, parts, person }, range);
}

/** A minimum for the days of its span that the person takes part; undefined for all of them. */
function proratedTo(request: PayToLimit, { span }: Limit, whole: Exact): Prorated | undefined {
  const range = rangeOf(request, span);
  const [days, of] = [timeIn(request, range), range.last - range.first + 1];
  return days === of ? undefined : prorate(whole, days, of);
}

/** The days of a limit's span: those of the pay period, where it names no longer one. */
function rangeOf({ version, period }: PayToLimit, span: Limit['span']): DayRange {
  if (span === undefined || span === payEveryOf(version)) return period;
  const calendar = calendarOf(version);
  return periodRange(periodOfNumber(periodNumbering(span, calendar)(period.last), span), calendar);
}

/** A minimum over a longer span is made up in the last pay period of it in which the person takes part. */
function lifted(request: PayToLimit, limit: Limit, pay: Exact, before: Exact, least: Exact): Exact {
  if (!isLastOfSpan(request, limit.span)) return pay;
  const short = subtract(least, add(before, pay));
  return compare(short, ZERO) > 0 ? add(pay, short) : pay;
}

/** What the pay periods of the span before this one brought to a limit. */
function spanTotal(request: PayToLimit, { span }: Limit, stage: number): Exact {
  const { engine, version, period, earlier, paid } = request;
  if (span === undefined || span === payEveryOf(version)) return ZERO;
  const versions = versionsOf(engine, version);
  const number = periodNumbering(span, calendarOf(version));
  let total = ZERO;
  for (let at = periodBefore(versions, version, period); at && number(at.period.last) === number(period.last); at = periodBefore(versions, at.version, at.period)) {
    total = add(total, at.version === version ? (earlier(at.period)?.[stage] ?? ZERO) : paid(at.version, at.period));
  }
  return total;
}

function isLastOfSpan(request: PayToLimit, span: Limit['span']): boolean {
  const { period } = request;
  const { last } = rangeOf(request, span);
  return last <= period.last || timeIn(request, { first: period.last + 1, last }) === 0;
}
