import { matchKey } from '../table/cell';
import type { Part } from './plan';
import type { Rules, WordKey } from './words';
import { wordKeys, words } from './words';

/** Whether a part is named for the overrides: its gates and factors are theirs. */
export function isOverrideName(name: string): boolean {
  const { en, zh } = words.override.name;
  return matchKey(name) === matchKey(en) || matchKey(name) === matchKey(zh);
}

/** What a part named for the overrides may say without counting lines of its own. */
const TERMS: ReadonlySet<WordKey> = new Set<WordKey>(['override', 'gate', 'factor', 'factorStacking', 'tierOn', 'tierSpan']);

/** Whether the overrides are paid on credit that this part counts by itself, by its own measure or lines. */
export function hasCreditOfItsOwn(own: Rules): boolean {
  return wordKeys.some((key) => !TERMS.has(key) && own[key].length > 0);
}

/** The part of the overrides: only gates and factors written in it are theirs. */
export function overridePartOf(name: string, own: Rules, common: Rules): Part {
  return { name, rules: { ...withCommon(own, common), gate: own.gate, factor: own.factor } };
}

/** A part's own rows; for a word it has no row of, the rows of the whole plan. */
export function withCommon(own: Rules, common: Rules): Rules {
  return Object.fromEntries(wordKeys.map((key) => [key, own[key].length > 0 ? own[key] : common[key]])) as unknown as Rules;
}
