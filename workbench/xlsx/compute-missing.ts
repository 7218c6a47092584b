import { areaOf, readSheet } from '../../xlsx/read-sheet';
import { sheetTables } from '../../xlsx/book-parts';
import type { Book } from '../../xlsx/open-book';
import { shiftFormula } from '../../xlsx/shift-formula';
import type { Cells, Place } from '../formula/evaluate';
import { evaluateFormula } from '../formula/evaluate';
import { Unsupported } from '../formula/parse';
import type { Value } from '../formula/values';

/** The results of formulas that nobody has stored, by sheet and cell; those that cannot be worked out here are not in it. */
export type Computed = (sheet: string, row: number, column: number) => Value | undefined;

interface Sheet {
  readonly values: Map<number, Value>;
  /** Formulas without a result. */
  readonly formulas: Map<number, string>;
  rows: number;
  columns: number;
}

const COLUMNS = 16384;
const keyOf = (row: number, column: number): number => row * COLUMNS + column;

/** Formulas that wait for one another this far are told rather than followed. */
const DEEPEST = 300;
/** Reads of cells for a whole workbook: some seconds. */
const MOST_READS = 30_000_000;
const OF_DATES = /\b(?:DATE|YEAR|MONTH|DAY|EDATE|EOMONTH|DATEVALUE)\s*\(/i;

/** Works out the formulas of a workbook that come without a result, as some systems write them. */
export function computeMissing(book: Book, texts: readonly string[]): Computed {
  const sheets = new Map(book.sheets.map(({ name, path }) => [name.toLowerCase(), sheetOf(book, path, texts)]));
  const busy = new Set<string>();
  let reads = 0;
  const result = (at: Place, own: Sheet, formula: string): Value => {
    const key = keyOf(at.row, at.column);
    const name = `${at.sheet.toLowerCase()} ${key}`;
    if (busy.has(name) || busy.size > DEEPEST) throw new Unsupported(formula);
    // Serials of a workbook that counts from 1904 mean other days.
    if (book.counts1904 && OF_DATES.test(formula)) throw new Unsupported(formula);
    busy.add(name);
    try {
      const found = evaluateFormula(formula, at, cells);
      own.values.set(key, found ?? 0);
      own.formulas.delete(key);
      return found ?? 0;
    } finally {
      busy.delete(name);
    }
  };
  const cells: Cells = {
    value: (sheet, row, column) => {
      reads += 1;
      const own = sheets.get(sheet.toLowerCase());
      if (!own) return '#REF!';
      if (reads > MOST_READS) throw new Unsupported(sheet);
      const formula = own.formulas.get(keyOf(row, column));
      return formula === undefined ? (own.values.get(keyOf(row, column)) ?? null) : result({ sheet, row, column }, own, formula);
    },
    extent: (sheet) => sheets.get(sheet.toLowerCase()),
    name: (name) => book.names.find((one) => one.sheet === undefined && one.name.toLowerCase() === name.toLowerCase())?.refersTo,
    tableColumn: tableColumns(book, sheets),
  };
  for (const { name } of book.sheets) {
    const own = sheets.get(name.toLowerCase());
    for (const [key, formula] of own?.formulas ?? []) {
      try {
        if (own) result({ sheet: name, row: Math.floor(key / COLUMNS), column: key % COLUMNS }, own, formula);
      } catch (error) {
        if (!(error instanceof Unsupported)) throw error;
      }
    }
  }
  return (sheet, row, column) => {
    const own = sheets.get(sheet.toLowerCase());
    const key = keyOf(row, column);
    return own?.formulas.has(key) === true ? undefined : own?.values.get(key);
  };
}

function sheetOf(book: Book, path: string, texts: readonly string[]): Sheet {
  const sheet: Sheet = { values: new Map(), formulas: new Map(), rows: 0, columns: 0 };
  const bytes = book.part(path);
  const shared = new Map<string, { readonly row: number; readonly column: number; readonly text: string }>();
  if (!bytes) return sheet;
  readSheet({ path, bytes, texts }, (cell) => {
    const { row, column, formula, value } = cell;
    if (value === undefined && formula === undefined) return;
    sheet.rows = Math.max(sheet.rows, row);
    sheet.columns = Math.max(sheet.columns, column);
    if (formula !== undefined && cell.shared !== undefined && formula !== '') shared.set(cell.shared, { row, column, text: formula });
    if (value !== undefined) {
      sheet.values.set(keyOf(row, column), value);
      return;
    }
    const master = cell.shared === undefined ? undefined : shared.get(cell.shared);
    // A formula that fills several cells is left to a spreadsheet.
    if (cell.fills === undefined || !cell.fills.includes(':')) sheet.formulas.set(keyOf(row, column), formula === '' && master ? shiftFormula(master.text, row - master.row, column - master.column) : (formula ?? ''));
    else sheet.formulas.set(keyOf(row, column), '');
  });
  return sheet;
}

/** The columns of Excel's own tables, by their headers. */
function tableColumns(book: Book, sheets: ReadonlyMap<string, Sheet>): Cells['tableColumn'] {
  return (table, column) => {
    for (const { name, path } of book.sheets) {
      const found = sheetTables(book, path).find((one) => one.name.toLowerCase() === table.toLowerCase());
      const area = found && areaOf(found.address);
      if (!area) continue;
      const own = sheets.get(name.toLowerCase());
      for (let at = area.left; at <= area.right; at += 1) {
        if (String(own?.values.get(keyOf(area.top, at)) ?? '').toLowerCase() === column.toLowerCase()) return { sheet: name, top: area.top + 1, bottom: area.bottom, column: at };
      }
    }
    return undefined;
  };
}
