import type { Exact } from '../amount/exact';
import { absolute, compare, exactInteger, exactOf, multiply, negate } from '../amount/exact';
import { exactFromNumber, exactFromText } from '../amount/text';
import type { Cell } from './cell';
import { isBlank, isErrorCell, plainText } from './cell';

/** A cell read as a number: a value, a blank, or why it is neither. */
export type NumberReading = Exact | 'blank' | NumberFault;
export type NumberFault = 'error' | 'not a number' | 'too large';

const LIMIT = exactOf(10n ** 15n, 0);
const MOST_DECIMALS = 30;
const CURRENCY = /^(?:[A-Z]{1,3}\$|[$¥£€₩₹฿]|(?:USD|CNY|RMB|EUR|GBP|JPY|HKD|AUD|CAD|CHF|SGD|NZD|KRW|INR|THB|TWD|MYR|VND|AED|BRL|MXN|ZAR|SEK|NOK|DKK|PLN|TRY|RUB)(?![A-Z]))\s*/i;
const CURRENCY_BEHIND = /\s*(?:元|[$¥£€]|(?<![A-Z])(?:USD|CNY|RMB|EUR|GBP|JPY|HKD|AUD|CAD|CHF|SGD))$/i;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const UNITS: readonly (readonly [RegExp, Exact])[] = [
  [/\s*万亿$/, exactOf(10n ** 12n, 0)],
  [/\s*亿$/, exactInteger(1e8)],
  [/\s*[万萬]$/, exactInteger(1e4)],
  [/\s*%$/, exactOf(1, 2)],
  [/\s*‰$/, exactOf(1, 3)],
];

/** Reads every form of number a clerk types: 1234.5, `1,234.50`, `¥1,234`, `(120)`, `１２３`, `3%`, `1.2万`. */
export function readNumber(cell: Cell): NumberReading {
  if (typeof cell === 'number') return inRange(exactFromNumber(cell));
  if (isBlank(cell)) return 'blank';
  if (typeof cell !== 'string') return 'not a number';
  if (isErrorCell(cell)) return 'error';
  return inRange(numberFromText(plainText(cell)));
}

export function isNumberFault(reading: NumberReading): reading is NumberFault {
  return reading === 'error' || reading === 'not a number' || reading === 'too large';
}

function inRange(value: Exact | undefined): NumberReading {
  if (!value) return 'not a number';
  return compare(absolute(value), LIMIT) >= 0 || value.scale > MOST_DECIMALS ? 'too large' : value;
}

function numberFromText(text: string): Exact | undefined {
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) return bracketed[1]?.includes('-') ? undefined : negated(unsigned((bracketed[1] ?? '').trim()));
  const signed = /^([+\-−])\s*(.*)$/.exec(text);
  if (signed) return signed[1] === '+' ? unsigned(signed[2] ?? '') : negated(unsigned(signed[2] ?? ''));
  const inner = text.replace(CURRENCY, '');
  if (inner !== text && /^[-−]/.test(inner)) return negated(unsigned(inner.slice(1).trim()));
  return unsigned(text);
}

function negated(value: Exact | undefined): Exact | undefined {
  return value && negate(value);
}

function unsigned(text: string): Exact | undefined {
  let rest = text.replace(CURRENCY, '').replace(CURRENCY_BEHIND, '');
  let unit: Exact | undefined;
  for (const [pattern, factor] of UNITS) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, '');
    unit = factor;
    break;
  }
  const plain = GROUPED.test(rest) ? rest.replaceAll(',', '') : rest;
  if (/^[+-]/.test(plain) || plain.length > 400) return undefined;
  const value = exactFromText(plain);
  return value && unit ? multiply(value, unit) : value;
}
