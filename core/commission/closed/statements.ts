import type { Exact } from '../../amount/exact';
import { ZERO, add, isZero, subtract } from '../../amount/exact';
import { closingTexts } from '../../locale/closing-texts';
import { addTexts } from '../../locale/message';
import type { Plan } from '../../rules/plan';
import { planNamed } from '../../rules/former-names';
import { matchKey, quoteCell } from '../../table/cell';
import type { Day } from '../../table/day';
import { isDayFault, readDay } from '../../table/day';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import type { People } from '../../table/people';
import type { Calendar, Period, PeriodKind } from '../../table/period';
import { periodRange, samePeriod } from '../../table/period';
import { periodReader } from '../../table/period-cell';
import type { Table } from '../../table/table';
import { shifted } from '../../table/column-cells';
import { cellAt, columnNumber, numberAt, numberColumn, placeOf, textAt, textColumn } from '../../table/table';
import type { ClosingRecord } from './closings';
import { closingsOf, lineIssues, sealIssues } from './closings';
import type { EntryKind } from './entry-kind';
import { readEntryKind } from './entry-kind';
import type { Payee } from './payee';
import { payeeKey } from './payee';
import { payeeReader } from './payee-of-row';
import { readSeal } from './seal';
import type { StatementAmount } from './statement-amounts';
import { statementAmounts } from './statement-amounts';

addTexts(closingTexts);

/** When held money falls due: on a day, as its order is paid, or as the rules of the time said (earlier editions). */
export type Due = Day | 'receipt' | 'by the rules';

/** One row of what a closed period paid. Rows add up: every amount of a payee is the sum over their rows. */
export interface StatementRow {
  readonly period: Period;
  readonly forPeriod: Period;
  readonly kind: EntryKind;
  readonly payee: Payee;
  /** The plan as it is called today, in the form in which names are compared. */
  readonly planKey: string;
  readonly part: string;
  readonly order: string;
  readonly amounts: Readonly<Record<StatementAmount, Exact>>;
  readonly currency: string;
  readonly rulesAsOf: string;
  readonly due: Due;
  readonly note: string;
  /** The fingerprint of its closing; blank in tables that keep no seals. */
  readonly seal: string;
  readonly row: number;
}

/** What was closed and stands. Rows of a voided closing stay on the sheet, but pay nothing. */
export interface Statements {
  readonly table: Table;
  readonly rows: readonly StatementRow[];
  /** The rows that move money, by the plan (as names are compared) and by the payee. */
  readonly byPlan: ReadonlyMap<string, readonly StatementRow[]>;
  readonly byPayee: ReadonlyMap<string, readonly StatementRow[]>;
  /** Every row by plan, with those that keep its rules, and the periods they close, earliest first. */
  readonly everyByPlan: ReadonlyMap<string, readonly StatementRow[]>;
  readonly closedByPlan: ReadonlyMap<string, readonly Period[]>;
  /** Why nothing can be settled on them: rows that are not understood, seals that are broken. */
  readonly problems: readonly Issue[];
  /** Rows without a seal in a table of sealed ones: they were typed by hand, close nothing and pay nobody. */
  readonly unsealed: readonly Issue[];
  readonly closings: readonly ClosingRecord[];
}

/** What statements are read against. */
export interface StatementContext {
  readonly people: People;
  readonly plans: readonly Plan[];
  readonly calendar: Calendar;
  readonly pays: PeriodKind;
  readonly lines: Table | undefined;
}

/** Reads the Statements table: who each row is about, which plan it belongs to, and whether its closing is whole. */
export function readStatements(table: Table, context: StatementContext): Statements {
  const reader = rowReader(table, context);
  const closings = closingsOf(table);
  const problems: Issue[] = [];
  const [rows, unsealed]: [StatementRow[], Issue[]] = [[], []];
  const [sums, voided] = [textColumn(table, 'checksum'), textColumn(table, 'voided')];
  const seals = columnNumber(table, 'checksum') !== undefined;
  const before = table.faults.length;
  for (let row = 0; row < table.length; row += 1) {
    if (textAt(voided, row) !== '') continue;
    if (seals && textAt(sums, row) === '') unsealed.push(issue('statement.unsealed', placeOf(table, row, 'checksum'), {}, 'warning'));
    else {
      const read = reader(row);
      if ('code' in read) problems.push(read);
      else rows.push(read);
    }
  }
  // Cells that cannot be read: of rows that still count, an error; nothing is settled on them.
  const dead = new Set(Array.from(table.rowNumbers).filter((_, row) => textAt(voided, row) !== '' || (seals && textAt(sums, row) === '')));
  problems.push(...table.faults.slice(before).filter(({ at }) => at?.row === undefined || !dead.has(at.row)));
  const only = context.plans.length === 1 ? context.plans[0] : undefined;
  const keyOf = (name: string): string => matchKey((name === '' ? only : planNamed(context.plans, name))?.name ?? name);
  problems.push(...sealIssues(table, closings, keyOf));
  if (context.lines) problems.push(...lineIssues(context.lines, table, closings));
  const paying = rows.filter(({ kind }) => kind !== 'rules');
  const everyByPlan = groupedBy(rows, ({ planKey }) => planKey);
  const closedByPlan = new Map([...everyByPlan].map(([plan, own]) => [plan, closedPeriods(own)]));
  return { table, rows, everyByPlan, closedByPlan, byPlan: groupedBy(paying, ({ planKey }) => planKey), byPayee: groupedBy(paying, ({ payee }) => payeeKey(payee)), problems, unsealed, closings };
}

function groupedBy(rows: readonly StatementRow[], keyOf: (row: StatementRow) => string): Map<string, StatementRow[]> {
  const groups = new Map<string, StatementRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function rowReader(table: Table, context: StatementContext): (row: number) => StatementRow | Issue {
  const texts = (['kind', 'plan', 'part', 'order', 'currency', 'rulesAsOf', 'note', 'checksum'] as const).map((field) => textColumn(table, field));
  const numbers = statementAmounts.map((field) => numberColumn(table, field));
  const hasFor = columnNumber(table, 'forPeriod') !== undefined;
  const payeeOf = payeeReader(table, context);
  const planKeyOf = planReader(table, context.plans);
  const { calendar, pays } = context;
  const [periodAt, forPeriodAt] = [periodReader(table, calendar, pays), periodReader(table, calendar, pays, 'forPeriod')];
  return (row) => {
    const period = periodAt(row);
    if (!period) return issue('cell.notPeriod', placeOf(table, row, 'period'), { found: quoteCell(cellAt(table, row, 'period')) });
    const forPeriod = hasFor ? (forPeriodAt(row) ?? period) : period;
    const [kindText = '', plan = '', part = '', order = '', currency = '', rulesAsOf = '', note = '', checksum = ''] = texts.map((column) => textAt(column, row));
    const kind = readEntryKind(kindText);
    if (!kind) return issue('statement.kind', placeOf(table, row, 'kind'), { found: kindText });
    const planKey = planKeyOf(row, plan);
    if (typeof planKey !== 'string') return planKey;
    const amounts = Object.fromEntries(statementAmounts.map((field, index) => [field, numbers[index] ? numberAt(numbers[index], row) : ZERO])) as Record<StatementAmount, Exact>;
    const range = periodRange(forPeriod, context.calendar);
    const payee = kind === 'rules' ? undefined : payeeOf(row, { kind, plan: planKey, amounts, first: range.first, last: range.last });
    if (payee && 'code' in payee) return payee;
    const due = dueOf(shifted(table, cellAt(table, row, 'due')));
    if (due === undefined) return issue('cell.notDate', placeOf(table, row, 'due'), { found: quoteCell(cellAt(table, row, 'due')) });
    const seal = readSeal(checksum)?.own ?? '';
    return { period, forPeriod, kind, payee: payee ?? NOBODY, planKey, part, order, amounts, currency, rulesAsOf, due, note, seal, row: table.rowNumbers[row] ?? 0 };
  };
}

/** Rows that keep rules are nobody's. */
const NOBODY: Payee = { kind: 'company', person: -1, id: '', name: '' };

/** The plan a row belongs to, as it is called today. A blank is the only plan there is. */
function planReader(table: Table, plans: readonly Plan[]): (row: number, plan: string) => string | Issue {
  return (row, text) => {
    if (plans.length === 0) return matchKey(text);
    const only = plans.length === 1 ? plans[0] : undefined;
    const found = text === '' ? only : planNamed(plans, text);
    if (found) return matchKey(found.name);
    return issue('statement.unknownPlan', placeOf(table, row, 'plan'), { found: text, known: plans.map(({ name }) => name) });
  };
}

function dueOf(cell: ReturnType<typeof cellAt>): Due | undefined {
  const text = typeof cell === 'string' ? matchKey(cell) : '';
  if (text === 'receipt' || text === '回款') return 'receipt';
  const day = readDay(cell);
  if (day === 'blank') return 'by the rules';
  return isDayFault(day) ? undefined : day;
}

/** The rows of one plan, but for those that only keep its rules. */
export function rowsOfPlan(statements: Statements | undefined, plan: string): readonly StatementRow[] {
  return statements?.byPlan.get(matchKey(plan)) ?? [];
}

/** The periods a plan has closed, earliest first: also those that paid nobody, of which the rules alone are kept. */
export function periodsClosed(statements: Statements | undefined, plan: string): readonly Period[] {
  return statements?.closedByPlan.get(matchKey(plan)) ?? [];
}

/** The rows of one plan, with those that keep its rules. */
export function everyRowOfPlan(statements: Statements | undefined, plan: string): readonly StatementRow[] {
  return statements?.everyByPlan.get(matchKey(plan)) ?? [];
}

/** The rows that move money of one payee, of whatever plan. */
export function rowsOfPayee(statements: Statements | undefined, payee: Payee): readonly StatementRow[] {
  return statements?.byPayee.get(payeeKey(payee)) ?? [];
}

/** The periods of rows, earliest first, each once. */
function closedPeriods(rows: readonly StatementRow[]): Period[] {
  const periods: Period[] = [];
  for (const { period } of rows) if (!periods.some((known) => samePeriod(known, period))) periods.push(period);
  return periods.sort((a, b) => a.year - b.year || a.index - b.index);
}

/**
 * What rows already paid as entitlement for the period they belong to: earned less reserved, and corrections. What was
 * added by hand is no part of it. A row that says only what was payable paid that.
 */
export function entitlementOf(row: StatementRow): Exact {
  if (row.kind === 'manual' || row.kind === 'rules') return ZERO;
  const { earned, reserved, adjustment, payable, held, released, draw, carried } = row.amounts;
  const silent = [earned, reserved, adjustment, held, released, draw, carried].every(isZero);
  return silent ? payable : add(subtract(earned, reserved), adjustment);
}
