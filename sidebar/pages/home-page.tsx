import type { JSX } from 'preact';
import type { MonthEnd, MonthStep, StepName } from '../desk/month-end';
import { amountText } from '../parts/amount';
import { Button, ChoiceField } from '../parts/field';
import { ProblemList } from '../parts/problem-list';
import { useAnswer } from '../parts/use-answer';
import type { PageName } from '../pane';
import { ROLES, usePane } from '../pane';
import type { Role } from '../pane';

const NAMES: readonly StepName[] = ['read', 'checked', 'settled', 'closed', 'confirmed'];
const GOES_TO: Readonly<Record<StepName, PageName>> = { read: 'setup', checked: 'check', settled: 'settle', closed: 'settle', confirmed: 'settle' };

/** Where the period stands, the one thing to do next, and what it pays. */
export function HomePage(): JSX.Element {
  const { t, overview, openPage, role, chooseRole } = usePane();
  const found = useAnswer('monthEnd', undefined);
  const period = found?.period ?? overview.current;
  const waiting = NAMES.map((name): MonthStep => ({ name, state: name === 'read' && !overview.isReady ? 'now' : 'later', count: 0, of: 0 }));
  return (
    <>
      {period === '' ? null : <h2 class="first">{t('home.title', { period })}</h2>}
      <Steps steps={found?.steps ?? waiting} refused={(found?.refused.length ?? 0) > 0} />
      <Next found={found} />
      <ProblemList problems={found?.refused ?? []} />
      {found ? <Money found={found} /> : null}
      {found && found.withoutPlan.length > 0 ? <p class="alarm">{t('home.withoutPlan', { names: found.withoutPlan.join(', ') })}</p> : null}
      {found && found.errors + found.warnings > 0 ? (
        <p>
          {t('home.problemsText', { errors: found.errors, warnings: found.warnings })}{' '}
          <Button kind="link" onClick={() => openPage('check')}>
            {t('page.check')}
          </Button>
        </p>
      ) : null}
      <hr />
      <ChoiceField label={t('home.role')} value={role} onChange={(value) => chooseRole(value as Role)} choices={ROLES.map((value) => ({ value, text: t(`home.role.${value}`) }))} />
      <p class="muted">{t('home.roleIntro')}</p>
      <Button kind="link" onClick={() => openPage('setup')}>
        {t('home.setup')}
      </Button>
    </>
  );
}

function Steps({ steps, refused }: { readonly steps: readonly MonthStep[]; readonly refused: boolean }): JSX.Element {
  const { t } = usePane();
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step.name} class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span class="mark" aria-hidden="true">
            {step.state === 'done' ? '✓' : ''}
          </span>
          <span>
            <strong>{t(`home.step.${step.name}`)}</strong> <span class="muted">{detailOf(step, refused, t)}</span>
          </span>
          <span class="hidden">{t(`home.state.${step.state}`)}</span>
        </li>
      ))}
    </ol>
  );
}

function detailOf({ name, state, count, of }: MonthStep, refused: boolean, t: ReturnType<typeof usePane>['t']): string {
  if (name === 'read' && state === 'now') return t('home.readNot');
  if (name === 'read') return count > 0 ? t('home.read', { count }) : '';
  if (name === 'checked' && count > 0 && state === 'now') return t('home.errors', { count });
  if (name === 'settled' && state === 'now' && count > 0) return t('home.openRows', { count });
  if (name === 'settled' && state === 'now') return refused ? t('home.refused') : '';
  return name === 'confirmed' && of > 0 ? t('home.confirmedOf', { count, of }) : '';
}

/** The one button for what to do next. */
function Next({ found }: { readonly found: MonthEnd | undefined }): JSX.Element | null {
  const { t, openPage, openPeriod, overview } = usePane();
  if (!found) return overview.isReady ? null : <Button kind="main" onClick={() => openPage('setup')}>{t('home.do.read')}</Button>;
  const now = found.steps.find(({ state }) => state === 'now');
  const { period, next } = found;
  const go = (): void => (now && GOES_TO[now.name] !== 'settle' ? openPage(GOES_TO[now.name]) : openPeriod(period));
  return (
    <>
      {now ? null : <p>{t('home.nothing', { period, next })}</p>}
      <p class="buttons">
        <Button kind="main" onClick={go}>
          {t(`home.do.${now?.name ?? 'none'}`, { period })}
        </Button>
      </p>
    </>
  );
}

function Money({ found: { figures, steps } }: { readonly found: MonthEnd }): JSX.Element | null {
  const { t, language } = usePane();
  if (!figures) return null;
  const { currency, payable, funds, held, released, before, yearBefore, people } = figures;
  const isClosed = steps.some(({ name, state }) => name === 'closed' && state === 'done');
  const against = (then: number): string => `${amountText(then, language)} (${changeText(payable, then)})`;
  const lines: readonly (readonly [string, string])[] = [
    [t('home.people'), String(people)],
    ...(before === undefined ? [] : [[t('home.before'), against(before)] as const]),
    ...(yearBefore === undefined ? [] : [[t('home.yearBefore'), against(yearBefore)] as const]),
    [t('home.held'), amountText(held, language)],
    [t('home.released'), amountText(released, language)],
    ...(funds === 0 ? [] : [[t('home.funds'), amountText(funds, language)] as const]),
  ];
  return (
    <section class="card">
      <p class="headline">
        <span>{t(isClosed ? 'home.paid' : 'home.payable')}</span>
        <strong>
          {amountText(payable, language)} <small>{currency}</small>
        </strong>
      </p>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The change from what was paid then, in per cent: +12 %. */
function changeText(now: number, then: number): string {
  if (then === 0) return '–';
  const percent = Math.round(((now - then) / Math.abs(then)) * 100);
  return `${percent > 0 ? '+' : ''}${percent}%`;
}
