import type { Ratio } from '../../amount/ratio';
import { NOTHING, compareRatios, largerRatio, smallerRatio } from '../../amount/ratio';
import { refundsAtOriginal } from '../../rules/plan';
import type { Day } from '../../table/day';
import type { Receipt } from '../../trade/receipts';
import type { CompiledPart } from '../compile-part';
import type { Counting } from './counting';
import { asFollowedBy, takeoverOf } from './counting';
import type { Level } from './own-levels';
import { ownLevels } from './own-levels';

/** A change of how much of a line has counted in the life of its plan. */
export interface CountStep {
  readonly day: Day;
  /** The row that made it so: the line itself, or a reversal. */
  readonly cause: number;
  readonly before: Ratio;
  readonly after: Ratio;
  readonly receipt: Receipt | undefined;
  /** The part that pays it; undefined for what counts in running totals only. */
  readonly by: CompiledPart | undefined;
  /** The how manieth time the line counts. A step down has none. */
  readonly ordinal: number;
  /** A step down that takes back what the steps up before it were paid; otherwise it counts as a negative line. */
  readonly takesBack: boolean;
}

/**
 * A line counts once in the life of a plan. What the versions before counted stays counted on the days it counted; what
 * had come by the takeover and was still waiting counts on that day; from then on this version's own `counts on` adds
 * what is left. A step down takes its part of all that has counted.
 */
export function stepsOf(counting: Counting, row: number): readonly CountStep[] {
  const own = ownLevels(counting, row);
  if (counting.before.length === 0) return stepsOfFirst(counting, own);
  const takeover = takeoverOf(counting);
  const earlier = counting.before.map((before) => stepsOf(before, row));
  const counted = earlier.map((steps) => steps.filter(({ day }) => day < takeover));
  const chosen = mostCounted(counted);
  const steps = [...(counted[chosen] ?? [])];
  const wasWaiting = counting.before.some(({ selected }) => selected[row] === 1);
  if (steps.length === 0 && !wasWaiting) return stepsOfFirst(counting, own);
  const path = newPath(counting, steps);
  const had = path.level();
  const arrived = standing(own.filter(({ day }) => day < takeover));
  for (const { from, to, move } of arrived) {
    if (compareRatios(to, path.level()) > 0) path.to(largerRatio(to, from), wasWaiting ? { ...move, day: takeover } : move, wasWaiting);
  }
  // What the part before would go on seeing, with refunds as this part takes them.
  const support = supportOf(counting, counting.before[chosen], row).filter(({ day }) => day >= takeover);
  let kept = had;
  let mine = arrived[arrived.length - 1]?.to ?? NOTHING;
  for (const move of inTime(counting, own.filter(({ day }) => day >= takeover), support)) {
    if ('level' in move) {
      // Once this version's own counting has caught up with what had counted, it alone decides.
      if (compareRatios(mine, path.level()) >= 0) kept = smallerRatio(kept, move.level);
      mine = move.level;
    } else kept = smallerRatio(kept, move.after);
    path.to(largerRatio(mine, kept), move, true);
  }
  return steps;
}

function supportOf(counting: Counting, before: Counting | undefined, row: number): readonly CountStep[] {
  return before ? stepsOf(asFollowedBy(before, counting), row) : [];
}

function stepsOfFirst(counting: Counting, own: readonly Level[]): CountStep[] {
  const steps: CountStep[] = [];
  const path = newPath(counting, steps);
  const takeover = takeoverOf(counting);
  for (const move of own) path.to(move.level, move, move.day >= takeover);
  return steps;
}

function mostCounted(earlier: readonly (readonly CountStep[])[]): number {
  let best = 0;
  earlier.forEach((steps, index) => {
    if (compareRatios(lastLevel(steps), lastLevel(earlier[best] ?? [])) > 0) best = index;
  });
  return best;
}

function lastLevel(steps: readonly CountStep[]): Ratio {
  return steps[steps.length - 1]?.after ?? NOTHING;
}

interface Move {
  readonly day: Day;
  readonly cause: number;
  readonly receipt: Receipt | undefined;
}

/** Appends steps to a path, each from where the last one stands. */
function newPath({ compiled }: Counting, steps: CountStep[]): { readonly level: () => Ratio; readonly to: (level: Ratio, move: Move, isPaid: boolean) => void } {
  const takesBack = refundsAtOriginal(compiled.part);
  let ordinal = steps.reduce((most, step) => Math.max(most, step.ordinal + 1), 0);
  return {
    level: () => lastLevel(steps),
    to: (after, { day, cause, receipt }, isPaid) => {
      const before = lastLevel(steps);
      const order = compareRatios(after, before);
      if (order === 0) return;
      const up = order > 0;
      steps.push({ day, cause, before, after, receipt, by: isPaid ? compiled : undefined, ordinal: up || !takesBack ? ordinal : -1, takesBack: !up && takesBack });
      if (up || !takesBack) ordinal += 1;
    },
  };
}

interface Arrived {
  readonly from: Ratio;
  readonly to: Ratio;
  readonly move: Level;
}

/** What has come and has not gone again, piece by piece. */
function standing(levels: readonly Level[]): Arrived[] {
  const pieces: Arrived[] = [];
  for (const move of levels) {
    for (let last = pieces[pieces.length - 1]; last && compareRatios(last.from, move.level) >= 0; last = pieces[pieces.length - 1]) pieces.pop();
    const last = pieces[pieces.length - 1];
    const level = last?.to ?? NOTHING;
    if (compareRatios(move.level, level) > 0) pieces.push({ from: level, to: move.level, move });
    else if (last) pieces[pieces.length - 1] = { ...last, to: move.level };
  }
  return pieces;
}

function inTime({ compiled }: Counting, own: readonly Level[], support: readonly CountStep[]): (Level | CountStep)[] {
  const { rank } = compiled.ledger.orders;
  // What the part before would have seen comes first, so that one cause is one step.
  return [...support, ...own].sort((a, b) => a.day - b.day || (rank[a.cause] ?? 0) - (rank[b.cause] ?? 0));
}
