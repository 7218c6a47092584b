import { matchKey } from '../../table/cell';
import { readPositive } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';
import type { ConditionalFactor } from './conditional-factor';
import { conditionalFactorSentence, parseConditionalFactor } from './conditional-factor';

/** A coefficient on pay; `gradeFactor` takes it from the Factor column of the scores. */
export interface Factor extends ConditionalFactor {
  readonly gradeFactor: boolean;
}

const GRADE_FACTOR = new Set(['gradefactor', '等级系数', '绩效系数']);

export const factor = ruleWord<Factor>({
  name: { en: 'factor', zh: '系数' },
  help: {
    en: 'Multiplies pay. Item: conditions (`Role=Manager`, `Quantity>=500`, `Customer=*`), a column with its least number in From, or Grade factor.',
    zh: '乘在提成上。项目填条件（“职位=经理”“数量>=500”“客户=*”），或列名加起点，或“等级系数”。',
  },
  scope: 'part',
  parse: (cells) => {
    if (GRADE_FACTOR.has(matchKey(cells.item))) {
      const value = readPositive(cells.value, 'value');
      return isRuleFault(value) ? value : { conditions: [], factor: value.value, gradeFactor: true };
    }
    const entry = parseConditionalFactor(cells);
    return isRuleFault(entry) ? entry : { ...entry, gradeFactor: false };
  },
  sentence: (entry) => (entry.gradeFactor ? { code: 'say.gradeFactor' } : conditionalFactorSentence('say.factor', entry)),
});
