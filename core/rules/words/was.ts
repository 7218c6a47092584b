import { cellText } from '../../table/cell';
import { ruleFault, ruleWord } from '../rule-word';

/** Former names of a plan, or of the part that the row names. */
export interface Was {
  readonly names: readonly string[];
}

export const was = ruleWord<Was>({
  name: { en: 'was', zh: '原名' },
  help: {
    en: 'The former name of the plan (Part blank) or of the part named in Part, so that what was closed under it stays known; several by `;`.',
    zh: '方案（“部分”留空）或所填部分改名前的名称，改名后仍认得已关账的记录；多个用“；”隔开。',
  },
  scope: 'part',
  parse: ({ value }) => {
    const names = cellText(value).split(/[;；]/).map((name) => name.trim()).filter((name) => name !== '');
    return names.length === 0 ? ruleFault('value', 'rule.missing', { expected: { code: 'word.formerName' } }) : { names };
  },
  sentence: ({ names }) => ({ code: 'say.was', params: { names: names.map((name) => `“${name}”`).join(', ') } }),
});
