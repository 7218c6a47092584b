import { readChoice } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';
import { countsOnOptions } from './counts-on';

export const fxDateOptions = {
  order: countsOnOptions.order,
  shipment: countsOnOptions.shipment,
  invoice: countsOnOptions.invoice,
  receipt: countsOnOptions.receipt,
  'period end': { en: 'period end', zh: '期末', also: ['month end', '月末'] },
} as const;

export type FxDate = keyof typeof fxDateOptions;

export const fxDate = ruleWord<{ readonly on: FxDate }>({
  name: { en: 'fx date', zh: '汇率日' },
  help: { en: 'Whose date picks the exchange rate: order, shipment, invoice, receipt or period end.', zh: '按哪个日期取汇率：下单、出货、开票、回款或期末。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: fxDateOptions },
  parse: ({ value }) => {
    const choice = readChoice(value, fxDateOptions, 'value');
    return isRuleFault(choice) ? choice : { on: choice.key };
  },
  sentence: ({ on }) => ({ code: 'say.fxDate', params: { on: { code: on === 'period end' ? 'on.periodEnd' : `on.${on}` } } }),
});
