import { ZERO, add, isZero, multiply, negate, sign, subtract } from '../amount/exact';
import type { Exact } from '../amount/exact';
import { refundsAtOriginal } from '../rules/plan';
import type { Issue } from '../table/issue';
import type { Day } from '../table/day';
import type { SpanKind } from '../table/period';
import { periodNumbering, periodOfNumber, periodRange } from '../table/period';
import { dayAt, numberAt, numberColumn, textAt } from '../table/table';
import type { CompiledPart } from './compile-part';
import { orderAmount, reversedRows } from './orders';
import type { Fraction, Receipt } from './receipts';
import { NOTHING, WHOLE, addFractions, fractionOf, receivedColumn } from './receipts';

/** A line (or a receipt's part of it) as it counts on a day, or a reversal as it takes effect. */
export interface Occurrence {
  readonly row: number;
  readonly day: Day;
  /** How much of the line had counted before, and counts from now on. */
  readonly before: Fraction;
  readonly after: Fraction;
  readonly receipt: Receipt | undefined;
  /** For a reversal at the original rate: the rows it takes back, and how much of each is reversed in all. */
  readonly reverses: readonly { readonly row: number; readonly before: Fraction; readonly after: Fraction }[] | undefined;
}

export interface Occurrences {
  /** In order of date, then Order, Line and sheet row. */
  readonly sorted: readonly Occurrence[];
  /** Rows that did not count because something is wrong with them. */
  readonly rejected: ReadonlyMap<number, Pick<Issue, 'code' | 'params'> & { readonly field: string }>;
  /** Rows that have not counted: no date yet. */
  readonly waiting: ReadonlySet<number>;
}

/**
 * Lists what counts up to the end of a day, in time order, from the first span on that anybody asks about: `from` is
 * the first day of the earliest period that is asked for. A version that was replaced ends with `end`; reversals up to
 * `until` may still ask what it paid.
 */
export function occurrencesOf(compiled: CompiledPart, from: Day, until: Day, end: Day): Occurrences {
  const { ledger, part, orderDays } = compiled;
  const { orders } = ledger;
  const rejected = new Map<number, Pick<Issue, 'code' | 'params'> & { field: string }>();
  const waiting = new Set<number>();
  const found: Occurrence[] = [];
  const reversals: { row: number; targets: readonly number[] }[] = [];
  const selected = new Uint8Array(orders.table.length);
  const atOriginal = refundsAtOriginal(part);
  const amounts = numberColumn(orders.table, 'amount');
  for (let row = 0; row < orders.table.length; row += 1) {
    if (orders.table.faulty[row] === 1) continue;
    if (dayAt(orderDays, row) === undefined) {
      rejected.set(row, { code: 'cell.missing', params: {}, field: 'orderDate' });
      continue;
    }
    if (atOriginal && orders.reverses.codes[row] !== 0) {
      const targets = orders.cancelled[row] === 1 ? [] : reversedRows(orders, row);
      if (!targets) rejected.set(row, { code: 'reversal.unknown', params: { found: textAt(orders.reverses, row) }, field: 'reverses' });
      else if (sign(numberAt(amounts, row)) > 0) rejected.set(row, { code: 'reversal.positive', params: {}, field: 'amount' });
      else if (targets.includes(row)) rejected.set(row, { code: 'reversal.itself', params: {}, field: 'reverses' });
      else if (targets.length > 0) reversals.push({ row, targets });
      continue;
    }
    const chosen = compiled.selects(row);
    if (chosen === false) continue;
    if (chosen !== true) {
      rejected.set(row, { ...chosen, field: 'currency' });
      continue;
    }
    selected[row] = 1;
    const counted = countRow(compiled, row);
    if (counted.length === 0) waiting.add(row);
    for (const occurrence of counted) if (occurrence.day <= end) found.push(occurrence);
  }
  const since = historyFrom(compiled, from);
  if (reversals.length === 0) return { sorted: sortOccurrences(orders.rank, inWindow(compiled, found, since)), rejected, waiting };
  const taken = reversalsOf(compiled, reversals, selected, until);
  const reach = taken.reduce((day, reversal) => (reversal.day >= since ? Math.min(day, firstDayOfTargets(compiled, reversal)) : day), since);
  // What was paid before this version came into force is looked up in the version of that time.
  const own = Math.max(reach, compiled.version.effective ?? -Infinity);
  const kept = inWindow(compiled, [...found, ...taken], own < since ? historyFrom(compiled, own) : since);
  return { sorted: sortOccurrences(orders.rank, kept.filter(({ day }) => day <= end)), rejected, waiting };
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

/** What counts since a day, with all of the orders it touches: some rules hold once per order. */
function inWindow(compiled: CompiledPart, found: Occurrence[], since: Day): Occurrence[] {
  if (since === -Infinity) return found;
  const { orderOf, orderNames } = compiled.ledger.orders;
  const touched = new Uint8Array(orderNames.length);
  for (const { row, day, reverses } of found) {
    if (day < since) continue;
    touched[orderOf[row] ?? 0] = 1;
    for (const target of reverses ?? []) touched[orderOf[target.row] ?? 0] = 1;
  }
  const isTouched = ({ row }: { readonly row: number }): boolean => touched[orderOf[row] ?? 0] === 1;
  return found.filter((occurrence) => occurrence.day >= since || isTouched(occurrence) || (occurrence.reverses?.some(isTouched) ?? false));
}

function firstDayOfTargets(compiled: CompiledPart, { reverses }: Occurrence): Day {
  return (reverses ?? []).reduce((first, { row }) => Math.min(first, countRow(compiled, row)[0]?.day ?? first), Infinity);
}

function sortOccurrences(rank: Int32Array, found: Occurrence[]): Occurrence[] {
  return found.sort((a, b) => a.day - b.day || (rank[a.row] ?? 0) - (rank[b.row] ?? 0));
}

/** The dates on which a row counts, with how much of it: once, or with every receipt. */
function countRow(compiled: CompiledPart, row: number): Occurrence[] {
  if (compiled.countDays) {
    const day = dayAt(compiled.countDays, row);
    return day === undefined ? [] : [{ row, day, before: NOTHING, after: WHOLE, receipt: undefined, reverses: undefined }];
  }
  const { orders, receipts } = compiled.ledger;
  const order = orders.orderOf[row] ?? 0;
  const list = receipts?.byOrder.get(order);
  if (!list) {
    const received = receivedColumn(orders, row);
    if (!received) return [];
    const after = fractionOf(received.amount, numberAt(numberColumn(orders.table, 'amount'), row));
    return [{ row, day: received.day, before: NOTHING, after, receipt: { ...received, fee: ZERO, rate: undefined, row: -1 }, reverses: undefined }];
  }
  const total = orderAmount(orders, order);
  let paid: Exact = ZERO;
  let before = NOTHING;
  return list.map((receipt) => {
    paid = add(paid, add(receipt.amount, receipt.fee));
    const after = fractionOf(paid, total);
    const occurrence = { row, day: receipt.day, before, after, receipt, reverses: undefined };
    before = after;
    return occurrence;
  });
}

/** Reversals in time order: each takes back its part of the lines it names, at most all of them. */
function reversalsOf(compiled: CompiledPart, reversals: readonly { row: number; targets: readonly number[] }[], selected: Uint8Array, until: Day): Occurrence[] {
  const { orders } = compiled.ledger;
  const dated: { row: number; day: Day; before: Fraction; after: Fraction; targets: readonly number[] }[] = [];
  for (const { row, targets } of reversals) {
    const kept = targets.filter((target) => selected[target] === 1);
    if (kept.length === 0) continue;
    const counted = countRow(compiled, row);
    const fallback = dayAt(compiled.orderDays, row) ?? 0;
    const steps = counted.length > 0 ? counted : [{ day: fallback, before: NOTHING, after: WHOLE }];
    for (const { day, before, after } of steps) if (day <= until) dated.push({ row, day, before, after, targets: kept });
  }
  dated.sort((a, b) => a.day - b.day || (orders.rank[a.row] ?? 0) - (orders.rank[b.row] ?? 0));
  const taken = new Map<number, Fraction>();
  return dated.map(({ row, day, before, after, targets }): Occurrence => {
    const size = reversalSize(compiled, row, targets);
    const reverses = targets.map((target) => {
      const old = taken.get(target) ?? NOTHING;
      const now = addFractions(old, scaled(size, before, after));
      taken.set(target, now);
      return { row: target, before: old, after: now };
    });
    return { row, day, before, after, receipt: undefined, reverses };
  });
}

/** The part of the named lines that a reversal row takes back: by Amount, or where that is 0 by Quantity; with neither, all. */
function reversalSize(compiled: CompiledPart, row: number, targets: readonly number[]): Fraction {
  const { table } = compiled.ledger.orders;
  for (const field of ['amount', 'quantity']) {
    const column = numberColumn(table, field);
    const own = numberAt(column, row);
    if (isZero(own)) continue;
    const total = targets.reduce((sum, target) => add(sum, numberAt(column, target)), ZERO);
    return fractionOf(negate(own), total);
  }
  return WHOLE;
}

/** The part of a fraction that a step from `before` to `after` makes. */
function scaled(size: Fraction, before: Fraction, after: Fraction): Fraction {
  const top = subtract(multiply(after.top, before.bottom), multiply(before.top, after.bottom));
  return fractionOf(multiply(size.top, top), multiply(size.bottom, multiply(after.bottom, before.bottom)));
}
