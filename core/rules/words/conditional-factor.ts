import type { Exact } from '../../amount/exact';
import { exactToText } from '../../amount/text';
import type { Message } from '../../locale/message';
import type { Condition } from '../condition';
import { conditionsText, readConditions } from '../condition';
import { readPositive } from '../read-value';
import type { RuleCells, RuleFault } from '../rule-word';
import { isRuleFault } from '../rule-word';

/** A coefficient that holds under conditions. */
export interface ConditionalFactor {
  readonly conditions: readonly Condition[];
  readonly factor: Exact;
}

export function parseConditionalFactor({ item, from, value }: RuleCells): ConditionalFactor | RuleFault {
  const conditions = readConditions(item, from);
  if (isRuleFault(conditions)) return conditions;
  const factor = readPositive(value, 'value');
  return isRuleFault(factor) ? factor : { conditions: conditions.conditions, factor: factor.value };
}

export function conditionalFactorSentence(code: 'say.creditFactor' | 'say.factor' | 'say.weight', entry: ConditionalFactor): Message {
  return { code, params: { when: conditionsText(entry.conditions), factor: exactToText(entry.factor) } };
}
