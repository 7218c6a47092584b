import type { Exact } from '../../amount/exact';
import { compare, ONE, sign } from '../../amount/exact';
import { exactToPercent, exactToText } from '../../amount/text';
import { quoteCell } from '../../table/cell';
import { readExact, readShare } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

/** From this share of the order received on, so much of its lines counts in all. */
export interface ReceiptStep {
  readonly from: Exact;
  readonly counts: Exact;
}

export const receiptStep = ruleWord<ReceiptStep>({
  name: { en: 'receipt step', zh: '回款节点' },
  help: {
    en: 'With `counts on` receipt: nothing counts between the steps. From: the share of the order that has come in; Value: how much of its lines counts then, in all. 80% → 50%, 95% → 95%, 100% → 100%.',
    zh: '与“计提时点 回款”同用，按节点计入：起点填订单已回款比例，数值填届时累计计入的比例。如 80% → 50%、95% → 95%、100% → 100%。',
  },
  scope: 'part',
  parse: ({ from, value }) => {
    const bound = readExact(from, 'from');
    if (isRuleFault(bound)) return bound;
    if (sign(bound.value) <= 0 || compare(bound.value, ONE) > 0) return ruleFault('from', 'rule.notShare', { found: quoteCell(from), percent: `${exactToText(bound.value)}%` });
    const counts = readShare(value, 'value');
    return isRuleFault(counts) ? counts : { from: bound.value, counts: counts.value };
  },
  sentence: ({ from, counts }) => ({ code: 'say.receiptStep', params: { from: exactToPercent(from), counts: exactToPercent(counts) } }),
});
