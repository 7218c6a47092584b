import { call } from '../../../core/catalogue/call';
import type { Cell, Range, RangeSource } from '../../../core/table/cell';
import type { Book } from '../../../core/table/find/book';
import { findTables } from '../../../core/table/find/find-tables';
import { readPeriodHeader } from '../../../core/table/period-header';
import { readingNotes } from '../../../core/table/recognise';
import { shownCell } from '../../../core/table/shown-cell';
import { numberAt, numberColumn, textAt, textColumn } from '../../../core/table/table';
import { exactToText } from '../../../core/amount/text';
import { issueLine } from '../../../core/table/issue';
import { readActuals } from '../../../core/kpi/actuals';
import { readTargets } from '../../../core/kpi/targets';
import { CALENDAR_MONTHS } from '../../../core/table/period';

const RULES: Range = [['Plan', 'Rule', 'Value'], ['P', 'rate', '10%']];
const PEOPLE: Range = [['Person', 'Team'], ['Amy', 'EU'], ['Ben', 'EU']];

function bookOf(sheets: Readonly<Record<string, Range | RangeSource>>, names: Book['names'] = []): Book {
  return { sheets: Object.entries(sheets).map(([sheet, given]) => ({ origin: { sheet, row: 1, column: 1 }, ...('cells' in given ? given : { cells: given }) })), names };
}

/** The orders that were found, as order, owner and amount. */
function ordersOf(book: Book): string[] {
  const table = findTables(book).byKind.get('orders');
  if (!table) return [];
  const [orders, owners, amounts] = [textColumn(table, 'order'), textColumn(table, 'owner'), numberColumn(table, 'amount')];
  return Array.from({ length: table.length }, (_, row) => `${textAt(orders, row)} ${textAt(owners, row)} ${exactToText(numberAt(amounts, row))}`);
}

const told = (book: Book): string => {
  const tables = findTables(book);
  for (const table of tables.byKind.values()) for (const field of ['amount', 'orderDate']) if (field === 'amount') numberColumn(table, field);
  return [...tables.issues, ...readingNotes(tables)].map((found) => issueLine(found, 'en')).join('\n');
};

describe('finding tables', () => {
  it('reads below titles, units and notes, and beside another table', () => {
    const cells: Range = [['ACME export sales'], ['Unit: CNY'], [], ['Order', 'Order date', 'Owner', 'Amount', null, 'Person', 'Bonus'], ['A', '2026-03-02', 'Amy', 100, null, 'Amy', 5], ['B', '2026-03-03', 'Ben', 200, null, 'Cy', 6], [null, null, null, null, null, 'Di', 7]];
    expect(ordersOf(bookOf({ Rules: RULES, People: PEOPLE, Orders: cells }))).toEqual(['A Amy 100', 'B Ben 200']);
  });

  it('joins two header rows, the upper one merged over groups', () => {
    const cells: Range = [['Order', 'Order', '', 'Owner', 'Money', ''], ['No', 'date', '', '', 'Amount', 'Freight'], ['A', '2026-03-02', '', 'Amy', 100, 5]];
    const merges = [{ row: 0, column: 3, rows: 2, columns: 1 }, { row: 0, column: 4, rows: 1, columns: 2 }];
    expect(ordersOf(bookOf({ Orders: { cells, merges } }))).toEqual(['A Amy 100']);
  });

  it('reads two tables below one another, each for its own', () => {
    const cells: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-03-02', 'Amy', 100], [], ['Receipts 2026'], ['Order', 'Receipt date', 'Received', 'Currency'], ['A', '2026-03-09', 100, 'CNY']];
    const tables = findTables(bookOf({ Log: cells }));
    expect([...tables.byKind].map(([kind, { length, origin }]) => [kind, length, origin?.row])).toEqual([['orders', 1, 1], ['receipts', 1, 5]]);
  });

  it('takes the sheet that has the table’s name, and tells of the other', () => {
    const other: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['Z', '2026-03-02', 'Amy', 900]];
    const own: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-03-02', 'Amy', 100]];
    const book = bookOf({ Backup: other, Orders: own });
    expect(ordersOf(book)).toEqual(['A Amy 100']);
    expect(told(book)).toMatch(/“Backup” looks like Orders too: “Orders” is used/);
  });

  it('asks where two sheets may be it and nothing says which, and joins months and people', () => {
    const one: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-03-02', 'Amy', 100]];
    const two: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['B', '2026-02-02', 'Amy', 50]];
    expect(told(bookOf({ 'Export desk': one, Tenders: two }))).toMatch(/Two sheets look like the Orders table: Export desk .*Tenders/);
    expect(ordersOf(bookOf({ '3月': one, '2月': two }))).toEqual(['A Amy 100', 'B Amy 50']);
    expect(ordersOf(bookOf({ People: PEOPLE, Amy: one, Ben: two }))).toEqual(['A Amy 100', 'B Amy 50']);
    const placed = findTables(bookOf({ '3月': one, '2月': [[], ...two.slice(0, 1), ['B', '2026-02-02', 'Amy', 'lots']] })).byKind.get('orders')!;
    numberColumn(placed, 'amount');
    expect(issueLine(placed.faults[0]!, 'en')).toContain('2月!D3');
  });

  it('takes a sheet a person for that person’s, where it says no owner', () => {
    const of = (order: string, amount: number): Range => [['Order', 'Order date', 'Amount'], [order, '2026-03-02', amount]];
    expect(ordersOf(bookOf({ Rules: RULES, People: PEOPLE, Amy: of('A', 100), Ben: of('B', 50) }))).toEqual(['A Amy 100', 'B Ben 50']);
  });

  it('reads targets and actuals that stand side by side', () => {
    const wide: Range = [['Person', 'KPI', 'Year', 'Jan Target', 'Jan Actual', 'Feb Target', 'Feb Actual'], ['Amy', 'K', 2026, 10, 5, 20, 15]];
    const long: Range = [['Person', 'KPI', 'Period', 'Target', 'Actual'], ['Amy', 'K', '2026-01', 10, 5]];
    for (const cells of [wide, long]) {
      const { byKind } = findTables(bookOf({ KPIs: [['KPI', 'Weight'], ['K', 1]], Plan: cells }));
      const [targets, actuals] = [readTargets(byKind.get('targets')!, CALENDAR_MONTHS, 'month'), readActuals(byKind.get('actuals')!, CALENDAR_MONTHS)];
      expect(exactToText(targets.byKey.get('amy\nk')!.rows[0]!.target!)).toBe('10');
      expect(exactToText(actuals.byKey.get('amy\nk')!.rows[0]!.value!)).toBe('5');
    }
  });

  it('never takes customers, products, price lists or finished pay for people, nor results of ours for input', () => {
    for (const cells of [[['ID', 'Name', 'Price'], ['p1', 'Bolt', 2]], [['ID', 'Name', 'Country'], ['c1', 'ACME', 'DE']], [['Name', 'Country', 'Manager'], ['ACME', 'DE', 'Amy']], [['姓名', '部门', '销售额', '提成'], ['张三', 'A', 1000, 50]]] as Range[]) {
      expect(findTables(bookOf({ List: cells })).byKind.has('people')).toBe(false);
    }
    const result: Range = [['Target changes 2026-03'], ['Person', 'KPI', 'Period', 'Before', 'Now', 'Effective', 'Note'], ['Amy', 'K', '2026-03', 1, 2, '', '']];
    expect(findTables(bookOf({ 'Target changes 2026-03': result })).byKind.size).toBe(0);
  });

  it('follows names through OFFSET, whole columns and tables of Excel’s own, hidden sheets among them', () => {
    const cells: Range = [['t'], ['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-03-02', 'Amy', 100]];
    for (const refersTo of ['OFFSET(Data!$A$2,0,0,COUNTA(Data!$A:$A),4)', '=Data!$A:$D', 'T[#All]']) {
      const book = bookOf({ Data: { cells, isHidden: true } }, [{ name: 'MeritOrders', refersTo }, { name: 'T', area: { sheet: 'Data', row: 2, column: 1, rows: 2, columns: 4 } }]);
      expect([refersTo, ordersOf(book)]).toEqual([refersTo, ['A Amy 100']]);
    }
    expect(ordersOf(bookOf({ Data: { cells, isHidden: true } }))).toEqual([]);
  });
});

describe('rows', () => {
  const orders = (...rows: (readonly Cell[])[]): Book => bookOf({ Orders: [['Order', 'Order date', 'Owner', 'Amount'], ...rows] });

  it('leaves totals out, by word and by arithmetic, and names them', () => {
    const book = orders(['A', '2026-03-02', 'Amy', 100], ['B', '2026-03-03', 'Ben', 50], ['小计', '', '', 150], ['C', '2026-03-04', 'Ben', 25], ['', '', '', 175], ['Amy Total', '', '', 100], ['Grand total:', '2026-03-31', '', 175]);
    expect(ordersOf(book)).toEqual(['A Amy 100', 'B Ben 50', 'C Ben 25']);
    expect(told(book)).toMatch(/4 totals rows are left out: A4 “小计”/);
  });

  it('keeps an order of a customer that is called so', () => {
    const book = bookOf({ Orders: [['Order', 'Order date', 'Customer', 'Owner', 'Amount'], ['A', '2026-03-02', 'Total Energies', 'Amy', 100], ['B', '2026-03-02', 'Total', 'Amy', 50]] });
    expect(ordersOf(book)).toEqual(['A Amy 100', 'B Amy 50']);
  });

  it('reads FALSE, -, n/a, 无 and / as blanks where a number is wanted, and says so', () => {
    const book = orders(['A', '2026-03-02', 'Amy', false], ['B', '2026-03-02', 'Amy', '-'], ['C', '2026-03-02', 'Amy', '无'], ['D', '2026-03-02', 'Amy', 7]);
    expect(ordersOf(book)).toEqual(['A Amy 0', 'B Amy 0', 'C Amy 0', 'D Amy 7']);
    expect(told(book)).toMatch(/1 cells hold “FALSE”/);
    expect(told(book)).toMatch(/The amount is blank \(3 rows/);
  });

  it('fills merged keys down and counts a merged amount once', () => {
    const cells: Range = [['Order', 'Order date', 'Owner', 'Product', 'Amount'], ['A', '2026-03-02', 'Amy', 'x', 900], [null, null, null, 'y', 900], [null, null, null, 'z', null]];
    const merges = [0, 1, 2, 4].map((column) => ({ row: 1, column, rows: 3, columns: 1 }));
    const book = bookOf({ Orders: { cells, merges } });
    expect(ordersOf(book)).toEqual(['A Amy 900', 'A Amy 0', 'A Amy 0']);
    expect(told(book)).toMatch(/1 amounts stand in merged cells/);
    expect(told(book)).not.toMatch(/amount is blank/);
  });

  it('reads a decimal comma where the column writes one, and the unit of a header', () => {
    expect(ordersOf(orders(['A', '2026-03-02', 'Amy', '1.234,56'], ['B', '2026-03-02', 'Amy', '12,5']))).toEqual(['A Amy 1234.56', 'B Amy 12.5']);
    expect(ordersOf(bookOf({ 订单: [['订单号', '下单日期', '业务员', '金额（万元）'], ['A', '2026-03-02', 'Amy', 1.5], ['B', '2026-03-02', 'Amy', '2万']] }))).toEqual(['A Amy 15000', 'B Amy 20000']);
  });
});

describe('what is shown', () => {
  it.each<[Cell, string, Cell]>([
    [0.055, '0.0%', '5.5%'], [5, '0"%"', '5%'], [1000, '#,##0.00;[Red]-#,##0.00;"0%"', 1000], [46086, 'yyyy-mm-dd', '2026-03-05'], [46086, 'm"月"d"日"', '2026-03-05'], [46086.5, 'yyyy/m/d h:mm', '2026-03-05'],
    [0.5, 'h:mm', 0.5], [12, '0" days"', 12], [1, '[Red]0', 1], [5, 'General', 5], ['x', '0%', 'x'], [0, '0%', '0%'], [3, '#,##0_);(#,##0)', 3],
  ])('%p under %s is %p', (cell, format, shown) => {
    expect(shownCell(cell, format)).toBe(shown);
  });
});

describe('headers that are periods', () => {
  it.each<[string, string]>([
    ['1月', 'month 1'], ['1月份', 'month 1'], ['十二月', 'month 12'], ['Jan', 'month 1'], ['Sept', 'month 9'], ['January', 'month 1'], ['March 2026', 'month 3 2026'], ['Mar-26', 'month 3 2026'], ['January FY21', 'month 1 2021'], ['2026-03', 'month 3 2026'], ['2026年3月', 'month 3 2026'], ['2026年3月份', 'month 3 2026'],
    ['Q1', 'quarter 1'], ['Q1 2026', 'quarter 1 2026'], ['2026 Q1', 'quarter 1 2026'], ['第一季度', 'quarter 1'], ['Q1 target', 'quarter 1 target'], ['1月目标', 'month 1 target'], ['Jan Actual', 'month 1 actual'], ['FY26', 'year 1 2026'], ['2026', 'year 1 2026'], ['上半年', 'half 1'], ['H2', 'half 2'],
    ['Mar YTD', 'month 3 sum'], ['Q1 Total', 'quarter 1 sum'], ['全年合计', 'year 1 sum'], ['YTD', 'year 1 sum'],
    ['Margin %', ''], ['Market', ''], ['Marketing', ''], ['Mayor', ''], ['Decision', ''], ['Octane', ''], ['13月', ''], ['Notes', ''], ['Sepia', ''], ['Q5', ''], ['Weight', ''], ['Janitor', ''],
  ])('%s: %s', (text, expected) => {
    const says = readPeriodHeader(text);
    expect(says ? [says.kind, says.index, says.year, says.role, says.isSum ? 'sum' : undefined].filter((part) => part !== undefined).join(' ') : '').toBe(expected);
  });
});

describe('CHECKTABLES in a cell', () => {
  it('tells how the ranges were read, as the check of the whole workbook does', () => {
    const orders: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-03-02', 'Amy', 100], ['B', '2026-03-03', 'Ben', 50], ['Total', '', '', 150]];
    const result = call('CHECKTABLES', [RULES, PEOPLE, orders] as never);
    expect(result).toMatchObject({ ok: true, value: expect.arrayContaining([expect.arrayContaining(['Note', expect.stringMatching(/1 totals rows are left out: A4 “Total”/)])]) });
  });
});

describe('tables that several sheets may be', () => {
  const of = (order: string, amount: number): Range => [['Order', 'Order date', 'Owner', 'Amount'], [order, '2026-03-02', 'Amy', amount]];
  const withRule = (value: string): Range => [['Plan', 'Rule', 'Item', 'Value'], ['P', 'rate', '', '10%'], ['', 'sheets', 'Orders', value]];

  it('are shown with what speaks for each, until a rule says which', () => {
    const open = findTables(bookOf({ Rules: RULES, 'Export desk': of('A', 100), Tenders: of('B', 50) }));
    expect(open.choices).toEqual([{ kind: 'orders', isJoined: false, ranges: [{ sheet: 'Export desk', by: 'headers', columns: 4, headers: ['Order', 'Order date', 'Owner', 'Amount'], rows: 1, isUsed: false }, { sheet: 'Tenders', by: 'headers', columns: 4, headers: ['Order', 'Order date', 'Owner', 'Amount'], rows: 1, isUsed: false }] }]);
    expect(findTables(bookOf({ Rules: RULES, Jan: of('A', 100), Feb: of('B', 50) })).choices).toMatchObject([{ kind: 'orders', isJoined: true }]);
    expect(findTables(bookOf({ Rules: withRule('Jan; Feb'), Jan: of('A', 100), Feb: of('B', 50) })).choices).toEqual([]);
  });

  it('are what a `sheets` rule says: one of them, several, or all that begin alike', () => {
    const sheets = { 'Export desk': of('A', 100), Tenders: of('B', 50), '2026-01': of('C', 25), '2026-02': of('D', 12) };
    expect(ordersOf(bookOf({ Rules: withRule('Tenders'), ...sheets }))).toEqual(['B Amy 50']);
    expect(ordersOf(bookOf({ Rules: withRule('export desk; Tenders'), ...sheets }))).toEqual(['A Amy 100', 'B Amy 50']);
    expect(ordersOf(bookOf({ Rules: withRule('2026-*'), ...sheets, Orders: of('Z', 1) }))).toEqual(['C Amy 25', 'D Amy 12']);
    expect(told(bookOf({ Rules: withRule('2026-*'), ...sheets }))).not.toMatch(/Two sheets/);
    expect(told(bookOf({ Rules: withRule('March'), ...sheets }))).toMatch(/none of them holds such a table/);
  });
});
