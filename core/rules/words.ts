import type { RuleWord } from './rule-word';
import { bonus } from './words/bonus';
import { calendar } from './words/calendar';
import { clawback } from './words/clawback';
import { column } from './words/column';
import { sheets } from './words/sheets';
import { countsOn } from './words/counts-on';
import { creditFactor } from './words/credit-factor';
import { credit } from './words/credit';
import { currency } from './words/currency';
import { deduct } from './words/deduct';
import { draft } from './words/draft';
import { draw } from './words/draw';
import { factorStacking } from './words/factor-stacking';
import { factor } from './words/factor';
import { fxDate } from './words/fx-date';
import { gate } from './words/gate';
import { hold } from './words/hold';
import { leaver } from './words/leaver';
import { maximum, minimum } from './words/limit';
import { lines } from './words/lines';
import { measure } from './words/measure';
import { override } from './words/override';
import { payEvery } from './words/pay-every';
import { payees } from './words/payees';
import { pool } from './words/pool';
import { profitFrom } from './words/profit-from';
import { rankBonus } from './words/rank-bonus';
import { rate } from './words/rate';
import { receiptStep } from './words/receipt-step';
import { refund } from './words/refund';
import { reserve } from './words/reserve';
import { round } from './words/round';
import { shareBy } from './words/share-by';
import { share } from './words/share';
import { stageRate } from './words/stage-rate';
import { stage } from './words/stage';
import { tier, tierBonus, tierBy, tierEdge, tierMetric, tierMode, tierOn, tierSpan } from './words/tier';
import { tierUnit } from './words/tier-unit';
import { unassigned } from './words/unassigned';
import { was } from './words/was';
import { weight } from './words/weight';

/** The whole rule vocabulary, in the order of the reference page. A new word is a file and a line here. */
export const words = {
  payees,
  lines,
  measure,
  profitFrom,
  deduct,
  countsOn,
  receiptStep,
  credit,
  stage,
  stageRate,
  unassigned,
  creditFactor,
  rate,
  tier,
  tierBonus,
  tierMode,
  tierMetric,
  tierOn,
  tierBy,
  tierSpan,
  tierEdge,
  tierUnit,
  factor,
  factorStacking,
  bonus,
  rankBonus,
  pool,
  shareBy,
  weight,
  reserve,
  share,
  minimum,
  maximum,
  gate,
  override,
  hold,
  draw,
  refund,
  clawback,
  leaver,
  calendar,
  draft,
  currency,
  fxDate,
  payEvery,
  round,
  was,
  column,
  sheets,
} as const;

export type WordKey = keyof typeof words;
export const wordKeys = Object.keys(words) as WordKey[];

export type EntryOf<Key extends WordKey> = (typeof words)[Key] extends RuleWord<infer Entry> ? Entry : never;

/** An entry with the row of the rules it came from and the part that row names. */
export type Ruled<Entry> = Entry & { readonly row: number; readonly part: string };

/** All entries of a plan or a part, by word. */
export type Rules = { readonly [Key in WordKey]: readonly Ruled<EntryOf<Key>>[] };
