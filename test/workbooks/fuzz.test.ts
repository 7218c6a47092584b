import fc from 'fast-check';
import { settlementView } from '../../core/catalogue/functions/settle';
import { settle } from '../../core/commission/settle';
import type { Cell, Merge, RangeSource } from '../../core/table/cell';
import type { Book } from '../../core/table/find/book';
import { findTables } from '../../core/table/find/find-tables';
import { readingNotes } from '../../core/table/recognise';
import { readPeriod } from '../../core/table/period';

/**
 * A good workbook as people make it theirs: titles, totals, merged cells, noise in headers, other forms of dates and
 * numbers, blank columns, sheets of other kinds. The pay stays the same, or an issue names the cell.
 */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 300);

interface Line {
  readonly order: string;
  readonly day: number;
  readonly owner: string;
  readonly cents: number;
}

interface Grid {
  cells: Cell[][];
  merges: Merge[];
}

const line = fc.record({ day: fc.integer({ min: 1, max: 28 }), owner: fc.constantFrom('Amy', 'Ben'), cents: fc.integer({ min: 100, max: 9999999 }) });
const lines = fc.array(line, { minLength: 2, maxLength: 6 }).map((all) => all.map((one, index): Line => ({ ...one, order: `PO-${index + 1}` })));

/** Headers of each column, as they are and with noise about them. */
const HEADERS: readonly (readonly string[])[] = [
  ['Order', 'Order No.', '*Order no', 'Order:', 'ORDER  NUMBER', '订单号', '*订单号', 'PO No', 'Order\nNo.', 'Order #'],
  ['Order date', 'Order Date:', 'DATE OF ORDER', '下单日期', '签约日期（必填）', 'Order\ndate', 'Ordered on'],
  ['Owner', 'Sales Rep.', 'Salesperson', '业务员', '*业务员', 'Sales representative', '跟进人'],
  ['Amount', 'Amount (CNY)', '金额（元）', 'Order Amount', 'AMOUNT:', '订单金额', 'Amount 7,244.50', 'Total amount'],
];

const pad = (number: number): string => String(number).padStart(2, '0');
const DATES: readonly ((day: number) => Cell)[] = [
  (day) => `2026-03-${pad(day)}`, (day) => `2026/3/${day}`, (day) => `2026.3.${day}`, (day) => `2026年3月${day}日`, (day) => `202603${pad(day)}`, (day) => 46081 + day, (day) => `${day}-Mar-26`, (day) => `Mar ${day}, 2026`, (day) => `2026-03-${pad(day)} 09:30`, (day) => `2026-03-${pad(day)}T09:30:00Z`, (day) => `${pad(day)}/03/2026`, (day) => `03/${pad(day)}/2026`, (day) => `3月${day}日`,
];
const AMOUNTS: readonly ((cents: number) => Cell)[] = [
  (cents) => cents / 100, (cents) => (cents / 100).toFixed(2), (cents) => `¥${grouped(cents)}`, (cents) => `${grouped(cents)}元`, (cents) => `CNY ${grouped(cents)}`, (cents) => ` ${grouped(cents)} `, (cents) => `${cents / 1000000}万`, (cents) => grouped(cents).replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')), (cents) => `about ${cents / 100}`,
];

function grouped(cents: number): string {
  const [whole = '', fraction = ''] = (cents / 100).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${fraction}`;
}

type Change = (grid: Grid) => void;

const shifted = (grid: Grid, rows: number, columns: number): void => {
  grid.merges = grid.merges.map((merge) => ({ ...merge, row: merge.row + rows, column: merge.column + columns }));
};

function headerRow(grid: Grid): number {
  return grid.cells.findIndex((row) => row.filter((cell) => typeof cell === 'string').length > 2);
}

/** Puts a row in, and moves what was merged below it; merged cells that it would cut keep to their rows. */
function insert(grid: Grid, at: number, row: Cell[]): void {
  if (grid.merges.some((merge) => merge.row < at && merge.row + merge.rows > at)) return;
  grid.cells.splice(at, 0, row);
  grid.merges = grid.merges.map((merge) => (merge.row >= at ? { ...merge, row: merge.row + 1 } : merge));
}

const total = (label: string, place: number): Change => (grid) => {
  const width = Math.max(...grid.cells.map((row) => row.length));
  const header = grid.cells.findIndex((row) => row.filter((cell) => typeof cell === 'string').length > 2);
  const row: Cell[] = Array.from({ length: width }, () => null);
  row[place] = label;
  row[width - 1] = grid.cells.slice(header + 1).reduce<number>((sum, one) => sum + (typeof one[width - 1] === 'number' ? (one[width - 1] as number) : 0), 0);
  grid.cells.push(row);
};

/** What people do to a sheet of orders; none of it changes what anybody earns. */
const CHANGES: readonly Change[] = [
  (grid) => { grid.cells.unshift(['ACME export sales 2026']); shifted(grid, 1, 0); },
  (grid) => { grid.cells.unshift(['Unit: CNY'], []); shifted(grid, 2, 0); },
  (grid) => { grid.cells.unshift(['2026年3月订单明细']); shifted(grid, 1, 0); grid.merges.push({ row: 0, column: 0, rows: 1, columns: 4 }); },
  (grid) => { grid.cells = grid.cells.map((row) => [null, ...row]); shifted(grid, 0, 1); },
  total('合计', 0), total('Total', 0), total('Grand total:', 0),
  (grid) => void grid.cells.push([], ['Note: amounts exclude VAT'], ['Prepared by: Li', null, 'Approved:']),
  (grid) => void grid.cells.push([], []),
  (grid) => { for (const row of grid.cells) row.splice(1, 0, null); grid.merges = grid.merges.map((merge) => (merge.column >= 1 ? { ...merge, column: merge.column + 1 } : merge)); },
  (grid) => void grid.cells.push(['PO-900', null, null, null], ['PO-901', null, null, null, false]),
  // The header stands again on the next page, and rows are parted by blank ones.
  (grid) => insert(grid, headerRow(grid) + 2, [...grid.cells[headerRow(grid)]!]),
  (grid) => insert(grid, headerRow(grid) + 2, []),
  // Further columns of the team's own, to the right.
  (grid) => grid.cells.forEach((row, index) => index === headerRow(grid) && row.push('Remark', 'Margin %', 'Week')),
  (grid) => { for (const row of grid.cells.slice(headerRow(grid) + 1)) if (row.length > 3) row.push('sample sent'); grid.cells[headerRow(grid)]!.push('Notes of ours'); },
  // A group over some columns, above the header.
  (grid) => { insert(grid, headerRow(grid), grid.cells[headerRow(grid)]!.map((cell, column) => (column === 0 && cell !== null ? 'Order' : null))); },
];

const OTHERS: Readonly<Record<string, Cell[][]>> = {
  Products: [['ID', 'Name', 'Price'], ['p1', 'Bolt', 2]],
  Customers: [['ID', 'Name', 'Country'], ['c1', 'ACME', 'DE']],
  Readme: [['How to use this book'], ['1. Type your orders']],
  'Settlement 2026-02': [['Period', 'Person', 'Earned', 'Why'], ['2026-02', 'Amy', 5, 'x']],
  Pay: [['姓名', '销售额', '提成'], ['Amy', 1000, 50]],
};

interface Story {
  readonly lines: readonly Line[];
  readonly headers: readonly number[];
  readonly date: number;
  readonly amount: number;
  readonly changes: readonly number[];
  readonly others: readonly string[];
  readonly mergesOwner: boolean;
  /** Orders stand on two sheets, a month each. */
  readonly isSplit: boolean;
}

const story: fc.Arbitrary<Story> = fc.record({
  lines,
  headers: fc.tuple(...HEADERS.map((all) => fc.nat(all.length - 1))),
  date: fc.nat(DATES.length - 1),
  amount: fc.nat(AMOUNTS.length - 1),
  changes: fc.array(fc.nat(CHANGES.length - 1), { maxLength: 3 }),
  others: fc.subarray(Object.keys(OTHERS)),
  mergesOwner: fc.boolean(),
  isSplit: fc.boolean(),
});

function gridOf({ lines: all, headers, date, amount, changes, mergesOwner }: Story): Grid {
  const grid: Grid = { cells: [headers.map((index, column) => HEADERS[column]![index]!), ...all.map(({ order, day, owner, cents }) => [order, DATES[date]!(day), owner, AMOUNTS[amount]!(cents)])], merges: [] };
  // The same owner in the rows below one another stands once, in merged cells.
  if (mergesOwner) {
    for (let row = 1; row < grid.cells.length; ) {
      let end = row + 1;
      while (end < grid.cells.length && all[end - 1]!.owner === all[row - 1]!.owner) end += 1;
      if (end - row > 1) {
        grid.merges.push({ row, column: 2, rows: end - row, columns: 1 });
        for (let below = row + 1; below < end; below += 1) grid.cells[below]![2] = null;
      }
      row = end;
    }
  }
  for (const change of changes) CHANGES[change]!(grid);
  return grid;
}

function bookOf(told: Story): Book {
  const half = Math.ceil(told.lines.length / 2);
  const parts = told.isSplit ? [{ ...told, lines: told.lines.slice(0, half) }, { ...told, lines: told.lines.slice(half) }] : [told];
  const sheet = (name: string, own: Partial<RangeSource> & Pick<RangeSource, 'cells'>): RangeSource => ({ origin: { sheet: name, row: 1, column: 1 }, ...own });
  return {
    sheets: [
      ...told.others.map((name) => sheet(name, { cells: OTHERS[name]! })),
      sheet('Rules', { cells: [['Plan', 'Rule', 'Value'], ['P', 'rate', '10%']] }),
      sheet('People', { cells: [['Person', 'Team'], ['Amy', 'EU'], ['Ben', 'EU']] }),
      ...parts.map((part, index) => sheet(told.isSplit ? `2026-0${index + 2}` : '2026 sales', gridOf(part))),
    ],
    names: [],
  };
}

function payOf(book: Book): { readonly pay: Readonly<Record<string, unknown>>; readonly named: number } {
  const tables = findTables(book);
  const settled = settle(tables, { period: readPeriod('2026-03') });
  const named = [...tables.issues, ...(settled.ok ? settled.value.unused : settled.issues)].filter(({ at }) => at?.origin !== undefined && at.row !== undefined).length;
  if (!settled.ok) return { pay: {}, named };
  const [header = [], ...rows] = settlementView(settled.value, 'summary', 'en');
  const [person, payable] = [header.indexOf('Person'), header.indexOf('Payable')];
  return { pay: Object.fromEntries(rows.filter((row) => row[person] === 'Amy' || row[person] === 'Ben').map((row) => [String(row[person]), row[payable]])), named: named + (readingNotes(tables).some(({ code }) => code === 'cell.notDate') ? 1 : 0) };
}

/** 10 % of each one's orders, rounded once, half up. */
function rightPay(all: readonly Line[]): Record<string, number> {
  const of = (name: string): number => Math.round(all.filter(({ owner }) => owner === name).reduce((sum, { cents }) => sum + cents, 0) / 10 + 1e-9) / 100;
  return { Amy: of('Amy'), Ben: of('Ben') };
}

describe('a good workbook as people make it theirs', () => {
  it('pays the same, or an issue names the cell', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { pay, named } = payOf(bookOf(told));
        const right = rightPay(told.lines);
        if (JSON.stringify(pay) === JSON.stringify(right)) return;
        if (named === 0) throw new Error(`${JSON.stringify(pay)} is not ${JSON.stringify(right)}, and nothing is said:\n${JSON.stringify(gridOf(told))}`);
      }),
      { numRuns: RUNS },
    );
  });

  it('pays the same whatever is put around a plain table', () => {
    fc.assert(
      fc.property(story.map((told) => ({ ...told, date: told.date % 10, amount: told.amount % 6 })), (told) => {
        expect({ ...payOf(bookOf(told)).pay, told: JSON.stringify(gridOf(told)).slice(0, 900) }).toEqual({ ...rightPay(told.lines), told: JSON.stringify(gridOf(told)).slice(0, 900) });
      }),
      { numRuns: RUNS },
    );
  });
});
