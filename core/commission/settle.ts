import type { Message } from '../locale/message';
import { checkPlan } from '../rules/check-plan';
import type { Plan, PlanVersion } from '../rules/plan';
import { calendarOf, payEveryOf, versionFor } from '../rules/plan';
import { findPlan, readPlans } from '../rules/read-plans';
import type { Plans } from '../rules/read-plans';
import { matchKey } from '../table/cell';
import type { Issue, Result } from '../table/issue';
import { fail, issue, succeed } from '../table/issue';
import type { Period, PeriodReading } from '../table/period';
import { numberOfPeriod, periodOfNumber, periodText, samePeriod } from '../table/period';
import type { Tables } from '../table/recognise';
import type { Table } from '../table/table';
import { placeOf } from '../table/table';
import { tableKinds } from '../table/schema';
import { homeOf } from './closed/adjustment-home';
import { daysOfClosed } from './closed/earlier';
import { otherCurrencies } from './closed/other-currency';
import { paidAdjustments } from './closed/paid-adjustments';
import { periodsClosed } from './closed/statements';
import type { Engine } from './engine';
import { compileVersions, newEngine } from './engine';
import type { Ledger } from './ledger';
import { readLedger } from './ledger';
import type { SettledPlan } from './settle-plans';
import { settlePlans } from './settle-plans';
import type { Chosen } from './choose-period';
import { choosePeriod } from './choose-period';
import { distinct } from '../table/distinct';

export type { SettledPlan } from './settle-plans';

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
  const ledger = readLedger(tables, { people, orders, plans: plans.plans, calendar: calendarOf(first.version), pays: payEveryOf(first.version), period: first.period.period });
  // Nothing is settled on statements that are not understood, or were changed since they were closed.
  const unread = ledger.statements?.problems.filter(({ severity }) => severity === 'error') ?? [];
  if (unread.length > 0) return fail(...distinct(unread));
  const mixed = versions.flatMap((one) => otherCurrencies(one, plans.table, ledger.statements));
  if (mixed.length > 0) return fail(...distinct(mixed));
  const until = Math.max(...versions.map(({ period }) => period.last));
  const from = Math.min(...versions.map((one) => earliestDay(one, ledger)));
  const engine = newEngine(ledger, plans.plans, from, until, request.progress);
  const uncompiled = compileVersions(engine, versionsNeeded(versions, ledger));
  if (uncompiled.length > 0) return fail(...distinct(uncompiled));
  // Earlier versions have counted lines too: their columns are read before anything runs.
  compileVersions(engine, versions.flatMap(({ plan, version }) => plan.versions.filter(({ term }) => term && version.term && term.last < version.term.first)));
  const settled = settlePlans(engine, versions);
  return succeed({
    engine,
    ledger,
    period: first.period.period,
    plans: settled,
    unused: unusedRows(engine, tables, settled),
    waiting: waitingRows(engine, settled),
    notes: [...notes, ...(ledger.scoresComputed ? [{ code: 'why.scoresComputed' } as const] : []), ...nobodyNotes(settled), ...settled.flatMap(correctionNotes), ...settled.flatMap((one) => skippedNotes(one, ledger))],
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
function earliestDay({ plan, period }: Chosen, ledger: Ledger): number {
  return Math.min(period.first, ...periodsClosed(ledger.statements, plan.name).map((one) => daysOfClosed(plan, one).first));
}

/** The versions in force now and for every closed period. */
function versionsNeeded(chosen: readonly Chosen[], ledger: Ledger): PlanVersion[] {
  const needed = new Set<PlanVersion>();
  for (const { plan, version } of chosen) {
    needed.add(version);
    for (const closed of periodsClosed(ledger.statements, plan.name)) {
      const then = versionFor(plan, closed);
      if (then) needed.add(then);
    }
  }
  return [...needed];
}

/** Rows of every table that did not count, and why: cells that cannot be read, people unknown, rates missing. */
function unusedRows(engine: Engine, tables: Tables, settled: readonly SettledPlan[]): Issue[] {
  const found = [...tables.byKind.values()].flatMap((table) => table.faults);
  found.push(...(engine.ledger.statements?.unsealed ?? []), ...lateAdjustments(engine, settled));
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

/** Periods that were never closed although a later one was, or that lie before the one that is settled. */
function skippedNotes({ plan, period }: SettledPlan, ledger: Ledger): Message[] {
  const closed = periodsClosed(ledger.statements, plan.name).filter(({ kind }) => kind === period.period.kind).map(numberOfPeriod);
  const [first] = closed;
  if (first === undefined || period.number <= first) return [];
  const skipped: string[] = [];
  for (let number = first; number < period.number; number += 1) if (!closed.includes(number)) skipped.push(periodText(periodOfNumber(number, period.period.kind)));
  return skipped.length === 0 ? [] : [{ code: 'why.skipped', params: { plan: plan.name, periods: skipped } }];
}

/** Several plans and nobody in any of them: a total of 0 says why. */
function nobodyNotes(settled: readonly SettledPlan[]): Message[] {
  const nobody = settled.length > 0 && settled.every(({ rows }) => !rows.some(({ kind }) => kind === 'person'));
  return nobody ? [{ code: 'why.nobody', params: { plans: settled.map(({ plan }) => plan.name) } }] : [];
}

/** Adjustments by hand of a period that is closed and does not hold them: they belong to the next. */
function lateAdjustments(engine: Engine, settled: readonly SettledPlan[]): Issue[] {
  const { ledger: { adjustments, statements }, plans } = engine;
  if (!adjustments) return [];
  const paid = paidAdjustments(adjustments.entries, statements, plans);
  return adjustments.entries.flatMap((entry) => {
    const { period, row, planKey } = entry;
    const asked = settled.filter(({ plan }) => planKey === '' || matchKey(plan.name) === planKey);
    const closed = asked.some(({ plan }) => periodsClosed(statements, plan.name).some((one) => samePeriod(one, period)));
    if (!closed || paid.has(entry) || homeOf(engine, entry)) return [];
    return [issue('adjustment.closed', placeOf(adjustments.table, adjustments.table.rowNumbers.indexOf(row), 'period'), { period: periodText(period) }, 'warning')];
  });
}
