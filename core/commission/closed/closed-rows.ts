import { sum } from '../../amount/exact';
import type { Message } from '../../locale/message';
import type { PlanVersion } from '../../rules/plan';
import { currencyOf, roundingOf } from '../../rules/plan';
import { personText } from '../../table/people';
import type { Engine, PayPeriod } from '../engine';
import { money } from '../reasons';
import type { SettledRow } from '../settled-row';
import { payeeKey } from './payee';
import type { StatementAmount } from './statement-amounts';
import { statementAmounts } from './statement-amounts';
import type { StatementRow } from './statements';

/** A closed period returns its rows as they stand, added up per payee: people first, then company and funds. */
export function closedRows(engine: Engine, version: PlanVersion, period: PayPeriod, rows: readonly StatementRow[]): SettledRow[] {
  const byPayee = new Map<string, StatementRow[]>();
  for (const row of rows) byPayee.set(payeeKey(row.payee), [...(byPayee.get(payeeKey(row.payee)) ?? []), row]);
  const made = [...byPayee.values()].map((own) => closedRow(engine, version, period, own));
  return [...made.filter(({ kind }) => kind === 'person'), ...made.filter(({ kind }) => kind !== 'person')];
}

function closedRow({ ledger: { people } }: Engine, version: PlanVersion, period: PayPeriod, rows: readonly StatementRow[]): SettledRow {
  const payee = rows[0]?.payee ?? { kind: 'company' as const, person: -1, id: '', name: '' };
  const currency = rows.find((row) => row.currency !== '')?.currency ?? currencyOf(version);
  const word: Message = { code: payee.kind === 'company' ? 'word.company' : 'word.fund' };
  return {
    kind: payee.kind,
    payee,
    name: payee.name === '' ? word : payee.name,
    person: payee.person,
    team: personText(people, payee.person, 'team', period.last),
    role: personText(people, payee.person, 'role', period.last),
    plan: version.plan,
    currency,
    decimals: roundingOf(version).decimals,
    amounts: Object.fromEntries(statementAmounts.map((field) => [field, sum(rows.map((row) => row.amounts[field]))])) as Record<StatementAmount, StatementRow['amounts']['measure']>,
    open: false,
    why: [{ code: 'why.closed' }, ...rows.filter(({ kind }) => kind === 'manual').map((row): Message => ({ code: 'why.manual', params: { amount: money(row.amounts.adjustment), reason: row.note } }))],
    parts: [],
    adjustments: [],
    manual: [],
    balances: undefined,
  };
}
