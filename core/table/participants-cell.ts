import type { Exact } from '../amount/exact';
import { exactFromText } from '../amount/text';
import { plainText } from './cell';

/** One name in a participants cell, with its share if one was written. */
export interface Participant {
  readonly name: string;
  readonly share: Exact | undefined;
}

const SEPARATORS = /[;；,，、/\n]+/;
const WITH_SHARE = /^(.*?)[\s:：=]*([0-9]+(?:\.[0-9]+)?)\s*%$/s;

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
  const match = WITH_SHARE.exec(text);
  const percent = match && exactFromText(match[2] ?? '');
  if (!match || !percent) return { name: text, share: undefined };
  return { name: (match[1] ?? '').trim(), share: { units: percent.units, scale: percent.scale + 2 } };
}
