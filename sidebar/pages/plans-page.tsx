import type { JSX } from 'preact';
import type { PlanView, RuleLine, VersionView } from '../desk/plans';
import type { WorkedExample } from '../desk/worked-example';
import { EXAMPLE_ORDERS } from '../desk/example-orders';
import { amountText, figureText } from '../parts/amount';
import { Button, ChoiceField } from '../parts/field';
import { PlanEditor } from '../parts/plan-editor';
import { useAnswer } from '../parts/use-answer';
import { useKept } from '../parts/use-kept';
import { usePane } from '../pane';

interface Editing {
  readonly plan: string;
  readonly version: string;
  readonly rules: readonly RuleLine[];
}

/** The plans of the workbook, each a form; new ones from templates. */
export function PlansPage(): JSX.Element {
  const { t, overview } = usePane();
  const found = useAnswer('plans', { period: overview.periods[0] ?? '' });
  const [name, setName] = useKept('plans.name', '');
  const [version, setVersion] = useKept('plans.version', '');
  const [fresh, setFresh] = useKept<Editing | undefined>('plans.fresh', undefined);
  if (!found) return <p>{t('app.working')}</p>;
  const plan = found.find((one) => one.name === name) ?? found[0];
  const shown = plan && (plan.versions.find((one) => labelOf(one) === version) ?? plan.versions.find(({ inForce }) => inForce) ?? plan.versions[0]);
  return (
    <>
      {plan && shown && !fresh ? (
        <>
          <ChoiceField label={t('plans.list')} value={plan.name} onChange={(value) => (setName(value), setVersion(''))} choices={found.map((one) => ({ value: one.name, text: one.name }))} />
          <ChoiceField label={t('plans.version')} value={labelOf(shown)} onChange={setVersion} choices={plan.versions.map((one) => ({ value: labelOf(one), text: versionText(one, t) }))} />
          <PlanEditor key={`${plan.name}\n${labelOf(shown)}`} plan={plan.name} baseVersion={shown.version} versions={[...new Set(plan.versions.map((one) => one.version))]} rules={shown.rules} nextVersion={nextVersion(plan)} isNew={false} />
        </>
      ) : null}
      {fresh ? (
        <>
          <Button onClick={() => setFresh(undefined)}>{t('app.clear')}</Button>
          <PlanEditor key={fresh.plan} plan={fresh.plan} baseVersion="" versions={[]} rules={fresh.rules} nextVersion="1" isNew={true} onSaved={() => setFresh(undefined)} />
        </>
      ) : (
        <Templates onUse={(chosen) => setFresh({ plan: chosen.name, version: '1', rules: chosen.rules })} />
      )}
    </>
  );
}

function labelOf({ version, effective }: VersionView): string {
  return `${version}\n${effective}`;
}

function versionText({ version, effective, inForce, draft }: VersionView, t: ReturnType<typeof usePane>['t']): string {
  const marks = [effective === '' ? t('plans.always') : t('plans.from', { date: effective }), ...(inForce ? [t('plans.inForce')] : []), ...(draft ? [t('plans.draft')] : [])];
  return [version, marks.join(', ')].filter((text) => text !== '').join(' · ');
}

/** The number after the highest version. */
function nextVersion({ versions }: PlanView): string {
  const numbers = versions.map(({ version }) => Number(version)).filter((number) => Number.isFinite(number));
  return String(Math.max(1, ...numbers) + 1);
}

function Templates({ onUse }: { readonly onUse: (template: { readonly name: string; readonly rules: readonly RuleLine[] }) => void }): JSX.Element {
  const { t } = usePane();
  const found = useAnswer('planTemplates', undefined) ?? [];
  return (
    <section>
      <h2>{t('plans.new')}</h2>
      {found.map((template) => (
        <details key={template.key}>
          <summary>
            <strong>{template.name}</strong> {template.purpose}
          </summary>
          <ul>
            {template.sentences.map((sentence, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ul>
          {template.example ? <Example example={template.example} /> : null}
          <Button onClick={() => onUse(template)}>{t('plans.use')}</Button>
        </details>
      ))}
    </section>
  );
}

/** What the template pays in a small team with two orders. */
function Example({ example: { names, rows } }: { readonly example: WorkedExample }): JSX.Element {
  const { t, language } = usePane();
  const [large, small] = EXAMPLE_ORDERS.map(({ amount, purchase }) => ({ amount: figureText(amount, language), profit: figureText(amount - purchase, language) }));
  return (
    <section class="example">
      <p class="muted">{t('plans.example', { ...names, large: large?.amount ?? '', largeProfit: large?.profit ?? '', small: small?.amount ?? '', smallProfit: small?.profit ?? '' })}</p>
      <ul class="cards">
        {rows.map(({ name, payable, why }) => (
          <li key={name}>
            <span class="who">{name}</span>
            <span class="pay">{amountText(payable, language)}</span>
            <span class="muted why">{why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
