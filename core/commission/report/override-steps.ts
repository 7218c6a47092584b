import type { Exact } from '../../amount/exact';
import { ZERO, equals, isZero, larger, negate, sign } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import { exactToPercent } from '../../amount/text';
import { subtractRatios } from '../../amount/ratio';
import type { Message } from '../../locale/message';
import { conditionsText } from '../../rules/condition';
import { stackingOf } from '../../rules/plan';
import { gateName, isShare } from '../../rules/words/gate';
import type { Override } from '../../rules/words/override';
import type { PayPeriod } from '../engine';
import type { OverrideLine, OverridePay } from '../override';
import { sellerOf } from '../override-shares';
import { scoreTextOf } from '../scores';
import { creditWorking } from './credited';
import type { Expression, Say } from './formula';
import { addedFactors, clauses, conclude, factorFigures, figure, fractionFigure, minus, negated, percentage, shown, times } from './formula';
import type { LinePlace } from './line-place';
import { lineName } from './line-place';
import { readable } from './line-steps';
import { sumStep } from './part-steps';
import type { Step } from './step';
import { ruleRows } from './step';

/** What a manager earns on the people below (step 10): line by line, then of each rule the rise of their total above its bound. */
export function overrideSteps(overrides: readonly OverridePay[], period: PayPeriod, say: Say): Step[] {
  return overrides.flatMap((override) => {
    const lines = override.lines.map((line) => lineStep(override, line, period, say));
    const terms = termsSteps(override, period, say);
    return lines.length < 2 ? [...terms, ...lines] : [...terms, ...lines, totalStep(override, lines, say)];
  });
}

/** The gate and the factors that overrides obey: those of the part named Override. */
function termsSteps({ terms, lines, person }: OverridePay, { period }: PayPeriod, say: Say): Step[] {
  if (!terms) return [];
  const compiled = lines[0]?.run.compiled;
  const rules = compiled?.version.overridePart?.rules.factor ?? [];
  const names = terms.factors.map(({ row }): Message | string => {
    const rule = rules.find((one) => one.row === row);
    return rule && !rule.gradeFactor ? conditionsText(rule.conditions) : { code: 'step.gradeFactor', params: { grade: scoreTextOf(compiled?.ledger.scores, person, period, 'grade') ?? '' } };
  });
  const factors: Step[] = names.length === 0 ? [] : [{ step: 'override', what: { code: 'step.overrideFactors', params: { names } }, formula: '', amount: undefined, source: ruleRows(terms.factors.map(({ row }) => row), say) }];
  const { gate } = terms;
  if (!gate) return factors;
  const value = isShare(gate.gate.on) && !gate.target ? exactToPercent(gate.value) : shown(gate.value);
  const least = isShare(gate.gate.on) ? exactToPercent(gate.gate.least) : shown(gate.gate.least);
  const what: Message = gate.target ? { code: 'step.gateTarget', params: { on: gateName(gate.gate.on), value, least, target: shown(gate.target) } } : { code: 'step.gate', params: { on: gateName(gate.gate.on), value, least } };
  return [...factors, { step: 'override', what, formula: '', amount: undefined, source: ruleRows([gate.gate.row], say) }];
}

/** A rise at the rate of the rule, under the factors and the gate. */
function atRate(rise: Expression, { rule, terms, lines }: OverridePay): Expression {
  const part = lines[0]?.run.compiled.version.overridePart;
  const factors = (terms?.factors ?? []).map(({ factor }) => factor);
  const own = part && stackingOf(part) === 'add' ? [addedFactors(factors)] : factorFigures(factors);
  return times(rise, percentage(rule.rate), ...own, ...(terms?.gate ? [percentage(terms.gate.gate.below)] : []));
}

function totalStep(override: OverridePay, steps: readonly Step[], say: Say): Step {
  const { rule, lines, amount } = override;
  const level = levelOf(rule);
  const source = ruleRows([rule.row], say);
  const [first, last] = [lines[0], lines[lines.length - 1]];
  const isOneSpan = lines.every((line, index) => index === 0 || equals(line.before, lines[index - 1]?.after ?? line.before));
  if (!first || !last || !isOneSpan) return { ...sumStep({ code: 'step.overrideSum', params: { level } }, steps, amount, say), source };
  const what: Message = { code: 'step.override', params: { level, before: readable(first.before), after: readable(last.after) } };
  const formula = conclude(atRate(riseAbove(first.before, last.after, rule.above), override), amount, { say });
  return { step: 'part', what, formula, amount, source, adds: steps };
}

/** `Override on level 2, above 50,000`. */
function levelOf({ level, above }: Override): Message {
  return isZero(above) ? { code: 'step.overrideLevel', params: { level } } : { code: 'step.overrideAbove', params: { level, above: shown(above) } };
}

/** Somebody's line at the rate of the rule, on what of it lies above the bound. */
function lineStep(override: OverridePay, line: OverrideLine, period: PayPeriod, say: Say): Step {
  const { rule } = override;
  const { before, after, credit, amount, run } = line;
  const bounded = !isZero(rule.above) || sign(before) < 0 || sign(after) < 0;
  const rise = bounded ? riseAbove(before, after, rule.above) : figure(credit);
  const formula = clauses(say, creditClause({ run, event: line.event, period, say }, line), conclude(atRate(rise, override), amount, { say }));
  const { orders } = run.compiled.ledger;
  const source = [say({ code: 'source.orders', params: { row: orders.table.rowNumbers[line.row] ?? 0 } }), ruleRows([rule.row], say)].join('; ');
  const what = whose(rule, line);
  const total: Message = { code: 'step.overrideTotal', params: { what, before: readable(before), after: readable(after) } };
  return { step: 'override', what: bounded ? total : what, formula, amount, source };
}

function whose(rule: Override, line: OverrideLine): Message {
  const { orders, people } = line.run.compiled.ledger;
  const [name, order] = [sellerOf(people, line), lineName(orders, line.row)];
  if (!line.back) return { code: 'step.overrideLine', params: { level: levelOf(rule), name, order } };
  return { code: 'step.overrideBack', params: { level: levelOf(rule), name, order, of: lineName(orders, line.run.events.row[line.event] ?? 0) } };
}

/** How the credit came about, where it is not simply a figure of the order. */
function creditClause(place: LinePlace, { back, credit }: OverrideLine): string {
  if (!back) return creditWorking(place);
  const whole = exactAt(place.run.events.credit, place.event);
  if (equals(credit, negate(whole))) return '';
  return conclude(negated(times(figure(whole), fractionFigure(subtractRatios(back.after, back.before)))), credit, { say: place.say });
}

/** The part of a rise (or of a fall) that lies above a bound. */
function riseAbove(before: Exact, after: Exact, above: Exact): Expression {
  const [from, to] = [larger(before, above), larger(after, above)];
  if (equals(from, to)) return figure(ZERO);
  return isZero(from) ? figure(to) : minus(figure(to), figure(from));
}
