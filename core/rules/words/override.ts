import type { Exact } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import { rateText, readExact, readPositive } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

export interface Override {
  /** 1: on direct reports; 2: on their reports; 3: one further. */
  readonly level: number;
  /** The team total above which it starts. */
  readonly above: Exact;
  readonly rate: Exact;
}

const LEVELS: ReadonlyMap<string, number> = new Map([['1', 1], ['2', 2], ['3', 3], ['一级', 1], ['二级', 2], ['三级', 3], ['直接', 1]]);

export const override = ruleWord<Override>({
  name: { en: 'override', zh: '上级提成' },
  help: { en: 'A manager’s rate on the credited measure of everyone below in the Manager chain. Item: level 1, 2 or 3. Gates and factors in a part named `Override` are those of the overrides: `gate` attainment 100% → 0%.', zh: '上级按下属业绩计提。项目填级别 1、2、3，起点填团队起提额。部分“上级提成”中的门槛和系数专管上级提成：如“门槛” 达成率 100% → 0%。' },
  scope: 'part',
  parse: ({ item, from, value }) => {
    const level = LEVELS.get(item.replace(/^(?:level|第)\s*/i, '')) ?? LEVELS.get(item.replace(/\s|级$/g, ''));
    if (level === undefined) return ruleFault('item', 'rule.overrideLevel', { found: item });
    const above = readExact(from, 'from');
    if (isRuleFault(above)) return above;
    const rate = readPositive(value, 'value');
    return isRuleFault(rate) ? rate : { level, above: above.value, rate: rate.value };
  },
  sentence: ({ level, above, rate }) => ({ code: 'say.override', params: { level, above: exactToDisplay(above), rate: rateText(rate) } }),
});
