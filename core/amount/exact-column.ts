import type { Exact } from './exact';
import { ZERO } from './exact';

/** A growing column of exact numbers: nine bytes a value, BigInts aside. */
export interface ExactColumn {
  units: Float64Array;
  scales: Uint8Array;
  readonly wide: Map<number, bigint>;
  length: number;
}

export function newExactColumn(capacity = 16): ExactColumn {
  return { units: new Float64Array(capacity), scales: new Uint8Array(capacity), wide: new Map(), length: 0 };
}

export function pushExact(column: ExactColumn, value: Exact): void {
  setExact(column, column.length, value);
}

/** Sets a value; what lies between it and the values before is 0. */
export function setExact(column: ExactColumn, index: number, value: Exact): void {
  while (index >= column.units.length) grow(column);
  if (index >= column.length) column.length = index + 1;
  column.scales[index] = value.scale;
  if (typeof value.units === 'number') {
    column.units[index] = value.units;
    if (column.wide.size > 0) column.wide.delete(index);
    return;
  }
  column.units[index] = Number.NaN;
  column.wide.set(index, value.units);
}

export function exactAt(column: ExactColumn, index: number): Exact {
  const units = column.units[index];
  if (units === undefined || units === 0) return ZERO;
  const scale = column.scales[index] ?? 0;
  if (units === units) return { units, scale };
  return { units: column.wide.get(index) ?? 0n, scale };
}

function grow(column: ExactColumn): void {
  const units = new Float64Array(column.units.length * 2);
  const scales = new Uint8Array(units.length);
  units.set(column.units);
  scales.set(column.scales);
  column.units = units;
  column.scales = scales;
}
