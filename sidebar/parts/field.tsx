import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface Labelled {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A line of text with its label above. */
export function TextField({ label, value, onChange, type = 'text', hint }: Labelled & { readonly type?: 'text' | 'date' | 'search' | 'number'; readonly hint?: string }): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type={type as 'text'} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
      {hint === undefined || hint === '' ? null : <small>{hint}</small>}
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** One of several, with its label above. */
export function ChoiceField({ label, value, onChange, choices }: Labelled & { readonly choices: readonly Choice[] }): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Button({ children, onClick, kind = 'plain', disabled = false }: { readonly children: ComponentChildren; readonly onClick: () => void; readonly kind?: 'plain' | 'main' | 'link'; readonly disabled?: boolean }): JSX.Element {
  return (
    <button type="button" class={kind} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}
