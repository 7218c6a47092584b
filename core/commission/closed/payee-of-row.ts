import type { Exact } from '../../amount/exact';
import { isZero, sign } from '../../amount/exact';
import type { Plan } from '../../rules/plan';
import { nearPhrase } from '../../rules/read-value';
import { matchKey } from '../../table/cell';
import type { Day } from '../../table/day';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { nearestOf } from '../../table/nearest';
import type { People } from '../../table/people';
import type { Table } from '../../table/table';
import { placeOf, textAt, textColumn } from '../../table/table';
import type { EntryKind } from './entry-kind';
import { readPayeeKind } from './entry-kind';
import type { Payee } from './payee';
import { THE_COMPANY, findPayee, fundPayee, isWordFor, personPayee } from './payee';
import type { StatementAmount } from './statement-amounts';
import { statementAmounts } from './statement-amounts';

/** What else a row says that helps to know whom it is about. */
interface RowFacts {
  readonly kind: EntryKind;
  readonly plan: string;
  readonly amounts: Readonly<Record<StatementAmount, Exact>>;
  readonly first: Day;
  readonly last: Day;
}

/** Tells whom each row of a table is about: a person, also one who is no longer in People, a fund, or the company. */
export function payeeReader(table: Table, { people, plans }: { readonly people: People; readonly plans: readonly Plan[] }): (row: number, facts: RowFacts) => Payee | Issue {
  const [ids, names, kinds] = [textColumn(table, 'id'), textColumn(table, 'person'), textColumn(table, 'payee')];
  const funds = fundNames(plans);
  const known = new Set(ids.values.map(matchKey));
  const former = new Map<string, Payee>();
  const formerPayee = (id: string, name: string): Payee => {
    const key = matchKey(id);
    const known = former.get(key) ?? { kind: 'person' as const, person: people.persons.length + former.size, id, name };
    former.set(key, known);
    return known;
  };
  return (row, facts) => {
    const [id, name] = [textAt(ids, row), textAt(names, row)];
    const written = readPayeeKind(textAt(kinds, row));
    if (written === undefined) return issue('statement.payee', placeOf(table, row, 'payee'), { found: textAt(kinds, row) });
    const kind = written === 'blank' ? guessKind(people, funds, { id, name }, facts) : written;
    if (kind === 'company') return THE_COMPANY;
    if (kind === 'fund') return fundPayee(isWordFor('fund', name) ? '' : name);
    const found = findPayee(people, { id, name }, facts.first, facts.last);
    if (typeof found === 'number') return personPayee(people, found);
    const at = placeOf(table, row, 'person');
    const later = found === 'unknown' && id === '' ? people.byKey.get(matchKey(name))?.[0] : undefined;
    if (later !== undefined) {
      // Earlier editions wrote rows without an amount for people who had not joined yet.
      return movesMoney(facts) ? issue('statement.notThere', at, { found: name }) : personPayee(people, later);
    }
    if (found === 'ambiguous') return issue('statement.ambiguous', at, { found: name });
    if (id !== '') {
      const other = otherBearer(people, name, facts, known);
      return other === undefined ? formerPayee(id, name) : issue('statement.otherId', at, { found: name, id, other });
    }
    return issue('statement.unknownPerson', at, { found: name, nearest: nearPhrase(nearestOf(name, people.persons.map((person) => person.name))) });
  };
}

function movesMoney({ amounts }: RowFacts): boolean {
  return statementAmounts.some((name) => name !== 'measure' && !isZero(amounts[name]));
}

/** The ID of somebody of that name who was there in the period and whom the statements do not know: perhaps the same person with another ID. */
function otherBearer(people: People, name: string, { first, last }: RowFacts, known: ReadonlySet<string>): string | undefined {
  const bearers = people.persons.filter((person) => matchKey(person.name) === matchKey(name) && (person.joined ?? -Infinity) <= last && (person.left ?? Infinity) >= first);
  return bearers.find(({ id }) => id !== '' && !known.has(matchKey(id)))?.id;
}

/** Statements of earlier editions do not say what kind of payee a row is about: funds and the company are known by name. */
function guessKind(people: People, funds: ReadonlySet<string>, { id, name }: { readonly id: string; readonly name: string }, { kind, amounts }: RowFacts): Payee['kind'] {
  if (id !== '' || name === '') return 'person';
  const isPerson = people.byKey.has(matchKey(name));
  const setsAside = kind === 'pay' && sign(amounts.reserved) < 0 && isZero(amounts.held);
  if ((funds.has(matchKey(name)) || isWordFor('fund', name)) && (!isPerson || setsAside)) return 'fund';
  return isWordFor('company', name) && !isPerson ? 'company' : 'person';
}

function fundNames(plans: readonly Plan[]): Set<string> {
  return new Set(plans.flatMap(({ versions }) => versions.flatMap(({ all }) => all.reserve.map(({ fund }) => matchKey(fund)))));
}
