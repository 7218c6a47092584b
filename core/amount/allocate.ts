import type { Exact } from './exact';
import { ZERO, exactOf, isZero, sign, trim, unitsAt } from './exact';

/**
 * Shares a total by weights so that the shares add up to it exactly (largest remainder, Hamilton's method).
 *
 * Each share is the floor or the ceiling of its exact value at `decimals` places, or at the total's own places
 * when it has more. Units left over go to the largest remainders; of equal ones, to the first. A negative total
 * is shared as its positive and negated. Weights must not be negative, and one must be positive.
 */
export function allocate(amount: Exact, weights: readonly Exact[], decimals: number): Exact[] {
  const total = amount.scale > decimals ? trim(amount) : amount;
  const scale = total.scale > decimals ? total.scale : decimals;
  const weightScale = weights.reduce((most, weight) => (weight.scale > most ? weight.scale : most), 0);
  const parts = weights.map((weight) => unitsAt(weight, weightScale));
  const whole = parts.reduce((all, part) => all + part, 0n);
  if (whole <= 0n) throw new RangeError('allocate needs a positive weight');
  const negative = sign(total) < 0;
  const units = unitsAt(total, scale);
  const size = negative ? -units : units;
  const shares = parts.map((part) => (size * part) / whole);
  const left = Number(shares.reduce((rest, share) => rest - share, size));
  for (const index of largestRemainders(size, parts, whole).slice(0, left)) shares[index] = (shares[index] ?? 0n) + 1n;
  return shares.map((share) => exactOf(negative ? -share : share, scale));
}

function largestRemainders(size: bigint, parts: readonly bigint[], whole: bigint): number[] {
  const remainders = parts.map((part) => (size * part) % whole);
  return parts
    .map((_, index) => index)
    .filter((index) => remainders[index] !== 0n)
    .sort((a, b) => {
      const [first = 0n, second = 0n] = [remainders[a], remainders[b]];
      if (first === second) return a - b;
      return first > second ? -1 : 1;
    });
}

/** True when the weights can share something out: none negative, one positive. */
export function canAllocate(weights: readonly Exact[]): boolean {
  return weights.every((weight) => sign(weight) >= 0) && weights.some((weight) => !isZero(weight));
}

/** Shares by weights that may all be zero: then everything is zero. */
export function allocateOrNothing(total: Exact, weights: readonly Exact[], decimals: number): Exact[] {
  return canAllocate(weights) ? allocate(total, weights, decimals) : weights.map(() => ZERO);
}
