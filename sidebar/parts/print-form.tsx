import type { JSX } from 'preact';
import type { Preview } from '../desk/settlement';
import { usePane } from '../pane';
import { Button } from './field';
import { ProblemList } from './problem-list';
import { saveFile } from './save-file';
import { useOffer } from './use-offer';

/** What a period is printed as: the statement and the payroll on sheets; everybody's own statement as files. */
export function PrintForm({ found: { period } }: { readonly found: Preview }): JSX.Element {
  const { t, ask } = usePane();
  const { offer, refused } = useOffer();
  const save = (as: 'files' | 'workbook'): void => void ask('allStatements', { period, as }).then((made) => (made.ok ? saveFile(made.value) : offer(made)));
  return (
    <section>
      <h2>{t('settle.print')}</h2>
      <ProblemList problems={refused} />
      <p class="buttons">
        <Button onClick={() => void ask('statementSheets', { period }).then(offer)}>{t('settle.statement')}</Button>
        <Button onClick={() => void ask('payrollSheet', { period }).then(offer)}>{t('settle.payroll')}</Button>
      </p>
      <p class="buttons">
        <Button onClick={() => save('files')}>{t('print.all')}</Button>
        <Button onClick={() => save('workbook')}>{t('print.book')}</Button>
      </p>
    </section>
  );
}
