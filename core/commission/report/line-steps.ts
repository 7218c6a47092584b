import type { Exact } from '../../amount/exact';
import { ZERO, equals, isZero } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import { exactToPercent } from '../../amount/text';
import type { Ratio } from '../../amount/ratio';
import { compareRatio, roundRatio } from '../../amount/ratio';
import type { Message } from '../../locale/message';
import { poolOf } from '../../rules/plan';
import { dayText } from '../../table/day';
import { quotient, round } from '../../amount/round';
import type { LineShare } from '../line-shares';
import { creditFormula } from './credited';
import { shown } from './formula';
import { factorsInForce } from '../factors';
import { payFormula } from './line-formula';
import type { LinePlace } from './line-place';
import { contextAt, lineName, rowAt } from './line-place';
import { lacksRate } from '../own-rate';
import { isWhole } from './measured';
import { attainedScore, ownRate, totalsAround } from './rate-formula';
import type { Step } from './step';
import { ruleRows } from './step';

/** What was credited of a line, and what it pays the person, or brings into the pool. */
export function lineSteps(place: LinePlace, share: LineShare): Step[] {
  const { run } = place;
  const source = orderSource(place);
  const credit: Step = { step: 'line', what: creditWhat(place), formula: creditFormula(place), amount: share.measure, source };
  const pays: Step = { step: 'pay', what: payWhat(place), formula: payFormula(place), amount: share.raw, source: payRules(place) };
  const pool = poolOf(run.compiled.part);
  const unpaid = isZero(share.raw) && !run.compiled.ladder && !ownRate(place);
  const order = lineName(run.compiled.ledger.orders, rowAt(place));
  const unrated: Step = { step: 'line', what: { code: 'step.noRate', params: { order } }, formula: '', amount: undefined, source: ruleRows(run.compiled.part.rules.rate.map(({ row }) => row), place.say) };
  const credits = lacksRate(run, place.event) ? [credit, unrated] : [credit];
  if (!pool) return unpaid ? credits : [...credits, pays];
  return pool.fixed ? credits : [...credits, { ...pays, step: 'pot', what: { code: 'step.intoPot', params: { order } }, amount: exactAt(run.events.pay, place.event) }];
}

export function orderSource(place: LinePlace): string {
  return place.say({ code: 'source.orders', params: { row: place.run.compiled.ledger.orders.table.rowNumbers[rowAt(place)] ?? 0 } });
}

function creditWhat(place: LinePlace): Message {
  const { run, event } = place;
  const order = lineName(run.compiled.ledger.orders, rowAt(place));
  const [day, stage] = [dayText(run.events.day[event] ?? 0), run.events.stage[event] ?? ''];
  const credit: Message = stage === '' ? { code: 'step.credit', params: { order, day } } : { code: 'step.creditStage', params: { order, day, stage } };
  const counted = run.events.counted[event];
  if (!counted || run.compiled.countDays || (isWhole(counted) && !counted.receipt)) return credit;
  return { code: 'step.creditReceived', params: { credit, before: fractionText(counted.before), after: fractionText(counted.after) } };
}

/** A fraction for reading: a percentage, with ≈ where it had to be rounded. */
export function fractionText(fraction: Ratio): string {
  const rounded = roundRatio(fraction, 4);
  return `${compareRatio(fraction, rounded) === 0 ? '' : '≈ '}${exactToPercent(rounded)}`;
}

/** Names the line, and where its total stood when tiers decide. */
function payWhat(place: LinePlace): Message {
  const { run } = place;
  const { compiled } = run;
  const order = lineName(compiled.ledger.orders, rowAt(place));
  const total = run.totals[run.events.state[place.event] ?? -1];
  const ladder = total?.ladder;
  if (!ladder || ownRate(place) || ladder.rates.length === 0) return { code: 'step.pay', params: { order } };
  if (compiled.attainment?.kind === 'score') {
    const score = attainedScore(place) ?? ZERO;
    return { code: 'step.payScore', params: { order, kpi: compiled.attainment.kpi, value: exactToPercent(score) } };
  }
  const { from, to } = totalsAround(place);
  if (ladder.mode === 'marginal') return withTarget(place, { code: 'step.payTier', params: { order, from: readable(from), to: readable(to) } });
  if (total.period !== place.period.number) return { code: 'step.pay', params: { order } };
  return withTarget(place, { code: 'step.payWhole', params: { order, total: readable(total.total) } });
}

/** A total for reading: to the cent, with ≈ where that is not all of it. Formulas have all its decimals. */
export function readable(amount: Exact): string {
  const rounded = round(amount, { decimals: 2, mode: 'half up' });
  return `${equals(rounded, amount) ? '' : '≈ '}${shown(rounded)}`;
}

/** Tiers on attainment: the target that their bounds are shares of; in another currency: the rate that they are exchanged at. */
function withTarget({ run, event }: LinePlace, what: Message): Message {
  const { compiled } = run;
  const ladder = run.totals[run.events.state[event] ?? -1]?.ladder;
  if (!ladder || !compiled.ladder || (compiled.attainment?.kind !== 'target' && compiled.boundCurrency === '')) return what;
  const at = compiled.ladder.bounds.findIndex((bound) => !isZero(bound));
  const [own, scaled] = [compiled.ladder.bounds[at], ladder.bounds[at]];
  if (!own || !scaled) return what;
  const ratio = shown(quotient(scaled, own, { decimals: 8, mode: 'half up' }));
  return compiled.boundCurrency === '' ? { code: 'step.ofTarget', params: { what, target: ratio } } : { code: 'step.boundsIn', params: { what, currency: compiled.boundCurrency, rate: ratio } };
}

/** The rows of the rules that decide what a line pays. */
export function payRules(place: LinePlace): string {
  const { compiled } = place.run;
  const { rules } = compiled.part;
  const context = contextAt(place);
  const factors = [...factorsInForce(compiled.lineFactors, context), ...factorsInForce(compiled.personFactors, context)];
  const limits = [...rules.minimum, ...rules.maximum].filter(({ level }) => level === 'line' || level === 'order');
  const bonuses = place.run.events.extras.get(place.event) ? rules.bonus : [];
  const rows = [...rules.rate, ...rules.tier, ...rules.stageRate, ...limits, ...bonuses, ...factors].map(({ row }) => row);
  return ruleRows(rows, place.say);
}
