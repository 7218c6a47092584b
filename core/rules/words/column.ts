import { cellText } from '../../table/cell';
import { ruleFault, ruleWord } from '../rule-word';

export const column = ruleWord<{ readonly field: string; readonly header: string }>({
  name: { en: 'column', zh: '列映射' },
  help: { en: 'Item: a column of the design (Amount, or Receipts.Amount); Value: the header it has in this workbook.', zh: '项目填标准列名（金额，或“收款.金额”），数值填本工作簿中的表头。' },
  scope: 'plan',
  parse: ({ item, value }) => {
    const header = cellText(value);
    return item === '' || header === '' ? ruleFault('value', 'rule.columnUnknown', { found: item }) : { field: item, header };
  },
  sentence: ({ field, header }) => ({ code: 'say.column', params: { field, header } }),
});
