import type { Exact } from '../amount/exact';
import { ZERO, isZero, subtract, sum } from '../amount/exact';
import type { Message } from '../locale/message';
import { rateText } from '../rules/read-value';
import type { PlanVersion } from '../rules/plan';
import { roundingOf } from '../rules/plan';
import type { Override } from '../rules/words/override';
import type { People } from '../table/people';
import { apportion } from './line-shares';
import type { OverrideLine } from './override';
import type { PaidPart } from './plan-pay';

/** What one line of somebody below gave a manager, apportioned so that the lines add up to what the overrides earned. */
export interface OverrideShare {
  /** Undefined for what a limit of the plan changed. */
  readonly line: OverrideLine | undefined;
  readonly rule: Override | undefined;
  readonly measure: Exact;
  readonly earned: Exact;
  readonly note: Message;
}

/** The lines of a manager's overrides: whose, at which rate, and what each gave. */
export function overrideShares(people: People, version: PlanVersion, { overrides, exact, earned }: PaidPart): OverrideShare[] {
  const shares = overrides.flatMap(({ rule, lines }) => lines.map((line) => ({ line, rule, measure: line.credit, exact: line.amount, note: noteOf(people, rule, line) })));
  const rest = subtract(exact, sum(shares.map((share) => share.exact)));
  const all = isZero(rest) ? shares : [...shares, { line: undefined, rule: undefined, measure: ZERO, exact: rest, note: { code: 'line.rest' } as const }];
  const rounded = apportion(earned, all.map((share) => share.exact), roundingOf(version).decimals);
  return all.map(({ line, rule, measure, note }, index) => ({ line, rule, measure, note, earned: rounded[index] ?? ZERO }));
}

function noteOf(people: People, { level, rate }: Override, line: OverrideLine): Message {
  return { code: line.back ? 'line.overrideBack' : 'line.override', params: { level, rate: rateText(rate), name: sellerOf(people, line) } };
}

/** Whose line it is. */
export function sellerOf(people: People, { run, event }: OverrideLine): string {
  return people.persons[run.events.person[event] ?? -1]?.label ?? '';
}
