import { cellText, matchKey } from '../../table/cell';
import { ruleFault, ruleWord } from '../rule-word';

const YES = new Set(['yes', '是', 'true', '1', 'y', '']);
const NO = new Set(['no', '否', 'false', 'n']);

export const draft = ruleWord<{ readonly draft: boolean }>({
  name: { en: 'draft', zh: '草稿' },
  help: { en: 'yes: the plan is not settled unless it is asked for by name (what-if).', zh: '是：除非点名测算，否则不结算。' },
  scope: 'plan',
  single: true,
  parse: ({ value }) => {
    const key = matchKey(cellText(value));
    if (YES.has(key)) return { draft: true };
    return NO.has(key) ? { draft: false } : ruleFault('value', 'rule.unknownChoice', { found: cellText(value), expected: 'yes 是 · no 否', nearest: '' });
  },
  sentence: ({ draft: isDraft }) => ({ code: isDraft ? 'say.draft' : 'say.notDraft' }),
});
