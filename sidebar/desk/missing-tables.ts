import type { Language } from '../../core/locale/message';
import type { Cell } from '../../core/table/cell';
import { civilOf, dayText } from '../../core/table/day';
import type { Issue } from '../../core/table/issue';
import { fieldsOf, schemas, tableKinds } from '../../core/table/schema';
import type { TableKind } from '../../core/table/schema';
import { NO_DAY, dayColumn, textAt, textColumn } from '../../core/table/table';
import { currencyOf } from '../../core/rules/plan';
import { readPlans } from '../../core/rules/read-plans';
import { USUAL_PAYROLL, currencyCode } from '../../core/trade/currency-code';
import { payrollRate, readFx } from '../../core/trade/fx';
import type { Change } from '../../host-port/change';
import type { Desk } from './desk';
import { currentPeriod } from './months';
import { settleDesk } from './settled';
import { periodText } from '../../core/table/period';

/** A table that the workbook lacks, and what of it could be filled in from the others. */
export interface MissingTable {
  readonly kind: TableKind;
  readonly name: string;
  readonly rows: number;
}

/** The columns that a new table begins with: those people fill in, in the order in which they do. Others come as they are needed. */
const FIRST_COLUMNS: Partial<Readonly<Record<TableKind, readonly string[]>>> = {
  orders: ['order', 'orderDate', 'customer', 'owner', 'currency', 'amount', 'purchase'],
  people: ['person', 'team', 'role', 'manager', 'plan', 'joined', 'left'],
  rules: ['plan', 'version', 'effective', 'part', 'rule', 'item', 'from', 'value', 'note'],
  receipts: ['order', 'date', 'amount', 'currency'],
  fx: ['date', 'currency', 'rate'],
};

const NEEDED: Readonly<Record<string, TableKind>> = { 'need.scores': 'scores', 'need.targets': 'targets', 'need.contributions': 'contributions', 'need.receipts': 'receipts', 'need.statements': 'statements', 'need.fx': 'fx' };

/** The table that an issue asks for. */
export function tableAskedFor({ code, params }: Issue): TableKind | undefined {
  if (code !== 'need.table') return NEEDED[code];
  const { table } = params;
  const name = typeof table === 'object' && 'code' in table ? table.code.replace(/^table\./, '') : '';
  return tableKinds.find((kind) => kind === name);
}

/** The tables that settling asks for and the workbook lacks. */
export function missingTables(desk: Desk): readonly MissingTable[] {
  const period = currentPeriod(desk);
  const settled = settleDesk(desk, period ? periodText(period) : '');
  const asked = settled.ok ? [] : settled.issues.flatMap((found) => tableAskedFor(found) ?? []);
  const kinds = [...new Set([...asked, ...ratesWithoutTable(desk)])].filter((kind) => !desk.tables.byKind.has(kind));
  return kinds.map((kind) => ({ kind, name: schemas[kind][desk.language], rows: filledIn(desk, kind).length }));
}

/** Rates that are missing and cannot be filled in anywhere yet. */
function ratesWithoutTable(desk: Desk): TableKind[] {
  return desk.tables.byKind.has('orders') && !desk.tables.byKind.has('fx') && missingRates(desk).length > 0 ? ['fx'] : [];
}

/** Makes tables on sheets of their own, with their headers, and what is known already filled in. */
export function makeTables(desk: Desk, { kinds }: { readonly kinds: readonly TableKind[] }): readonly Change[] {
  const taken = new Set(desk.book.sheets.map(({ origin }) => origin?.sheet.toLowerCase()));
  return kinds.filter((kind) => !desk.tables.byKind.has(kind)).flatMap((kind): Change[] => {
    const keys = FIRST_COLUMNS[kind] ?? fieldsOf(kind).map(({ key }) => key);
    const [name, rows] = [schemas[kind][desk.language], filledIn(desk, kind)];
    const sheet = taken.has(name.toLowerCase()) ? `${name} 2` : name;
    const cells = [keys.map((key) => headerOf(kind, key, desk.language)), ...rows.map((row) => keys.map((key) => plain(row[key])))];
    return [
      { kind: 'write sheet', sheet, rows: cells, behind: true },
      { kind: 'define name', name: schemas[kind].range, sheet, row: 1, column: 1, rows: cells.length, columns: keys.length },
    ];
  });
}

function plain(cell: Cell): string | number {
  return typeof cell === 'number' || typeof cell === 'string' ? cell : '';
}

function headerOf(kind: TableKind, key: string, language: Language): string {
  return fieldsOf(kind).find((field) => field.key === key)?.[language] ?? key;
}

/** Rows that the other tables tell: people from the owners of the orders, a rate to fill in for each currency and month. */
function filledIn(desk: Desk, kind: TableKind): Readonly<Record<string, Cell>>[] {
  if (kind === 'people') return ownersOf(desk).map((person) => ({ person }));
  if (kind === 'fx') return missingRates(desk).map(({ date, currency }) => ({ date, currency }));
  return [];
}

function ownersOf({ tables }: Desk): string[] {
  const orders = tables.byKind.get('orders');
  if (!orders) return [];
  const owners = textColumn(orders, 'owner');
  // Several owners in one cell share the order: each is a person.
  const names = Array.from({ length: orders.length }, (_, row) => textAt(owners, row)).flatMap((text) => text.split(/[;；,，、\n]/).map((name) => name.replace(/\s*[\d.]+\s*[%％]?\s*$/, '').trim()));
  return [...new Set(names)].filter((name) => name !== '');
}

/** A rate that orders need and no table has: for a currency, from the first day of a month. */
export interface MissingRate {
  readonly date: string;
  readonly currency: string;
}

/** The first month of each currency that has no rate: later ones go by it until the next is filled in. */
export function missingRates({ tables }: Desk): readonly MissingRate[] {
  const [orders, table] = [tables.byKind.get('orders'), tables.byKind.get('fx')];
  if (!orders || orders.columns.has('rate')) return [];
  const rules = tables.byKind.get('rules');
  const [first] = rules ? readPlans(rules).plans : [];
  const payroll = first?.versions[0] ? currencyOf(first.versions[0]) : USUAL_PAYROLL;
  const fx = table && readFx(table, [payroll]);
  const [days, currencies] = [dayColumn(orders, 'orderDate').days, textColumn(orders, 'currency')];
  const earliest = new Map<string, number>();
  for (let row = 0; row < orders.length; row += 1) {
    const [day, currency] = [days[row] ?? NO_DAY, currencyCode(textAt(currencies, row))];
    if (day === NO_DAY || currency === '' || payrollRate(fx, currency, payroll, day)) continue;
    earliest.set(currency, Math.min(earliest.get(currency) ?? day, day));
  }
  return [...earliest].map(([currency, day]) => ({ currency, date: firstOfMonth(day) }));
}

function firstOfMonth(day: number): string {
  return dayText(day - civilOf(day).day + 1);
}
