import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Change } from '../../host-port/change';
import type { Answer } from '../desk/desk';
import { Button, ChoiceField } from '../parts/field';
import { PeriodField } from '../parts/period-field';
import { ProblemList } from '../parts/problem-list';
import { usePane } from '../pane';

/** Sheets to look at and to print: a dashboard of the period, and a card of one person. */
export function DashboardPage(): JSX.Element {
  const { t, overview, ask, review } = usePane();
  const [period, setPeriod] = useState(overview.periods[0] ?? '');
  const [person, setPerson] = useState(overview.people[0] ?? '');
  const [refused, setRefused] = useState<Answer<readonly Change[]> | undefined>(undefined);
  const offer = (made: Answer<readonly Change[]>): void => {
    setRefused(made.ok ? undefined : made);
    if (made.ok) review(made.value);
  };
  return (
    <>
      <PeriodField value={period} onChange={setPeriod} />
      <p class="muted">{t('dash.intro')}</p>
      <Button kind="main" onClick={() => void ask('dashboard', { period }).then(offer)}>
        {t('dash.write')}
      </Button>
      {refused && !refused.ok ? <ProblemList problems={refused.problems} /> : null}
      <h2>{t('dash.card')}</h2>
      <ChoiceField label={t('app.person')} value={person} onChange={setPerson} choices={overview.people.map((name) => ({ value: name, text: name }))} />
      <Button onClick={() => void ask('cardSheet', { period, person }).then(offer)}>{t('dash.cardWrite')}</Button>
    </>
  );
}
