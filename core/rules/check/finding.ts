import type { IssueCode, Params } from '../../locale/message';
import type { Severity } from '../../table/issue';
import type { Part, PlanVersion } from '../plan';
import { measureOf } from '../plan';
import type { RuleRow } from '../rule-row';

/** Something odd about a row of the rules, before it has a place in a sheet. */
export interface Finding {
  readonly code: IssueCode;
  readonly row: number | undefined;
  readonly params?: Params;
  /** Without one it is a warning. */
  readonly severity?: Severity;
  readonly field?: 'item' | 'from' | 'value';
}

/** Looks at one part of a version. Rows of the whole plan come with every part; each finding is told once. */
export type PartCheck = (part: Part, version: PlanVersion) => readonly Finding[];

/** The row of the sheet as it was typed. */
export function rowTyped(version: PlanVersion, row: number): RuleRow | undefined {
  return version.rows.find((typed) => typed.row === row);
}

/** True where the part pays on an amount of money, so that a rate is a share of it. */
export function paysOnMoney(part: Part): boolean {
  const measure = measureOf(part);
  return measure.kind === 'column' ? measure.as === 'money' : measure.kind !== 'quantity' && measure.kind !== 'orders';
}
