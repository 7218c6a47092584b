import type { Exact } from '../amount/exact';
import { isZero } from '../amount/exact';
import type { ExactColumn } from '../amount/exact-column';
import { newExactColumn, pushExact, setExact } from '../amount/exact-column';
import type { Day } from '../table/day';

/** Who credit goes to when it is nobody's. */
export const COMPANY = -1;
export const FUND = -2;

export type EventKind = 'line' | 'tier bonus';

/**
 * What counted, in time order, as columns: each event is a person's part of a line on a day, with the measure
 * credited and what it pays before the factors of the period (step 7, with the person's own factors).
 */
export interface Events {
  readonly row: number[];
  readonly person: number[];
  readonly day: Day[];
  /** The number of the pay period the event counts in. */
  readonly period: number[];
  readonly kind: EventKind[];
  /** The running total the event belongs to. */
  readonly state: number[];
  /** The team, as a number, whose pool or tier total it went to. */
  readonly group: number[];
  readonly stage: string[];
  readonly credit: ExactColumn;
  /** By how much the event moved its running total. */
  readonly moved: ExactColumn;
  /** Where the running total stood before the event. */
  readonly from: ExactColumn;
  readonly pay: ExactColumn;
  /** What additive factors of the period multiply; empty unless factors add up. Sparse: 0 where nothing was set. */
  readonly base: ExactColumn;
  /** Under whole ladders: what the event's rate multiplies, plain and under its own factors. */
  readonly plain: ExactColumn;
  readonly factored: ExactColumn;
}

export function newEvents(): Events {
  return {
    row: [],
    person: [],
    day: [],
    period: [],
    kind: [],
    state: [],
    group: [],
    stage: [],
    credit: newExactColumn(),
    moved: newExactColumn(),
    from: newExactColumn(),
    pay: newExactColumn(),
    base: newExactColumn(),
    plain: newExactColumn(),
    factored: newExactColumn(),
  };
}

export interface EventEntry {
  readonly row: number;
  readonly person: number;
  readonly day: Day;
  readonly period: number;
  readonly kind: EventKind;
  readonly state: number;
  readonly group: number;
  readonly stage: string;
  readonly credit: Exact;
  readonly moved: Exact;
  readonly from: Exact;
  readonly pay: Exact;
  readonly base: Exact;
}

export function pushEvent(events: Events, entry: EventEntry): number {
  events.row.push(entry.row);
  events.person.push(entry.person);
  events.day.push(entry.day);
  events.period.push(entry.period);
  events.kind.push(entry.kind);
  events.state.push(entry.state);
  events.group.push(entry.group);
  events.stage.push(entry.stage);
  pushExact(events.credit, entry.credit);
  pushExact(events.moved, entry.moved);
  pushExact(events.from, entry.from);
  pushExact(events.pay, entry.pay);
  const event = events.row.length - 1;
  if (!isZero(entry.base)) setExact(events.base, event, entry.base);
  return event;
}
