import type { Exact } from '../amount/exact';
import { ONE, ZERO, compare, equals, isZero, multiply, subtract, sum } from '../amount/exact';
import { allocate, allocateOrNothing } from '../amount/allocate';
import { exactToPercent } from '../amount/text';
import type { IssueCode, Params } from '../locale/message';
import type { Part } from '../rules/plan';
import { creditOf } from '../rules/plan';
import { matchKey } from '../table/cell';
import { findPerson } from '../table/people';
import type { People } from '../table/people';
import { nearestOf } from '../table/nearest';
import { nearPhrase } from '../rules/read-value';
import { readParticipants } from '../table/participants-cell';
import { hasColumn, textAt, textColumn } from '../table/table';
import type { TextColumn } from '../table/table';
import type { Ledger } from './ledger';
import { orderField } from '../trade/profit';

/** Nobody: credit that no participant claims. */
export const NOBODY = -1;

/** A share of a line for one person; `rate` is the stage's own rate, when stages have rates. */
export interface Slot {
  readonly person: number;
  /** The share, or undefined for an equal part of what the slots of the same `of` share. */
  readonly share: Exact | undefined;
  /** The part of the line that this slot and its neighbours divide. */
  readonly of: Exact;
  readonly group: number;
  readonly stage: string;
  readonly rate: Exact | undefined;
}

export interface CreditFault {
  readonly field: string;
  readonly code: IssueCode;
  readonly params: Params;
}

export type Credits = readonly Slot[] | CreditFault;

export function isCreditFault(credits: Credits): credits is CreditFault {
  return 'code' in credits;
}

/** Compiles whose performance a line is: from the owner, the stages, the contributions, or a column. */
export function creditReader(ledger: Ledger, part: Part): (row: number) => Credits {
  const by = creditOf(part);
  const { table } = ledger.orders;
  switch (by.kind) {
    case 'owner':
      return oneColumn(ledger, 'owner');
    case 'column':
      return oneColumn(ledger, orderField(by.column));
    case 'contributions':
      return contributionReader(ledger);
    case 'stages': {
      const rated = part.rules.stageRate.map(({ stage, rate }) => ({ stage, of: ONE, rate }));
      const shared = part.rules.stage.map(({ stage, share }) => ({ stage, of: share, rate: undefined }));
      const stages = [...shared, ...rated].map((stage, group) => ({
        ...stage,
        group,
        people: participantsOf(ledger.people, textColumn(table, orderField(stage.stage)), orderField(stage.stage)),
      }));
      return (row) => {
        const slots: Slot[] = [];
        for (const stage of stages) {
          const read = stage.people(row);
          if (isCreditFault(read)) return read;
          for (const slot of read) slots.push({ ...slot, of: stage.of, group: stage.group, stage: stage.stage, rate: stage.rate });
        }
        return slots;
      };
    }
  }
}

/** The stage columns a part names that the orders lack. */
export function missingStages(ledger: Ledger, part: Part): string[] {
  const by = creditOf(part);
  const named = by.kind === 'stages' ? [...part.rules.stage, ...part.rules.stageRate].map(({ stage }) => stage) : [];
  const column = by.kind === 'column' ? [by.column] : [];
  return [...named, ...column].filter((name) => !hasColumn(ledger.orders.table, orderField(name)));
}

function oneColumn(ledger: Ledger, field: string): (row: number) => Credits {
  return participantsOf(ledger.people, textColumn(ledger.orders.table, field), field);
}

/** Reads the people in a column, each different text once. */
function participantsOf(people: People, column: TextColumn, field: string): (row: number) => Credits {
  const known: (Credits | undefined)[] = [];
  return (row) => {
    const code = column.codes[row] ?? 0;
    return (known[code] ??= slotsOfText(people, textAt(column, row), field));
  };
}

function slotsOfText(people: People, text: string, field: string): Credits {
  const written = readParticipants(text, (name) => people.byKey.has(matchKey(name)));
  if (written.length === 0) return [slotOf(NOBODY, ONE)];
  const persons: { person: number; share: Exact | undefined }[] = [];
  for (const { name, share } of written) {
    const person = findPerson(people, name);
    if (typeof person !== 'number') return unknownPerson(people, person, name, field);
    persons.push({ person, share });
  }
  const given = persons.flatMap(({ share }) => (share ? [share] : []));
  const total = sum(given);
  if (compare(total, ONE) > 0) return { field, code: 'share.over', params: { total: exactToPercent(total) } };
  const rest = subtract(ONE, total);
  const open = given.length < persons.length;
  if (open && given.length > 0 && isZero(rest)) return { field, code: 'share.nothingLeft', params: { found: text } };
  if (open && given.length === 0) return persons.map(({ person }) => slotOf(person, persons.length === 1 ? ONE : undefined));
  if (open) return { field, code: 'share.mixed', params: { found: text } };
  const slots = persons.map(({ person, share }) => slotOf(person, share));
  return isZero(rest) ? slots : [...slots, slotOf(NOBODY, rest)];
}

function unknownPerson(people: People, why: 'unknown' | 'ambiguous', name: string, field: string): CreditFault {
  if (why === 'ambiguous') return { field, code: 'person.ambiguous', params: { found: name } };
  const near = nearestOf(name, people.persons.map((person) => person.name));
  return { field, code: 'person.unknown', params: { found: name, nearest: nearPhrase(near) } };
}

function slotOf(person: number, share: Exact | undefined): Slot {
  return { person, share, of: ONE, group: 0, stage: '', rate: undefined };
}

function contributionReader(ledger: Ledger): (row: number) => Credits {
  const { orders, contributions } = ledger;
  const projects = textColumn(orders.table, 'project');
  return (row) => {
    const order = orders.orderNames[orders.orderOf[row] ?? 0] ?? '';
    for (const key of [matchKey(order), matchKey(textAt(projects, row))]) {
      if (key !== '' && contributions?.faulty.has(key)) return { field: 'order', code: 'contribution.faulty', params: { found: key } };
      const found = key === '' ? undefined : contributions?.bySubject.get(key);
      if (!found) continue;
      const rest = subtract(ONE, sum(found.map(({ share }) => share)));
      const slots = found.map(({ person, share }) => slotOf(person, share));
      return isZero(rest) ? slots : [...slots, slotOf(NOBODY, rest)];
    }
    return [slotOf(NOBODY, ONE)];
  };
}

/** A line's amount divided among its slots: shares exactly, equal parts by largest remainder at 8 decimals. */
export function divide(amount: Exact, slots: readonly Slot[]): Exact[] {
  const [only] = slots;
  if (slots.length === 1 && only) return [only.share && equals(only.share, ONE) && equals(only.of, ONE) ? amount : divideOne(amount, only)];
  const parts: Exact[] = [];
  let index = 0;
  while (index < slots.length) {
    const slot = slots[index];
    if (!slot) break;
    if (slot.share) {
      parts.push(divideOne(amount, slot));
      index += 1;
      continue;
    }
    let end = index + 1;
    while (end < slots.length && slots[end]?.group === slot.group && !slots[end]?.share) end += 1;
    const whole = multiply(amount, slot.of);
    parts.push(...(isZero(whole) ? slots.slice(index, end).map(() => ZERO) : allocate(whole, slots.slice(index, end).map(() => ONE), 8)));
    index = end;
  }
  return parts;
}

/** Money of a line (a bonus, a limit) split as its credit: the whole of it, even where stages make up less than the line. */
export function divideWhole(amount: Exact, slots: readonly Slot[]): Exact[] {
  const parts = divide(ONE, slots);
  return equals(sum(parts), ONE) ? divide(amount, slots) : allocateOrNothing(amount, parts, 8);
}

function divideOne(amount: Exact, slot: Slot): Exact {
  const whole = equals(slot.of, ONE) ? amount : multiply(amount, slot.of);
  return slot.share && !equals(slot.share, ONE) ? multiply(whole, slot.share) : whole;
}
