import type { Exact } from '../../amount/exact';
import { exactInteger, sign } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import type { Cell } from '../../table/cell';
import { cellText } from '../../table/cell';
import { readMoneyCell } from '../../trade/money-cell';
import { readMoneyUnit } from '../../trade/money-unit';
import { ruleFault, ruleWord } from '../rule-word';

/** In what the bounds of tiers are written: how much one is, and in which currency (blank: the payroll currency, or no money). */
export interface TierUnit {
  readonly size: Exact;
  readonly currency: string;
}

export const tierUnit = ruleWord<TierUnit>({
  name: { en: 'tier unit', zh: '阶梯单位' },
  help: {
    en: 'What the bounds of `tier` and `tier bonus` are written in: USD, 10k, 10k USD. A currency is exchanged at the rate of the pay period’s last day. Default: the payroll currency, or pieces.',
    zh: '“阶梯”和“阶梯奖”的起点以什么为单位：USD、10k、万、万美元。外币按结算期最后一天的汇率折算。默认为发放币种或件数。',
  },
  scope: 'part',
  single: true,
  parse: ({ value }) => {
    const text = cellText(value);
    const unit = readMoneyUnit(text, '') ?? sizeOf(value);
    return unit ?? ruleFault('value', 'rule.unknownChoice', { found: text, expected: 'USD · 10k · 万 · 万美元', nearest: '' });
  },
  sentence: ({ size, currency }) => ({ code: 'say.tierUnit', params: { unit: unitText({ size, currency }) } }),
});

/** A number alone, or with a currency: `10000`, `1000 USD`. */
function sizeOf(value: Cell): TierUnit | undefined {
  const money = readMoneyCell(value);
  return money && sign(money.amount) > 0 ? { size: money.amount, currency: money.currency } : undefined;
}

/** `10,000 USD`, or `10,000`. */
export function unitText({ size, currency }: TierUnit): string {
  const isOne = size.units === 1 && size.scale === 0;
  return [isOne && currency !== '' ? '' : exactToDisplay(size), currency].filter((text) => text !== '').join(' ');
}

/** One of the payroll currency, or one piece. */
export const PLAIN_UNIT: TierUnit = { size: exactInteger(1), currency: '' };
