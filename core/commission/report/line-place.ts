import type { Exact } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import { textAt } from '../../table/table';
import type { Orders } from '../../trade/orders';
import type { PayPeriod } from '../engine';
import type { LineContext } from '../facts';
import type { PartRun } from '../part-run';
import type { Say } from './formula';

/** One event of a run, as the explanation of a period looks at it. */
export interface LinePlace {
  readonly run: PartRun;
  readonly event: number;
  readonly period: PayPeriod;
  readonly say: Say;
}

export function rowAt({ run, event }: LinePlace): number {
  return run.events.row[event] ?? 0;
}

export function creditAt({ run, event }: LinePlace): Exact {
  return exactAt(run.events.credit, event);
}

/** What conditions and factors are asked about, for an event. */
export function contextAt({ run, event, period }: LinePlace): LineContext {
  const { events, compiled } = run;
  const row = events.row[event] ?? 0;
  const day = events.day[event] ?? 0;
  return { row, person: events.person[event] ?? -1, day, orderDay: compiled.orderDays.days[row] ?? day, period: period.period };
}

/** An order line as people call it: `PO-7`, or with its line `PO-7/2`. */
export function lineName(orders: Orders, row: number): string {
  const line = textAt(orders.lines, row);
  const order = orders.orderNames[orders.orderOf[row] ?? 0] ?? '';
  return line === '' ? order : `${order}/${line}`;
}
