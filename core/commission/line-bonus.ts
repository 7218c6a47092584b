import type { Exact } from '../amount/exact';
import { ZERO, add, sign } from '../amount/exact';
import type { CompiledPart } from './compile-part';
import { amountOf } from './compile-part';
import type { Slot } from './credit';
import { divideWhole } from './credit';
import type { LineContext } from './facts';
import type { Occurrence } from './counts/occurrences';

/** Bonuses of a line or an order, split as its credit, when it first counts. `paid` remembers orders that had theirs. */
export function bonusOfSlot({ bonuses, ledger }: CompiledPart, { row, ordinal }: Occurrence, slots: readonly Slot[], index: number, measure: Exact, context: LineContext, paid: Set<string>): Exact {
  if (bonuses.length === 0 || ordinal !== 0 || sign(measure) <= 0) return ZERO;
  let total = ZERO;
  bonuses.forEach((bonus, number) => {
    if (bonus.per === 'person' || !bonus.when.holds(context)) return;
    if (bonus.per === 'order') {
      const key = `${number} ${ledger.orders.orderOf[row] ?? 0}`;
      const onThisLine = `${key} ${row}`;
      if (paid.has(key) && !paid.has(onThisLine)) return;
      paid.add(key);
      paid.add(onThisLine);
    }
    total = add(total, divideWhole(amountOf(ledger, bonus.amount, context.person, context.orderDay), slots)[index] ?? ZERO);
  });
  return total;
}
