import type { Exact } from '../amount/exact';
import { ZERO, add, compare, subtract } from '../amount/exact';
import type { Part, PlanVersion } from '../rules/plan';
import { calendarOf, payEveryOf } from '../rules/plan';
import type { Limit } from '../rules/words/limit';
import { periodNumbering } from '../table/period';
import { amountOf } from './compile-part';
import type { Engine, PayPeriod } from './engine';
import { payPeriod } from './engine';
import { clampPay } from './line-limits';

/** A pay as limited, and the limits that held. */
export interface LimitedPay {
  readonly limited: Exact;
  readonly minimum: Exact | undefined;
  readonly maximum: Exact | undefined;
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
}

/** Applies the limits of a level, over the pay period or the span they name: as a difference of running totals. */
export function limitOverSpan(
  engine: Engine,
  version: PlanVersion,
  part: Part,
  period: PayPeriod,
  person: number,
  pay: Exact,
  gated: boolean,
  level: Limit['level'],
  earlier: (period: PayPeriod) => Exact,
): LimitedPay {
  let limited = pay;
  const steps: LimitStep[] = [];
  const leave = (kind: LimitStep['kind'], row: number, limit: Exact, before: Exact, left: Exact): void => {
    steps.push({ kind, row, limit, before, given: limited, left });
    limited = left;
  };
  const amountFor = (limit: Limit): Exact => amountOf(engine.ledger, limit.amount, person, period.last);
  const maximum = part.rules.maximum.find((limit) => limit.level === level);
  if (maximum) {
    const most = amountFor(maximum);
    const before = spanPeriods(version, period, maximum.span).reduce((total, other) => add(total, earlier(other)), ZERO);
    leave('maximum', maximum.row, most, before, subtract(clampPay(add(before, limited), undefined, most), clampPay(before, undefined, most)));
  }
  const minimum = gated ? undefined : part.rules.minimum.find((limit) => limit.level === level);
  if (minimum && isLastOfSpan(version, period, minimum.span)) {
    const least = amountFor(minimum);
    const before = spanPeriods(version, period, minimum.span).reduce((total, other) => add(total, earlier(other)), ZERO);
    const short = subtract(least, add(before, limited));
    if (compare(short, ZERO) > 0) leave('minimum', minimum.row, least, before, add(limited, short));
  }
  return { limited, minimum: minimum && amountFor(minimum), maximum: maximum && amountFor(maximum), steps };
}

/** The pay periods of the span that come before this one. */
function spanPeriods(version: PlanVersion, period: PayPeriod, span: Limit['span']): PayPeriod[] {
  if (span === undefined || span === payEveryOf(version)) return [];
  const number = periodNumbering(span, calendarOf(version));
  const periods: PayPeriod[] = [];
  for (let at = period.number - 1; at > period.number - 13; at -= 1) {
    const other = payPeriod(version, at);
    if (number(other.last) !== number(period.last)) break;
    periods.push(other);
  }
  return periods;
}

/** A minimum over a longer span is made up in its last pay period. */
function isLastOfSpan(version: PlanVersion, period: PayPeriod, span: Limit['span']): boolean {
  if (span === undefined) return true;
  const number = periodNumbering(span, calendarOf(version));
  return number(period.last) !== number(period.last + 1);
}
