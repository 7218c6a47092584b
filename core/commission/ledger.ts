import type { Language } from '../locale/message';
import { readPeople } from '../table/people';
import type { People } from '../table/people';
import type { Calendar, Period, PeriodKind } from '../table/period';
import type { Tables } from '../table/recognise';
import type { TableKind } from '../table/schema';
import type { Table } from '../table/table';
import { textAt, textColumn } from '../table/table';
import { matchKey } from '../table/cell';
import { computedScores } from './computed-scores';
import type { Contributions } from './contributions';
import { readContributions } from './contributions';
import type { FxRates } from '../trade/fx';
import { readFx } from '../trade/fx';
import { USUAL_PAYROLL } from '../trade/currency-code';
import { payrollsOfRules } from '../trade/payrolls';
import type { Orders } from '../trade/orders';
import { readOrders } from '../trade/orders';
import type { Receipts } from '../trade/receipts';
import { readReceipts } from '../trade/receipts';
import type { Scores } from './scores';
import { readScores } from './scores';
import type { Adjustments } from './closed/adjustments';
import { readAdjustments } from './closed/adjustments';
import type { KeptLines } from './closed/kept-lines';
import { readKeptLines } from './closed/kept-lines';
import type { Statements } from './closed/statements';
import { readStatements } from './closed/statements';
import type { Plan } from '../rules/plan';
import type { TargetCarrier } from '../kpi/carried-target';
import { readPlannings } from '../kpi/plannings';
import type { Targets } from '../kpi/targets';
import { readTargets } from '../kpi/targets';

/** Everything a settlement looks at, typed. Tables that were not handed over are undefined. */
export interface Ledger {
  readonly people: People;
  readonly orders: Orders;
  readonly receipts: Receipts | undefined;
  readonly fx: FxRates | undefined;
  readonly contributions: Contributions | undefined;
  readonly scores: Scores | undefined;
  readonly targets: Targets | undefined;
  /** What makes a target the one that stands on the card: people, rates, and the KPIs' units. */
  readonly carrier: TargetCarrier;
  readonly statements: Statements | undefined;
  readonly keptLines: KeptLines | undefined;
  readonly adjustments: Adjustments | undefined;
  /** Whether the scores come from the KPIs instead of a Scores table. */
  readonly scoresComputed: boolean;
  /** The Source of each KPI that has one, by name. */
  readonly kpiSources: ReadonlyMap<string, string>;
  readonly language: Language;
  readonly tables: ReadonlyMap<TableKind, Table>;
}

/** What tables are read against: the plans, and the calendar by which dates in Period cells are read. */
export interface LedgerContext {
  readonly people: Table;
  readonly orders: Table;
  readonly plans: readonly Plan[];
  readonly calendar: Calendar;
  readonly pays: PeriodKind;
  /** The period asked for, for scores that are computed. */
  readonly period?: Period;
}

/**
 * Types the tables. Periods written as dates are read by the pay period's calendar. Scores that the rules need and
 * nobody gave are computed from the KPIs, for the period asked for and the closed ones.
 */
export function readLedger(tables: Tables, { people, orders, plans, calendar, pays, period }: LedgerContext): Ledger {
  const typed = { people: readPeople(people), orders: readOrders(orders) };
  const given = <Value>(kind: TableKind, read: (table: Table) => Value): Value | undefined => {
    const table = tables.byKind.get(kind);
    return table && read(table);
  };
  const payrolls = payrollsOfRules(tables.byKind.get('rules'));
  const fx = given('fx', (table) => readFx(table, payrolls));
  const lines = tables.byKind.get('statementLines');
  const context = { people: typed.people, plans, calendar, pays, lines };
  const statements = given('statements', (table) => readStatements(table, context));
  const computed = computedScores(tables, period ? [period, ...(statements?.rows ?? []).map((row) => row.period)] : [], calendar);
  const scores = tables.byKind.get('scores') ?? computed;
  return {
    ...typed,
    fx,
    receipts: given('receipts', (table) => readReceipts(table, typed.orders, fx, payrolls[0] ?? USUAL_PAYROLL)),
    contributions: given('contributions', (table) => readContributions(table, typed.people)),
    targets: given('targets', (table) => readTargets(table, calendar, pays)),
    statements,
    keptLines: statements && lines && readKeptLines(lines, statements, context),
    adjustments: given('adjustments', (table) => readAdjustments(table, context)),
    scores: scores && readScores(scores, typed.people, calendar, pays),
    scoresComputed: computed !== undefined,
    carrier: { people: typed.people, exchange: { fx, payroll: payrolls[0] ?? USUAL_PAYROLL }, plannings: given('kpis', readPlannings) ?? [] },
    kpiSources: given('kpis', readKpiSources) ?? new Map<string, string>(),
    language: tables.language,
    tables: tables.byKind,
  };
}

function readKpiSources(table: Table): Map<string, string> {
  const [names, values] = [textColumn(table, 'kpi'), textColumn(table, 'source')];
  const found = new Map<string, string>();
  for (let row = 0; row < table.length; row += 1) found.set(matchKey(textAt(names, row)), textAt(values, row));
  return found;
}
