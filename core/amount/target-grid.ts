import { allocate } from './allocate';
import type { Exact } from './exact';
import { exactOf, sign, trim, unitsAt } from './exact';

/**
 * Shares a total over rows and columns by their weights so that rows and columns both add up exactly, and every
 * cell is the floor or the ceiling of its exact value total × row × column ÷ (Σ rows × Σ columns).
 *
 * Row and column totals are those of `allocate` where cells can be found for them, else another floor or ceiling.
 * (Controlled rounding: Cox 1987; a rounding always exists, because an integral flow exists wherever a real one does.)
 */
export function targetGrid(amount: Exact, rowWeights: readonly Exact[], columnWeights: readonly Exact[], decimals: number): Exact[][] {
  const total = amount.scale > decimals ? trim(amount) : amount;
  const scale = total.scale > decimals ? total.scale : decimals;
  const negative = sign(total) < 0;
  const size = negative ? -unitsAt(total, scale) : unitsAt(total, scale);
  const [rows, columns] = [wholeUnits(rowWeights), wholeUnits(columnWeights)];
  const whole = sumOf(rows) * sumOf(columns);
  if (whole <= 0n) throw new RangeError('targetGrid needs a positive weight in both directions');
  const tops = rows.map((row) => columns.map((column) => size * row * column));
  const floors = tops.map((line) => line.map((top) => top / whole));
  const rests = tops.map((line) => line.map((top) => top % whole));
  const extra = raisedCells(rests, marginsOf(size, rowWeights, floors), marginsOf(size, columnWeights, transposed(floors))) ?? raisedByFlow(rests, whole);
  return floors.map((line, row) =>
    line.map((floor, column) => {
      const units = floor + (extra[row]?.[column] === true ? 1n : 0n);
      return exactOf(negative ? -units : units, scale);
    }),
  );
}

function wholeUnits(weights: readonly Exact[]): bigint[] {
  const scale = weights.reduce((most, weight) => (weight.scale > most ? weight.scale : most), 0);
  return weights.map((weight) => unitsAt(weight, scale));
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

function transposed<Value>(lines: readonly (readonly Value[])[]): Value[][] {
  return (lines[0] ?? []).map((_, column) => lines.map((line) => line[column] as Value));
}

/** How many cells of each line must be raised for it to reach its share of the total. */
function marginsOf(size: bigint, weights: readonly Exact[], lines: readonly (readonly bigint[])[]): number[] {
  const shares = allocate(exactOf(size, 0), weights, 0);
  return lines.map((line, index) => Number(BigInt(shares[index]?.units ?? 0) - sumOf(line)));
}

type Raised = readonly (readonly boolean[])[];

/** Chooses which cells to raise so that each line has its number of them; undefined where that cannot be. */
function raisedCells(rests: readonly (readonly bigint[])[], rowNeeds: readonly number[], columnNeeds: readonly number[]): Raised | undefined {
  const raised = rests.map((line) => line.map(() => false));
  const [rowLeft, columnLeft] = [[...rowNeeds], [...columnNeeds]];
  if (rowLeft.some((need) => need < 0) || columnLeft.some((need) => need < 0)) return undefined;
  for (const [row, column] of byRest(rests)) {
    if ((rowLeft[row] ?? 0) <= 0 || (columnLeft[column] ?? 0) <= 0) continue;
    const line = raised[row];
    if (line) line[column] = true;
    rowLeft[row] = (rowLeft[row] ?? 0) - 1;
    columnLeft[column] = (columnLeft[column] ?? 0) - 1;
  }
  for (let row = 0; row < rowLeft.length; row += 1) {
    while ((rowLeft[row] ?? 0) > 0) {
      if (!augment(raised, rests, columnLeft, row)) return undefined;
      rowLeft[row] = (rowLeft[row] ?? 0) - 1;
    }
  }
  return columnLeft.every((left) => left === 0) ? raised : undefined;
}

/** Cells with something to round, the largest remainders first. */
function byRest(rests: readonly (readonly bigint[])[]): [row: number, column: number][] {
  const cells = rests.flatMap((line, row) => line.flatMap((rest, column): { rest: bigint; at: [number, number] }[] => (rest > 0n ? [{ rest, at: [row, column] }] : [])));
  cells.sort((a, b) => {
    if (a.rest !== b.rest) return a.rest > b.rest ? -1 : 1;
    return a.at[0] - b.at[0] || a.at[1] - b.at[1];
  });
  return cells.map(({ at }) => at);
}

/** One more raised cell in a row: by a path of cells raised and lowered in turn to a column that still needs one. */
function augment(raised: boolean[][], rests: readonly (readonly bigint[])[], columnLeft: number[], start: number): boolean {
  const cameFromRow = new Map<number, number>();
  const cameFromColumn = new Map<number, number>();
  const queue = [start];
  for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
    for (let column = 0; column < columnLeft.length; column += 1) {
      if (raised[row]?.[column] === true || (rests[row]?.[column] ?? 0n) === 0n || cameFromRow.has(column)) continue;
      cameFromRow.set(column, row);
      if ((columnLeft[column] ?? 0) > 0) {
        columnLeft[column] = (columnLeft[column] ?? 0) - 1;
        flip(raised, cameFromRow, cameFromColumn, start, column);
        return true;
      }
      for (let other = 0; other < raised.length; other += 1) {
        if (raised[other]?.[column] !== true || cameFromColumn.has(other) || other === start) continue;
        cameFromColumn.set(other, column);
        queue.push(other);
      }
    }
  }
  return false;
}

function flip(raised: boolean[][], cameFromRow: ReadonlyMap<number, number>, cameFromColumn: ReadonlyMap<number, number>, start: number, end: number): void {
  for (let column: number | undefined = end; column !== undefined; ) {
    const row: number = cameFromRow.get(column) ?? start;
    setCell(raised, row, column, true);
    if (row === start) return;
    const before = cameFromColumn.get(row);
    if (before !== undefined) setCell(raised, row, before, false);
    column = before;
  }
}

function setCell(raised: boolean[][], row: number, column: number, value: boolean): void {
  const line = raised[row];
  if (line) line[column] = value;
}

/**
 * Rounds rows, columns and cells together: a slack column and a slack row take what lifts each total to its ceiling,
 * so that every line of the larger grid is whole, and its cells can be rounded for those lines.
 */
function raisedByFlow(rests: readonly (readonly bigint[])[], whole: bigint): Raised {
  const slackOf = (line: readonly bigint[]): bigint => (whole - (sumOf(line) % whole)) % whole;
  const columns = transposed(rests);
  const larger = [...rests.map((line) => [...line, slackOf(line)]), [...columns.map(slackOf), 0n]];
  const needs = (lines: readonly (readonly bigint[])[]): number[] => lines.map((line) => Number(sumOf(line) / whole));
  const found = raisedCells(larger, needs(larger), needs(transposed(larger)));
  if (!found) throw new Error('a controlled rounding was not found');
  return rests.map((line, row) => line.map((_, column) => found[row]?.[column] === true));
}
