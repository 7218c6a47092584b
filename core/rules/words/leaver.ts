import { cellText, matchKey } from '../../table/cell';
import { ruleFault, ruleWord } from '../rule-word';

/** Whether orders won before leaving still pay when they count later. */
export type LeaverBy = { readonly kind: 'order date' | 'counted by leaving' } | { readonly kind: 'months'; readonly months: number };

export const leaver = ruleWord<{ readonly by: LeaverBy }>({
  name: { en: 'leaver', zh: '离职结算' },
  help: { en: 'order date: orders won before leaving pay whenever they count; counted by leaving; or N months after.', zh: '离职前的订单：按下单日期照发、离职前计提的才发、或离职后 N 个月内计提的照发。' },
  scope: 'part',
  single: true,
  parse: ({ item, value }) => {
    const text = cellText(value) || item;
    const key = matchKey(text);
    const months = /^(\d{1,3})(?:months?|个?月)(?:内)?$/.exec(key);
    if (months) return { by: { kind: 'months', months: Number(months[1]) } };
    if (key === 'orderdate' || key === '下单日期' || key === '按下单日期') return { by: { kind: 'order date' } };
    if (key === 'countedbyleaving' || key === '离职前计提' || key === '离职前已计提') return { by: { kind: 'counted by leaving' } };
    return ruleFault('value', 'rule.unknownChoice', { found: text, expected: 'order date 下单日期 · counted by leaving 离职前计提 · 3 months 3个月', nearest: '' });
  },
  sentence: ({ by }) => {
    switch (by.kind) {
      case 'order date':
        return { code: 'say.leaver.orderDate' };
      case 'counted by leaving':
        return { code: 'say.leaver.counted' };
      case 'months':
        return { code: 'say.leaver.months', params: { months: by.months } };
    }
  },
});
