import type { Exact } from '../amount/exact';
import { exactInteger } from '../amount/exact';
import { plainText } from '../table/cell';
import { currencyCode } from './currency-code';

/** What a unit says about money (of an indicator, or of the bounds of tiers): the currency, and how much one is. */
export interface MoneyUnit {
  readonly currency: string;
  readonly size: Exact;
}

const SIZES: readonly (readonly [RegExp, number])[] = [
  [/百万|\b(?:mn|mio|millions?)(?![a-z])/i, 1000000],
  [/^M(?=\s|[A-Z]{3}$|[$€£¥])|(?<=^[A-Z]{3}\s*)M$/, 1000000],
  [/亿/, 100000000],
  [/万|\b10\s?k(?![a-z])/i, 10000],
  [/千|\bthousands?(?![a-z])/i, 1000],
  [/^k(?=\s|[A-Z]{3}$|[¥￥$€£]|$)|(?<=^[A-Z]{3}\s*)k$|\bk\b/, 1000],
  [/^K(?=\s|[A-Z]{3}$|[¥￥$€£]|$)|(?<=^[A-Z]{3}\s*)K$/, 1000],
];

/** Codes of the currencies that trade is done in. */
export const CURRENCIES: ReadonlySet<string> = new Set('CNY USD EUR GBP JPY HKD AUD CAD NZD SGD CHF KRW TWD INR RUB BRL MXN THB MYR IDR VND PHP AED SAR TRY ZAR PLN SEK NOK DKK CZK HUF ILS CLP COP PEN EGP NGN KES PKR BDT LKR UAH KZT'.split(' '));

/** Reads `CNY`, `USD`, `万元`, `万美元`, `k USD`, `USD (k)`; undefined for what is no money: `%`, `pcs`, `天`. A size without a currency is payroll currency. */
export function readMoneyUnit(unit: string, payroll: string): MoneyUnit | undefined {
  const plain = plainText(unit).replace(/[()（）[\]]/g, ' ').replace(/\s+/g, ' ').trim();
  if (plain === '') return undefined;
  for (const [pattern, size] of SIZES) {
    if (!pattern.test(plain)) continue;
    const currency = currencyIn(plain.replace(pattern, ' '), payroll);
    if (currency !== undefined) return { currency, size: exactInteger(size) };
  }
  const currency = currencyIn(plain, payroll);
  return currency === undefined ? undefined : { currency, size: exactInteger(1) };
}

function currencyIn(text: string, payroll: string): string | undefined {
  const rest = text.replace(/\b(?:of|in)\b|[/,·]/gi, ' ').trim();
  if (rest === '' || rest === '元') return payroll;
  const code = currencyCode(rest);
  return CURRENCIES.has(code) || code === payroll ? code : undefined;
}

/** The unit of an amount of money: without a word of money in it, payroll currency. */
export function moneyUnit(unit: string, payroll: string): MoneyUnit {
  return readMoneyUnit(unit, payroll) ?? { currency: payroll, size: exactInteger(1) };
}
