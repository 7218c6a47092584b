import type { Exact } from '../amount/exact';
import { isZero } from '../amount/exact';
import type { ExactColumn } from '../amount/exact-column';
import { newExactColumn, pushExact, setExact } from '../amount/exact-column';
import type { Day } from '../table/day';
import type { Ratio } from '../amount/ratio';
import { NOTHING, WHOLE } from '../amount/ratio';
import type { Receipt } from '../trade/receipts';
import type { CompiledPart } from './compile-part';
import type { OrderStand } from './line-limits';
import type { Extras } from './line-pay';

/** Who credit goes to when it is nobody's. */
export const COMPANY = -1;
export const FUND = -2;

/** `own tier bonus` is a multiple of a People column of one person; its ordinal is its place among the bonuses of the tiers. */
export type EventKind = 'line' | 'tier bonus' | 'own tier bonus';

/** How much of its line an event counts: from one fraction of it to the next. */
export interface Counted {
  readonly before: Ratio;
  readonly after: Ratio;
  readonly receipt: Receipt | undefined;
}

export const WHOLE_LINE: Counted = { before: NOTHING, after: WHOLE, receipt: undefined };

/** What a line got beside its rate, and where its order stood before: kept for lines that have any of it. */
export interface EventExtras extends Extras {
  readonly stand: OrderStand | undefined;
}

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
  /** The how manieth time the line counts in the life of the plan. */
  readonly ordinal: number[];
  /** The part that pays it: this one, one of an earlier version, or none. */
  readonly by: (CompiledPart | undefined)[];
  readonly credit: ExactColumn;
  /** By how much the event moved its running total. */
  readonly moved: ExactColumn;
  /** Where the running total stood before the event. */
  readonly from: ExactColumn;
  readonly pay: ExactColumn;
  /** What additive factors of the period multiply; empty unless factors add up. Sparse: 0 where nothing was set. */
  readonly base: ExactColumn;
  /** The part of the pay that no rate decides: bonuses, under the person's factors. Sparse. */
  readonly extra: ExactColumn;
  /** Under whole ladders: what the event's rate multiplies, plain and under its own factors. */
  readonly plain: ExactColumn;
  readonly factored: ExactColumn;
  readonly counted: Counted[];
  readonly extras: Map<number, EventExtras>;
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
    ordinal: [],
    by: [],
    credit: newExactColumn(),
    moved: newExactColumn(),
    from: newExactColumn(),
    pay: newExactColumn(),
    base: newExactColumn(),
    extra: newExactColumn(),
    plain: newExactColumn(),
    factored: newExactColumn(),
    counted: [],
    extras: new Map(),
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
  readonly ordinal: number;
  readonly by: CompiledPart | undefined;
  readonly credit: Exact;
  readonly moved: Exact;
  readonly from: Exact;
  readonly pay: Exact;
  readonly base: Exact;
  readonly counted: Counted;
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
  events.ordinal.push(entry.ordinal);
  events.by.push(entry.by);
  events.counted.push(entry.counted);
  pushExact(events.credit, entry.credit);
  pushExact(events.moved, entry.moved);
  pushExact(events.from, entry.from);
  pushExact(events.pay, entry.pay);
  const event = events.row.length - 1;
  if (!isZero(entry.base)) setExact(events.base, event, entry.base);
  return event;
}

/** The events of each row, as far as they have been looked through: a run may be asked while it still goes on. */
interface EventIndex {
  readonly byRow: Map<number, number[]>;
  upTo: number;
}

const indexes = new WeakMap<Events, EventIndex>();

function indexOf(events: Events): EventIndex {
  const index = indexes.get(events) ?? { byRow: new Map<number, number[]>(), upTo: 0 };
  indexes.set(events, index);
  for (; index.upTo < events.row.length; index.upTo += 1) {
    if (events.kind[index.upTo] !== 'line') continue;
    const row = events.row[index.upTo] ?? 0;
    const known = index.byRow.get(row);
    if (known) known.push(index.upTo);
    else index.byRow.set(row, [index.upTo]);
  }
  return index;
}

/** The events of a line as it counted once. */
export function eventsOfLine(events: Events, row: number, ordinal: number): readonly number[] {
  return (indexOf(events).byRow.get(row) ?? []).filter((event) => events.ordinal[event] === ordinal);
}

/** The event of the same line, time, person and stage in another run; of several the one in the same place. */
export function sameEvent(events: Events, event: number, others: Events): number | undefined {
  const [row, ordinal, person, stage] = [events.row[event] ?? 0, events.ordinal[event] ?? 0, events.person[event], events.stage[event]];
  const mine = eventsOfLine(events, row, ordinal).filter((one) => events.person[one] === person && events.stage[one] === stage);
  const theirs = eventsOfLine(others, row, ordinal).filter((one) => others.person[one] === person && others.stage[one] === stage);
  return theirs[mine.indexOf(event)];
}
