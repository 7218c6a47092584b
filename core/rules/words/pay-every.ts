import type { PeriodKind } from '../../table/period';
import { readChoice } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';
import { spanOptions } from './tier';

const { month, quarter, half, year } = spanOptions;
const payOptions = { month, quarter, half, year };

export const payEvery = ruleWord<{ readonly kind: PeriodKind }>({
  name: { en: 'pay every', zh: '结算周期' },
  help: { en: 'The pay period: month, quarter, half or year.', zh: '多久结算一次：月、季度、半年或年。' },
  scope: 'plan',
  single: true,
  choices: { column: 'value', options: payOptions },
  parse: ({ value }) => {
    const choice = readChoice(value, payOptions, 'value');
    return isRuleFault(choice) ? choice : { kind: choice.key };
  },
  sentence: ({ kind }) => ({ code: 'say.payEvery', params: { span: { code: `span.${kind}` } } }),
});
