import { ZERO, add, isZero } from '../../amount/exact';
import type { Exact } from '../../amount/exact';
import type { PlanVersion } from '../../rules/plan';
import { creditOf, poolOf } from '../../rules/plan';
import { matchKey } from '../../table/cell';
import type { Period } from '../../table/period';
import { samePeriod } from '../../table/period';
import { readParticipants } from '../../table/participants-cell';
import { textColumn } from '../../table/table';
import type { Engine } from '../engine';
import type { StatementRow } from './statements';
import { entitlementOf } from './statements';

/**
 * Who was paid for a closed period, is no longer in People, and shared something with others: a pot, an override, the
 * credit of a line. Without them a recomputation would give the others what they were paid, or take it away.
 */
export function missingPeople(engine: Engine, version: PlanVersion, rows: readonly StatementRow[], period: Period): string[] {
  const { people } = engine.ledger;
  const isGone = ({ payee }: StatementRow): boolean => payee.kind === 'person' && payee.person >= people.persons.length;
  const paid = new Map<string, Exact>();
  for (const row of rows) {
    if (!isGone(row) || !samePeriod(row.forPeriod, period)) continue;
    paid.set(row.payee.name, add(paid.get(row.payee.name) ?? ZERO, entitlementOf(row)));
  }
  const missing = [...paid].flatMap(([name, amount]) => (isZero(amount) ? [] : [name]));
  return missing.length > 0 && isShared(engine, version) ? missing : [];
}

function isShared({ ledger: { orders, people } }: Engine, version: PlanVersion): boolean {
  if (version.all.override.length > 0 || version.parts.some((part) => poolOf(part) !== undefined || creditOf(part).kind !== 'owner')) return true;
  const owners = textColumn(orders.table, 'owner');
  return owners.values.some((text) => !people.byKey.has(matchKey(text)) && readParticipants(text, (name) => people.byKey.has(matchKey(name))).length > 1);
}
