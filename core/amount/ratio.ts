import type { Exact } from './exact';
import { ONE, ZERO, absolute, add, compare, exactOf, isZero, multiply, negate, rescale, sign, subtract } from './exact';
import { exactToDisplay, exactToNumber } from './text';
import type { RoundingMode } from './round';
import { quotient } from './round';

/** A fraction kept undivided, so that a threshold on it is compared exactly. The bottom is never zero. */
export interface Ratio {
  readonly top: Exact;
  readonly bottom: Exact;
}

export const NOTHING: Ratio = { top: ZERO, bottom: ONE };
export const WHOLE: Ratio = { top: ONE, bottom: ONE };

export function ratioOf(value: Exact): Ratio {
  return { top: value, bottom: ONE };
}

/** a ÷ b, undivided; b must not be zero. */
export function divided(a: Exact, b: Exact): Ratio {
  const scale = a.scale > b.scale ? a.scale : b.scale;
  const [top, bottom] = [rescale(a, scale), rescale(b, scale)];
  return positive({ top: { units: top.units, scale: 0 }, bottom: { units: bottom.units, scale: 0 } });
}

function positive({ top, bottom }: Ratio): Ratio {
  return sign(bottom) < 0 ? { top: negate(top), bottom: negate(bottom) } : { top, bottom };
}

/** Compares a fraction with a number without dividing. */
export function compareRatio(ratio: Ratio, value: Exact): -1 | 0 | 1 {
  const bottom = multiply(value, ratio.bottom);
  return sign(ratio.bottom) < 0 ? compare(negate(ratio.top), negate(bottom)) : compare(ratio.top, bottom);
}

/** Compares two fractions without dividing. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const [first, second] = [positive(a), positive(b)];
  return compare(multiply(first.top, second.bottom), multiply(second.top, first.bottom));
}

export function addRatios(a: Ratio, b: Ratio): Ratio {
  if (compare(a.bottom, b.bottom) === 0) return { top: add(a.top, b.top), bottom: a.bottom };
  return shortened({ top: add(multiply(a.top, b.bottom), multiply(b.top, a.bottom)), bottom: multiply(a.bottom, b.bottom) });
}

export function subtractRatios(a: Ratio, b: Ratio): Ratio {
  return addRatios(a, { top: negate(b.top), bottom: b.bottom });
}

export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  return shortened({ top: multiply(a.top, b.top), bottom: multiply(a.bottom, b.bottom) });
}

/** A fraction times a number. */
export function timesExact(a: Ratio, value: Exact): Ratio {
  return shortened({ top: multiply(a.top, value), bottom: a.bottom });
}

/** a ÷ b, undivided; b must not be zero. */
export function divideRatios(a: Ratio, b: Ratio): Ratio {
  return shortened(positive({ top: multiply(a.top, b.bottom), bottom: multiply(a.bottom, b.top) }));
}

export function sumRatios(values: readonly Ratio[]): Ratio {
  return values.reduce(addRatios, NOTHING);
}

export function smallerRatio(a: Ratio, b: Ratio): Ratio {
  return compareRatios(a, b) <= 0 ? a : b;
}

export function largerRatio(a: Ratio, b: Ratio): Ratio {
  return compareRatios(a, b) >= 0 ? a : b;
}

export function ratioSign(value: Ratio): -1 | 0 | 1 {
  return sign(positive(value).top);
}

/** The largest whole number that is not above the fraction. */
export function floorRatio(value: Ratio): Exact {
  const down = roundRatio(value, 0, 'down');
  return compareRatio(value, down) < 0 ? subtract(down, ONE) : down;
}

/** The smallest whole number that is not below the fraction. */
export function ceilRatio(value: Ratio): Exact {
  return negate(floorRatio({ top: negate(value.top), bottom: value.bottom }));
}

/** Divides at last, and rounds once. */
export function roundRatio(value: Ratio, decimals: number, mode: RoundingMode = 'half up'): Exact {
  return quotient(value.top, value.bottom, { decimals, mode });
}

/** The fraction as a cell shows it: its first 25 decimals, as the nearest double. */
export function ratioToNumber(value: Ratio): number {
  return exactToNumber(roundRatio(value, 25));
}

/** The fraction as people read it, at most some decimals. */
export function ratioToDisplay(value: Ratio, decimals = 2): string {
  return exactToDisplay(roundRatio(value, decimals));
}

const LONG = exactOf(10n ** 60n, 0);

/** Fractions that have grown long are reduced, so that long sums stay quick. */
function shortened(value: Ratio): Ratio {
  if (isZero(value.top)) return NOTHING;
  const { top, bottom } = value;
  if (typeof bottom.units === 'number' || compare(absolute(bottom), LONG) < 0) return value;
  const whole = divided(top, bottom);
  const divisor = greatestCommon(BigInt(whole.top.units), BigInt(whole.bottom.units));
  return { top: exactOf(BigInt(whole.top.units) / divisor, 0), bottom: exactOf(BigInt(whole.bottom.units) / divisor, 0) };
}

function greatestCommon(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
