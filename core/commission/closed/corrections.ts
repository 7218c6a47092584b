import type { Exact } from '../../amount/exact';
import { ZERO, add, isZero, subtract } from '../../amount/exact';
import { round } from '../../amount/round';
import type { Message } from '../../locale/message';
import type { Plan, PlanVersion } from '../../rules/plan';
import { payEveryOf, roundingOf, versionFor, versionLabel } from '../../rules/plan';
import { matchKey } from '../../table/cell';
import type { Period } from '../../table/period';
import { periodText, samePeriod } from '../../table/period';
import type { Engine, PayPeriod } from '../engine';
import { payPeriodOf } from '../engine';
import { companyAmounts, fundAmounts } from '../other-rows';
import type { PlanPay } from '../plan-pay';
import { entitlement, payOfPlan } from '../plan-pay';
import { isEarlier } from './earlier';
import type { LineChange } from './line-changes';
import { lineChanges } from './line-changes';
import type { LotChange } from './lot-changes';
import { lotChangesOf } from './lot-changes';
import { missingPeople } from './missing-people';
import type { Payee } from './payee';
import { THE_COMPANY, fundPayee, payeeKey, personPayee } from './payee';
import type { RuleChange, UsedRule } from './rules-used';
import { keptRules, rulesSince } from './rules-used';
import type { StatementRow } from './statements';
import { entitlementOf, everyRowOfPlan, periodsClosed, rowsOfPlan } from './statements';
import { unreadOrders } from './unread-orders';

/** A correction of a closed period, paid in the open in the period that is settled. */
export interface Adjustment {
  readonly payee: Payee;
  readonly period: Period;
  readonly due: Exact;
  readonly paid: Exact;
  readonly amount: Exact;
  /** Whether the rules changed since, or the data; 'either' where the closing kept no rules to compare with. */
  readonly because: 'rules' | 'data' | 'either';
  /** The order lines it comes from, with what they were paid and what they are due; empty where the closing kept no lines. */
  readonly orders: readonly LineChange[];
}

/** A closed period that is not corrected, and why: never an adjustment. */
export interface NotCorrected {
  readonly period: Period;
  readonly person: number | undefined;
  readonly why: Message;
}

export interface Corrections {
  readonly adjustments: readonly Adjustment[];
  readonly lots: readonly LotChange[];
  readonly problems: readonly NotCorrected[];
}

/** Step 11: every closed period before this one is recomputed with the rules now in force for it and today's data, for people, funds and the company. */
export function correctionsOf(engine: Engine, plan: Plan, current: PayPeriod): Corrections {
  const rows = rowsOfPlan(engine.ledger.statements, plan.name);
  const kept = engine.ledger.statements ? keptRules(engine.ledger.statements) : new Map<string, readonly UsedRule[]>();
  const found: { adjustments: Adjustment[]; lots: LotChange[]; problems: NotCorrected[] } = { adjustments: [], lots: [], problems: [] };
  for (const period of periodsClosed(engine.ledger.statements, plan.name)) {
    if (!isEarlier(plan, period, current)) continue;
    const version = versionFor(plan, period);
    if (!version || payEveryOf(version) !== period.kind) {
      found.problems.push({ period, person: undefined, why: { code: 'why.noVersion', params: { plan: plan.name, period: periodText(period) } } });
      continue;
    }
    const missing = missingPeople(engine, version, rows, period);
    if (missing.length > 0) {
      found.problems.push({ period, person: undefined, why: { code: 'why.peopleGone', params: { names: missing } } });
      continue;
    }
    const because = reasonFor({ engine, plan, version, period, kept });
    if (typeof because === 'object') {
      found.problems.push({ period, person: undefined, why: because });
      continue;
    }
    const now = payOfPlan(engine, version, payPeriodOf(version, period));
    const unread = unreadOrders(engine, version, period);
    if (unread.length > 0) {
      found.problems.push({ period, person: undefined, why: { code: 'why.ordersUnread', params: { orders: unread.map(({ order, row }): Message => ({ code: 'word.orderRow', params: { order, row } })) } } });
      continue;
    }
    found.problems.push(...openPersons(now, period));
    found.adjustments.push(...adjustmentsOf(engine, now, rows, period, because));
    found.lots.push(...lotChangesOf(engine, plan, now, { rows, earlier: found.lots }));
  }
  return found;
}

function openPersons({ persons }: PlanPay, period: Period): NotCorrected[] {
  return [...persons.values()].flatMap(({ person, problem }) => (problem ? [{ period, person, why: problem }] : []));
}

interface ClosedPeriod {
  readonly engine: Engine;
  readonly plan: Plan;
  readonly version: PlanVersion;
  readonly period: Period;
  readonly kept: ReadonlyMap<string, readonly UsedRule[]>;
}

/** What a difference would come from; a message where the rules that were used were written over: then nothing is corrected. */
function reasonFor({ engine, plan, version, period, kept }: ClosedPeriod): Adjustment['because'] | Message {
  const { statements } = engine.ledger;
  const own = everyRowOfPlan(statements, plan.name).find((row) => samePeriod(row.period, period) && row.rulesAsOf !== '');
  const closing = statements?.closings.find(({ seal }) => own !== undefined && own.seal !== '' && seal.own === own.seal);
  if (!statements || !own) return 'either';
  if (closing?.seal.edition !== 2) return matchKey(own.rulesAsOf) === matchKey(versionLabel(version)) ? 'either' : 'rules';
  const since = rulesSince(plan, version, { fingerprint: closing.seal.rules, label: own.rulesAsOf, rules: kept.get(closing.seal.rules) });
  if (since.kind === 'edited') return { code: 'why.rulesEdited', params: { plan: versionLabel(version), changes: since.changes.map(changeMessage) } };
  return since.kind === 'same' ? 'data' : 'rules';
}

/** A change of a rule in words. */
export function changeMessage({ row, was, now }: RuleChange): Message {
  if (row === undefined) return { code: 'rule.gone', params: { was } };
  return was === '' ? { code: 'rule.added', params: { row, now } } : { code: 'rule.overwritten', params: { row, was, now } };
}

function adjustmentsOf(engine: Engine, now: PlanPay, rows: readonly StatementRow[], period: Period, because: Adjustment['because']): Adjustment[] {
  const paid = paidFor(rows, period);
  const due = dueFor(engine, now);
  const open = new Set([...now.persons.values()].flatMap(({ person, problem }) => (problem ? [payeeKey(personPayee(engine.ledger.people, person))] : [])));
  const payees = new Map([...due, ...paid].map(([key, { payee }]) => [key, payee]));
  const sorted = [...payees].sort(([, a], [, b]) => rank(a) - rank(b) || a.person - b.person);
  return sorted.flatMap(([key, payee]) => {
    // Who is no longer in People cannot be recomputed: their lines have nobody. What they were paid stands.
    const gone = payee.kind === 'person' && payee.person >= engine.ledger.people.persons.length;
    if (gone || open.has(key)) return [];
    const [should, was] = [due.get(key)?.amount ?? ZERO, paid.get(key)?.amount ?? ZERO];
    const amount = round(subtract(should, was), roundingOf(now.version));
    const orders = isZero(amount) ? [] : lineChanges(engine, now, payee);
    return isZero(amount) ? [] : [{ payee, period, due: should, paid: was, amount, because, orders }];
  });
}

function rank({ kind }: Payee): number {
  return { person: 0, company: 1, fund: 2 }[kind];
}

type ByPayee = ReadonlyMap<string, { readonly payee: Payee; readonly amount: Exact }>;

/** What everybody, every fund and the company are entitled to for a period, by today's data. */
function dueFor({ ledger: { people } }: Engine, now: PlanPay): ByPayee {
  const due = new Map<string, { payee: Payee; amount: Exact }>();
  const put = (payee: Payee, amount: Exact): void => void due.set(payeeKey(payee), { payee, amount });
  for (const pay of now.persons.values()) if (pay.person >= 0) put(personPayee(people, pay.person), entitlement(pay));
  for (const [fund, { pools, people: taken }] of fundAmounts(now.version, now)) put(fundPayee(fund), add(pools, taken));
  put(THE_COMPANY, companyAmounts(now).earned);
  return due;
}

/** What all statements paid for a period, per payee: its own rows and earlier corrections. */
function paidFor(rows: readonly StatementRow[], period: Period): ByPayee {
  const paid = new Map<string, { payee: Payee; amount: Exact }>();
  for (const row of rows) {
    if (!samePeriod(row.forPeriod, period)) continue;
    const key = payeeKey(row.payee);
    paid.set(key, { payee: row.payee, amount: add(paid.get(key)?.amount ?? ZERO, entitlementOf(row)) });
  }
  return paid;
}
