import { sign } from '../../amount/exact';
import { cellText, isBlankOrZero } from '../../table/cell';
import type { Condition } from '../condition';
import { conditionsText, readConditions } from '../condition';
import type { Multiple } from '../read-value';
import { multipleText, readMultiple } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

export interface Bonus {
  /** What it is paid for: each line, each order, or the pay period of a person, lines or not. */
  readonly per: 'line' | 'order' | 'person';
  readonly conditions: readonly Condition[];
  readonly amount: Multiple;
}

const PER_ORDER = /^(?:per\s+)?(?:order|每单|订单)(?:\s+|[:：]\s*|$)/i;
const PER_PERSON = /^(?:per\s+)?(?:person|每人|个人|人员)(?:\s+|[:：]\s*|$)/i;
const PER_LINE = /^(?:per\s+)?(?:line|每行|订单行)(?:\s+|[:：]\s*|$)/i;

const LEVELS: Readonly<Record<Bonus['per'], RegExp>> = { line: PER_LINE, order: PER_ORDER, person: PER_PERSON };

function levelOf(item: string): Bonus['per'] {
  if (PER_PERSON.test(item)) return 'person';
  return PER_ORDER.test(item) && !/^订单行/.test(item) ? 'order' : 'line';
}

export const bonus = ruleWord<Bonus>({
  name: { en: 'bonus', zh: '奖金' },
  help: {
    en: 'Money, or n x a People column, per line that meets it (with `order` first in Item: per order): a SPIFF, a first order. With `person` first: per person and pay period without any order, under the factors and the gate, by days of a part month: `person` 1 x Target bonus.',
    zh: '每行（项目以“订单”开头则每单）满足条件即奖，填金额或“n x 人员表的列”：如新客户首单奖。项目以“个人”开头：每人每期一笔，无需订单，乘系数、受门槛，不足整期按天：绩效奖金 1 x 目标奖金。',
  },
  scope: 'part',
  parse: ({ item, from, value }) => {
    const per = levelOf(item);
    const rest = item.replace(LEVELS[per], '').trim();
    if (rest === '' && !isBlankOrZero(from)) return ruleFault('item', 'rule.noColumn', { found: item });
    const conditions = rest === '' ? { conditions: [] } : readConditions(rest, from);
    if (isRuleFault(conditions)) return conditions;
    const amount = readMultiple(value, 'value');
    if (isRuleFault(amount)) return amount;
    if (sign(amount.value.factor) < 0) return ruleFault('value', 'rule.negative', { found: cellText(value) });
    return { per, conditions: conditions.conditions, amount: amount.value };
  },
  sentence: ({ per, conditions, amount }) => ({
    code: conditions.length === 0 ? `say.bonus.${per}` : `say.bonusWhen.${per}`,
    params: { amount: multipleText(amount), when: conditionsText(conditions) },
  }),
});
