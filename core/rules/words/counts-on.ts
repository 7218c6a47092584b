import { readChoice } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';

export const countsOnOptions = {
  order: { en: 'order', zh: '下单', also: ['order date', '下单日期', '接单'] },
  shipment: { en: 'shipment', zh: '出货', also: ['ship', 'ship date', '发货', '出运'] },
  invoice: { en: 'invoice', zh: '开票', also: ['invoice date'] },
  receipt: { en: 'receipt', zh: '回款', also: ['receipts', '收款', 'payment'] },
  'paid in full': { en: 'paid in full', zh: '全额回款', also: ['full payment', 'fully paid', '款清', '全款', '结清', '全部回款'] },
} as const;

export type CountsOn = keyof typeof countsOnOptions;

export const countsOn = ruleWord<{ readonly on: CountsOn }>({
  name: { en: 'counts on', zh: '计提时点' },
  help: { en: 'The date that puts a line into a period: order, shipment, invoice, receipt (each brings its part), or paid in full (the whole line, on the day the last of the money comes; what goes back later takes its part back).', zh: '订单按哪个日期计入期间：下单、出货、开票、回款（每笔按比例计入）或全额回款（款清之日整单计入，之后退款按比例追回）。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: countsOnOptions },
  parse: ({ value }) => {
    const choice = readChoice(value, countsOnOptions, 'value');
    return isRuleFault(choice) ? choice : { on: choice.key };
  },
  sentence: ({ on }) => ({ code: 'say.countsOn', params: { on: { code: on === 'paid in full' ? 'on.paidInFull' : `on.${on}` } } }),
});
