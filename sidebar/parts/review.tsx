import type { JSX } from 'preact';
import type { Change } from '../../host-port/change';
import { columnLetters } from '../../core/table/cell';
import type { Pane } from '../pane';
import { Button } from './field';

const ROWS_SHOWN = 6;
const CELLS_SHOWN = 6;

/** What is about to be written, in words and with its first rows, and whether to write it. */
export function Review({ changes, t, onWrite, onDiscard, isBusy }: { readonly changes: readonly Change[]; readonly t: Pane['t']; readonly onWrite: () => void; readonly onDiscard: () => void; readonly isBusy: boolean }): JSX.Element {
  return (
    <section class="review" aria-label={t('review.title')}>
      <h2>{t('review.title')}</h2>
      {changes.length === 0 ? <p>{t('review.nothing')}</p> : null}
      <ul>
        {changes.slice(0, 20).map((change, index) => (
          <li key={index}>
            {sentence(change, t)}
            {'rows' in change && typeof change.rows !== 'number' ? <FirstRows rows={change.rows} t={t} /> : null}
          </li>
        ))}
        {changes.length > 20 ? <li>{t('check.more', { count: changes.length - 20 })}</li> : null}
      </ul>
      <p class="buttons">
        <Button kind="main" onClick={onWrite} disabled={isBusy || changes.length === 0}>
          {t('review.write')}
        </Button>
        <Button onClick={onDiscard} disabled={isBusy}>
          {t('review.discard')}
        </Button>
      </p>
    </section>
  );
}

function sentence(change: Change, t: Pane['t']): string {
  switch (change.kind) {
    case 'write sheet':
      return t('review.sheet', { sheet: change.sheet, rows: change.rows.length });
    case 'write cells':
      return t(change.rows.every((row) => row.every((cell) => cell === '')) ? 'review.blank' : 'review.cells', { sheet: change.sheet, rows: change.rows.length, row: change.row });
    case 'set formula':
      return t('review.formula', { formula: change.formula, cell: `${change.sheet}!${columnLetters(change.column)}${change.row}` });
    case 'protect sheet':
      return t(change.on ? 'review.protect' : 'review.release', { sheet: change.sheet });
    case 'define name':
      return t('review.name', { name: change.name, rows: change.rows, sheet: change.sheet });
  }
}

function FirstRows({ rows, t }: { readonly rows: readonly (readonly (string | number)[])[]; readonly t: Pane['t'] }): JSX.Element | null {
  const shown = rows.slice(0, ROWS_SHOWN).map((row) => row.filter((cell) => cell !== '').slice(0, CELLS_SHOWN));
  if (shown.every((row) => row.length === 0)) return null;
  return (
    <ul class="rows">
      {shown.map((row, index) => (
        <li key={index}>{row.join(' · ')}</li>
      ))}
      {rows.length > ROWS_SHOWN ? <li>{t('review.more', { count: rows.length - ROWS_SHOWN })}</li> : null}
    </ul>
  );
}
