import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LayoutAnswers } from '../desk/layouts';
import { usePane } from '../pane';
import { DataTable } from './data-table';
import { Button, ChoiceField, TextField } from './field';
import { ProblemList } from './problem-list';
import { useAnswer } from './use-answer';

const MOST_SHOWN = 12;

/** Sheets of targets and actuals in layouts of their own: what each would become, what it does not say, and the rows to be written. */
export function TakeOver(): JSX.Element | null {
  const { t, overview, review } = usePane();
  const found = useAnswer('layouts', undefined) ?? [];
  const [chosen, setChosen] = useState('');
  const [answers, setAnswers] = useState<LayoutAnswers>({});
  const sheet = found.some((one) => one.sheet === chosen) ? chosen : (found[0]?.sheet ?? '');
  const asks = found.find((one) => one.sheet === sheet)?.asks ?? [];
  const preview = useAnswer('previewLayout', { sheet, answers });
  if (found.length === 0) return null;
  const [header = [], ...rows] = preview?.rows ?? [];
  const set = (answer: LayoutAnswers): void => setAnswers({ ...answers, ...answer });
  return (
    <section>
      <h2>{t('layout.title')}</h2>
      <p class="muted">{t('layout.intro')}</p>
      <ChoiceField
        label={t('layout.whichSheet')}
        value={sheet}
        onChange={(value) => {
          setChosen(value);
          setAnswers({});
        }}
        choices={found.map((one) => ({ value: one.sheet, text: t('layout.sheet', { sheet: one.sheet, figures: one.figures }) }))}
      />
      {asks.includes('period') ? <TextField label={t('app.period')} value={answers.period ?? ''} onChange={(period) => set({ period })} hint={t('layout.periodHint')} /> : null}
      {asks.includes('kpi') ? <TextField label={t('targets.kpi')} value={answers.kpi ?? ''} onChange={(kpi) => set({ kpi })} /> : null}
      {asks.includes('person') ? <ChoiceField label={t('app.person')} value={answers.person ?? ''} onChange={(person) => set({ person })} choices={['', ...overview.people].map((name) => ({ value: name, text: name }))} /> : null}
      {asks.includes('role') ? (
        <ChoiceField label={t('layout.role')} value={answers.role ?? ''} onChange={(role) => set({ role })} choices={[{ value: '', text: '' }, { value: 'target', text: t('layout.targets') }, { value: 'actual', text: t('layout.actuals') }]} />
      ) : null}
      {rows.length > 0 ? <DataTable caption={t('layout.title')} header={header.map(String)} rows={rows.slice(0, MOST_SHOWN)} /> : null}
      {rows.length > MOST_SHOWN ? <p class="muted">{t('review.more', { count: rows.length - MOST_SHOWN })}</p> : null}
      {preview && preview.problems.length > 0 ? <ProblemList problems={preview.problems} /> : null}
      <Button kind="main" onClick={() => review(preview?.changes ?? [])} disabled={(preview?.changes.length ?? 0) === 0}>
        {t('layout.take')}
      </Button>
    </section>
  );
}
