import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from '../../core/catalogue/catalogue';
import type { Parameter } from '../../core/catalogue/function-entry';
import { areaReference } from '../desk/area-reference';
import type { Answered } from '../desk/answers';
import { DataTable } from '../parts/data-table';
import { Button, ChoiceField } from '../parts/field';
import { ProblemList } from '../parts/problem-list';
import { useAnswer } from '../parts/use-answer';
import { usePane } from '../pane';

/** A builder for every function: what it wants, picked or typed; its result before it is inserted. */
export function FormulaPage(): JSX.Element {
  const { t, language } = usePane();
  const [name, setName] = useState('SETTLE');
  const entry = catalogue.find((one) => one.name === name);
  return (
    <>
      <ChoiceField label={t('formula.function')} value={name} onChange={setName} choices={catalogue.map((one) => ({ value: one.name, text: one.name }))} />
      <p class="muted">{entry?.purpose[language]}</p>
      {entry ? <Builder key={name} name={name} parameters={entry.parameters} /> : null}
      <Freeze />
    </>
  );
}

function Builder({ name, parameters }: { readonly name: string; readonly parameters: readonly Parameter[] }): JSX.Element {
  const { t, ask, review, selection, overview, language } = usePane();
  const single = parameters.filter(({ repeated }) => repeated !== true);
  const [args, setArgs] = useState<readonly string[]>(single.map(({ kind }) => (kind === 'period' ? (overview.periods[0] ?? '') : '')));
  const [tried, setTried] = useState<Answered<'tryFormula'> | undefined>(undefined);
  const tables = useAnswer('tableReferences', undefined) ?? [];
  const [left, setLeft] = useState<readonly string[]>([]);
  const repeats = single.length < parameters.length;
  const chosen = repeats ? tables.filter((table) => !left.includes(table.name)).map(({ reference }) => reference) : [];
  const all = [...args, ...chosen];
  const set = (index: number, text: string): void => setArgs(args.map((arg, at) => (at === index ? text : arg)));
  const pick = (index: number): void => void selection().then((area) => set(index, areaReference(area)));
  const insert = (): void =>
    void Promise.all([ask('tryFormula', { name, args: all }), selection()]).then(([{ formula }, { sheet, row, column }]) => review([{ kind: 'set formula', sheet, row, column, formula }]));
  return (
    <>
      {single.map((parameter, index) => (
        <div class="field" key={parameter.name}>
          <label for={`arg-${index}`}>{parameter.optional === true ? t('formula.optional', { name: parameter.name }) : parameter.name}</label>
          <span class="row">
            <input id={`arg-${index}`} value={args[index]} onInput={(event) => set(index, event.currentTarget.value)} />
            <button type="button" aria-label={t('formula.pick', { name: parameter.name })} onClick={() => pick(index)}>
              {t('formula.pickShort')}
            </button>
          </span>
          <small>{parameter.help[language]}</small>
        </div>
      ))}
      {repeats ? (
        <fieldset>
          <legend>{t('formula.tables')}</legend>
          {tables.map((table) => (
            <label key={table.name} class="check">
              <input type="checkbox" checked={!left.includes(table.name)} onChange={() => setLeft(left.includes(table.name) ? left.filter((one) => one !== table.name) : [...left, table.name])} /> {table.name}
            </label>
          ))}
        </fieldset>
      ) : null}
      <p class="buttons">
        <Button onClick={() => void ask('tryFormula', { name, args: all }).then(setTried)}>{t('formula.try')}</Button>
        <Button kind="main" onClick={insert}>
          {t('formula.insert')}
        </Button>
      </p>
      {tried ? <Tried tried={tried} /> : null}
    </>
  );
}

/** All formulas into values and back. */
function Freeze(): JSX.Element {
  const { t, ask, review, formulas } = usePane();
  return (
    <section>
      <h2>{t('formula.freeze')}</h2>
      <p class="muted">{t('formula.freezeIntro')}</p>
      <p class="buttons">
        <Button onClick={() => void formulas().then((own) => ask('freeze', { formulas: own })).then((changes) => review(changes))}>{t('formula.freeze')}</Button>
        <Button onClick={() => void ask('thaw', undefined).then((changes) => review(changes))}>{t('formula.thaw')}</Button>
      </p>
    </section>
  );
}

const ROWS_SHOWN = 20;

function Tried({ tried }: { readonly tried: Answered<'tryFormula'> }): JSX.Element {
  const { t } = usePane();
  const value = tried.ok ? tried.value.value : undefined;
  return (
    <section>
      <h2>{t('formula.result')}</h2>
      <code>{tried.formula}</code>
      {tried.ok ? null : <ProblemList problems={tried.problems} />}
      {typeof value === 'object' ? <DataTable caption={t('formula.result')} header={(value[0] ?? []).map(String)} rows={value.slice(1, ROWS_SHOWN)} /> : <p class="total">{value}</p>}
    </section>
  );
}
