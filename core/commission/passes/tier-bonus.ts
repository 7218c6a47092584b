import type { Exact } from '../../amount/exact';
import { ONE, ZERO, add, isZero, larger, multiply } from '../../amount/exact';
import { allocateOrNothing } from '../../amount/allocate';
import type { Slot } from '../credit';
import { divideWhole } from '../credit';
import { WHOLE_LINE, pushEvent } from '../events';
import type { LineContext } from '../facts';
import { bonusBetween } from '../ladder';
import { multipliersOf } from '../line-pay';
import type { RunningTotal } from '../running-total';
import type { Step } from './totals';
import type { Walk } from './walk';
import { extendSlice } from './walk';

/** Where a total has bonuses that several people share, remembers what each has credited to it. */
export function rememberCredit({ compiled }: Walk, total: RunningTotal, person: number, credit: Exact): void {
  if (!compiled.ladder || compiled.ladder.bonuses.length === 0 || compiled.subject === 'person') return;
  total.credited.set(person, add(total.credited.get(person) ?? ZERO, credit));
}

/** A bonus is paid once, when its bound is reached, and shared by what each has credited to the total. */
export function payTierBonus(walk: Walk, { total, from, to }: Step, event: number, context: LineContext): void {
  const amount = total.ladder ? bonusBetween(total.ladder, from, to) : ZERO;
  if (isZero(amount)) return;
  if (walk.compiled.subject === 'person') {
    pushTierBonus(walk, event, context, amount);
    return;
  }
  const people = [...total.credited.keys()];
  const shares = allocateOrNothing(amount, people.map((who) => larger(total.credited.get(who) ?? ZERO, ZERO)), 8);
  people.forEach((person, index) => pushTierBonus(walk, event, { ...context, person }, shares[index] ?? ZERO));
}

/** Where a line or an order has the total, its bonus is split as its credit. */
export function payLineBonus(walk: Walk, { total, from, to }: Step, slots: readonly Slot[], index: number, context: LineContext): void {
  if (!total.ladder || total.ladder.bonuses.length === 0) return;
  const amount = bonusBetween(total.ladder, from, to);
  if (!isZero(amount)) pushTierBonus(walk, walk.events.row.length - 1, context, divideWhole(amount, slots)[index] ?? ZERO);
}

function pushTierBonus(walk: Walk, event: number, context: LineContext, amount: Exact): void {
  if (isZero(amount)) return;
  const { compiled, events } = walk;
  const own = multipliersOf(compiled, context).person;
  const period = walk.payNumber(context.day);
  const made = pushEvent(events, {
    row: events.row[event] ?? 0,
    person: context.person,
    day: context.day,
    period,
    kind: 'tier bonus',
    state: events.state[event] ?? 0,
    group: events.group[event] ?? 0,
    stage: '',
    ordinal: -1,
    by: compiled,
    credit: ZERO,
    moved: ZERO,
    from: ZERO,
    pay: multiply(amount, compiled.adds ? add(ONE, own) : own),
    base: amount,
    counted: WHOLE_LINE,
  });
  extendSlice(walk, period, made);
}
