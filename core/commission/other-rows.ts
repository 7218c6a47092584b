import type { Exact } from '../amount/exact';
import { ZERO, add, isZero, negate, sum } from '../amount/exact';
import type { Message } from '../locale/message';
import type { PlanVersion } from '../rules/plan';
import { currencyOf, roundingOf } from '../rules/plan';
import { matchKey } from '../table/cell';
import { personText } from '../table/people';
import type { Engine, PayPeriod } from './engine';
import { COMPANY, FUND } from './events';
import type { PaidPart, PlanPay } from './plan-pay';
import type { StatementAmount, StatementRow } from './statements';
import { statementAmounts } from './statements';

import type { Amounts, SettledRow } from './settled-row';
import { money } from './reasons';
import { measureOfParts } from './settled-row';

const NO_AMOUNTS = Object.fromEntries(statementAmounts.map((name) => [name, ZERO])) as Record<StatementAmount, Exact>;

function otherRow(version: PlanVersion, kind: 'company' | 'fund', name: string | Message, amounts: Partial<Amounts>, why: readonly Message[], parts: readonly PaidPart[] = []): SettledRow {
  return {
    kind,
    name,
    person: kind === 'company' ? COMPANY : FUND,
    team: '',
    role: '',
    plan: version.plan,
    currency: currencyOf(version),
    decimals: roundingOf(version).decimals,
    amounts: { ...NO_AMOUNTS, ...amounts },
    open: false,
    why,
    parts,
    adjustments: [],
    balances: undefined,
  };
}

/** Credit that nobody claimed, and pots that could not be shared: shown, not paid. */
export function companyRows(version: PlanVersion, pay: PlanPay): SettledRow[] {
  const own = pay.persons.get(COMPANY)?.parts ?? [];
  const pots = pay.parts.flatMap(({ pay: part }) => part.pools);
  const left = sum(pots.map(({ company }) => company));
  const earned = add(sum(own.map((part) => part.earned)), left);
  const measure = measureOfParts(own);
  if (isZero(earned) && isZero(measure)) return [];
  const problems = pots.flatMap(({ problem }) => (problem ? [problem] : []));
  const why: Message[] = isZero(measure) ? [] : [{ code: 'why.company' }];
  return [otherRow(version, 'company', { code: 'word.company' }, { measure, earned }, [...why, ...problems, ...(isZero(left) ? [] : [{ code: 'why.potLeft', params: { amount: money(left) } } as const])], own)];
}

/** What each fund received: from pools (earned by no person), and from what people earned (their Reserved). */
export function fundRows(version: PlanVersion, pay: PlanPay, people: readonly SettledRow[]): SettledRow[] {
  const funds = new Map<string, { pools: Exact; people: Exact; credit: Exact }>();
  const fundOf = (fund: string): { pools: Exact; people: Exact; credit: Exact } => {
    const known = funds.get(fund) ?? { pools: ZERO, people: ZERO, credit: ZERO };
    funds.set(fund, known);
    return known;
  };
  for (const { pay: part } of pay.parts) {
    for (const { reserves } of part.pools) for (const { fund, amount } of reserves) fundOf(fund).pools = add(fundOf(fund).pools, amount);
  }
  for (const { parts } of people) {
    for (const { reserves } of parts) for (const { fund, amount } of reserves) fundOf(fund).people = add(fundOf(fund).people, amount);
  }
  const unclaimed = pay.persons.get(FUND)?.parts ?? [];
  if (unclaimed.length > 0) {
    const fund = version.all.reserve[0]?.fund ?? '';
    fundOf(fund).pools = add(fundOf(fund).pools, sum(unclaimed.map(({ earned }) => earned)));
    fundOf(fund).credit = measureOfParts(unclaimed);
  }
  return [...funds].map(([fund, { pools, people: taken, credit }]) => {
    const amounts = { measure: credit, earned: pools, reserved: negate(taken), payable: add(pools, taken) };
    return otherRow(version, 'fund', fund === '' ? { code: 'word.fund' } : fund, amounts, [{ code: 'why.fund' }], unclaimed);
  });
}

/** A closed period returns its rows as they stand, added up per person. */
export function closedRows(engine: Engine, version: PlanVersion, period: PayPeriod, rows: readonly StatementRow[]): SettledRow[] {
  const byName = new Map<string, StatementRow[]>();
  for (const row of rows) byName.set(matchKey(row.person), [...(byName.get(matchKey(row.person)) ?? []), row]);
  return [...byName.values()].map((own) => {
    const [first] = own;
    const name = first?.person ?? '';
    const amounts = Object.fromEntries(statementAmounts.map((field) => [field, sum(own.map((row) => row.amounts[field]))])) as Record<StatementAmount, Exact>;
    const person = engine.ledger.people.byKey.get(matchKey(name))?.[0] ?? COMPANY;
    return {
      ...otherRow(version, 'fund', name, amounts, [{ code: 'why.closed' }]),
      kind: person >= 0 ? ('person' as const) : ('fund' as const),
      person,
      team: person >= 0 ? personText(engine.ledger.people, person, 'team', period.last) : '',
      role: person >= 0 ? personText(engine.ledger.people, person, 'role', period.last) : '',
      currency: first?.currency !== '' && first ? first.currency : currencyOf(version),
    };
  });
}
