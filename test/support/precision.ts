/** A number at the precision in which the case states it. */
export function atPrecisionOf(expected: unknown, actual: unknown): unknown {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const decimals = (String(expected).split('.')[1] ?? '').length;
    return Number(`${Math.round(Number(`${actual.toPrecision(15)}e${decimals}`))}e-${decimals}`);
  }
  if (Array.isArray(expected) && Array.isArray(actual)) return actual.map((value, index) => atPrecisionOf(expected[index], value));
  if (typeof expected === 'object' && expected !== null && typeof actual === 'object' && actual !== null) {
    return Object.fromEntries(Object.entries(actual).map(([key, value]) => [key, atPrecisionOf((expected as Record<string, unknown>)[key], value)]));
  }
  return actual;
}

/** Numbers at 12 significant digits, which doubles carry through a few operations. */
export function atTwelveDigits(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map(atTwelveDigits);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, atTwelveDigits(one)]));
  return value;
}
