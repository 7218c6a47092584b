import type { Exact } from '../../amount/exact';
import { exactToPercent } from '../../amount/text';
import { readShare } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

export interface Stage {
  readonly stage: string;
  readonly share: Exact;
}

export const stage = ruleWord<Stage>({
  name: { en: 'stage', zh: '环节比例' },
  help: { en: 'That stage’s share of the line’s credit, given to the people in the stage’s column.', zh: '该环节占订单业绩的比例，归该环节列中的人。' },
  scope: 'part',
  parse: ({ item, value }) => {
    if (item === '') return ruleFault('item', 'rule.noStage', { found: item });
    const share = readShare(value, 'value');
    return isRuleFault(share) ? share : { stage: item, share: share.value };
  },
  sentence: ({ stage: name, share }) => ({ code: 'say.stage', params: { stage: name, share: exactToPercent(share) } }),
});
