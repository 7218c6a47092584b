import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { exactFromText, exactToText } from '../../core/amount/text';
import { exactFromNumber } from '../../core/amount/text';
import { sum } from '../../core/amount/exact';
import type { Asked } from '../desk/answers';
import type { TargetGrid, TeamView } from '../desk/targets';
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
  const kpi = chosen === '' ? (names[0] ?? '') : chosen;
  const teams = useAnswer('teams', { kpi, year: Number(year) }) ?? [];
  const spread = spreadOf(teams, weights);
  const amount = exactFromText(total.replaceAll(',', ''));
  const grid = useAnswer('targetGrid', { total: amount ? exactToText(amount) : '0', months, teams: spread });
  const rows = grid?.ok ? gridRows(spread, grid.value) : [];
  const save = (): void => {
    // A sole team's target is its people's; several have rows of their own.
    const kept = rows.filter(({ isTeam, name }) => !isTeam || (spread.length > 1 && name !== ''));
    void ask('saveTargets', { kpi, year: Number(year), holders: kept.map(({ name }) => name), grid: kept.map(({ cells }) => cells) }).then((changes) => review(changes, { says: t('targets.says', { kpi, year, total, count: kept.length }) }));
  };
  return (
    <>
      <ChoiceField label={t('targets.kpi')} value={kpi} onChange={setChosen} choices={names.map((name) => ({ value: name, text: name }))} />
      <TextField label={t('targets.year')} type="number" value={year} onChange={setYear} />
      <TextField label={t('targets.total')} value={total} onChange={setTotal} />
      {total.trim() !== '' && !amount ? <p class="alarm">{t('targets.noNumber', { found: total })}</p> : null}
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
        <p class="muted">{t('targets.weightsIntro')}</p>
        {teams.map(({ team, people, apart }) => (
          <ul key={team} class="plain">
            {teams.length > 1 ? <Weight name={team === '' ? t('targets.noTeam') : team} value={weights[teamKey(team)] ?? ''} hint={String(spread.find(({ name }) => name === team)?.weight ?? 0)} onChange={(value) => setWeights({ ...weights, [teamKey(team)]: value })} isTeam /> : null}
            {people.map((name) => (
              <Weight key={name} name={name} value={weights[name] ?? (apart.includes(name) ? '0' : '1')} hint="" onChange={(value) => setWeights({ ...weights, [name]: value })} isTeam={false} />
            ))}
          </ul>
        ))}
      </details>
      {amount && grid && !grid.ok ? <ProblemList problems={grid.problems} /> : null}
      {amount && grid?.ok ? (
        <>
          <Grid rows={spread.length > 1 ? rows : rows.filter(({ isTeam }) => !isTeam)} total={exactToText(amount)} />
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

/** A key of its own for a team, whatever its people are called. */
function teamKey(team: string): string {
  return `team\n${team}`;
}

type Spread = Asked<'targetGrid'>['teams'];

/** Teams and people with a weight; a team whose weight is left blank weighs as much as its people together. */
function spreadOf(teams: readonly TeamView[], weights: Readonly<Record<string, string>>): Spread {
  return teams.flatMap(({ team, people, apart }) => {
    const members = people.map((name) => ({ name, weight: Number(weights[name] ?? (apart.includes(name) ? '0' : '1')) || 0 })).filter(({ weight }) => weight > 0);
    const typed = weights[teamKey(team)] ?? '';
    const weight = typed.trim() === '' ? members.reduce((all, one) => all + one.weight, 0) : Number(typed) || 0;
    return members.length > 0 && weight > 0 ? [{ name: team, weight, people: members }] : [];
  });
}

interface GridRow {
  readonly name: string;
  readonly isTeam: boolean;
  readonly cells: (string | number)[];
}

/** Each team's row, and under it those of its people. */
function gridRows(spread: Spread, { teams, people }: TargetGrid): GridRow[] {
  let next = 0;
  return spread.flatMap(({ name, people: members }, index) => [
    { name, isTeam: true, cells: teams[index] ?? [] },
    ...members.map((member) => ({ name: member.name, isTeam: false, cells: people[next++] ?? [] })),
  ]);
}

function Weight({ name, value, hint, onChange, isTeam }: { readonly name: string; readonly value: string; readonly hint: string; readonly onChange: (value: string) => void; readonly isTeam: boolean }): JSX.Element {
  const { t } = usePane();
  return (
    <li class="weight">
      {isTeam ? <strong>{name}</strong> : <span>{name}</span>}
      <input aria-label={t('targets.weightOf', { name })} value={value} placeholder={hint} onInput={(event) => onChange(event.currentTarget.value)} />
    </li>
  );
}

/** The grid with its sums, down and across: they are the figure for the year, to the last unit. */
function Grid({ rows, total }: { readonly rows: readonly GridRow[]; readonly total: string }): JSX.Element {
  const { t, language } = usePane();
  const add = (cells: readonly (string | number)[]): string => figureText(Number(exactToText(sum(cells.flatMap((cell) => exactFromNumber(Number(cell)) ?? [])))), language);
  const title = t('targets.grid', { total });
  const people = rows.filter(({ isTeam }) => !isTeam).map(({ cells }) => cells);
  const shown = rows.map(({ name, isTeam, cells }) => [isTeam ? t('targets.team', { name: name === '' ? t('targets.noTeam') : name }) : name, ...cells.map((cell) => figureText(Number(cell), language)), add(cells)]);
  const sums = [t('targets.sum'), ...MONTHS.map((month) => add(people.map((row) => row[month] ?? 0))), add(people.flat())];
  return (
    <section>
      <h2>{title}</h2>
      <DataTable caption={title} header={[t('app.person'), ...MONTHS.map((month) => String(month + 1)), t('targets.sum')]} rows={[...shown, sums]} />
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
