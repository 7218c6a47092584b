import fc from 'fast-check';
import { yearOf } from './year-generator';
import { liveYear } from './year-life';
import type { Scope } from './year-scope';
import { PLAIN } from './year-scope';

const YEARS = Math.max(25, Number(process.env['PROPERTY_RUNS'] ?? 500) / 2);

/** Years in which versions change anything, money is held of orders that come back, and people move and are renamed. */
const JOINTS: readonly (readonly [string, number, Partial<Scope>])[] = [
  ['between versions, by orders and shipments', 0.25, { versions: 'anything', formerNames: true, shipment: true, twoParts: true, notes: true, edits: true, moves: true, factors: true, gates: true, stages: true, quarters: true }],
  ['between versions, by receipts', 0.2, { versions: 'anything', formerNames: true, receipts: true, moneyBack: true, notes: true, twoParts: true, edits: true, reserves: true }],
  ['between ladders', 0.15, { versions: 'anything', ladders: true, notes: true, shipment: true, edits: true, factors: true }],
  ['of caps and minimums', 0.1, { versions: 'anything', limits: true, spanLimits: true, manyLimits: true, minimumOfLeavers: true, notes: true, moves: true, twoParts: true }],
  ['of pots', 0.1, { versions: 'anything', pools: true, notes: true, receipts: true, reserves: true, edits: true }],
  ['of money that is held', 0.1, { holds: true, notes: true, edits: true, receipts: true, shipment: true, reserves: true, twoParts: true, versions: 'rates' }],
  ['of people', 0.1, { renames: true, edits: true, moves: true, secondPlan: true, planMoves: true, draws: true, overrides: true, notes: true, quarters: true }],
];

describe('a year adds up over the joints', () => {
  it.each(JOINTS)('%s', (_what, share, scope) => {
    fc.assert(fc.property(yearOf({ ...PLAIN, ...scope }), liveYear), { numRuns: Math.ceil(YEARS * share) });
  });
});
