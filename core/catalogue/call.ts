import type { Language } from '../locale/message';
import { nearPhrase } from '../rules/read-value';
import { issue } from '../table/issue';
import { nearestOf } from '../table/nearest';
import { catalogue, findFunction } from './catalogue';
import type { CallResult } from './evaluate';
import { callLanguage, evaluateEntry, failed } from './evaluate';
import type { Argument } from './function-entry';

export type { CallError, CallResult } from './evaluate';

/** Evaluates a worksheet function by its name. */
export function call(name: string, args: readonly Argument[], language: Language = callLanguage(args)): CallResult {
  const entry = findFunction(name);
  if (entry) return evaluateEntry(entry, args, language);
  const near = nearPhrase(nearestOf(name, catalogue.map((known) => known.name)));
  return failed([issue('function.unknown', undefined, { found: name, nearest: near })], language);
}
