import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ResultTable } from '../../core/table/result-table';
import type { Answer } from '../desk/desk';
import type { Preview, PreviewRow } from '../desk/settlement';
import { amountText } from '../parts/amount';
import { AdjustmentForm } from '../parts/adjustment-form';
import { ConfirmationList } from '../parts/confirmation-list';
import { Button, TextField } from '../parts/field';
import { PeriodField } from '../parts/period-field';
import { saveFile } from '../parts/save-file';
import { ProblemList } from '../parts/problem-list';
import { useOffer } from '../parts/use-offer';
import { usePane } from '../pane';

/** A period's pay: previewed, explained, written, closed. */
export function SettlePage(): JSX.Element {
  const { t, overview, ask, language, reading } = usePane();
  const [period, setPeriod] = useState(overview.periods[0] ?? '');
  const [settled, setSettled] = useState<Answer<Preview> | undefined>(undefined);
  const [explained, setExplained] = useState<{ readonly row: PreviewRow; readonly steps: Answer<ResultTable> } | undefined>(undefined);
  const before = useRef<ReadonlyMap<string, number | undefined>>(new Map());
  const [last, setLast] = useState<ReadonlyMap<string, number | undefined>>(new Map());
  const settle = (): void => {
    setExplained(undefined);
    void ask('preview', { period }).then((answered) => {
      setLast(before.current);
      if (answered.ok) before.current = new Map(answered.value.rows.map((row) => [keyOf(answered.value.period, row), row.payable]));
      setSettled(answered);
    }, () => undefined);
  };
  // The period on offer is settled at once, and again whenever the workbook was read again.
  useEffect(() => {
    if (period !== '') settle();
  }, [reading]);
  const explain = (row: PreviewRow): void => {
    if (row.person === undefined) return;
    void ask('explainPay', { period, person: row.person }).then((steps) => setExplained({ row, steps }), () => undefined);
  };
  return (
    <>
      <PeriodField value={period} onChange={setPeriod} />
      <Button kind="main" onClick={settle} disabled={period === ''}>
        {t('settle.preview')}
      </Button>
      {settled && !settled.ok ? <ProblemList problems={settled.problems} /> : null}
      {settled?.ok ? (
        <>
          {settled.value.closed ? <p class="note">{t('settle.closed', { period: settled.value.period })}</p> : null}
          <p class="total">
            {t('settle.total')}: <strong>{amountText(settled.value.total, language)}</strong> {settled.value.currency}
          </p>
          {settled.value.unused > 0 ? <p class="warning">{t('settle.unused', { count: settled.value.unused })}</p> : null}
          <ul class="cards">
            {settled.value.rows.map((row, index) => (
              <PayRow key={index} row={row} last={last.get(keyOf(settled.value.period, row))} onExplain={() => explain(row)} />
            ))}
          </ul>
          <p class="muted">{settled.value.notes}</p>
          {explained ? <Explanation period={period} row={explained.row} steps={explained.steps} /> : null}
          {settled.value.closed ? <ConfirmationList period={settled.value.period} /> : <AdjustmentForm period={settled.value.period} plans={settled.value.plans} />}
          <Actions period={settled.value.period} closed={settled.value.closed} />
        </>
      ) : null}
    </>
  );
}

function keyOf(period: string, { name, plan }: PreviewRow): string {
  return `${period}\n${plan}\n${name}`;
}

function PayRow({ row, last, onExplain }: { readonly row: PreviewRow; readonly last: number | undefined; readonly onExplain: () => void }): JSX.Element {
  const { t, language } = usePane();
  const amount = row.payable === undefined ? t('settle.open') : amountText(row.payable, language);
  return (
    <li>
      <span class="who">
        <strong>{row.name}</strong> <span class="muted">{row.plan}</span>
      </span>
      {row.person === undefined ? (
        <span class="pay">{amount}</span>
      ) : (
        <button type="button" class="link pay" aria-label={t('settle.explain', { name: row.name, amount })} onClick={onExplain}>
          {amount}
        </button>
      )}
      {row.adjustment === 0 ? null : <span class="note">{t('settle.adjusted', { amount: amountText(row.adjustment, language) })}</span>}
      {last !== undefined && last !== row.payable ? <span class="note">{t('settle.before', { amount: amountText(last, language) })}</span> : null}
      <span class="muted why">{row.why}</span>
    </li>
  );
}

/** Every step of a person's figures, and a sheet that only they are to see. */
function Explanation({ period, row, steps }: { readonly period: string; readonly row: PreviewRow; readonly steps: Answer<ResultTable> }): JSX.Element {
  const { t, ask, review, language } = usePane();
  const title = t('settle.steps', { name: row.name });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [steps]);
  if (!steps.ok) return <ProblemList problems={steps.problems} />;
  const body = steps.value.slice(1);
  return (
    <section class="explanation">
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <ol class="cards">
        {body.map(([step, what, formula, amount, source]) => (
          <li key={step}>
            <span class="who">
              {step}. {what}
            </span>
            <span class="pay">{typeof amount === 'number' ? amountText(amount, language) : ''}</span>
            <span class="why">{formula}</span>
            <span class="muted why">{source}</span>
          </li>
        ))}
      </ol>
      <p class="buttons">
        <Button onClick={() => void ask('personSheet', { period, person: row.person ?? -1 }).then((made) => (made.ok ? review(made.value) : undefined))}>{t('settle.personSheet', { name: row.name })}</Button>
        <Button onClick={() => void ask('personFile', { period, person: row.person ?? -1 }).then((made) => (made.ok ? saveFile(made.value) : undefined))}>{t('settle.personFile', { name: row.name })}</Button>
      </p>
    </section>
  );
}

function Actions({ period, closed }: { readonly period: string; readonly closed: boolean }): JSX.Element {
  const { t, ask, review } = usePane();
  const [by, setBy] = useState('');
  const { offer, refused } = useOffer();
  const at = new Date().toISOString().slice(0, 10);
  const close = (): void => void ask('closePeriod', { period, by, at }).then(offer);
  const annul = (): void => void ask('voidLastClosing', { by, at }).then((found) => review(found?.changes ?? []));
  return (
    <section>
      <ProblemList problems={refused} />
      <p class="buttons">
        <Button onClick={() => void ask('statementSheets', { period }).then(offer)}>{t('settle.statement')}</Button>
        <Button onClick={() => void ask('payrollSheet', { period }).then(offer)}>{t('settle.payroll')}</Button>
      </p>
      <TextField label={t(closed ? 'settle.voidBy' : 'settle.closeBy')} value={by} onChange={setBy} />
      <Button onClick={closed ? annul : close} disabled={by.trim() === ''}>
        {closed ? t('settle.void') : t('settle.close', { period })}
      </Button>
    </section>
  );
}
