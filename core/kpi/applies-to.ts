import type { Condition, Test } from '../rules/condition';
import { matchesValues, readValues } from '../rules/condition';
import { matchKey, plainText } from '../table/cell';
import type { Day } from '../table/day';
import type { People } from '../table/people';
import { hasPeopleColumn, personText } from '../table/people';

/** Who an indicator is for: tests on People columns; a bare value is a role, a team or a name. */
export interface AppliesTo {
  readonly conditions: readonly Condition[];
  readonly text: string;
}

/** The column of values that name none. */
export const ANY_COLUMN = '*';

/** Reads `Role=Sales; Team=EU`: same column: or; different columns: and. `Role=Sales; Manager` are two roles. */
export function readAppliesTo(text: string): AppliesTo {
  const plain = plainText(text);
  const byColumn = new Map<string, { column: string; values: string[] }>();
  let current: { column: string; values: string[] } | undefined;
  for (const part of plain.split(/[;；&＆\n]/).map((piece) => piece.trim()).filter((piece) => piece !== '')) {
    const [left = '', ...right] = part.split(/[=＝]/);
    const column = right.length > 0 ? left.trim() : (current?.column ?? ANY_COLUMN);
    const value = right.length > 0 ? right.join('=').trim() : part;
    current = byColumn.get(matchKey(column)) ?? { column, values: [] };
    current.values.push(value);
    byColumn.set(matchKey(column), current);
  }
  const conditions = [...byColumn.values()].flatMap(({ column, values }): Condition[] => {
    const test = readValues(values.join(';'));
    return test ? [{ column, test }] : [];
  });
  return { conditions, text: plain };
}

/** The columns named that the People table lacks. */
export function unknownColumns({ conditions }: AppliesTo, people: People): string[] {
  return conditions.map(({ column }) => column).filter((column) => column !== ANY_COLUMN && !hasPeopleColumn(people, column));
}

/** Whether an indicator is for a person, by their row of the People table on a day. */
export function appliesTo({ conditions }: AppliesTo, people: People, person: number, day: Day): boolean {
  return conditions.every(({ column, test }) => matchesPerson(column, test, people, person, day));
}

function matchesPerson(column: string, test: Test, people: People, person: number, day: Day): boolean {
  if (test.kind === 'bound') return false;
  if (column !== ANY_COLUMN) return matchesValues(test, personText(people, person, column, day));
  const found = people.persons[person];
  const texts = [personText(people, person, 'role', day), personText(people, person, 'team', day), found?.label ?? '', found?.name ?? '', found?.id ?? ''];
  const one = { ...test, excludes: false };
  return texts.some((text) => text !== '' && matchesValues(one, text)) !== test.excludes;
}

/** The teams an indicator names, so that a figure recorded for one of them is found. */
export function teamsNamed({ conditions }: AppliesTo): string[] {
  return conditions.flatMap(({ column, test }) => {
    const isTeam = column === ANY_COLUMN || ['team', '团队', '部门', 'department'].includes(matchKey(column));
    return isTeam && test.kind === 'values' && !test.excludes ? test.patterns.filter(({ wild }) => !wild).map(({ text }) => text) : [];
  });
}
