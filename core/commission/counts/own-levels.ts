import { ZERO, add } from '../../amount/exact';
import type { Exact } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { NOTHING, WHOLE, compareRatios, multiplyRatios, ratioOf, subtractRatios, timesExact } from '../../amount/ratio';
import { refundsAtOriginal } from '../../rules/plan';
import type { Day } from '../../table/day';
import { dayAt, numberAt, numberColumn } from '../../table/table';
import { orderAmount } from '../../trade/orders';
import type { Receipt } from '../../trade/receipts';
import { receiptsAndMoneyBack, receivedColumn } from '../../trade/receipts';
import type { ReversedParts } from '../../trade/reversals';
import { isCredited, netWorth, settledPart } from '../../trade/reversals';
import type { Counting } from './counting';
import type { ReceiptSteps } from './receipt-steps';
import { newFees, newStaircase, stepsOfReceipts } from './receipt-steps';

/** How much of a row has counted from a day on, by a version's own `counts on`, and what made it so. */
export interface Level {
  readonly day: Day;
  /** The row that moved it: itself, or the reversal. */
  readonly cause: number;
  readonly level: Ratio;
  readonly receipt: Receipt | undefined;
}

interface Move {
  readonly day: Day;
  readonly cause: number;
  readonly receipt: Receipt | undefined;
}

/** The levels of a row in time order: on its date, or with every receipt, less what is reversed. */
export function ownLevels(counting: Counting, row: number): Level[] {
  return counting.compiled.countDays ? levelsByDate(counting, row) : levelsByReceipt(counting, row);
}

function levelsByDate({ compiled, reversed }: Counting, row: number): Level[] {
  const day = compiled.countDays && dayAt(compiled.countDays, row);
  if (day === undefined) return [];
  const steps = reversed.get(row);
  if (!steps) return [{ day, cause: row, level: WHOLE, receipt: undefined }];
  const { rank } = compiled.ledger.orders;
  const isBefore = (step: Move): boolean => step.day < day || (step.day === day && (rank[step.cause] ?? 0) < (rank[row] ?? 0));
  const left = steps.map(({ day: on, row: cause, part }): Level => ({ day: on, cause, level: subtractRatios(WHOLE, part), receipt: undefined }));
  const earlier = left.filter(isBefore);
  const start: Level = { day, cause: row, level: earlier[earlier.length - 1]?.level ?? WHOLE, receipt: undefined };
  return changes([start, ...left.slice(earlier.length)], []);
}

/** `received ÷ what is owed` of the order, times what is left of the line. */
function levelsByReceipt(counting: Counting, row: number): Level[] {
  const { compiled, reversed, credited } = counting;
  const { orders, receipts } = compiled.ledger;
  const order = orders.orderOf[row] ?? 0;
  const atOriginal = refundsAtOriginal(compiled.part);
  const list = atOriginal && receipts ? receiptsAndMoneyBack(receipts, order) : receipts?.byOrder.get(order);
  const inColumn = list ? undefined : receivedColumn(orders, row);
  const got = list ?? (inColumn ? [{ ...inColumn, fee: ZERO, rate: undefined, row: -1 }] : []);
  if (got.length === 0) return [];
  const isNet = atOriginal && isCredited(credited, orders, order);
  const worth = list ? ratioOf(orderAmount(orders, order)) : ratioOf(numberAt(numberColumn(orders.table, 'amount'), row));
  const steps = stepsOfReceipts(compiled.part);
  if (!isNet && !reversed.has(row)) return plainLevels(got, row, worth, steps);
  const moves: Move[] = got.map((receipt) => ({ day: receipt.day, cause: row, receipt }));
  const touching = list ? (orders.rowsOf[order] ?? []) : [row];
  const seen = new Set<string>();
  for (const line of touching) {
    for (const { day, row: cause } of [...(credited.get(line) ?? []), ...(reversed.get(line) ?? [])]) {
      if (!seen.has(`${day} ${cause}`)) moves.push({ day, cause, receipt: undefined });
      seen.add(`${day} ${cause}`);
    }
  }
  const done = progress(counting);
  sortMoves(counting, moves);
  let received: Exact = ZERO;
  const climb = newStaircase(steps);
  const levels = moves.map((move): Level => {
    if (move.receipt) received = add(received, add(move.receipt.amount, move.receipt.fee));
    const owed = list ? netWorth(orders, order, (line) => done(credited, line, move)) : timesExact(subtractRatios(WHOLE, done(credited, row, move)), numberAt(numberColumn(orders.table, 'amount'), row));
    const settled = climb(settledPart(received, isNet ? owed : worth, isNet));
    return { ...move, level: multiplyRatios(settled, subtractRatios(WHOLE, done(reversed, row, move))) };
  });
  return changes(levels, steps);
}

function plainLevels(got: readonly Receipt[], row: number, worth: Ratio, steps: ReceiptSteps): Level[] {
  let received: Exact = ZERO;
  const climb = newStaircase(steps);
  return changes(got.map((receipt): Level => {
    received = add(received, add(receipt.amount, receipt.fee));
    return { day: receipt.day, cause: row, level: climb(settledPart(received, worth, false)), receipt };
  }), steps);
}

function sortMoves({ compiled }: Counting, moves: Move[]): void {
  const { rank } = compiled.ledger.orders;
  moves.sort((a, b) => a.day - b.day || (rank[a.cause] ?? 0) - (rank[b.cause] ?? 0));
}

/** How much of a line is reversed once a move has happened. */
function progress({ compiled }: Counting): (parts: ReversedParts, line: number, move: Move) => Ratio {
  const { rank } = compiled.ledger.orders;
  return (parts, line, move) => {
    let part = NOTHING;
    for (const step of parts.get(line) ?? []) {
      if (step.day < move.day || (step.day === move.day && (rank[step.row] ?? 0) <= (rank[move.cause] ?? 0))) part = step.part;
    }
    return part;
  };
}

/** Only where the level changes. */
function changes(levels: readonly Level[], steps: ReceiptSteps): Level[] {
  let last: Ratio = NOTHING;
  const withFees = newFees(steps);
  return levels.flatMap((move) => {
    const same = compareRatios(move.level, last) === 0;
    last = move.level;
    const receipt = withFees(move.receipt, !same);
    return same ? [] : [{ ...move, receipt }];
  });
}
