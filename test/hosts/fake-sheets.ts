import type { Bounds } from '../../workbench/office/grid';
import { isHidden } from './memory-grid';

/** An in-memory Google spreadsheet for what the add-on uses of Apps Script. */
export interface FakeTab {
  name: string;
  hidden?: boolean;
  protected?: boolean;
  cells: unknown[][];
  /** Merged areas: only their first cell takes a value. */
  merged?: readonly Bounds[];
}

export interface FakeSpreadsheet {
  readonly names: readonly string[];
  readonly tabs: FakeTab[];
  readonly zone: string;
  locked: number;
  largest: number;
  writes: number;
  /** The write that fails, counted from 1. */
  failAt?: number;
  active: string;
}

export function newSpreadsheet(tabs: readonly FakeTab[], zone = 'Asia/Shanghai', names: readonly string[] = []): FakeSpreadsheet {
  return { names, tabs: [...tabs], zone, locked: 0, largest: 0, writes: 0, active: '' };
}

/** Puts the services where the add-on looks for them. */
export function installSheets(book: FakeSpreadsheet): void {
  Object.assign(globalThis, {
    SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet(book), flush: () => undefined },
    LockService: { getDocumentLock: () => ({ waitLock: () => void (book.locked += 1), releaseLock: () => void (book.locked -= 1) }) },
    Session: { getActiveUserLocale: () => 'en' },
    Utilities: { formatDate: (date: Date, zone: string) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(date) },
  });
}

function spreadsheet(book: FakeSpreadsheet): object {
  return {
    getSpreadsheetTimeZone: () => book.zone,
    getNamedRanges: () => book.names.map((name) => ({ getName: () => name })),
    getSheets: () => book.tabs.map((tab) => sheet(book, tab)),
    getSheetByName: (name: string) => {
      const tab = book.tabs.find((one) => one.name === name);
      return tab ? sheet(book, tab) : null;
    },
    insertSheet: (name: string) => {
      const tab: FakeTab = { name, cells: [] };
      book.tabs.push(tab);
      return sheet(book, tab);
    },
    deleteSheet: (gone: { tab: FakeTab }) => void book.tabs.splice(book.tabs.indexOf(gone.tab), 1),
  };
}

function sheet(book: FakeSpreadsheet, tab: FakeTab): object {
  const read = (plain: (cell: unknown) => unknown): unknown[][] => {
    const width = tab.cells.reduce((widest, row) => Math.max(widest, row.length), 1);
    return tab.cells.length === 0 ? [['']] : tab.cells.map((row) => Array.from({ length: width }, (_, x) => plain(row[x] ?? '')));
  };
  const formula = (cell: unknown): cell is { formula: string } => typeof cell === 'object' && cell !== null && 'formula' in cell;
  return {
    tab,
    getName: () => tab.name,
    isSheetHidden: () => tab.hidden === true,
    getDataRange: () => ({ getValues: () => read((cell) => (formula(cell) ? 0 : cell)), getFormulas: () => read((cell) => (formula(cell) ? cell.formula : '')) }),
    clearContents: () => {
      if (tab.protected === true) throw new Error('You are trying to edit a protected cell or object.');
      tab.cells = [];
    },
    activate: () => void (book.active = tab.name),
    getMaxRows: () => 1000,
    getMaxColumns: () => 26,
    getRange: (row: number, column: number, rows: number, columns: number) => ({
      getMergedRanges: () =>
        (tab.merged ?? []).map((area) => ({
          breakApart: () => {
            if (tab.protected === true) throw new Error('You are trying to edit a protected cell or object.');
            tab.merged = (tab.merged ?? []).filter((one) => one !== area);
          },
          merge: () => void (tab.merged = [...(tab.merged ?? []), area]),
        })),
      setValues: (values: unknown[][]) => {
        book.writes += 1;
        if (book.failAt === book.writes) throw new Error('Service Spreadsheets failed.');
        if (tab.protected === true) throw new Error('You are trying to edit a protected cell or object.');
        if (values.length !== rows || values.some((line) => line.length !== columns)) throw new Error('The number of rows in the data does not match the number of rows in the range.');
        book.largest = Math.max(book.largest, rows * columns);
        values.forEach((line, y) => {
          const own = (tab.cells[row - 1 + y] ??= []);
          line.forEach((value, x) => (own[column - 1 + x] = isHidden(tab.merged, row - 1 + y, column - 1 + x) ? '' : stored(value)));
        });
      },
    }),
  };
}

/** Sheets cuts an apostrophe at the beginning to plain text, and takes what begins with = for a formula. */
function stored(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith("'")) return value.slice(1);
  return value.startsWith('=') ? { formula: value } : value;
}
