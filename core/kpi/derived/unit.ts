import type { Exact } from '../../amount/exact';
import { exactInteger } from '../../amount/exact';
import { plainText } from '../../table/cell';
import { currencyCode } from '../../trade/fx';

/** What an indicator's Unit says about money: the currency, and how much one unit is. */
export interface MoneyUnit {
  readonly currency: string;
  readonly size: Exact;
}

const SIZES: readonly (readonly [RegExp, number])[] = [
  [/^百万|^(?:mn|million)(?![a-z])|^M(?=\s|[A-Z]{3}$)/i, 1000000],
  [/^亿/, 100000000],
  [/^万/, 10000],
  [/^千|^(?:thousand)(?![a-z])|^k(?=\s|[A-Z¥$€]|$)/i, 1000],
];

/** Reads `CNY`, `USD`, `万元`, `万美元`, `k USD`. A unit that names no currency is payroll currency. */
export function moneyUnit(unit: string, payroll: string): MoneyUnit {
  const plain = plainText(unit);
  for (const [pattern, size] of SIZES) {
    const match = pattern.exec(plain);
    if (match) return { currency: currencyIn(plain.slice(match[0].length), payroll), size: exactInteger(size) };
  }
  return { currency: currencyIn(plain, payroll), size: exactInteger(1) };
}

function currencyIn(text: string, payroll: string): string {
  const code = currencyCode(text.trim());
  return /^[A-Z]{3}$/.test(code) ? code : payroll;
}
