import type { Exact } from '../amount/exact';
import { ZERO, isZero } from '../amount/exact';
import type { Message } from '../locale/message';
import type { ManualAdjustment } from './closed/adjustments';
import type { Balances } from './closed/balances';
import type { Adjustment } from './closed/corrections';
import type { Payee } from './closed/payee';
import type { StatementAmount } from './closed/statement-amounts';
import { statementAmounts } from './closed/statement-amounts';
import type { PaidPart } from './plan-pay';

export type Amounts = Readonly<Record<StatementAmount, Exact>>;

export const NO_AMOUNTS = Object.fromEntries(statementAmounts.map((name) => [name, ZERO])) as Record<StatementAmount, Exact>;

/** One row of a settlement: a person in a plan, the company, or a fund. */
export interface SettledRow {
  readonly kind: 'person' | 'company' | 'fund';
  readonly payee: Payee;
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
  /** What was added or taken by hand. */
  readonly manual: readonly ManualAdjustment[];
  readonly balances: Balances | undefined;
}

/** The measure a person was credited with: that of the first part that credits any. */
export function measureOfParts(parts: readonly PaidPart[]): Exact {
  return parts.find(({ measure }) => !isZero(measure))?.measure ?? ZERO;
}
