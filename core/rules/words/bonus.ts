import type { Exact } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import { isBlankOrZero } from '../../table/cell';
import type { Condition } from '../condition';
import { conditionsText, readConditions } from '../condition';
import { readPositive } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

export interface Bonus {
  readonly per: 'line' | 'order';
  readonly conditions: readonly Condition[];
  readonly amount: Exact;
}

const PER_ORDER = /^(?:per\s+)?(?:order|每单|订单)(?:\s+|[:：]\s*|$)/i;
const PER_LINE = /^(?:per\s+)?(?:line|每行|订单行)(?:\s+|[:：]\s*|$)/i;

export const bonus = ruleWord<Bonus>({
  name: { en: 'bonus', zh: '奖金' },
  help: {
    en: 'Money per line (with `order` first in Item: per order) that meets it: a SPIFF, a first order.',
    zh: '每行（项目以“订单”开头则每单）满足条件即奖：如新客户首单奖。',
  },
  scope: 'part',
  parse: ({ item, from, value }) => {
    const per = PER_ORDER.test(item) && !/^订单行/.test(item) ? 'order' : 'line';
    const rest = item.replace(per === 'order' ? PER_ORDER : PER_LINE, '').trim();
    if (rest === '' && !isBlankOrZero(from)) return ruleFault('item', 'rule.noColumn', { found: item });
    const conditions = rest === '' ? { conditions: [] } : readConditions(rest, from);
    if (isRuleFault(conditions)) return conditions;
    const amount = readPositive(value, 'value');
    return isRuleFault(amount) ? amount : { per, conditions: conditions.conditions, amount: amount.value };
  },
  sentence: ({ per, conditions, amount }) => ({
    code: conditions.length === 0 ? `say.bonus.${per}` : `say.bonusWhen.${per}`,
    params: { amount: exactToDisplay(amount), when: conditionsText(conditions) },
  }),
});
