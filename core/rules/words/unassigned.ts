import { readChoice } from '../read-value';
import { isRuleFault, ruleWord } from '../rule-word';

export const unassignedOptions = {
  company: { en: 'company', zh: '公司' },
  owner: { en: 'owner', zh: '业务员' },
  reserve: { en: 'reserve', zh: '预留基金', also: ['fund', '基金'] },
} as const;

export type Unassigned = keyof typeof unassignedOptions;

export const unassigned = ruleWord<{ readonly to: Unassigned }>({
  name: { en: 'unassigned', zh: '无人认领' },
  help: { en: 'Where credit with no participant goes: company (not paid, but shown), owner, or reserve.', zh: '无人认领的业绩归谁：公司（不发但列示）、业务员或预留基金。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: unassignedOptions },
  parse: ({ value }) => {
    const choice = readChoice(value, unassignedOptions, 'value');
    return isRuleFault(choice) ? choice : { to: choice.key };
  },
  sentence: ({ to }) => ({ code: 'say.unassigned', params: { to: { code: `unassigned.${to}` } } }),
});
