import type { Text } from '../../core/locale/message';

/** What stands on a statement that is printed, and the buttons that make them. */
export const PRINT = {
  'print.title': { en: 'Commission statement {period}', zh: '提成结算单 {period}' },
  'print.payable': { en: 'To pay ({currency})', zh: '应发（{currency}）' },
  'print.customer': { en: 'Customer', zh: '客户' },
  'print.total': { en: 'Total', zh: '合计' },
  'print.confirm': { en: 'I have read this statement and agree with it. {name}', zh: '本人已核对以上结算，确认无误。{name}' },
  'print.signed': { en: 'Signature and date: ______________________', zh: '签字及日期：______________________' },
  'print.finance': { en: 'Finance: ______________________', zh: '财务：______________________' },
  'print.files': { en: 'Statements {period}', zh: '结算单 {period}' },
  'print.all': { en: 'Everybody’s statement, a file each (.zip)', zh: '所有人结算单，每人一个文件（.zip）' },
  'print.book': { en: 'Everybody’s statement in one workbook, to print', zh: '所有人结算单合为一个工作簿，供打印' },
} as const satisfies Record<string, Text>;
