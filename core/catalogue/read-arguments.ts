import type { Exact } from '../amount/exact';
import { exactToNumber } from '../amount/text';
import type { IssueCode, Params } from '../locale/message';
import type { Cell, Range } from '../table/cell';
import { cellText, isBlank, isBlankOrZero, isErrorCell, quoteCell, rangeWidth } from '../table/cell';
import type { Day } from '../table/day';
import { isDayFault, readDay } from '../table/day';
import type { Result } from '../table/issue';
import { fail, issue, succeed } from '../table/issue';
import { isNumberFault, readNumber } from '../table/number-cell';
import type { PeriodReading } from '../table/period';
import { readPeriod } from '../table/period';
import type { Argument, Value } from './function-entry';

function fault(code: IssueCode, params: Params): Result<never> {
  return fail(issue(code, undefined, params));
}

export function isRange(argument: Argument): argument is Range {
  return Array.isArray(argument);
}

/** A range as rows, a scalar as a range of one cell. A flat list is one row. */
export function toRange(argument: Argument): Range {
  if (!isRange(argument)) return [[argument]];
  return argument.map((row): readonly Cell[] => (Array.isArray(row) ? row : [row as unknown as Cell]));
}

/** True for an argument that was left out, is blank, or is "". */
export function isOmitted(argument: Argument): boolean {
  return isRange(argument) ? toRange(argument).every((row) => row.every(isBlank)) : isBlank(argument);
}

/** The one cell of a scalar argument. */
export function scalarCell(argument: Argument, name: string): Result<Cell> {
  if (!isRange(argument)) return succeed(argument);
  const rows = toRange(argument);
  if (rows.length !== 1 || (rows[0]?.length ?? 0) > 1) return fault('argument.oneCell', { name });
  return succeed(rows[0]?.[0]);
}

export function numberOf(cell: Cell, name: string): Result<Exact> {
  const reading = readNumber(cell);
  if (reading === 'blank') return fault('argument.missing', { name });
  if (reading === 'error') return fault('cell.error', { found: quoteCell(cell) });
  if (isNumberFault(reading)) return fault('argument.notNumber', { name, found: quoteCell(cell) });
  return succeed(reading);
}

export function numberArgument(argument: Argument, name: string): Result<Exact> {
  const cell = scalarCell(argument, name);
  return cell.ok ? numberOf(cell.value, name) : cell;
}

/** A number that may be left out. */
export function optionalNumber<Otherwise>(argument: Argument, name: string, otherwise: Otherwise): Result<Exact | Otherwise> {
  return isOmitted(argument) ? succeed(otherwise) : numberArgument(argument, name);
}

export function textArgument(argument: Argument, name: string): Result<string> {
  const cell = scalarCell(argument, name);
  if (!cell.ok) return cell;
  if (isErrorCell(cell.value)) return fault('cell.error', { found: quoteCell(cell.value) });
  return succeed(cellText(cell.value));
}

export function periodArgument(argument: Argument, name: string): Result<PeriodReading> {
  const cell = scalarCell(argument, name);
  if (!cell.ok) return cell;
  if (isBlankOrZero(cell.value)) return fault('period.missing', {});
  const reading = readPeriod(cell.value);
  if (reading === 'error') return fault('cell.error', { found: quoteCell(cell.value) });
  return reading === 'not a period' || reading === 'blank' ? fault('cell.notPeriod', { found: quoteCell(cell.value) }) : succeed(reading);
}

export function dateArgument(argument: Argument, name: string): Result<Day> {
  const cell = scalarCell(argument, name);
  if (!cell.ok) return cell;
  const day = readDay(cell.value);
  if (day === 'blank') return fault('argument.missing', { name });
  return isDayFault(day) ? fault('argument.date', { name, found: quoteCell(cell.value) }) : succeed(day);
}

/** A whole number between two bounds. */
export function decimalsArgument(argument: Argument, otherwise: number): Result<number> {
  const read = optionalNumber(argument, 'decimals', undefined);
  if (!read.ok) return read;
  if (read.value === undefined) return succeed(otherwise);
  const value = exactToNumber(read.value);
  return Number.isInteger(value) && value >= 0 && value <= 12 ? succeed(value) : fault('argument.range', { name: 'decimals', least: 0, most: 12, found: value });
}

/** One of some words, in English or Chinese; the first when left out. */
export function choiceArgument<Key extends string>(argument: Argument, name: string, options: Readonly<Record<Key, readonly string[]>>): Result<Key> {
  const text = textArgument(argument, name);
  if (!text.ok) return text;
  const keys = Object.keys(options) as Key[];
  const wanted = text.value.toLowerCase();
  const found = wanted === '' ? keys[0] : keys.find((key) => key === wanted || options[key].includes(wanted));
  return found !== undefined ? succeed(found) : fault('argument.choice', { name, found: text.value, expected: keys.map((key) => [key, ...options[key]].join(' ')).join(' · ') });
}

/** Gives a function of scalars the shape of its ranges: each is one cell, or as large as the largest. */
export function overRanges(args: readonly Argument[], names: readonly string[], evaluate: (cells: readonly Cell[], row: number) => Result<Exact | string>): Result<Value> {
  const ranges = args.map((argument) => (isRange(argument) ? toRange(argument) : undefined));
  const shaped = ranges.find((range) => range && !isSingle(range));
  if (!shaped) {
    const cells = args.map((argument, index) => (ranges[index] ? ranges[index]?.[0]?.[0] : (argument as Cell)));
    return finish(evaluate(cells, 0));
  }
  const width = rangeWidth(shaped);
  for (const [index, range] of ranges.entries()) {
    if (range && !isSingle(range) && (range.length !== shaped.length || rangeWidth(range) !== width)) {
      return fault('argument.shape', { name: names[index] ?? '', found: `${range.length} × ${rangeWidth(range)}`, expected: `${shaped.length} × ${width}` });
    }
  }
  const rows: (string | number)[][] = [];
  for (let row = 0; row < shaped.length; row += 1) {
    const cells: (string | number)[] = [];
    for (let column = 0; column < width; column += 1) {
      const own = args.map((argument, index): Cell => {
        const range = ranges[index];
        if (!range) return argument as Cell;
        return isSingle(range) ? range[0]?.[0] : range[row]?.[column];
      });
      if (own.some((cell, index) => ranges[index] && !isSingle(ranges[index] ?? []) && isBlank(cell))) {
        cells.push('');
        continue;
      }
      const result = finish(evaluate(own, row));
      if (!result.ok) return result;
      cells.push(result.value as string | number);
    }
    rows.push(cells);
  }
  return succeed(rows);
}

function isSingle(range: Range): boolean {
  return range.length === 1 && (range[0]?.length ?? 0) === 1;
}

function finish(result: Result<Exact | string>): Result<Value> {
  if (!result.ok) return result;
  return succeed(typeof result.value === 'string' ? result.value : exactToNumber(result.value));
}
