import type { Ratio } from '../../amount/ratio';
import { WHOLE, subtractRatios } from '../../amount/ratio';
import type { Day } from '../../table/day';
import type { SpanKind } from '../../table/period';
import { periodNumbering, periodOfNumber, periodRange } from '../../table/period';
import { NO_DAY } from '../../table/table';
import type { Receipt } from '../../trade/receipts';
import { receivedColumn } from '../../trade/receipts';
import { isCredited, partReversed } from '../../trade/reversals';
import type { CompiledPart } from '../compile-part';
import type { Counting } from './counting';
import { hasDate } from './counting';
import type { CountStep } from './line-steps';
import { stepsOfReceipts } from './receipt-steps';
import { stepsOf } from './line-steps';

/** A line (or a receipt's part of it) as it counts on a day, or a part of it as it is taken back. */
export interface Occurrence {
  readonly row: number;
  readonly day: Day;
  /** The row that made it so: the line itself, or the reversal. */
  readonly cause: number;
  /** How much of the line had counted before, and has now. */
  readonly before: Ratio;
  readonly after: Ratio;
  /** What reversals leave of the line. */
  readonly left: Ratio;
  readonly receipt: Receipt | undefined;
  readonly ordinal: number;
  /** The part that pays it; undefined for what counts in running totals only. */
  readonly by: CompiledPart | undefined;
  readonly takesBack: boolean;
  /** False for a line that only an earlier version selected: nothing of it counts here, but it may be taken back. */
  readonly counts: boolean;
}

/** What days a run looks at: those that are asked for, up to the end of the version's term, and what may follow. */
export interface Window {
  readonly from: Day;
  readonly end: Day;
}

export interface Occurrences {
  /** In order of date, then Order, Line and sheet row. */
  readonly sorted: readonly Occurrence[];
  /** Rows that have not counted: no date yet. */
  readonly waiting: ReadonlySet<number>;
  /** Rows of which something is taken back. */
  readonly reduced: ReadonlySet<number>;
}

/** Lists what counts up to the end of the window, in time order, from the first span on that anybody asks about. */
export function occurrencesOf(counting: Counting, window: Window): Occurrences {
  const { selected, compiled } = counting;
  const { orders } = compiled.ledger;
  const stepsFor = rememberedSteps(counting);
  const start = startOf(counting, window, stepsFor);
  const touched = touchedOrders(counting, start, window.end, stepsFor);
  const found: Occurrence[] = [];
  const reduced = new Set<number>();
  const push = (row: number, counts: boolean): void => {
    for (const step of stepsFor(row)) {
      if (step.day > window.end) continue;
      if (step.takesBack) reduced.add(row);
      found.push(occurrenceOf(counting, row, step, counts));
    }
  };
  for (let row = 0; row < selected.length; row += 1) if (selected[row] === 1 && touched[orders.orderOf[row] ?? 0] === 1) push(row, true);
  for (const row of suspects(counting)) if (selected[row] !== 1 && isTakenBackFrom(counting, row, start, stepsFor)) push(row, false);
  return { sorted: sortOccurrences(orders.rank, found), waiting: waitingRows(counting), reduced };
}

type Steps = (row: number) => readonly CountStep[];

function rememberedSteps(counting: Counting): Steps {
  const { countDays } = counting.compiled;
  // With one version and a date to count on, a row's only step is quicker made than remembered.
  if (countDays && counting.before.length === 0) return (row) => stepsOf(counting, row);
  const known = new Map<number, readonly CountStep[]>();
  return (row) => {
    const found = known.get(row) ?? stepsOf(counting, row);
    known.set(row, found);
    return found;
  };
}

function occurrenceOf({ reversed }: Counting, row: number, step: CountStep, counts: boolean): Occurrence {
  const { day, cause, before, after, receipt, ordinal, by, takesBack } = step;
  const left = reversed.has(row) ? subtractRatios(WHOLE, partReversed(reversed, row, day)) : WHOLE;
  return { row, day, cause, before, after, left, receipt, ordinal, by, takesBack, counts };
}

/** Rows of which something may be taken back: reversed ones, and those of orders that paid money back. */
export function suspects({ compiled, reversed, credited, before }: Counting): ReadonlySet<number> {
  const { orders, receipts } = compiled.ledger;
  const rows = new Set<number>();
  const all = (order: number): void => {
    for (const row of orders.rowsOf[order] ?? []) rows.add(row);
  };
  const byReceipt = !compiled.countDays || before.some((other) => !other.compiled.countDays);
  for (const parts of [reversed, credited]) {
    for (const row of parts.keys()) {
      if (byReceipt) all(orders.orderOf[row] ?? 0);
      else rows.add(row);
    }
  }
  if (!byReceipt || !receipts) return rows;
  for (const lists of [receipts.byOrder, receipts.withMoneyBack]) {
    for (const [order, list] of lists) if (list.some(({ amount }) => amount.units < 0)) all(order);
  }
  return rows;
}

function isTakenBackFrom(counting: Counting, row: number, start: Day, stepsFor: Steps): boolean {
  return counting.before.length > 0 && stepsFor(row).some(({ takesBack, day }) => takesBack && day >= start);
}

/** The first day of the history: where the longest span begins that the window, or what is taken back in it, touches. */
export function startOf(counting: Counting, { from, end }: Window, stepsFor: Steps = rememberedSteps(counting)): Day {
  const since = historyFrom(counting.compiled, from);
  let reach = since;
  for (const row of suspects(counting)) {
    if (counting.selected[row] !== 1 && counting.before.length === 0) continue;
    const steps = stepsFor(row);
    if (steps.some(({ takesBack, day }) => takesBack && day >= since && day <= end)) reach = steps.reduce((day, step) => Math.min(day, step.day), reach);
  }
  return reach < since ? historyFrom(counting.compiled, reach) : since;
}

/** Orders that count in the window: all of each is looked at, for some rules hold once per order. */
function touchedOrders(counting: Counting, start: Day, end: Day, stepsFor: Steps): Uint8Array {
  const { compiled, selected } = counting;
  const { orders } = compiled.ledger;
  const touched = new Uint8Array(orders.orderNames.length);
  for (let row = 0; row < selected.length; row += 1) {
    const order = orders.orderOf[row] ?? 0;
    if (selected[row] === 1 && touched[order] !== 1 && countsBetween(counting, row, start, end, stepsFor)) touched[order] = 1;
  }
  return touched;
}

function countsBetween(counting: Counting, row: number, start: Day, end: Day, stepsFor: Steps): boolean {
  const { compiled, before, reversed, credited } = counting;
  const within = (day: Day): boolean => day >= start && day <= end;
  if (before.length > 0 || reversed.has(row)) return stepsFor(row).some(({ day }) => within(day));
  if (compiled.countDays) {
    const day = compiled.countDays.days[row];
    return day !== undefined && day !== NO_DAY && within(day);
  }
  const { orders, receipts } = compiled.ledger;
  const order = orders.orderOf[row] ?? 0;
  // A credit note on one line lowers what is owed on the order, and so brings what was received for the others.
  if (isCredited(credited, orders, order)) return stepsFor(row).some(({ day }) => within(day));
  const list = receipts?.byOrder.get(order);
  if (list) return list.some(({ day }) => within(day));
  const received = receivedColumn(orders, row);
  return received !== undefined && within(received.day);
}

/**
 * The first day that can matter to a period beginning on a day: where the longest span it touches begins. A flat rate
 * has no running total, and so no history.
 */
function historyFrom(compiled: CompiledPart, from: Day): Day {
  const { part, calendar, span } = compiled;
  if (part.rules.clawback.some(({ overdue }) => overdue)) return -Infinity;
  const totals = compiled.ladder !== undefined || compiled.version.all.gate.length + compiled.version.all.override.length > 0;
  const spans = [...(totals ? [span] : []), ...[...compiled.version.all.minimum, ...compiled.version.all.maximum].flatMap((limit) => (limit.span ? [limit.span] : []))];
  return spans.reduce((day, kind) => Math.min(day, spanStart(kind, calendar, from)), from);
}

function spanStart(kind: SpanKind, calendar: CompiledPart['calendar'], day: Day): Day {
  if (kind === 'ever' || day === -Infinity) return -Infinity;
  return periodRange(periodOfNumber(periodNumbering(kind, calendar)(day), kind), calendar).first;
}

function sortOccurrences(rank: Int32Array, found: Occurrence[]): Occurrence[] {
  return found.sort((a, b) => a.day - b.day || (rank[a.cause] ?? 0) - (rank[b.cause] ?? 0) || (rank[a.row] ?? 0) - (rank[b.row] ?? 0) || a.ordinal - b.ordinal);
}

function waitingRows(counting: Counting): Set<number> {
  const waiting = new Set<number>();
  const { selected, compiled } = counting;
  // Money that has come in and makes no step yet has not counted.
  const inSteps = stepsOfReceipts(compiled.part).length > 0;
  for (let row = 0; row < selected.length; row += 1) {
    if (selected[row] === 1 && (inSteps || !hasDate(counting, row)) && ((!inSteps && counting.before.length === 0) || stepsOf(counting, row).length === 0)) waiting.add(row);
  }
  return waiting;
}
