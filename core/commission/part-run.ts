import type { Exact } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import type { Message } from '../locale/message';
import type { Issue } from '../table/issue';
import type { Day } from '../table/day';
import type { CompiledPart } from './compile-part';
import type { Counting } from './counts/counting';
import type { Events } from './events';
import type { RunningTotal } from './running-total';

/** What a change of rate in a period adds to a person's earlier lines. */
export interface TrueUp {
  readonly person: number;
  readonly period: number;
  readonly state: number;
  readonly group: number;
  readonly amount: Exact;
  readonly base: Exact;
  readonly before: Exact;
  readonly end: Exact;
  /** Where an earlier version paid the lines: what it paid, which the new rate starts from; of a line by itself, for the whole of it. */
  readonly paid: Exact | undefined;
  /** The line that is trued up by itself, because a limit bends its pay. */
  readonly event?: number;
}

/** A part of an event's credit that a reversal takes out again. */
export interface Leaving {
  /** The row that takes it out. */
  readonly row: number;
  readonly day: Day;
  readonly period: number;
  readonly event: number;
  readonly before: Ratio;
  readonly after: Ratio;
}

/** A part of a line, as it counted once, whose pay goes back. */
export interface Takeback {
  /** The row that takes it back. */
  readonly cause: number;
  readonly day: Day;
  /** The line, and the how manieth time it had counted. */
  readonly row: number;
  readonly ordinal: number;
  /** The part that paid it, in whatever version. */
  readonly by: CompiledPart;
  readonly before: Ratio;
  readonly after: Ratio;
}

/** Everything a part of a plan version pays over time, before the steps that look at a whole period. */
export interface PartRun {
  readonly compiled: CompiledPart;
  readonly counting: Counting;
  readonly events: Events;
  readonly totals: readonly RunningTotal[];
  readonly trueUps: readonly TrueUp[];
  /** True-ups of single lines whose pay a limit bends, by event. */
  readonly limitedTrueUps: ReadonlyMap<number, readonly { readonly period: number; readonly amount: Exact }[]>;
  /** Lines of the history that nothing here was paid for: a new rate brings them nothing. */
  readonly notTrued: ReadonlySet<number>;
  readonly leavings: readonly Leaving[];
  readonly takebacks: readonly Takeback[];
  /** What is taken back of this part's own pay after its term is over, for a part that has no successor. */
  readonly late: readonly Takeback[];
  readonly rejected: ReadonlyMap<number, Pick<Issue, 'code' | 'params'> & { readonly field: string }>;
  readonly waiting: ReadonlySet<number>;
  /** Why a person's pay of a period cannot be told: `person period`. */
  readonly problems: ReadonlyMap<string, Message>;
  /** The names of the groups (teams) events went to. */
  readonly groups: readonly string[];
  /** Where the events of each pay period begin and end. */
  readonly slices: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
}
