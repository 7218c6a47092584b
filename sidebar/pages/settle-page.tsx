import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Preview } from '../desk/settlement';
import { AdjustmentForm } from '../parts/adjustment-form';
import { amountText } from '../parts/amount';
import { ClosingForm } from '../parts/closing-form';
import { ConfirmationList } from '../parts/confirmation-list';
import { Button } from '../parts/field';
import { PayCardView } from '../parts/pay-card-view';
import { PayList } from '../parts/pay-list';
import { PeriodField } from '../parts/period-field';
import { PrintForm } from '../parts/print-form';
import { ProblemList } from '../parts/problem-list';
import { useAnswer } from '../parts/use-answer';
import { usePane } from '../pane';

/** A period's pay: everybody by team, one person as a card, printed, closed, confirmed. */
export function SettlePage(): JSX.Element {
  const { t, overview, period, choosePeriod } = usePane();
  const [person, setPerson] = useState<number | undefined>(undefined);
  useEffect(() => setPerson(undefined), [period]);
  if (!overview.isReady) return <NotReady />;
  return (
    <>
      <PeriodField value={period} onChange={choosePeriod} />
      <Settled key={period} period={period} person={person} onPerson={setPerson} t={t} />
    </>
  );
}

function NotReady(): JSX.Element {
  const { t, openPage } = usePane();
  return (
    <>
      <p>{t('settle.empty')}</p>
      <Button kind="main" onClick={() => openPage('setup')}>
        {t('home.do.read')}
      </Button>
    </>
  );
}

interface Shown {
  readonly period: string;
  readonly person: number | undefined;
  readonly onPerson: (person: number | undefined) => void;
  readonly t: ReturnType<typeof usePane>['t'];
}

/** What belongs to one period: another period never shows figures of this one. */
function Settled({ period, person, onPerson, t }: Shown): JSX.Element {
  const settled = useAnswer('preview', { period });
  if (!settled) return <p>{t('app.working')}</p>;
  if (!settled.ok) return <ProblemList problems={settled.problems} />;
  const { value } = settled;
  if (person !== undefined) return <PayCardView period={period} person={person} onBack={() => onPerson(undefined)} />;
  return (
    <>
      {value.closed ? <p class="note">{t('settle.closed', { period })}</p> : null}
      <Totals found={value} />
      {value.unused > 0 ? <p class="warning">{t('settle.unused', { count: value.unused })}</p> : null}
      <PayList rows={value.rows} before={value.before} onOpen={onPerson} />
      <p class="muted">{value.notes}</p>
      {value.closed ? <ConfirmationList period={period} /> : null}
      <ClosingForm found={value} />
      <PrintForm found={value} />
      {value.closed ? null : <AdjustmentForm period={period} plans={value.plans} />}
    </>
  );
}

function Totals({ found: { people, total, currency, closed } }: { readonly found: Preview }): JSX.Element {
  const { t, language } = usePane();
  const others = people && total !== undefined ? Math.round((total - people.payable) * 100) / 100 : 0;
  return (
    <section class="card">
      <p class="headline">
        <span>{people ? t(closed ? 'settle.paidPeople' : 'settle.people', { count: people.count }) : t('settle.total')}</span>
        <strong>
          {amountText(people?.payable ?? total, language)} <small>{currency}</small>
        </strong>
      </p>
      {people ? <p class="muted">{t('settle.peopleHeld', { held: amountText(people.held, language), released: amountText(people.released, language) })}</p> : null}
      {others === 0 ? null : <p class="muted">{t('settle.withFunds', { amount: amountText(others, language) })}</p>}
    </section>
  );
}
