import type { JSX } from 'preact';
import type { TableChoice } from '../../core/table/find/table-choices';
import { schemas } from '../../core/table/schema';
import { usePane } from '../pane';
import { Button } from './field';
import { useAnswer } from './use-answer';

const HEADERS_SHOWN = 5;

/** Tables that more than one sheet may be: what speaks for each, and which to read from now on. */
export function TableChoices(): JSX.Element | null {
  const { t } = usePane();
  const choices = useAnswer('tableChoices', undefined) ?? [];
  if (choices.length === 0) return null;
  return (
    <section>
      <h2>{t('choice.title')}</h2>
      {choices.map((choice) => (
        <Choice key={choice.kind} {...choice} />
      ))}
    </section>
  );
}

function Choice({ kind, ranges, isJoined }: TableChoice): JSX.Element {
  const { t, language, ask, review } = usePane();
  const keep = (sheets: readonly string[]): void => void ask('chooseSheets', { kind, sheets }).then((changes) => review(changes));
  const used = [...new Set(ranges.filter(({ isUsed }) => isUsed).map(({ sheet }) => sheet))];
  return (
    <>
      <p>
        <strong>{schemas[kind][language]}</strong> {isJoined ? t('choice.joined', { sheets: used.join(language === 'zh' ? '、' : ', ') }) : null}
        {!isJoined && used.length === 0 ? <span class="warning">{t('choice.open')}</span> : null}
      </p>
      {isJoined ? <Button onClick={() => keep(used)}>{t('choice.keep')}</Button> : null}
      <ul class="plain">
        {ranges.map(({ sheet, by, columns, headers, rows, isUsed }) => (
          <li key={sheet}>
            {sheet}
            {isUsed ? ` · ${t('choice.used')}` : ''}{' '}
            <span class="muted">
              {t('choice.why', { columns, rows, headers: headers.slice(0, HEADERS_SHOWN).join(' | ') })}
              {by === 'sheet name' ? ` ${t('choice.named')}` : ''}
            </span>{' '}
            <Button kind="link" onClick={() => keep([sheet])}>
              {t('choice.only', { sheet })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
