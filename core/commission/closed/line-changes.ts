import type { Exact } from '../../amount/exact';
import { ZERO, add, equals, isZero, subtract } from '../../amount/exact';
import { labels } from '../../locale/labels';
import { partNamed } from '../../rules/former-names';
import { matchKey } from '../../table/cell';
import type { Engine } from '../engine';
import { FUND } from '../events';
import { companyAmounts } from '../other-rows';
import type { PaidPart, PlanPay } from '../plan-pay';
import { OVERRIDE_PART } from '../plan-pay';
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

/** The parts of a payee: what nobody claims is the company's, or that of the plan's first fund. */
function partsOf(now: PlanPay, { kind, person, name }: Payee): readonly PaidPart[] {
  if (kind === 'company') return companyAmounts(now).parts;
  if (kind === 'person') return now.persons.get(person)?.parts ?? [];
  return matchKey(name) === matchKey(now.version.all.reserve[0]?.fund ?? '') ? (now.persons.get(FUND)?.parts ?? []) : [];
}

/** Whether a part's name means the overrides, as either language writes it. */
function isOverrides(name: string): boolean {
  const word = labels['rule.override'];
  return [OVERRIDE_PART, word.en, word.zh].some((text) => matchKey(text) === matchKey(name));
}

/** The lines a correction comes from: recomputed against what all closings paid for them. Nothing where no lines were kept. */
export function lineChanges(engine: Engine, now: PlanPay, payee: Payee): LineChange[] {
  const kept = linesPaidFor(engine.ledger.keptLines, matchKey(now.version.plan), now.period.period).filter((line) => isOf(line, payee));
  if (kept.length === 0) return [];
  const parts = partsOf(now, payee);
  const todaysPart = (name: string): string => (isOverrides(name) ? OVERRIDE_PART : (partNamed(now.version.parts, name)?.name ?? name));
  // Earlier editions kept a manager's overrides in one row: they are compared as one.
  const overrides = kept.filter(({ part }) => isOverrides(part));
  const asOne = overrides.length > 0 && overrides.every(({ order }) => order === '');
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
    const change = asOne && part === OVERRIDE_PART ? at(part, '', '') : at(part, order, line);
    change.now = add(change.now, pay);
  }
  return [...changes.values()].filter((change) => !equals(change.was, change.now)).map((change) => ({ ...change, amount: subtract(change.now, change.was) })).filter(({ amount }) => !isZero(amount));
}
