import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { cellText } from '../../core/table/cell';
import type { KpiView, LibraryEntry } from '../desk/kpis';
import { figureText } from '../parts/amount';
import { CurveChart } from '../parts/curve-chart';
import { DataTable } from '../parts/data-table';
import { Button, TextField } from '../parts/field';
import { ProblemList } from '../parts/problem-list';
import { useAnswer } from '../parts/use-answer';
import { useOffer } from '../parts/use-offer';
import { usePane } from '../pane';

/** The indicators of the workbook, and a library to add from. */
export function KpisPage(): JSX.Element {
  const { t } = usePane();
  const page = useAnswer('kpiPage', undefined);
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<LibraryEntry | undefined>(undefined);
  if (!page) return <p>{t('app.working')}</p>;
  const found = page.library.filter(({ name, area, formula }) => `${name} ${area} ${formula}`.toLowerCase().includes(search.toLowerCase()));
  return (
    <>
      <h2>{t('kpis.yours')}</h2>
      {page.kpis.length === 0 ? <p class="muted">{t('app.none')}</p> : <OwnKpis kpis={page.kpis} />}
      {picked ? (
        <NewKpi key={picked.name} entry={picked} onClose={() => setPicked(undefined)} />
      ) : (
        <section>
          <h2>{t('kpis.library')}</h2>
          <TextField label={t('kpis.search')} type="search" value={search} onChange={setSearch} />
          <ul class="cards">
            {found.map((entry) => (
              <li key={entry.name}>
                <span class="who">
                  <strong>{entry.name}</strong> <span class="muted">{entry.area}</span>
                </span>
                <button type="button" class="link pay" aria-label={t('kpis.add', { name: entry.name })} onClick={() => setPicked(entry)}>
                  +
                </button>
                <span class="muted why">{entry.formula}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function OwnKpis({ kpis }: { readonly kpis: readonly KpiView[] }): JSX.Element {
  const { t } = usePane();
  // Weights add up within an area, for the people and from the date they hold for.
  const groups = new Map<string, number>();
  for (const { appliesTo, area, effective, weight } of kpis) {
    const group = [appliesTo === '' ? t('kpis.everybody') : appliesTo, area, effective].filter((text) => text !== '').join(' · ');
    groups.set(group, (groups.get(group) ?? 0) + (Number(weight.replace('%', '')) || 0));
  }
  return (
    <>
      <DataTable caption={t('kpis.yours')} header={[t('targets.kpi'), t('kpis.weight'), t('kpis.target'), t('kpis.scoring'), t('kpis.for')]} rows={kpis.map(({ name, weight, target, scoring, appliesTo }) => [name, weight, target, scoring, appliesTo])} />
      <ul class="plain muted">
        {[...groups].map(([who, total]) => (
          <li key={who}>{t('kpis.total', { who, total: Math.round(total * 1000) / 1000 })}</li>
        ))}
      </ul>
    </>
  );
}

/** An indicator of the library with its weight, target and scoring, its curve drawn while it is edited. */
function NewKpi({ entry, onClose }: { readonly entry: LibraryEntry; readonly onClose: () => void }): JSX.Element {
  const { t, ask, language } = usePane();
  const { offer, refused } = useOffer();
  const [weight, setWeight] = useState('');
  const [target, setTarget] = useState('');
  const [appliesTo, setAppliesTo] = useState('');
  const [scoring, setScoring] = useState(cellText(entry.row['scoring']));
  const aim = Number(target);
  const better = cellText(entry.row['better']);
  const curve = useAnswer('scoringCurve', { scoring, better, target: target === '' || !Number.isFinite(aim) ? undefined : aim });
  const row = { ...entry.row, weight, target, for: appliesTo, scoring };
  const add = (): void => void ask('addKpi', { row }).then((made) => offer(made, { then: onClose }));
  return (
    <section>
      <h2>{entry.name}</h2>
      <p class="muted">{entry.formula}</p>
      <TextField label={t('kpis.weight')} value={weight} onChange={setWeight} />
      <TextField label={t('kpis.target')} value={target} onChange={setTarget} />
      <TextField label={t('kpis.scoring')} value={scoring} onChange={setScoring} />
      {curve && !curve.ok ? <ProblemList problems={curve.problems} /> : null}
      {curve?.ok ? <CurveChart title={t('kpis.curve')} text={t('kpis.curveText', { actual: figureText(curve.value.actuals[40] ?? 0, language), score: figureText(curve.value.scores[40] ?? 0, language) })} x={curve.value.actuals} lines={[{ label: t('kpis.scoring'), values: curve.value.scores }]} /> : null}
      <TextField label={t('kpis.for')} value={appliesTo} onChange={setAppliesTo} />
      <ProblemList problems={refused} />
      <p class="buttons">
        <Button kind="main" onClick={add}>
          {t('kpis.save')}
        </Button>
        <Button onClick={onClose}>{t('app.clear')}</Button>
      </p>
    </section>
  );
}
