import type { Exact } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import { isBlankOrZero } from '../../table/cell';
import { readChoice, readPositive } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';

export const poolOptions = {
  team: { en: 'team', zh: '团队' },
  plan: { en: 'plan', zh: '方案', also: ['all', '全体'] },
} as const;

export interface Pool {
  readonly by: keyof typeof poolOptions;
  /** A pot of so much a pay period, whatever the orders. */
  readonly fixed: Exact | undefined;
}

export const pool = ruleWord<Pool>({
  name: { en: 'pool', zh: '提成池' },
  help: { en: 'The commission is computed on the whole team or plan, pooled, and shared out. From: money, for a fixed pot.', zh: '按整个团队或方案计提后汇入提成池再分配。起点填金额则为固定奖池。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: poolOptions },
  parse: ({ from, value }) => {
    const choice = readChoice(value, poolOptions, 'value');
    if (isRuleFault(choice)) return choice;
    if (isBlankOrZero(from)) return { by: choice.key, fixed: undefined };
    const fixed = readPositive(from, 'from');
    return isRuleFault(fixed) ? fixed : { by: choice.key, fixed: fixed.value };
  },
  sentence: ({ by, fixed }) =>
    fixed ? { code: 'say.poolFixed', params: { by: { code: `by.${by}` }, amount: exactToDisplay(fixed) } } : { code: 'say.pool', params: { by: { code: `by.${by}` } } },
});
