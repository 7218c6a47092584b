import type { Exact } from '../amount/exact';
import { equals } from '../amount/exact';
import type { Condition } from '../rules/condition';
import { isNarrower } from '../rules/narrower';
import type { Part } from '../rules/plan';
import { matchKey } from '../table/cell';
import type { CompiledConditions, LineContext } from './facts';
import type { FactorColumn } from './factors';
import { fitting } from './factors';

/** A rate or a factor that others of its kind may fit a line as well as. */
export interface Rival {
  readonly row: number;
  readonly when: CompiledConditions;
  readonly value: Exact;
  /** The People column that multiplies the value, if any. */
  readonly column: string | undefined;
}

export type Rivals = readonly Rival[];

/** Those kinds of rates and factors of which two rows can fit one line equally well and say different things. */
export function rivalsAmong(part: Part, kinds: readonly Rivals[]): Rivals[] {
  const { rate, factor, creditFactor } = part.rules;
  const conditions = new Map([...rate, ...factor, ...creditFactor].map((one) => [one.row, one.conditions]));
  return kinds.filter((rows) => rows.some((a, index) => rows.slice(index + 1).some((b) => mayTie(a, b, conditions))));
}

export function rivalsOfColumns(columns: readonly FactorColumn[]): Rivals[] {
  return columns.map(({ factors }) => factors.map(({ when, factor, row }) => ({ row, when, value: factor, column: undefined })));
}

/** Rows of one column with different exact values never fit one line together; of bounds the tighter decides. */
function mayTie(a: Rival, b: Rival, conditions: ReadonlyMap<number, readonly Condition[]>): boolean {
  if (isSame(a, b) || isNarrower(a.when.bounds, b.when.bounds) || isNarrower(b.when.bounds, a.when.bounds)) return false;
  return !areExclusive(conditions.get(a.row) ?? [], conditions.get(b.row) ?? []);
}

function isSame(a: Rival, b: Rival): boolean {
  return equals(a.value, b.value) && a.column === b.column;
}

function areExclusive(a: readonly Condition[], b: readonly Condition[]): boolean {
  return a.some((one) => b.some((other) => matchKey(one.column) === matchKey(other.column) && differ(one, other)));
}

function differ({ test: a }: Condition, { test: b }: Condition): boolean {
  if (a.kind === 'bound' || b.kind === 'bound' || a.excludes || b.excludes) return false;
  return a.patterns.every((one) => b.patterns.every((other) => !one.wild && !other.wild && one.key !== other.key));
}

/** Two rows that fit equally well and say different things: which of them counts must be said in the rules, not by their order. */
export function tiedPair(rivals: Rivals, context: LineContext): readonly [Rival, Rival] | undefined {
  const [first, ...others] = fitting(rivals, context);
  const second = first && others.find((other) => !isSame(first, other));
  if (!first || !second) return undefined;
  return first.row < second.row ? [first, second] : [second, first];
}
