import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePane } from '../pane';
import { Button, ChoiceField, TextField } from './field';
import { ProblemList } from './problem-list';
import { useOffer } from './use-offer';

/** Adds an amount by hand to the period that is settled: to whom, how much, why, and who approved it. */
export function AdjustmentForm({ period, plans }: { readonly period: string; readonly plans: readonly string[] }): JSX.Element {
  const { t, ask, overview } = usePane();
  const [form, setForm] = useState({ person: '', plan: '', amount: '', reason: '', approvedBy: '' });
  const { offer, refused } = useOffer();
  const set = (field: keyof typeof form) => (value: string) => setForm({ ...form, [field]: value });
  const person = form.person === '' ? (overview.people[0] ?? '') : form.person;
  const add = (): void => void ask('addAdjustment', { form: { ...form, person, period, date: new Date().toISOString().slice(0, 10) } }).then((made) => offer(made, { says: t('settle.adjustSays', { amount: form.amount, person, period, reason: form.reason }) }));
  return (
    <details class="adjustment">
      <summary>{t('adjustment.title', { period })}</summary>
      <ChoiceField label={t('adjustment.person')} value={person} onChange={set('person')} choices={overview.people.map((name) => ({ value: name, text: name }))} />
      {plans.length > 1 ? <ChoiceField label={t('adjustment.plan')} value={form.plan} onChange={set('plan')} choices={[{ value: '', text: t('adjustment.anyPlan') }, ...plans.map((name) => ({ value: name, text: name }))]} /> : null}
      <TextField label={t('adjustment.amount')} value={form.amount} onChange={set('amount')} hint={t('adjustment.amountHint')} />
      <TextField label={t('adjustment.reason')} value={form.reason} onChange={set('reason')} />
      <TextField label={t('adjustment.approvedBy')} value={form.approvedBy} onChange={set('approvedBy')} />
      <ProblemList problems={refused} />
      <Button onClick={add}>{t('adjustment.add')}</Button>
    </details>
  );
}
