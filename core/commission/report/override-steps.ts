import type { Exact } from '../../amount/exact';
import { ZERO, equals, isZero, larger } from '../../amount/exact';
import type { Message } from '../../locale/message';
import type { OverridePay } from '../override';
import type { Expression, Say } from './formula';
import { clauses, conclude, figure, minus, percentage, shown, times } from './formula';
import { readable } from './line-steps';
import type { Step } from './step';
import { ruleRows } from './step';

/** What a manager earns on the people below: the rate on what their total rose by, above the bound of the rule (step 10). */
export function overrideSteps(overrides: readonly OverridePay[], say: Say): Step[] {
  return overrides.map(({ rule, before, after, amount }): Step => {
    const params = { level: rule.level, before: readable(before), after: readable(after), above: shown(rule.above) };
    const what: Message = isZero(rule.above) ? { code: 'step.override', params } : { code: 'step.overrideAbove', params };
    const rise = times(riseAbove(before, after, rule.above), percentage(rule.rate));
    return { step: 'override', what, formula: clauses(say, conclude(rise, amount, { say })), amount, source: ruleRows([rule.row], say) };
  });
}

/** The part of a rise (or of a fall) that lies above a bound. */
function riseAbove(before: Exact, after: Exact, above: Exact): Expression {
  const [from, to] = [larger(before, above), larger(after, above)];
  if (equals(from, to)) return figure(ZERO);
  return isZero(from) ? figure(to) : minus(figure(to), figure(from));
}
