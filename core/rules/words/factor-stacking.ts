import { readChoice } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';

export const stackingOptions = {
  multiply: { en: 'multiply', zh: '相乘', also: ['连乘'] },
  add: { en: 'add', zh: '相加', also: ['additive', '累加'] },
} as const;

export const factorStacking = ruleWord<{ readonly stacking: keyof typeof stackingOptions }>({
  name: { en: 'factor stacking', zh: '系数叠加' },
  help: { en: 'How factors of different columns combine: multiply, or add (1 + the sum of what each adds).', zh: '不同列的系数如何叠加：相乘，或相加（1 + 各系数超出 1 的部分之和）。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: stackingOptions },
  parse: ({ value }) => {
    const choice = readChoice(value, stackingOptions, 'value');
    return isRuleFault(choice) ? choice : { stacking: choice.key };
  },
  sentence: ({ stacking }) => ({ code: `say.stacking.${stacking}` }),
});
