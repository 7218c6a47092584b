import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Language } from '../../core/locale/message';
import type { Described } from '../desk/describe';
import type { Pane } from '../pane';
import { figureText } from './amount';
import { DataTable } from './data-table';
import { Button } from './field';

const PLACES_SHOWN = 12;

interface Props {
  /** What happens, in one sentence; told from the changes where the page says nothing. */
  readonly says: string | undefined;
  readonly described: readonly Described[];
  readonly t: Pane['t'];
  readonly language: Language;
  readonly onWrite: () => void;
  readonly onDiscard: () => void;
  readonly isBusy: boolean;
}

/** The question before a write: it slides over the foot of the pane, has the focus, and says in one sentence what happens. */
export function Review({ says, described, t, language, onWrite, onDiscard, isBusy }: Props): JSX.Element {
  const [id, box] = [useId(), useRef<HTMLElement>(null)];
  const isEmpty = described.length === 0;
  useEffect(() => box.current?.focus(), [described]);
  const sentence = says ?? (isEmpty ? t('review.nothing') : sentenceOf(described, t));
  return (
    <section class="review" role="dialog" aria-labelledby={id} tabIndex={-1} ref={box} onKeyDown={({ key }) => (key === 'Escape' && !isBusy ? onDiscard() : undefined)}>
      <p id={id} class="says">
        {sentence}
      </p>
      {isEmpty ? null : <Details described={described} t={t} language={language} />}
      <p class="buttons">
        <Button kind="main" onClick={onWrite} disabled={isBusy || isEmpty}>
          {t('review.write')}
        </Button>
        <Button onClick={onDiscard} disabled={isBusy}>
          {t('review.discard')}
        </Button>
      </p>
    </section>
  );
}

function Details({ described, t, language }: { readonly described: readonly Described[]; readonly t: Pane['t']; readonly language: Language }): JSX.Element {
  const cell = (value: string | number): string => (typeof value === 'number' ? figureText(value, language) : value);
  return (
    <details>
      <summary>{t('review.details')}</summary>
      <div class="places">
        {described.slice(0, PLACES_SHOWN).map((place, index) => (
          <div key={index}>
            <p class="muted">{placeText(place, t)}</p>
            {place.sample.length === 0 || place.header.length === 0 ? null : <DataTable caption={placeText(place, t)} header={place.header} rows={place.sample.map((row) => row.map(({ now, before }) => (before === '' ? cell(now) : `${before} → ${cell(now)}`)))} />}
            {place.kind === 'formula' ? <code>{String(place.sample[0]?.[0]?.now ?? '')}</code> : null}
            {place.rows > place.sample.length && place.sample.length > 0 ? <p class="muted">{t('review.more', { count: place.rows - place.sample.length })}</p> : null}
          </div>
        ))}
        {described.length > PLACES_SHOWN ? <p class="muted">{t('review.moreSheets', { count: described.length - PLACES_SHOWN })}</p> : null}
      </div>
    </details>
  );
}

/** The changes in one sentence: new sheets together, everything else by its place; names of ranges only where nothing else is written. */
function sentenceOf(described: readonly Described[], t: Pane['t']): string {
  const made = described.filter(({ kind }) => kind === 'made');
  const others = described.filter(({ kind }) => kind !== 'made' && (kind !== 'name' || described.length === 1));
  const first = made.length > 1 ? [t('review.sheets', { count: made.length, sheets: made.map(({ sheet }) => sheet).join(', ') })] : made.map((place) => placeText(place, t));
  const shown = others.slice(0, 3).map((place) => placeText(place, t));
  const more = others.length > shown.length ? [t('review.moreSheets', { count: others.length - shown.length })] : [];
  return [...first, ...shown, ...more].join(' ');
}

function placeText({ kind, sheet, rows, cells, cell, name, lastRow }: Described, t: Pane['t']): string {
  switch (kind) {
    case 'made':
      return t('review.sheet', { sheet, rows });
    case 'replaced':
      return t('review.replace', { sheet, rows });
    case 'added':
      return rows === 1 ? t('review.addOne', { sheet }) : t('review.add', { sheet, rows });
    case 'changed':
      return cells === 1 ? t('review.changeOne', { sheet, cell }) : t('review.change', { sheet, cells });
    case 'emptied':
      return t('review.blank', { sheet, cells });
    case 'formula':
      return t('review.formula', { sheet, cell });
    case 'name':
      return t('review.name', { name, row: lastRow });
  }
}
