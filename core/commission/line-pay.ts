import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, multiply } from '../amount/exact';
import type { CompiledPart } from './compile-part';
import { excessOf, productOf } from './factors';
import type { LineContext } from './facts';
import type { LimitParts } from './line-limits';
import { clampLine } from './line-limits';

/** Factors of one event, told apart as the steps need them. Where factors add up, they are what each adds to the whole. */
export interface Multipliers {
  readonly line: Exact;
  readonly person: Exact;
}

/** What a line gets beside its rate: bonuses, and the limits of the line and its order. */
export interface Extras {
  readonly bonus: Exact;
  readonly limits: LimitParts | undefined;
}

const NO_FACTOR: Multipliers = { line: ONE, person: ONE };
const NO_EXCESS: Multipliers = { line: ONE, person: ZERO };

/** The factors of the line and of the person, for a credited line. */
export function multipliersOf({ lineFactors, personFactors, adds }: CompiledPart, context: LineContext): Multipliers {
  if (lineFactors.length + personFactors.length === 0) return adds ? NO_EXCESS : NO_FACTOR;
  if (adds) return { line: add(ONE, excessOf(lineFactors, context)), person: excessOf(personFactors, context) };
  return { line: productOf(lineFactors, context), person: productOf(personFactors, context) };
}

/** The line's own pay: its factors, bonuses and limits, and the person's factors. */
export function payOfLine(adds: boolean, base: Exact, { line, person }: Multipliers, { bonus, limits }: Extras): { readonly limited: Exact; readonly pay: Exact } {
  const factored = add(line === ONE ? base : multiply(base, line), bonus);
  const limited = limits ? clampLine(factored, limits.line) : factored;
  if (adds) return { limited, pay: add(limited, multiply(add(base, bonus), person)) };
  return { limited, pay: person === ONE ? limited : multiply(limited, person) };
}
