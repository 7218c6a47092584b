import type { Exact } from '../amount/exact';
import { ZERO, add, isZero, negate, subtract, sum } from '../amount/exact';
import { round } from '../amount/round';
import { exactToDisplay, exactToPercent } from '../amount/text';
import type { Message } from '../locale/message';
import { checkPlan } from '../rules/check-plan';
import type { Plan, PlanVersion } from '../rules/plan';
import { currencyOf, isDraft, payEveryOf, roundingOf, versionFor, versionLabel } from '../rules/plan';
import { findPlan, readPlans } from '../rules/read-plans';
import type { Plans } from '../rules/read-plans';
import { matchKey } from '../table/cell';
import { dayText } from '../table/day';
import type { Issue, Result } from '../table/issue';
import { fail, issue, succeed } from '../table/issue';
import { personText, isEmployed } from '../table/people';
import type { Calendar, Period, PeriodReading } from '../table/period';
import { CALENDAR_MONTHS, numberOfPeriod, periodOfDay, periodText, samePeriod } from '../table/period';
import type { Tables } from '../table/recognise';
import type { Table } from '../table/table';
import { placeOf } from '../table/table';
import { tableKinds } from '../table/schema';
import { calendarOf } from '../rules/plan';
import type { Balances } from './balances';
import { balancesOf } from './balances';
import type { Adjustment, Corrections } from './closed';
import { correctionsOf } from './closed';
import type { Engine, PayPeriod } from './engine';
import { compileVersions, newEngine, payPeriodOf, runOf } from './engine';
import { COMPANY, FUND } from './events';
import type { Ledger } from './ledger';
import { readLedger } from './ledger';
import type { PaidPart, PersonPlanPay, PlanPay } from './plan-pay';
import { payOfPlan } from './plan-pay';
import type { StatementAmount, StatementRow } from './statements';
import { closedPeriods, rowsOfPlan, statementAmounts } from './statements';

export type Amounts = Readonly<Record<StatementAmount, Exact>>;

/** One row of a settlement: a person in a plan, the company, or a fund. */
export interface SettledRow {
  readonly kind: 'person' | 'company' | 'fund';
  readonly name: string | Message;
  readonly person: number;
  readonly team: string;
  readonly role: string;
  readonly plan: string;
  readonly currency: string;
  readonly decimals: number;
  readonly amounts: Amounts;
  /** True when something is missing that the pay depends on: the amounts are then left blank. */
  readonly open: boolean;
  readonly why: readonly Message[];
  readonly parts: readonly PaidPart[];
  readonly adjustments: readonly Adjustment[];
  readonly balances: Balances | undefined;
}

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
  const ledger = readLedger(tables, people, orders, calendarOf(first.version), payEveryOf(first.version));
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
    notes: [...notes, ...settled.flatMap(correctionNotes)],
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
  const wrong = [...headerFaults, ...plans.issues];
  if (wrong.length > 0) return fail(...wrong);
  if (plan === undefined || plan === '') return succeed({ plans, chosen: plans.plans });
  const found = findPlan(plans.plans, plan);
  if (!found) return fail(issue('plan.unknown', undefined, { found: plan, known: plans.plans.map(({ name }) => name) }));
  return succeed({ plans, chosen: [found] });
}

export function missingTables(tables: Tables): Issue[] {
  const known = [...tables.byKind.keys()].map((kind) => ({ code: `table.${kind}` }) as const);
  return (['rules', 'people', 'orders'] as const)
    .filter((kind) => !tables.byKind.has(kind))
    .map((kind) => issue('need.table', undefined, { table: { code: `table.${kind}` }, known: known.length === 0 ? { code: 'word.none' } : known }));
}

interface Chosen {
  readonly plan: Plan;
  readonly version: PlanVersion;
  readonly period: PayPeriod;
}

/** The version in force and the pay period of each plan; plans that pay by another period are noted. */
function choosePeriod(plans: readonly Plan[], reading: PeriodReading): Result<{ versions: readonly Chosen[]; notes: readonly Message[] }> {
  const named = plans.length === 1;
  const versions: Chosen[] = [];
  const notes: Message[] = [];
  const faults: Issue[] = [];
  let drafts = 0;
  for (const plan of plans) {
    const period = periodFor(plan, reading);
    if (!period.ok) {
      faults.push(...period.issues);
      continue;
    }
    const version = versionFor(plan, period.value);
    if (!version) {
      notes.push({ code: 'why.noVersion', params: { plan: plan.name, period: periodText(period.value) } });
      continue;
    }
    if (payEveryOf(version) !== period.value.kind) {
      faults.push(issue('period.otherKind', undefined, { plan: plan.name, pays: { code: `span.${payEveryOf(version)}` }, found: periodText(period.value) }));
      continue;
    }
    if (isDraft(version) && !named) {
      drafts += 1;
      continue;
    }
    versions.push({ plan, version, period: payPeriodOf(version, period.value) });
  }
  if (drafts > 0) notes.push({ code: 'why.drafts', params: { count: drafts } });
  if (versions.length > 0) {
    const others = faults.filter(({ code }) => code === 'period.otherKind').map((found): Message => ({ code: 'period.otherKind', params: found.params }));
    return succeed({ versions, notes: [...notes, ...others] });
  }
  if (faults.length > 0) return fail(...distinct(faults));
  return fail(issue('period.noVersion', undefined, { plan: plans.map(({ name }) => name).join(', ') }));
}

/** The period as the plan reads it: a date means the pay period that holds it, a bare year only for yearly plans. */
function periodFor(plan: Plan, reading: PeriodReading): Result<Period> {
  if (reading === 'blank') return fail(issue('period.missing', undefined));
  if (reading === 'error' || reading === 'not a period') return fail(issue('period.unreadable', undefined));
  if (reading.kind === 'period') return succeed(reading.period);
  const latest = plan.versions[0];
  const kind = latest ? payEveryOf(latest) : 'month';
  const calendar: Calendar = latest ? calendarOf(latest) : CALENDAR_MONTHS;
  if (reading.kind === 'day') return succeed(periodOfDay(reading.day, kind, calendar));
  if (kind === 'year') return succeed({ kind: 'year', year: reading.year, index: 1 });
  return fail(issue('period.bareYear', undefined, { found: reading.year }));
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

function distinct(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((found) => {
    const key = JSON.stringify([found.code, found.at?.row, found.at?.header, found.params]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
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

/** The measure a person was credited with: that of the first part that credits any. */
function measureOfParts(parts: readonly PaidPart[]): Exact {
  return parts.find(({ measure }) => !isZero(measure))?.measure ?? ZERO;
}

interface Explained {
  readonly engine: Engine;
  readonly version: PlanVersion;
  readonly period: PayPeriod;
  readonly person: number;
  readonly pay: PersonPlanPay | undefined;
  readonly amounts: Amounts;
  readonly balances: Balances;
  readonly adjustments: readonly Adjustment[];
}

/** An amount as a reason shows it: to the cent. */
function money(amount: Exact): string {
  return exactToDisplay(round(amount, { decimals: 2, mode: 'half up' }), 2);
}

/** Why a person's figures are what they are, in few words. Never nothing. */
function whyOf({ engine, period, person, pay, amounts, balances, adjustments }: Explained): Message[] {
  if (pay?.problem) return [pay.problem];
  const reasons: Message[] = [];
  const found = engine.ledger.people.persons[person];
  if (found?.joined !== undefined && found.joined > period.last) reasons.push({ code: 'why.notJoined', params: { day: dayText(found.joined) } });
  if (found?.left !== undefined && found.left <= period.last) reasons.push({ code: 'why.left', params: { day: dayText(found.left) } });
  const lines = Math.max(0, ...(pay?.parts ?? []).map((part) => part.pay?.lineCount ?? 0));
  if (lines > 0) reasons.push({ code: 'why.lines', params: { count: lines } });
  for (const part of pay?.parts ?? []) reasons.push(...partReasons(part));
  if (pay?.planLimit) reasons.push({ code: 'why.planLimit', params: { amount: money(pay.planLimit.after) } });
  if (lines === 0 && isZero(amounts.earned) && (found === undefined || isEmployed(found, period.last))) reasons.push({ code: 'why.noLines' });
  if (!isZero(amounts.held) && isZero(amounts.payable)) reasons.push({ code: 'why.allHeld' });
  else if (!isZero(amounts.held)) reasons.push({ code: 'why.held', params: { amount: money(amounts.held) } });
  for (const { amount, from } of balances.released) reasons.push({ code: 'why.released', params: { amount: money(amount), period: periodText(from.period) } });
  for (const { amount, period: of, because } of adjustments) reasons.push({ code: `why.adjusted.${because}`, params: { amount: money(amount), period: periodText(of) } });
  if (!isZero(balances.carriedIn)) reasons.push({ code: 'why.carriedIn', params: { amount: money(balances.carriedIn) } });
  if (amounts.carried.units < 0) reasons.push({ code: 'why.carried', params: { amount: money(amounts.carried) } });
  if (amounts.draw.units > 0) reasons.push({ code: 'why.drawn', params: { amount: money(amounts.draw) } });
  if (amounts.draw.units < 0) reasons.push({ code: 'why.drawRepaid', params: { amount: money(negate(amounts.draw)) } });
  return reasons.length > 0 ? reasons : [{ code: 'why.noLines' }];
}

function partReasons({ pay, overrides }: PaidPart): Message[] {
  const reasons: Message[] = overrides.map(({ amount }) => ({ code: 'why.override', params: { amount: money(amount) } }));
  if (!pay) return reasons;
  if (pay.gate) {
    reasons.push({ code: 'why.gate', params: { value: exactToDisplay(pay.gate.value), below: exactToPercent(pay.gate.gate.below) } });
  }
  if (!isZero(pay.taken)) reasons.push({ code: 'why.taken', params: { amount: money(pay.taken) } });
  if (!isZero(pay.overdue)) reasons.push({ code: 'why.overdue', params: { amount: money(pay.overdue) } });
  const change = subtract(pay.limited, pay.beforeLimits);
  if (change.units > 0 && pay.minimum) reasons.push({ code: 'why.minimum', params: { amount: money(pay.minimum) } });
  if (change.units < 0 && pay.maximum) reasons.push({ code: 'why.maximum', params: { amount: money(pay.maximum) } });
  return reasons;
}

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
function companyRows(version: PlanVersion, pay: PlanPay): SettledRow[] {
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
function fundRows(version: PlanVersion, pay: PlanPay, people: readonly SettledRow[]): SettledRow[] {
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
function closedRows(engine: Engine, version: PlanVersion, period: PayPeriod, rows: readonly StatementRow[]): SettledRow[] {
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
