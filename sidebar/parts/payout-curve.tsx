import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RuleLine } from '../desk/plans';
import { isCurveRule } from '../desk/curve-rules';
import { usePane } from '../pane';
import { figureText } from './amount';
import { CurveChart } from './curve-chart';
import { ChoiceField } from './field';
import { ProblemList } from './problem-list';
import { useAnswer } from './use-answer';

/** The payout curve of a part, drawn anew with every change, with a mark at a person's total. */
export function PayoutCurve({ plan, rules }: { readonly plan: string; readonly rules: readonly RuleLine[] }): JSX.Element | null {
  const { t, language, overview } = usePane();
  const parts = [...new Set(rules.filter(isCurveRule).map(({ part }) => part))];
  const [chosen, setChosen] = useState('');
  const [person, setPerson] = useState('');
  const part = parts.includes(chosen) ? chosen : (parts[0] ?? '');
  const [period = ''] = overview.periods;
  const settled = useAnswer('preview', { period });
  const people = settled?.ok ? settled.value.rows.filter((row) => row.plan === plan && row.kind === 'person') : [];
  const marker = people.find(({ name }) => name === person)?.measure;
  const found = useAnswer('payoutCurve', { rules, part, upTo: marker });
  if (parts.length === 0 || !found) return null;
  if (!found.ok) return <ProblemList problems={found.problems} />;
  const { totals, pay, marginal } = found.value;
  const index = marker === undefined ? totals.length - 1 : totals.findIndex((total) => total >= marker);
  const shown = index < 0 ? totals.length - 1 : index;
  const text = t('plans.curveText', { total: figureText(totals[shown] ?? 0, language), pay: figureText(pay[shown] ?? 0, language), marginal: `${figureText((marginal[shown] ?? 0) * 100, language)}%` });
  return (
    <>
      {parts.length > 1 ? <ChoiceField label={t('plans.part')} value={part} onChange={setChosen} choices={parts.map((name) => ({ value: name, text: name === '' ? t('plans.whole') : name }))} /> : null}
      <CurveChart title={t('plans.curve')} text={text} x={totals} lines={[{ label: t('settle.payable'), values: pay }, { label: '%', values: marginal, percent: true }]} marker={marker} />
      {people.length > 0 ? <ChoiceField label={t('plans.marker', { period })} value={person} onChange={setPerson} choices={[{ value: '', text: t('plans.noMarker') }, ...people.map(({ name, measure }) => ({ value: name, text: `${name} (${figureText(measure, language)})` }))]} /> : null}
    </>
  );
}
