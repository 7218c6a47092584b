/// <reference types="google-apps-script" />
import type { Change } from '../host-port/change';
import type { Area } from '../host-port/workbook';
import type { Language } from '../core/locale/message';
import { areaOf, readNames, readSheet, visibleSheets } from './read-book';
import { readFormulas } from './read-formulas';
import { applyChanges } from './write-changes';

/** What the sidebar asks of the spreadsheet; everything goes as JSON text, since dates and functions cannot pass. */
export type Request =
  | { readonly ask: 'sheets' }
  | { readonly ask: 'sheet'; readonly name: string }
  | { readonly ask: 'apply'; readonly changes: readonly Change[]; readonly language: Language }
  | { readonly ask: 'formulas' }
  | { readonly ask: 'selection' }
  | { readonly ask: 'go to'; readonly area: Area };

/** Answers the sidebar: a value, or the text of what went wrong. */
export function serve(request: string): string {
  try {
    return JSON.stringify({ value: answerTo(JSON.parse(request) as Request) ?? null });
  } catch (error) {
    return JSON.stringify({ error: error instanceof Error ? error.message : String(error) });
  }
}

function answerTo(request: Request): unknown {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  switch (request.ask) {
    case 'sheets':
      return { sheets: visibleSheets(book).map((sheet) => sheet.getName()), names: readNames(book) };
    case 'sheet': {
      const sheet = book.getSheetByName(request.name);
      return sheet ? readSheet(sheet, book.getSpreadsheetTimeZone()) : null;
    }
    case 'apply':
      applyChanges(request.changes, { language: request.language });
      return null;
    case 'formulas':
      return readFormulas(book);
    case 'selection': {
      const range = book.getActiveRange();
      return range ? areaOf(range) : { sheet: book.getActiveSheet().getName(), row: 1, column: 1, rows: 1, columns: 1 };
    }
    case 'go to': {
      const { sheet, row, column, rows, columns } = request.area;
      book.getSheetByName(sheet)?.getRange(row, column, rows, columns).activate();
      return null;
    }
  }
}
