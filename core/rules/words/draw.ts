import { matchKey } from '../../table/cell';
import type { Multiple } from '../read-value';
import { multipleText, readChoice, readMultiple } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';

export const drawOptions = {
  recoverable: { en: 'recoverable', zh: '可追回', also: ['预支', '可抵扣'] },
  guaranteed: { en: 'guaranteed', zh: '保证', also: ['guarantee', 'non-recoverable', '不追回', '保底'] },
} as const;

export interface Draw {
  readonly kind: keyof typeof drawOptions;
  readonly amount: Multiple;
}

export const draw = ruleWord<Draw>({
  name: { en: 'draw', zh: '预支' },
  help: { en: 'Money per period paid in advance: recoverable (lent, taken back from what exceeds it) or guaranteed.', zh: '每期预支：可追回（先借后扣）或保证（取高者，不追回）。' },
  scope: 'plan',
  single: true,
  choices: { column: 'item', options: drawOptions },
  parse: ({ item, value }) => {
    const choice = readChoice(matchKey(item) === '' ? 'recoverable' : item, drawOptions, 'item');
    if (isRuleFault(choice)) return choice;
    const amount = readMultiple(value, 'value');
    return isRuleFault(amount) ? amount : { kind: choice.key, amount: amount.value };
  },
  sentence: ({ kind, amount }) => ({ code: `say.draw.${kind}`, params: { amount: multipleText(amount) } }),
});
