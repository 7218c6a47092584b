import { call as callFunction } from '../core/catalogue/call';
import type { Argument, Value } from '../core/catalogue/function-entry';
import type { Cell } from '../core/table/cell';

/** The spreadsheet's time zone, asked for only when an argument holds a date. */
type TimeZone = () => string;

/** What of Apps Script a date needs. */
interface Utilities {
  readonly formatDate: (date: Date, timeZone: string, format: string) => string;
}

declare const Utilities: Utilities;

/**
 * Evaluates a function for a stub: dates become ISO text in the spreadsheet's own time zone, an error is thrown with
 * its text.
 */
export function call(name: string, args: readonly unknown[], timeZone: TimeZone): Value {
  const result = callFunction(name, args.map((argument) => plainArgument(argument, timeZone)));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function plainArgument(argument: unknown, timeZone: TimeZone): Argument {
  if (!Array.isArray(argument)) return plainCell(argument, timeZone);
  return argument.map((row: unknown) => (Array.isArray(row) ? row.map((cell) => plainCell(cell, timeZone)) : [plainCell(row, timeZone)]));
}

function plainCell(cell: unknown, timeZone: TimeZone): Cell {
  // A Date of another context is no instance of this one's Date.
  if (Object.prototype.toString.call(cell) === '[object Date]') return Utilities.formatDate(cell as Date, timeZone(), 'yyyy-MM-dd');
  return cell as Cell;
}
