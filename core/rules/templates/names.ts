import type { Text } from '../../locale/message';

/** Names that the templates use for columns, values, parts and funds; a workbook may have others. */
export const names = {
  role: { en: 'Role', zh: '职位' },
  manager: { en: 'Manager', zh: '经理' },
  seniorSales: { en: 'Senior sales', zh: '高级业务员' },
  project: { en: 'Project', zh: '项目' },
  customerGrade: { en: 'Customer grade', zh: '客户等级' },
  credit: { en: 'credit', zh: '业绩' },
  score: { en: 'Score', zh: '得分' },
  attitude: { en: 'Attitude', zh: '态度' },
  collaboration: { en: 'Collaboration', zh: '协作' },
  fund: { en: 'Development fund', zh: '发展基金' },
  yearEnd: { en: 'year end', zh: '年底' },
  individual: { en: 'Individual', zh: '个人' },
  team: { en: 'Team', zh: '团队' },
  stages: { en: 'Stages', zh: '环节' },
  pot: { en: 'Pot', zh: '奖池' },
} as const satisfies Record<string, Text>;

/** The stages of an order: each is a column that names who did it. */
export const STAGES = [
  { en: 'Development', zh: '开发' },
  { en: 'Negotiation', zh: '谈判签约' },
  { en: 'Follow-up', zh: '跟单' },
] as const satisfies readonly Text[];

/** A condition on a column's value, in both languages. */
export function equalTo(column: Text, value: Text | string): Text {
  const of = (language: 'en' | 'zh'): string => (typeof value === 'string' ? value : value[language]);
  return { en: `${column.en}=${of('en')}`, zh: `${column.zh}=${of('zh')}` };
}
