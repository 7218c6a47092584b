import type { Exact } from '../amount/exact';
import { ONE, ZERO, compare, sign } from '../amount/exact';
import { exactToDisplay, exactToPercent, exactToText } from '../amount/text';
import type { Message } from '../locale/message';
import type { Cell } from '../table/cell';
import { cellText, isBlank, matchKey, quoteCell } from '../table/cell';
import { nearestOf } from '../table/nearest';
import { isNumberFault, readNumber } from '../table/number-cell';
import type { Options, RuleFault } from './rule-word';
import { isRuleFault, ruleFault } from './rule-word';

type Column = RuleFault['column'];

/** A number that may be a multiple of a People column: `3000`, `5%`, `10% x Target bonus`. */
export interface Multiple {
  readonly factor: Exact;
  readonly column: string | undefined;
}

/** The key of the word in a cell; an unknown word names the nearest known one. */
export function readChoice<Key extends string>(
  cell: Cell,
  options: Readonly<Record<Key, Options[string]>>,
  column: Column,
): { readonly key: Key } | RuleFault {
  const text = cellText(cell);
  const wanted = matchKey(text);
  const keys = Object.keys(options) as Key[];
  const found = keys.find((key) => spellings(options, key).some((spelling) => matchKey(spelling) === wanted));
  if (found !== undefined && wanted !== '') return { key: found };
  const expected = keys.map((key) => `${options[key].en} ${options[key].zh}`).join(' · ');
  if (wanted === '') return ruleFault(column, 'rule.missing', { expected });
  const near = nearestOf(text, keys.flatMap((key) => spellings(options, key)));
  return ruleFault(column, 'rule.unknownChoice', { found: quoteCell(text), expected, nearest: nearPhrase(near) });
}

export function nearPhrase(near: string | undefined): Message | '' {
  return near === undefined ? '' : { code: 'word.didYouMean', params: { word: near } };
}

function spellings<Key extends string>(options: Readonly<Record<Key, Options[string]>>, key: Key): string[] {
  const option = options[key];
  return [key, option.en, option.zh, ...(option.also ?? [])];
}

/** A number; a blank is 0, as some hosts deliver it. */
export function readExact(cell: Cell, column: Column): { readonly value: Exact } | RuleFault {
  if (isBlank(cell)) return { value: ZERO };
  const reading = readNumber(cell);
  if (reading === 'blank') return { value: ZERO };
  if (isNumberFault(reading)) return ruleFault(column, 'rule.notNumber', { found: quoteCell(cell) });
  return { value: reading };
}

/** A share between 0 and 100 %. */
export function readShare(cell: Cell, column: Column): { readonly value: Exact } | RuleFault {
  const reading = readExact(cell, column);
  if (isRuleFault(reading)) return reading;
  if (sign(reading.value) < 0 || compare(reading.value, ONE) > 0) {
    const percent = `${exactToText(reading.value)}%`;
    return ruleFault(column, 'rule.notShare', { found: quoteCell(cell), percent });
  }
  return reading;
}

export function readPositive(cell: Cell, column: Column): { readonly value: Exact } | RuleFault {
  const reading = readExact(cell, column);
  if (isRuleFault(reading)) return reading;
  return sign(reading.value) < 0 ? ruleFault(column, 'rule.negative', { found: quoteCell(cell) }) : reading;
}

const MULTIPLE = /^(.*?)\s*[x×*＊]\s*(\D.*)$/i;

/** A number, or `n x` a People column. */
export function readMultiple(cell: Cell, column: Column): { readonly value: Multiple } | RuleFault {
  const match = typeof cell === 'string' ? MULTIPLE.exec(cellText(cell)) : null;
  const reading = readExact(match ? (match[1] ?? '') : cell, column);
  if (isRuleFault(reading)) return ruleFault(column, 'rule.notNumber', { found: quoteCell(cell) });
  return { value: { factor: reading.value, column: match ? (match[2] ?? '').trim() : undefined } };
}

/** A rate as people say it: 1.5 % below 1, plain from there. */
export function rateText(rate: Exact): string {
  return compare(rate, ONE) < 0 && sign(rate) !== 0 ? exactToPercent(rate) : exactToDisplay(rate);
}

export function multipleText(multiple: Multiple): string {
  const factor = multiple.column === undefined ? exactToDisplay(multiple.factor) : rateText(multiple.factor);
  return multiple.column === undefined ? factor : `${factor} × ${multiple.column}`;
}
