import type { Exact } from '../../amount/exact';
import { ONE } from '../../amount/exact';
import { exactToText } from '../../amount/text';
import { isBlankOrZero } from '../../table/cell';
import { readExact } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

export interface Deduct {
  readonly column: string;
  readonly factor: Exact;
}

export const deduct = ruleWord<Deduct>({
  name: { en: 'deduct', zh: '扣减' },
  help: { en: 'Subtract a column (times a factor) from the measure before anything else.', zh: '先从计提基数中减去某一列（乘以系数，默认 1）。' },
  scope: 'part',
  parse: ({ item, value }) => {
    if (item === '') return ruleFault('item', 'rule.noColumn', { found: item });
    if (isBlankOrZero(value)) return { column: item, factor: ONE };
    const factor = readExact(value, 'value');
    return isRuleFault(factor) ? factor : { column: item, factor: factor.value };
  },
  sentence: ({ column, factor }) => ({ code: 'say.deduct', params: { column, factor: exactToText(factor) } }),
});
