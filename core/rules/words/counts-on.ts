import { readChoice } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';

export const countsOnOptions = {
  order: { en: 'order', zh: '下单', also: ['order date', '下单日期', '接单'] },
  shipment: { en: 'shipment', zh: '出货', also: ['ship', 'ship date', '发货', '出运'] },
  invoice: { en: 'invoice', zh: '开票', also: ['invoice date'] },
  receipt: { en: 'receipt', zh: '回款', also: ['receipts', '收款', 'payment'] },
} as const;

export type CountsOn = keyof typeof countsOnOptions;

export const countsOn = ruleWord<{ readonly on: CountsOn }>({
  name: { en: 'counts on', zh: '计提时点' },
  help: { en: 'The date that puts a line into a period: order, shipment, invoice or receipt.', zh: '订单按哪个日期计入期间：下单、出货、开票或回款。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: countsOnOptions },
  parse: ({ value }) => {
    const choice = readChoice(value, countsOnOptions, 'value');
    return isRuleFault(choice) ? choice : { on: choice.key };
  },
  sentence: ({ on }) => ({ code: 'say.countsOn', params: { on: { code: `on.${on}` } } }),
});
