import { excelWorkbook as excel } from '../../excel-addin/excel-workbook';
import type { Change, WorkOptions } from '../../host-port/change';
import { CELLS_PER_REQUEST, writtenCell } from '../../host-port/change';
import type { ReadBook } from '../../host-port/commands';
import { checkCommand, settleCommand } from '../../host-port/commands';
import { sampleWorkbook } from '../../sample/workbook';
import { readBook as readSheets } from '../../sheets-addon/read-book';
import { applyChanges as applySheets } from '../../sheets-addon/write-changes';
import type { OwnFormula } from '../../host-port/workbook';
import { serve } from '../../sheets-addon/serve';
import type { Bounds } from '../../workbench/office/grid';
import { installExcel, newBook } from './fake-excel';
import { installSheets, newSpreadsheet } from './fake-sheets';

interface Content {
  readonly name: string;
  readonly cells: unknown[][];
  readonly protected?: boolean;
  readonly merged?: readonly Bounds[];
}

/** A host as the contract sees it: what it reads and writes, and what then stands in the workbook. */
interface Host {
  readonly read: (isCancelled?: () => boolean) => Promise<ReadBook>;
  readonly formulas: () => Promise<readonly OwnFormula[]>;
  readonly apply: (changes: readonly Change[], isCancelled?: () => boolean) => Promise<void>;
  readonly content: () => Content[];
  /** How many merged areas each sheet has. */
  readonly merged: () => number[];
  readonly charts: () => (readonly string[] | undefined)[];
  readonly fills: () => (readonly string[] | undefined)[];
  readonly failAt: (request: number) => void;
  readonly largest: () => number;
  readonly rename: (from: string, to: string) => void;
}

const optionsOf = (isCancelled?: () => boolean): WorkOptions => ({ language: 'en', ...(isCancelled ? { isCancelled } : {}) });

function excelHost(content: readonly Content[], names: readonly string[] = []): Host {
  const book = newBook(content, names);
  installExcel(book, ['ExcelApi 1.13']);
  return {
    read: (isCancelled) => excel.read(optionsOf(isCancelled)),
    formulas: () => excel.formulas(optionsOf()),
    apply: (changes, isCancelled) => excel.apply(changes, optionsOf(isCancelled)),
    content: () => book.sheets.map(({ name, cells }) => ({ name, cells })),
    merged: () => book.sheets.map(({ merged }) => merged?.length ?? 0),
    charts: () => book.sheets.map(({ charts }) => charts),
    fills: () => book.sheets.map(({ fills }) => fills),
    // Reading the sheet's old content is the first request of a write.
    failAt: (request) => void (book.failAt = book.requests + request + 1),
    largest: () => book.largest,
    rename: (from, to) => book.sheets.filter(({ name }) => name === from).forEach((sheet) => (sheet.name = to)),
  };
}

function sheetsHost(content: readonly Content[], names: readonly string[] = []): Host {
  const book = newSpreadsheet(content, undefined, names);
  installSheets(book);
  return {
    read: async (isCancelled) => readSheets(optionsOf(isCancelled)),
    formulas: async () => (JSON.parse(serve(JSON.stringify({ ask: 'formulas' }))) as { value: OwnFormula[] }).value,
    apply: async (changes, isCancelled) => applySheets(changes, optionsOf(isCancelled)),
    content: () => book.tabs.map(({ name, cells }) => ({ name, cells })),
    merged: () => book.tabs.map(({ merged }) => merged?.length ?? 0),
    charts: () => book.tabs.map(({ charts }) => charts),
    fills: () => book.tabs.map(({ fills }) => fills),
    failAt: (request) => void (book.failAt = book.writes + request),
    largest: () => book.largest,
    rename: (from, to) => book.tabs.filter(({ name }) => name === from).forEach((tab) => (tab.name = to)),
  };
}

const area = { row: 3, column: 1 } as const;
const write = (sheet: string, rows: (string | number)[][]): Change => ({ kind: 'write sheet', sheet, rows });
const orders: Content = { name: 'Orders', cells: [['Order', 'Order date', 'Owner', 'Amount'], ['P1', '2026-03-05', 'Amy', 100]] };

describe.each([['Excel', excelHost], ['Google Sheets', sheetsHost]] as const)('the workbook of %s', (_name, open) => {
  it('reads every sheet with the place of its first cell', async () => {
    const [first] = (await open([orders, { name: 'Empty', cells: [] }]).read()).sheets;
    expect(first).toMatchObject({ cells: orders.cells, origin: { sheet: 'Orders', row: 1, column: 1 } });
  });

  it('writes into a new sheet, and replaces a sheet that is there, longer or shorter', async () => {
    const host = open([orders]);
    await host.apply([write('Result', [['Person', 'Pay'], ['Amy', 10], ['Ben', 20]])]);
    await host.apply([write('Result', [['Person'], ['Amy']])]);
    expect(host.content()).toEqual([orders, { name: 'Result', cells: [['Person'], ['Amy']] }]);
  });

  it('writes text that looks like a formula, a month or a number as text', async () => {
    const host = open([]);
    const rows = [['=HYPERLINK("x")', '+1', '-1', '@a', "'quoted", '<img src=x>', -5], ['2026-03', '3/4', '00123', '123456789012345678', '2026-03-05', '5%', '']];
    await host.apply([write('Texts', rows)]);
    expect(host.content()[0]?.cells).toEqual(rows);
    expect(rows.flat().filter((cell) => writtenCell(cell) !== cell)).toEqual(['=HYPERLINK("x")', '+1', '-1', '@a', "'quoted", '2026-03', '3/4', '00123', '123456789012345678']);
  });

  it('refuses names no sheet can have, and a sheet twice, before anything is touched', async () => {
    const host = open([orders]);
    for (const bad of ['', 'a/b', 'x'.repeat(32)]) await expect(host.apply([write('Good', [['a']]), write(bad, [['a']])])).rejects.toThrow(/no name for a sheet/);
    await expect(host.apply([write('A', [['a']]), write('a', [['b']])])).rejects.toThrow(/written twice/);
    expect(host.content()).toEqual([orders]);
  });

  it('takes everything back when a change fails: the old content of one sheet, and another that was new', async () => {
    const old: Content = { name: 'Old', cells: [['kept', 1]] };
    const locked: Content = { name: 'Locked', cells: [['x']], protected: true };
    const host = open([old, locked]);
    await expect(host.apply([write('New', [['a']]), write('Old', [['b'], ['c']]), write('Locked', [['d']])])).rejects.toThrow(/protected/);
    expect(host.content()).toEqual([old, { name: 'Locked', cells: [['x']] }]);
  });

  it('keeps formulas when it takes a write back', async () => {
    const host = open([{ name: 'Old', cells: [[{ formula: '=SUM(A2:A3)' }, 2]] }]);
    host.failAt(1);
    await expect(host.apply([write('Old', [['b']])])).rejects.toThrow(/failed/);
    expect(host.content()).toEqual([{ name: 'Old', cells: [[{ formula: '=SUM(A2:A3)' }, 2]] }]);
  });

  it('puts text back as text when it takes a write back, even text that looks like a formula', async () => {
    const old: Content = { name: 'Old', cells: [['=1+1', '+86 139', "it's", -5]] };
    const host = open([old]);
    host.failAt(1);
    await expect(host.apply([write('Old', [['b']])])).rejects.toThrow(/failed/);
    expect(host.content()).toEqual([old]);
  });

  it('writes every cell of a table over merged cells, and merges them again when it takes the write back', async () => {
    const merged = [{ row: 0, column: 0, rows: 1, columns: 2 }, { row: 1, column: 0, rows: 2, columns: 1 }];
    const old = (): Content => ({ name: 'Old', cells: [['Title', ''], ['Amy', 1], ['', 2]], merged });
    const rows = [['Person', 'Pay'], ['Amy', 10], ['Ben', 20]];
    const host = open([old()]);
    await host.apply([write('Old', rows)]);
    expect([host.content()[0]?.cells, host.merged()]).toEqual([rows, [0]]);
    const failing = open([old(), { name: 'Locked', cells: [['x']], protected: true }]);
    await expect(failing.apply([write('Old', rows), write('Locked', rows)])).rejects.toThrow(/protected/);
    expect([failing.content()[0]?.cells, failing.merged()]).toEqual([old().cells, [2, 0]]);
  });

  it('takes everything back when it is called off in the middle of a write', async () => {
    const old: Content = { name: 'Long', cells: [['old', 'table']] };
    const host = open([old]);
    let asked = 0;
    const rows = Array.from({ length: 100000 }, (_, row) => [row, row, row]);
    await expect(host.apply([write('New', [['a']]), write('Long', rows)], () => (asked += 1) > 4)).rejects.toThrow('Called off: the workbook is as it was before.');
    expect(host.content()).toEqual([old]);
    await expect(host.apply([write('New', [['a']])], () => true)).rejects.toThrow(/Called off/);
    expect(host.content()).toEqual([old]);
  });

  it('ends reading between two requests when it is called off', async () => {
    const host = open([orders, { name: 'Long', cells: Array.from({ length: 30000 }, (_, row) => [row, row, row, row]) }]);
    let asked = 0;
    await expect(host.read(() => (asked += 1) > 1)).rejects.toThrow(/Called off/);
    expect(asked).toBe(2);
    expect((await host.read()).sheets.length).toBe(2);
  });

  it('leaves the old table when a request in the middle of a long write fails', async () => {
    const old: Content = { name: 'Long', cells: [['old', 'table']] };
    const host = open([old]);
    host.failAt(3);
    await expect(host.apply([write('Long', Array.from({ length: 100000 }, (_, row) => [row, row, row]))])).rejects.toThrow(/failed/);
    expect(host.content()).toEqual([old]);
  });

  it('moves 100,000 rows in requests that no host refuses', async () => {
    const host = open([]);
    const rows = Array.from({ length: 100000 }, (_, row) => [`PO-${row}`, row, row / 2, 'Amy']);
    await host.apply([write('Long', rows)]);
    const [read] = (await host.read()).sheets;
    expect(read?.cells).toEqual(rows);
    expect(host.largest()).toBeLessThanOrEqual(CELLS_PER_REQUEST);
  });

  it('checks and settles the sample with what it reads, blanks as "", null or 0', async () => {
    const sample = sampleWorkbook({ language: 'en', lines: 120 });
    const paid: unknown[] = [];
    for (const blank of ['', null, 0]) {
      const host = open(sample.map(({ name, cells }) => ({ name, cells: cells.map((row) => row.map((cell) => (cell === '' ? blank : cell))) })));
      const settled = settleCommand(await host.read());
      expect(settled.message).toBe('Settled 2026-03: see the sheet “Settlement 2026-03”.');
      await host.apply(settled.changes);
      paid.push(host.content().find(({ name }) => name === 'Settlement 2026-03')?.cells);
      const checked = checkCommand(await host.read());
      expect(checked.message).toMatch(/\d+ issues, 0 of them errors: see the sheet “Check”/);
    }
    expect(paid[1]).toEqual(paid[0]);
    expect(paid[2]).toEqual(paid[0]);
  });

  it('leaves a sheet alone that was renamed between reading and writing', async () => {
    const host = open([orders, { name: 'Check', cells: [['old result']] }]);
    const { changes } = checkCommand(await host.read());
    host.rename('Check', 'Check of Monday');
    await host.apply(changes);
    expect(host.content().map(({ name }) => name)).toEqual(['Orders', 'Check of Monday', 'Check']);
    expect(host.content()[1]?.cells).toEqual([['old result']]);
  });

  it('points out names of the workbook that hide a function', async () => {
    const host = open([orders], ['settle', 'OurOrders']);
    const { changes } = checkCommand(await host.read());
    expect(changes[0]?.rows.filter((row) => String(row[3]).includes('name'))).toEqual([['Warning', '', '', 'The workbook gives the name settle to a range or table: it hides the function of that name.', 'Rename it.']]);
  });

  it('writes below a table, and only where the cells are still blank if that is asked for', async () => {
    const host = open([{ ...orders, cells: orders.cells.map((row) => [...row]) }]);
    const change: Change = { kind: 'write cells', sheet: 'Orders', ...area, rows: [['P2', '2026-03-06', 'Ben', 50], ['P3', '', '=Ben', 60]], expectBlank: true };
    await host.apply([change]);
    const written = [...orders.cells, ['P2', '2026-03-06', 'Ben', 50], ['P3', '', '=Ben', 60]];
    expect(host.content()[0]?.cells).toEqual(written);
    await expect(host.apply([write('Other', [['a']]), { ...change, row: 4 }])).rejects.toThrow(/meanwhile written on “Orders”/);
    expect(host.content()).toEqual([{ name: 'Orders', cells: written }]);
    await host.apply([{ ...change, rows: [['P9']], expectBlank: false }]);
    expect(host.content()[0]?.cells[2]).toEqual(['P9', '2026-03-06', 'Ben', 50]);
  });

  it('sets a formula where a person has picked a cell, names a range, and takes both back', async () => {
    const host = open([{ name: 'Pay', cells: [['old']] }, { name: 'Locked', cells: [['x']], protected: true }]);
    const changes: Change[] = [{ kind: 'set formula', sheet: 'Pay', row: 1, column: 1, formula: '=SETTLE("2026-03")' }, { kind: 'define name', name: 'MeritOrders', sheet: 'Pay', row: 1, column: 1, rows: 9, columns: 2 }];
    await expect(host.apply([...changes, write('Locked', [['y']])])).rejects.toThrow(/protected/);
    expect([host.content()[0]?.cells, (await host.read()).names]).toEqual([[['old']], []]);
    await host.apply(changes);
    expect(host.content()[0]?.cells).toEqual([[{ formula: '=SETTLE("2026-03")' }]]);
    expect((await host.read()).names).toEqual([{ name: 'MeritOrders', area: { sheet: 'Pay', row: 1, column: 1, rows: 9, columns: 2 } }]);
    await host.apply([{ kind: 'define name', name: 'MeritOrders', sheet: 'Pay', row: 1, column: 1, rows: 12, columns: 2 }]);
    expect((await host.read()).names[0]?.area?.rows).toBe(12);
  });

  it('lists the formulas of ours with the cells they fill, and nobody else’s', async () => {
    const settle = { formula: '=SETTLE("2026-03", "summary", Rules)', result: 'Person', fills: { rows: 2, columns: 2 } };
    const host = open([{ name: 'Pay', cells: [['', settle, 'Pay', ''], ['', 'Amy', 10, ''], [{ formula: '=SUM(C2)' }, '', '', { formula: '=-tierpay(5, A1:B2)', result: 7 }]] }]);
    expect(await host.formulas()).toEqual([
      { sheet: 'Pay', row: 1, column: 2, formula: settle.formula, values: [['Person', 'Pay'], ['Amy', 10]] },
      { sheet: 'Pay', row: 3, column: 4, formula: '=-tierpay(5, A1:B2)', values: [[7]] },
    ]);
  });

  it('lets go of a sheet’s protection for a write, and protects it again, also when the write fails', async () => {
    const host = open([{ name: 'Statements', cells: [['Period']], protected: true }, { name: 'Locked', cells: [['x']], protected: true }]);
    const close: Change[] = [{ kind: 'protect sheet', sheet: 'Statements', on: false }, { kind: 'write cells', sheet: 'Statements', row: 2, column: 1, rows: [['March']] }, { kind: 'protect sheet', sheet: 'Statements', on: true }];
    await expect(host.apply([...close.slice(0, 2), write('Locked', [['y']])])).rejects.toThrow(/protected/);
    await expect(host.apply([close[1]!])).rejects.toThrow(/protected/);
    await host.apply(close);
    expect(host.content()[0]?.cells).toEqual([['Period'], ['March']]);
    await expect(host.apply([close[1]!])).rejects.toThrow(/protected/);
  });

  it('draws the charts of a new sheet, formats, colours and protects it', async () => {
    const host = open([]);
    await host.apply([{ kind: 'write sheet', sheet: 'Dash', rows: [['Scores'], ['Person', 'Score'], ['Amy', 95.5]], look: { titleRows: 1, formats: { 1: '0.0' }, protect: true, page: 'landscape', charts: [{ kind: 'bar', title: 'Scores', row: 2, column: 1, rows: 2, columns: 2 }, { kind: 'line', title: 'Trend', row: 2, column: 1, rows: 2, columns: 2 }], fills: [{ row: 3, column: 2, color: '#FFEB9C' }] } }]);
    expect(host.charts()).toEqual([[expect.stringMatching(/^bar.* 2×2 Scores$/i), expect.stringMatching(/^line.* 2×2 Trend$/i)]]);
    expect(host.fills()).toEqual([['2,1 #E8EEF7', '3,2 #FFEB9C']]);
    await expect(host.apply([write('Dash', [['x']])])).rejects.toThrow(/protected/);
  });

  it('says so when a sheet was deleted between reading and writing', async () => {
    const host = open([orders]);
    await expect(host.apply([{ kind: 'write cells', sheet: 'Gone', ...area, rows: [['a']] }])).rejects.toThrow('The sheet “Gone” is no longer there: nothing was written.');
  });

  it('says what is missing where there is nothing to work on', async () => {
    const host = open([{ name: 'Notes', cells: [['hello']] }]);
    expect(checkCommand(await host.read())).toEqual({ changes: [], message: expect.stringContaining('No table was recognised') });
    expect(settleCommand(await host.read()).changes).toEqual([]);
  });
});

describe('only in one host', () => {
  it('Excel’s serials are read in the workbook’s own date system', async () => {
    for (const [counts1904, serial] of [[false, 46086], [true, 44624]] as const) {
      const book = newBook([{ name: 'Orders', cells: [['Order', 'Order date', 'Owner', 'Amount'], ['P1', serial, 'Amy', 50000]] }, { name: 'People', cells: [['Person', 'Team'], ['Amy', 'EU']] }, { name: 'Rules', cells: [['Plan', 'Rule', 'Value'], ['P', 'rate', '1%']] }]);
      book.counts1904 = counts1904;
      installExcel(book);
      const read = await excel.read(optionsOf());
      const { changes } = settleCommand(read);
      // 5 March 2026; the amount is no date.
      expect([changes[0]?.sheet, changes[0]?.rows[1]?.[6]]).toEqual(['Settlement 2026-03', 500]);
      // A formula cannot know the date system: Check says so.
      expect(checkCommand(read).changes[0]?.rows.some((row) => String(row[3]).includes('1904'))).toBe(counts1904);
    }
  });

  it('Excel merges a write into one step of undo where it can', async () => {
    const book = newBook([]);
    installExcel(book, ['ExcelApi 1.20']);
    await excel.apply([write('A', [['a']])], { language: 'en' });
    expect(book.undoGroups).toBe(1);
  });

  it('Sheets holds the document’s lock while it writes, and lets go of it when it fails', () => {
    const book = newSpreadsheet([{ name: 'A', cells: [['x']], protected: true }]);
    installSheets(book);
    expect(() => applySheets([write('A', [['a']])], { language: 'en' })).toThrow(/protected/);
    expect(book.locked).toBe(0);
  });

  it('Sheets reads dates as the days of a New York sheet, whatever the script’s own zone', () => {
    installSheets(newSpreadsheet([{ name: 'Orders', cells: [['Order date'], [new Date('2026-03-05T05:00:00Z')]] }], 'America/New_York'));
    expect(readSheets(optionsOf()).sheets[0]?.cells[1]).toEqual(['2026-03-05']);
  });

  it('hidden sheets are not read, but known to be there', async () => {
    installSheets(newSpreadsheet([{ name: 'Old', hidden: true, cells: [['Order', 'Order date', 'Owner', 'Amount']] }]));
    expect(readSheets(optionsOf()).sheets).toEqual([{ cells: [], isHidden: true, origin: { sheet: 'Old', row: 1, column: 1 } }]);
  });
});
