import { cellText, matchKey } from '../../table/cell';
import { ruleFault, ruleWord } from '../rule-word';

/** Whose performance a line is. */
export type CreditBy = { readonly kind: 'owner' | 'stages' | 'contributions' } | { readonly kind: 'column'; readonly column: string };

export const creditOptions = {
  owner: { en: 'owner', zh: '业务员', also: ['负责人'] },
  stages: { en: 'stages', zh: '环节', also: ['stage', '业务环节'] },
  contributions: { en: 'contributions', zh: '贡献', also: ['contribution', '贡献表', '贡献度'] },
} as const;

export const credit = ruleWord<{ readonly by: CreditBy }>({
  name: { en: 'credit', zh: '归属' },
  help: { en: 'Whose performance a line is: owner, stages, contributions, or a column that names people.', zh: '业绩归谁：业务员、环节、贡献表，或写有姓名的某一列。' },
  scope: 'part',
  single: true,
  choices: { column: 'value', options: creditOptions },
  parse: ({ value }) => {
    const text = cellText(value);
    if (text === '') return ruleFault('value', 'rule.missing', { expected: Object.keys(creditOptions).join(' · ') });
    for (const [key, option] of Object.entries(creditOptions)) {
      if ([option.en, option.zh, ...option.also].some((name) => matchKey(name) === matchKey(text))) {
        return { by: { kind: key as keyof typeof creditOptions } };
      }
    }
    return { by: { kind: 'column', column: text } };
  },
  sentence: ({ by }) => ({ code: 'say.credit', params: { by: by.kind === 'column' ? by.column : { code: `credit.${by.kind}` } } }),
});
