import { matchKey } from './cell';
import { headerWords } from './header-text';
import type { TableKind } from './schema';
import { fieldsOf } from './schema';
import { headerAliases } from './schemas/header-aliases';

/** How certainly a header stands for a field: by its own name, by a name in use, through noise, or only where no other column does. */
export type Strength = 'own name' | 'name in use' | 'alias' | 'perhaps';

export interface HeaderMatch {
  readonly field: string;
  readonly strength: Strength;
  /** Whether the header was read through its noise: a unit in brackets, dots, stars. */
  readonly isNoisy: boolean;
  /** Its place among the names of the field: of two that are as sure, the first says it better. */
  readonly place: number;
}

type Known = ReadonlyMap<string, Omit<HeaderMatch, 'isNoisy'>>;

const fieldKeys = new Map<TableKind, Known>();

/** Every header of a table in the form in which it is compared, the surest first. */
export function knownHeaders(kind: TableKind): Known {
  const known = fieldKeys.get(kind);
  if (known) return known;
  const made = new Map<string, Omit<HeaderMatch, 'isNoisy'>>();
  const put = (text: string, field: string, strength: Strength): void => {
    for (const key of [matchKey(text), headerWords(text).key]) if (!made.has(key)) made.set(key, { field, strength, place: made.size });
  };
  const aliases = new Map(Object.entries(headerAliases[kind] ?? {}));
  const listed = (text: string | undefined): string[] => (text ?? '').split('|').filter((one) => one !== '');
  for (const { key, en, zh } of fieldsOf(kind)) for (const name of [en, zh]) put(name, key, 'own name');
  for (const { key, also = [] } of fieldsOf(kind)) for (const name of also) put(name, key, 'name in use');
  for (const { key } of fieldsOf(kind)) for (const name of listed(aliases.get(key)?.sure)) put(name, key, 'alias');
  for (const { key } of fieldsOf(kind)) for (const name of listed(aliases.get(key)?.perhaps)) put(name, key, 'perhaps');
  fieldKeys.set(kind, made);
  return made;
}

/** What a header may stand for, its noise aside. */
export function headerMatch(kind: TableKind, text: string): HeaderMatch | undefined {
  const known = knownHeaders(kind);
  const exact = known.get(matchKey(text));
  if (exact) return { ...exact, isNoisy: false };
  const { key } = headerWords(text);
  const noisy = key === '' ? undefined : known.get(key);
  return noisy && { ...noisy, isNoisy: true };
}
