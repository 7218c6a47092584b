import type { Exact } from '../../amount/exact';
import { exactInteger } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { addRatios, divideRatios, largerRatio, ratioOf, smallerRatio, sumRatios, timesExact } from '../../amount/ratio';
import type { Rollup } from '../words';

/** A value for some months in a row, or of one member of a team. */
export interface Piece {
  readonly value: Ratio;
  /** How much it weighs in an average: its months. */
  readonly months: number;
  readonly numerator?: Exact | undefined;
  readonly denominator?: Exact | undefined;
}

/** Makes one value of several, the same for months of a quarter and members of a team. There is at least one piece. */
export function rollUp(pieces: readonly Piece[], rollup: Rollup): Ratio {
  const values = pieces.map(({ value }) => value);
  const [first = ratioOf(exactInteger(0))] = values;
  switch (rollup) {
    case 'sum':
      return sumRatios(values);
    case 'average':
      return averageOf(pieces);
    case 'last':
      return values[values.length - 1] ?? first;
    case 'max':
      return values.reduce(largerRatio, first);
    case 'min':
      return values.reduce(smallerRatio, first);
    case 'ratio':
      return ratioOfSums(pieces) ?? averageOf(pieces);
  }
}

function averageOf(pieces: readonly Piece[]): Ratio {
  const total = sumRatios(pieces.map(({ value, months }) => timesExact(value, exactInteger(months))));
  const months = pieces.reduce((count, piece) => count + piece.months, 0);
  return divideRatios(total, ratioOf(exactInteger(months)));
}

/** ΣNumerator ÷ ΣDenominator, where every piece has both. */
function ratioOfSums(pieces: readonly Piece[]): Ratio | undefined {
  let [top, bottom]: [Ratio, Ratio] = [ratioOf(exactInteger(0)), ratioOf(exactInteger(0))];
  for (const { numerator, denominator } of pieces) {
    if (!numerator || !denominator) return undefined;
    top = addRatios(top, ratioOf(numerator));
    bottom = addRatios(bottom, ratioOf(denominator));
  }
  return divideRatios(top, bottom);
}
