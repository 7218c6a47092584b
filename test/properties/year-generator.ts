import fc from 'fast-check';
import type { YearFacts, YearPlan } from '../oracle/year-facts';
import { ledgerOfYear } from './year-ledger';
import type { Scope } from './year-scope';
import { plansOfYear } from './year-plans';
import type { Edit } from './year-edits';
import { editFacts, editsOfYear } from './year-edits';

/** A year as it is lived: the plans, what is known at each closing, and what is shuffled or re-encoded on the way. */
export interface Year {
  readonly plans: readonly YearPlan[];
  /** The facts at each of the thirteen closings: twelve months, and January for what is left to correct. */
  readonly known: readonly YearFacts[];
  readonly edits: readonly Edit[];
  /** The closing at which rows are shuffled and blanks re-encoded, and by which keys. */
  readonly probe: { readonly at: number; readonly keys: readonly number[]; readonly blank: 0 | null };
}

export const CLOSINGS = 13;

export function yearOf(scope: Scope): fc.Arbitrary<Year> {
  return fc
    .record({
      plans: plansOfYear(scope),
      facts: ledgerOfYear(scope),
      edits: editsOfYear(scope),
      probe: fc.record({ at: fc.nat(CLOSINGS - 1), keys: fc.array(fc.nat(1000), { minLength: 7, maxLength: 7 }), blank: fc.constantFrom(0 as const, null) }),
    })
    .map(({ plans, facts, edits, probe }) => ({ plans, edits, probe, known: Array.from({ length: CLOSINGS }, (_, at) => editFacts(facts, edits, at)) }));
}
