import { nearPhrase } from '../rules/read-value';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import { nearestOf } from '../table/nearest';
import { placeOf } from '../table/table';
import { derivedNames, isScoreColumn } from './facts';
import type { Ledger } from './ledger';

/** The place of a row of the rules. */
export function rulePlace(ledger: Ledger, row: number): Issue['at'] {
  const table = ledger.tables.get('rules');
  const index = table ? table.rowNumbers.indexOf(row) : -1;
  return table && index >= 0 ? placeOf(table, index, 'item') : { table: 'rules', row };
}

/** A column that a rule names and no table has; or the Scores table it would be in. */
export function unknownColumn(ledger: Ledger, row: number, column: string): Issue {
  if (isScoreColumn(column)) return issue('need.scores', rulePlace(ledger, row), { column });
  const known = [...ledger.orders.table.headers, ...ledger.people.table.headers, ...(ledger.tables.get('scores')?.headers ?? []), ...derivedNames];
  return issue('rule.unknownColumn', rulePlace(ledger, row), { found: column, nearest: nearPhrase(nearestOf(column, known)) });
}
