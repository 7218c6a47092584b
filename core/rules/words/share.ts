import type { Exact } from '../../amount/exact';
import { exactToPercent } from '../../amount/text';
import { readShare } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';

export const share = ruleWord<{ readonly share: Exact }>({
  name: { en: 'share', zh: '部分占比' },
  help: { en: 'This part’s weight in the plan: individual 70 %, team 30 %.', zh: '本部分在方案中的占比，如个人 70%、团队 30%。' },
  scope: 'part',
  single: true,
  parse: ({ value }) => {
    const read = readShare(value, 'value');
    return isRuleFault(read) ? read : { share: read.value };
  },
  sentence: ({ share: value }) => ({ code: 'say.share', params: { share: exactToPercent(value) } }),
});
