import type { Exact } from '../amount/exact';
import { ZERO, add, subtract, sum } from '../amount/exact';
import type { Language } from '../locale/message';
import { checkPlan } from '../rules/check-plan';
import type { Plan, PlanVersion } from '../rules/plan';
import { calendarOf, payEveryOf, versionFor } from '../rules/plan';
import { findPlan } from '../rules/read-plans';
import type { Result } from '../table/issue';
import { fail, issue, succeed } from '../table/issue';
import { periodText } from '../table/period';
import type { Period, PeriodReading } from '../table/period';
import type { Tables } from '../table/recognise';
import type { Table } from '../table/table';
import { textColumn } from '../table/table';
import { matchKey } from '../table/cell';
import { personText } from '../table/people';
import { render } from '../locale/message';
import { periodFor } from './choose-period';
import { compileVersions, newEngine, payPeriodOf } from './engine';
import { readLedger } from './ledger';
import { planNamesOf } from './payees';
import { payOfPlan } from './plan-pay';
import type { PlanPay } from './plan-pay';
import { missingTables, prepare } from './settle';
import type { ResultTable } from '../table/result-table';
import { amountCell } from '../table/result-table';

/** One person under two plans. */
interface Compared {
  readonly person: number;
  readonly one: Exact;
  readonly other: Exact;
}

/**
 * What-if: what each person and all together would earn in a period under two plans, on the same orders. A plan
 * that names nobody (no `payees`, no Plan column) is compared on the people of the other.
 */
export function comparePlans(tables: Tables, reading: PeriodReading, plan: string, other: string, language: Language): Result<ResultTable> {
  const prepared = prepare(tables, undefined);
  if (!prepared.ok) return prepared;
  const { plans } = prepared.value;
  const [a, b] = [findPlan(plans.plans, plan), findPlan(plans.plans, other)];
  if (!a || !b) return fail(issue('plan.unknown', undefined, { found: a ? other : plan, known: plans.plans.map(({ name }) => name) }));
  const [first, second] = [inForce(a, reading), inForce(b, reading)];
  if (!first.ok) return first;
  if (!second.ok) return second;
  const faults = [first.value, second.value].flatMap(({ version }) => checkPlan(version, plans.table)).filter(({ severity }) => severity === 'error');
  if (faults.length > 0) return fail(...faults);
  const [people, orders] = [tables.byKind.get('people'), tables.byKind.get('orders')];
  if (!people || !orders) return fail(...missingTables(tables));
  const versions = tryOnSamePeople(people, first.value.version, second.value.version);
  const ledger = readLedger(tables, { people, orders, plans: plans.plans, calendar: calendarOf(versions[0]), pays: payEveryOf(versions[0]), period: first.value.period });
  const periods = [payPeriodOf(versions[0], first.value.period), payPeriodOf(versions[1], second.value.period)] as const;
  // What earlier versions counted stays counted: only the version in force is tried on other people.
  const names = [withVersion(a, first.value.version, versions[0]), withVersion(b, second.value.version, versions[1])];
  const engine = newEngine(ledger, names, Math.min(periods[0].first, periods[1].first), Math.max(periods[0].last, periods[1].last));
  const missing = compileVersions(engine, versions);
  if (missing.length > 0) return fail(...missing);
  const pays = [payOfPlan(engine, versions[0], periods[0]), payOfPlan(engine, versions[1], periods[1])] as const;
  const compared = comparePersons(pays);
  const head = [{ code: 'col.period' }, { code: 'col.person' }, { code: 'col.team' }] as const;
  const header = [...head.map((message) => render(message, language)), a.name, b.name, render({ code: 'col.difference' }, language)];
  const rows = compared.map(({ person, one, other: two }) => [
    periodText(first.value.period),
    ledger.people.persons[person]?.label ?? '',
    personText(ledger.people, person, 'team', periods[0].last),
    amountCell(one),
    amountCell(two),
    amountCell(subtract(two, one)),
  ]);
  const [allOne, allTwo] = [compared.reduce((total, { one }) => add(total, one), ZERO), compared.reduce((total, { other: two }) => add(total, two), ZERO)];
  const total = [periodText(first.value.period), render({ code: 'word.total' }, language), '', amountCell(allOne), amountCell(allTwo), amountCell(subtract(allTwo, allOne))];
  return succeed([header, ...rows, total]);
}

function withVersion(plan: Plan, inForce: PlanVersion, tried: PlanVersion): Plan {
  return { ...plan, versions: plan.versions.map((version) => (version === inForce ? tried : { ...version, plan: tried.plan })) };
}

function inForce(plan: Plan, reading: PeriodReading): Result<{ version: PlanVersion; period: Period }> {
  const read = periodFor(plan, reading);
  if (!read.ok) return read;
  const period = read.value;
  const version = versionFor(plan, period);
  if (!version) return fail(issue('period.noVersion', undefined, { plan: plan.name }));
  if (payEveryOf(version) !== period.kind) return fail(issue('period.otherKind', undefined, { plan: plan.name, pays: { code: `span.${payEveryOf(version)}` }, found: periodText(period) }));
  return succeed({ version, period });
}

/**
 * A what-if copy that nobody's Plan column names, and that names nobody, is tried on the people of the other plan.
 * Where nobody is assigned to any plan, everybody is paid by the only one there is: each is tried as that one.
 */
function tryOnSamePeople(people: Table, one: PlanVersion, other: PlanVersion): [PlanVersion, PlanVersion] {
  const named = new Set(textColumn(people, 'plan').values.flatMap(planNamesOf).map(matchKey));
  const tried: [PlanVersion, PlanVersion] = [withPayees(named, one, other), withPayees(named, other, one)];
  return named.size > 0 ? tried : [{ ...tried[0], plan: one.plan }, { ...tried[1], plan: one.plan }];
}

function withPayees(named: ReadonlySet<string>, version: PlanVersion, other: PlanVersion): PlanVersion {
  const parts = version.parts.map((part) => ({ ...part }));
  if (version.all.payees.length > 0 || named.has(matchKey(version.plan))) return { ...version, parts };
  const lent = parts.map((part) => ({ ...part, rules: { ...part.rules, payees: other.all.payees } }));
  return { ...version, plan: named.has(matchKey(other.plan)) || named.size <= 1 ? other.plan : version.plan, parts: lent };
}

function comparePersons([one, other]: readonly [PlanPay, PlanPay]): Compared[] {
  const persons = [...new Set([...one.persons.keys(), ...other.persons.keys()])].filter((person) => person >= 0).sort((a, b) => a - b);
  const earned = (pay: PlanPay, person: number): Exact => sum((pay.persons.get(person)?.parts ?? []).map((part) => part.earned));
  return persons.map((person) => ({ person, one: earned(one, person), other: earned(other, person) }));
}
