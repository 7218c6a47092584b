import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, multiply, subtract } from '../amount/exact';
import type { Condition } from '../rules/condition';
import { narrowest } from '../rules/narrower';
import { matchKey } from '../table/cell';
import type { CompiledConditions, FactLevel, FactSource, LineContext } from './facts';
import { compileConditions } from './facts';

/** A coefficient with its compiled conditions and the row it came from. */
export interface CompiledFactor {
  readonly when: CompiledConditions;
  readonly factor: Exact;
  readonly row: number;
}

/** Rows on the same column (or columns): the most specific that holds wins. */
export interface FactorColumn {
  readonly level: FactLevel;
  readonly factors: readonly CompiledFactor[];
}

interface FactorRow {
  readonly conditions: readonly Condition[];
  readonly factor: Exact;
  readonly row: number;
}

/** Groups coefficients by their columns; different columns stack. Unknown columns are reported by row. */
export function compileFactors(source: FactSource, rows: readonly FactorRow[], report: (row: number, column: string) => void): FactorColumn[] {
  const groups = new Map<string, CompiledFactor[]>();
  for (const { conditions, factor, row } of rows) {
    const when = compileConditions(source, conditions);
    if ('unknown' in when) {
      report(row, when.unknown);
      continue;
    }
    const key = conditions.map(({ column }) => matchKey(column)).sort().join('&');
    groups.set(key, [...(groups.get(key) ?? []), { when, factor, row }]);
  }
  return [...groups.values()].map((factors) => ({ level: factors[0]?.when.level ?? 'line', factors }));
}

/** The row that holds: the narrowest match, of bounds the tightest that is met. */
export function pickFactor<Row extends { readonly when: CompiledConditions }>(rows: readonly Row[], context: LineContext): Row | undefined {
  return fitting(rows, context)[0];
}

/** The row that holds, and those that fit as well. */
export function fitting<Row extends { readonly when: CompiledConditions }>(rows: readonly Row[], context: LineContext): readonly Row[] {
  return narrowest(rows.filter(({ when }) => when.holds(context)).map((row) => ({ row, rank: row.when.specificity(context), bounds: row.when.bounds })));
}

/** The product of what each column gives. */
export function productOf(columns: readonly FactorColumn[], context: LineContext): Exact {
  let product = ONE;
  for (const column of columns) {
    const found = pickFactor(column.factors, context);
    if (found) product = multiply(product, found.factor);
  }
  return product;
}

/** The sum of what each column adds to 1. */
export function excessOf(columns: readonly FactorColumn[], context: LineContext): Exact {
  let excess = ZERO;
  for (const column of columns) {
    const found = pickFactor(column.factors, context);
    if (found) excess = add(excess, subtract(found.factor, ONE));
  }
  return excess;
}

/** The coefficients in force, for the explanation. */
export function factorsInForce(columns: readonly FactorColumn[], context: LineContext): CompiledFactor[] {
  return columns.flatMap((column) => {
    const found = pickFactor(column.factors, context);
    return found ? [found] : [];
  });
}
