import { exactToDisplay } from '../../amount/text';
import type { Plan } from '../../rules/plan';
import { versionFor, versionLabel } from '../../rules/plan';
import { planNamed } from '../../rules/former-names';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { periodText } from '../../table/period';
import { columnNumber, placeOf } from '../../table/table';
import { distinct } from '../../table/distinct';
import type { Ledger } from '../ledger';
import { matchKey } from '../../table/cell';
import { changeMessage } from './corrections';
import { payeeKey } from './payee';
import { leftIn, lotsOf } from './lots';
import { currencyWrittenOver } from './other-currency';
import { keptRules, rulesSince } from './rules-used';
import type { StatementRow, Statements } from './statements';
import { everyRowOfPlan, rowsOfPlan } from './statements';

/** What is wrong or weak in the statements: broken seals, rows that are not understood, rules written over since, what is not sealed. */
export function checkStatements(ledger: Ledger, plans: readonly Plan[]): Issue[] {
  const { statements } = ledger;
  if (!statements) return [];
  return distinct([
    ...statements.problems,
    ...statements.unsealed,
    ...unsealedClosings(statements),
    ...missingLines(ledger, statements),
    ...plans.flatMap((plan) => [...editedRules(plan, statements), ...currencyWrittenOver(plan, statements), ...orphanLots(ledger, plan)]),
  ]);
}

/** Closings of earlier editions, which seal less. */
function unsealedClosings({ table, closings }: Statements): Issue[] {
  if (table.length > 0 && columnNumber(table, 'checksum') === undefined) return [issue('statement.noSeals', placeOf(table, 0), {}, 'note')];
  return closings.flatMap(({ seal, rows, period, plan, voided }) => (seal.edition === 1 && voided === '' ? [issue('statement.notSealed', placeOf(table, rows[0] ?? 0, 'checksum'), { period, plan }, 'note')] : [])).slice(0, 1);
}

function missingLines({ keptLines }: Ledger, { table, closings }: Statements): Issue[] {
  if (keptLines) return [];
  const kept = closings.find(({ seal, voided }) => seal.edition === 2 && seal.lines !== '0' && voided === '');
  return kept ? [issue('statement.noLines', placeOf(table, kept.rows[0] ?? 0, 'checksum'), { period: kept.period, plan: kept.plan }, 'warning')] : [];
}

/** Rules that were written over after a closing used them. */
function editedRules(plan: Plan, statements: Statements): Issue[] {
  const kept = keptRules(statements);
  const rows = everyRowOfPlan(statements, plan.name);
  return statements.closings.flatMap(({ seal, voided, rows: own, plan: name }) => {
    const row = rows.find((one) => one.seal === seal.own);
    if (seal.edition === 1 || voided !== '' || !row || planNamed([plan], name) !== plan) return [];
    const version = versionFor(plan, row.period);
    if (!version) return [];
    const since = rulesSince(plan, version, { fingerprint: seal.rules, label: row.rulesAsOf, rules: kept.get(seal.rules) });
    if (since.kind !== 'edited') return [];
    return [issue('statement.rulesEdited', placeOf(statements.table, own[0] ?? 0, 'rulesAsOf'), { plan: versionLabel(version), period: periodText(row.period), changes: since.changes.map(changeMessage) })];
  }).slice(0, 1);
}

/** Money that waits for the receipt of an order that is gone. */
function orphanLots({ statements, orders }: Ledger, plan: Plan): Issue[] {
  const byPayee = new Map<string, StatementRow[]>();
  for (const row of rowsOfPlan(statements, plan.name)) byPayee.set(payeeKey(row.payee), [...(byPayee.get(payeeKey(row.payee)) ?? []), row]);
  return [...byPayee.values()].flatMap((rows) => lotsOf(plan, rows).flatMap((lot) => {
    const left = leftIn(lot);
    if (lot.due !== 'receipt' || left.units <= 0 || orders.byKey.has(matchKey(lot.order)) || !statements) return [];
    const index = statements.table.rowNumbers.indexOf(lot.held[0]?.row ?? -1);
    return [issue('lot.orderGone', placeOf(statements.table, Math.max(index, 0), 'order'), { amount: exactToDisplay(left, 2), name: rows[0]?.payee.name ?? '', order: lot.order }, 'warning')];
  }));
}
