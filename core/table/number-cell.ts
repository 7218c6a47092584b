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
const LONGEST = 400;
const CODES = 'USD|CNY|RMB|EUR|GBP|JPY|HKD|AUD|CAD|CHF|SGD|NZD|KRW|INR|THB|TWD|MYR|VND|AED|SAR|IDR|PHP|BRL|MXN|ZAR|SEK|NOK|DKK|PLN|CZK|HUF|TRY|RUB|EGP|NGN|PKR|BDT';
const CURRENCY = new RegExp(`^(?:[A-Z]{1,3}\\$|[$¥£€₩₹฿₫₽₺]|(?:${CODES}|RM|RS\\.?|R\\$)(?![A-Z]))\\s*`, 'i');
const CURRENCY_BEHIND = new RegExp(`\\s*(?:美元|美金|欧元|英镑|日元|港币|港元|人民币|元|[$¥£€₩₹฿₫₽₺]|(?<![A-Z])(?:${CODES}))$`, 'i');
/** What a quantity is counted in says nothing about its size. */
const COUNTED_IN = /(?<=[\d\s])(?:pcs?|sets?|units?|kgs?|tons?|mts?|cbm|ctns?|件|个|台|套|箱|吨|公斤|千克|只|条|双|打)\.?$/i;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const GROUPED_BY_SPACES = /^\d{1,3}(?: \d{3})+(?:\.\d*)?$/;
const UNITS: readonly (readonly [RegExp, Exact])[] = [
  [/\s*万亿$/, exactOf(10n ** 12n, 0)],
  [/\s*亿$/, exactInteger(1e8)],
  [/\s*[万萬]$/, exactInteger(1e4)],
  [/(?<=\d)\s*[kK]$/, exactInteger(1000)],
  [/\s*%$/, exactOf(1, 2)],
  [/\s*‰$/, exactOf(1, 3)],
];

/** How a column writes its numbers: with a point before the decimals, or with a comma. */
export type NumberStyle = 'point' | 'comma';

/** Reads every form of number a clerk types: 1234.5, `1,234.50`, `¥1,234`, `(120)`, `１２３`, `3%`, `1.2万`, `RM 1,000`. */
export function readNumber(cell: Cell, style: NumberStyle = 'point'): NumberReading {
  if (typeof cell === 'number') return inRange(exactFromNumber(cell));
  if (isBlank(cell)) return 'blank';
  if (typeof cell !== 'string') return 'not a number';
  if (isErrorCell(cell)) return 'error';
  return inRange(numberFromText(style === 'comma' ? withPoint(plainText(cell)) : plainText(cell)));
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
  if (text.length > LONGEST) return undefined;
  let rest = text.replace(CURRENCY, '').replace(CURRENCY_BEHIND, '').replace(COUNTED_IN, '').trimEnd();
  let unit: Exact | undefined;
  for (const [pattern, factor] of UNITS) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, '');
    unit = factor;
    break;
  }
  const plain = GROUPED.test(rest) || GROUPED_BY_SPACES.test(rest) ? rest.replace(/[, ]/g, '') : rest;
  if (/^[+-]/.test(plain)) return undefined;
  const value = exactFromText(plain);
  return value && unit ? multiply(value, unit) : value;
}

/** A number with a comma before its decimals, written with a point. */
function withPoint(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}

const WITH_COMMA = /^\D*\d{1,3}(?:\.\d{3})+,\d+\D*$|^\D*\d+,(?:\d{1,2}|\d{4,})\D*$/;
const WITH_POINT = /^\D*\d{1,3}(?:,\d{3})+(?:\.\d+)?\D*$|^\D*\d+\.(?:\d{1,2}|\d{4,})\D*$/;

/** How the texts of a column write numbers: with commas before the decimals only where some do and none says otherwise. */
export function numberStyle(cells: Iterable<Cell>): NumberStyle {
  let hasCommas = false;
  for (const cell of cells) {
    if (typeof cell !== 'string' || cell.length > 40) continue;
    const text = plainText(cell);
    if (WITH_POINT.test(text)) return 'point';
    hasCommas ||= WITH_COMMA.test(text);
  }
  return hasCommas ? 'comma' : 'point';
}
