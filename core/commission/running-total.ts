import type { Exact } from '../amount/exact';
import { ZERO } from '../amount/exact';
import type { Ladder } from './ladder';
import type { Fraction } from '../trade/receipts';

/** What earlier lines weigh in a running total, per person: their credit, plain and under their own factors. */
export interface Weight {
  plain: Exact;
  factored: Exact;
}

/** The rate of a whole ladder before and at the end of a period in which its total moved. */
export interface RateStep {
  readonly period: number;
  readonly before: Exact;
  readonly end: Exact;
}

/** A line counted in the period that is still open, under a whole or interpolated ladder. */
export interface Pending {
  readonly event: number;
  readonly credit: Exact;
  readonly factored: Exact;
  /** How much of it a reversal has taken out again. */
  outPlain: Exact;
  outFactored: Exact;
  readonly settle: (rate: Exact) => void;
  /** What the line pays at a rate when a limit of the line bends it; undefined where pay is the rate times its weight. */
  readonly payAt: ((rate: Exact) => Exact) | undefined;
  /** How much of the line reversals have taken back in all. */
  out: Fraction;
  readonly person: number;
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
  readonly weights: Map<number, Weight>;
  pending: Pending[];
  /** Earlier lines whose pay a limit bends: each is trued up by itself. */
  readonly limited: Pending[];
  readonly steps: RateStep[];
}

export function newRunningTotal(index: number, subject: number, span: number): RunningTotal {
  return { index, subject, span, total: ZERO, opening: ZERO, period: undefined, ladder: undefined, weights: new Map(), pending: [], limited: [], steps: [] };
}
