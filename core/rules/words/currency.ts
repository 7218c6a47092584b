import { cellText } from '../../table/cell';
import { currencyCode } from '../../trade/currency-code';
import { ruleFault, ruleWord } from '../rule-word';

export const currency = ruleWord<{ readonly code: string }>({
  name: { en: 'currency', zh: '币种' },
  help: { en: 'The payroll currency. Default CNY.', zh: '发放币种，默认 CNY。' },
  scope: 'plan',
  single: true,
  parse: ({ item, value }) => {
    const code = currencyCode(cellText(value) || item);
    return /^[A-Z]{3}$/.test(code) ? { code } : ruleFault('value', 'rule.currencyCode', { found: code });
  },
  sentence: ({ code }) => ({ code: 'say.currency', params: { currency: code } }),
});
