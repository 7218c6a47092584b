import { exactInteger } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { NOTHING, addRatios, largerRatio, smallerRatio } from '../../amount/ratio';
import type { Message } from '../../locale/message';
import type { Figures } from './figures';
import type { Assumed, FoundActual } from './find-actual';
import { monthsText } from './find-actual';
import type { Agreed } from './find-target';
import type { Indicator } from '../indicators';
import { rollUp } from './roll-up';
import { needsTarget } from '../scoring/read-scoring';

/** Actual and target over the same months, after what Missing says of months without an actual. */
export interface Bridged {
  readonly actual: Ratio | undefined;
  readonly agreed: Agreed;
  readonly notes: readonly Message[];
  /** Whether the indicator counts as having no actual at all. */
  readonly isMissing: boolean;
  /** How many months the actual stands for. */
  readonly months: number;
  readonly assumed: Assumed | undefined;
}

/** Months without an actual, by what Missing says: left out on both sides, counted as 0, as on target, or no total. */
export function bridgeMonths(indicator: Indicator, figures: Figures): Bridged {
  const { actual: found, agreed, months } = figures;
  const measured = months.filter((month) => found?.missing.includes(month) !== true && found?.idle.includes(month) !== true);
  const plain: Bridged = { actual: found?.value, agreed, notes: [], isMissing: false, months: measured.length, assumed: found?.assumed };
  if (!found || (found.missing.length === 0 && found.idle.length === 0)) return plain;
  if (found.missing.length === 0) return { ...plain, agreed: figures.agreedOver(measured) ?? agreed };
  const gap: Gap = { indicator, figures, found, measured, plain: { ...plain, notes: [note(indicator.missing, found.missing)] } };
  // What stands at the end does not ask what was before.
  const isBefore = found.rollup === 'last' && !found.missing.includes(months[months.length - 1] ?? -1);
  if (isBefore && indicator.missing !== 'blank') return { ...plain, agreed: figures.agreedOver(measured) ?? agreed, notes: [note('exclude', found.missing)] };
  switch (indicator.missing) {
    case 'blank':
      return { ...gap.plain, isMissing: true };
    case 'exclude':
      return leftOut(gap, undefined);
    case 'zero':
      return asNothing(gap);
    case 'full':
      return asOnTarget(gap);
  }
}

interface Gap {
  readonly indicator: Indicator;
  readonly figures: Figures;
  readonly found: FoundActual;
  readonly measured: readonly number[];
  readonly plain: Bridged;
}

function note(how: Indicator['missing'] | 'zeroPoints' | 'fullPoints', months: readonly number[]): Message {
  return { code: `gaps.${how}`, params: { months: monthsText(months) } };
}

/** Only the measured months, on both sides; the others perhaps with points of their own. */
function leftOut({ indicator, figures, found, measured, plain }: Gap, points: 'none' | 'full' | undefined): Bridged {
  const assumed = points && { months: found.missing.length, measured: measured.length, points };
  const notes = points ? [note(points === 'none' ? 'zeroPoints' : 'fullPoints', found.missing)] : plain.notes;
  const restricted = figures.agreedOver(measured);
  if (restricted) return { ...plain, agreed: restricted, notes, assumed };
  const isWhole = found.rollup === 'sum' && needsTarget(indicator.scoring);
  return { ...plain, notes, assumed, isMissing: isWhole && found.value !== undefined };
}

/** The missing months count as 0. Where a 0 would be good, or a rating is asked for, it is their points that are 0. */
function asNothing(gap: Gap): Bridged {
  const { indicator, found, measured, plain } = gap;
  if (indicator.better === 'lower' || indicator.scoring.way.kind === 'lookup') return leftOut(gap, 'none');
  return { ...plain, actual: found.value && filled(found, measured.length, { value: NOTHING, months: found.missing.length }), months: measured.length + found.missing.length };
}

/** The missing months count as on target; as full marks, where there is no target or a rating is asked for. */
function asOnTarget(gap: Gap): Bridged {
  const { indicator, figures, found, measured, plain } = gap;
  const target = indicator.scoring.way.kind === 'lookup' ? undefined : figures.agreedOver(found.missing)?.target;
  if (!target) return leftOut(gap, 'full');
  return { ...plain, actual: found.value && filled(found, measured.length, { value: target, months: found.missing.length }), months: measured.length + found.missing.length };
}

/** The actual with a figure put in for its missing months, by its roll-up. */
function filled({ value, rollup }: FoundActual, months: number, put: { readonly value: Ratio; readonly months: number }): Ratio | undefined {
  if (!value) return undefined;
  switch (rollup) {
    case 'sum':
      return addRatios(value, put.value);
    case 'average':
    case 'ratio':
      return rollUp([{ value, months }, put], 'average');
    case 'last':
      return put.value;
    case 'max':
      return largerRatio(value, put.value);
    case 'min':
      return smallerRatio(value, put.value);
  }
}

/** Points of measured months and of assumed ones, each month weighing alike. */
export function withAssumed(score: Ratio, full: Ratio, { assumed }: Bridged): Ratio {
  if (!assumed) return score;
  const points = assumed.points === 'full' ? full : { top: exactInteger(0), bottom: exactInteger(1) };
  return assumed.measured === 0 ? points : rollUp([{ value: score, months: assumed.measured }, { value: points, months: assumed.months }], 'average');
}
