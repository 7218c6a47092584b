/** What the years of a run may contain; everything that is off is as plain as can be. */
export interface Scope {
  /** Whole and interpolated ladders. */
  readonly ladders: boolean;
  /** Lines that count on shipment; on receipts. */
  readonly shipment: boolean;
  readonly receipts: boolean;
  readonly notes: boolean;
  readonly moneyBack: boolean;
  /** Two or three versions that change rates; that change anything. */
  readonly versions: 'one' | 'rates' | 'anything';
  /** Parts that say what they were called (`was`). */
  readonly formerNames: boolean;
  readonly twoParts: boolean;
  readonly pools: boolean;
  readonly stages: boolean;
  readonly factors: boolean;
  readonly gates: boolean;
  readonly limits: boolean;
  /** Limits over a quarter or the year; several of one level. */
  readonly spanLimits: boolean;
  readonly manyLimits: boolean;
  /** A minimum in a plan that people leave while their orders still move. */
  readonly minimumOfLeavers: boolean;
  readonly holds: boolean;
  readonly draws: boolean;
  readonly overrides: boolean;
  readonly reserves: boolean;
  readonly quarters: boolean;
  readonly secondPlan: boolean;
  /** Joiners, leavers, changes of team and role; of plan. */
  readonly moves: boolean;
  readonly planMoves: boolean;
  /** Changes of closed months. */
  readonly edits: boolean;
  readonly renames: boolean;
}

/** One plan of one part in one version, orders and nothing else. */
export const PLAIN: Scope = {
  ladders: false,
  shipment: false,
  receipts: false,
  notes: false,
  moneyBack: false,
  versions: 'one',
  formerNames: false,
  twoParts: false,
  pools: false,
  stages: false,
  factors: false,
  gates: false,
  limits: false,
  spanLimits: false,
  manyLimits: false,
  minimumOfLeavers: false,
  holds: false,
  draws: false,
  overrides: false,
  reserves: false,
  quarters: false,
  secondPlan: false,
  moves: false,
  planMoves: false,
  edits: false,
  renames: false,
};
