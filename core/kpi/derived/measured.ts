import type { Exact } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import type { Message } from '../../locale/message';
import type { Issue } from '../../table/issue';

/** An actual computed from a table: a sum or a share, nothing where there is nothing to measure, and what was left out. */
export interface Measured {
  /** Undefined where nothing could be measured: no line was due, nobody was a customer before. */
  readonly value: Ratio | undefined;
  /** What was counted, of how many, for shares. */
  readonly of: { readonly numerator: Exact; readonly denominator: Exact } | undefined;
  /** Rows that should have counted and cannot be read: the actual is not whole. */
  readonly faults: readonly Issue[];
  readonly notes: readonly Message[];
}

/** Whose figure it is: a person's, a person's while with a team, a team's, or that of all orders. */
export type Scope = { readonly kind: 'person'; readonly person: number } | { readonly kind: 'member'; readonly person: number; readonly team: string } | { readonly kind: 'team'; readonly team: string } | { readonly kind: 'all' };
