import type { JSX } from 'preact';
import type { Problem } from '../desk/desk';
import { usePane } from '../pane';

/** Problems, each with its place to go to and what to do. */
export function ProblemList({ problems, most = 50 }: { readonly problems: readonly Problem[]; readonly most?: number }): JSX.Element | null {
  const { t, goTo, review } = usePane();
  if (problems.length === 0) return null;
  return (
    <ul class="problems">
      {problems.slice(0, most).map((problem, index) => (
        <li key={index} class={problem.severity}>
          {problem.area ? (
            <button type="button" class="link" aria-label={t('app.goTo', { cell: problem.cell })} onClick={() => problem.area && goTo(problem.area)}>
              {problem.cell}
            </button>
          ) : (
            <span class="where">{problem.table}</span>
          )}{' '}
          {problem.text} <span class="fix">{problem.fix}</span>
          {problem.mend ? (
            <button type="button" onClick={() => problem.mend && review(problem.mend)}>
              {t('check.mend')}
            </button>
          ) : null}
        </li>
      ))}
      {problems.length > most ? <li>{t('check.more', { count: problems.length - most })}</li> : null}
    </ul>
  );
}
