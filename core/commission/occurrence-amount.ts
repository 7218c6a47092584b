import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, equals, isZero, sign, subtract } from '../amount/exact';
import { numberAt, numberColumn } from '../table/table';
import type { CompiledPart } from './compile-part';
import type { MeasureReader } from './measure';
import type { RawMeasure } from '../trade/profit';
import { exchanged } from '../trade/profit';
import type { Occurrence } from './counts/occurrences';
import { orderAmount } from '../trade/orders';
import type { Fraction } from '../trade/receipts';
import { fractionOf, portion } from '../trade/receipts';

/** The occurrence's part of a measure in payroll currency; undefined where a rate is missing. */
export function amountOfOccurrence(compiled: CompiledPart, reader: MeasureReader, occurrence: Occurrence, counted: Map<number, number>): Exact | undefined {
  const { row, day, before, after, receipt } = occurrence;
  const raw = rawMeasure(compiled, reader, occurrence, counted);
  const part = isZero(before.top) && equals(after.top, after.bottom) ? raw : portionOf(raw, before, after);
  const net = reader.measure.kind === 'received' && receipt ? lessFee(part, feeOf(compiled, row, receipt.fee)) : part;
  if (!reader.isMoney) return add(net.foreign, net.home);
  const rate = isZero(net.foreign) ? ONE : compiled.exchange(row, receipt?.day ?? day, receipt?.rate);
  return rate && exchanged(net, rate);
}

/** The row's measure. An order is counted with its first line; `counted` remembers which that was. */
function rawMeasure({ ledger }: CompiledPart, reader: MeasureReader, { row, ordinal }: Occurrence, counted: Map<number, number>): RawMeasure {
  if (reader.measure.kind !== 'orders') return reader.read(row);
  const order = ledger.orders.orderOf[row] ?? 0;
  const first = counted.get(order) ?? row;
  if (ordinal === 0) counted.set(order, first);
  const negative = sign(numberAt(numberColumn(ledger.orders.table, 'amount'), row)) < 0;
  return first === row && !negative ? reader.read(row) : { foreign: ZERO, home: ZERO };
}

/** A receipt's bank fee falls on the lines of its order by their amounts. */
function feeOf({ ledger: { orders } }: CompiledPart, row: number, fee: Exact): Exact {
  if (isZero(fee)) return ZERO;
  const amount = numberAt(numberColumn(orders.table, 'amount'), row);
  return portion(fee, fractionOf(amount, orderAmount(orders, orders.orderOf[row] ?? 0)));
}

function portionOf(raw: RawMeasure, before: Fraction, after: Fraction): RawMeasure {
  return {
    foreign: subtract(portion(raw.foreign, after), portion(raw.foreign, before)),
    home: subtract(portion(raw.home, after), portion(raw.home, before)),
  };
}

function lessFee(raw: RawMeasure, fee: Exact): RawMeasure {
  return { foreign: subtract(raw.foreign, fee), home: raw.home };
}
