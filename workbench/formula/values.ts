/** What a cell or a part of a formula is worth; null is a blank. An error is a text that begins with #. */
export type Value = number | string | boolean | null;

/** Cells beside and below one another. */
export interface Area {
  readonly rows: readonly (readonly Value[])[];
}

export type Result = Value | Area;

/** An error that a formula gives, such as #DIV/0!: it goes through everything but IFERROR and its like. */
export class FormulaError extends Error {}

const ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

export function isError(value: Value): value is string {
  return typeof value === 'string' && ERROR.test(value);
}

export function isArea(result: Result): result is Area {
  return typeof result === 'object' && result !== null;
}

/** A single value; an area of several has none here. */
export function single(result: Result): Value {
  const value = isArea(result) ? soleOf(result) : result;
  if (isError(value)) throw new FormulaError(value);
  return value;
}

function soleOf({ rows }: Area): Value {
  const [first] = rows;
  return rows.length === 1 && first?.length === 1 ? (first[0] ?? null) : '#VALUE!';
}

export function numberOf(result: Result): number {
  const value = single(result);
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = /^\s*[+-]?(?:\d[\d,]*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?%?\s*$/i.test(value) ? Number(value.replace(/[,%\s]/g, '')) / (value.includes('%') ? 100 : 1) : NaN;
  if (!Number.isFinite(number)) throw new FormulaError('#VALUE!');
  return number;
}

export function textOf(result: Result): string {
  const value = single(result);
  if (value === null) return '';
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

export function isTrue(result: Result): boolean {
  const value = single(result);
  if (typeof value === 'string') {
    if (/^(?:true|false)$/i.test(value)) return /^true$/i.test(value);
    throw new FormulaError('#VALUE!');
  }
  return value !== null && value !== 0 && value !== false;
}

/** Every value of a result, row by row. */
export function valuesOf(result: Result): readonly Value[] {
  return isArea(result) ? result.rows.flat() : [result];
}

/** The numbers of some results as SUM takes them: those of cells that are numbers, and arguments that can be. */
export function numbersOf(results: readonly Result[]): number[] {
  return results.flatMap((result) => {
    if (!isArea(result)) return result === null ? [] : [numberOf(result)];
    return result.rows.flat().flatMap((value) => {
      if (isError(value)) throw new FormulaError(value);
      return typeof value === 'number' ? [value] : [];
    });
  });
}

/** The order of two values: numbers before texts before truths, texts without case; a blank is 0 or "". */
export function compareValues(one: Value, other: Value): number {
  const [a, b] = [one ?? blankLike(other), other ?? blankLike(one)];
  const rank = (value: Value): number => ['number', 'string', 'boolean'].indexOf(typeof value);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    if (a.toLowerCase() === b.toLowerCase()) return 0;
    return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
  }
  return Number(a) - Number(b);
}

function blankLike(value: Value): Value {
  if (typeof value === 'string') return '';
  return typeof value === 'boolean' ? false : 0;
}

/** A criterion of SUMIF and its like: `>100`, `Amy*`, 5. */
export function criterion(given: Value): (value: Value) => boolean {
  const [, sign = '=', wanted = ''] = typeof given === 'string' ? (/^(<>|<=|>=|<|>|=)?([^]*)$/.exec(given) ?? []) : [];
  const typed = wanted.trim() === '' ? NaN : Number(wanted.replace(/,/g, ''));
  const number = typeof given === 'number' ? given : typed;
  if (Number.isFinite(number)) {
    return (value) => {
      if (typeof value !== 'number') return sign === '<>';
      return { '=': value === number, '<>': value !== number, '<': value < number, '>': value > number, '<=': value <= number, '>=': value >= number }[sign] ?? false;
    };
  }
  if (given === null) return (value) => value === null || value === '';
  if (typeof given === 'boolean') return (value) => value === given;
  if (sign !== '=' && sign !== '<>') return (value) => typeof value === 'string' && { '<': compareValues(value, wanted) < 0, '>': compareValues(value, wanted) > 0, '<=': compareValues(value, wanted) <= 0, '>=': compareValues(value, wanted) >= 0 }[sign] === true;
  const matches = wildcard(wanted);
  return (value) => matches(value === null ? '' : String(value)) === (sign === '=');
}

/** A text with * and ? for what may stand there, case aside. */
export function wildcard(text: string): (value: string) => boolean {
  const wanted = text.toLowerCase();
  if (!/[*?]/.test(wanted)) return (value) => value.toLowerCase() === wanted;
  const parts = wanted.split('*');
  const fits = (value: string, part: string, at: number): boolean => [...part].every((letter, index) => letter === '?' ? at + index < value.length : value[at + index] === letter);
  return (value) => {
    const found = value.toLowerCase();
    let at = 0;
    return parts.every((part, index) => {
      const last = index === parts.length - 1;
      if (index === 0) {
        if (!fits(found, part, 0)) return false;
        at = part.length;
        return !last || found.length === part.length;
      }
      if (last) return found.length - part.length >= at && fits(found, part, found.length - part.length);
      while (at + part.length <= found.length && !fits(found, part, at)) at += 1;
      if (at + part.length > found.length) return false;
      at += part.length;
      return true;
    });
  };
}
