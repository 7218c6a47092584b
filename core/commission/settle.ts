import { ZERO, add, isZero, sum } from '../amount/exact';
import type { Message } from '../locale/message';
import { checkPlan } from '../rules/check-plan';
import type { Plan, PlanVersion } from '../rules/plan';
import { currencyOf, payEveryOf, roundingOf, versionFor, versionLabel } from '../rules/plan';
import { findPlan, readPlans } from '../rules/read-plans';
import type { Plans } from '../rules/read-plans';
import { matchKey } from '../table/cell';
import type { Issue, Result } from '../table/issue';
import { fail, issue, succeed } from '../table/issue';
import { personText } from '../table/people';
import type { Period, PeriodReading } from '../table/period';
import { numberOfPeriod, periodText, samePeriod } from '../table/period';
import type { Tables } from '../table/recognise';
import type { Table } from '../table/table';
import { placeOf } from '../table/table';
import { tableKinds } from '../table/schema';
import { calendarOf } from '../rules/plan';
import { balancesOf } from './balances';
import type { Corrections } from './closed';
import { correctionsOf } from './closed';
import type { Engine, PayPeriod } from './engine';
import { compileVersions, newEngine, payPeriodOf, runOf } from './engine';
import type { Ledger } from './ledger';
import { readLedger } from './ledger';
import type { PlanPay } from './plan-pay';
import { payOfPlan } from './plan-pay';
import type { StatementRow } from './statements';
import { closedPeriods, rowsOfPlan } from './statements';
import type { Chosen } from './choose-period';
import { choosePeriod } from './choose-period';
import { distinct } from '../table/distinct';
import { closedRows, companyRows, fundRows } from './other-rows';
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

export interface Settlement {
  readonly engine: Engine;
  readonly ledger: Ledger;
  readonly period: Period;
  readonly plans: readonly SettledPlan[];
  /** Rows that did not count, and why. */
  readonly unused: readonly Issue[];
  /** Rows of orders that count later: they have no date yet. */
  readonly waiting: number;
  /** What to know besides: plans of another pay period, closed periods that could not be recomputed. */
  readonly notes: readonly Message[];
}

export interface SettleRequest {
  readonly period: PeriodReading;
  /** Settle only this plan; a draft is settled only so. */
  readonly plan?: string;
  readonly progress?: (done: number, of: number) => void;
}

/** Settles a period from the tables given (all steps of the settlement). */
export function settle(tables: Tables, request: SettleRequest): Result<Settlement> {
  const prepared = prepare(tables, request.plan);
  if (!prepared.ok) return prepared;
  const { plans, chosen } = prepared.value;
  const target = choosePeriod(chosen, request.period);
  if (!target.ok) return target;
  const { versions, notes } = target.value;
  const first = versions[0];
  if (!first) return fail(issue('period.noVersion', undefined, { plan: chosen.map(({ name }) => name).join(', ') }));
  const faults = versions.flatMap(({ version }) => checkPlan(version, plans.table)).filter(({ severity }) => severity === 'error');
  if (faults.length > 0) return fail(...faults);
  const [people, orders] = [tables.byKind.get('people'), tables.byKind.get('orders')];
  if (!people || !orders) return fail(...missingTables(tables));
  const ledger = readLedger(tables, people, orders, calendarOf(first.version), payEveryOf(first.version), first.period.period);
  const until = Math.max(...versions.map(({ period }) => period.last));
  const from = Math.min(...versions.map((one) => earliestDay(one, ledger)));
  const engine = newEngine(ledger, plans.plans, from, until, request.progress);
  const uncompiled = compileVersions(engine, versionsNeeded(versions, ledger));
  if (uncompiled.length > 0) return fail(...distinct(uncompiled));
  const settled = versions.map(({ plan, version, period }, index) => {
    engine.progress(index, versions.length);
    return settlePlan(engine, plan, version, period);
  });
  engine.progress(versions.length, versions.length);
  return succeed({
    engine,
    ledger,
    period: first.period.period,
    plans: settled,
    unused: unusedRows(engine, tables, settled),
    waiting: waitingRows(engine, settled),
    notes: [...notes, ...(ledger.scoresComputed ? [{ code: 'why.scoresComputed' } as const] : []), ...settled.flatMap(correctionNotes)],
  });
}

/** The plans of the tables, and those asked for; errors of rows and of missing tables come first. */
export function prepare(tables: Tables, plan: string | undefined): Result<{ plans: Plans; chosen: readonly Plan[] }> {
  const faults = [...tables.issues, ...missingTables(tables)];
  if (faults.length > 0) return fail(...faults);
  const rules = tables.byKind.get('rules');
  if (!rules) return fail(...missingTables(tables));
  const headerFaults = [...tables.byKind.values()].flatMap((table: Table) => table.faults.filter(({ code }) => code === 'table.columnTwice'));
  const plans = readPlans(rules);
  const all = [...headerFaults, ...plans.issues];
  if (plan === undefined || plan === '') return all.length > 0 ? fail(...distinct(all)) : succeed({ plans, chosen: plans.plans });
  const found = findPlan(plans.plans, plan);
  // A plan asked for by name is not held up by mistakes in the rows of another.
  const others = new Set(plans.plans.filter((one) => one !== found).flatMap(({ versions }) => versions.flatMap(({ rows }) => rows.map(({ row }) => row))));
  const wrong = all.filter(({ at }) => at?.table !== 'rules' || at.row === undefined || !others.has(at.row));
  if (found && wrong.length > 0) return fail(...distinct(wrong));
  if (!found) return fail(issue('plan.unknown', undefined, { found: plan, known: plans.plans.map(({ name }) => name) }));
  return succeed({ plans, chosen: [found] });
}

export function missingTables(tables: Tables): Issue[] {
  const known = [...tables.byKind.keys()].map((kind) => ({ code: `table.${kind}` }) as const);
  return (['rules', 'people', 'orders'] as const)
    .filter((kind) => !tables.byKind.has(kind))
    .map((kind) => issue('need.table', undefined, { table: { code: `table.${kind}` }, known: known.length === 0 ? { code: 'word.none' } : known }));
}

/** The first day of the period, or of the earliest closed period: each is recomputed. */
function earliestDay({ plan, version, period }: Chosen, ledger: Ledger): number {
  const closed = closedPeriods(rowsOfPlan(ledger.statements, plan.name)).filter(({ kind }) => kind === period.period.kind);
  return Math.min(period.first, ...closed.map((one) => payPeriodOf(version, one).first));
}

/** The versions in force now and for every closed period. */
function versionsNeeded(chosen: readonly Chosen[], ledger: Ledger): PlanVersion[] {
  const needed = new Set<PlanVersion>();
  for (const { plan, version } of chosen) {
    needed.add(version);
    for (const row of rowsOfPlan(ledger.statements, plan.name)) {
      const then = versionFor(plan, row.period);
      if (then) needed.add(then);
    }
  }
  return [...needed];
}

function settlePlan(engine: Engine, plan: Plan, version: PlanVersion, period: PayPeriod): SettledPlan {
  const rows = rowsOfPlan(engine.ledger.statements, plan.name);
  const closed = rows.filter((row) => samePeriod(row.period, period.period));
  if (closed.length > 0) {
    return { plan, version, period, closed, pay: undefined, rows: closedRows(engine, version, period, closed), corrections: undefined };
  }
  const pay = payOfPlan(engine, version, period);
  const corrections = correctionsOf(engine, plan, period.period);
  const persons = personsOf(engine, plan, version, period, pay, corrections);
  const people = persons.map((person) => settlePerson(engine, plan, version, period, pay, corrections, person));
  return { plan, version, period, closed: undefined, pay, rows: [...people, ...companyRows(version, pay), ...fundRows(version, pay, people)], corrections };
}

/** Everyone who takes part in the period or has something coming, in the order of the People table. */
function personsOf(engine: Engine, plan: Plan, version: PlanVersion, period: PayPeriod, pay: PlanPay, corrections: Corrections): number[] {
  const { people } = engine.ledger;
  const owed = new Set(rowsOfPlan(engine.ledger.statements, plan.name).filter((row) => numberOfPeriod(row.period) < period.number).map((row) => matchKey(row.person)));
  const takesPart = (person: number): boolean => version.parts.some((part) => {
    const { isPayee } = runOf(engine, version, part).compiled;
    return isPayee(person, period.last) || isPayee(person, period.first);
  });
  return people.persons.flatMap((person, index) => {
    const gone = person.left !== undefined && person.left < period.first;
    const active = pay.persons.has(index) || corrections.adjustments.some((adjustment) => adjustment.person === index);
    const due = owed.has(matchKey(person.label)) || owed.has(matchKey(person.name)) || (person.id !== '' && owed.has(matchKey(person.id)));
    return active || (takesPart(index) && !gone) || (due && hasBalance(engine, plan, version, period, index)) ? [index] : [];
  });
}

function hasBalance(engine: Engine, plan: Plan, version: PlanVersion, period: PayPeriod, person: number): boolean {
  const { released, carriedIn, drawBalance } = balancesOf(engine, plan, version, period, person, ZERO);
  return released.length > 0 || !isZero(carriedIn) || !isZero(drawBalance);
}

function settlePerson(engine: Engine, plan: Plan, version: PlanVersion, period: PayPeriod, pay: PlanPay, corrections: Corrections, person: number): SettledRow {
  const found = pay.persons.get(person);
  const parts = found?.parts ?? [];
  const adjustments = corrections.adjustments.filter((adjustment) => adjustment.person === person);
  const adjusted = sum(adjustments.map(({ amount }) => amount));
  const own = sum(parts.map(({ payable }) => payable));
  const balances = balancesOf(engine, plan, version, period, person, add(own, adjusted));
  const amounts: Amounts = {
    measure: measureOfParts(parts),
    earned: sum(parts.map(({ earned }) => earned)),
    reserved: sum(parts.map(({ reserved }) => reserved)),
    held: sum(parts.map(({ held }) => held)),
    released: sum(balances.released.map(({ amount }) => amount)),
    draw: balances.draw,
    adjustment: adjusted,
    payable: balances.payable,
    carried: balances.carried,
  };
  const open = found?.problem !== undefined;
  const row = { engine, version, period, person, pay: found, amounts, balances, adjustments };
  return {
    kind: 'person',
    name: engine.ledger.people.persons[person]?.label ?? '',
    person,
    team: personText(engine.ledger.people, person, 'team', period.last),
    role: personText(engine.ledger.people, person, 'role', period.last),
    plan: plan.name,
    currency: currencyOf(version),
    decimals: roundingOf(version).decimals,
    amounts,
    open,
    why: whyOf(row),
    parts,
    adjustments,
    balances,
  };
}

/** Rows of every table that did not count, and why: cells that cannot be read, people unknown, rates missing. */
function unusedRows(engine: Engine, tables: Tables, settled: readonly SettledPlan[]): Issue[] {
  const found = [...tables.byKind.values()].flatMap((table) => table.faults);
  const { table } = engine.ledger.orders;
  const seen = new Set<number>();
  for (const { version } of settled) {
    for (const part of version.parts) {
      for (const [row, why] of engine.runs.get(part)?.rejected ?? []) {
        if (seen.has(row) || table.faulty[row] === 1) continue;
        seen.add(row);
        found.push(issue(why.code, placeOf(table, row, why.field), why.params));
      }
    }
  }
  return found.sort((a, b) => tableKinds.indexOf(a.at?.table ?? 'rules') - tableKinds.indexOf(b.at?.table ?? 'rules') || (a.at?.row ?? 0) - (b.at?.row ?? 0));
}

function waitingRows(engine: Engine, settled: readonly SettledPlan[]): number {
  const rows = new Set<number>();
  for (const { version } of settled) for (const part of version.parts) for (const row of engine.runs.get(part)?.waiting ?? []) rows.add(row);
  return rows.size;
}

function correctionNotes({ corrections }: SettledPlan): Message[] {
  return (corrections?.problems ?? []).map(({ period, why }) => ({ code: 'why.notRecomputed', params: { period: periodText(period), why } }));
}

/** The label of the rules a settlement used, as statements keep it. */
export function rulesAsOf({ version }: SettledPlan): string {
  return versionLabel(version);
}
