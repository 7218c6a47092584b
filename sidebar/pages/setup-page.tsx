import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button, ChoiceField, TextField } from '../parts/field';
import { ColumnForm } from '../parts/column-form';
import { ProblemList } from '../parts/problem-list';
import { TableChoices } from '../parts/table-choices';
import { TakeOver } from '../parts/take-over';
import { useAnswer } from '../parts/use-answer';
import { useOffer } from '../parts/use-offer';
import { usePane } from '../pane';

/** From a person's own sheets to the first settlement: which sheets, what is missing, a plan, rates. */
export function SetupPage(): JSX.Element {
  const { t, overview, openPeriod, ask, review } = usePane();
  return (
    <>
      <p class="muted">{t('setup.intro')}</p>
      <Sheets />
      <TableChoices />
      {overview.others.length > 0 ? <TakeOver /> : null}
      <Missing />
      <Plan />
      <Rates />
      <section>
        <h2>{t('setup.settle')}</h2>
        {overview.isReady ? null : <p class="muted">{t('setup.settleNot')}</p>}
        <Button kind="main" disabled={!overview.isReady} onClick={() => openPeriod(overview.current)}>
          {t('setup.settleNow', { period: overview.current })}
        </Button>
      </section>
      {overview.tables.length === 0 ? <Button onClick={() => void ask('sampleSheets', undefined).then((changes) => review(changes))}>{t('setup.sample')}</Button> : null}
    </>
  );
}

function Sheets(): JSX.Element {
  const { t, overview } = usePane();
  const [opened, setOpened] = useState('');
  const sheets = [...overview.tables.map(({ sheet, name, rows }) => ({ sheet, text: t('setup.read', { table: name, rows }), isRead: true })), ...overview.others.map((sheet) => ({ sheet, text: t('setup.unread'), isRead: false }))];
  return (
    <section>
      <h2>{t('setup.sheets')}</h2>
      {sheets.length === 0 ? <p>{t('setup.nothing')}</p> : null}
      <ul class="plain sheets">
        {sheets.map(({ sheet, text, isRead }, index) => (
          <li key={`${sheet}${index}`}>
            <span class={isRead ? 'mark on' : 'mark'} aria-hidden="true">
              {isRead ? '✓' : '–'}
            </span>
            <span class="who">
              <strong>{sheet}</strong> <span class="muted">{text}</span>
            </span>
            <button type="button" class="link" aria-expanded={opened === sheet} aria-label={t('setup.columnsOf', { sheet })} onClick={() => setOpened(opened === sheet ? '' : sheet)}>
              {t('setup.columns')}
            </button>
            {opened === sheet ? <ColumnForm sheet={sheet} onKept={() => setOpened('')} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The tables that settling asks for, each made with its headers and what is known already. */
function Missing(): JSX.Element {
  const { t, ask, review } = usePane();
  const missing = (useAnswer('missingTables', undefined) ?? []).filter(({ kind }) => kind !== 'rules' && kind !== 'fx');
  const make = (kinds: (typeof missing)[number]['kind'][]): void => void ask('makeTables', { kinds }).then((changes) => review(changes));
  return (
    <section>
      <h2>{t('setup.missing')}</h2>
      {missing.length === 0 ? <p class="muted">{t('setup.missingNone')}</p> : null}
      <ul class="plain">
        {missing.map(({ kind, name, rows }) => (
          <li key={kind}>{rows > 0 ? t('setup.missingRow', { table: name, rows }) : name}</li>
        ))}
      </ul>
      {missing.length === 0 ? null : (
        <Button kind="main" onClick={() => make(missing.map(({ kind }) => kind))}>
          {missing.length === 1 ? t('setup.make', { table: missing[0]?.name ?? '' }) : t('setup.makeAll', { count: missing.length })}
        </Button>
      )}
    </section>
  );
}

/** A first plan from a template: what it means, its name, and from when. */
function Plan(): JSX.Element {
  const { t, ask, overview } = usePane();
  const templates = useAnswer('planTemplates', undefined) ?? [];
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const { offer, refused } = useOffer();
  const chosen = templates.find((one) => one.key === key) ?? templates[0];
  const use = (): void => void (chosen && ask('savePlan', { plan: name === '' ? chosen.name : name, version: '1', effective: '', rules: chosen.rules }).then(offer));
  return (
    <section>
      <h2>{t('setup.plan')}</h2>
      {overview.plans.length > 0 ? (
        <p>
          <span class="mark on" aria-hidden="true">
            ✓
          </span>{' '}
          {t('setup.planHas', { plans: overview.plans.join(', ') })}
        </p>
      ) : (
        <>
          <p class="muted">{t('setup.planNone')}</p>
          <ChoiceField label={t('setup.template')} value={chosen?.key ?? ''} onChange={setKey} choices={templates.map((one) => ({ value: one.key, text: one.name }))} />
          <p class="muted">{chosen?.purpose}</p>
          <ul>
            {(chosen?.sentences ?? []).map((sentence, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ul>
          <TextField label={t('setup.planName')} value={name === '' ? (chosen?.name ?? '') : name} onChange={setName} />
          <ProblemList problems={refused} />
          <Button kind="main" onClick={use}>
            {t('setup.planUse')}
          </Button>
        </>
      )}
    </section>
  );
}

/** Rates that orders need and no table has, typed here. */
function Rates(): JSX.Element {
  const { t, ask } = usePane();
  const missing = useAnswer('missingRates', undefined) ?? [];
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const { offer, refused } = useOffer();
  const keep = (): void => void ask('addRates', { rates: missing.map((one) => ({ ...one, rate: typed[one.currency] ?? '' })) }).then(offer);
  return (
    <section>
      <h2>{t('setup.rates')}</h2>
      {missing.length === 0 ? <p class="muted">{t('setup.ratesNone')}</p> : null}
      {missing.map(({ currency, date }) => (
        <TextField key={currency} label={t('setup.rate', { currency, date })} value={typed[currency] ?? ''} onChange={(rate) => setTyped({ ...typed, [currency]: rate })} hint={t('setup.rateHint')} />
      ))}
      <ProblemList problems={refused} />
      {missing.length === 0 ? null : (
        <Button kind="main" onClick={keep} disabled={missing.every(({ currency }) => (typed[currency] ?? '').trim() === '')}>
          {t('setup.ratesKeep')}
        </Button>
      )}
    </section>
  );
}
