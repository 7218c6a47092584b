import { compare, sign } from '../../amount/exact';
import { cellText } from '../../table/cell';
import type { Condition } from '../condition';
import { conditionsText, readOptionalConditions } from '../condition';
import type { Multiple } from '../read-value';
import { multipleText, rateText, readMultiple } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';
import { exactInteger } from '../../amount/exact';

export interface Rate {
  readonly conditions: readonly Condition[];
  readonly rate: Multiple;
}

export const rate = ruleWord<Rate>({
  name: { en: 'rate', zh: '提成率' },
  help: {
    en: 'Flat rate (money per unit when the measure is a count). With conditions in Item (`Product=Lamp`, `Margin>=20% & Quantity>=500`, `Order date>=2026-04-01`) the most specific row wins; a line that two fit equally well is not paid until the rules say which.',
    zh: '固定提成率（按数量计时为每单位金额）。项目填条件（“产品=灯”“毛利率>=20% & 数量>=500”“下单日期>=2026-04-01”）时，最具体的一行优先；两行同样适用的订单行，在规则写明之前不计提。',
  },
  scope: 'part',
  parse: ({ item, from, value }) => {
    const conditions = readOptionalConditions(item, from);
    if (isRuleFault(conditions)) return conditions;
    const rateValue = readMultiple(value, 'value');
    if (isRuleFault(rateValue)) return rateValue;
    if (sign(rateValue.value.factor) < 0) return ruleFault('value', 'rule.negative', { found: cellText(value) });
    return { conditions: conditions.conditions, rate: rateValue.value };
  },
  sentence: ({ conditions, rate: value }) => {
    const text = value.column === undefined && compare(value.factor, exactInteger(1)) < 0 ? rateText(value.factor) : multipleText(value);
    if (conditions.length === 0) return { code: 'say.rate', params: { rate: text } };
    return { code: 'say.rateWhen', params: { rate: text, when: conditionsText(conditions) } };
  },
});
