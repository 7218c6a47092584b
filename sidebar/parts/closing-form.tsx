import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { GateItem } from '../desk/gate';
import type { Preview } from '../desk/settlement';
import { usePane } from '../pane';
import type { Pane } from '../pane';
import { amountText } from './amount';
import { Button, TextField } from './field';
import { ProblemList } from './problem-list';
import { useAnswer } from './use-answer';
import { useOffer } from './use-offer';

/** Closes a period once everything that is looked at before has been looked at; voids the last closing. */
export function ClosingForm({ found }: { readonly found: Preview }): JSX.Element {
  return found.closed ? <Voiding /> : <Closing found={found} />;
}

function Closing({ found: { period, people } }: { readonly found: Preview }): JSX.Element {
  const { t, ask, language } = usePane();
  const items = useAnswer('gate', { period });
  const [by, setBy] = useState('');
  const [agreed, setAgreed] = useState(false);
  const { offer, refused } = useOffer();
  const gate = items?.ok ? items.value : [];
  const isStopped = gate.length === 0 || gate.some(({ state }) => state === 'stop');
  const isToBeAgreed = gate.some(({ state }) => state === 'look');
  const money = (amount: number): string => amountText(amount, language);
  const close = (): void => void ask('closePeriod', { period, by, at: today() }).then((made) => offer(made, people ? { says: t('settle.closeSays', { period, count: people.count, payable: money(people.payable), held: money(people.held) }) } : {}));
  return (
    <section class="gate">
      <h2>{t('gate.title', { period })}</h2>
      <ul class="plain">
        {[...gate].sort((a, b) => rank(a) - rank(b)).map((item) => (
          <li key={item.name} class={item.state}>
            <span class={item.state === 'good' ? 'mark on' : 'mark'} aria-hidden="true">
              {MARKS[item.state]}
            </span>
            <span>
              <span class="hidden">{t(`gate.${item.state}`)}: </span>
              {gateText(item, t, money)}
            </span>
          </li>
        ))}
      </ul>
      {isToBeAgreed && !isStopped ? (
        <label class="check">
          <input type="checkbox" checked={agreed} onChange={() => setAgreed(!agreed)} /> {t('gate.agree')}
        </label>
      ) : null}
      <TextField label={t('settle.closeBy')} value={by} onChange={setBy} />
      <ProblemList problems={refused} />
      <Button kind="main" onClick={close} disabled={by.trim() === '' || isStopped || (isToBeAgreed && !agreed)}>
        {t('settle.close', { period })}
      </Button>
    </section>
  );
}

const MARKS = { good: '✓', look: '!', stop: '×' } as const;

/** What is in the way first, then what is to be looked at. */
function rank({ state }: GateItem): number {
  return { stop: 0, look: 1, good: 2 }[state];
}

function gateText({ name, state, names, count, amount, period }: GateItem, t: Pane['t'], money: (amount: number) => string): string {
  if (state === 'good') return t(`gate.${name}`, { period });
  const list = names.join(', ');
  switch (name) {
    case 'order':
      return t('gate.orderStop', { period });
    case 'pay':
      return t('gate.payLook', { names: [...names, ...(count > 0 ? [t('gate.payTotal', { amount: money(amount) })] : [])].join(', ') });
    case 'seals':
      return t('gate.seals');
    case 'corrections':
      return t('gate.correctionsLook', { names: list, amount: money(amount) });
    default:
      return t(`gate.${name}Look`, { names: list, count, period });
  }
}

function Voiding(): JSX.Element {
  const { t, ask, review } = usePane();
  const [by, setBy] = useState('');
  const annul = (): void => void ask('voidLastClosing', { by, at: today() }).then((found) => review(found?.changes ?? [], found ? { says: t('settle.voidSays', { period: found.period, by }) } : {}));
  return (
    <details>
      <summary>{t('settle.void')}</summary>
      <TextField label={t('settle.voidBy')} value={by} onChange={setBy} />
      <Button onClick={annul} disabled={by.trim() === ''}>
        {t('settle.void')}
      </Button>
    </details>
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
