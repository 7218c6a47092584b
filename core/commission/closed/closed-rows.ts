import type { Exact } from '../../amount/exact';
import { ZERO, add, isZero, larger, negate, sign, sum } from '../../amount/exact';
import type { Message } from '../../locale/message';
import type { PlanVersion } from '../../rules/plan';
import { currencyOf, roundingOf } from '../../rules/plan';
import { personText } from '../../table/people';
import { periodText } from '../../table/period';
import type { Engine, PayPeriod } from '../engine';
import { money, releaseReason } from '../reasons';
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
    why: [{ code: 'why.closed' }, ...closedReasons(rows)],
    parts: [],
    adjustments: [],
    manual: [],
    balances: undefined,
  };
}

/** What the rows of a closing say besides what was earned, in the words of a settlement. */
function closedReasons(rows: readonly StatementRow[]): Message[] {
  const held = rows.filter(({ kind }) => kind === 'hold');
  const kept = sum(held.map(({ amounts }) => larger(amounts.held, ZERO)));
  const settled = sum(held.map(({ amounts }) => larger(negate(amounts.held), ZERO)));
  return [
    ...(isZero(kept) ? [] : [{ code: 'why.held', params: { amount: money(kept) } } as const]),
    ...(isZero(settled) ? [] : [{ code: 'why.heldSettled', params: { amount: money(settled) } } as const]),
    ...releases(rows.filter(({ kind }) => kind === 'release')),
    ...rows.flatMap(reasonsOfRow),
  ];
}

/** What was given back, by the period it was held in. */
function releases(rows: readonly StatementRow[]): Message[] {
  const byPeriod = new Map<string, Exact>();
  for (const { forPeriod, amounts } of rows) byPeriod.set(periodText(forPeriod), add(byPeriod.get(periodText(forPeriod)) ?? ZERO, amounts.released));
  return [...byPeriod].filter(([, amount]) => !isZero(amount)).map(([period, amount]) => releaseReason(amount, period));
}

function reasonsOfRow({ kind, amounts, forPeriod, note }: StatementRow): Message[] {
  switch (kind) {
    case 'adjustment':
      return [{ code: 'why.corrected', params: { amount: money(amounts.adjustment), period: periodText(forPeriod), orders: note === '' ? '' : { code: 'why.ofOrders', params: { orders: note } } } }];
    case 'manual':
      return [{ code: 'why.manual', params: { amount: money(amounts.adjustment), reason: note } }];
    case 'draw':
      return [sign(amounts.draw) < 0 ? { code: 'why.drawRepaid', params: { amount: money(negate(amounts.draw)) } } : { code: 'why.drawn', params: { amount: money(amounts.draw) } }];
    case 'carry':
      return [sign(amounts.carried) < 0 ? { code: 'why.carried', params: { amount: money(amounts.carried) } } : { code: 'why.setOff', params: { amount: money(amounts.carried) } }];
    default:
      return [];
  }
}
