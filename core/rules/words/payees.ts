import type { Condition } from '../condition';
import { conditionText, readValues } from '../condition';
import { ruleFault, ruleWord } from '../rule-word';

export interface Payees {
  readonly condition: Condition;
}

export const payees = ruleWord<Payees>({
  name: { en: 'payees', zh: '适用人员' },
  help: {
    en: 'Who takes part. Item: a People column; Value: values, or `not` values.',
    zh: '谁参与本方案。项目填人员表的列名，数值填取值（可用“;”并列，“非”排除）。',
  },
  scope: 'part',
  parse: ({ item, value }) => {
    if (item === '') return ruleFault('item', 'rule.noColumn', { found: item });
    const test = readValues(String(value ?? ''));
    return test ? { condition: { column: item, test } } : ruleFault('value', 'rule.noValue', { found: item });
  },
  sentence: ({ condition }) => ({ code: 'say.payees', params: { who: conditionText(condition) } }),
});
