import type { JSX } from 'preact';
import { words } from '../../core/rules/words';
import type { RuleWord } from '../../core/rules/rule-word';
import { wordOf } from '../../core/rules/rule-row';
import type { Language } from '../../core/locale/message';
import type { Problem } from '../desk/desk';
import type { RuleLine } from '../desk/plans';
import { usePane } from '../pane';
import { Button } from './field';

/** The rows of a plan, each with the control its word wants: a choice where the word has choices, else text. */
export function RuleForm({ rules, problems = [], onChange }: { readonly rules: readonly RuleLine[]; readonly problems?: readonly Problem[]; readonly onChange: (rules: readonly RuleLine[]) => void }): JSX.Element {
  const { t, language } = usePane();
  const set = (index: number, line: RuleLine): void => onChange(rules.map((rule, at) => (at === index ? line : rule)));
  return (
    <section aria-label={t('plans.rules')}>
      <h2>{t('plans.rules')}</h2>
      <StageTotal rules={rules} />
      <ol class="rules">
        {rules.map((rule, index) => (
          <li key={index} class={isWrong(problems, index + 1) ? 'wrong' : undefined}>
            <RuleControls rule={rule} number={index + 1} language={language} isWrong={isWrong(problems, index + 1)} onChange={(line) => set(index, line)} />
            <button type="button" class="link remove" aria-label={t('plans.remove', { number: index + 1 })} onClick={() => onChange(rules.filter((_, at) => at !== index))}>
              ×
            </button>
            {problems.filter(({ line }) => line === index + 1).map((problem, at) => (
              <p key={at} class={`told ${problem.severity}`} id={at === 0 ? `told-${index + 1}` : undefined}>
                {problem.text} <span class="fix">{problem.fix}</span>
              </p>
            ))}
          </li>
        ))}
      </ol>
      <Button onClick={() => onChange([...rules, { part: rules[rules.length - 1]?.part ?? '', rule: words.tier.name[language], item: '', from: '', value: '', note: '' }])}>{t('plans.add')}</Button>
    </section>
  );
}

function isWrong(problems: readonly Problem[], number: number): boolean {
  return problems.some(({ line, severity }) => line === number && severity === 'error');
}

function RuleControls({ rule, number, language, isWrong, onChange }: { readonly rule: RuleLine; readonly number: number; readonly language: Language; readonly isWrong: boolean; readonly onChange: (rule: RuleLine) => void }): JSX.Element {
  const { t } = usePane();
  const key = wordOf(rule.rule);
  const word = key === undefined ? undefined : (words[key] as RuleWord<object>);
  const label = (name: string): string => `${name} ${number}`;
  const cell = (field: 'item' | 'from' | 'value', name: string): JSX.Element => {
    const options = word?.choices?.column === field ? Object.values(word.choices.options) : [];
    const own = options.find((option) => [option.en, option.zh].includes(rule[field]));
    if (options.length > 0 && (own || rule[field] === '')) {
      return (
        <select aria-label={label(name)} value={own?.[language] ?? ''} onChange={(event) => onChange({ ...rule, [field]: event.currentTarget.value })}>
          {own ? null : <option value="" />}
          {options.map((option) => (
            <option key={option.en} value={option[language]}>
              {option[language]}
            </option>
          ))}
        </select>
      );
    }
    return <input aria-label={label(name)} aria-invalid={isWrong} aria-describedby={isWrong ? `told-${number}` : undefined} placeholder={name} value={rule[field]} onInput={(event) => onChange({ ...rule, [field]: event.currentTarget.value })} />;
  };
  return (
    <span class="rule" title={word?.help[language] ?? ''}>
      <select aria-label={label(t('plans.rule'))} value={word?.name[language] ?? rule.rule} onChange={(event) => onChange({ ...rule, rule: event.currentTarget.value })}>
        {word ? null : <option value={rule.rule}>{rule.rule}</option>}
        {Object.values(words).map((one) => (
          <option key={one.name.en} value={one.name[language]}>
            {one.name[language]}
          </option>
        ))}
      </select>
      <input class="part" aria-label={label(t('plans.part'))} placeholder={t('plans.part')} value={rule.part} onInput={(event) => onChange({ ...rule, part: event.currentTarget.value })} />
      {cell('item', t('plans.item'))}
      {cell('from', t('plans.bound'))}
      {cell('value', t('plans.value'))}
    </span>
  );
}

/** The stages' shares added up, so that a missing tenth is seen while typing. */
function StageTotal({ rules }: { readonly rules: readonly RuleLine[] }): JSX.Element | null {
  const { t } = usePane();
  const stages = rules.filter(({ rule }) => wordOf(rule) === 'stage');
  if (stages.length === 0) return null;
  const tenths = stages.map(({ value }) => /^(\d+(?:\.\d+)?)%$/.exec(value.trim())?.[1]).map((text) => Math.round(Number(text ?? NaN) * 1000));
  const total = tenths.reduce((sum, one) => sum + one, 0);
  return <p class={total === 100000 ? 'muted' : 'warning'}>{t('plans.stages', { total: Number.isNaN(total) ? '?' : `${total / 1000}%` })}</p>;
}
