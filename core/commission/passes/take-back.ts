import type { Exact } from '../../amount/exact';
import { negate, subtract } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import type { Ratio } from '../../amount/ratio';
import { WHOLE, divideRatios, multiplyRatios, subtractRatios } from '../../amount/ratio';
import { payEveryOf } from '../../rules/plan';
import type { Day } from '../../table/day';
import { periodOfNumber } from '../../table/period';
import { dayAt } from '../../table/table';
import { portion } from '../../trade/receipts';
import type { Occurrence } from '../counts/occurrences';
import { COMPANY } from '../events';
import { payTierBonus } from './tier-bonus';
import { move } from './totals';
import type { Walk } from './walk';
import { lighten } from './whole-ladder';

/** Takes a part of all that a line has counted back: out of the running totals of the same span, and what was paid for it. */
export function takeBackLine(walk: Walk, { row, cause, day, before, after, by }: Occurrence): void {
  const kept = divideRatios(after, before);
  const period = walk.payNumber(day);
  for (const once of walk.counted.get(row) ?? []) {
    const was = once.left;
    once.left = multiplyRatios(was, kept);
    const [from, to] = [subtractRatios(WHOLE, was), subtractRatios(WHOLE, once.left)];
    for (const event of once.events) {
      walk.leavings.push({ row: cause, day, period, event, before: from, after: to });
      const total = walk.totals[walk.events.state[event] ?? -1];
      if (total && total.span === walk.spanNumber(day)) leaveTotal(walk, event, { day, period, from, to });
    }
    if (by === walk.compiled && once.by) walk.takebacks.push({ cause, day, row, ordinal: once.ordinal, by: once.by, before: from, after: to });
  }
}

interface Leave {
  readonly day: Day;
  readonly period: number;
  readonly from: Ratio;
  readonly to: Ratio;
}

function leaveTotal(walk: Walk, event: number, { day, period, from, to }: Leave): void {
  const { compiled, events } = walk;
  const total = walk.totals[events.state[event] ?? -1];
  if (!total) return;
  const part = (amount: Exact): Exact => subtract(portion(amount, to), portion(amount, from));
  const step = move(walk, total, period, negate(part(exactAt(events.moved, event))));
  const line = total.lines.get(event);
  if (line) line.out = to;
  else lighten(walk, total, event, events.group[event] ?? 0, part);
  if (!total.ladder || total.ladder.bonuses.length === 0) return;
  const row = events.row[event] ?? 0;
  const context = { row, person: events.person[event] ?? COMPANY, day, orderDay: dayAt(compiled.orderDays, row) ?? day, period: periodOfNumber(period, payEveryOf(compiled.version)) };
  payTierBonus(walk, step, event, context);
}
