import { cellText } from '../../table/cell';
import { ruleFault, ruleWord } from '../rule-word';

export const profitFrom = ruleWord<{ readonly column: string }>({
  name: { en: 'profit from', zh: '毛利取自' },
  help: { en: 'Take profit as typed from a column instead of computing it.', zh: '毛利直接取某一列，不再计算。' },
  scope: 'part',
  single: true,
  parse: ({ item, value }) => {
    const column = cellText(value) || item;
    return column === '' ? ruleFault('value', 'rule.noColumn', { found: '' }) : { column };
  },
  sentence: ({ column }) => ({ code: 'say.profitFrom', params: { column } }),
});
