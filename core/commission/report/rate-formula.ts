import type { Exact } from '../../amount/exact';
import { ONE, ZERO, add, isZero, sign, subtract } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import type { Multiple } from '../../rules/read-value';
import { amountOf } from '../compile-part';
import type { Ladder } from '../ladder';
import { mixedSlices, rateAt } from '../ladder';
import { rateOfLine } from '../own-rate';
import { scoreOf } from '../scores';
import type { Expression } from './formula';
import { conclude, figure, minus, named, over, percentage, plus, quoted, times } from './formula';
import type { LinePlace } from './line-place';
import { contextAt, creditAt } from './line-place';

/** What a line's rates make of its credit, and what has to be said before it. */
export interface RatedCredit {
  readonly first: readonly string[];
  readonly expression: Expression;
}

/** The credit at its own rate, at the rates of its slices, or at the rate that its total has reached. */
export function ratedCredit(place: LinePlace): RatedCredit {
  const { run } = place;
  const { ladder } = run.compiled;
  const own = ownRate(place);
  if (own || !ladder) return { first: [], expression: own ? atMultiple(place, own) : times(figure(creditAt(place)), percentage(ZERO)) };
  const total = run.totals[run.events.state[place.event] ?? -1];
  if (run.compiled.attainment?.kind === 'score') return atRate(place, scoredRate(place, ladder));
  if (!total?.ladder) return atRate(place, ZERO);
  if (ladder.mode === 'marginal') return { first: [], expression: byColumn(place, sliced(place, total.ladder)) };
  const end = rateReached(place);
  const knots = total.period === place.period.number ? interpolation(place, total.ladder, total.total, end) : '';
  return { first: knots === '' ? [] : [knots], expression: atRate(place, end).expression };
}

/** The rate at which a whole or interpolated ladder pays the lines of the period. */
export function rateReached({ run, event }: LinePlace): Exact {
  const total = run.totals[run.events.state[event] ?? -1];
  return total?.steps.find((step) => step.period === run.events.period[event])?.end ?? ZERO;
}

export function atRate(place: LinePlace, rate: Exact): RatedCredit {
  return { first: [], expression: byColumn(place, times(figure(creditAt(place)), percentage(rate))) };
}

/** A stage's own rate, a rate for lines of this kind, or the flat rate; undefined where tiers decide. */
export function ownRate(place: LinePlace): Multiple | undefined {
  const { run, event } = place;
  const { compiled } = run;
  const stage = run.events.stage[event] ?? '';
  const ofStage = stage === '' ? undefined : compiled.part.rules.stageRate.find((rule) => rule.stage === stage);
  if (ofStage) return { factor: ofStage.rate, column: undefined };
  return rateOfLine(compiled, contextAt(place));
}

/** `n x Column` shows the share and the figure of the column. */
function atMultiple(place: LinePlace, { factor, column }: Multiple): Expression {
  const credit = figure(creditAt(place));
  if (column === undefined) return times(credit, percentage(factor));
  const share = isZero(subtract(factor, ONE)) ? [] : [percentage(factor)];
  return times(credit, ...share, columnFigure(place, column));
}

/** The figure that a People column has for the person of a line. */
function columnFigure(place: LinePlace, column: string): Expression {
  const { person, orderDay } = contextAt(place);
  const value = amountOf(place.run.compiled.ledger, { factor: ONE, column }, person, orderDay);
  return { ...named(quoted(column), value), kind: 'product' };
}

function byColumn(place: LinePlace, expression: Expression): Expression {
  const column = place.run.compiled.ladderColumn;
  return column === undefined ? expression : times(expression, columnFigure(place, column));
}

function sliced(place: LinePlace, ladder: Ladder): Expression {
  const { from, to } = totalsAround(place);
  const slices = mixedSlices(ladder, creditAt(place), from, to);
  if (slices.length === 0) return times(figure(creditAt(place)), percentage(ZERO));
  return plus(...slices.map(({ tier, size }) => times(figure(size), percentage(ladder.rates[tier] ?? ZERO))));
}

/** Where the running total stood before a line and after it; people who share a line's or an order's total share its step. */
export function totalsAround({ run, event }: LinePlace): { from: Exact; to: Exact } {
  const { events, compiled } = run;
  const from = exactAt(events.from, event);
  if (compiled.subject !== 'line' && compiled.subject !== 'order') return { from, to: add(from, exactAt(events.moved, event)) };
  let at = event;
  while (at > 0 && isZero(exactAt(events.moved, at)) && events.row[at - 1] === events.row[event] && events.state[at - 1] === events.state[event]) at -= 1;
  return { from, to: add(from, exactAt(events.moved, at)) };
}

function scoredRate(place: LinePlace, ladder: Ladder): Exact {
  const score = attainedScore(place);
  if (!score) return ZERO;
  return rateAt({ ...ladder, mode: ladder.mode === 'interpolated' ? 'interpolated' : 'whole' }, score);
}

/** The attainment that the scores of the period give the person, as a share. */
export function attainedScore({ run, event, period }: LinePlace): Exact | undefined {
  const { attainment, ledger } = run.compiled;
  const score = attainment && scoreOf(ledger.scores, run.events.person[event] ?? -1, period.period, attainment.kpi);
  return score && { units: score.units, scale: score.scale + 2 };
}

/** Between two knots of an interpolated ladder: how the rate comes about. */
export function interpolation(place: LinePlace, ladder: Ladder, total: Exact, rate: Exact): string {
  if (ladder.mode !== 'interpolated' || sign(total) < 0) return '';
  const above = ladder.bounds.findIndex((bound) => sign(subtract(bound, total)) > 0);
  const [low, high] = [ladder.bounds[above - 1], ladder.bounds[above]];
  const [from, to] = [ladder.rates[above - 1], ladder.rates[above]];
  if (!low || !high || !from || !to || isZero(subtract(to, from))) return '';
  const share = over(minus(figure(total), figure(low)), minus(figure(high), figure(low)));
  const rise = plus(percentage(from), times(minus(percentage(to), percentage(from)), share));
  return rateEquation(rise, rate, place);
}

/** The rate is rounded at 12 decimals, 10 of a percentage. */
function rateEquation(rise: Expression, rate: Exact, { say }: LinePlace): string {
  const text = conclude(rise, rate, { say });
  if (text === '') return '';
  const sign = text.includes(' → ') ? '→' : '=';
  return `${rise.text} ${sign} ${percentage(rate).text}`;
}
