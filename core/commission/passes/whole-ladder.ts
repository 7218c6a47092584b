import type { Exact } from '../../amount/exact';
import { ZERO, add, isZero, multiply, subtract } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import { portion } from '../../trade/receipts';
import { rateAt } from '../ladder';
import type { RatedLine, RunningTotal, Weight } from '../running-total';
import type { Walk } from './walk';

/** Groups (teams) of a workbook are fewer. */
const MORE_THAN_ANY_GROUP = 2 ** 20;

/** Pays the lines of the open period at the rate reached, and trues earlier lines up to it. */
export function closePeriod(walk: Walk, total: RunningTotal): void {
  const { period, ladder } = total;
  if (!walk.whole || period === undefined || !ladder) return;
  const end = rateAt(ladder, total.total);
  const isHistory = period < walk.firstPeriod;
  if (!isHistory) {
    const before = total.weights.size + total.limited.length + total.earlier.length > 0 ? rateAt(ladder, total.opening) : ZERO;
    const step = { period, before, end };
    for (const line of total.limited) trueUpLimited(walk, total, line, { ...step, paid: undefined });
    if (!isZero(subtract(end, before))) {
      for (const weight of total.weights.values()) trueUpTogether(walk, total, weight, step);
      trueUpEarlier(walk, total, step);
    }
    total.steps.push(step);
  }
  for (const line of total.pending) {
    line.settle(end);
    if (isHistory) total.earlier.push(line);
    else keep(total, line);
  }
  total.pending = [];
}

interface RateStep {
  readonly period: number;
  readonly before: Exact;
  readonly end: Exact;
}

/** A step of a line that is trued up by itself, with what an earlier version paid for the whole of it. */
interface LimitedStep extends RateStep {
  readonly paid: Exact | undefined;
}

/** What is left of an amount of a line after reversals. */
function left(line: RatedLine, amount: Exact): Exact {
  return subtract(amount, portion(amount, line.out));
}

/** Lines that no limit bends are trued up together from now on. */
function keep(total: RunningTotal, line: RatedLine): void {
  if (line.payAt) {
    total.limited.push(line);
    return;
  }
  total.lines.delete(line.event);
  const weight = weightOf(total, line);
  weight.plain = add(weight.plain, left(line, line.plain));
  weight.factored = add(weight.factored, left(line, line.factored));
}

function weightOf({ weights }: RunningTotal, { person, group }: { readonly person: number; readonly group: number }): Weight {
  const key = (person + 2) * MORE_THAN_ANY_GROUP + group;
  const known = weights.get(key);
  if (known) return known;
  const made = { person, group, plain: ZERO, factored: ZERO };
  weights.set(key, made);
  return made;
}

function trueUpTogether({ trueUps }: Walk, total: RunningTotal, { person, group, plain, factored }: Weight, { period, before, end }: RateStep): void {
  const rise = subtract(end, before);
  const amount = multiply(rise, factored);
  if (isZero(amount)) return;
  trueUps.push({ person, period, state: total.index, group, amount, base: multiply(rise, plain), before, end, paid: undefined });
}

/** The change of rate on an earlier line that a limit bends: from what an earlier version paid, or from the rate before. */
function trueUpLimited(walk: Walk, total: RunningTotal, line: RatedLine, { period, before, end, paid }: LimitedStep): void {
  if (!line.payAt) return;
  const rise = subtract(line.payAt(end), paid ?? line.payAt(before));
  const amount = left(line, rise);
  if (!isZero(amount)) walk.trueUps.push({ person: line.person, period, state: total.index, group: line.group, amount, base: ZERO, before, end, paid, event: line.event });
  if (!isZero(amount) || paid) walk.limitedTrueUps.set(line.event, [...(walk.limitedTrueUps.get(line.event) ?? []), { period, amount: rise }]);
}

/** Brings lines that earlier versions paid from what they were paid to the rate reached. What was never paid stays so. */
function trueUpEarlier(walk: Walk, total: RunningTotal, step: RateStep): void {
  const sums = new Map<number, { line: RatedLine; amount: Exact; base: Exact; paid: Exact }>();
  for (const line of total.earlier) {
    const before = walk.paidByRates(walk.events, line.event);
    if (!before) {
      walk.notTrued.add(line.event);
      continue;
    }
    const { rates, extra } = before;
    if (line.payAt) trueUpLimited(walk, total, line, { ...step, paid: rates.reduce((sum, one) => add(sum, multiply(one.rate, one.factored)), extra) });
    else {
      const had = rates.reduce((sum, one) => add(sum, multiply(one.rate, left(line, one.factored))), ZERO);
      const hadBase = rates.reduce((sum, one) => add(sum, multiply(one.rate, left(line, one.plain))), ZERO);
      const key = (line.person + 2) * MORE_THAN_ANY_GROUP + line.group;
      const sum = sums.get(key) ?? { line, amount: ZERO, base: ZERO, paid: ZERO };
      sum.amount = add(sum.amount, subtract(multiply(step.end, left(line, line.factored)), had));
      sum.base = add(sum.base, subtract(multiply(step.end, left(line, line.plain)), hadBase));
      sum.paid = add(sum.paid, had);
      sums.set(key, sum);
    }
    keep(total, line);
  }
  total.earlier = [];
  const { period, before, end } = step;
  for (const { line, amount, base, paid } of sums.values()) {
    if (!isZero(amount)) walk.trueUps.push({ person: line.person, period, state: total.index, group: line.group, amount, base, before, end, paid });
  }
}

/** Takes a reversed part of a line out of what earlier lines weigh. */
export function lighten({ events }: Walk, total: RunningTotal, event: number, group: number, part: (amount: Exact) => Exact): void {
  const weight = total.weights.get(((events.person[event] ?? 0) + 2) * MORE_THAN_ANY_GROUP + group);
  if (!weight) return;
  weight.plain = subtract(weight.plain, part(exactAt(events.plain, event)));
  weight.factored = subtract(weight.factored, part(exactAt(events.factored, event)));
}
