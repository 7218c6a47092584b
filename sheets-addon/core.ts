/// <reference types="google-apps-script" />
import { call as callFunction } from '../core/catalogue/call';
import type { Argument, Value } from '../core/catalogue/function-entry';
import type { Cell } from '../core/table/cell';
import type { WorkOptions } from '../host-port/change';
import type { CommandOutcome, ReadBook } from '../host-port/commands';
import { checkCommand, settleCommand } from '../host-port/commands';
import { isDate } from './dates';
import { readBook } from './read-book';
import { applyChanges } from './write-changes';

/** The spreadsheet's time zone, asked for only when an argument holds a date. */
type TimeZone = () => string;

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
  if (isDate(cell)) return Utilities.formatDate(cell, timeZone(), 'yyyy-MM-dd');
  return cell as Cell;
}

export { serve } from './serve';

/** The menu's commands: what was found or settled goes to a sheet of its own; the message says where. */
export function check(): string {
  return carryOut(checkCommand);
}

export function settle(): string {
  return carryOut(settleCommand);
}

function carryOut(command: (book: ReadBook) => CommandOutcome): string {
  const options: WorkOptions = { language: isChinese() ? 'zh' : 'en' };
  const { changes, message } = command(readBook(options));
  if (changes.length > 0) applyChanges(changes, options);
  return message;
}

/** Whether the person's own language is Chinese. */
export function isChinese(): boolean {
  return Session.getActiveUserLocale().toLowerCase().startsWith('zh');
}
