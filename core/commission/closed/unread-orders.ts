import type { PlanVersion } from '../../rules/plan';
import { matchKey } from '../../table/cell';
import type { Period } from '../../table/period';
import type { Engine } from '../engine';
import { linesPaidFor } from './kept-lines';

/** An order that was paid in a closed period and whose row cannot be read now: nothing is taken back for it. */
export interface UnreadOrder {
  readonly order: string;
  readonly row: number;
}

/** The orders that a closing kept lines of and whose rows are faulty since: an owner misspelt, a rate missing, a cell that is no number. */
export function unreadOrders({ ledger, runs }: Engine, version: PlanVersion, period: Period): UnreadOrder[] {
  const { orders, keptLines } = ledger;
  const paid = new Set(linesPaidFor(keptLines, matchKey(version.plan), period).flatMap(({ order }) => (order === '' ? [] : [matchKey(order)])));
  if (paid.size === 0) return [];
  const faulty = new Set(version.parts.flatMap((part) => [...(runs.get(part)?.rejected.keys() ?? [])]));
  orders.table.faulty.forEach((fault, row) => {
    if (fault === 1) faulty.add(row);
  });
  return [...faulty].sort((a, b) => a - b).flatMap((row): UnreadOrder[] => {
    const order = orders.orderNames[orders.orderOf[row] ?? -1] ?? '';
    return paid.has(matchKey(order)) ? [{ order, row: orders.table.rowNumbers[row] ?? 0 }] : [];
  });
}
