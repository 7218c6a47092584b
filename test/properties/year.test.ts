import fc from 'fast-check';
import { yearOf } from './year-generator';
import { liveYear } from './year-life';
import type { Scope } from './year-scope';
import { PLAIN } from './year-scope';

/** 500 years as a rule; the long run lives as many as it is told to. */
const YEARS = Math.max(25, Number(process.env['PROPERTY_RUNS'] ?? 500));

/** What years contain, and their share of all years. */
const SCOPES: readonly (readonly [string, number, Partial<Scope>])[] = [
  ['one version of every kind, changed after closing', 0.3, { ladders: true, shipment: true, receipts: true, twoParts: true, pools: true, stages: true, factors: true, gates: true, limits: true, spanLimits: true, reserves: true, quarters: true, secondPlan: true, moves: true, edits: true }],
  ['new rates, credit notes, changed after closing', 0.2, { versions: 'rates', notes: true, shipment: true, twoParts: true, stages: true, factors: true, gates: true, limits: true, reserves: true, quarters: true, secondPlan: true, moves: true, edits: true }],
  ['new rates under receipts and pools', 0.1, { versions: 'rates', receipts: true, pools: true, twoParts: true, factors: true, gates: true, limits: true, secondPlan: true, moves: true, edits: true }],
  ['ladders with credit notes', 0.1, { ladders: true, notes: true, shipment: true, twoParts: true, factors: true, quarters: true, edits: true }],
  ['money held back', 0.1, { holds: true, shipment: true, receipts: true, twoParts: true, reserves: true, factors: true, quarters: true }],
  ['draws and what is carried', 0.1, { draws: true, versions: 'rates', notes: true, edits: true, factors: true, moves: true, secondPlan: true, quarters: true }],
  ['overrides and changes of plan', 0.1, { overrides: true, shipment: true, reserves: true, factors: true, moves: true, secondPlan: true, planMoves: true, quarters: true }],
];

describe('a year that is lived month by month adds up', () => {
  it.each(SCOPES)('%s', (_what, share, scope) => {
    fc.assert(fc.property(yearOf({ ...PLAIN, ...scope }), liveYear), { numRuns: Math.ceil(YEARS * share) });
  });
});
