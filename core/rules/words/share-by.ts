import type { Exact } from '../../amount/exact';
import { ONE } from '../../amount/exact';
import { exactToPercent } from '../../amount/text';
import { cellText, isBlankOrZero, matchKey } from '../../table/cell';
import { readShare } from '../read-value';
import { isRuleFault, ruleFault, ruleWord } from '../rule-word';

/** What a pool is shared by: equally, by credit, or by a People or score column. */
export type ShareKey = { readonly kind: 'equal' | 'credit' } | { readonly kind: 'column'; readonly column: string };

export interface ShareBy {
  readonly key: ShareKey;
  readonly share: Exact;
}

const EQUAL = new Set(['equal', 'equally', '平均', '均分', '平分']);
const CREDIT = new Set(['credit', '业绩', '个人业绩']);

function readKey(text: string): ShareKey {
  const key = matchKey(text);
  if (EQUAL.has(key)) return { kind: 'equal' };
  return CREDIT.has(key) ? { kind: 'credit' } : { kind: 'column', column: text };
}

export const shareBy = ruleWord<ShareBy>({
  name: { en: 'share by', zh: '分配依据' },
  help: { en: 'How the pool is shared: equal, credit, Role, Score or a column. Value: the share of the pool shared so. All but credit weigh by the days on the team; a column of days weighs what it says.', zh: '提成池按什么分：平均、业绩、职位、得分或某一列；数值填该依据所占的比例。除业绩外均按在队天数计权；天数列按填写的数。' },
  scope: 'part',
  parse: ({ item, value }) => {
    if (item === '' && typeof value === 'string' && !/\d/.test(value)) return { key: readKey(cellText(value)), share: ONE };
    if (item === '') return ruleFault('item', 'rule.noColumn', { found: item });
    if (isBlankOrZero(value)) return { key: readKey(item), share: ONE };
    const share = readShare(value, 'value');
    return isRuleFault(share) ? share : { key: readKey(item), share: share.value };
  },
  sentence: ({ key, share }) => ({
    code: 'say.shareBy',
    params: { key: key.kind === 'column' ? key.column : { code: `shareBy.${key.kind}` }, share: exactToPercent(share) },
  }),
});
