import { refundsAtOriginal } from '../../rules/plan';
import type { Day } from '../../table/day';
import type { Issue } from '../../table/issue';
import { dayAt } from '../../table/table';
import type { DatedReversal, ReversedParts } from '../../trade/reversals';
import { reversalsOf, reversedParts } from '../../trade/reversals';
import { receivedColumn } from '../../trade/receipts';
import type { CompiledPart } from '../compile-part';

/** When a reversal row takes effect, and whether it takes back lines or is a negative line of its own. */
interface Effect {
  readonly day: Day;
  readonly asReversal: boolean;
}

/** Which rows a part counts, and what reverses them, with what the parts before it on the plan's timeline counted. */
export interface Counting {
  readonly compiled: CompiledPart;
  /** The parts of the version before that this part takes over from; none for a plan's first version. */
  readonly before: readonly Counting[];
  /** Whether it takes over from those before by its name: what they paid is trued up here. Otherwise it only counts nothing again. */
  readonly continues: boolean;
  /** 1 for rows that count as lines of the part. */
  readonly selected: Uint8Array;
  readonly rejected: ReadonlyMap<number, Pick<Issue, 'code' | 'params'> & { readonly field: string }>;
  readonly effects: ReadonlyMap<number, Effect>;
  /** How much of each line is reversed, in the part's measure; and in money, for what is owed on an order. */
  readonly reversed: ReversedParts;
  readonly credited: ReversedParts;
}

/** The day on which a version takes over; a plan's first version has always been there. */
export function takeoverOf({ compiled }: Counting): Day {
  return compiled.version.term?.first ?? -Infinity;
}

export function newCounting(compiled: CompiledPart, before: readonly Counting[], continues: boolean): Counting {
  const effects = effectsOf(compiled, before);
  return { compiled, before, continues, effects, ...reversedBy(compiled, effects), ...selectRows(compiled, effects) };
}

/** How much of each line reversals take, by the effects they have. */
function reversedBy(compiled: CompiledPart, effects: Counting['effects']): Pick<Counting, 'reversed' | 'credited'> {
  const { orders } = compiled.ledger;
  const dated = reversalsOf(orders).list.flatMap((reversal): (DatedReversal & { readonly asReversal: boolean })[] => {
    const effect = effects.get(reversal.row);
    return effect ? [{ ...reversal, ...effect }] : [];
  });
  const taking = dated.filter(({ asReversal }) => asReversal);
  // A note that counted as a line of its own under an earlier version has lowered what is owed all the same.
  const owing = refundsAtOriginal(compiled.part) ? dated : taking;
  const credited = reversedParts(orders, owing, 'amount');
  const column = compiled.measure.measure.kind === 'quantity' ? 'quantity' : 'amount';
  const isSame = column === 'amount' && owing.length === taking.length;
  return { reversed: isSame ? credited : reversedParts(orders, taking, column), credited };
}

const underOtherRules = new WeakMap<Counting, Map<Day, Counting>>();

/**
 * A part as it would count on under another rule for refunds: what it counted before a day stays, from then on
 * reversals take back or not as the rule in force then says.
 */
export function underRefundRule(counting: Counting, asReversal: boolean, from: Day): Counting {
  if (refundsAtOriginal(counting.compiled.part) === asReversal) return counting;
  const byDay = underOtherRules.get(counting) ?? new Map<Day, Counting>();
  underOtherRules.set(counting, byDay);
  const known = byDay.get(from);
  if (known) return known;
  const made = withEffects(counting, from, () => asReversal);
  byDay.set(from, made);
  return made;
}

const seenByOthers = new WeakMap<Counting, WeakMap<Counting, Counting>>();

/** The part before as it would count on after its term, with each reversal as the part that follows takes it. */
export function asFollowedBy(before: Counting, next: Counting): Counting {
  const byNext = seenByOthers.get(before) ?? new WeakMap<Counting, Counting>();
  seenByOthers.set(before, byNext);
  const known = byNext.get(next);
  if (known) return known;
  const takeover = takeoverOf(next);
  const differs = [...before.effects].some(([row, { day, asReversal }]) => day >= takeover && (next.effects.get(row)?.asReversal ?? asReversal) !== asReversal);
  const made = differs ? withEffects(before, takeover, (row, asReversal) => next.effects.get(row)?.asReversal ?? asReversal) : before;
  byNext.set(next, made);
  return made;
}

function withEffects(counting: Counting, from: Day, asReversal: (row: number, own: boolean) => boolean): Counting {
  const effects = new Map([...counting.effects].map(([row, effect]) => [row, effect.day >= from ? { ...effect, asReversal: asReversal(row, effect.asReversal) } : effect] as const));
  return { ...counting, effects, ...reversedBy(counting.compiled, effects) };
}

/** Each reversal takes effect once: under the version in force on its day, or, if it was still to come, on the takeover. */
function effectsOf(compiled: CompiledPart, [before]: readonly Counting[]): Map<number, Effect> {
  const effects = new Map<number, Effect>();
  const first = compiled.version.term?.first ?? -Infinity;
  const asReversal = refundsAtOriginal(compiled.part);
  for (const { row } of reversalsOf(compiled.ledger.orders).list) {
    const own = (compiled.countDays && dayAt(compiled.countDays, row)) ?? dayAt(compiled.orderDays, row);
    if (own === undefined) continue;
    const earlier = before?.effects.get(row);
    if (earlier && earlier.day < first) effects.set(row, earlier);
    else effects.set(row, { day: earlier ? Math.max(own, first) : own, asReversal });
  }
  return effects;
}

/** Tells the rows of the part from reversals, from rows of other parts, and from rows that something is wrong with. */
function selectRows(compiled: CompiledPart, effects: ReadonlyMap<number, Effect>): Pick<Counting, 'selected' | 'rejected'> {
  const { orders } = compiled.ledger;
  const { faults } = reversalsOf(orders);
  const selected = new Uint8Array(orders.table.length);
  const rejected = new Map<number, Pick<Issue, 'code' | 'params'> & { readonly field: string }>();
  const atOriginal = refundsAtOriginal(compiled.part);
  for (let row = 0; row < orders.table.length; row += 1) {
    if (orders.table.faulty[row] === 1) continue;
    if (dayAt(compiled.orderDays, row) === undefined) {
      rejected.set(row, { code: 'cell.missing', params: {}, field: 'orderDate' });
      continue;
    }
    if (orders.reverses.codes[row] !== 0) {
      const fault = faults.get(row);
      if (fault && atOriginal) rejected.set(row, fault);
      const effect = effects.get(row);
      if (effect ? effect.asReversal : atOriginal) continue;
    }
    const chosen = compiled.selects(row);
    if (chosen === true) selected[row] = 1;
    else if (chosen !== false) rejected.set(row, { ...chosen, field: 'currency' });
  }
  return { selected, rejected };
}

/** Whether a row has a date on which it counts. */
export function hasDate({ compiled }: Counting, row: number): boolean {
  if (compiled.countDays) return dayAt(compiled.countDays, row) !== undefined;
  const { orders, receipts } = compiled.ledger;
  return receipts?.byOrder.has(orders.orderOf[row] ?? 0) === true || receivedColumn(orders, row) !== undefined;
}
