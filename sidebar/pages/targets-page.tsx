import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { exactFromText, exactToText } from '../../core/amount/text';
import { exactFromNumber } from '../../core/amount/text';
import { sum } from '../../core/amount/exact';
import type { ResultTable } from '../../core/table/result-table';
import { figureText } from '../parts/amount';
import { DataTable } from '../parts/data-table';
import { Button, ChoiceField, TextField } from '../parts/field';
import { ProblemList } from '../parts/problem-list';
import { useAnswer } from '../parts/use-answer';
import { usePane } from '../pane';

const MONTHS = Array.from({ length: 12 }, (_, index) => index);
type Season = 'even' | 'lastYear' | 'own';

/** A year's figure spread over months and people, so that it always adds up; and where teams stand. */
export function TargetsPage(): JSX.Element {
  const { t, overview, ask, review, language } = usePane();
  const page = useAnswer('kpiPage', undefined);
  const names = [...new Set((page?.kpis ?? []).map(({ name }) => name))];
  const [chosen, setChosen] = useState('');
  const [year, setYear] = useState(String(Number(overview.periods[0]?.slice(0, 4) ?? 0) || ''));
  const [total, setTotal] = useState('');
  const [season, setSeason] = useState<Season>('even');
  const [own, setOwn] = useState<readonly string[]>(MONTHS.map(() => '1'));
  const [weights, setWeights] = useState<Readonly<Record<string, string>>>({});
  const shares = useAnswer('lastYearShares', { year: Number(year) - 1 });
  const months = monthWeights(season, own, shares);
  const people = overview.people.map((name) => ({ name, weight: Number(weights[name] ?? '1') || 0 })).filter(({ weight }) => weight > 0);
  const amount = exactFromText(total.replaceAll(',', ''));
  const grid = useAnswer('targetGrid', { total: amount ? exactToText(amount) : '0', months, people });
  const kpi = chosen === '' ? (names[0] ?? '') : chosen;
  const save = (): void => {
    if (!grid?.ok) return;
    void ask('saveTargets', { kpi, year: Number(year), people: people.map(({ name }) => name), grid: grid.value }).then((changes) => review(changes));
  };
  return (
    <>
      <ChoiceField label={t('targets.kpi')} value={kpi} onChange={setChosen} choices={names.map((name) => ({ value: name, text: name }))} />
      <TextField label={t('targets.year')} type="number" value={year} onChange={setYear} />
      <TextField label={t('targets.total')} value={total} onChange={setTotal} />
      <ChoiceField label={t('targets.season')} value={season} onChange={(value) => setSeason(value as Season)} choices={[{ value: 'even', text: t('targets.even') }, ...(shares ? [{ value: 'lastYear', text: t('targets.lastYear') }] : []), { value: 'own', text: t('targets.own') }]} />
      {season === 'own' ? (
        <div class="months">
          {MONTHS.map((month) => (
            <input key={month} aria-label={t('targets.month', { month: month + 1 })} value={own[month]} onInput={(event) => setOwn(own.map((weight, at) => (at === month ? event.currentTarget.value : weight)))} />
          ))}
        </div>
      ) : null}
      <details>
        <summary>{t('targets.people')}</summary>
        <ul class="plain">
          {overview.people.map((name) => (
            <li key={name} class="weight">
              <span>{name}</span>
              <input aria-label={t('targets.weightOf', { name })} value={weights[name] ?? '1'} onInput={(event) => setWeights({ ...weights, [name]: event.currentTarget.value })} />
            </li>
          ))}
        </ul>
      </details>
      {amount && grid && !grid.ok ? <ProblemList problems={grid.problems} /> : null}
      {amount && grid?.ok ? (
        <>
          <Grid grid={grid.value} people={people.map(({ name }) => name)} total={exactToText(amount)} />
          <Button kind="main" onClick={save} disabled={kpi === '' || !/^\d{4}$/.test(year)}>
            {t('targets.save')}
          </Button>
        </>
      ) : null}
      <Gaps period={overview.periods[0] ?? ''} language={language} />
    </>
  );
}

function monthWeights(season: Season, own: readonly string[], shares: readonly number[] | undefined): readonly number[] {
  if (season === 'own') return own.map((weight) => Number(weight) || 0);
  return season === 'lastYear' && shares ? shares : MONTHS.map(() => 1);
}

/** The grid with its sums, down and across: they are the figure for the year, to the last unit. */
function Grid({ grid, people, total }: { readonly grid: ResultTable; readonly people: readonly string[]; readonly total: string }): JSX.Element {
  const { t, language } = usePane();
  const add = (cells: readonly (string | number)[]): string => figureText(Number(exactToText(sum(cells.flatMap((cell) => exactFromNumber(Number(cell)) ?? [])))), language);
  const title = t('targets.grid', { total });
  const rows = grid.map((row, index) => [people[index] ?? '', ...row.map((cell) => figureText(Number(cell), language)), add(row)]);
  const sums = [t('targets.sum'), ...MONTHS.map((month) => add(grid.map((row) => row[month] ?? 0))), add(grid.flat())];
  return (
    <section>
      <h2>{title}</h2>
      <DataTable caption={title} header={[t('app.person'), ...MONTHS.map((month) => String(month + 1)), t('targets.sum')]} rows={[...rows, sums]} />
    </section>
  );
}

function Gaps({ period, language }: { readonly period: string; readonly language: 'en' | 'zh' }): JSX.Element | null {
  const { t } = usePane();
  const found = useAnswer('gaps', { period });
  if (!found?.ok || found.value.length < 2) return null;
  const [header = [], ...rows] = found.value;
  return (
    <section>
      <h2>{t('targets.gaps')}</h2>
      <DataTable caption={t('targets.gaps')} header={header.slice(1).map(String)} rows={rows.map((row) => row.slice(1).map((cell) => (typeof cell === 'number' ? figureText(cell, language) : cell)))} />
    </section>
  );
}
