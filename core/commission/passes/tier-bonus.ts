import type { Exact } from '../../amount/exact';
import { ONE, ZERO, add, isZero, larger, multiply, negate, sign } from '../../amount/exact';
import { allocateOrNothing } from '../../amount/allocate';
import type { CompiledPart } from '../compile-part';
import { amountOf } from '../compile-part';
import type { Slot } from '../credit';
import { divideWhole } from '../credit';
import { WHOLE_LINE, pushEvent } from '../events';
import type { LineContext } from '../facts';
import { bonusBetween, ownBonusesBetween } from '../ladder';
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

/** A bonus is paid once, when its bound is reached; a sum is shared by what each has credited to the total. */
export function payTierBonus(walk: Walk, step: Step, event: number, context: LineContext): void {
  const { total, from, to } = step;
  if (!total.ladder) return;
  payOwnBonuses(walk, step, event, context);
  const amount = bonusBetween(total.ladder, from, to);
  if (isZero(amount)) return;
  if (walk.compiled.subject === 'person') {
    pushTierBonus(walk, event, context, { amount });
    return;
  }
  const people = [...total.credited.keys()];
  const shares = allocateOrNothing(amount, people.map((who) => larger(total.credited.get(who) ?? ZERO, ZERO)), 8);
  people.forEach((person, index) => pushTierBonus(walk, event, { ...context, person }, { amount: shares[index] ?? ZERO }));
}

/** A multiple of a People column is each person's own: everyone with credit in the total gets theirs; lost again, it goes back. */
function payOwnBonuses(walk: Walk, { total, from, to }: Step, event: number, context: LineContext): void {
  const { compiled } = walk;
  for (const { index, isReached } of total.ladder ? ownBonusesBetween(total.ladder, from, to) : []) {
    const people = compiled.subject === 'person' ? [context.person] : [...total.credited].flatMap(([person, credit]) => (sign(credit) > 0 ? [person] : []));
    const given = isReached ? people.map((person) => ({ person, amount: ownBonus(compiled, index, person, context) })) : (total.given.get(index) ?? []);
    total.given.set(index, isReached ? given : []);
    for (const { person, amount } of given) pushTierBonus(walk, event, { ...context, person }, { amount: isReached ? amount : negate(amount), own: index });
  }
}

function ownBonus({ ladder, ledger }: CompiledPart, index: number, person: number, { orderDay }: LineContext): Exact {
  const bonus = ladder?.bonuses[index];
  return bonus && person >= 0 ? amountOf(ledger, { factor: bonus.amount, column: bonus.column }, person, orderDay) : ZERO;
}

/** Where a line or an order has the total, its bonus is split as its credit; a multiple of a column is that part of each person's own. */
export function payLineBonus(walk: Walk, { total, from, to }: Step, slots: readonly Slot[], index: number, context: LineContext): void {
  if (!total.ladder || total.ladder.bonuses.length === 0) return;
  const event = walk.events.row.length - 1;
  const part = (amount: Exact): Exact => (isZero(amount) ? ZERO : (divideWhole(amount, slots)[index] ?? ZERO));
  pushTierBonus(walk, event, context, { amount: part(bonusBetween(total.ladder, from, to)) });
  for (const own of ownBonusesBetween(total.ladder, from, to)) {
    const amount = part(ownBonus(walk.compiled, own.index, context.person, context));
    pushTierBonus(walk, event, context, { amount: own.isReached ? amount : negate(amount), own: own.index });
  }
}

/** A sum, or one's own bonus by its place among those of the tiers. */
interface Given {
  readonly amount: Exact;
  readonly own?: number;
}

function pushTierBonus(walk: Walk, event: number, context: LineContext, { amount, own }: Given): void {
  if (isZero(amount)) return;
  const { compiled, events } = walk;
  const factor = multipliersOf(compiled, context).person;
  const period = walk.payNumber(context.day);
  const made = pushEvent(events, {
    row: events.row[event] ?? 0,
    person: context.person,
    day: context.day,
    period,
    kind: own === undefined ? 'tier bonus' : 'own tier bonus',
    state: events.state[event] ?? 0,
    group: events.group[event] ?? 0,
    stage: '',
    ordinal: own ?? -1,
    by: compiled,
    credit: ZERO,
    moved: ZERO,
    from: ZERO,
    pay: multiply(amount, compiled.adds ? add(ONE, factor) : factor),
    base: amount,
    counted: WHOLE_LINE,
  });
  extendSlice(walk, period, made);
}
