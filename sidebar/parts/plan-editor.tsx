import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Answered } from '../desk/answers';
import type { DraftPlan, RuleLine } from '../desk/plans';
import { usePane } from '../pane';
import { amountText, signedAmount } from './amount';
import { DataTable } from './data-table';
import { Button, ChoiceField, TextField } from './field';
import { PayoutCurve } from './payout-curve';
import { ProblemList } from './problem-list';
import { RuleForm } from './rule-form';
import { useAnswer } from './use-answer';
import { useKept } from './use-kept';
import { useOffer } from './use-offer';

interface Typed {
  readonly plan: string;
  readonly rules: readonly RuleLine[];
  readonly version: string;
  readonly effective: string | undefined;
}

interface Props {
  readonly plan: string;
  readonly baseVersion: string;
  readonly versions: readonly string[];
  readonly rules: readonly RuleLine[];
  readonly nextVersion: string;
  readonly isNew: boolean;
  readonly onSaved?: () => void;
}

/** A plan's rules as a form: what they mean in plain words, what they pay, what has changed; saved as a new version. What was typed stays until it is saved or given up. */
export function PlanEditor({ plan: given, baseVersion, versions, rules: original, nextVersion, isNew, onSaved }: Props): JSX.Element {
  const { t, ask, language } = usePane();
  const [typed, setTyped, isTyped] = useKept<Typed>(`plan\n${given}\n${baseVersion}`, { plan: given, rules: original, version: nextVersion, effective: undefined });
  const firstDay = useAnswer('firstOpenDay', undefined) ?? '';
  const { plan, rules, version } = typed;
  // A first plan holds from the beginning; a further version from the first period that is still open.
  const effective = typed.effective ?? (isNew ? '' : firstDay);
  const { offer, refused } = useOffer();
  const draft = { plan, version, effective, rules };
  const read = useAnswer('readDraft', draft);
  const changed = useAnswer('differences', { draft, version: baseVersion }) ?? [];
  const save = async (): Promise<void> => {
    const made = await ask('savePlan', draft);
    const reach = isNew ? undefined : await ask('versionCost', { draft });
    const from = effective === '' ? t('plans.always') : t('plans.from', { date: effective });
    const says = [t('plans.saveSays', { plan, version, from }), ...(reach && reach.periods.length > 0 ? [t(reach.cost === undefined ? 'plans.reaches' : 'plans.costs', { periods: reach.periods.join(', '), cost: signedAmount(reach.cost, language), next: reach.next })] : [])];
    offer(made, { says: says.join(' '), then: () => (setTyped(undefined), onSaved?.()) });
  };
  const problems = read?.problems ?? [];
  return (
    <>
      {isTyped && !isNew && changed.length > 0 ? (
        <p class="note unsaved">
          {t('plans.unsaved')}{' '}
          <Button kind="link" onClick={() => setTyped(undefined)}>
            {t('plans.giveUp')}
          </Button>
        </p>
      ) : null}
      {isNew ? <TextField label={t('plans.name')} value={plan} onChange={(name) => setTyped({ ...typed, plan: name })} /> : null}
      <PayoutCurve plan={plan} rules={rules} />
      {isNew || changed.length === 0 ? null : <Effect plan={given} rules={rules} />}
      <ProblemList problems={problems.filter(({ line }) => line === undefined)} most={8} />
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
      <RuleForm rules={rules} problems={problems} onChange={(lines) => setTyped({ ...typed, rules: lines })} />
      {isNew ? null : <Changes draft={draft} version={baseVersion} versions={versions} />}
      <TextField label={t('plans.newVersion')} value={version} onChange={(number) => setTyped({ ...typed, version: number })} />
      <TextField label={t('plans.effective')} type="date" value={effective} onChange={(date) => setTyped({ ...typed, effective: date })} hint={isNew ? '' : t('plans.effectiveHint')} />
      <ProblemList problems={refused} />
      <Button kind="main" onClick={() => void save()} disabled={!isNew && (changed.length === 0 || effective === '')}>
        {t('plans.save')}
      </Button>
    </>
  );
}

/** What everybody together would get under the rules as they stand in the form. */
function Effect({ plan, rules }: { readonly plan: string; readonly rules: readonly RuleLine[] }): JSX.Element | null {
  const { t, overview, language } = usePane();
  const period = overview.current;
  const found = useAnswer('whatIf', { plan, period, rules });
  if (!found?.ok) return null;
  const { before, after, difference } = found.value.total;
  return (
    <>
      <p class="total" role="status">
        {t('plans.effect', { period, before: amountText(before, language), after: amountText(after, language), difference: signedAmount(difference, language) })}
      </p>
      <YearEffect key={JSON.stringify(rules)} plan={plan} period={period} rules={rules} />
    </>
  );
}

/** The same over the year so far, asked for: a month alone may show the opposite where everybody has passed the tier that was changed. */
function YearEffect({ plan, period, rules }: { readonly plan: string; readonly period: string; readonly rules: readonly RuleLine[] }): JSX.Element {
  const { t, ask, language } = usePane();
  const [found, setFound] = useState<Answered<'yearEffect'> | 'asked'>(undefined);
  const work = (): void => {
    setFound('asked');
    void ask('yearEffect', { plan, period, rules }).then(setFound, () => setFound(undefined));
  };
  if (found === undefined || found === 'asked') {
    return (
      <Button kind="link" onClick={work} disabled={found === 'asked'}>
        {t(found === 'asked' ? 'app.working' : 'plans.yearEffect')}
      </Button>
    );
  }
  return (
    <p class="total" role="status">
      {t('plans.yearEffectIs', { from: found.from, to: period, difference: signedAmount(found.difference, language) })}
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
