import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { helpTopics, matchesSearch } from '../../host-port/help';
import { TextField } from '../parts/field';
import { usePane } from '../pane';

/** What each function and each rule word means, searchable, without any network. */
export function HelpPage(): JSX.Element {
  const { t, language } = usePane();
  const [search, setSearch] = useState('');
  const topics = helpTopics(language);
  const groups = [['help.functions', topics.functions], ['help.rules', topics.rules]] as const;
  const found = groups.map(([title, all]) => [title, all.filter((topic) => matchesSearch(topic, search))] as const).filter(([, all]) => all.length > 0);
  return (
    <>
      <TextField label={t('help.search')} type="search" value={search} onChange={setSearch} />
      {found.length === 0 ? <p>{t('help.none')}</p> : null}
      {found.map(([title, all]) => (
        <section key={title}>
          <h2>{t(title)}</h2>
          {all.map(({ name, purpose, more }) => (
            <details key={name}>
              <summary>
                <strong>{name}</strong> {purpose}
              </summary>
              <ul>
                {more.map((line, index) => (
                  <li key={index}>{line}</li>
                ))}
              </ul>
            </details>
          ))}
        </section>
      ))}
    </>
  );
}
