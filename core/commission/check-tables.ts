import { checkKpis } from '../kpi/check-kpis';
import { addProblems, addTexts } from '../locale/message';
import { stakes, tableSlips } from '../locale/table-slips';
import { checkPlan } from '../rules/check-plan';
import { checkPlans } from '../rules/check/check-plans';
import type { Plans } from '../rules/read-plans';
import { readPlans } from '../rules/read-plans';
import type { PlanVersion } from '../rules/plan';
import { calendarOf, payEveryOf } from '../rules/plan';
import { isBlank } from '../table/cell';
import { distinct } from '../table/distinct';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import { readPeople } from '../table/people';
import { CALENDAR_MONTHS, periodOfDay } from '../table/period';
import type { Tables } from '../table/recognise';
import type { Table } from '../table/table';
import { makeTable } from '../table/make-table';
import { NO_DAY, dayColumn, placeOf } from '../table/table';
import { textNumbers, typeEveryColumn } from './check/columns';
import type { CheckContext } from './check/context';
import { contextOf } from './check/context';
import { tableChecks } from './check/list';
import { managerIssues } from './check/people';
import { checkPercentSlips } from './check/percent-slips';
import { withStakes } from './check/stakes';
import { checkStatements } from './closed/check-statements';
import type { Ledger } from './ledger';
import { readLedger } from './ledger';

addProblems(tableSlips);
addTexts(stakes);

/** Looks through every table, each alone and against the others; the gravest first. Nothing is changed. */
export function checkTables(tables: Tables): Issue[] {
  const rules = tables.byKind.get('rules');
  const plans = rules && readPlans(rules);
  for (const table of tables.byKind.values()) typeEveryColumn(table);
  const versions = new Map((plans?.plans ?? []).flatMap((plan) => plan.versions.map((version) => [version, rules ? checkPlan(version, rules) : []] as const)));
  const ofRules = plans ? [...plans.issues.filter((one) => !plans.table.faults.includes(one)), ...planIssues(plans, versions)] : [];
  const ledger = ledgerOf(tables, plans);
  const unsound = new Set([...versions].flatMap(([version, found]) => (found.some(({ severity }) => severity === 'error') ? [version] : [])));
  const context = ledger && contextOf(tables, ledger, plans ?? NO_PLANS, unsound);
  const together = context ? [...withStakes(ofRules, context), ...againstTables(context)] : [...ofRules, ...alone(tables)];
  const kpis = checkKpis(tables);
  const faults = [...tables.byKind.values()].flatMap((table) => [...table.faults, ...textNumbers(table)]);
  return gravestFirst(distinct([...tables.issues, ...together, ...faults, ...kpis]));
}

const NO_PLANS: Plans = { plans: [], issues: [], table: makeTable('rules', { cells: [] }, new Map()) };

const GRAVITY = { error: 0, warning: 1, note: 2 } as const;

/** By severity; within one, what puts money at stake before the rest. */
function gravestFirst(found: readonly Issue[]): Issue[] {
  const weight = ({ severity, params }: Issue): number => GRAVITY[severity] * 2 + ((params['stake'] ?? '') !== '' || params['amount'] !== undefined ? 0 : 1);
  return [...found].sort((a, b) => weight(a) - weight(b));
}

function planIssues(plans: Plans, ofVersions: ReadonlyMap<PlanVersion, readonly Issue[]>): Issue[] {
  const versions = [...ofVersions.keys()];
  const blanks = versions.flatMap((version) => version.rows.filter((row) => /^(?:round|取整)$/i.test(row.rule) && isBlank(row.item)).map((row) => issue('plan.roundBlank', placeOf(plans.table, row.index, 'item'), { plan: version.plan }, 'warning')));
  return [...[...ofVersions.values()].flat(), ...checkPlans(plans), ...blanks];
}

/** What is told of the tables when there is nothing to settle. */
function alone(tables: Tables): Issue[] {
  const people = tables.byKind.get('people');
  return [...(people ? managerIssues(readPeople(people)) : []), ...checkPercentSlips(tables)];
}

function againstTables(context: CheckContext): Issue[] {
  const { tables, ledger, plans, rejected } = context;
  // Scores can be computed where the KPIs are there: which of them are complete, the settlement of a period says.
  const missing = tables.byKind.has('kpis') ? context.missing.filter(({ code }) => code !== 'need.scores') : context.missing;
  return [...tableChecks.flatMap((check) => check(context)), ...checkStatements(ledger, plans.plans), ...missing, ...rejected];
}

function ledgerOf(tables: Tables, plans: Plans | undefined): Ledger | undefined {
  const [people, orders] = [tables.byKind.get('people'), tables.byKind.get('orders')];
  if (!people || !orders) return undefined;
  const latest = plans?.plans[0]?.versions[0];
  const [calendar, pays] = latest ? [calendarOf(latest), payEveryOf(latest)] as const : [CALENDAR_MONTHS, 'month'] as const;
  const day = lastOrderDay(orders);
  return readLedger(tables, { people, orders, plans: plans?.plans ?? [], calendar, pays, ...(day !== undefined && { period: periodOfDay(day, pays, calendar) }) });
}

function lastOrderDay(orders: Table): number | undefined {
  const last = dayColumn(orders, 'orderDate').days.reduce((latest, day) => Math.max(latest, day), NO_DAY);
  return last === NO_DAY ? undefined : last;
}
