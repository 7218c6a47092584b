import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DraftPlan, RuleLine } from '../desk/plans';
import { usePane } from '../pane';
import { amountText, signedAmount } from './amount';
import { DataTable } from './data-table';
import { Button, ChoiceField, TextField } from './field';
import { PayoutCurve } from './payout-curve';
import { ProblemList } from './problem-list';
import { RuleForm } from './rule-form';
import { useAnswer } from './use-answer';
import { useOffer } from './use-offer';

/** A plan's rules as a form: what they mean in plain words, what they pay, what has changed; saved as a new version. */
export function PlanEditor({ plan: given, baseVersion, versions, rules: original, nextVersion, isNew }: { readonly plan: string; readonly baseVersion: string; readonly versions: readonly string[]; readonly rules: readonly RuleLine[]; readonly nextVersion: string; readonly isNew: boolean }): JSX.Element {
  const { t, ask } = usePane();
  const [plan, setPlan] = useState(given);
  const [rules, setRules] = useState(original);
  const [version, setVersion] = useState(nextVersion);
  const [effective, setEffective] = useState('');
  const { offer, refused } = useOffer();
  const draft = { plan, version, effective, rules };
  const read = useAnswer('readDraft', draft);
  const changed = useAnswer('differences', { draft, version: baseVersion }) ?? [];
  const save = (): void => void ask('savePlan', draft).then(offer);
  return (
    <>
      {isNew ? <TextField label={t('plans.name')} value={plan} onChange={setPlan} /> : null}
      <PayoutCurve plan={plan} rules={rules} />
      {isNew || changed.length === 0 ? null : <Effect plan={plan} rules={rules} />}
      <ProblemList problems={read?.problems ?? []} most={8} />
      <RuleForm rules={rules} onChange={setRules} />
      <details open={isNew}>
        <summary>{t('plans.sentences')}</summary>
        <ul>
          {(read?.sentences ?? []).map(({ part, text }, index) => (
            <li key={index}>
              {part === '' ? '' : <strong>{part}: </strong>}
              {text}
            </li>
          ))}
        </ul>
      </details>
      {isNew ? null : <Changes draft={draft} version={baseVersion} versions={versions} />}
      <TextField label={t('plans.newVersion')} value={version} onChange={setVersion} />
      <TextField label={t('plans.effective')} type="date" value={effective} onChange={setEffective} />
      <ProblemList problems={refused} />
      <Button kind="main" onClick={save} disabled={!isNew && changed.length === 0}>
        {t('plans.save')}
      </Button>
    </>
  );
}

/** What everybody together would get under the rules as they stand in the form. */
function Effect({ plan, rules }: { readonly plan: string; readonly rules: readonly RuleLine[] }): JSX.Element | null {
  const { t, overview, language } = usePane();
  const [period = ''] = overview.periods;
  const found = useAnswer('whatIf', { plan, period, rules });
  if (!found?.ok) return null;
  const { before, after, difference } = found.value.total;
  return (
    <p class="total" role="status">
      {t('plans.effect', { period, before: amountText(before, language), after: amountText(after, language), difference: signedAmount(difference, language) })}
    </p>
  );
}

/** What the rules in the form change against the version they began as, or against any other. */
function Changes({ draft, version, versions }: { readonly draft: DraftPlan; readonly version: string; readonly versions: readonly string[] }): JSX.Element {
  const { t } = usePane();
  const [against, setAgainst] = useState(version);
  const found = useAnswer('differences', { draft, version: against }) ?? [];
  const title = t('plans.changes', { version: against });
  const names = { added: 'plans.added', removed: 'plans.removed', changed: 'plans.changed' } as const;
  return (
    <section>
      <h2>{title}</h2>
      {versions.length > 1 ? <ChoiceField label={t('plans.against')} value={against} onChange={setAgainst} choices={versions.map((one) => ({ value: one, text: one }))} /> : null}
      {found.length === 0 ? <p class="muted">{t('plans.same')}</p> : <DataTable caption={title} header={[t('plans.change'), t('plans.rule'), t('plans.was'), t('plans.willBe')]} rows={found.map(({ kind, part, rule, before, after }) => [t(names[kind]), [part, rule].filter((text) => text !== '').join(' · '), before, after])} />}
    </section>
  );
}
