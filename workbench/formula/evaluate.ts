import type { Node } from './parse';
import { Unsupported, parseFormula } from './parse';
import { functions } from './functions';
import type { Area, Result, Value } from './values';
import { FormulaError, compareValues, isArea, isTrue, numberOf, single, textOf, valuesOf } from './values';

/** The cells that formulas refer to. Rows and columns count from 1. */
export interface Cells {
  /** What a cell is worth; a formula's result where it can be worked out. */
  readonly value: (sheet: string, row: number, column: number) => Value;
  /** The last row and column that hold anything. */
  readonly extent: (sheet: string) => { readonly rows: number; readonly columns: number } | undefined;
  /** What a name of the workbook refers to, as a formula. */
  readonly name: (name: string) => string | undefined;
  /** The cells of a column of a table, its header aside. */
  readonly tableColumn: (table: string, column: string) => { readonly sheet: string; readonly top: number; readonly bottom: number; readonly column: number } | undefined;
}

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Cells that one formula may look at: a sheet that asks for more is told, never waited for. */
const MOST_CELLS = 2_000_000;

/** Works a formula out at a place; an error such as #DIV/0! is its value. What is not supported is thrown. */
export function evaluateFormula(formula: string, at: Place, cells: Cells): Value {
  try {
    return single(evaluate(parseFormula(formula), { at, cells, depth: 0 }));
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
}

interface Context {
  readonly at: Place;
  readonly cells: Cells;
  /** Names that refer to names. */
  readonly depth: number;
}

function evaluate(node: Node, context: Context): Result {
  switch (node.is) {
    case 'value':
      return node.value;
    case 'area':
      return node.isCell ? context.cells.value(node.sheet ?? context.at.sheet, node.top, node.left) : areaOf(node, context);
    case 'name':
      return named(node.name, context);
    case 'column of table':
      return ofTable(node, context);
    case 'unary':
      return signed(node, context);
    case 'binary':
      return joined(node.sign, single(evaluate(node.left, context)), single(evaluate(node.right, context)));
    case 'call':
      return called(node, context);
  }
}

function areaOf({ sheet = undefined, top, left, bottom, right }: Pick<Extract<Node, { is: 'area' }>, 'sheet' | 'top' | 'left' | 'bottom' | 'right'>, { at, cells }: Context): Area {
  const own = sheet ?? at.sheet;
  const extent = cells.extent(own);
  if (!extent) throw new FormulaError('#REF!');
  const [lastRow, lastColumn] = [Math.max(top, Math.min(bottom, extent.rows)), Math.max(left, Math.min(right, extent.columns))];
  if ((lastRow - top + 1) * (lastColumn - left + 1) > MOST_CELLS) throw new Unsupported('area');
  return { rows: Array.from({ length: lastRow - top + 1 }, (_, row) => Array.from({ length: lastColumn - left + 1 }, (__, column) => cells.value(own, top + row, left + column))) };
}

const MOST_NAMES = 8;

function named(name: string, context: Context): Result {
  const refersTo = context.cells.name(name);
  if (refersTo === undefined || context.depth > MOST_NAMES) throw new Unsupported(name);
  return evaluate(parseFormula(refersTo.replace(/^=/, '')), { ...context, depth: context.depth + 1 });
}

function ofTable({ table, column, isThisRow }: Extract<Node, { is: 'column of table' }>, context: Context): Result {
  const found = context.cells.tableColumn(table, column);
  if (!found) throw new Unsupported(table);
  if (isThisRow) return context.cells.value(found.sheet, context.at.row, found.column);
  return areaOf({ sheet: found.sheet, top: found.top, bottom: found.bottom, left: found.column, right: found.column }, context);
}

function signed({ sign, of }: Extract<Node, { is: 'unary' }>, context: Context): Value {
  const value = single(evaluate(of, context));
  if (sign === '+') return value;
  return sign === '-' ? -numberOf(value) : numberOf(value) / 100;
}

function joined(sign: string, left: Value, right: Value): Value {
  if (sign === '&') return textOf(left) + textOf(right);
  switch (sign) {
    case '=':
      return compareValues(left, right) === 0;
    case '<>':
      return compareValues(left, right) !== 0;
    case '<':
      return compareValues(left, right) < 0;
    case '>':
      return compareValues(left, right) > 0;
    case '<=':
      return compareValues(left, right) <= 0;
    case '>=':
      return compareValues(left, right) >= 0;
  }
  const number = computed(sign, numberOf(left), numberOf(right));
  if (!Number.isFinite(number)) throw new FormulaError('#NUM!');
  return number;
}

function computed(sign: string, left: number, right: number): number {
  switch (sign) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '^':
      return left ** right;
    default:
      if (right === 0) throw new FormulaError('#DIV/0!');
      return left / right;
  }
}

/** Functions that read an argument only where it counts, or that look at errors. */
function called({ name, args }: Extract<Node, { is: 'call' }>, context: Context): Result {
  const result = (index: number): Result | undefined => {
    const node = args[index];
    return node && evaluate(node, context);
  };
  const needed = (index: number): Result => result(index) ?? null;
  switch (name) {
    case 'IF':
      if (isTrue(needed(0))) return args.length > 1 ? needed(1) : true;
      return args.length > 2 ? needed(2) : false;
    case 'IFS': {
      const at = args.findIndex((_, index) => index % 2 === 0 && isTrue(needed(index)));
      if (at < 0) throw new FormulaError('#N/A');
      return needed(at + 1);
    }
    case 'CHOOSE': {
      const at = Math.trunc(numberOf(needed(0)));
      if (at < 1 || at >= args.length) throw new FormulaError('#VALUE!');
      return needed(at);
    }
    case 'IFERROR':
      return withoutError(() => needed(0), () => needed(1), () => true);
    case 'IFNA':
      return withoutError(() => needed(0), () => needed(1), (error) => error === '#N/A');
    case 'ISERROR':
      return fails(() => needed(0), () => true);
    case 'ISNA':
      return fails(() => needed(0), (error) => error === '#N/A');
  }
  const work = functions.get(name);
  if (!work) throw new Unsupported(name);
  return work(...args.map((_, index) => result(index)));
}

function withoutError(work: () => Result, otherwise: () => Result, counts: (error: string) => boolean): Result {
  try {
    const found = work();
    if (isArea(found)) valuesOf(found);
    else single(found);
    return found;
  } catch (error) {
    if (error instanceof FormulaError && counts(error.message)) return otherwise();
    throw error;
  }
}

function fails(work: () => Result, counts: (error: string) => boolean): boolean {
  try {
    single(work());
    return false;
  } catch (error) {
    if (error instanceof FormulaError) return counts(error.message);
    throw error;
  }
}
