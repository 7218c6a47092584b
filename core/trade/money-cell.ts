import type { Exact } from '../amount/exact';
import type { Cell } from '../table/cell';
import { cellText, plainText } from '../table/cell';
import { isNumberFault, readNumber } from '../table/number-cell';
import { currencyCode } from './currency-code';
import { CURRENCIES } from './money-unit';

/** An amount and the currency written with it; blank where none is. */
export interface MoneyCell {
  readonly amount: Exact;
  readonly currency: string;
}

const LONGEST = 60;
const BEFORE = /^([A-Za-z]{2,3}\$|[A-Za-z]{3}(?![A-Za-z])|[$¥￥€£]|[\u4e00-\u9fff]{2,3})\s*(?=[\d.(+-])/;
const BEHIND = /([A-Za-z]{3}|[$¥￥€£]|美元|美金|欧元|英镑|日元|港币|港元|澳元|加元|人民币)$/;

/** Reads `1000 USD`, `US$ 1,000`, `1万美元`, `￥500`; a bare number and 元 name no currency. Undefined for what is no number. */
export function readMoneyCell(cell: Cell): MoneyCell | undefined {
  const text = plainText(cellText(cell));
  if (typeof cell === 'string' && text.length <= LONGEST) {
    for (const pattern of [BEFORE, BEHIND]) {
      const code = currencyCode(pattern.exec(text)?.[1] ?? '');
      if (!CURRENCIES.has(code)) continue;
      const amount = readNumber(text.replace(pattern, '').trim());
      if (amount !== 'blank' && !isNumberFault(amount)) return { amount, currency: code };
    }
  }
  const amount = readNumber(cell);
  return amount === 'blank' || isNumberFault(amount) ? undefined : { amount, currency: '' };
}
