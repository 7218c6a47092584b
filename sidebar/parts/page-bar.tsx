import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PageName, Pane, Role } from '../pane';
import { PAGES, PAGES_OF } from '../pane';

/** The pages to choose from: those of a role first, the others behind “More”. */
export function PageBar({ page, role, t, onOpen }: { readonly page: PageName; readonly role: Role; readonly t: Pane['t']; readonly onOpen: (page: PageName) => void }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const own = PAGES_OF[role];
  const others = PAGES.filter((name) => !own.includes(name));
  const shown = isOpen || others.includes(page as (typeof PAGES)[number]) ? [...own, ...others] : own;
  return (
    <nav aria-label={t('app.pages')}>
      {shown.map((name) => (
        <button key={name} type="button" aria-current={name === page ? 'page' : undefined} onClick={() => onOpen(name)}>
          {t(`page.${name}`)}
        </button>
      ))}
      {others.length === 0 ? null : (
        <button type="button" aria-expanded={shown.length > own.length} onClick={() => setOpen(!isOpen)}>
          {t('nav.more')}
        </button>
      )}
    </nav>
  );
}
