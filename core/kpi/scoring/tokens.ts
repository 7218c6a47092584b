import type { Exact } from '../../amount/exact';
import { plainText } from '../../table/cell';
import { isNumberFault, readNumber } from '../../table/number-cell';

/** A number as written, and whether it was written in %. */
export interface Quantity {
  readonly value: Exact;
  readonly percent: boolean;
}

const UNIT_WORDS = new Set(['分', '点', 'point', 'points', 'pts']);

/** The words and numbers of a scoring text: lower case, Chinese and digits apart, `x : y` drawn together. */
export function tokensOf(text: string): string[] {
  return plainText(text)
    .toLowerCase()
    .replace(/([\d%])\s*[分点个]/g, '$1 ')
    .replace(/([\u4e00-\u9fff])(?=[+\-.\d])/g, '$1 ')
    .replace(/([\d%])(?=[\u4e00-\u9fff])/g, '$1 ')
    .replace(/\s*[:：]\s*/g, ':')
    .split(/[\s,，;；、]+/)
    .filter((token) => token !== '' && !UNIT_WORDS.has(token));
}

export function readQuantity(token: string | undefined): Quantity | undefined {
  if (token === undefined) return undefined;
  const reading = readNumber(token);
  if (reading === 'blank' || isNumberFault(reading)) return undefined;
  return { value: reading, percent: /[%％]$/.test(token) };
}

/** Takes words off the front of a list, one after another. */
export interface TokenReader {
  readonly rest: readonly string[];
  /** The number behind one of these words, if the list begins with it. */
  readonly word: (...words: readonly string[]) => boolean;
  readonly quantity: () => Quantity | undefined;
  readonly peek: () => string | undefined;
  readonly skip: () => string | undefined;
}

export function tokenReader(tokens: readonly string[]): TokenReader {
  let at = 0;
  return {
    get rest() {
      return tokens.slice(at);
    },
    word: (...words) => {
      const found = words.some((phrase) => {
        const parts = phrase.split(' ');
        if (!parts.every((part, index) => tokens[at + index] === part)) return false;
        at += parts.length;
        return true;
      });
      return found;
    },
    quantity: () => {
      const read = readQuantity(tokens[at]);
      if (read) at += 1;
      return read;
    },
    peek: () => tokens[at],
    skip: () => tokens[at++],
  };
}
