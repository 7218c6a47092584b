import { cellText, isBlankOrZero, plainText } from '../../table/cell';
import type { Condition } from '../condition';
import { conditionsText, readConditions, readValues } from '../condition';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

export interface Lines {
  /** All of them must hold. */
  readonly conditions: readonly Condition[];
}

export const lines = ruleWord<Lines>({
  name: { en: 'lines', zh: '适用订单' },
  help: {
    en: 'Which order lines count. Item: an Orders column; Value: values or `not` values (`*` is whatever is filled); or From: the least number. Amounts are compared for the whole order, percentages, rates and dates for the line. `Margin>=20% & Quantity>=500` compares each column with its own bound.',
    zh: '哪些订单行计提。项目填订单表的列名，数值填取值（“*”指已填写的），或在起点填最低数。金额按整张订单比较，百分比、比率和日期按订单行比较；“毛利率>=20% & 数量>=500”为各列各自的界限。',
  },
  scope: 'part',
  parse: ({ item, from, value }) => {
    if (item === '') return ruleFault('item', 'rule.noColumn', { found: item });
    const text = cellText(value);
    if (text !== '') {
      const test = readValues(text);
      return test ? { conditions: [{ column: item, test }] } : ruleFault('value', 'rule.noValue', { found: item });
    }
    const written = readConditions(item, from);
    if (isRuleFault(written)) return written;
    const isBare = !/[=<>≤≥≠]/.test(plainText(item));
    return isBare && isBlankOrZero(from) ? ruleFault('value', 'rule.noValue', { found: item }) : { conditions: written.conditions };
  },
  sentence: ({ conditions }) => ({ code: 'say.lines', params: { which: conditionsText(conditions) } }),
});
