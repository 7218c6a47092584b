import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fieldOfHeader, schemas, tableKinds } from '../../core/table/schema';
import type { TableKind } from '../../core/table/schema';
import { Button, ChoiceField } from '../parts/field';
import { TableChoices } from '../parts/table-choices';
import { TakeOver } from '../parts/take-over';
import { useAnswer } from '../parts/use-answer';
import { usePane } from '../pane';

/** What the workbook has, what it lacks, and two ways to begin. */
export function StartPage(): JSX.Element {
  const { t, overview, ask, review, openPage } = usePane();
  const offer = (question: 'sampleSheets' | 'emptyTables') => (): void => void ask(question, undefined).then((changes) => review(changes));
  return (
    <>
      <h2>{t('start.found')}</h2>
      {overview.tables.length === 0 ? <p>{t('start.nothing')}</p> : null}
      <ul class="plain">
        {overview.tables.map(({ kind, name, sheet, rows }) => (
          <li key={kind}>
            <strong>{name}</strong> {sheet === name ? '' : `(${sheet})`} <span class="muted">{t('start.rows', { rows })}</span>
          </li>
        ))}
      </ul>
      {overview.missing.length > 0 ? <p class="warning">{t('start.missing', { tables: overview.missing.join(', ') })}</p> : <p>{t('start.ready')}</p>}
      {overview.missing.length === 0 ? (
        <p class="buttons">
          <Button kind="main" onClick={() => openPage('settle')}>
            {t('page.settle')}
          </Button>
          <Button onClick={() => openPage('check')}>{t('page.check')}</Button>
        </p>
      ) : null}
      <TableChoices />
      {overview.others.length > 0 ? <TakeOver /> : null}
      {overview.others.length > 0 ? <MapColumns /> : null}
      {overview.missing.length > 0 ? (
        <>
          <h2>{t('start.new')}</h2>
          <p class="buttons">
            <Button onClick={offer('sampleSheets')}>{t('start.sample')}</Button>
            <Button onClick={offer('emptyTables')}>{t('start.empty')}</Button>
          </p>
        </>
      ) : null}
    </>
  );
}

/** A sheet's own headers, each to be matched with a column; what the aliases know is proposed. */
function MapColumns(): JSX.Element {
  const { t, overview, language, ask, review } = usePane();
  const [sheet, setSheet] = useState(overview.others[0]?.sheet ?? '');
  const [kind, setKind] = useState<TableKind>('orders');
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const fields = useAnswer('tableFields', kind) ?? [];
  const found = overview.others.find((one) => one.sheet === sheet) ?? overview.others[0];
  const chosen = (header: string): string => own[header] ?? fieldOfHeader(kind, header) ?? '';
  const columns = Object.fromEntries((found?.headers ?? []).flatMap((header) => (chosen(header) === '' || header === '' ? [] : [[chosen(header), header]])));
  const needed = useAnswer('tryMapping', { sheet: found?.sheet ?? '', kind, columns }) ?? [];
  const save = (): void => {
    // What the aliases know already needs no rule.
    const further = Object.fromEntries(Object.entries(columns).filter(([field, header]) => fieldOfHeader(kind, header) !== field));
    void ask('mapColumns', { kind, columns: further }).then((changes) => review(changes));
  };
  return (
    <section>
      <h2>{t('start.map')}</h2>
      <ChoiceField label={t('start.mapSheet')} value={found?.sheet ?? ''} onChange={setSheet} choices={overview.others.map((one) => ({ value: one.sheet, text: one.sheet }))} />
      <ChoiceField label={t('start.mapKind')} value={kind} onChange={(value) => setKind(value as TableKind)} choices={tableKinds.map((one) => ({ value: one, text: schemas[one][language] }))} />
      <div class="scroll" tabIndex={0} role="region" aria-label={t('start.map')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('start.mapHeader')}</th>
              <th scope="col">{t('start.mapSample')}</th>
              <th scope="col">{t('start.mapField')}</th>
            </tr>
          </thead>
          <tbody>
            {(found?.headers ?? []).map((header, index) =>
              header === '' ? null : (
                <tr key={index}>
                  <td>{header}</td>
                  <td class="muted">{found?.samples[index] ?? ''}</td>
                  <td>
                    <select aria-label={`${t('start.mapField')}: ${header}`} value={chosen(header)} onChange={(event) => setOwn({ ...own, [header]: event.currentTarget.value })}>
                      <option value="">{t('start.mapSkip')}</option>
                      {fields.map((field) => (
                        <option key={field.key} value={field.key}>
                          {field.name}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
      {needed.length > 0 ? <p class="warning">{t('start.mapNeeds', { fields: needed.join(', ') })}</p> : null}
      <Button kind="main" onClick={save} disabled={needed.length > 0}>
        {t('start.mapSave')}
      </Button>
    </section>
  );
}
