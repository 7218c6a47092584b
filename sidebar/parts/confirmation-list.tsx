import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePane } from '../pane';
import { Button, ChoiceField, TextField } from './field';
import { ProblemList } from './problem-list';
import { useAnswer } from './use-answer';
import { useOffer } from './use-offer';

const MARKS = { open: 'confirm.open', confirmed: 'confirm.confirmed', disputed: 'confirm.disputed' } as const;

/** Who has confirmed the statement of a closed period and who has not, and a form to note either. */
export function ConfirmationList({ period }: { readonly period: string }): JSX.Element | null {
  const { t, ask } = usePane();
  const states = useAnswer('confirmations', { period });
  const [person, setPerson] = useState('');
  const [remark, setRemark] = useState('');
  const { offer, refused } = useOffer();
  if (!states || states.length === 0) return null;
  const open = states.filter(({ state }) => state === 'open');
  const chosen = person === '' ? (open[0]?.name ?? states[0]?.name ?? '') : person;
  const note = (disputed: boolean): void => void ask('confirmStatement', { period, person: chosen, disputed, remark, by: chosen, at: new Date().toISOString().slice(0, 10) }).then((made) => offer(made, { says: t(disputed ? 'settle.disputeSays' : 'settle.confirmSays', { person: chosen, period, remark }) }));
  return (
    <section>
      <h2>{t('confirm.title')}</h2>
      <p class="note">{open.length === 0 ? t('confirm.all') : t('confirm.missing', { names: open.map(({ name }) => name).join(', ') })}</p>
      <ul class="cards">
        {states.filter(({ state }) => state !== 'open').map(({ name, state, on, remark: said }) => (
          <li key={name}>
            <span class="who">{name}</span> <span class={state === 'disputed' ? 'warning' : 'muted'}>{t(MARKS[state])} {on}</span>
            {said === '' ? null : <span class="muted why">{said}</span>}
          </li>
        ))}
      </ul>
      <ChoiceField label={t('confirm.person')} value={chosen} onChange={setPerson} choices={states.map(({ name }) => ({ value: name, text: name }))} />
      <TextField label={t('confirm.remark')} value={remark} onChange={setRemark} />
      <ProblemList problems={refused} />
      <p class="buttons">
        <Button onClick={() => note(false)}>{t('confirm.confirm')}</Button>
        <Button onClick={() => note(true)} disabled={remark.trim() === ''}>
          {t('confirm.dispute')}
        </Button>
      </p>
    </section>
  );
}
