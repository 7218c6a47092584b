import type { Exact } from '../../amount/exact';
import { ZERO, add, equals, isZero } from '../../amount/exact';
import type { Cell } from '../cell';
import { isBlankOrZero, plainText } from '../cell';
import { isEmptyCell } from '../no-value';
import { isNumberFault, readNumber } from '../number-cell';

/** A row's label that says that it is a total, and nothing else. */
const WORD = /^(?:(?:grand|sub|over-?all|net|gross|daily|weekly|monthly|quarterly|yearly|annual|order|page|team|group|running)[\s-]*)?totals?$|^(?:total|sum|sub)[\s-]*(?:amount|total|all)?$|^(?:sum|average|avg|mean)$|^(?:本[日周月季年页期])?\s*(?:合\s*计|小\s*计|总\s*计|汇\s*总|共\s*计|总\s*和|累\s*计|平均|平均值|均值|合计金额|总合计|合计数|金额合计)$/i;
/** A label with a total behind the name of what was added up, as Excel's own subtotals write it; `Amy (12)` as Odoo writes its groups. */
const NAMED = /^(?:.{1,50}\s\(\d{1,6}\)|.{1,40}[\s\-–:]+(?:grand\s+|sub)?totals?|.{1,30}\s*(?:合计|小计|汇总|总计)|totals?\s+(?:for|of|by)\s.{1,40})$/i;

/** How a text names a total: `whole` where it says nothing else, `named` where a name stands before it. */
export function totalWord(cell: Cell): 'whole' | 'named' | undefined {
  if (typeof cell !== 'string' || cell.length > 60) return undefined;
  const text = plainText(cell).replace(/\s*\(\d{1,6} (?:records?|rows?|items?)\)\s*$|\s*[:：]\s*$|^[*\s]+/g, '').trim();
  if (WORD.test(text)) return 'whole';
  return NAMED.test(text) ? 'named' : undefined;
}

/** Which columns of a table name a row, and which add up. */
export interface RowShape {
  /** Columns that say which order, person or thing a row is about. */
  readonly identities: readonly number[];
  /** Columns of text and dates, the identities among them. */
  readonly names: readonly number[];
  readonly numbers: readonly number[];
}

/** Adds up the rows above, so that a row of their sums is known for one even where no word says so. */
export interface Totals {
  /** Whether a row is a total; a row that is none is added up. */
  readonly isTotal: (row: readonly Cell[]) => boolean;
}

export function newTotals({ identities, names, numbers }: RowShape): Totals {
  const rows: (readonly Cell[])[] = [];
  // Rows are added up only when a row comes that may be their sum.
  let [added, sinceTotal] = [0, 0];
  const sums = new Map<number, { all: Exact; since: Exact }>(numbers.map((column) => [column, { all: ZERO, since: ZERO }]));
  const byWord = (row: readonly Cell[]): boolean => {
    const label = identities.map((column) => row[column]).find((cell) => totalWord(cell) !== undefined) ?? firstText(row, identities);
    const word = totalWord(label);
    if (word === 'whole') return true;
    // A customer or a product may well be called so: a total has nothing that only a row of its own has.
    return word === 'named' && names.every((column) => isEmptyCell(row[column]) || row[column] === label) && numbers.some((column) => !isEmptyCell(row[column]));
  };
  const addUp = (): void => {
    for (; added < rows.length; added += 1) {
      for (const [column, sum] of sums) {
        const value = exactAt(rows[added]?.[column]);
        if (value) sums.set(column, { all: add(sum.all, value), since: added < sinceTotal ? sum.since : add(sum.since, value) });
      }
    }
  };
  const byArithmetic = (row: readonly Cell[]): boolean => {
    if (rows.length < 2 || names.some((column) => !isEmptyCell(row[column]))) return false;
    const filled = numbers.filter((column) => !isEmptyCell(row[column]));
    addUp();
    return filled.length > 0 && filled.every((column) => {
      const [value, sum] = [exactAt(row[column]), sums.get(column)];
      return value !== undefined && sum !== undefined && !isZero(value) && (equals(value, sum.all) || equals(value, sum.since));
    });
  };
  return {
    isTotal: (row) => {
      const found = byWord(row) || byArithmetic(row);
      if (!found) rows.push(row);
      else {
        addUp();
        sinceTotal = rows.length;
        for (const [column, sum] of sums) sums.set(column, { all: sum.all, since: ZERO });
      }
      return found;
    },
  };
}

/** The first text of a row whose identities are blank: where a label stands that has merged or moved. */
function firstText(row: readonly Cell[], identities: readonly number[]): Cell {
  if (identities.some((column) => !isBlankOrZero(row[column]))) return undefined;
  return row.find((cell) => typeof cell === 'string' && cell.trim() !== '');
}

function exactAt(cell: Cell): Exact | undefined {
  if (isEmptyCell(cell)) return undefined;
  const reading = readNumber(cell);
  return reading === 'blank' || isNumberFault(reading) ? undefined : reading;
}
