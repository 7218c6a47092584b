import { NOTHING, WHOLE, compareRatios, divideRatios, multiplyRatios, smallerRatio, subtractRatios } from '../../amount/ratio';
import type { Ratio } from '../../amount/ratio';
import type { Day } from '../../table/day';
import type { Counting } from '../counts/counting';
import { underRefundRule } from '../counts/counting';
import { stepsOf } from '../counts/line-steps';
import { suspects } from '../counts/occurrences';
import type { Takeback } from '../part-run';

/**
 * What is taken back of a part's own pay after its term, up to a day: nobody counts its lines on where the part has no
 * successor, so that what they counted can only become less.
 */
export function lateTakebacks(counting: Counting, until: Day): Takeback[] {
  const { compiled } = counting;
  const end = compiled.version.term?.last ?? Infinity;
  if (end >= until) return [];
  // Its successors take back by their own rule for refunds: this is what there is to take.
  const seen = underRefundRule(counting, true, end + 1);
  return [...suspects(seen)].flatMap((row) => lateOfRow(seen, row, end, until));
}

function lateOfRow(counting: Counting, row: number, end: Day, until: Day): Takeback[] {
  const steps = stepsOf(counting, row);
  const left = new Map<number, Ratio>();
  let level = NOTHING;
  const found: Takeback[] = [];
  for (const { day, cause, before, after, by, ordinal, takesBack } of steps) {
    if (day > until) break;
    if (day <= end) {
      if (takesBack) for (const [key, part] of left) left.set(key, multiplyRatios(part, divideRatios(after, before)));
      else if (by === counting.compiled) left.set(ordinal, WHOLE);
      level = after;
      continue;
    }
    const now = smallerRatio(level, after);
    if (compareRatios(now, level) >= 0) continue;
    for (const [key, was] of left) {
      const kept = multiplyRatios(was, divideRatios(now, level));
      left.set(key, kept);
      found.push({ cause, day, row, ordinal: key, by: counting.compiled, before: subtractRatios(WHOLE, was), after: subtractRatios(WHOLE, kept) });
    }
    level = now;
  }
  return found;
}

/** How far back a part must be run for what is taken back of it late. */
export function lateReach(counting: Counting, { from, until }: { readonly from: Day; readonly until: Day }): Day {
  const late = lateTakebacks(counting, until).filter(({ day }) => day >= from);
  return late.reduce((first, { row }) => stepsOf(counting, row).reduce((day, step) => Math.min(day, step.day), first), Infinity);
}
