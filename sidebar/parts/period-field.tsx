import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePane } from '../pane';
import { ChoiceField, TextField } from './field';

const STATES = { closed: 'period.closed', next: 'period.next', later: 'period.later' } as const;
const OTHER = 'other';

/** A period, chosen from those the workbook has, each with how it stands; any other is typed. */
export function PeriodField({ value, onChange }: { readonly value: string; readonly onChange: (period: string) => void }): JSX.Element {
  const { t, overview: { months } } = usePane();
  const [isTyped, setTyped] = useState(months.length === 0);
  const isListed = months.some(({ period }) => period === value);
  const choose = (chosen: string): void => {
    setTyped(chosen === OTHER);
    if (chosen !== OTHER) onChange(chosen);
  };
  const choices = [...months.map(({ period, state }) => ({ value: period, text: t(STATES[state], { period }) })), { value: OTHER, text: t('period.other') }];
  return (
    <>
      {months.length === 0 ? null : <ChoiceField label={t('period.choose')} value={isTyped || !isListed ? OTHER : value} onChange={choose} choices={choices} />}
      {isTyped || !isListed ? <Typed value={value} onChange={onChange} /> : null}
    </>
  );
}

/** A quarter, a year, or a month that is not in the list; taken once it is whole. */
function Typed({ value, onChange }: { readonly value: string; readonly onChange: (period: string) => void }): JSX.Element {
  const { t } = usePane();
  const [text, setText] = useState(value);
  const set = (typed: string): void => {
    setText(typed);
    if (/^\d{4}(?:-(?:0[1-9]|1[0-2]|[QqHh][1-4]))?$/.test(typed.trim())) onChange(typed.trim().toUpperCase());
  };
  return <TextField label={t('app.period')} value={text} onChange={set} hint="2026-03 · 2026-Q1 · 2026" />;
}
