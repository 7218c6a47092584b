import { readPipeline } from '../insight/pipeline';
import { readTasks } from '../insight/tasks';
import type { Language } from '../locale/message';
import { matchKey } from '../table/cell';
import type { Issue } from '../table/issue';
import { readPeople } from '../table/people';
import type { People } from '../table/people';
import type { Day } from '../table/day';
import type { Calendar } from '../table/period';
import type { Tables } from '../table/recognise';
import type { TableKind } from '../table/schema';
import type { Table } from '../table/table';
import { makeTable } from '../table/make-table';
import { hasColumn, textColumn } from '../table/table';
import { readFx } from '../trade/fx';
import { USUAL_PAYROLL } from '../trade/currency-code';
import { payrollsOfRules } from '../trade/payrolls';
import { readOrders } from '../trade/orders';
import { readReceipts } from '../trade/receipts';
import type { Actuals } from './actuals';
import { readActuals } from './actuals';
import { checkNames } from './check-names';
import type { Derivable } from './derived/derived-actuals';
import { salesBook } from './derived/sales-book';
import type { Grades } from './grades';
import { readGrades } from './grades';
import type { Indicators } from './indicators';
import { readIndicators } from './indicators';
import { calendarOfTables } from './kpi-calendar';
import { lastKnownDay } from './known-days';
import type { Targets } from './targets';
import { readTargets } from './targets';

/** Everything a scorecard looks at, typed. Tables that were not handed over are undefined. */
export interface KpiLedger {
  readonly people: People;
  readonly indicators: Indicators;
  readonly targets: Targets | undefined;
  readonly actuals: Actuals | undefined;
  readonly grades: Grades | undefined;
  readonly derivable: Derivable;
  /** The KPIs that have an actual of a person somewhere: a figure of a team does not stand in for those. */
  readonly personalKpis: ReadonlySet<string>;
  /** The KPIs whose actuals are all given as so many of so many. */
  readonly ratioKpis: ReadonlySet<string>;
  /** Rows of Targets and Actuals that name nobody or nothing known, or are wrong in themselves. */
  readonly unused: readonly Issue[];
  readonly language: Language;
  /** By which months and quarters are counted: the plan's, where the rules say so. */
  readonly calendar: Calendar;
  /** The last day that orders, receipts, tasks, deals or actuals speak of: a period that begins later has not begun. */
  readonly knownTo: Day | undefined;
}

/** Types the tables. Without a People table, the people are those whom Targets, Actuals and Orders name. */
export function readKpiLedger(tables: Tables, kpis: Table, calendar: Calendar = calendarOfTables(tables)): KpiLedger {
  const given = <Value>(kind: TableKind, read: (table: Table) => Value): Value | undefined => {
    const table = tables.byKind.get(kind);
    return table && read(table);
  };
  const peopleTable = tables.byKind.get('people') ?? namedPeople(tables);
  const people = readPeople(peopleTable);
  const indicators = readIndicators(kpis);
  const targets = given('targets', (table) => readTargets(table, calendar, 'month'));
  const actuals = given('actuals', (table) => readActuals(table, calendar));
  const orders = given('orders', readOrders);
  const payrolls = payrollsOfRules(tables.byKind.get('rules'));
  const payroll = payrolls[0] ?? USUAL_PAYROLL;
  const fx = given('fx', (table) => readFx(table, payrolls));
  const book = orders && salesBook({ people, orders, receipts: given('receipts', (table) => readReceipts(table, orders, fx, payroll)), fx, payroll, calendar });
  const knowsDone = given('tasks', (table) => hasColumn(table, 'done') || hasColumn(table, 'progress')) ?? false;
  const derivable: Derivable = { people, calendar, book, tasks: given('tasks', readTasks), knowsDone, deals: given('pipeline', readPipeline) };
  for (const table of [targets?.table, actuals?.table]) if (table) checkNames(table, people, indicators);
  const unused = [targets?.table, actuals?.table].flatMap((table) => table?.faults ?? []);
  return { people, indicators, targets, actuals, grades: given('grades', readGrades), derivable, personalKpis: personalKpis(actuals, people), ratioKpis: ratioKpis(actuals), unused, language: tables.language, calendar, knownTo: lastKnownDay(derivable, actuals) };
}

/** The People table made of the names in the other tables. */
function namedPeople(tables: Tables): Table {
  const names = new Map<string, string>();
  for (const [kind, field] of [['actuals', 'person'], ['targets', 'person'], ['orders', 'owner'], ['tasks', 'owner'], ['pipeline', 'owner']] as const) {
    const table = tables.byKind.get(kind);
    if (!table) continue;
    for (const value of textColumn(table, field).values) {
      for (const name of field === 'owner' ? value.split(/[;；,，、/\n]+/) : [value]) {
        const plain = name.replace(/[\s:：=]*\d+(?:\.\d+)?\s*%$/, '').trim();
        if (plain !== '' && plain !== '*' && !names.has(matchKey(plain))) names.set(matchKey(plain), plain);
      }
    }
  }
  return makeTable('people', { cells: [['Person'], ...[...names.values()].map((name) => [name])] }, new Map());
}

function personalKpis(actuals: Actuals | undefined, people: People): ReadonlySet<string> {
  const found = new Set<string>();
  for (const key of actuals?.byKey.keys() ?? []) {
    const [who = '', kpi = ''] = key.split('\n');
    if (people.byKey.has(who)) found.add(kpi);
  }
  return found;
}

function ratioKpis(actuals: Actuals | undefined): ReadonlySet<string> {
  const [ratios, others] = [new Set<string>(), new Set<string>()];
  for (const [key, { rows }] of actuals?.byKey ?? []) {
    const kpi = key.split('\n')[1] ?? '';
    if (rows.every(({ denominator }) => denominator !== undefined)) ratios.add(kpi);
    else others.add(kpi);
  }
  return new Set([...ratios].filter((kpi) => !others.has(kpi)));
}

/** The names of teams, as People gives them. */
export function teamNames(people: People): string[] {
  const names = new Map<string, string>();
  for (const name of textColumn(people.table, 'team').values) if (name !== '' && !names.has(matchKey(name))) names.set(matchKey(name), name);
  return [...names.values()];
}
