import type { Exact } from '../../amount/exact';
import { ZERO, add, larger, negate, sign, smaller, subtract, sum } from '../../amount/exact';
import { round } from '../../amount/round';
import type { Plan, PlanVersion } from '../../rules/plan';
import { calendarOf, currencyOf, roundingOf, versionFor } from '../../rules/plan';
import { matchKey } from '../../table/cell';
import { compareTexts } from '../../table/text-order';
import { periodRange } from '../../table/period';
import { amountOf } from '../compile-part';
import { daysIn, prorate } from '../days-in-plan';
import type { Engine, PayPeriod } from '../engine';
import { isEarlier } from './earlier';
import type { LotChange } from './lot-changes';
import type { HeldRow, Lot } from './lots';
import type { Payee } from './payee';
import { payeeKey } from './payee';
import type { StatementRow } from './statements';
import { rowsOfPayee, rowsOfPlan } from './statements';

/** Held money that is given back, and the first row that held it. */
export interface Release {
  readonly part: string;
  readonly order: string;
  readonly due: Lot['due'];
  readonly amount: Exact;
  readonly from: { readonly period: HeldRow['forPeriod']; readonly row: number | undefined };
}

/** What falls due or is carried in a period, all of it derived from the statements. */
export interface Balances {
  readonly released: readonly Release[];
  /** Money that goes into lots or out of them besides what the period's own lines hold. */
  readonly lots: readonly LotChange[];
  readonly draw: Exact;
  /** What was lent before the period and has not been taken back. */
  readonly drawBalance: Exact;
  /** What a plan lent that lends no more, and nothing takes back: still owed. */
  readonly owed: Exact;
  /** What was carried in (never above 0), from whatever plan, and the change of it in this one. */
  readonly carriedIn: Exact;
  readonly carried: Exact;
  readonly payable: Exact;
}

/** What one plan gives a person in a period before balances: its own pay, corrections, what was added by hand, lots. */
export interface PlanNet {
  readonly plan: Plan;
  readonly version: PlanVersion;
  readonly period: PayPeriod;
  readonly payee: Payee;
  readonly net: Exact;
  readonly released: readonly Release[];
  readonly lots: readonly LotChange[];
}

/** A person's statement rows of earlier periods; of other plans, also those of this period that are closed already. */
export function earlierRows(engine: Engine, { plan, version, period }: Pick<PlanNet, 'plan' | 'version' | 'period'>, payee: Payee): StatementRow[] {
  const own = matchKey(plan.name);
  const calendar = calendarOf(version);
  return rowsOfPayee(engine.ledger.statements, payee).filter((row) => {
    if (row.planKey === own) return isEarlier(plan, row.period, period);
    return periodRange(row.period, calendar).last <= period.last;
  });
}

/**
 * Step 12 over all plans of one person and one currency: a negative result is carried until something is there to set
 * it off, in whatever plan; draws are lent up to their amount and taken back from what exceeds it.
 */
export function balancesOf(engine: Engine, plans: readonly PlanNet[]): Map<PlanNet, Balances> {
  const [first] = plans;
  const made = new Map<PlanNet, Balances>();
  if (!first) return made;
  const rows = earlierRows(engine, first, first.payee).filter(({ currency }) => currency === '' || currency === currencyOf(first.version));
  let carry = smaller(sum(rows.map(({ amounts }) => amounts.carried)), ZERO);
  let lent = larger(sum(rows.filter((row) => isRecoverable(engine, row)).map(({ amounts }) => amounts.draw)), ZERO);
  // What is below 0 comes first, so that another plan of the same period can set it off; then the plans by name, whatever the order of their rows.
  const sorted = [...plans].sort((a, b) => Math.max(sign(a.net), 0) - Math.max(sign(b.net), 0) || compareTexts(matchKey(a.plan.name), matchKey(b.plan.name)));
  for (const entry of sorted) {
    const available = add(entry.net, carry);
    const base = larger(available, ZERO);
    const carried = subtract(smaller(available, ZERO), carry);
    const own = ownBalance(engine, entry, rows);
    const { draw, lends } = drawOf(engine, entry, base, smaller(own, lent), lent);
    const owed = lends ? ZERO : larger(smaller(add(own, draw), add(lent, draw)), ZERO);
    made.set(entry, { released: entry.released, lots: entry.lots, draw, drawBalance: lent, owed, carriedIn: carry, carried, payable: add(base, draw) });
    carry = add(carry, carried);
    lent = add(lent, draw);
  }
  return made;
}

/** Draws under a guarantee are never owed. */
function isRecoverable(engine: Engine, row: StatementRow): boolean {
  const plan = engine.plans.find(({ name }) => matchKey(name) === row.planKey);
  return plan === undefined || versionFor(plan, row.period)?.all.draw[0]?.kind !== 'guaranteed';
}

/** What this plan itself lent and has not taken back. */
function ownBalance(engine: Engine, { plan }: PlanNet, rows: readonly StatementRow[]): Exact {
  const own = rows.filter((row) => row.planKey === matchKey(plan.name) && isRecoverable(engine, row));
  return larger(sum(own.map(({ amounts }) => amounts.draw)), ZERO);
}

/** The draw of a period: lent, or (below 0) taken back. A plan without a draw takes back what it lent itself. */
function drawOf(engine: Engine, entry: PlanNet, base: Exact, own: Exact, lent: Exact): { readonly draw: Exact; readonly lends: boolean } {
  const { version, period, payee } = entry;
  const [rule] = version.all.draw;
  const of = period.last - period.first + 1;
  const days = rule ? daysIn({ engine, version, parts: version.parts, person: payee.person }, period) : 0;
  if (!rule || days === 0) return { draw: negate(smaller(own, base)), lends: false };
  const amount = round(prorate(amountOf(engine.ledger, rule.amount, payee.person, period.last), days, of).amount, roundingOf(version));
  const short = subtract(amount, base);
  if (sign(short) > 0) return { draw: short, lends: true };
  return { draw: rule.kind === 'recoverable' ? negate(smaller(lent, negate(short))) : ZERO, lends: true };
}

/** Whether a plan leaves a person anything to settle: money held, or carried or lent that no other plan has settled since. */
export function hasBalance(engine: Engine, plan: Plan, rows: readonly StatementRow[], lots: readonly Exact[]): boolean {
  const own = rows.filter((row) => row.planKey === matchKey(plan.name));
  const alike = rows.filter(({ currency }) => own.some((row) => row.currency === currency));
  const carried = (of: readonly StatementRow[]): number => sign(sum(of.map(({ amounts }) => amounts.carried)));
  const lent = (of: readonly StatementRow[]): number => sign(sum(of.filter((row) => isRecoverable(engine, row)).map(({ amounts }) => amounts.draw)));
  return (carried(own) < 0 && carried(alike) < 0) || (lent(own) > 0 && lent(alike) > 0) || lots.some((left) => sign(left) !== 0);
}

/** Everybody a plan's statements name up to a period, people only. */
export function payeesInStatements(engine: Engine, plan: Plan, period: PayPeriod): Payee[] {
  const found = new Map<string, Payee>();
  for (const row of rowsOfPlan(engine.ledger.statements, plan.name)) {
    if (row.payee.kind === 'person' && isEarlier(plan, row.period, period)) found.set(payeeKey(row.payee), row.payee);
  }
  return [...found.values()];
}
