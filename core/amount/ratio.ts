import type { Exact } from './exact';
import { ONE, compare, multiply, negate, sign } from './exact';

/** A fraction kept undivided, so that a threshold on it is compared exactly. The bottom is never zero. */
export interface Ratio {
  readonly top: Exact;
  readonly bottom: Exact;
}

export function ratioOf(value: Exact): Ratio {
  return { top: value, bottom: ONE };
}

/** Compares a fraction with a number without dividing. */
export function compareRatio(ratio: Ratio, value: Exact): -1 | 0 | 1 {
  const bottom = multiply(value, ratio.bottom);
  return sign(ratio.bottom) < 0 ? compare(negate(ratio.top), negate(bottom)) : compare(ratio.top, bottom);
}
