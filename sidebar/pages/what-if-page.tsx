import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { wordOf } from '../../core/rules/rule-row';
import type { Answer } from '../desk/desk';
import type { RuleLine } from '../desk/plans';
import type { WhatIf } from '../desk/what-if';
import { amountText, signedAmount } from '../parts/amount';
import { DataTable } from '../parts/data-table';
import { Button, ChoiceField, TextField } from '../parts/field';
import { PeriodField } from '../parts/period-field';
import { ProblemList } from '../parts/problem-list';
import { RuleForm } from '../parts/rule-form';
import { shiftedRate } from '../parts/shift-rate';
import { useAnswer } from '../parts/use-answer';
import { useOffer } from '../parts/use-offer';
import { usePane } from '../pane';

const RATES = new Set(['rate', 'tier', 'stageRate', 'override']);

/** A copy of a plan, changed by a slider or by hand, against the plan as it is, on the workbook's own orders. */
export function WhatIfPage(): JSX.Element {
  const { t, period, choosePeriod: setPeriod } = usePane();
  const found = useAnswer('plans', { period });
  const [name, setName] = useState('');
  const plan = found?.find((one) => one.name === name) ?? found?.find(({ versions }) => versions.some(({ inForce, draft }) => inForce && !draft)) ?? found?.[0];
  const version = plan?.versions.find(({ inForce }) => inForce) ?? plan?.versions[0];
  if (!found || !plan || !version) return <p>{found ? t('app.none') : t('app.working')}</p>;
  return (
    <>
      <p class="muted">{t('whatIf.intro')}</p>
      <PeriodField value={period} onChange={setPeriod} />
      <ChoiceField label={t('plans.list')} value={plan.name} onChange={setName} choices={found.map((one) => ({ value: one.name, text: one.name }))} />
      <Trial key={plan.name} plan={plan.name} version={version.version} period={period} original={version.rules} />
    </>
  );
}

function Trial({ plan, version, period, original }: { readonly plan: string; readonly version: string; readonly period: string; readonly original: readonly RuleLine[] }): JSX.Element {
  const { t, ask } = usePane();
  const [points, setPoints] = useState('0');
  const [rules, setRules] = useState(original);
  const [compared, setCompared] = useState<Answer<WhatIf> | undefined>(undefined);
  const [next, setNext] = useState(String((Number(version) || 1) + 1));
  const [from, setFrom] = useState('');
  const { offer, refused } = useOffer();
  const slider = useId();
  const shifted = rules.map((line) => (RATES.has(wordOf(line.rule) ?? '') ? { ...line, value: shiftedRate(line.value, points) } : line));
  const key = JSON.stringify([shifted, period]);
  useEffect(() => {
    let isCurrent = true;
    const soon = setTimeout(() => void ask('whatIf', { plan, period, rules: shifted }).then((answered) => (isCurrent ? setCompared(answered) : undefined), () => undefined), 250);
    return () => {
      isCurrent = false;
      clearTimeout(soon);
    };
  }, [key]);
  const keep = (): void => void ask('savePlan', { plan, version: next, effective: from, rules: shifted }).then((made) => offer(made, { says: t('plans.saveSays', { plan, version: next, from: from === '' ? t('plans.always') : t('plans.from', { date: from }) }) }));
  return (
    <>
      <div class="field">
        <label for={slider}>
          {t('whatIf.shift')}: {points}
        </label>
        <input id={slider} type="range" min="-3" max="3" step="0.1" value={points} onInput={(event) => setPoints(event.currentTarget.value)} />
      </div>
      {compared && !compared.ok ? <ProblemList problems={compared.problems} /> : null}
      {compared?.ok ? <Effects effect={compared.value} /> : null}
      <details>
        <summary>{t('plans.rules')}</summary>
        <RuleForm rules={rules} onChange={setRules} />
      </details>
      <TextField label={t('plans.newVersion')} value={next} onChange={setNext} />
      <TextField label={t('plans.effective')} type="date" value={from} onChange={setFrom} />
      <ProblemList problems={refused} />
      <Button onClick={keep}>{t('whatIf.keep')}</Button>
    </>
  );
}

function Effects({ effect: { people, total } }: { readonly effect: WhatIf }): JSX.Element {
  const { t, language } = usePane();
  const money = (amount: number | undefined): string => amountText(amount, language);
  const more = people.filter(({ difference = 0 }) => difference > 0).length;
  const less = people.filter(({ difference = 0 }) => difference < 0).length;
  return (
    <>
      <p class="total" role="status">
        {t('whatIf.total', { before: money(total.before), after: money(total.after), difference: signedAmount(total.difference, language) })}
      </p>
      <p>
        {t('whatIf.winners', { count: more })} · {t('whatIf.losers', { count: less })}
      </p>
      <DataTable caption={t('page.whatIf')} header={[t('app.person'), t('whatIf.before'), t('whatIf.after'), t('whatIf.difference')]} rows={people.map(({ name, before, after, difference }) => [name, money(before), money(after), signedAmount(difference, language)])} />
    </>
  );
}
