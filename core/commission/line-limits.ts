import type { Exact } from '../amount/exact';
import { ZERO, add, larger, negate, sign, smaller, subtract } from '../amount/exact';
import type { Multiple } from '../rules/read-value';
import type { Limit } from '../rules/words/limit';
import type { Day } from '../table/day';
import { numberAt, numberColumn } from '../table/table';
import type { CompiledPart } from './compile-part';
import { amountOf } from './compile-part';
import type { Slot } from './credit';
import { divideWhole } from './credit';
import type { Occurrence } from './counts/occurrences';
import { orderAmount } from '../trade/orders';
import { fractionOf, portion } from '../trade/receipts';

/** Pay between a least and a most; a negative amount is held to the most on its own side, and has no least. */
export function clampPay(pay: Exact, least: Exact | undefined, most: Exact | undefined): Exact {
  if (sign(pay) < 0) return most ? larger(pay, negate(most)) : pay;
  const capped = most ? smaller(pay, most) : pay;
  return least ? larger(capped, least) : capped;
}

/** The limits of a line or an order, and whether it is a return. */
export interface LineLimit {
  readonly least: Exact | undefined;
  readonly most: Exact | undefined;
  readonly isReturn: boolean;
}

/** A sale that makes a loss is lifted to the least, too; a return is held to the most on its own side, and takes back, never pays. */
export function clampLine(pay: Exact, { least, most, isReturn }: LineLimit): Exact {
  const held = clampPay(pay, undefined, most);
  if (!least) return held;
  return isReturn ? smaller(held, ZERO) : larger(held, least);
}

/** A slot's part of the limits of its line and its order. */
export interface LimitParts {
  readonly key: string;
  readonly line: LineLimit;
  readonly order: LineLimit;
}

/** Limits are shared as the credit, and scale with the part of the line that counts. */
export function limitPartsOf({ ledger, part }: CompiledPart, { row, before, after }: Occurrence, slots: readonly Slot[], index: number, person: number, day: Day): LimitParts {
  const { orders } = ledger;
  const order = orders.orderOf[row] ?? 0;
  const [amount, total] = [numberAt(numberColumn(orders.table, 'amount'), row), orderAmount(orders, order)];
  const ofOrder = fractionOf(amount, total);
  const partOf = (multiple: Multiple, perOrder: boolean): Exact => {
    const whole = amountOf(ledger, multiple, person, day);
    const line = perOrder ? portion(whole, ofOrder) : whole;
    return divideWhole(subtract(portion(line, after), portion(line, before)), slots)[index] ?? ZERO;
  };
  const find = (rows: readonly Limit[], level: 'line' | 'order'): Exact | undefined => {
    const found = rows.find((limit) => limit.level === level);
    return found && partOf(found.amount, level === 'order');
  };
  const { minimum, maximum } = part.rules;
  return {
    key: `${order} ${person}`,
    line: { least: find(minimum, 'line'), most: find(maximum, 'line'), isReturn: sign(amount) < 0 || orders.reverses.codes[row] !== 0 },
    order: { least: find(minimum, 'order'), most: find(maximum, 'order'), isReturn: sign(total) < 0 },
  };
}

/** Where a person's pay of an order stands against the order's limits. */
export interface OrderStand {
  readonly pay: Exact;
  readonly limited: Exact;
  readonly least: Exact;
  readonly most: Exact;
}

/** The order's limits hold the sum of its lines so far: what this line adds to it. */
export function limitOrder(stands: Map<string, OrderStand>, pay: Exact, { key, order }: LimitParts): Exact {
  if (!order.least && !order.most) return pay;
  const stand = stands.get(key) ?? { pay: ZERO, limited: ZERO, least: ZERO, most: ZERO };
  const [total, least, most] = [add(stand.pay, pay), add(stand.least, order.least ?? ZERO), add(stand.most, order.most ?? ZERO)];
  const limited = clampLine(total, { least: order.least && least, most: order.most && most, isReturn: order.isReturn });
  stands.set(key, { pay: total, limited, least, most });
  return subtract(limited, stand.limited);
}
