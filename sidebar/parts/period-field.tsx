import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { usePane } from '../pane';

/** A period, typed or picked from those the workbook has. */
export function PeriodField({ value, onChange }: { readonly value: string; readonly onChange: (period: string) => void }): JSX.Element {
  const { t, overview } = usePane();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t('app.period')}</label>
      <input id={id} list={`${id}-list`} value={value} onInput={(event) => onChange(event.currentTarget.value.trim())} />
      <datalist id={`${id}-list`}>
        {overview.periods.map((period) => (
          <option key={period} value={period} />
        ))}
      </datalist>
    </div>
  );
}
