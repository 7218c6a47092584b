import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Answered } from '../desk/answers';
import type { RuleLine } from '../desk/plans';
import type { Curve } from '../desk/curve';
import { isCurveRule } from '../desk/curve-rules';
import { usePane } from '../pane';
import { figureText } from './amount';
import { CurveChart } from './curve-chart';
import { ChoiceField } from './field';
import { useAnswer } from './use-answer';

/** The payout curve of a part, drawn anew with every change, with a mark at a person's total. */
export function PayoutCurve({ plan, rules }: { readonly plan: string; readonly rules: readonly RuleLine[] }): JSX.Element | null {
  const { t, language } = usePane();
  const parts = [...new Set(rules.filter(isCurveRule).map(({ part }) => part))];
  const [chosen, setChosen] = useState('');
  const [marked, setMarked] = useState<Standing | undefined>(undefined);
  const part = parts.includes(chosen) ? chosen : (parts[0] ?? '');
  const marker = marked?.total;
  const found = useAnswer('payoutCurve', { rules, part, upTo: marker });
  // While something is wrong with the rules, which their form tells, the last curve stays: nothing jumps under the cursor.
  const last = useRef<Curve | undefined>(undefined);
  if (found?.ok) last.current = found.value;
  if (parts.length === 0 || !last.current) return null;
  const { totals, pay, marginal } = last.current;
  const index = marker === undefined ? totals.length - 1 : totals.findIndex((total) => total >= marker);
  const shown = index < 0 ? totals.length - 1 : index;
  const text = t('plans.curveText', { total: figureText(totals[shown] ?? 0, language), pay: figureText(pay[shown] ?? 0, language), marginal: `${figureText((marginal[shown] ?? 0) * 100, language)}%` });
  return (
    <>
      {parts.length > 1 ? <ChoiceField label={t('plans.part')} value={part} onChange={setChosen} choices={parts.map((name) => ({ value: name, text: name === '' ? t('plans.whole') : name }))} /> : null}
      <CurveChart title={t('plans.curve')} text={text} x={totals} lines={[{ label: t('settle.payable'), values: pay }, { label: '%', values: marginal, percent: true }]} marker={marker} />
      <Marker plan={plan} part={part} value={marked?.name ?? ''} onChange={setMarked} />
    </>
  );
}

type Standing = Answered<'standings'>[number];

/** Whose total is marked. Asked for once the curve is there, for where the totals stand takes a settlement. */
function Marker({ plan, part, value, onChange }: { readonly plan: string; readonly part: string; readonly value: string; readonly onChange: (marked: Standing | undefined) => void }): JSX.Element | null {
  const { t, language, overview } = usePane();
  const [period = ''] = overview.periods;
  const people = useAnswer('standings', { period, plan, part }) ?? [];
  if (people.length === 0) return null;
  const choices = [{ value: '', text: t('plans.noMarker') }, ...people.map(({ name, total }) => ({ value: name, text: `${name} (${figureText(total, language)})` }))];
  return <ChoiceField label={t('plans.marker', { period })} value={value} onChange={(name) => onChange(people.find((one) => one.name === name))} choices={choices} />;
}
