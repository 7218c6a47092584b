import { cellText, isBlankOrZero } from '../../table/cell';
import type { Condition } from '../condition';
import { conditionText, readConditions, readValues } from '../condition';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

export interface Lines {
  readonly condition: Condition;
}

export const lines = ruleWord<Lines>({
  name: { en: 'lines', zh: '适用订单' },
  help: {
    en: 'Which order lines count. Item: an Orders column; Value: values or `not` values; or From: the least number.',
    zh: '哪些订单行计提。项目填订单表的列名，数值填取值，或在起点填最低数。',
  },
  scope: 'part',
  parse: ({ item, from, value }) => {
    if (item === '') return ruleFault('item', 'rule.noColumn', { found: item });
    const text = cellText(value);
    if (text !== '') {
      const test = readValues(text);
      return test ? { condition: { column: item, test } } : ruleFault('value', 'rule.noValue', { found: item });
    }
    const written = readConditions(item, from);
    if (isRuleFault(written)) return written;
    const [condition] = written.conditions;
    if (!condition || (condition.test.kind === 'from' && isBlankOrZero(from))) return ruleFault('value', 'rule.noValue', { found: item });
    return { condition };
  },
  sentence: ({ condition }) => ({ code: 'say.lines', params: { which: conditionText(condition) } }),
});
