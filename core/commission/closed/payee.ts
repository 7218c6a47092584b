import { labels } from '../../locale/labels';
import { matchKey } from '../../table/cell';
import type { Day } from '../../table/day';
import type { People } from '../../table/people';
import { COMPANY, FUND } from '../events';

/** Who gets the money of a row: a person, a fund, or the company. */
export type PayeeKind = 'person' | 'fund' | 'company';

/**
 * Who a row of the statements is about. `person` is the number in People; people who are no longer there have numbers
 * beyond it, the company and the funds numbers below 0.
 */
export interface Payee {
  readonly kind: PayeeKind;
  readonly person: number;
  readonly id: string;
  readonly name: string;
}

/** What tells two payees apart. */
export function payeeKey({ kind, person, name }: Payee): string {
  return kind === 'person' ? `person ${person}` : `${kind} ${matchKey(name)}`;
}

export const THE_COMPANY: Payee = { kind: 'company', person: COMPANY, id: '', name: '' };

export function fundPayee(name: string): Payee {
  return { kind: 'fund', person: FUND, id: '', name };
}

export function personPayee(people: People, person: number): Payee {
  const found = people.persons[person];
  return { kind: 'person', person, id: found?.id ?? '', name: found?.label ?? '' };
}

/** The cells by which a row names somebody. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The person that an ID and a name mean in a period: 'unknown' where nobody fits, 'ambiguous' where several do. */
export type Found = number | 'unknown' | 'ambiguous';

/**
 * The ID decides. A name alone counts if, among those who had joined by the end of the period, only one bears it; of
 * several, the one who had not left before it began. A name that somebody went by before counts like today's. A name written with its ID behind it (`Amy (E01)`) is read as both.
 */
export function findPayee(people: People, { id, name }: Named, first: Day, last: Day): Found {
  const written = id === '' ? /^(.*)\(([^()]+)\)$/.exec(name) : null;
  const [ownId, ownName] = written ? [written[2] ?? '', (written[1] ?? '').trim()] : [id, name];
  if (ownId !== '') {
    const byId = people.persons.findIndex((person) => person.id !== '' && matchKey(person.id) === matchKey(ownId));
    if (byId >= 0) return byId;
    // An ID that People no longer knows: a person of that name without an ID had theirs taken away.
    const nameless = people.persons.flatMap((person, index) => (person.id === '' && matchKey(person.name) === matchKey(ownName) ? [index] : []));
    return nameless.length === 1 ? (nameless[0] ?? 'unknown') : 'unknown';
  }
  const former = people.persons.flatMap(({ formerNames }, index) => (formerNames.some((one) => matchKey(one) === matchKey(name)) ? [index] : []));
  const candidates = [...new Set([...(people.byKey.get(matchKey(name)) ?? []), ...former])];
  const joined = candidates.filter((index) => (people.persons[index]?.joined ?? -Infinity) <= last);
  const [only] = joined;
  if (joined.length <= 1) return only ?? 'unknown';
  const there = joined.filter((index) => (people.persons[index]?.left ?? Infinity) >= first);
  return there.length === 1 ? (there[0] ?? 'unknown') : 'ambiguous';
}

/** Whether a name is only the word for the company, or for a fund without a name, in either language. */
export function isWordFor(kind: 'company' | 'fund', name: string): boolean {
  const word = labels[kind === 'company' ? 'word.company' : 'word.fund'];
  return [word.en, word.zh].some((text) => matchKey(text) === matchKey(name));
}
