import type { Exact } from '../amount/exact';
import { cellText, matchKey } from './cell';
import type { Day } from './day';
import { readNumber, isNumberFault } from './number-cell';
import type { Table } from './table';
import { cellAt, columnNumber, dayAt, dayColumn, faultRow, textAt, textColumn } from './table';

/** A person of the team: all rows that name them, in the order of their `From` dates. */
export interface Person {
  readonly name: string;
  readonly id: string;
  /** The name, with the ID where two people share it. */
  readonly label: string;
  /** Names the person went by before; what was closed under them stays theirs. */
  readonly formerNames: readonly string[];
  readonly rows: readonly number[];
  readonly starts: readonly (Day | undefined)[];
  readonly joined: Day | undefined;
  readonly left: Day | undefined;
}

export interface People {
  readonly table: Table;
  readonly persons: readonly Person[];
  readonly byKey: ReadonlyMap<string, readonly number[]>;
}

/** Reads the People table: several rows of one person are changes of role or team, by `From` date. */
export function readPeople(table: Table): People {
  const [names, ids] = [textColumn(table, 'person'), textColumn(table, 'id')];
  const former = textColumn(table, 'formerName');
  const [froms, joins, leaves] = [dayColumn(table, 'from'), dayColumn(table, 'joined'), dayColumn(table, 'left')];
  const groups = new Map<string, number[]>();
  for (let row = 0; row < table.length; row += 1) {
    const name = textAt(names, row);
    if (name === '') {
      faultRow(table, row, 'person', { code: 'cell.missing', params: {} });
      continue;
    }
    const key = `${matchKey(name)}\n${matchKey(textAt(ids, row))}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const nameCount = new Map<string, number>();
  for (const key of groups.keys()) {
    const name = key.split('\n')[0] ?? '';
    nameCount.set(name, (nameCount.get(name) ?? 0) + 1);
  }
  const persons: Person[] = [];
  for (const [key, group] of groups) {
    const rows = [...group].sort((a, b) => (dayAt(froms, a) ?? -Infinity) - (dayAt(froms, b) ?? -Infinity) || a - b);
    const first = rows[0] ?? 0;
    reportTwins(table, rows, froms);
    const [name, id] = [textAt(names, first), textAt(ids, first)];
    const shared = (nameCount.get(key.split('\n')[0] ?? '') ?? 0) > 1;
    if (shared && id === '') faultRow(table, first, 'id', { code: 'people.needsId', params: { name } });
    persons.push({
      name,
      id,
      label: shared ? `${name} (${id})` : name,
      formerNames: rows.flatMap((row) => textAt(former, row).split(/[;；]/)).map((text) => text.trim()).filter((text) => text !== ''),
      rows,
      starts: rows.map((row) => dayAt(froms, row)),
      joined: firstKnown(rows.map((row) => dayAt(joins, row))),
      left: firstKnown([...rows].reverse().map((row) => dayAt(leaves, row))),
    });
  }
  persons.forEach((person) => {
    if (person.joined !== undefined && person.left !== undefined && person.left < person.joined) {
      faultRow(table, person.rows[0] ?? 0, 'left', { code: 'people.leftBeforeJoined', params: { name: person.label } });
    }
  });
  return { table, persons, byKey: keysOf(persons) };
}

function firstKnown(days: readonly (Day | undefined)[]): Day | undefined {
  return days.find((day) => day !== undefined);
}

function reportTwins(table: Table, rows: readonly number[], froms: ReturnType<typeof dayColumn>): void {
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (before === undefined || dayAt(froms, before) !== dayAt(froms, row)) return;
    faultRow(table, row, 'from', { code: 'people.twice', params: { name: cellText(cellAt(table, row, 'person')), first: table.rowNumbers[before] ?? 0 } });
  });
}

function keysOf(persons: readonly Person[]): Map<string, number[]> {
  const keys = new Map<string, number[]>();
  persons.forEach((person, index) => {
    for (const key of new Set([matchKey(person.name), matchKey(person.id), matchKey(person.label)])) {
      if (key === '') continue;
      const found = keys.get(key);
      if (found) found.push(index);
      else keys.set(key, [index]);
    }
  });
  return keys;
}

export type PersonLookup = number | 'unknown' | 'ambiguous';

/** The person a name or an ID stands for. */
export function findPerson(people: People, text: string): PersonLookup {
  const found = people.byKey.get(matchKey(text));
  if (!found || found.length === 0) return 'unknown';
  return found.length === 1 ? (found[0] ?? 'unknown') : 'ambiguous';
}

/** The row of the People table that holds for a person on a day. Before the first row, the first row holds. */
export function rowOn(person: Person, day: Day): number {
  let held = person.rows[0] ?? 0;
  for (let index = 1; index < person.rows.length; index += 1) {
    const start = person.starts[index];
    if (start === undefined || start > day) break;
    held = person.rows[index] ?? held;
  }
  return held;
}

/** What a People column says of a person on a day. */
export function personText(people: People, person: number, column: string, day: Day): string {
  const found = people.persons[person];
  return found ? textAt(textColumn(people.table, column), rowOn(found, day)) : '';
}

/** The number in a People column on a day; undefined where it is blank or no number. */
export function personNumber(people: People, person: number, column: string, day: Day): Exact | undefined {
  const found = people.persons[person];
  if (!found) return undefined;
  const reading = readNumber(cellAt(people.table, rowOn(found, day), column));
  return reading === 'blank' || isNumberFault(reading) ? undefined : reading;
}

/** The date in a People column on a day; undefined where it is blank or no date. */
export function personDay(people: People, person: number, column: string, day: Day): Day | undefined {
  const found = people.persons[person];
  return found && dayAt(dayColumn(people.table, column), rowOn(found, day));
}

export function hasPeopleColumn(people: People, column: string): boolean {
  return columnNumber(people.table, column) !== undefined;
}

/** True from the day of joining to the day of leaving, both included. */
export function isEmployed(person: Person, day: Day): boolean {
  return (person.joined === undefined || day >= person.joined) && (person.left === undefined || day <= person.left);
}
