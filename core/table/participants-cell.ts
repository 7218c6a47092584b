import type { Exact } from '../amount/exact';
import { exactFromText } from '../amount/text';
import { plainText } from './cell';

/** One name in a participants cell, with its share if one was written. */
export interface Participant {
  readonly name: string;
  readonly share: Exact | undefined;
}

const SEPARATORS = /[;；,，、/\n]+/;
const NUMBER = /^[0-9]+(?:\.[0-9]+)?$/;

/**
 * Reads `Amy`, `Amy; Ben` (equal) and `Amy 60%; Ben 40%`. A text that is a whole name (`Smith, John`) is not split:
 * `isName` says what is a name.
 */
export function readParticipants(text: string, isName: (name: string) => boolean): Participant[] {
  const whole = plainText(text);
  if (whole === '') return [];
  if (isName(whole)) return [{ name: whole, share: undefined }];
  return mergeNames(whole.split(SEPARATORS).map((part) => part.trim()).filter((part) => part !== ''), isName).map(readOne);
}

/** Puts `Smith` and `John` together again where `Smith, John` is a name. */
function mergeNames(parts: readonly string[], isName: (name: string) => boolean): string[] {
  const merged: string[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    const next = parts[index + 1];
    const joined = next === undefined ? part : `${part}, ${next}`;
    if (next !== undefined && !isName(readOne(part).name) && isName(readOne(joined).name)) {
      merged.push(joined);
      index += 1;
    } else merged.push(part);
  }
  return merged;
}

function readOne(text: string): Participant {
  const share = shareBehind(text);
  const percent = share && exactFromText(share.digits);
  if (!share || !percent) return { name: text, share: undefined };
  return { name: share.name, share: { units: percent.units, scale: percent.scale + 2 } };
}

/** A percentage behind a name, found from the end: `Amy: 60%`. */
function shareBehind(text: string): { readonly name: string; readonly digits: string } | undefined {
  if (!text.endsWith('%')) return undefined;
  const body = text.slice(0, -1).trimEnd();
  let begin = body.length;
  while (begin > 0 && /[0-9.]/.test(body[begin - 1] ?? '')) begin -= 1;
  while (body[begin] === '.') begin += 1;
  const digits = body.slice(begin);
  if (!NUMBER.test(digits)) return undefined;
  let end = begin;
  while (end > 0 && /[\s:：=]/.test(body[end - 1] ?? '')) end -= 1;
  return { name: body.slice(0, end).trim(), digits };
}
