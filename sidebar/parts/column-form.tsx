import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { schemas, tableKinds } from '../../core/table/schema';
import type { TableKind } from '../../core/table/schema';
import type { SheetColumns } from '../desk/columns';
import { usePane } from '../pane';
import { Button, ChoiceField, TextField } from './field';
import { useAnswer } from './use-answer';

/** How a sheet is read: which table it is, in which row its headers stand, and what each of its columns is, with the first values under it. */
export function ColumnForm({ sheet, onKept }: { readonly sheet: string; readonly onKept: () => void }): JSX.Element | null {
  const { t, language } = usePane();
  const [kind, setKind] = useState<TableKind | undefined>(undefined);
  const [head, setHead] = useState('');
  const row = Number(head);
  const found = useAnswer('sheetColumns', { sheet, ...(kind && { kind }), ...(head !== '' && Number.isInteger(row) && row > 0 ? { head: row } : {}) });
  if (!found) return null;
  return (
    <section class="card">
      <h3>{t('setup.columnsOf', { sheet })}</h3>
      <ChoiceField label={t('setup.kind')} value={found.kind} onChange={(value) => setKind(value as TableKind)} choices={tableKinds.map((one) => ({ value: one, text: schemas[one][language] }))} />
      <TextField label={t('setup.head')} type="number" value={head === '' ? String(found.head) : head} onChange={setHead} />
      <Columns key={`${found.kind} ${found.head}`} sheet={sheet} found={found} onKept={onKept} />
    </section>
  );
}

function Columns({ sheet, found, onKept }: { readonly sheet: string; readonly found: SheetColumns; readonly onKept: () => void }): JSX.Element {
  const { t, ask, review } = usePane();
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  // A field stands in one column only: the one it was given last.
  const given = new Set(Object.values(own));
  const fieldOf = (header: string, field: string): string => own[header] ?? (given.has(field) ? '' : field);
  const columns = Object.fromEntries(found.columns.flatMap(({ header, field }) => (fieldOf(header, field) === '' ? [] : [[fieldOf(header, field), header]])));
  const needed = useAnswer('lackingFields', { kind: found.kind, fields: Object.keys(columns) }) ?? found.needed;
  const isSame = found.isRead && Object.keys(own).length === 0;
  const keep = (): void => void ask('keepColumns', { sheet, kind: found.kind, head: found.head, columns }).then((changes) => review(changes, { then: onKept }));
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={t('setup.columnsOf', { sheet })}>
        <table class="columns">
          <thead>
            <tr>
              <th scope="col">{t('setup.header')}</th>
              <th scope="col">{t('setup.field')}</th>
            </tr>
          </thead>
          <tbody>
            {found.columns.map(({ header, letters, samples, field }, index) => (
              <tr key={index}>
                <td>
                  <strong>{header}</strong> <span class="muted">{letters}</span>
                  <br />
                  <span class="muted">{samples.filter((text) => text !== '').join(' · ')}</span>
                </td>
                <td>
                  <select aria-label={`${t('setup.field')}: ${header}`} value={fieldOf(header, field)} onChange={(event) => setOwn({ ...own, [header]: event.currentTarget.value })}>
                    <option value="">{t('setup.skip')}</option>
                    {found.fields.map(({ key, name }) => (
                      <option key={key} value={key}>
                        {name}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {needed.length > 0 ? <p class="warning">{t('setup.needs', { fields: needed.join(', ') })}</p> : null}
      <Button kind="main" onClick={keep} disabled={needed.length > 0 || isSame}>
        {t('setup.keep')}
      </Button>
    </>
  );
}
