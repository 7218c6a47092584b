import type { Language } from '../../locale/message';
import { issueCell, issueFix, issueText } from '../../table/issue';
import { tableName } from '../../table/schema';
import type { Settlement } from '../settle';
import type { ResultTable } from '../../table/result-table';
import { headerRow } from '../../table/result-table';

/** Rows that did not count, and why. */
export function unusedView({ unused }: Settlement, language: Language): ResultTable {
  const header = headerRow(['col.table', 'col.row', 'col.cell', 'col.problem', 'col.fix'], language);
  const body = unused.map((found) => [
    found.at?.table ? tableName(found.at.table, language) : '',
    found.at?.row ?? '',
    issueCell(found, language),
    issueText(found, language),
    issueFix(found, language),
  ]);
  return [header, ...body];
}
