import { round } from '../../core/amount/round';
import type { RoundingMode } from '../../core/amount/round';
import { exactFromNumber, exactToNumber } from '../../core/amount/text';
import { civilOf, dayOf, dayOfSerial, daysInMonth, isDayFault, readDay, serialOfDay } from '../../core/table/day';
import type { Area, Result, Value } from './values';
import { FormulaError, compareValues, criterion, isArea, isError, isTrue, numberOf, numbersOf, single, textOf, valuesOf, wildcard } from './values';

/** A worksheet function over results that are worked out already. */
export type Work = (...args: readonly (Result | undefined)[]) => Result;

const area = (result: Result | undefined): Area => (result !== undefined && isArea(result) ? result : { rows: [[result ?? null]] });
const given = (result: Result | undefined): Result => result ?? null;
const optional = (result: Result | undefined, otherwise: number): number => (result === undefined ? otherwise : numberOf(result));
const all = (args: readonly (Result | undefined)[]): Result[] => args.map(given);

function rounded(mode: RoundingMode): Work {
  return (number, digits) => {
    const exact = exactFromNumber(numberOf(given(number)));
    const decimals = Math.trunc(optional(digits, 0));
    if (!exact) throw new FormulaError('#NUM!');
    if (decimals >= 0) return exactToNumber(round(exact, { decimals, mode }));
    const unit = 10 ** -decimals;
    return exactToNumber(round(exactFromNumber(exactToNumber(exact) / unit) ?? exact, { decimals: 0, mode })) * unit;
  };
}

function sumIf(pairs: readonly (Result | undefined)[], cells: Result | undefined): number[] {
  const tests = Array.from({ length: pairs.length / 2 }, (_, index) => ({ range: area(pairs[index * 2]), fits: criterion(single(given(pairs[index * 2 + 1]))) }));
  return area(cells).rows.flatMap((line, row) => line.flatMap((value, column) => {
    if (!tests.every(({ range, fits }) => fits(range.rows[row]?.[column] ?? null))) return [];
    if (isError(value)) throw new FormulaError(value);
    return typeof value === 'number' ? [value] : [];
  }));
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

function mean(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new FormulaError('#DIV/0!');
  return total(numbers) / numbers.length;
}

/** The place of a value in a list: exactly, or the last that is no larger in a list that rises. */
function placeOf(wanted: Value, list: readonly Value[], isExact: boolean): number {
  if (isExact) {
    const fits = typeof wanted === 'string' ? wildcard(wanted) : undefined;
    const at = list.findIndex((value) => (fits ? typeof value === 'string' && fits(value) : value !== null && typeof value === typeof wanted && compareValues(value, wanted) === 0));
    if (at < 0) throw new FormulaError('#N/A');
    return at;
  }
  let found = -1;
  list.forEach((value, at) => {
    if (value !== null && typeof value === typeof wanted && compareValues(value, wanted) <= 0) found = at;
  });
  if (found < 0) throw new FormulaError('#N/A');
  return found;
}

function cellIn({ rows }: Area, row: number, column: number): Value {
  const value = rows[row]?.[column];
  if (row < 0 || column < 0 || value === undefined) throw new FormulaError('#REF!');
  return value;
}

function lookUp(wanted: Result | undefined, table: Result | undefined, index: Result | undefined, near: Result | undefined, isDown: boolean): Value {
  const { rows } = area(table);
  const turned = isDown ? rows : (rows[0] ?? []).map((_, column) => rows.map((line) => line[column] ?? null));
  const at = placeOf(single(given(wanted)), turned.map((line) => line[0] ?? null), near !== undefined && !isTrue(near));
  return cellIn({ rows: turned }, at, numberOf(given(index)) - 1);
}

function dayOfValue(result: Result | undefined): number {
  const value = single(given(result));
  if (typeof value === 'number') return dayOfSerial(value);
  const day = readDay(value ?? '');
  if (day === 'blank' || isDayFault(day)) throw new FormulaError('#VALUE!');
  return day;
}

function monthsOn(result: Result | undefined, months: Result | undefined, isEnd: boolean): number {
  const { year, month, day } = civilOf(dayOfValue(result));
  const number = year * 12 + month - 1 + Math.trunc(numberOf(given(months)));
  const [ofYear, ofMonth] = [Math.floor(number / 12), (number % 12) + 1];
  const last = daysInMonth(ofYear, ofMonth);
  return serialOfDay(dayOf(ofYear, ofMonth, isEnd ? last : Math.min(day, last)));
}

const counted = (args: readonly (Result | undefined)[], fits: (value: Value) => boolean): number => all(args).flatMap(valuesOf).filter(fits).length;

/** The functions that are worked out here, those that may leave an argument unread aside. */
export const functions: ReadonlyMap<string, Work> = new Map<string, Work>(Object.entries({
  SUM: (...args) => total(numbersOf(all(args))),
  PRODUCT: (...args) => numbersOf(all(args)).reduce((product, one) => product * one, 1),
  AVERAGE: (...args) => mean(numbersOf(all(args))),
  MIN: (...args) => numbersOf(all(args)).reduce((least, one) => Math.min(least, one), Infinity),
  MAX: (...args) => numbersOf(all(args)).reduce((most, one) => Math.max(most, one), -Infinity),
  COUNT: (...args) => counted(args, (value) => typeof value === 'number'),
  COUNTA: (...args) => counted(args, (value) => value !== null),
  SUMIF: (range, test, cells) => total(sumIf([range, test], cells ?? range)),
  SUMIFS: (cells, ...pairs) => total(sumIf(pairs, cells)),
  AVERAGEIF: (range, test, cells) => mean(sumIf([range, test], cells ?? range)),
  COUNTIF: (range, test) => valuesOf(given(range)).filter(criterion(single(given(test)))).length,
  SUMPRODUCT: (...args) => total(area(args[0]).rows.flatMap((line, row) => line.map((_, column) => args.reduce<number>((product, one) => {
    const value = area(one).rows[row]?.[column] ?? null;
    if (isError(value)) throw new FormulaError(value);
    return product * (typeof value === 'number' ? value : 0);
  }, 1)))),
  ROUND: rounded('half up'),
  ROUNDUP: rounded('up'),
  ROUNDDOWN: rounded('down'),
  TRUNC: rounded('down'),
  INT: (number) => Math.floor(numberOf(given(number))),
  ABS: (number) => Math.abs(numberOf(given(number))),
  SIGN: (number) => Math.sign(numberOf(given(number))),
  MOD: (number, by) => {
    const [top, bottom] = [numberOf(given(number)), numberOf(given(by))];
    if (bottom === 0) throw new FormulaError('#DIV/0!');
    return top - bottom * Math.floor(top / bottom);
  },
  AND: (...args) => all(args).flatMap(valuesOf).filter((value) => value !== null && typeof value !== 'string').every((value) => value !== false && value !== 0),
  OR: (...args) => all(args).flatMap(valuesOf).some((value) => typeof value !== 'string' && value !== null && value !== false && value !== 0),
  NOT: (value) => !isTrue(given(value)),
  VLOOKUP: (wanted, table, index, near) => lookUp(wanted, table, index, near, true),
  HLOOKUP: (wanted, table, index, near) => lookUp(wanted, table, index, near, false),
  MATCH: (wanted, list, kind) => {
    const how = optional(kind, 1);
    if (how < 0) throw new FormulaError('#N/A');
    return placeOf(single(given(wanted)), valuesOf(given(list)), how === 0) + 1;
  },
  INDEX: (cells, row, column) => {
    const { rows } = area(cells);
    const [down, across] = [optional(row, 1), column === undefined ? undefined : numberOf(column)];
    return rows.length === 1 && across === undefined ? cellIn({ rows }, 0, down - 1) : cellIn({ rows }, down - 1, (across ?? 1) - 1);
  },
  XLOOKUP: (wanted, list, results, otherwise) => {
    try {
      const at = placeOf(single(given(wanted)), valuesOf(given(list)), true);
      return valuesOf(given(results))[at] ?? null;
    } catch (error) {
      if (otherwise === undefined || !(error instanceof FormulaError) || error.message !== '#N/A') throw error;
      return otherwise;
    }
  },
  LEFT: (text, count) => textOf(given(text)).slice(0, optional(count, 1)),
  RIGHT: (text, count) => {
    const [whole, length] = [textOf(given(text)), optional(count, 1)];
    return length === 0 ? '' : whole.slice(-length);
  },
  MID: (text, from, count) => textOf(given(text)).slice(numberOf(given(from)) - 1, numberOf(given(from)) - 1 + numberOf(given(count))),
  LEN: (text) => textOf(given(text)).length,
  TRIM: (text) => textOf(given(text)).trim().replace(/ {2,}/g, ' '),
  UPPER: (text) => textOf(given(text)).toUpperCase(),
  LOWER: (text) => textOf(given(text)).toLowerCase(),
  CONCATENATE: (...args) => all(args).map(textOf).join(''),
  CONCAT: (...args) => all(args).flatMap(valuesOf).map(textOf).join(''),
  VALUE: (text) => numberOf(given(text)),
  N: (value) => (typeof single(given(value)) === 'number' ? single(given(value)) : 0),
  DATE: (year, month, day) => {
    const number = numberOf(given(year)) * 12 + numberOf(given(month)) - 1;
    return serialOfDay(dayOf(Math.floor(number / 12), (((number % 12) + 12) % 12) + 1, 1) + numberOf(given(day)) - 1);
  },
  YEAR: (date) => civilOf(dayOfValue(date)).year,
  MONTH: (date) => civilOf(dayOfValue(date)).month,
  DAY: (date) => civilOf(dayOfValue(date)).day,
  DATEVALUE: (date) => serialOfDay(dayOfValue(date)),
  EDATE: (date, months) => monthsOn(date, months, false),
  EOMONTH: (date, months) => monthsOn(date, months, true),
  ISBLANK: (value) => given(value) === null || (value !== undefined && isArea(value) && value.rows[0]?.[0] === null),
  ISNUMBER: (value) => typeof single(given(value)) === 'number',
  ISTEXT: (value) => typeof single(given(value)) === 'string',
} satisfies Record<string, Work>));
