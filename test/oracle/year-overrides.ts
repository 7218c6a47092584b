import type { Num, YearFacts } from './year-facts';
import { D, ZERO, isEmployed, stayOn } from './year-facts';
import type { Counting } from './year-counting';
import type { LinePays } from './year-lines';
import type { PayPeriod } from './year-time';
import { spanNumber } from './year-time';

interface Credited {
  readonly counting: Counting;
  readonly pays: LinePays;
}

/**
 * Step 10: a manager's rate on the credit of those directly below, on the excess over From, each line once. A
 * takeback leaves the total of the span in which its line counted; a period pays the change over all spans.
 */
export function overridesOf(facts: YearFacts, period: PayPeriod, parts: readonly Credited[]): Map<string, Num> {
  const rule = period.segment.version.override;
  const [first] = parts;
  const paid = new Map<string, Num>();
  if (!rule || !first) return paid;
  const { part } = first.counting;
  const totals = new Map<string, { manager: string; before: Num; after: Num }>();
  for (const credit of first.pays.credits.filter(({ day }) => day <= period.last)) {
    const person = facts.people.find(({ id }) => id === credit.person);
    const manager = person && facts.people.find(({ id }) => id === stayOn(person, credit.line.orderDay).manager);
    if (!manager || manager === person || !isEmployed(manager, credit.day)) continue;
    const key = `${manager.id} ${spanNumber(credit.countedOn, part.span, period.segment.version.firstDay)}`;
    const total = totals.get(key) ?? { manager: manager.id, before: ZERO, after: ZERO };
    totals.set(key, total);
    if (credit.day < period.first) total.before = total.before.plus(credit.amount);
    total.after = total.after.plus(credit.amount);
  }
  const excess = (amount: Num): Num => D.max(ZERO, amount.minus(rule.from));
  for (const { manager, before, after } of totals.values()) {
    const amount = excess(after).minus(excess(before)).times(rule.rate);
    paid.set(manager, (paid.get(manager) ?? ZERO).plus(amount));
  }
  return paid;
}
