import type { Bounds } from '../../workbench/office/grid';
import { isHidden } from './memory-grid';

/** An in-memory Google spreadsheet for what the add-on uses of Apps Script. */
export interface FakeTab {
  name: string;
  hidden?: boolean;
  protected?: boolean;
  cells: unknown[][];
  formats?: string[][];
  /** Merged areas: only their first cell takes a value. */
  merged?: readonly Bounds[];
  charts?: string[];
  /** The colours behind cells, as `row,column #RRGGBB`. */
  fills?: string[];
}

export interface FakeSpreadsheet {
  readonly names: Map<string, { readonly tab: FakeTab; readonly bounds: Bounds }>;
  selection?: { readonly tab: FakeTab; readonly bounds: Bounds };
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
  const own = [...tabs];
  return { names: new Map(names.map((name) => [name, { tab: own[0]!, bounds: ONE_CELL }])), tabs: own, zone, locked: 0, largest: 0, writes: 0, active: '' };
}

const ONE_CELL: Bounds = { row: 0, column: 0, rows: 1, columns: 1 };

/** Puts the services where the add-on looks for them. */
export function installSheets(book: FakeSpreadsheet): void {
  Object.assign(globalThis, {
    SpreadsheetApp: { ProtectionType: { SHEET: 'SHEET' }, getActiveSpreadsheet: () => spreadsheet(book), flush: () => undefined },
    Charts: { ChartType: { BAR: 'BarClustered', COLUMN: 'ColumnClustered', LINE: 'Line' } },
    LockService: { getDocumentLock: () => ({ waitLock: () => void (book.locked += 1), releaseLock: () => void (book.locked -= 1) }) },
    Session: { getActiveUserLocale: () => 'en' },
    Utilities: { formatDate: (date: Date, zone: string) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(date) },
  });
}

function spreadsheet(book: FakeSpreadsheet): object {
  return {
    getSpreadsheetTimeZone: () => book.zone,
    getNamedRanges: () => [...book.names].map(([name, { tab, bounds }]) => ({ getName: () => name, getRange: () => rangeOf(book, tab, bounds) })),
    setNamedRange: (name: string, range: { tab: FakeTab; bounds: Bounds }) => void book.names.set(name, range),
    removeNamedRange: (name: string) => void book.names.delete(name),
    getActiveRange: () => rangeOf(book, book.selection?.tab ?? book.tabs[0]!, book.selection?.bounds ?? ONE_CELL),
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
  return {
    tab,
    getName: () => tab.name,
    isSheetHidden: () => tab.hidden === true,
    getDataRange: () => ({ getValues: () => read((cell) => (isFormula(cell) ? (cell.result ?? 0) : cell)), getFormulas: () => read((cell) => (isFormula(cell) ? cell.formula : '')), getNumberFormats: () => tab.formats ?? [], getMergedRanges: () => (tab.merged ?? []).map((area) => rangeOf(book, tab, area)) }),
    clearContents: () => {
      if (tab.protected === true) throw new Error('You are trying to edit a protected cell or object.');
      tab.cells = [];
    },
    activate: () => void (book.active = tab.name),
    getMaxRows: () => 1000,
    getMaxColumns: () => 26,
    setFrozenRows: () => undefined,
    setColumnWidth: () => undefined,
    newChart: () => chartBuilder(''),
    insertChart: (chart: string) => void (tab.charts ??= []).push(chart),
    getProtections: () => (tab.protected === true ? [{ remove: () => void (tab.protected = false) }] : []),
    protect: () => {
      tab.protected = true;
      return { setWarningOnly: () => undefined };
    },
    getRange: (row: number, column: number, rows = 1, columns = 1) => rangeOf(book, tab, { row: row - 1, column: column - 1, rows, columns }),
  };
}

function isFormula(cell: unknown): cell is { formula: string; result?: unknown } {
  return typeof cell === 'object' && cell !== null && 'formula' in cell;
}

function rangeOf(book: FakeSpreadsheet, tab: FakeTab, bounds: Bounds): object {
  const { row, column, rows, columns } = bounds;
  const read = (show: (cell: unknown) => unknown): unknown[][] => Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_unused, x) => show(tab.cells[row + y]?.[column + x] ?? '')));
  const write = (values: unknown[][]): void => {
    book.writes += 1;
    if (book.failAt === book.writes) throw new Error('Service Spreadsheets failed.');
    if (tab.protected === true) throw new Error('You are trying to edit a protected cell or object.');
    if (values.length !== rows || values.some((line) => line.length !== columns)) throw new Error('The number of rows in the data does not match the number of rows in the range.');
    book.largest = Math.max(book.largest, rows * columns);
    values.forEach((line, y) => {
      const own = (tab.cells[row + y] ??= []);
      line.forEach((value, x) => (own[column + x] = isHidden(tab.merged, row + y, column + x) ? '' : stored(value)));
    });
  };
  return {
    tab,
    bounds,
    getRow: () => row + 1,
    getColumn: () => column + 1,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getSheet: () => sheet(book, tab),
    activate: () => void (book.selection = { tab, bounds }),
    getValues: () => read((cell) => (isFormula(cell) ? (cell.result ?? 0) : cell)),
    getFormulas: () => read((cell) => (isFormula(cell) ? cell.formula : '')),
    setValues: write,
    setFormula: (formula: string) => write([[formula]]),
    setFontWeight: () => undefined,
    setBackground: (color: string) => void (tab.fills ??= []).push(`${row + 1},${column + 1} ${color}`),
    setNumberFormat: () => undefined,
    setWrap: () => undefined,
    getMergedRanges: () =>
      (tab.merged ?? []).map((area) => ({
        breakApart: () => {
          if (tab.protected === true) throw new Error('You are trying to edit a protected cell or object.');
          tab.merged = (tab.merged ?? []).filter((one) => one !== area);
        },
        merge: () => void (tab.merged = [...(tab.merged ?? []), area]),
      })),
  };
}

/** A chart in the making: what was asked for, in words. */
function chartBuilder(made: string): object {
  return {
    setChartType: (type: string) => chartBuilder(type),
    addRange: ({ bounds }: { bounds: Bounds }) => chartBuilder(`${made} ${bounds.rows}×${bounds.columns}`),
    setNumHeaders: () => chartBuilder(made),
    setOption: (_: string, title: string) => chartBuilder(`${made} ${title}`),
    setPosition: () => chartBuilder(made),
    build: () => made,
  };
}

/** Sheets cuts an apostrophe at the beginning to plain text, and takes what begins with = for a formula. */
function stored(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith("'")) return value.slice(1);
  return value.startsWith('=') ? { formula: value } : value;
}
