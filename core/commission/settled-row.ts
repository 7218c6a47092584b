import type { Exact } from '../amount/exact';
import { ZERO, isZero } from '../amount/exact';
import type { Message } from '../locale/message';
import type { Balances } from './balances';
import type { Adjustment } from './closed';
import type { PaidPart } from './plan-pay';
import type { StatementAmount } from './statements';

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

/** The measure a person was credited with: that of the first part that credits any. */
export function measureOfParts(parts: readonly PaidPart[]): Exact {
  return parts.find(({ measure }) => !isZero(measure))?.measure ?? ZERO;
}
