import { readChoice } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';

export const refundOptions = {
  current: { en: 'current', zh: '按当期', also: ['当期'] },
  original: { en: 'original', zh: '按原单', also: ['原单'] },
} as const;

export const refund = ruleWord<{ readonly by: keyof typeof refundOptions }>({
  name: { en: 'refund', zh: '退款口径' },
  help: { en: 'A reversal counts at today’s running total (current), or takes back exactly what the original line earned (original).', zh: '退款按当期累计冲减（按当期），或原单提多少退多少（按原单）。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: refundOptions },
  parse: ({ value }) => {
    const choice = readChoice(value, refundOptions, 'value');
    return isRuleFault(choice) ? choice : { by: choice.key };
  },
  sentence: ({ by }) => ({ code: `say.refund.${by}` }),
});
