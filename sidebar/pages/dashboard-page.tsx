import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button, ChoiceField } from '../parts/field';
import { PeriodField } from '../parts/period-field';
import { ProblemList } from '../parts/problem-list';
import { useOffer } from '../parts/use-offer';
import { usePane } from '../pane';

/** Sheets to look at and to print: a dashboard of the period, and a card of one person. */
export function DashboardPage(): JSX.Element {
  const { t, overview, ask, period, choosePeriod: setPeriod } = usePane();
  const [person, setPerson] = useState(overview.people[0] ?? '');
  const { offer, refused } = useOffer();
  return (
    <>
      <PeriodField value={period} onChange={setPeriod} />
      <p class="muted">{t('dash.intro')}</p>
      <Button kind="main" onClick={() => void ask('dashboard', { period }).then(offer)}>
        {t('dash.write')}
      </Button>
      <ProblemList problems={refused} />
      <h2>{t('dash.card')}</h2>
      <ChoiceField label={t('app.person')} value={person} onChange={setPerson} choices={overview.people.map((name) => ({ value: name, text: name }))} />
      <Button onClick={() => void ask('cardSheet', { period, person }).then(offer)}>{t('dash.cardWrite')}</Button>
    </>
  );
}
