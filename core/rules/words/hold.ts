import type { Exact } from '../../amount/exact';
import { exactToPercent } from '../../amount/text';
import { matchKey } from '../../table/cell';
import { readShare } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

/** When held money falls due. */
export type HoldUntil = { readonly kind: 'months'; readonly months: number } | { readonly kind: 'year end' } | { readonly kind: 'receipt' };

export interface Hold {
  readonly until: HoldUntil;
  readonly share: Exact;
}

export function readHoldUntil(text: string): HoldUntil | undefined {
  const key = matchKey(text);
  const months = /^(\d{1,3})(?:months?|个?月)$/.exec(key);
  if (months) return { kind: 'months', months: Number(months[1]) };
  if (key === 'yearend' || key === '年底' || key === '年末') return { kind: 'year end' };
  return key === 'receipt' || key === '回款' ? { kind: 'receipt' } : undefined;
}

const SENTENCES = { months: 'say.hold.months', receipt: 'say.hold.receipt', 'year end': 'say.hold.yearEnd' } as const;

export const hold = ruleWord<Hold>({
  name: { en: 'hold', zh: '暂扣' },
  help: { en: 'A share held back and released by itself: after N months, at year end, or as the order is paid (receipt).', zh: '先扣留一定比例，到期自动返还：N 个月、年底或随回款返还。' },
  scope: 'part',
  parse: ({ item, value }) => {
    const until = readHoldUntil(item);
    if (!until) return ruleFault('item', 'rule.holdUntil', { found: item });
    const share = readShare(value, 'value');
    return isRuleFault(share) ? share : { until, share: share.value };
  },
  sentence: ({ until, share }) => ({
    code: SENTENCES[until.kind],
    params: { share: exactToPercent(share), months: until.kind === 'months' ? until.months : 0 },
  }),
});
