import type { Exact } from '../../amount/exact';
import { ZERO, add, equals, isZero, subtract } from '../../amount/exact';
import { partNamed } from '../../rules/former-names';
import { matchKey } from '../../table/cell';
import type { Engine } from '../engine';
import { companyAmounts } from '../other-rows';
import type { PlanPay } from '../plan-pay';
import { isOf, linesPaidFor } from './kept-lines';
import { lineRecords } from './line-record';
import type { Payee } from './payee';

/** An order line whose pay differs from what a closing kept of it. */
export interface LineChange {
  readonly part: string;
  readonly order: string;
  readonly line: string;
  readonly was: Exact;
  readonly now: Exact;
  readonly amount: Exact;
}

/** The lines a correction comes from: recomputed against what all closings paid for them. Nothing where no lines were kept. */
export function lineChanges(engine: Engine, now: PlanPay, payee: Payee): LineChange[] {
  const kept = linesPaidFor(engine.ledger.keptLines, matchKey(now.version.plan), now.period.period).filter((line) => isOf(line, payee));
  if (kept.length === 0) return [];
  const parts = payee.kind === 'person' ? (now.persons.get(payee.person)?.parts ?? []) : companyAmounts(now).parts;
  const todaysPart = (name: string): string => partNamed(now.version.parts, name)?.name ?? name;
  const changes = new Map<string, { part: string; order: string; line: string; was: Exact; now: Exact }>();
  const at = (part: string, order: string, line: string): { was: Exact; now: Exact } => {
    const key = [part, order, line].map(matchKey).join('\n');
    const known = changes.get(key) ?? { part, order, line, was: ZERO, now: ZERO };
    changes.set(key, known);
    return known;
  };
  for (const { part, order, line, pay } of kept) {
    const change = at(todaysPart(part), order, line);
    change.was = add(change.was, pay);
  }
  for (const { part, order, line, pay } of lineRecords(engine, now, parts, payee.person)) {
    const change = at(part, order, line);
    change.now = add(change.now, pay);
  }
  return [...changes.values()].filter((change) => !equals(change.was, change.now)).map((change) => ({ ...change, amount: subtract(change.now, change.was) })).filter(({ amount }) => !isZero(amount));
}
