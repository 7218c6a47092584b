import type { Exact } from '../../amount/exact';
import { exactToPercent } from '../../amount/text';
import { readShare } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';

export interface Reserve {
  /** Blank: the fund without a name of its own. */
  readonly fund: string;
  readonly share: Exact;
}

export const reserve = ruleWord<Reserve>({
  name: { en: 'reserve', zh: '预留基金' },
  help: { en: 'A share taken out of the commission into the fund named in Item before it is paid or shared.', zh: '先从提成中提取一定比例进入项目所填的基金，再发放或分配。' },
  scope: 'part',
  parse: ({ item, value }) => {
    const share = readShare(value, 'value');
    return isRuleFault(share) ? share : { fund: item, share: share.value };
  },
  sentence: ({ fund, share }) => ({ code: 'say.reserve', params: { fund: fund === '' ? { code: 'word.fund' } : fund, share: exactToPercent(share) } }),
});
