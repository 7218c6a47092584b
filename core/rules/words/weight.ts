import { ruleWord } from '../rule-word';
import type { ConditionalFactor } from './conditional-factor';
import { conditionalFactorSentence, parseConditionalFactor } from './conditional-factor';

export const weight = ruleWord<ConditionalFactor>({
  name: { en: 'weight', zh: '分配权重' },
  help: { en: 'What a value weighs in `share by`: Role=Manager 1.5. A numeric column weighs itself.', zh: '某取值在分配中的权重，如“职位=经理”1.5。数字列以自身为权重。' },
  scope: 'part',
  parse: parseConditionalFactor,
  sentence: (entry) => conditionalFactorSentence('say.weight', entry),
});
