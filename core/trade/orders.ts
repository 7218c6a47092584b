import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, isZero, multiply, subtract } from '../amount/exact';
import { matchKey } from '../table/cell';
import { readNumber, isNumberFault } from '../table/number-cell';
import type { NumberColumn, Table, TextColumn } from '../table/table';
import { columnNumber, numberAt, numberColumn, textAt, textColumn } from '../table/table';
import { compareTexts } from '../table/text-order';

/** The Orders table with what is asked of it again and again: which rows make an order, and in what order they stand. */
export interface Orders {
  readonly table: Table;
  /** The number of the order each row belongs to. */
  readonly orderOf: Int32Array;
  readonly orderNames: readonly string[];
  readonly rowsOf: readonly (readonly number[])[];
  readonly byKey: ReadonlyMap<string, number>;
  /** The place of a row by Order, then Line, then sheet row. */
  readonly rank: Int32Array;
  readonly lines: TextColumn;
  readonly reverses: TextColumn;
  /** 1 where Status says cancelled. */
  readonly cancelled: Uint8Array;
}

const CANCELLED = new Set(['cancelled', 'canceled', 'void', '取消', '已取消', '作废', '已作废']);

export function readOrders(table: Table): Orders {
  const names = textColumn(table, 'order');
  const lines = textColumn(table, 'line');
  const byKey = new Map<string, number>();
  const orderNames: string[] = [];
  const codeToOrder = names.values.map((name) => {
    const key = matchKey(name);
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, orderNames.length);
    orderNames.push(name);
    return orderNames.length - 1;
  });
  const orderOf = Int32Array.from(names.codes, (code) => codeToOrder[code] ?? 0);
  const rowsOf: number[][] = orderNames.map(() => []);
  orderOf.forEach((order, row) => rowsOf[order]?.push(row));
  return {
    table,
    orderOf,
    orderNames,
    rowsOf,
    byKey,
    rank: rankRows(orderNames, rowsOf, lines, table.length),
    lines,
    reverses: textColumn(table, 'reverses'),
    cancelled: cancelledRows(table),
  };
}

function cancelledRows(table: Table): Uint8Array {
  const status = textColumn(table, 'status');
  const codes = status.values.map((text) => (CANCELLED.has(matchKey(text)) ? 1 : 0));
  return Uint8Array.from(status.codes, (code) => codes[code] ?? 0);
}

function rankRows(names: readonly string[], rowsOf: readonly number[][], lines: TextColumn, count: number): Int32Array {
  const lineNumbers = lines.values.map((text) => {
    const reading = text === '' ? 'blank' : readNumber(text);
    return reading === 'blank' || isNumberFault(reading) ? undefined : Number(reading.units) / 10 ** reading.scale;
  });
  const compareLines = (a: number, b: number): number => {
    const [first, second] = [lines.codes[a] ?? 0, lines.codes[b] ?? 0];
    if (first === second) return a - b;
    const [x, y] = [lineNumbers[first], lineNumbers[second]];
    if (x !== undefined && y !== undefined) return x - y || a - b;
    return compareTexts(lines.values[first] ?? '', lines.values[second] ?? '') || a - b;
  };
  const sorted = names.map((_, order) => order).sort((a, b) => compareTexts(names[a] ?? '', names[b] ?? ''));
  const rank = new Int32Array(count);
  let place = 0;
  for (const order of sorted) {
    const rows = rowsOf[order] ?? [];
    if (rows.length > 1) rows.sort(compareLines);
    for (const row of rows) {
      rank[row] = place;
      place += 1;
    }
  }
  return rank;
}

/** The order's Amount: the sum of its lines that are not cancelled, in the order's currency. */
export function orderAmount(orders: Orders, order: number): Exact {
  const amounts = numberColumn(orders.table, 'amount');
  let total = ZERO;
  for (const row of orders.rowsOf[order] ?? []) if (orders.cancelled[row] !== 1) total = add(total, numberAt(amounts, row));
  return total;
}

/** Columns in payroll currency; every other money column is in the order's currency. */
const HOME_COLUMNS = new Set(['purchase', 'domesticCost', 'otherCost', 'profit']);
const COUNT_COLUMNS = new Set(['quantity', 'vatRate', 'rebateRate', 'rate']);
/** Where a percentage means that share of Amount. */
const PERCENT_COLUMNS = new Set(['freight', 'insurance', 'middleman', 'bankFee']);

export type ColumnCurrency = 'order' | 'payroll' | 'none';

export function currencyOfColumn(field: string): ColumnCurrency {
  if (HOME_COLUMNS.has(field)) return 'payroll';
  return COUNT_COLUMNS.has(field) ? 'none' : 'order';
}

/** A money column of the orders, with the rows where a percentage was written. */
export interface MoneyColumn {
  readonly field: string;
  readonly numbers: NumberColumn;
  readonly percent: Uint8Array | undefined;
  readonly missing: boolean;
}

const moneyColumns = new WeakMap<Table, Map<string, MoneyColumn>>();

/** The money column of a field, read once per table. */
export function moneyColumn(table: Table, field: string): MoneyColumn {
  const known = moneyColumns.get(table) ?? new Map<string, MoneyColumn>();
  moneyColumns.set(table, known);
  const made = known.get(field) ?? readMoneyColumn(table, field);
  known.set(field, made);
  return made;
}

function readMoneyColumn(table: Table, field: string): MoneyColumn {
  const column = columnNumber(table, field);
  const numbers = numberColumn(table, field);
  if (column === undefined || !PERCENT_COLUMNS.has(field)) return { field, numbers, percent: undefined, missing: column === undefined };
  const percent = new Uint8Array(table.length);
  for (let row = 0; row < table.length; row += 1) {
    const cell = table.cells[row]?.[column];
    if (typeof cell === 'string' && /[%％]\s*$/.test(cell)) percent[row] = 1;
  }
  return { field, numbers, percent: percent.includes(1) ? percent : undefined, missing: false };
}

export function moneyAt(column: MoneyColumn, row: number, amount: Exact): Exact {
  const value = numberAt(column.numbers, row);
  return column.percent?.[row] === 1 ? multiply(value, amount) : value;
}

const WITH_FREIGHT = new Set(['cfr', 'cnf', 'c&f', 'cpt', 'cif', 'cip', 'dap', 'dpu', 'dat', 'ddu', 'ddp']);
const WITH_INSURANCE = new Set(['cif', 'cip', 'dap', 'dpu', 'dat', 'ddu', 'ddp']);
const KNOWN_TERMS = new Set([...WITH_FREIGHT, 'exw', 'fca', 'fas', 'fob']);

/** What a price term includes (Incoterms 2020); a blank term includes whatever is filled in. */
export function termIncludes(term: string): { freight: boolean; insurance: boolean; known: boolean } {
  const key = matchKey(term).slice(0, 3);
  if (key === '') return { freight: true, insurance: true, known: true };
  return { freight: WITH_FREIGHT.has(key), insurance: WITH_INSURANCE.has(key), known: KNOWN_TERMS.has(key) };
}

/** The order and the line a Reverses cell names: `PO-1`, or `PO-1/2`. */
export function reversedRows(orders: Orders, row: number): readonly number[] | undefined {
  const text = textAt(orders.reverses, row);
  const whole = orders.byKey.get(matchKey(text));
  if (whole !== undefined) return orders.rowsOf[whole];
  const slash = text.lastIndexOf('/');
  if (slash < 0) return undefined;
  const order = orders.byKey.get(matchKey(text.slice(0, slash)));
  const line = matchKey(text.slice(slash + 1));
  const found = (orders.rowsOf[order ?? -1] ?? []).filter((candidate) => matchKey(textAt(orders.lines, candidate)) === line);
  return found.length > 0 ? found : undefined;
}

/** The divisor of a VAT-inclusive price. */
export function vatDivisor(vatRate: Exact): Exact {
  return isZero(vatRate) ? ONE : add(ONE, vatRate);
}

export function netOf(amount: Exact, ...deductions: readonly Exact[]): Exact {
  return deductions.reduce(subtract, amount);
}
