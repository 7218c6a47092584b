import type { Exact } from '../amount/exact';
import { ZERO, add, isZero, subtract } from '../amount/exact';
import { matchKey } from '../table/cell';
import type { Calendar, Period, PeriodKind } from '../table/period';
import { samePeriod } from '../table/period';
import type { Table } from '../table/table';
import { columnNumber, numberAt, numberColumn, textAt, textColumn } from '../table/table';
import { periodOfCell } from '../table/period-cell';

export const statementAmounts = ['measure', 'earned', 'reserved', 'held', 'released', 'draw', 'adjustment', 'payable', 'carried'] as const;
export type StatementAmount = (typeof statementAmounts)[number];

/** One row of what a closed period paid. Rows add up: every amount of a person is the sum over their rows. */
export interface StatementRow {
  readonly period: Period;
  readonly forPeriod: Period;
  readonly kind: string;
  readonly person: string;
  readonly plan: string;
  readonly part: string;
  readonly order: string;
  readonly amounts: Readonly<Record<StatementAmount, Exact>>;
  readonly currency: string;
  readonly rulesAsOf: string;
  readonly row: number;
}

/** What was closed and stands: rows of a voided closing stay on the sheet, but pay nothing. */
export interface Statements {
  readonly rows: readonly StatementRow[];
}

export function readStatements(table: Table, calendar: Calendar, kind: PeriodKind): Statements {
  const texts = (['kind', 'person', 'plan', 'part', 'order', 'currency', 'rulesAsOf'] as const).map((field) => textColumn(table, field));
  const numbers = statementAmounts.map((field) => numberColumn(table, field));
  const voided = textColumn(table, 'voided');
  const rows: StatementRow[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const period = periodOfCell(table, row, calendar, kind);
    if (!period || table.faulty[row] === 1 || textAt(voided, row) !== '') continue;
    const forPeriod = columnNumber(table, 'forPeriod') === undefined ? period : (periodOfCell(table, row, calendar, kind, 'forPeriod') ?? period);
    const [kindText = '', person = '', plan = '', part = '', order = '', currency = '', rulesAsOf = ''] = texts.map((column) => textAt(column, row));
    const amounts = Object.fromEntries(statementAmounts.map((field, index) => {
      const column = numbers[index];
      return [field, column ? numberAt(column, row) : ZERO];
    })) as Record<StatementAmount, Exact>;
    rows.push({ period, forPeriod, kind: matchKey(kindText), person, plan, part, order, amounts, currency, rulesAsOf, row: table.rowNumbers[row] ?? 0 });
  }
  return { rows };
}

/** The rows of one plan; rows without a plan belong to every plan (a workbook with one plan may leave it blank). */
export function rowsOfPlan(statements: Statements | undefined, plan: string): readonly StatementRow[] {
  return (statements?.rows ?? []).filter((row) => row.plan === '' || matchKey(row.plan) === matchKey(plan));
}

/** The periods a plan has closed, earliest first, each once. */
export function closedPeriods(rows: readonly StatementRow[]): Period[] {
  const periods: Period[] = [];
  for (const { period } of rows) if (!periods.some((known) => samePeriod(known, period))) periods.push(period);
  return periods.sort((a, b) => a.year - b.year || a.index - b.index);
}

/**
 * What rows already paid as entitlement for the period they belong to: earned less reserved, and corrections.
 * A row that says only what was payable paid that.
 */
export function entitlementOf(row: StatementRow): Exact {
  const { earned, reserved, adjustment, payable, held, released, draw, carried } = row.amounts;
  const silent = [earned, reserved, adjustment, held, released, draw, carried].every(isZero);
  return silent ? payable : add(subtract(earned, reserved), adjustment);
}
