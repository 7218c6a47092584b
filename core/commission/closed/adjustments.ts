import type { Exact } from '../../amount/exact';
import { isZero } from '../../amount/exact';
import { planNamed } from '../../rules/former-names';
import type { Plan } from '../../rules/plan';
import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import type { People } from '../../table/people';
import type { Calendar, Period, PeriodKind } from '../../table/period';
import { periodRange } from '../../table/period';
import { periodOfCell } from '../../table/period-cell';
import type { Table } from '../../table/table';
import { dayColumn, faultRow, numberAt, numberColumn, textAt, textColumn } from '../../table/table';
import { findPayee } from './payee';

/** An amount added or (below 0) taken by hand in a period, with its reason and who approved it. */
export interface ManualAdjustment {
  readonly period: Period;
  readonly person: number;
  /** The plan as it is called today, in the form in which names are compared; blank for no plan in particular. */
  readonly planKey: string;
  readonly amount: Exact;
  readonly reason: string;
  readonly approvedBy: string;
  readonly row: number;
}

export interface Adjustments {
  readonly table: Table;
  readonly entries: readonly ManualAdjustment[];
}

interface AdjustmentContext {
  readonly people: People;
  readonly plans: readonly Plan[];
  readonly calendar: Calendar;
  readonly pays: PeriodKind;
}

/** Reads the Adjustments table. A row without a reason, an approver or an amount pays nothing and says so. */
export function readAdjustments(table: Table, context: AdjustmentContext): Adjustments {
  const [ids, names, plans, reasons, approvers] = (['id', 'person', 'plan', 'reason', 'approvedBy'] as const).map((field) => textColumn(table, field));
  const amounts = numberColumn(table, 'amount');
  dayColumn(table, 'date');
  const entries: ManualAdjustment[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const at = <Column extends Parameters<typeof textAt>[0] | undefined>(column: Column): string => (column ? textAt(column, row) : '');
    const period = periodOfCell(table, row, context.calendar, context.pays);
    if (!period || table.faulty[row] === 1) continue;
    const entry = { period, planKey: planKeyOf(context.plans, at(plans)), amount: numberAt(amounts, row), reason: at(reasons), approvedBy: at(approvers), row: table.rowNumbers[row] ?? 0 };
    const range = periodRange(period, context.calendar);
    const person = findPayee(context.people, { id: at(ids), name: at(names) }, range.first, range.last);
    const fault = faultOf(entry, person, at(ids) !== '' ? at(ids) : at(names), at(plans), context.plans);
    if (fault) faultRow(table, row, fault.field, fault);
    else if (typeof person === 'number') entries.push({ ...entry, planKey: entry.planKey ?? '', person });
  }
  return { table, entries };
}

function planKeyOf(plans: readonly Plan[], text: string): string | undefined {
  if (text === '') return '';
  const found = planNamed(plans, text);
  return found && matchKey(found.name);
}

type Fault = Pick<Issue, 'code' | 'params'> & { readonly field: string };

function faultOf(entry: { readonly planKey: string | undefined; readonly amount: Exact; readonly reason: string; readonly approvedBy: string }, person: ReturnType<typeof findPayee>, named: string, plan: string, plans: readonly Plan[]): Fault | undefined {
  if (person === 'unknown') return { field: 'person', code: named === '' ? 'cell.missing' : 'person.unknown', params: { found: named, nearest: '' } };
  if (person === 'ambiguous') return { field: 'person', code: 'person.ambiguous', params: { found: named } };
  if (entry.planKey === undefined) return { field: 'plan', code: 'plan.unknown', params: { found: plan, known: plans.map(({ name }) => name) } };
  if (isZero(entry.amount)) return { field: 'amount', code: 'cell.missing', params: {} };
  if (entry.reason === '') return { field: 'reason', code: 'adjustment.noReason', params: {} };
  return entry.approvedBy === '' ? { field: 'approvedBy', code: 'adjustment.noApprover', params: {} } : undefined;
}
