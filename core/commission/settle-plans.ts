import type { Exact } from '../amount/exact';
import { ZERO, add, isZero, negate, sum } from '../amount/exact';
import type { Plan, PlanVersion } from '../rules/plan';
import { currencyOf, roundingOf } from '../rules/plan';
import { matchKey } from '../table/cell';
import { personText } from '../table/people';
import { samePeriod } from '../table/period';
import { round } from '../amount/round';
import type { Chosen } from './choose-period';
import { homeOf } from './closed/adjustment-home';
import type { ManualAdjustment } from './closed/adjustments';
import type { Balances, PlanNet, Release } from './closed/balances';
import { balancesOf, earlierRows, hasBalance, payeesInStatements } from './closed/balances';
import { closedRows } from './closed/closed-rows';
import type { Corrections } from './closed/corrections';
import { correctionsOf } from './closed/corrections';
import type { LotChange } from './closed/lot-changes';
import { withChanges } from './closed/lot-changes';
import { lotUses } from './closed/lot-use';
import { leftIn, lotsOf, releaseDue } from './closed/lots';
import { paidAdjustments } from './closed/paid-adjustments';
import type { Payee } from './closed/payee';
import { payeeKey, personPayee } from './closed/payee';
import type { StatementRow } from './closed/statements';
import { periodsClosed, rowsOfPlan } from './closed/statements';
import type { Engine, PayPeriod } from './engine';
import { runOf } from './engine';
import { companyRows, fundRows } from './other-rows';
import type { PlanPay } from './plan-pay';
import { payOfPlan } from './plan-pay';
import { whyOf } from './reasons';
import type { Amounts, SettledRow } from './settled-row';
import { measureOfParts } from './settled-row';

/** One plan as settled: live, or as its statements stand when the period is closed. */
export interface SettledPlan {
  readonly plan: Plan;
  readonly version: PlanVersion;
  readonly period: PayPeriod;
  readonly closed: readonly StatementRow[] | undefined;
  readonly pay: PlanPay | undefined;
  readonly rows: readonly SettledRow[];
  readonly corrections: Corrections | undefined;
}

/** A plan before balances: what it pays, and what each of its people gets of it. */
interface OpenPlan extends Chosen {
  readonly pay: PlanPay;
  readonly corrections: Corrections;
  readonly people: readonly OpenPerson[];
}

interface OpenPerson extends PlanNet {
  readonly manual: readonly ManualAdjustment[];
}

/** Settles each plan by itself, then the balances of each person over all of them. */
export function settlePlans(engine: Engine, chosen: readonly Chosen[]): SettledPlan[] {
  const open = new Map<Chosen, OpenPlan>();
  const toSettle = chosen.filter((one) => !closedRowsOf(engine, one));
  toSettle.forEach((one, index) => {
    engine.progress(index, toSettle.length);
    open.set(one, openPlan(engine, one));
  });
  const balances = balancesAcross(engine, [...open.values()].flatMap(({ people }) => people));
  engine.progress(chosen.length, chosen.length);
  return chosen.map((one): SettledPlan => {
    const { plan, version, period } = one;
    const found = open.get(one);
    const closed = closedRowsOf(engine, one);
    if (!found) return { plan, version, period, closed, pay: undefined, rows: closedRows(engine, version, period, closed ?? []), corrections: undefined };
    const { pay, corrections, people } = found;
    const rows = people.map((person) => personRow(engine, found, person, balances.get(person)));
    return { plan, version, period, closed: undefined, pay, rows: [...rows, ...companyRows(version, pay, corrections.adjustments), ...fundRows(version, pay, corrections.adjustments)], corrections };
  });
}

/** The statement rows of the period, where it is closed: none for a period that paid nobody. */
function closedRowsOf({ ledger }: Engine, { plan, period }: Chosen): readonly StatementRow[] | undefined {
  const rows = rowsOfPlan(ledger.statements, plan.name).filter((row) => samePeriod(row.period, period.period));
  return rows.length > 0 || periodsClosed(ledger.statements, plan.name).some((one) => samePeriod(one, period.period)) ? rows : undefined;
}

function openPlan(engine: Engine, chosen: Chosen): OpenPlan {
  const { plan, version, period } = chosen;
  const pay = payOfPlan(engine, version, period);
  const corrections = correctionsOf(engine, plan, period);
  const manual = manualOf(engine, chosen);
  const payees = payeesOf(engine, chosen, pay, corrections, manual);
  return { ...chosen, pay, corrections, people: payees.map((payee) => openPerson(engine, chosen, pay, corrections, manual, payee)) };
}

/** What was added by hand for the period in this plan: what names it, and what is paid here because of its person, unless a plan paid it already. */
function manualOf(engine: Engine, { plan, period }: Chosen): ManualAdjustment[] {
  const { adjustments, statements } = engine.ledger;
  const own = (adjustments?.entries ?? []).filter((entry) => samePeriod(entry.period, period.period));
  const paid = paidAdjustments(own, statements, engine.plans);
  return own.filter((entry) => (entry.planKey === '' ? !paid.has(entry) && homeOf(engine, entry) === plan : entry.planKey === matchKey(plan.name)));
}

function takesPart(engine: Engine, { version, period }: Pick<Chosen, 'version' | 'period'>, person: number): boolean {
  return version.parts.some((part) => {
    const { isPayee } = runOf(engine, version, part).compiled;
    return isPayee(person, period.last) || isPayee(person, period.first);
  });
}

/** Everyone who takes part in the period or has something coming, in the order of the People table; then those who are no longer in it. */
function payeesOf(engine: Engine, { plan, version, period }: Chosen, pay: PlanPay, corrections: Corrections, manual: readonly ManualAdjustment[]): Payee[] {
  const { people } = engine.ledger;
  const named = payeesInStatements(engine, plan, period);
  const owed = new Set(named.filter((payee) => hasSomething(engine, plan, version, period, payee)).map(payeeKey));
  const changed = new Set([...corrections.adjustments, ...corrections.lots].map(({ payee }) => payeeKey(payee)));
  const here = people.persons.flatMap((person, index) => {
    const payee = personPayee(people, index);
    const gone = person.left !== undefined && person.left < period.first;
    const active = pay.persons.has(index) || changed.has(payeeKey(payee)) || manual.some((entry) => entry.person === index);
    return active || (takesPart(engine, { version, period }, index) && !gone) || owed.has(payeeKey(payee)) ? [payee] : [];
  });
  const former = named.filter((payee) => payee.person >= people.persons.length && owed.has(payeeKey(payee)));
  return [...here, ...former];
}

function hasSomething(engine: Engine, plan: Plan, version: PlanVersion, period: PayPeriod, payee: Payee): boolean {
  const rows = earlierRows(engine, { plan, version, period }, payee);
  return hasBalance(engine, plan, rows, lotsOf(plan, ownRows(plan, rows)).map(leftIn));
}

function ownRows(plan: Plan, rows: readonly StatementRow[]): StatementRow[] {
  return rows.filter((row) => row.planKey === matchKey(plan.name));
}

function openPerson(engine: Engine, { plan, version, period }: Chosen, pay: PlanPay, corrections: Corrections, manual: readonly ManualAdjustment[], payee: Payee): OpenPerson {
  const key = payeeKey(payee);
  const rounding = roundingOf(version);
  const entries = manual.filter(({ person }) => person === payee.person).map((entry) => ({ ...entry, amount: round(entry.amount, rounding) }));
  const { released, changes } = heldMoney(engine, { plan, version, period }, payee, corrections.lots.filter((change) => payeeKey(change.payee) === key));
  const own = sum((pay.persons.get(payee.person)?.parts ?? []).map(({ payable }) => payable));
  const corrected = sum(corrections.adjustments.filter((one) => payeeKey(one.payee) === key).map(({ amount }) => amount));
  const terms = [own, corrected, sum(entries.map(({ amount }) => amount)), sum(released.map(({ amount }) => amount)), negate(sum(changes.map(({ amount }) => amount)))];
  return { plan, version, period, payee, net: sum(terms), released, lots: changes, manual: entries };
}

/** What of the lots is given back in the period, and what goes into them or is used up besides. */
function heldMoney(engine: Engine, { plan, version, period }: Chosen, payee: Payee, corrected: readonly LotChange[]): { released: Release[]; changes: LotChange[] } {
  const rows = ownRows(plan, earlierRows(engine, { plan, version, period }, payee));
  const before = withChanges(lotsOf(plan, rows), corrected);
  const uses = lotUses({ engine, version, period, person: payee.person }, () => before).map(({ lot, amount }): LotChange => ({ payee, forPeriod: period.period, part: lot.part, order: lot.order, due: lot.due, amount: negate(amount) }));
  const released = withChanges(before, uses).flatMap((lot): Release[] => {
    const amount = releaseDue(engine, version, period, lot);
    const [first] = lot.held;
    return isZero(amount) || !first ? [] : [{ part: lot.part, order: lot.order, due: lot.due, amount, from: { period: first.forPeriod, row: first.row } }];
  });
  return { released, changes: [...corrected, ...uses] };
}

function balancesAcross(engine: Engine, people: readonly OpenPerson[]): Map<PlanNet, Balances> {
  const groups = new Map<string, OpenPerson[]>();
  for (const person of people) {
    const key = `${payeeKey(person.payee)} ${currencyOf(person.version)}`;
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return new Map([...groups.values()].flatMap((group) => [...balancesOf(engine, group)]));
}

function personRow(engine: Engine, { plan, version, period, pay, corrections }: OpenPlan, person: OpenPerson, balances: Balances | undefined): SettledRow {
  const { people } = engine.ledger;
  const { payee, manual, lots } = person;
  const found = pay.persons.get(payee.person);
  const parts = found?.parts ?? [];
  const adjustments = corrections.adjustments.filter((one) => payeeKey(one.payee) === payeeKey(payee));
  const adjusted: Exact = add(sum(adjustments.map(({ amount }) => amount)), sum(manual.map(({ amount }) => amount)));
  const amounts: Amounts = {
    measure: measureOfParts(parts),
    earned: sum(parts.map(({ earned }) => earned)),
    reserved: sum(parts.map(({ reserved }) => reserved)),
    held: add(sum(parts.map(({ held }) => held)), sum(lots.map(({ amount }) => amount))),
    released: sum(person.released.map(({ amount }) => amount)),
    draw: balances?.draw ?? ZERO,
    adjustment: adjusted,
    payable: balances?.payable ?? ZERO,
    carried: balances?.carried ?? ZERO,
  };
  return {
    kind: 'person',
    payee,
    name: payee.name,
    person: payee.person,
    team: personText(people, payee.person, 'team', period.last),
    role: personText(people, payee.person, 'role', period.last),
    plan: plan.name,
    currency: currencyOf(version),
    decimals: roundingOf(version).decimals,
    amounts,
    open: found?.problem !== undefined,
    why: whyOf({ engine, version, period, person: payee.person, pay: found, amounts, balances, adjustments, manual }),
    parts,
    adjustments,
    manual,
    balances,
  };
}
