import type { Exact } from '../amount/exact';
import type { Message } from '../locale/message';
import type { Issue } from '../table/issue';
import type { Day } from '../table/day';
import type { Fraction } from '../trade/receipts';
import type { CompiledPart } from './compile-part';
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
  /** The line that is trued up by itself, because a limit bends its pay. */
  readonly event?: number;
}

/** A reversal as it takes back its part of an earlier event. */
export interface Takeback {
  readonly row: number;
  readonly day: Day;
  readonly period: number;
  readonly event: number;
  readonly before: Fraction;
  readonly after: Fraction;
}

/** Everything a part of a plan version pays over time, before the steps that look at a whole period. */
export interface PartRun {
  readonly compiled: CompiledPart;
  readonly events: Events;
  readonly totals: readonly RunningTotal[];
  readonly trueUps: readonly TrueUp[];
  /** True-ups of single lines whose pay a limit bends, by event. */
  readonly limitedTrueUps: ReadonlyMap<number, readonly { readonly period: number; readonly amount: Exact }[]>;
  readonly takebacks: readonly Takeback[];
  readonly rejected: ReadonlyMap<number, Pick<Issue, 'code' | 'params'> & { readonly field: string }>;
  readonly waiting: ReadonlySet<number>;
  /** Why a person's pay of a period cannot be told: `person period`. */
  readonly problems: ReadonlyMap<string, Message>;
  /** The names of the groups (teams) events went to. */
  readonly groups: readonly string[];
  /** Where the events of each pay period begin and end. */
  readonly slices: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
}
