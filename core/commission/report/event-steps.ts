import type { Exact } from '../../amount/exact';
import { ONE, ZERO, add, equals, isZero, larger, negate, sign, sum } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import { subtractRatios } from '../../amount/ratio';
import { clawbackShare, poolOf, shareOf } from '../../rules/plan';
import { monthsBetween } from '../../table/day';
import { periodNumbering } from '../../table/period';
import { portionBetween, restOf } from '../../trade/receipts';
import type { Engine } from '../engine';
import type { OverdueChange, OverdueStand, PaidFor, TakenBack } from '../taken-back';
import { paidInFull } from '../taken-back';
import type { Leaving, PartRun, TrueUp } from '../part-run';
import type { Expression } from './formula';
import { addedFactors, clauses, conclude, factorFigures, figure, fractionFigure, minus, named, negated, over, percentage, plus, times, valueOf } from './formula';
import { factorsInForce } from '../factors';
import type { LinePlace } from './line-place';
import { contextAt, lineName, rowAt } from './line-place';
import { fractionText } from './line-steps';
import { workedAlone } from './line-formula';
import { atRate } from './rate-formula';
import type { Step } from './step';
import { ruleRows } from './step';

/** A bonus for reaching a bound: the whole of it, the share by credit where a team reaches it, and the person's factors. */
export function tierBonusStep(place: LinePlace): Step {
  const { run, event, say } = place;
  const pay = exactAt(run.events.pay, event);
  const base = exactAt(run.events.base, event);
  const whole = wholeBonus(place);
  const { compiled } = run;
  const personal = factorsInForce(compiled.personFactors, contextAt(place)).map(({ factor }) => factor);
  const factors = compiled.adds ? [addedFactors(personal)] : factorFigures(personal);
  const of = equals(whole, base) ? undefined : bonusShare(place, whole);
  const first = of ? conclude(of, base, { say }) : '';
  const start = of && valueOfRatio(of, base) ? of : figure(base);
  const formula = conclude(times(start, ...factors), pay, { say });
  const order = lineName(compiled.ledger.orders, rowAt(place));
  const what = sign(base) < 0 ? ({ code: 'step.tierBonusLost', params: { order } } as const) : ({ code: 'step.tierBonus', params: { order } } as const);
  const step = poolOf(compiled.part) ? 'pot' : 'pay';
  return { step, what, formula: start === of ? formula : clauses(say, first, formula), amount: pay, source: ruleRows(compiled.part.rules.tierBonus.map(({ row }) => row), say) };
}

function valueOfRatio(expression: Expression, amount: Exact): boolean {
  return equals(valueOf(expression), amount);
}

/** The bonus before it was shared: the shares that were made of it at once, added up. */
function wholeBonus({ run, event }: LinePlace): Exact {
  const { events } = run;
  const same = (at: number): boolean => events.kind[at] === 'tier bonus' && events.row[at] === events.row[event] && events.state[at] === events.state[event] && events.day[at] === events.day[event];
  let [first, last] = [event, event];
  while (same(first - 1)) first -= 1;
  while (same(last + 1)) last += 1;
  let total = ZERO;
  for (let at = first; at <= last; at += 1) total = add(total, exactAt(events.base, at));
  return total;
}

/** By what each has credited to the total so far. */
function bonusShare({ run, event }: LinePlace, whole: Exact): Expression | undefined {
  const { events } = run;
  const credited = new Map<number, Exact>();
  for (let at = 0; at < event; at += 1) {
    if (events.kind[at] !== 'line' || events.state[at] !== events.state[event]) continue;
    const who = events.person[at] ?? -1;
    credited.set(who, add(credited.get(who) ?? ZERO, exactAt(events.credit, at)));
  }
  const all = sum([...credited.values()].map((credit) => larger(credit, ZERO)));
  if (isZero(all)) return undefined;
  return over(times(figure(whole), figure(larger(credited.get(events.person[event] ?? -1) ?? ZERO, ZERO))), figure(all));
}

/** The new rate on what earlier lines of the span weigh, those of like factors together. */
export function trueUpStep(place: LinePlace, trueUp: TrueUp): Step {
  const { run, say } = place;
  const { compiled } = run;
  const [before, after] = [percentage(trueUp.before).text, percentage(trueUp.end).text];
  const source = ruleRows(compiled.part.rules.tier.map(({ row }) => row), say);
  if (trueUp.event !== undefined) return limitedTrueUp({ ...place, event: trueUp.event }, trueUp, source);
  const weights = earlierWeights(place, trueUp);
  // What earlier versions paid for the lines is where the new rate starts from.
  const rise = trueUp.paid ? minus(times(percentage(trueUp.end), weights), figure(trueUp.paid)) : times(minus(percentage(trueUp.end), percentage(trueUp.before)), weights);
  const formula = conclude(rise, trueUp.amount, { say });
  return { step: 'pay', what: { code: 'step.trueUp', params: { span: { code: `span.${compiled.span}` }, before, after } }, formula, amount: trueUp.amount, source };
}

/** What earlier lines of a running total still weigh for a person, by their factors. */
function earlierWeights({ run, period, say }: LinePlace, trueUp: TrueUp): Expression {
  const { events, compiled } = run;
  const gone = new Map<number, Exact>();
  for (const leaving of run.leavings) {
    if (leaving.period > trueUp.period || events.state[leaving.event] !== trueUp.state || !isSameSpan(run, leaving)) continue;
    gone.set(leaving.event, add(gone.get(leaving.event) ?? ZERO, portionBetween(exactAt(events.plain, leaving.event), leaving)));
  }
  const taken = run.totals[trueUp.state]?.steps.some((step) => step.period < trueUp.period && !equals(step.before, step.end)) ?? false;
  const weighs = (event: number): boolean => (events.by[event] === compiled ? trueUp.paid === undefined : events.by[event] !== undefined && (trueUp.paid !== undefined || taken));
  const groups = new Map<string, { plain: Exact; factor: Expression }>();
  for (let event = 0; event < events.row.length; event += 1) {
    if (events.state[event] !== trueUp.state || events.person[event] !== trueUp.person || (events.period[event] ?? 0) >= trueUp.period || !weighs(event) || run.notTrued.has(event)) continue;
    const plain = add(exactAt(events.plain, event), negate(gone.get(event) ?? ZERO));
    if (isZero(plain)) continue;
    const context = contextAt({ run, event, period, say });
    const factors = [...factorsInForce(compiled.lineFactors, context), ...factorsInForce(compiled.personFactors, context)].map(({ factor }) => factor);
    const factor = compiled.adds ? addedFactors(factors) : times(figure(ONE), ...factorFigures(factors));
    const known = groups.get(factor.text);
    groups.set(factor.text, { factor, plain: add(known?.plain ?? ZERO, plain) });
  }
  return plus(...[...groups.values()].map(({ plain, factor }) => times(figure(plain), withoutOne(factor))));
}

function withoutOne(factor: Expression): Expression {
  return factor.text.startsWith('1 × ') ? { ...factor, text: factor.text.slice(4), kind: 'product' } : factor;
}

function isSameSpan(run: LinePlace['run'], leaving: Leaving): boolean {
  const { span, calendar } = run.compiled;
  return run.totals[run.events.state[leaving.event] ?? -1]?.span === periodNumbering(span, calendar)(leaving.day);
}

function limitedTrueUp(place: LinePlace, trueUp: TrueUp, source: string): Step {
  const { run, say } = place;
  const order = lineName(run.compiled.ledger.orders, rowAt(place));
  const now = workedAlone(place, atRate(place, trueUp.end));
  const then = trueUp.paid ? { first: [], expression: named(say({ code: 'formula.paid' }), trueUp.paid) } : workedAlone(place, atRate(place, trueUp.before));
  const what = { code: 'step.trueUpLine', params: { order, before: percentage(trueUp.before).text, after: percentage(trueUp.end).text } } as const;
  if (!now || !then) return { step: 'pay', what, formula: '', amount: trueUp.amount, source };
  const rise = times(minus(now.expression, then.expression), ...leftOf(place, trueUp));
  return { step: 'pay', what, formula: clauses(say, ...then.first, ...now.first, conclude(rise, trueUp.amount, { say })), amount: trueUp.amount, source };
}

/** What reversals had left of a line when it was trued up; nothing where that is all of it. */
function leftOf({ run, event }: LinePlace, trueUp: TrueUp): Expression[] {
  const last = run.leavings.filter((leaving) => leaving.event === event && leaving.period <= trueUp.period && isSameSpan(run, leaving)).at(-1);
  return last ? [fractionFigure(restOf(last.after))] : [];
}

/** Whether anything was paid for what a reversal takes back. */
export function wasPaid({ run, event, amount }: TakenBack): boolean {
  return !isZero(amount) || !isZero(exactAt(run.events.pay, event));
}

/** A reversal: its part of what was paid for the line, in whatever version, times the clawback's share. */
export function takebackStep(engine: Engine, run: PartRun, place: LinePlace, back: TakenBack): Step {
  const { say } = place;
  const { part, ledger } = run.compiled;
  const [order, of] = [lineName(ledger.orders, back.row), lineName(ledger.orders, rowAt(place))];
  const source = [say({ code: 'source.orders', params: { row: ledger.orders.table.rowNumbers[back.row] ?? 0 } }), ruleRows([...part.rules.refund, ...part.rules.clawback.filter(({ overdue }) => !overdue)].map(({ row }) => row), say)];
  const share = clawbackShare(part, false, monthsBetween(back.run.events.day[back.event] ?? 0, back.day), ONE);
  const paid = paidInFull(engine, run, back, place.period.number);
  const step = fractionFigure(subtractRatios(back.after, back.before));
  const formula = conclude(negated(times(paidFigure(place, run, paid), step, percentage(share))), negate(back.amount), { say });
  return { step: 'reversal', what: { code: 'step.reversal', params: { order, of } }, formula, amount: negate(back.amount), source: source.filter((text) => text !== '').join('; ') };
}

/** What was paid, as the part that takes it back has it before its share. */
function paidFigure({ say }: LinePlace, taker: PartRun, { amount, given, otherShare }: PaidFor): Expression {
  const share = shareOf(taker.compiled.part);
  if (!otherShare || isZero(share)) return named(say({ code: 'formula.paid' }), amount);
  const paid = named(say({ code: 'formula.paidAfterShare' }), given);
  return equals(share, ONE) ? paid : over(paid, percentage(share));
}

/** An unpaid line: what the clawback takes of it in all by now, less what it had taken before. */
export function overdueStep(taker: PartRun, place: LinePlace, change: OverdueChange): Step {
  const { run, say } = place;
  const order = lineName(run.compiled.ledger.orders, rowAt(place));
  const taken = ({ paid, unpaid, share }: OverdueStand): Expression => times(paidFigure(place, taker, paid), fractionFigure(unpaid), percentage(share));
  const [before, now] = [taken(change.before), taken(change.now)];
  const difference = isZero(change.before.amount) ? negated(now) : minus(before, now);
  const expression = isZero(change.now.amount) ? before : difference;
  const what = isZero(change.now.unpaid.top) ? ({ code: 'step.overduePaid', params: { order } } as const) : ({ code: 'step.overdue', params: { order, unpaid: fractionText(change.now.unpaid) } } as const);
  return { step: 'reversal', what, formula: conclude(expression, change.amount, { say }), amount: change.amount, source: ruleRows(run.compiled.part.rules.clawback.filter(({ overdue }) => overdue).map(({ row }) => row), say) };
}
