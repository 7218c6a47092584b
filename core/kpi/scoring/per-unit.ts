import type { Exact } from '../../amount/exact';
import { ONE, exactInteger, sign } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { NOTHING, addRatios, ceilRatio, compareRatios, divideRatios, floorRatio, largerRatio, ratioOf, ratioSign, subtractRatios, timesExact } from '../../amount/ratio';
import { exactToDisplay, exactToPercent } from '../../amount/text';
import type { Message } from '../../locale/message';
import { plainShare } from '../attainment';
import type { Better, ScoringFault, Subject } from './scoring';
import { isScoringFault, scoringFault } from './scoring';
import type { Quantity, TokenReader } from './tokens';

/** 加减分法: the full mark, less (or, as a bonus, plus) points for each unit away from where full marks start. */
export interface PerUnitScoring {
  readonly kind: 'per unit';
  readonly unit: Quantity;
  readonly points: Exact;
  readonly full: Exact;
  readonly from: Quantity | undefined;
  /** Beyond this nothing is left. */
  readonly zeroAt: Quantity | undefined;
  readonly bonus: boolean;
  /** What part of a unit counts: the exact part, none until it is whole, or all once it is started. */
  readonly partial: 'exact' | 'whole' | 'started';
}

export const PER_UNIT_WORDS = ['per', '每'] as const;

/** Reads `per 1% 2 from 85% full 60 zero below 55%` and `每 1% 扣 2 从 85% 满分 60 低于 55% 归零`. */
export function readPerUnit(reader: TokenReader, fullMark: Exact): PerUnitScoring | ScoringFault {
  const unit = reader.quantity();
  if (!unit || sign(unit.value) <= 0) return scoringFault('scoring', 'scoring.perUnit');
  let bonus = reader.word('加');
  if (!bonus) reader.word('扣', '减');
  const points = reader.quantity();
  if (!points || points.percent || sign(points.value) < 0) return scoringFault('scoring', 'scoring.perPoints');
  let [full, from, zeroAt]: [Exact, Quantity | undefined, Quantity | undefined] = [fullMark, undefined, undefined];
  let partial: PerUnitScoring['partial'] = 'exact';
  for (let progress = true; progress && reader.rest.length > 0; ) {
    const left = reader.rest.length;
    if (reader.word('bonus', '加分')) bonus = true;
    else if (reader.word('from', '从', '起点')) from = reader.quantity();
    else if (reader.word('full', '满分')) full = reader.quantity()?.value ?? full;
    else if (reader.word('zero below', 'zero above', '低于', '高于')) {
      zeroAt = reader.quantity();
      reader.word('归零', '得零', '零');
    } else if (reader.word('partial')) partial = readPartial(reader);
    else if (reader.word('不足按一计')) partial = 'started';
    else if (reader.word('不足不计')) partial = 'whole';
    else if (reader.word('按比例计')) partial = 'exact';
    progress = reader.rest.length < left;
  }
  const mixed = [from, zeroAt].some((quantity) => quantity !== undefined && quantity.percent !== unit.percent);
  if (mixed) return scoringFault('scoring', 'scoring.mixedKnots');
  return { kind: 'per unit', unit, points: points.value, full, from, zeroAt, bonus, partial };
}

function readPartial(reader: TokenReader): PerUnitScoring['partial'] {
  if (reader.word('started')) return 'started';
  if (reader.word('whole')) return 'whole';
  reader.word('exact');
  return 'exact';
}

export function scorePerUnit(scoring: PerUnitScoring, subject: Subject): Ratio | ScoringFault {
  if (!subject.actual) return scoringFault('actual', 'kpi.actualNotNumber', { found: subject.label });
  const months = scoring.unit.percent ? 1 : subject.months;
  const x = scoring.unit.percent ? shareOf(subject.actual, subject.target) : subject.actual;
  if (isScoringFault(x)) return x;
  const isHigher = subject.better === 'higher';
  if (scoring.zeroAt) {
    const order = compareRatios(x, times(scoring.zeroAt.value, months));
    if (isHigher ? order < 0 : order > 0) return NOTHING;
  }
  const start = startOf(scoring, subject, months);
  const short = isHigher ? subtractRatios(start, x) : subtractRatios(x, start);
  const away = countsEvents(scoring, subject) ? x : beyond(scoring, short);
  if (ratioSign(away) <= 0) return ratioOf(scoring.full);
  // What is written holds for a month: a quarter's sum may be three times as far away for the same points.
  const moved = divideRatios(timesExact(unitsOf(scoring, divideRatios(away, ratioOf(scoring.unit.value))), scoring.points), ratioOf(exactInteger(months)));
  if (scoring.bonus) return addRatios(ratioOf(scoring.full), moved);
  const left = subtractRatios(ratioOf(scoring.full), moved);
  return subject.isOnTop ? left : largerRatio(NOTHING, left);
}

function beyond({ bonus }: PerUnitScoring, short: Ratio): Ratio {
  return bonus ? timesExact(short, { units: -1, scale: 0 }) : short;
}

/** Points on top for each event: nothing was agreed to measure it from, so every one counts. */
function countsEvents({ from, unit }: PerUnitScoring, { isOnTop, target }: Subject): boolean {
  return isOnTop && !from && !target && !unit.percent;
}

function times(value: Exact, months: number): Ratio {
  return timesExact(ratioOf(value), exactInteger(months));
}

function shareOf(actual: Ratio, target: Ratio | undefined): Ratio | ScoringFault {
  return target ? plainShare(actual, target) : scoringFault('target', 'kpi.noTarget');
}

/** Where full marks start: as written, else the target, else 0. */
function startOf(scoring: PerUnitScoring, subject: Subject, months: number): Ratio {
  if (scoring.from) return times(scoring.from.value, months);
  if (scoring.unit.percent) return ratioOf(ONE);
  return subject.target ?? NOTHING;
}

function unitsOf(scoring: PerUnitScoring, units: Ratio): Ratio {
  switch (scoring.partial) {
    case 'exact':
      return units;
    case 'whole':
      return ratioOf(floorRatio(units));
    case 'started':
      return ratioOf(ceilRatio(units));
  }
}

export function sayPerUnit(scoring: PerUnitScoring, better: Better): Message {
  const text = ({ value, percent }: Quantity): string => (percent ? exactToPercent(value) : exactToDisplay(value));
  const start: string | Message = scoring.from ? text(scoring.from) : { code: 'agreed.target' };
  const zero: string | Message = scoring.zeroAt ? { code: better === 'higher' ? 'scoring.zeroBelow' : 'scoring.zeroAbove', params: { at: text(scoring.zeroAt) } } : '';
  return { code: scoring.bonus ? 'scoring.perBonus' : 'scoring.perMinus', params: { unit: text(scoring.unit), points: exactToDisplay(scoring.points), full: exactToDisplay(scoring.full), start, zero } };
}
