import type { Part } from '../rules/plan';

const NONE: readonly string[] = [];

/** The names that the rules of a part say it had before. No rule word says any yet. */
export function formerNames({ name }: Part): readonly string[] {
  return name === '' ? [] : NONE;
}
