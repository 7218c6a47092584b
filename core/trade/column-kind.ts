import type { Cell } from '../table/cell';
import { isBlank, plainText } from '../table/cell';
import { headerWords } from '../table/header-text';
import { isNumberFault, readNumber } from '../table/number-cell';
import type { Table } from '../table/table';
import { columnNumber } from '../table/table';
import { CURRENCIES } from './money-unit';
import { currencyOfColumn } from './orders';

/** Whether what stands in a column is money, which may have to be exchanged, or a count, which never is. */
export type ColumnKind = 'money' | 'count';

const MONEY = /^(?:amounts?|prices?|values?|fees?|costs?|profits?|revenues?|sales|turnover|commissions?|premiums?|freight|charges?|payments?|deposits?|invoices?|incomes?|money|bonus|base)$/;
const COUNT = /^(?:qty|quantity|quantities|counts?|numbers?|nos?|pcs|pieces?|units?|sets?|cartons?|ctns?|box|boxes|bags?|pallets?|containers?|teus?|feus?|cbm|kgs?|tons?|tonnes?|mt|weight|volume|days?|hours?|visits?|samples?|orders?|lines?|customers?|points?|items?|skus?|rolls?|met(?:re|er)s?|pairs?|machines?|lots?|designs?|deals?)$/;
const MONEY_ZH = /(?:额|价|款|费|费用|金|利润|毛利|收入|成本|元|值|基数)$/;
const COUNT_ZH = /(?:数|量|柜|箱|件|台|套|吨|重|体积|天|次|人|单|个|分|公斤|立方|平方|米|只|双|卷)$/;
/** Words that say nothing of what a column holds. */
const QUALIFIERS = new Set(['', 'net', 'gross', 'total', 'sum', 'final', 'actual']);
/** So many cells are looked at where the header says nothing. */
const FIRST_CELLS = 20;
/** Whole numbers below this are counted rather than paid. */
const FEW = 1000;

/** What the header of a column says: `Containers` and 柜数 count, `Sample fee` and `Base (USD)` are money. */
export function kindOfName(header: string): ColumnKind | undefined {
  if (headerWords(header).currency !== undefined) return 'money';
  const name = plainText(header).toLowerCase().replace(/[([{].*$/, '').trim();
  const zh = /[\u4e00-\u9fff]$/.test(name);
  if (zh) return kindOf(name, MONEY_ZH, COUNT_ZH);
  // What something is stands last, or before “of”: number of containers, container fee.
  const words = (name.split(/\s+of\s+/)[0] ?? '').split(/[^a-z0-9]+/).filter((word) => !QUALIFIERS.has(word));
  if (words.some((word) => CURRENCIES.has(word.toUpperCase()))) return 'money';
  return kindOf(words[words.length - 1] ?? '', MONEY, COUNT);
}

function kindOf(text: string, money: RegExp, count: RegExp): ColumnKind | undefined {
  if (money.test(text)) return 'money';
  return count.test(text) ? 'count' : undefined;
}

/**
 * Whether a column of the orders holds money or counts: known columns are what they are; of one's own the header
 * decides, then the first cells. Small whole numbers are counts, as are percentages; everything else is money.
 */
export function kindOfColumn(table: Table, field: string): ColumnKind {
  const own = currencyOfColumn(field);
  if (own !== 'order') return own === 'none' ? 'count' : 'money';
  const column = columnNumber(table, field);
  if (column === undefined) return 'money';
  return kindOfName(table.headers[column] ?? field) ?? kindOfCells(table.cells.map((row) => row[column]));
}

function kindOfCells(cells: readonly Cell[]): ColumnKind {
  const first = cells.filter((cell) => !isBlank(cell)).slice(0, FIRST_CELLS);
  return first.length > 0 && first.every(isCounted) ? 'count' : 'money';
}

function isCounted(cell: Cell): boolean {
  const text = typeof cell === 'string' ? plainText(cell) : '';
  if (/%$/.test(text)) return true;
  const value = readNumber(cell);
  if (value === 'blank' || isNumberFault(value) || /[$¥€£元]|[A-Z]{3}/i.test(text.replace(/(?:pcs|sets|kgs|ctns|cbm)\.?$/i, ''))) return false;
  const number = Number(value.units) / 10 ** value.scale;
  return Number.isInteger(number) && Math.abs(number) < FEW;
}
