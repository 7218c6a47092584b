import type { JSX } from 'preact';
import { ProblemList } from '../parts/problem-list';
import { useAnswer } from '../parts/use-answer';
import { usePane } from '../pane';

/** Every issue of every table, by gravity; each goes to its cell. */
export function CheckPage(): JSX.Element {
  const { t } = usePane();
  const problems = useAnswer('check', undefined);
  if (!problems) return <p>{t('app.working')}</p>;
  const groups = [['error', 'check.errors'], ['warning', 'check.warnings'], ['note', 'check.notes']] as const;
  return (
    <>
      <p role="status">{problems.length === 0 ? t('check.fine') : t('check.all', { count: problems.length, errors: problems.filter(({ severity }) => severity === 'error').length })}</p>
      {groups.map(([severity, title]) => {
        const own = problems.filter((problem) => problem.severity === severity);
        return own.length === 0 ? null : (
          <section key={severity}>
            <h2>
              {t(title)} ({own.length})
            </h2>
            <ProblemList problems={own} />
          </section>
        );
      })}
    </>
  );
}
