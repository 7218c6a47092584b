import { settlementView } from '../../core/catalogue/functions/settle';
import { settle } from '../../core/commission/settle';
import { issueLine } from '../../core/table/issue';
import type { Book } from '../../core/table/find/book';
import { readPeriod } from '../../core/table/period';
import { bookIssues, tablesAmong } from '../../host-port/commands';
import type { MadeBook, MadeSheet } from './export-books';
import { exportBooks } from './export-books';

/** Workbooks as the systems of export teams write them and as teams keep them by hand: the pay is right, and what was decided is told. */
function bookOf({ sheets }: MadeBook): Book {
  const made = (given: MadeSheet['cells'] | MadeSheet): MadeSheet => ('cells' in given ? given : { cells: given });
  return { sheets: Object.entries(sheets).map(([sheet, given]) => ({ origin: { sheet, row: 1, column: 1 }, ...made(given) })), names: [] };
}

describe.each(Object.entries(exportBooks))('%s', (_name, made) => {
  const book = bookOf(made);
  const tables = tablesAmong(book);
  const settled = settle(tables, { period: readPeriod('2026-03') });
  const told = (settled.ok ? bookIssues(book, tables) : settled.issues).map((found) => issueLine(found, 'en')).join('\n');

  it('pays what is right', () => {
    const [header = [], ...rows] = settled.ok ? settlementView(settled.value, 'summary', 'en') : [];
    const [person, payable] = [header.indexOf('Person'), header.indexOf('Payable')];
    const pay = Object.fromEntries(rows.filter((one) => Object.hasOwn(made.pay, String(one[person]))).map((one) => [String(one[person]), one[payable]]));
    expect({ pay, told }).toEqual({ pay: made.pay, told });
  });

  it('tells what was decided', () => {
    for (const pattern of made.told ?? []) expect(told).toMatch(pattern);
    for (const pattern of made.silent ?? []) expect(told).not.toMatch(pattern);
  });
});
