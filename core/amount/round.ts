import type { Exact } from './exact';
import { bigPowerOfTen, exactOf } from './exact';

/** How a number is rounded, by name. All are symmetric about zero: `up` is away from zero, `down` towards it. */
export type RoundingMode = 'half up' | 'half even' | 'down' | 'up';

export interface Rounding {
  readonly decimals: number;
  readonly mode: RoundingMode;
}

/** Rounds once to a number of decimals. Exact ties follow the mode; nothing else is ever a tie. */
export function round(x: Exact, rounding: Rounding): Exact {
  const drop = x.scale - rounding.decimals;
  if (drop <= 0) return x;
  const units = roundedQuotient(BigInt(x.units), bigPowerOfTen(drop), rounding.mode);
  return exactOf(units, rounding.decimals);
}

/** The quotient a ÷ b rounded to a number of decimals. The divisor must not be zero. */
export function quotient(a: Exact, b: Exact, rounding: Rounding): Exact {
  const shift = rounding.decimals + b.scale - a.scale;
  const top = shift >= 0 ? BigInt(a.units) * bigPowerOfTen(shift) : BigInt(a.units);
  const bottom = shift >= 0 ? BigInt(b.units) : BigInt(b.units) * bigPowerOfTen(-shift);
  const units = bottom < 0n ? roundedQuotient(-top, -bottom, rounding.mode) : roundedQuotient(top, bottom, rounding.mode);
  return exactOf(units, rounding.decimals);
}

function roundedQuotient(top: bigint, bottom: bigint, mode: RoundingMode): bigint {
  const negative = top < 0n;
  const size = negative ? -top : top;
  const whole = size / bottom;
  const rest = size % bottom;
  const result = awayFromZero(whole, rest, bottom, mode) ? whole + 1n : whole;
  return negative ? -result : result;
}

function awayFromZero(whole: bigint, rest: bigint, bottom: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'down':
      return false;
    case 'up':
      return rest > 0n;
    case 'half up':
      return rest * 2n >= bottom;
    case 'half even':
      return rest * 2n > bottom || (rest * 2n === bottom && whole % 2n === 1n);
  }
}
