import { WHOLE } from '../amount/ratio';
import type { Day } from '../table/day';
import type { Counting } from './counts/counting';
import type { Occurrence, Window } from './counts/occurrences';
import { occurrencesOf } from './counts/occurrences';
import type { PartRun } from './part-run';
import { creditLine } from './passes/credit-line';
import { lateTakebacks } from './passes/late-takebacks';
import { takeBackLine } from './passes/take-back';
import type { PaidByRates, Walk } from './passes/walk';
import { newWalk } from './passes/walk';
import { closePeriod } from './passes/whole-ladder';

/** What a run looks at, and what it asks the runs of earlier versions. */
export interface RunRequest extends Window {
  /** The end of the settled period, which may lie after the version's term. */
  readonly until: Day;
  readonly paidByRates: PaidByRates;
}

/** Runs a part over everything that matters to the periods of a window, in time order (steps 2 to 7). */
export function runPart(counting: Counting, { from, end, until, paidByRates }: RunRequest): PartRun {
  const occurrences = occurrencesOf(counting, { from, end });
  const walk = newWalk(counting, occurrences, paidByRates);
  for (const occurrence of occurrences.sorted) take(walk, occurrence);
  for (const total of walk.totals) closePeriod(walk, total);
  const { compiled, events, totals, trueUps, limitedTrueUps, notTrued, leavings, takebacks, rejected, problems, groups, slices } = walk;
  const late = lateTakebacks(counting, until);
  return { compiled, counting, events, totals, trueUps, limitedTrueUps, notTrued, leavings, takebacks, late, rejected, waiting: occurrences.waiting, problems, groups, slices };
}

function take(walk: Walk, occurrence: Occurrence): void {
  const { row, ordinal, by } = occurrence;
  if (occurrence.takesBack) {
    takeBackLine(walk, occurrence);
    return;
  }
  if (walk.reduced.has(row)) {
    const times = walk.counted.get(row) ?? [];
    times.push({ ordinal, by, events: [], left: WHOLE });
    walk.counted.set(row, times);
  }
  if (occurrence.counts) creditLine(walk, occurrence);
}
