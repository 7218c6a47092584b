import type { Exact } from './exact';
import { bigPowerOfTen, exactOf, trim } from './exact';

const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const SCIENTIFIC = /^([+-]?)(\d*)\.?(\d*)e([+-]?\d{1,3})$/i;
const SHOWN_DIGITS = 15;
const LARGEST_FAST = 1e15;

/** Reads `-1234.50`, `.5` or `1e-7`; undefined when the text is no decimal number. */
export function exactFromText(text: string): Exact | undefined {
  const match = PLAIN.exec(text);
  if (match) {
    const whole = match[2] ?? '';
    const fraction = (match[3] ?? '').replace(/0+$/, '');
    if (whole === '' && (match[3] ?? '') === '') return undefined;
    const digits = BigInt(whole + fraction);
    return exactOf(match[1] === '-' ? -digits : digits, fraction.length);
  }
  const scientific = SCIENTIFIC.exec(text);
  if (!scientific) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = scientific;
  const digits = `${whole}${fraction}`;
  return digits === '' ? undefined : shifted(sign === '-', digits, fraction.length - Number(exponent));
}

/** The number whose digits stand `scale` places behind the point; a negative scale adds zeros. */
function shifted(negative: boolean, digits: string, scale: number): Exact {
  const units = BigInt(digits) * bigPowerOfTen(Math.max(0, -scale));
  return trim(exactOf(negative ? -units : units, Math.max(0, scale)));
}

/**
 * The exact number a spreadsheet shows for a double: its 15 significant digits, so that a cell computed as
 * 0.1 + 0.2 is 0.3. Whole numbers keep every digit. Undefined for NaN and infinities.
 */
export function exactFromNumber(value: number): Exact | undefined {
  if (Number.isSafeInteger(value)) return { units: value + 0, scale: 0 };
  if (!Number.isFinite(value)) return undefined;
  let power = 1;
  for (let scale = 1; scale <= 6; scale += 1) {
    power *= 10;
    const shifted = value * power;
    const units = Math.trunc(shifted + (shifted < 0 ? -0.5 : 0.5));
    if (units > LARGEST_FAST || units < -LARGEST_FAST) break;
    if (units / power === value) return { units, scale };
  }
  return atShownDigits(value);
}

/** The shortest digits that name a double, rounded half up to the 15 that a spreadsheet shows. */
function atShownDigits(value: number): Exact | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)\.?(\d*)(?:e([+-]?\d+))?$/.exec(String(value)) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const scale = fraction.length - Number(exponent);
  const extra = digits.length - SHOWN_DIGITS;
  if (extra <= 0) return shifted(sign === '-', digits, scale);
  const up = (digits[SHOWN_DIGITS] ?? '0') >= '5' ? 1n : 0n;
  return shifted(sign === '-', String(BigInt(digits.slice(0, SHOWN_DIGITS)) + up), scale - extra);
}

/** The number in plain decimal digits, without exponent and without trailing zeros. */
export function exactToText(value: Exact): string {
  const x = trim(value);
  const negative = x.units < 0;
  const digits = String(negative ? -x.units : x.units).padStart(x.scale + 1, '0');
  const whole = digits.slice(0, digits.length - x.scale);
  const text = x.scale === 0 ? digits : `${whole}.${digits.slice(digits.length - x.scale)}`;
  return negative ? `-${text}` : text;
}

/** The nearest double, for a cell. */
export function exactToNumber(x: Exact): number {
  if (x.scale === 0 && typeof x.units === 'number') return x.units;
  return Number(`${x.units}e-${x.scale}`);
}

/** The number as people write it: `1,234.50`, at least `decimals` places, none lost. */
export function exactToDisplay(value: Exact, decimals = 0): string {
  const text = exactToText(value);
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const padded = fraction.padEnd(decimals, '0');
  return `${negative ? '-' : ''}${grouped}${padded === '' ? '' : `.${padded}`}`;
}

/** The number as a percentage: 0.015 is `1.5%`. */
export function exactToPercent(value: Exact): string {
  return `${exactToText({ units: BigInt(value.units) * 100n, scale: value.scale })}%`;
}
