import type { Exact } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import type { Message } from '../../locale/message';
import { payNumbering } from '../../rules/timeline';
import type { Issue } from '../../table/issue';
import type { Day } from '../../table/day';
import { periodNumbering } from '../../table/period';
import type { CompiledPart } from '../compile-part';
import type { Counting } from '../counts/counting';
import type { Occurrences } from '../counts/occurrences';
import type { Events } from '../events';
import { newEvents } from '../events';
import type { OrderStand } from '../line-limits';
import type { Leaving, Takeback, TrueUp } from '../part-run';
import type { RunningTotal } from '../running-total';

/** What earlier versions have paid for an event. Undefined where nothing was paid. */
export type PaidByRates = (events: Events, event: number) => PaidSoFar | undefined;

/** Each rate and what it multiplied, and what no rate decided: bonuses. */
export interface PaidSoFar {
  readonly rates: readonly RatePaid[];
  readonly extra: Exact;
}

export interface RatePaid {
  readonly rate: Exact;
  readonly factored: Exact;
  readonly plain: Exact;
}

/** A line as it counted once, and what reversals have left of it. */
export interface CountedOnce {
  readonly ordinal: number;
  readonly by: CompiledPart | undefined;
  readonly events: number[];
  left: Ratio;
}

/** One run of a part through time: what it is told, and the columns and totals it fills. */
export interface Walk {
  readonly compiled: CompiledPart;
  readonly counting: Counting;
  readonly payNumber: (day: Day) => number;
  readonly spanNumber: (day: Day) => number;
  /** The number of the version's first pay period: what comes before is history. */
  readonly firstPeriod: number;
  /** Whether the rate that the total reaches in a period holds for all lines of the span. */
  readonly whole: boolean;
  readonly hasLimits: boolean;
  readonly paidByRates: PaidByRates;
  readonly events: Events;
  readonly slices: Map<number, { from: number; to: number }>;
  readonly groups: string[];
  readonly groupNumbers: Map<string, number>;
  /** The values of the column that has the totals, and their numbers. */
  readonly values: string[];
  readonly valueNumbers: Map<string, number>;
  readonly totals: RunningTotal[];
  readonly totalsByKey: Map<number, RunningTotal>;
  readonly trueUps: TrueUp[];
  readonly notTrued: Set<number>;
  readonly limitedTrueUps: Map<number, { readonly period: number; readonly amount: Exact }[]>;
  readonly leavings: Leaving[];
  readonly takebacks: Takeback[];
  readonly rejected: Map<number, Pick<Issue, 'code' | 'params'> & { readonly field: string }>;
  readonly problems: Map<string, Message>;
  /** Rows of which something is taken back, and the times they have counted. */
  readonly reduced: ReadonlySet<number>;
  readonly counted: Map<number, CountedOnce[]>;
  readonly orderBonusPaid: Set<string>;
  readonly orderStands: Map<string, OrderStand>;
  readonly countedOrders: Map<number, number>;
}

export function newWalk(counting: Counting, { reduced }: Occurrences, paidByRates: PaidByRates): Walk {
  const { compiled } = counting;
  const { minimum, maximum } = compiled.part.rules;
  return {
    compiled,
    counting,
    payNumber: payNumbering(compiled.version),
    spanNumber: periodNumbering(compiled.span, compiled.calendar),
    firstPeriod: compiled.version.term?.firstPeriod ?? -Infinity,
    whole: compiled.ladder !== undefined && compiled.ladder.mode !== 'marginal' && compiled.attainment?.kind !== 'score',
    hasLimits: [...minimum, ...maximum].some(({ level }) => level === 'line' || level === 'order'),
    paidByRates,
    events: newEvents(),
    slices: new Map(),
    groups: [],
    groupNumbers: new Map(),
    values: [],
    valueNumbers: new Map(),
    totals: [],
    totalsByKey: new Map(),
    trueUps: [],
    notTrued: new Set(),
    limitedTrueUps: new Map(),
    leavings: [],
    takebacks: [],
    rejected: new Map(counting.rejected),
    problems: new Map(),
    reduced,
    counted: new Map(),
    orderBonusPaid: new Set(),
    orderStands: new Map(),
    countedOrders: new Map(),
  };
}

/** Puts an event into the stretch of its pay period. */
export function extendSlice({ slices }: Walk, period: number, event: number): void {
  const slice = slices.get(period);
  if (slice) slice.to = event + 1;
  else slices.set(period, { from: event, to: event + 1 });
}

