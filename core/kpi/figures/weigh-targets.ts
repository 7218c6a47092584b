import type { Exact } from '../../amount/exact';
import { ZERO, add, equals, isZero, sum } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { divideRatios, ratioOf, sumRatios, timesExact } from '../../amount/ratio';
import type { Message } from '../../locale/message';
import type { Share } from './find-actual';
import type { ActualBasis, AgreedPiece } from './find-target';

/**
 * How targets of several months weigh in a rate's: by what the actual was measured on in each (100 inquiries weigh
 * more than 10), so that everyone who is on target every month is on target as a whole. Where that is not known, each
 * month weighs alike, and the note says so.
 */
export function weighTargets({ rollup, weights }: Pick<ActualBasis, 'rollup' | 'weights'>, pieces: readonly AgreedPiece[]): { readonly weights: readonly Exact[] | undefined; readonly notes: readonly Message[] } {
  const [first] = pieces;
  const same = pieces.every(({ figures }) => figures.target && first?.figures.target && equals(figures.target, first.figures.target));
  if (rollup !== 'ratio' || pieces.length < 2 || same) return { weights: undefined, notes: [] };
  const isWhole = weights?.every(({ first: from, last }) => pieces.some((piece) => piece.first <= from && piece.last >= last)) === true;
  const found = isWhole ? pieces.map((piece) => weightIn(weights ?? [], piece)) : [];
  if (found.every(isZero)) return { weights: undefined, notes: [{ code: 'note.targetAveraged' }] };
  return { weights: found, notes: [{ code: 'note.targetWeighed' }] };
}

function weightIn(weights: NonNullable<ActualBasis['weights']>, { first, last }: AgreedPiece): Exact {
  return weights.filter((one) => one.first >= first && one.last <= last).reduce((sum, { weight }) => add(sum, weight), ZERO);
}

/** Targets of several people or teams, weighed by what each was measured on; undefined where that is not known of all. */
export function weighTogether(targets: readonly { readonly value: Ratio; readonly of: Share | undefined }[]): Ratio | undefined {
  const weights = targets.map(({ of }) => of?.denominator ?? ZERO);
  if (weights.some(isZero)) return undefined;
  return divideRatios(sumRatios(targets.map(({ value }, index) => timesExact(value, weights[index] ?? ZERO))), ratioOf(sum(weights)));
}
