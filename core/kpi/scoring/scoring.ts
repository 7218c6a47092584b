import type { Exact } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import type { IssueCode, Params } from '../../locale/message';

export type Better = 'higher' | 'lower';

/** What is scored: an actual (a number, or the label of a rating) against what was agreed. */
export interface Subject {
  readonly actual: Ratio | undefined;
  /** The actual as it was written, for labels and ratings. */
  readonly label: string;
  readonly target: Ratio | undefined;
  readonly baseline: Ratio | undefined;
  readonly stretch: Ratio | undefined;
  readonly better: Better;
  /** How many months a sum stands for: points per unit are those of a month. Everything else stands for one. */
  readonly months: number;
  /** Whether the points come on top of a total: deductions then go below 0. */
  readonly isOnTop: boolean;
}

/** Why an indicator cannot be scored, and which of its cells is to blame. */
export interface ScoringFault {
  readonly fault: IssueCode;
  readonly field: 'scoring' | 'actual' | 'target' | 'baseline' | 'stretch';
  readonly params: Params;
}

export function scoringFault(field: ScoringFault['field'], fault: IssueCode, params: Params = {}): ScoringFault {
  return { fault, field, params };
}

export function isScoringFault<Value extends object>(value: Value | ScoringFault): value is ScoringFault {
  return 'fault' in value;
}

/** The limits around any kind of scoring. */
export interface ScoreLimits {
  readonly cap: Exact | undefined;
  readonly floor: Exact | undefined;
}
