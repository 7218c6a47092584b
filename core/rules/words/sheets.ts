import { cellText } from '../../table/cell';
import { ruleFault, ruleWord } from '../rule-word';

export const sheets = ruleWord<{ readonly table: string; readonly names: string }>({
  name: { en: 'sheets', zh: '工作表' },
  help: { en: 'Item: a table (Orders); Value: the sheets it stands on, such as Jan; Feb, or 2026-* for all that begin so.', zh: '项目填数据表名（订单），数值填所在工作表，如“1月；2月”，或以“2026-*”表示同样开头的各表。' },
  scope: 'plan',
  parse: ({ item, value }) => {
    const names = cellText(value);
    return item === '' || names === '' ? ruleFault('value', 'rule.sheetsUnknown', { found: item }) : { table: item, names };
  },
  sentence: ({ table, names }) => ({ code: 'say.sheets', params: { table, names } }),
});
