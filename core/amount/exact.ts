/**
 * An exact decimal number: `units × 10^-scale`.
 *
 * `units` is a plain number while it is a safe integer and a BigInt beyond, so that ordinary money costs
 * one machine multiplication and large money stays exact.
 */
export interface Exact {
  readonly units: number | bigint;
  readonly scale: number;
}

const MAX = Number.MAX_SAFE_INTEGER;
const BIG_MAX = BigInt(MAX);

export const ZERO: Exact = { units: 0, scale: 0 };
export const ONE: Exact = { units: 1, scale: 0 };

const POWERS: readonly number[] = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const bigPowers: bigint[] = [];

/** Ten to a whole power, exactly. */
export function bigPowerOfTen(exponent: number): bigint {
  return (bigPowers[exponent] ??= 10n ** BigInt(exponent));
}

/** An exact number from whole units; a BigInt that is small enough becomes a plain number. */
export function exactOf(units: number | bigint, scale: number): Exact {
  if (typeof units === 'number') return { units, scale };
  if (units <= BIG_MAX && units >= -BIG_MAX) return { units: Number(units), scale };
  return { units, scale };
}

export function exactInteger(value: number): Exact {
  return { units: value, scale: 0 };
}

/** The units of `x` at a scale no smaller than its own. */
export function unitsAt(x: Exact, scale: number): bigint {
  return BigInt(x.units) * bigPowerOfTen(scale - x.scale);
}

export function rescale(x: Exact, scale: number): Exact {
  const shift = scale - x.scale;
  if (shift === 0) return x;
  const power = POWERS[shift];
  if (typeof x.units === 'number' && power !== undefined) {
    const units = x.units * power;
    if (isSafe(units)) return { units, scale };
  }
  return exactOf(unitsAt(x, scale), scale);
}

export function add(a: Exact, b: Exact): Exact {
  if (a.scale < b.scale) return add(b, a);
  if (b.units === 0) return a;
  const power = POWERS[a.scale - b.scale];
  if (typeof a.units === 'number' && typeof b.units === 'number' && power !== undefined) {
    const other = b.units * power;
    const units = a.units + other;
    if (isSafe(other) && isSafe(units)) return { units, scale: a.scale };
  }
  return exactOf(BigInt(a.units) + unitsAt(b, a.scale), a.scale);
}

function isSafe(units: number): boolean {
  return units <= MAX && units >= -MAX;
}

export function negate(x: Exact): Exact {
  return isZero(x) ? x : { units: -x.units, scale: x.scale };
}

export function subtract(a: Exact, b: Exact): Exact {
  if (a.scale === b.scale && typeof a.units === 'number' && typeof b.units === 'number') {
    const units = a.units - b.units;
    if (isSafe(units)) return { units, scale: a.scale };
  }
  return add(a, negate(b));
}

export function multiply(a: Exact, b: Exact): Exact {
  const scale = a.scale + b.scale;
  if (typeof a.units === 'number' && typeof b.units === 'number') {
    const units = a.units * b.units;
    if (isSafe(units)) return { units: units + 0, scale: units === 0 ? 0 : scale };
  }
  const product = exactOf(BigInt(a.units) * BigInt(b.units), scale);
  return product.scale > 24 ? trim(product) : product;
}

/** The same value without trailing zeros after the point. */
export function trim(x: Exact): Exact {
  if (isZero(x)) return ZERO;
  let units = BigInt(x.units);
  let scale = x.scale;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return exactOf(units, scale);
}

export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  if (a.scale === b.scale) return order(a.units, b.units);
  const scale = a.scale > b.scale ? a.scale : b.scale;
  return order(rescale(a, scale).units, rescale(b, scale).units);
}

function order(a: number | bigint, b: number | bigint): -1 | 0 | 1 {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

export function sign(x: Exact): -1 | 0 | 1 {
  return order(x.units, 0);
}

export function isZero(x: Exact): boolean {
  return x.units === 0 || x.units === 0n;
}

export function equals(a: Exact, b: Exact): boolean {
  return compare(a, b) === 0;
}

export function absolute(x: Exact): Exact {
  return sign(x) < 0 ? negate(x) : x;
}

export function smaller(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

export function larger(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

export function sum(values: Iterable<Exact>): Exact {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}
