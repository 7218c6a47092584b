import type { Exact } from '../../amount/exact';
import { rateText, readPositive } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

export interface StageRate {
  readonly stage: string;
  readonly rate: Exact;
}

export const stageRate = ruleWord<StageRate>({
  name: { en: 'stage rate', zh: '环节提成率' },
  help: { en: 'Instead of stage shares and a rate: that stage’s own rate on the whole line.', zh: '该环节按整单计提的提成率（代替环节比例和提成率）。' },
  scope: 'part',
  parse: ({ item, value }) => {
    if (item === '') return ruleFault('item', 'rule.noStage', { found: item });
    const rate = readPositive(value, 'value');
    return isRuleFault(rate) ? rate : { stage: item, rate: rate.value };
  },
  sentence: ({ stage: name, rate }) => ({ code: 'say.stageRate', params: { stage: name, rate: rateText(rate) } }),
});
