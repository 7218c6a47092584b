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
    for (const line of total.limited) trueUpLimited(walk, total, line, step);
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

/** The change of rate on an earlier line that a limit bends. */
function trueUpLimited(walk: Walk, total: RunningTotal, line: RatedLine, { period, before, end }: RateStep): void {
  const rise = line.payAt ? subtract(line.payAt(end), line.payAt(before)) : ZERO;
  const amount = left(line, rise);
  if (isZero(amount)) return;
  walk.trueUps.push({ person: line.person, period, state: total.index, group: line.group, amount, base: ZERO, before, end, paid: undefined, event: line.event });
  rememberLimited(walk, line.event, period, rise);
}

function rememberLimited({ limitedTrueUps }: Walk, event: number, period: number, amount: Exact): void {
  limitedTrueUps.set(event, [...(limitedTrueUps.get(event) ?? []), { period, amount }]);
}

/** Brings lines that earlier versions paid from what they were paid to the rate reached. What was never paid stays so. */
function trueUpEarlier(walk: Walk, total: RunningTotal, { period, before: rateBefore, end }: RateStep): void {
  const sums = new Map<number, { line: RatedLine; amount: Exact; base: Exact; paid: Exact }>();
  for (const line of total.earlier) {
    const before = walk.paidByRates(walk.events, line.event);
    if (!before) continue;
    const { rates, extra } = before;
    const had = rates.reduce((sum, one) => add(sum, multiply(one.rate, left(line, one.factored))), line.payAt ? left(line, extra) : ZERO);
    const hadBase = rates.reduce((sum, one) => add(sum, multiply(one.rate, left(line, one.plain))), ZERO);
    const due = line.payAt ? left(line, line.payAt(end)) : multiply(end, left(line, line.factored));
    const dueBase = line.payAt ? ZERO : multiply(end, left(line, line.plain));
    if (line.payAt) rememberLimited(walk, line.event, period, subtract(line.payAt(end), rates.reduce((sum, one) => add(sum, multiply(one.rate, one.factored)), extra)));
    const key = (line.person + 2) * MORE_THAN_ANY_GROUP + line.group;
    const sum = sums.get(key) ?? { line, amount: ZERO, base: ZERO, paid: ZERO };
    sum.amount = add(sum.amount, subtract(due, had));
    sum.base = line.payAt ? sum.base : add(sum.base, subtract(dueBase, hadBase));
    sum.paid = add(sum.paid, had);
    sums.set(key, sum);
    keep(total, line);
  }
  total.earlier = [];
  for (const { line, amount, base, paid } of sums.values()) {
    if (!isZero(amount)) walk.trueUps.push({ person: line.person, period, state: total.index, group: line.group, amount, base, before: rateBefore, end, paid });
  }
}

/** Takes a reversed part of a line out of what earlier lines weigh. */
export function lighten({ events }: Walk, total: RunningTotal, event: number, group: number, part: (amount: Exact) => Exact): void {
  const weight = total.weights.get(((events.person[event] ?? 0) + 2) * MORE_THAN_ANY_GROUP + group);
  if (!weight) return;
  weight.plain = subtract(weight.plain, part(exactAt(events.plain, event)));
  weight.factored = subtract(weight.factored, part(exactAt(events.factored, event)));
}
