import type { JSX } from 'preact';
import type { PreviewRow } from '../desk/settlement';
import { usePane } from '../pane';
import { amountText, signedAmount } from './amount';

interface Props {
  readonly rows: readonly PreviewRow[];
  readonly before: Readonly<Record<number, number>>;
  readonly onOpen: (person: number) => void;
}

/** Everybody's pay by team with what each team is paid, then company and funds. A person opens as a card. */
export function PayList({ rows, before, onOpen }: Props): JSX.Element {
  const { t, language } = usePane();
  const people = rows.filter(({ kind }) => kind === 'person');
  const others = rows.filter(({ kind }) => kind !== 'person');
  const teams = [...new Set(people.map(({ team }) => team))];
  return (
    <>
      {teams.map((team) => {
        const own = people.filter((row) => row.team === team);
        return (
          <section key={team}>
            <h3 class="team">
              <span>{team === '' ? t('settle.noTeam') : team}</span> <span class="pay">{sumText(own, language)}</span>
            </h3>
            <ul class="cards">
              {own.map((row, index) => (
                <Person key={index} row={row} before={row.person === undefined ? undefined : before[row.person]} hasBefore={Object.keys(before).length > 0} isAlone={own.filter(({ person }) => person === row.person).length === 1} onOpen={onOpen} />
              ))}
            </ul>
          </section>
        );
      })}
      {others.length === 0 ? null : (
        <ul class="cards others">
          {others.map(({ name, plan, payable, why }, index) => (
            <li key={index}>
              <span class="who">
                {name} <span class="muted">{plan}</span>
              </span>
              <span class="pay">{amountText(payable, language)}</span>
              <span class="muted why">{why}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The sum of a team, to the cent; blank while somebody's pay is missing, or over several currencies. */
function sumText(rows: readonly PreviewRow[], language: 'en' | 'zh'): string {
  if (rows.some(({ payable }) => payable === undefined) || new Set(rows.map(({ currency }) => currency)).size > 1) return '';
  return amountText(rows.reduce((sum, { payable = 0 }) => sum + Math.round(payable * 100), 0) / 100, language);
}

function Person({ row, before, hasBefore, isAlone, onOpen }: { readonly row: PreviewRow; readonly before: number | undefined; readonly hasBefore: boolean; readonly isAlone: boolean; readonly onOpen: (person: number) => void }): JSX.Element {
  const { t, language } = usePane();
  const { name, plan, payable, person, why, adjustment } = row;
  const amount = payable === undefined ? t('settle.open') : amountText(payable, language);
  const change = before === undefined || payable === undefined ? undefined : Math.round((payable - before) * 100) / 100;
  const open = (): void => (person === undefined ? undefined : onOpen(person));
  return (
    <li>
      <span class="who">
        <strong>{name}</strong> <span class="muted">{plan}</span>
      </span>
      <button type="button" class="link pay" aria-label={t('settle.explain', { name, amount })} onClick={open}>
        {amount}
      </button>
      {isAlone && hasBefore ? <span class="muted why">{change === undefined ? t('settle.newHere') : t('settle.change', { change: signedAmount(change, language) })}</span> : null}
      {adjustment === 0 ? null : <span class="note">{t('settle.adjusted', { amount: amountText(adjustment, language) })}</span>}
      <span class="muted why">{why}</span>
    </li>
  );
}
