import { ruleWord } from '../rule-word';
import type { ConditionalFactor } from './conditional-factor';
import { conditionalFactorSentence, parseConditionalFactor } from './conditional-factor';

export const creditFactor = ruleWord<ConditionalFactor>({
  name: { en: 'credit factor', zh: '业绩系数' },
  help: { en: 'Multiplies the credited measure itself, so it also moves people up the tiers.', zh: '乘在业绩本身上，因此也影响升档。' },
  scope: 'part',
  parse: parseConditionalFactor,
  sentence: (entry) => conditionalFactorSentence('say.creditFactor', entry),
});
