import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { settlementView } from '../../core/catalogue/functions/settle';
import { settle } from '../../core/commission/settle';
import { readPeriod } from '../../core/table/period';
import { issueLine } from '../../core/table/issue';
import { readingNotes } from '../../core/table/recognise';
import { excelWorkbook } from '../../excel-addin/excel-workbook';
import type { ReadBook } from '../../host-port/commands';
import { tablesAmong } from '../../host-port/commands';
import { readBook as readSheets } from '../../sheets-addon/read-book';
import { readWorkbook } from '../../workbench/xlsx/read-workbook';
import { cellStyles, sharedTexts } from '../../xlsx/book-parts';
import { openBook } from '../../xlsx/open-book';
import { readSheet } from '../../xlsx/read-sheet';
import type { MemorySheet } from '../hosts/memory-grid';
import { installExcel, newBook } from '../hosts/fake-excel';
import { installSheets, newSpreadsheet } from '../hosts/fake-sheets';

/** The same workbook through the add-ins: what Excel and Sheets hand over gives the same pay and the same notes as the file. */
const CASES = join(__dirname, '../cases');

/** Formulas that nobody has computed are computed by a host; a host does not tell of hidden rows; stray cells are left out here. */
const NOT_THE_SAME = /nocache|t_bigrow|t_hidden|t_lastrow/;

function hostSheets(path: string): { readonly sheets: MemorySheet[]; readonly names: ReadonlyMap<string, string>; readonly counts1904: boolean } {
  const book = openBook(readFileSync(path));
  const [texts, styles] = [sharedTexts(book), cellStyles(book)];
  const sheets = book.sheets.map(({ name, path: part, isHidden }): MemorySheet => {
    const [cells, formats]: [unknown[][], string[][]] = [[], []];
    const { merges } = readSheet({ path: part, bytes: book.part(part)!, texts }, ({ row, column, value, style }) => {
      if (value === undefined || row > 6000 || column > 100) return;
      (cells[row - 1] ??= [])[column - 1] = value;
      (formats[row - 1] ??= [])[column - 1] = styles[style]?.format ?? 'General';
    });
    return { name, hidden: isHidden, cells: Array.from(cells, (line) => Array.from(line ?? [], (cell) => cell ?? '')), formats: Array.from(formats, (line) => Array.from(line ?? [], (one) => one ?? 'General')), merged: merges.map(({ top, left, bottom, right }) => ({ row: top - 1, column: left - 1, rows: bottom - top + 1, columns: right - left + 1 })) };
  });
  return { sheets, names: new Map(book.names.filter(({ sheet }) => sheet === undefined).map(({ name, refersTo }) => [name, refersTo])), counts1904: book.counts1904 };
}

function outcome(book: ReadBook): unknown {
  const tables = tablesAmong(book);
  const settled = settle(tables, { period: readPeriod('2026-03') });
  const notes = [...tables.issues, ...readingNotes(tables)].map((found) => issueLine(found, 'en'));
  return settled.ok ? { rows: settlementView(settled.value, 'summary', 'en'), notes } : { refused: settled.issues.map((found) => issueLine(found, 'en')), notes };
}

const files = ['workbooks', 'crafted'].flatMap((folder) => readdirSync(join(CASES, folder)).filter((name) => /^(?!(?:no_|broken|bitflip|encrypted|csv_|empty|lol|external|t_crc)).*\.xlsx$/.test(name) && !NOT_THE_SAME.test(name)).map((name) => join(folder, name)));

describe('the same pay in every host', () => {
  it.each(files)('%s', async (file) => {
    const path = join(CASES, file);
    const own = outcome(await readWorkbook(path));
    const { sheets, names, counts1904 } = hostSheets(path);
    const excel = newBook(sheets);
    for (const [name, refersTo] of names) excel.names.set(name, refersTo);
    excel.counts1904 = counts1904;
    installExcel(excel);
    expect(outcome(await excelWorkbook.read({ language: 'en' }))).toEqual(own);
    if (names.size > 0 || counts1904) return;
    const spreadsheet = newSpreadsheet(sheets.map(({ name, hidden = false, cells, formats = [], merged = [] }) => ({ name, hidden, cells, formats, merged })));
    installSheets(spreadsheet);
    expect(outcome(readSheets({ language: 'en' }))).toEqual(own);
  });
});
