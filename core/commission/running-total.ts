import type { Exact } from '../amount/exact';
import { ZERO } from '../amount/exact';
import type { Ladder } from './ladder';
import type { Fraction } from '../trade/receipts';

/** What earlier lines weigh in a running total, per person: their credit, plain and under their own factors. */
export interface Weight {
  readonly person: number;
  readonly group: number;
  plain: Exact;
  factored: Exact;
}

/** The rate of a whole ladder before and at the end of a period in which its total moved. */
export interface RateStep {
  readonly period: number;
  readonly before: Exact;
  readonly end: Exact;
}

/** A line whose pay a whole or interpolated ladder decides, until it is one of those that are trued up together. */
export interface RatedLine {
  readonly event: number;
  readonly person: number;
  readonly group: number;
  /** What a rate multiplies: plain, and under the line's own factors. */
  readonly plain: Exact;
  readonly factored: Exact;
  readonly settle: (rate: Exact) => void;
  /** What the line pays at a rate when a limit of the line bends it; undefined where pay is the rate times its weight. */
  readonly payAt: ((rate: Exact) => Exact) | undefined;
  /** How much of it reversals have taken out in all. */
  out: Fraction;
}

/** The total of one subject over one span, with what is needed to true it up. */
export interface RunningTotal {
  readonly index: number;
  readonly subject: number;
  readonly span: number;
  total: Exact;
  /** The total when the open period began. */
  opening: Exact;
  period: number | undefined;
  ladder: Ladder | undefined;
  /** By person and group. */
  readonly weights: Map<number, Weight>;
  /** Lines counted in the open period. */
  pending: RatedLine[];
  /** Lines that earlier versions paid, and that this one has not trued up yet. */
  earlier: RatedLine[];
  /** Earlier lines whose pay a limit bends: each is trued up by itself. */
  readonly limited: RatedLine[];
  /** Those of the three lists above, by event. */
  readonly lines: Map<number, RatedLine>;
  readonly steps: RateStep[];
  /** What each person has credited to it, where a tier bonus is shared so. */
  readonly credited: Map<number, Exact>;
  /** What each own bonus of the tiers gave to whom, by its place among them: lost again, it goes back. */
  readonly given: Map<number, readonly { readonly person: number; readonly amount: Exact }[]>;
}

export function newRunningTotal(index: number, subject: number, span: number): RunningTotal {
  return {
    index,
    subject,
    span,
    total: ZERO,
    opening: ZERO,
    period: undefined,
    ladder: undefined,
    weights: new Map(),
    pending: [],
    earlier: [],
    limited: [],
    lines: new Map(),
    steps: [],
    credited: new Map(),
    given: new Map(),
  };
}
