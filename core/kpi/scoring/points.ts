import type { Exact } from '../../amount/exact';
import { ZERO, compare, smaller } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { addRatios, compareRatios, divideRatios, multiplyRatios, ratioOf, subtractRatios } from '../../amount/ratio';
import { exactToDisplay, exactToPercent } from '../../amount/text';
import type { Message } from '../../locale/message';
import { plainShare } from '../attainment';
import type { Better, ScoringFault, Subject } from './scoring';
import { isScoringFault, scoringFault } from './scoring';
import type { TokenReader } from './tokens';
import { readQuantity } from './tokens';

/** 折线法 and 层差法: knots of (x : score), joined by lines or standing as steps. */
export interface PointsScoring {
  readonly kind: 'linear' | 'step';
  readonly knots: readonly Knot[];
  readonly below: Beyond;
  readonly above: Beyond;
}

/** Where a knot stands: at a share of the target, at a value, or at what was agreed with the person. */
export type KnotAt = { readonly kind: 'share' | 'value'; readonly value: Exact } | { readonly kind: 'named'; readonly name: AgreedName };
type AgreedName = 'baseline' | 'target' | 'stretch';

export interface Knot {
  readonly at: KnotAt;
  readonly score: Exact;
}

/** What holds outside the knots; a step gives nothing below its first bound unless it says otherwise. */
export type Beyond = 'usual' | 'zero' | 'clamp' | 'extrapolate';

export const LINEAR_WORDS = ['linear', '折线', '折线法', '线性', '插值', '线性插值'] as const;
export const STEP_WORDS = ['step', 'steps', '层差', '层差法', '分段', '分档', '阶梯'] as const;

const BEYOND: readonly (readonly [Beyond, readonly string[]])[] = [
  ['zero', ['zero', '归零', '零', '0']],
  ['clamp', ['clamp', '保持', '持平', '封顶']],
  ['extrapolate', ['extrapolate', '外推', '延伸']],
];

const AGREED: ReadonlyMap<string, AgreedName> = new Map(Object.entries<AgreedName>({ baseline: 'baseline', 基准: 'baseline', 基准值: 'baseline', target: 'target', 目标: 'target', 目标值: 'target', stretch: 'stretch', 挑战: 'stretch', 挑战值: 'stretch' }));

export function readPoints(kind: PointsScoring['kind'], reader: TokenReader): PointsScoring | ScoringFault {
  const knots: Knot[] = [];
  let [below, above]: Beyond[] = ['usual', 'usual'];
  for (;;) {
    if (reader.word('below', '低于', '以下')) below = readBeyond(reader);
    else if (reader.word('above', '高于', '以上')) above = readBeyond(reader);
    else {
      const token = reader.peek();
      const knot = token?.includes(':') === true ? readKnot(token) : undefined;
      if (!knot) break;
      reader.skip();
      knots.push(knot);
    }
  }
  return checkKnots({ kind, knots, below: below ?? 'usual', above: above ?? 'usual' });
}

function readBeyond(reader: TokenReader): Beyond {
  return BEYOND.find(([, words]) => reader.word(...words))?.[0] ?? 'usual';
}

function readKnot(token: string): Knot | undefined {
  const [left = '', right = ''] = token.split(':');
  const score = readQuantity(right);
  if (!score || score.percent) return undefined;
  const name = AGREED.get(left);
  if (name !== undefined) return { at: { kind: 'named', name }, score: score.value };
  const x = readQuantity(left);
  return x && { at: { kind: x.percent ? 'share' : 'value', value: x.value }, score: score.value };
}

function checkKnots(scoring: PointsScoring): PointsScoring | ScoringFault {
  const { knots, kind } = scoring;
  if (knots.length < (kind === 'linear' ? 2 : 1)) return scoringFault('scoring', 'scoring.fewKnots', { least: kind === 'linear' ? 2 : 1 });
  const kinds = new Set(knots.map(({ at }) => (at.kind === 'share' ? 'share' : 'value')));
  if (kinds.size > 1) return scoringFault('scoring', 'scoring.mixedKnots');
  for (let index = 1; index < knots.length; index += 1) {
    const [before, knot] = [knots[index - 1], knots[index]];
    if (!before || !knot || before.at.kind === 'named' || knot.at.kind === 'named') continue;
    const order = compare(before.at.value, knot.at.value);
    if (order === 0) return scoringFault('scoring', 'scoring.knotTwice', { found: knotText(knot.at) });
    if (order > 0) return scoringFault('scoring', 'scoring.knotOrder', { first: knotText(before.at), second: knotText(knot.at) });
  }
  return scoring;
}

function knotText(at: KnotAt): string {
  if (at.kind === 'named') return at.name;
  return at.kind === 'share' ? exactToPercent(at.value) : exactToDisplay(at.value);
}

export function usesShare(scoring: PointsScoring): boolean {
  return scoring.knots.some(({ at }) => at.kind === 'share');
}

interface Point {
  readonly x: Ratio;
  readonly score: Exact;
}

export function scorePoints(scoring: PointsScoring, subject: Subject): Ratio | ScoringFault {
  if (!subject.actual) return scoringFault('actual', 'kpi.actualNotNumber', { found: subject.label });
  const points = pointsFor(scoring, subject);
  if (isScoringFault(points)) return points;
  if (!usesShare(scoring)) return scoreAt(scoring, points, subject.actual, subject.better);
  if (!subject.target) return scoringFault('target', 'kpi.noTarget');
  const share = plainShare(subject.actual, subject.target);
  return isScoringFault(share) ? share : scoreAt(scoring, points, share, subject.better);
}

/** The knots at their values; agreed ones may run downwards (a lower target than the baseline). */
function pointsFor(scoring: PointsScoring, subject: Subject): readonly Point[] | ScoringFault {
  const points: Point[] = [];
  for (const { at, score } of scoring.knots) {
    const x = at.kind === 'named' ? subject[at.name] : ratioOf(at.value);
    if (!x) return scoringFault(at.kind === 'named' ? at.name : 'scoring', 'kpi.noAgreed', { name: { code: `agreed.${at.kind === 'named' ? at.name : 'target'}` } });
    points.push({ x, score });
  }
  const falling = scoring.kind === 'linear' && points.every((point, index) => index === 0 || compareRatios(point.x, points[index - 1]?.x ?? point.x) < 0);
  const ordered = falling ? [...points].reverse() : points;
  const broken = ordered.some((point, index) => index > 0 && compareRatios(point.x, ordered[index - 1]?.x ?? point.x) <= 0);
  return broken ? scoringFault('scoring', 'scoring.agreedOrder') : ordered;
}

function scoreAt(scoring: PointsScoring, points: readonly Point[], x: Ratio, better: Better): Ratio {
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return ratioOf(ZERO);
  const before = compareRatios(x, first.x);
  const isBelow = scoring.kind === 'step' && better === 'lower' ? before <= 0 : before < 0;
  if (isBelow) return belowFirst(scoring, points, x, better);
  if (scoring.kind === 'step') return stepAt(scoring, points, x, better);
  if (compareRatios(x, last.x) > 0) return beyondLine(scoring.above, points.slice(-2), x, last.score);
  const next = points.findIndex((point) => compareRatios(x, point.x) <= 0);
  return next <= 0 ? ratioOf(first.score) : onLine(points.slice(next - 1, next + 1), x);
}

function belowFirst(scoring: PointsScoring, points: readonly Point[], x: Ratio, better: Better): Ratio {
  const first = points[0]?.score ?? ZERO;
  if (scoring.kind === 'linear') return beyondLine(scoring.below, points.slice(0, 2), x, first);
  if (scoring.below === 'zero') return ratioOf(ZERO);
  // What no step covers earns nothing; below the first bound of a lower-is-better ladder is its best step.
  return ratioOf(scoring.below === 'usual' && better === 'higher' ? smaller(ZERO, first) : first);
}

function stepAt(scoring: PointsScoring, points: readonly Point[], x: Ratio, better: Better): Ratio {
  const reached = points.filter((point) => (better === 'lower' ? compareRatios(x, point.x) > 0 : compareRatios(x, point.x) >= 0));
  const isLast = reached.length === points.length;
  if (isLast && scoring.above === 'zero' && compareRatios(x, points[points.length - 1]?.x ?? x) > 0) return ratioOf(ZERO);
  return ratioOf(reached[reached.length - 1]?.score ?? ZERO);
}

function beyondLine(beyond: Beyond, ends: readonly Point[], x: Ratio, nearest: Exact): Ratio {
  if (beyond === 'zero') return ratioOf(ZERO);
  return beyond === 'extrapolate' ? onLine(ends, x) : ratioOf(nearest);
}

/** y₀ + (x − x₀) × (y₁ − y₀) ÷ (x₁ − x₀), undivided. */
function onLine(ends: readonly Point[], x: Ratio): Ratio {
  const [from, to] = ends;
  if (!from || !to) return ratioOf(from?.score ?? ZERO);
  const along = divideRatios(subtractRatios(x, from.x), subtractRatios(to.x, from.x));
  return addRatios(ratioOf(from.score), multiplyRatios(along, subtractRatios(ratioOf(to.score), ratioOf(from.score))));
}

export function sayPoints(scoring: PointsScoring): Message {
  const knots = scoring.knots.map(({ at, score }): string | Message => {
    const text = exactToDisplay(score);
    return at.kind === 'named' ? { code: 'scoring.knotNamed', params: { name: { code: `agreed.${at.name}` }, score: text } } : `${knotText(at)} → ${text}`;
  });
  return { code: scoring.kind === 'linear' ? 'scoring.linear' : 'scoring.step', params: { knots } };
}
