import Decimal from 'decimal.js';
import fc from 'fast-check';
import { allocate } from '../../../core/amount/allocate';
import { add, compare, multiply, negate, subtract, sum } from '../../../core/amount/exact';
import type { Exact } from '../../../core/amount/exact';
import { quotient, round } from '../../../core/amount/round';
import type { RoundingMode } from '../../../core/amount/round';
import { exactFromNumber, exactFromText, exactToDisplay, exactToText } from '../../../core/amount/text';

const D = Decimal.clone({ precision: 200, toExpNeg: -100, toExpPos: 100 });
const decimal: fc.Arbitrary<string> = fc.tuple(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), fc.integer({ min: 0, max: 10 })).map(([units, scale]) => new D(units.toString()).div(new D(10).pow(scale)).toFixed());
const exact = (text: string): Exact => exactFromText(text) ?? { units: 0, scale: 0 };

describe('exact numbers', () => {
  it('add, subtract, multiply and compare as decimal.js does', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(exactToText(add(exact(a), exact(b)))).toBe(new D(a).plus(b).toFixed());
        expect(exactToText(subtract(exact(a), exact(b)))).toBe(new D(a).minus(b).toFixed());
        expect(exactToText(multiply(exact(a), exact(b)))).toBe(new D(a).times(b).plus(0).toFixed());
        expect(compare(exact(a), exact(b))).toBe(new D(a).cmp(b));
      }),
      { numRuns: 2000 },
    );
  });

  it('round by name, symmetric about zero', () => {
    const modes: Record<RoundingMode, Decimal.Rounding> = { 'half up': 4, 'half even': 6, down: 1, up: 0 };
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 6 }), fc.constantFrom(...(Object.keys(modes) as RoundingMode[])), (a, decimals, mode) => {
        expect(exactToText(round(exact(a), { decimals, mode }))).toBe(new D(a).toDecimalPlaces(decimals, modes[mode]).plus(0).toFixed());
      }),
      { numRuns: 2000 },
    );
    expect(['2.345', '-2.345', '2.335', '0.005'].map((text) => exactToText(round(exact(text), { decimals: 2, mode: 'half up' })))).toEqual(['2.35', '-2.35', '2.34', '0.01']);
    expect(['2.345', '2.335'].map((text) => exactToText(round(exact(text), { decimals: 2, mode: 'half even' })))).toEqual(['2.34', '2.34']);
  });

  it('divide by rounding the exact quotient', () => {
    fc.assert(
      fc.property(decimal, decimal.filter((text) => Number(text) !== 0), fc.integer({ min: 0, max: 12 }), (a, b, decimals) => {
        expect(exactToText(quotient(exact(a), exact(b), { decimals, mode: 'half up' }))).toBe(new D(a).div(b).toDecimalPlaces(decimals, 4).plus(0).toFixed());
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [0.1, '0.1'],
    [0.1 + 0.2, '0.3'],
    [1234.56, '1234.56'],
    [-0, '0'],
    [1e-7, '0.0000001'],
    [9007199254740991, '9007199254740991'],
    [0.07 * 100, '7'],
    [1 / 3, '0.333333333333333'],
  ])('read %d as a spreadsheet shows it: %s', (value, text) => {
    expect(exactToText(exactFromNumber(value) ?? exact('99'))).toBe(text);
  });

  it('are written as people write them', () => {
    expect([exactToDisplay(exact('1234567.5'), 2), exactToDisplay(exact('-1000')), exactToDisplay(exact('0.12345'), 2)]).toEqual(['1,234,567.50', '-1,000', '0.12345']);
  });
});

describe('shares', () => {
  it('add up to the total exactly, each the floor or the ceiling of its exact value', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.array(fc.integer({ min: 0, max: 10 ** 6 }), { minLength: 1, maxLength: 12 }).filter((weights) => weights.some((weight) => weight > 0)), fc.integer({ min: 0, max: 4 }), (units, weights, decimals) => {
        const total: Exact = { units, scale: 2 };
        const shares = allocate(total, weights.map((weight) => ({ units: weight, scale: 0 })), decimals);
        expect(exactToText(sum(shares))).toBe(exactToText(total));
        const whole = weights.reduce((all, weight) => all + weight, 0);
        shares.forEach((share, index) => {
          const off = new D(exactToText(share)).minus(new D(units).div(100).times(weights[index] ?? 0).div(whole)).abs();
          expect(off.lt(new D(10).pow(-Math.max(decimals, new D(units).div(100).decimalPlaces())))).toBe(true);
        });
        const mirrored = allocate(negate(total), weights.map((weight) => ({ units: weight, scale: 0 })), decimals);
        expect(mirrored.map(exactToText)).toEqual(shares.map((share) => exactToText(negate(share))));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a double in a cell', () => {
  const shown = (value: number): string => exactToText(exactFromNumber(value) ?? { units: 0, scale: 0 });
  it('is its 15 digits, as decimal.js rounds them', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e25, max: 1e25 }), fc.tuple(fc.double({ noNaN: true, min: -1000, max: 1000 }), fc.double({ noNaN: true, min: -1000, max: 1000 })).map(([a, b]) => a + b)), (value) => {
        const expected = Number.isSafeInteger(value) ? new Decimal(value) : new Decimal(value).toSignificantDigits(15);
        expect(new Decimal(shown(value)).toFixed()).toBe(expected.isZero() ? '0' : expected.toFixed());
      }),
      { numRuns: 20000 },
    );
  });

  it.each([['1e-7', '0.0000001'], ['-1.50E+3', '-1500'], ['.5e1', '5'], ['12e0', '12'], ['0e5', '0']])('%s in text is %s', (text, expected) => {
    expect(exactToText(exactFromText(text) ?? { units: 99, scale: 0 })).toBe(expected);
  });
});
