import type { Language } from '../locale/message';
import type { Issue } from '../table/issue';
import { issue, issueLine } from '../table/issue';
import { languageOf } from '../table/header-language';
import { cellText } from '../table/cell';
import type { Argument, FunctionEntry, Value } from './function-entry';
import { isRange, toRange } from './read-arguments';

/** An error as a cell shows it: `#N/A` when something asked for by name is not there, else `#VALUE!`. */
export interface CallError {
  readonly error: '#VALUE!' | '#N/A';
  readonly message: string;
}

export type CallResult = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: CallError };

const NOT_THERE = new Set(['plan.unknown', 'explain.unknownPerson', 'fx.noneInForce', 'function.unknown', 'kpi.unknownCard', 'kpi.unknown', 'kpi.none']);

/** Evaluates an entry of the catalogue as a host would: ranges are rows of cells, an omitted argument is null. */
export function evaluateEntry(entry: FunctionEntry, args: readonly Argument[], language: Language = callLanguage(args)): CallResult {
  const repeats = entry.parameters.some(({ repeated }) => repeated);
  if (!repeats && args.length > entry.parameters.length) {
    return failed([issue('argument.tooMany', undefined, { name: entry.name, most: entry.parameters.length, found: args.length })], language);
  }
  const full = args.length < entry.parameters.length ? [...args, ...entry.parameters.slice(args.length).map(() => null)] : args;
  const result = entry.evaluate(full, language);
  return result.ok ? { ok: true, value: result.value } : failed(result.issues, language);
}

/** What is wrong, in the words of a cell's error. */
export function failed(issues: readonly Issue[], language: Language): CallResult {
  const shown = issues.slice(0, 3).map((found) => issueLine(found, language));
  const more = issues.length > 3 ? ` (+${issues.length - 3})` : '';
  const error = issues.some(({ code }) => NOT_THERE.has(code)) ? '#N/A' : '#VALUE!';
  return { ok: false, error: { error, message: shown.join(' ') + more } };
}

/** The language of the first table among the arguments, else English. */
export function callLanguage(args: readonly Argument[]): Language {
  const first = args.find((argument) => isRange(argument) && toRange(argument).some((row) => row.length > 2));
  const chinese = args.some((argument) => typeof argument === 'string' && /[\u4e00-\u9fff]/.test(argument));
  if (first === undefined) return chinese ? 'zh' : 'en';
  return languageOf((toRange(first)[0] ?? []).map(cellText));
}
