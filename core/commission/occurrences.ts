import { ZERO, add, isZero, multiply, negate, sign, subtract } from '../amount/exact';
import type { Exact } from '../amount/exact';
import { refundsAtOriginal } from '../rules/plan';
import type { Issue } from '../table/issue';
import type { Day } from '../table/day';
import type { SpanKind } from '../table/period';
import { periodNumbering, periodOfNumber, periodRange } from '../table/period';
import { NO_DAY, dayAt, numberAt, numberColumn, textAt } from '../table/table';
import type { CompiledPart } from './compile-part';
import { orderAmount, reversedRows } from '../trade/orders';
import type { Fraction, Receipt } from '../trade/receipts';
import { NOTHING, WHOLE, addFractions, fractionOf, receivedColumn } from '../trade/receipts';

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
  const { orders } = compiled.ledger;
  const { selected, reversals, rejected, waiting } = selectRows(compiled);
  const since = historyFrom(compiled, from);
  const taken = reversals.length === 0 ? [] : reversalsOf(compiled, reversals, selected, until);
  const start = startFor(compiled, since, taken);
  const touched = touchedOrders(compiled, selected, taken, start, end);
  const isTouched = (row: number): boolean => touched[orders.orderOf[row] ?? 0] === 1;
  const found: Occurrence[] = [];
  for (let row = 0; row < selected.length; row += 1) {
    if (selected[row] !== 1 || !isTouched(row)) continue;
    for (const occurrence of countRow(compiled, row)) if (occurrence.day <= end) found.push(occurrence);
  }
  for (const reversal of taken) {
    if (reversal.day <= end && (reversal.day >= start || reversal.reverses?.some(({ row }) => isTouched(row)))) found.push(reversal);
  }
  return { sorted: sortOccurrences(orders.rank, found), rejected, waiting };
}

interface Selection {
  /** 1 for rows that count as lines of the part. */
  readonly selected: Uint8Array;
  readonly reversals: readonly { readonly row: number; readonly targets: readonly number[] }[];
  readonly rejected: Map<number, Pick<Issue, 'code' | 'params'> & { field: string }>;
  readonly waiting: Set<number>;
}

/** Tells the rows of the part from reversals, from rows of other parts, and from rows that something is wrong with. */
function selectRows(compiled: CompiledPart): Selection {
  const { ledger, part, orderDays } = compiled;
  const { orders } = ledger;
  const made: Selection & { reversals: { row: number; targets: readonly number[] }[] } = { selected: new Uint8Array(orders.table.length), reversals: [], rejected: new Map(), waiting: new Set() };
  const atOriginal = refundsAtOriginal(part);
  for (let row = 0; row < orders.table.length; row += 1) {
    if (orders.table.faulty[row] === 1) continue;
    if (dayAt(orderDays, row) === undefined) {
      made.rejected.set(row, { code: 'cell.missing', params: {}, field: 'orderDate' });
      continue;
    }
    if (atOriginal && orders.reverses.codes[row] !== 0) {
      selectReversal(compiled, row, made);
      continue;
    }
    const chosen = compiled.selects(row);
    if (chosen === false) continue;
    if (chosen !== true) {
      made.rejected.set(row, { ...chosen, field: 'currency' });
      continue;
    }
    made.selected[row] = 1;
    if (!hasCounted(compiled, row)) made.waiting.add(row);
  }
  return made;
}

function selectReversal({ ledger }: CompiledPart, row: number, { reversals, rejected }: Selection & { reversals: { row: number; targets: readonly number[] }[] }): void {
  const { orders } = ledger;
  const targets = orders.cancelled[row] === 1 ? [] : reversedRows(orders, row);
  if (!targets) rejected.set(row, { code: 'reversal.unknown', params: { found: textAt(orders.reverses, row) }, field: 'reverses' });
  else if (sign(numberAt(numberColumn(orders.table, 'amount'), row)) > 0) rejected.set(row, { code: 'reversal.positive', params: {}, field: 'amount' });
  else if (targets.includes(row)) rejected.set(row, { code: 'reversal.itself', params: {}, field: 'reverses' });
  else if (targets.length > 0) reversals.push({ row, targets });
}

/** Whether a row has a date on which it counts. */
function hasCounted(compiled: CompiledPart, row: number): boolean {
  if (compiled.countDays) return dayAt(compiled.countDays, row) !== undefined;
  const { orders, receipts } = compiled.ledger;
  return receipts?.byOrder.has(orders.orderOf[row] ?? 0) === true || receivedColumn(orders, row) !== undefined;
}

/** How far back the history must reach: to the spans of the lines that reversals of the window take back. */
function startFor(compiled: CompiledPart, since: Day, taken: readonly Occurrence[]): Day {
  const reach = taken.reduce((day, reversal) => (reversal.day >= since ? Math.min(day, firstDayOfTargets(compiled, reversal)) : day), since);
  // What was paid before this version came into force is looked up in the version of that time.
  const own = Math.max(reach, compiled.version.effective ?? -Infinity);
  return own < since ? historyFrom(compiled, own) : since;
}

/** Orders that count in the window: all of each is looked at, for some rules hold once per order. */
function touchedOrders(compiled: CompiledPart, selected: Uint8Array, taken: readonly Occurrence[], start: Day, end: Day): Uint8Array {
  const { orders } = compiled.ledger;
  const touched = new Uint8Array(orders.orderNames.length);
  for (let row = 0; row < selected.length; row += 1) {
    const order = orders.orderOf[row] ?? 0;
    if (selected[row] === 1 && touched[order] !== 1 && countsBetween(compiled, row, start, end)) touched[order] = 1;
  }
  for (const { row, day, reverses } of taken) {
    if (day < start) continue;
    touched[orders.orderOf[row] ?? 0] = 1;
    for (const target of reverses ?? []) touched[orders.orderOf[target.row] ?? 0] = 1;
  }
  return touched;
}

function countsBetween({ countDays, ledger }: CompiledPart, row: number, start: Day, end: Day): boolean {
  const within = (day: Day): boolean => day >= start && day <= end;
  if (countDays) {
    const day = countDays.days[row];
    return day !== undefined && day !== NO_DAY && within(day);
  }
  const list = ledger.receipts?.byOrder.get(ledger.orders.orderOf[row] ?? 0);
  if (list) return list.some(({ day }) => within(day));
  const received = receivedColumn(ledger.orders, row);
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
