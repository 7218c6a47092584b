import { wordOf } from '../../core/rules/rule-row';
import type { RuleLine } from './plans';

/** Whether a rule is one of the words that make a payout curve. */
export function isCurveRule({ rule, item }: RuleLine): boolean {
  const word = wordOf(rule);
  return word === 'tier' || word === 'tierMode' || word === 'tierBonus' || word === 'tierEdge' || word === 'tierUnit' || (word === 'rate' && item === '');
}
