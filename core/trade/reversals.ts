import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, compare, isZero, multiply, negate, sign } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { NOTHING, WHOLE, addRatios, divideRatios, multiplyRatios, ratioOf, ratioSign, smallerRatio, subtractRatios, timesExact } from '../amount/ratio';
import type { Issue } from '../table/issue';
import type { Day } from '../table/day';
import { dayAt, dayColumn, numberAt, numberColumn, textAt } from '../table/table';
import type { Orders } from './orders';
import { reversedRows } from './orders';

/** A row that takes back others, and the lines it takes back: none of them cancelled or a reversal itself. */
export interface Reversal {
  readonly row: number;
  readonly targets: readonly number[];
}

export type ReversalFault = Pick<Issue, 'code' | 'params'> & { readonly field: string };

/** The reversals among the orders, and what is wrong with those that are no good. */
export interface Reversals {
  readonly list: readonly Reversal[];
  readonly faults: ReadonlyMap<number, ReversalFault>;
}

/** How much of a line is reversed from a day on, by which row. */
export interface ReversedStep {
  readonly day: Day;
  readonly row: number;
  readonly part: Ratio;
}

export type ReversedParts = ReadonlyMap<number, readonly ReversedStep[]>;

export interface DatedReversal extends Reversal {
  readonly day: Day;
}

interface Known {
  readonly reversals: Reversals;
  readonly byOrderDate: ReversedParts;
}

const known = new WeakMap<Orders, Known>();

/** The rows of the orders that reverse others. */
export function reversalsOf(orders: Orders): Reversals {
  return read(orders).reversals;
}

/** How much of each line is reversed, by the order date of what reverses it and by amount. */
export function creditedParts(orders: Orders): ReversedParts {
  return read(orders).byOrderDate;
}

function read(orders: Orders): Known {
  const found = known.get(orders);
  if (found) return found;
  const list: Reversal[] = [];
  const faults = new Map<number, ReversalFault>();
  for (let row = 0; row < orders.table.length; row += 1) {
    if (orders.reverses.codes[row] === 0 || orders.cancelled[row] === 1) continue;
    const made = readReversal(orders, row);
    if (Array.isArray(made)) list.push({ row, targets: made });
    else faults.set(row, made as ReversalFault);
  }
  const days = dayColumn(orders.table, 'orderDate');
  const dated = list.flatMap((reversal): DatedReversal[] => {
    const day = dayAt(days, reversal.row);
    return day === undefined ? [] : [{ ...reversal, day }];
  });
  const byOrderDate = reversedParts(orders, dated, 'amount', (row, code) => {
    faults.set(row, { code, params: { found: textAt(orders.reverses, row) }, field: 'amount' });
  });
  const made = { reversals: { list, faults }, byOrderDate };
  known.set(orders, made);
  return made;
}

function readReversal(orders: Orders, row: number): number[] | ReversalFault {
  const params = { found: textAt(orders.reverses, row) };
  const named = reversedRows(orders, row);
  if (!named) return { code: 'reversal.unknown', params, field: 'reverses' };
  if (sign(numberAt(numberColumn(orders.table, 'amount'), row)) > 0) return { code: 'reversal.positive', params: {}, field: 'amount' };
  if (named.includes(row)) return { code: 'reversal.itself', params: {}, field: 'reverses' };
  const sold = named.filter((target) => orders.reverses.codes[target] === 0);
  if (sold.length === 0) return { code: inCircle(orders, row) ? 'reversal.circular' : 'reversal.ofReversal', params, field: 'reverses' };
  const standing = sold.filter((target) => orders.cancelled[target] !== 1);
  return standing.length === 0 ? { code: 'reversal.ofCancelled', params, field: 'reverses' } : standing;
}

/** True where following Reverses from a row leads back to it. */
function inCircle(orders: Orders, start: number): boolean {
  const seen = new Set<number>();
  const next = [...(reversedRows(orders, start) ?? [])];
  for (let row = next.pop(); row !== undefined; row = next.pop()) {
    if (row === start) return true;
    if (seen.has(row) || orders.reverses.codes[row] === 0) continue;
    seen.add(row);
    next.push(...(reversedRows(orders, row) ?? []));
  }
  return false;
}

/** What tells how much a reversal takes back: its amount, or for a measure in pieces its quantity. */
export type ReversedBy = 'amount' | 'quantity';

/**
 * How much of each line is reversed, in time order. A reversal takes back its part of what is left of the lines it
 * names, at most all of it; `report` is told of those that find too little or nothing left.
 */
export function reversedParts(orders: Orders, dated: readonly DatedReversal[], by: ReversedBy, report: (row: number, code: 'reversal.again' | 'reversal.tooLarge') => void = () => undefined): ReversedParts {
  const sorted = [...dated].sort((a, b) => a.day - b.day || (orders.rank[a.row] ?? 0) - (orders.rank[b.row] ?? 0));
  const parts = new Map<number, ReversedStep[]>();
  for (const { row, day, targets } of sorted) {
    const gone = (target: number): Ratio => {
      const steps = parts.get(target);
      return steps?.[steps.length - 1]?.part ?? NOTHING;
    };
    if (targets.every((target) => ratioSign(subtractRatios(WHOLE, gone(target))) <= 0)) {
      report(row, 'reversal.again');
      continue;
    }
    const size = sizeOf(orders, row, targets, gone, by);
    if (size.tooLarge) report(row, 'reversal.tooLarge');
    for (const target of targets) {
      const before = gone(target);
      const part = addRatios(before, multiplyRatios(subtractRatios(WHOLE, before), size.part));
      const steps = parts.get(target);
      if (steps) steps.push({ day, row, part });
      else parts.set(target, [{ day, row, part }]);
    }
  }
  return parts;
}

/** The part of what is left that a reversal takes: by the first column it fills; with none, all. */
function sizeOf({ table }: Orders, row: number, targets: readonly number[], gone: (target: number) => Ratio, by: ReversedBy): { readonly part: Ratio; readonly tooLarge: boolean } {
  for (const field of by === 'quantity' ? ['quantity', 'amount'] : ['amount', 'quantity']) {
    const column = numberColumn(table, field);
    const own = negate(numberAt(column, row));
    if (isZero(own)) continue;
    const left = targets.reduce((total, target) => addRatios(total, timesExact(subtractRatios(WHOLE, gone(target)), numberAt(column, target))), NOTHING);
    if (ratioSign(left) === 0 || ratioSign(left) !== sign(own)) return { part: ratioSign(left) === 0 ? WHOLE : NOTHING, tooLarge: true };
    const part = divideRatios(ratioOf(own), left);
    return { part: smallerRatio(part, WHOLE), tooLarge: compare(part.top, part.bottom) > 0 };
  }
  return { part: WHOLE, tooLarge: false };
}

/** The part of a line that is reversed by the end of a day. */
export function partReversed(parts: ReversedParts, row: number, day: Day): Ratio {
  let part = NOTHING;
  for (const step of parts.get(row) ?? []) if (step.day <= day) part = step.part;
  return part;
}

/** An order's lines without its reversals: what was sold. */
export function soldRows(orders: Orders, order: number): readonly number[] {
  return (orders.rowsOf[order] ?? []).filter((row) => orders.cancelled[row] !== 1 && orders.reverses.codes[row] === 0);
}

/** What an order is worth when parts of its lines are reversed, undivided. */
export function netWorth(orders: Orders, order: number, reversed: (row: number) => Ratio): Ratio {
  const amounts = numberColumn(orders.table, 'amount');
  let plain: Exact = ZERO;
  let taken = NOTHING;
  for (const row of soldRows(orders, order)) {
    const amount = numberAt(amounts, row);
    plain = add(plain, amount);
    const part = reversed(row);
    if (!isZero(part.top)) taken = addRatios(taken, timesExact(part, amount));
  }
  return isZero(taken.top) ? { top: plain, bottom: ONE } : subtractRatios(ratioOf(plain), taken);
}

/** Whether anything reverses a line of an order. */
export function isCredited(parts: ReversedParts, orders: Orders, order: number): boolean {
  return parts.size > 0 && (orders.rowsOf[order] ?? []).some((row) => parts.has(row));
}

/** `received ÷ worth`, between 0 and 1; of an order that nothing is owed on, all. */
export function settledPart(received: Exact, worth: Ratio, credited: boolean): Ratio {
  const signOfWorth = ratioSign(worth);
  if (signOfWorth === 0) return credited ? WHOLE : NOTHING;
  const ratio = signOfWorth < 0 ? { top: negate(multiply(received, worth.bottom)), bottom: negate(worth.top) } : { top: multiply(received, worth.bottom), bottom: worth.top };
  if (sign(ratio.top) <= 0) return NOTHING;
  return compare(ratio.top, ratio.bottom) >= 0 ? WHOLE : ratio;
}
