import type { Exact } from '../amount/exact';
import { ONE, compare, sign, sum } from '../amount/exact';
import { exactToPercent } from '../amount/text';
import { matchKey } from '../table/cell';
import type { People } from '../table/people';
import { findPerson } from '../table/people';
import type { Table } from '../table/table';
import { faultRow, numberAt, numberColumn, textAt, textColumn } from '../table/table';

/** Who contributed how much to a project or an order. */
export interface Contributions {
  readonly bySubject: ReadonlyMap<string, readonly { readonly person: number; readonly share: Exact }[]>;
  /** Subjects whose rows cannot be used; lines that need them are not settled. */
  readonly faulty: ReadonlySet<string>;
}

export function readContributions(table: Table, people: People): Contributions {
  const [subjects, persons, shares] = [textColumn(table, 'subject'), textColumn(table, 'person'), numberColumn(table, 'share')];
  const bySubject = new Map<string, { person: number; share: Exact }[]>();
  const faulty = new Set<string>();
  for (let row = 0; row < table.length; row += 1) {
    const key = matchKey(textAt(subjects, row));
    const name = textAt(persons, row);
    const person = findPerson(people, name);
    if (table.faulty[row] === 1) {
      faulty.add(key);
      continue;
    }
    if (typeof person !== 'number') {
      faultRow(table, row, 'person', { code: person === 'ambiguous' ? 'person.ambiguous' : 'person.unknown', params: { found: name, nearest: '' } });
      faulty.add(key);
      continue;
    }
    const share = numberAt(shares, row);
    if (sign(share) < 0) {
      faultRow(table, row, 'share', { code: 'share.negative', params: {} });
      faulty.add(key);
      continue;
    }
    const list = [...(bySubject.get(key) ?? []), { person, share }];
    bySubject.set(key, list);
    const total = sum(list.map((entry) => entry.share));
    if (compare(total, ONE) > 0 && !faulty.has(key)) {
      faultRow(table, row, 'share', { code: 'share.over', params: { total: exactToPercent(total) } });
      faulty.add(key);
    }
  }
  return { bySubject, faulty };
}
