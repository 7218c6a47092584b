import { ZERO, add, compare, multiply, sign } from '../../amount/exact';
import type { IssueCode, Message } from '../../locale/message';
import { currencyOf } from '../../rules/plan';
import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import type { CheckContext, RanPart } from './context';
import { eventsInTerm, linesText, moneyText, sumsOf } from './context';

/** Findings about rates and factors: with the orders at hand, what they pay can be told. */
const RATES = new Set<IssueCode>(['plan.rateOverOne', 'plan.rateWhole', 'plan.rateHigh', 'plan.rateNegative', 'plan.rateTiny', 'plan.tierJump', 'plan.factorSize']);

/**
 * Adds the money at stake to what the rules alone could tell. With orders to be paid on, a rate above 100 % is an error, and
 * so is whatever pays more than all that was sold, or less than nothing.
 */
export function withStakes(found: readonly Issue[], context: CheckContext): Issue[] {
  return found.map((one) => {
    if (one.code === 'plan.effectiveInside') return lateStake(one, context);
    return RATES.has(one.code) ? rateStake(one, context) : one;
  });
}

function rateStake(found: Issue, { ran }: CheckContext): Issue {
  const row = found.at?.row;
  const parts = ran.filter(({ part }) => Object.values(part.rules).some((entries) => entries.some((entry: { readonly row: number }) => entry.row === row)));
  const [first] = parts;
  if (!first) return found;
  const override = parts.flatMap(({ part }) => part.rules.override).find((rule) => rule.row === row);
  let [measured, paid] = [ZERO, ZERO];
  for (const one of parts) {
    const sums = sumsOf(one);
    measured = add(measured, sums.measured);
    paid = add(paid, override ? multiply(sums.measured, override.rate) : sums.paid);
  }
  if (sign(measured) === 0 || sign(paid) === 0) return found;
  const stake: Message = { code: override ? 'stake.upTo' : 'stake.paid', params: { paid: moneyText(paid), measured: moneyText(measured), currency: currencyOf(first.version) } };
  const isWrong = found.code === 'plan.rateOverOne' || (found.severity !== 'note' && (sign(paid) < 0 || compare(paid, measured) > 0));
  return { ...found, severity: isWrong ? 'error' : found.severity, params: { ...found.params, stake } };
}

/** What still counts under the old version between the date written and the day the new one takes over. */
function lateStake(found: Issue, { plans, ran }: CheckContext): Issue {
  const plan = plans.plans.find(({ name }) => matchKey(name) === matchKey(String(found.params['plan'])));
  const late = plan?.versions.find(({ rows }) => rows[0]?.row === found.at?.row);
  const before = plan?.versions.find(({ term }) => term?.last === (late?.term?.first ?? NaN) - 1);
  if (!late || !before) return found;
  const isBetween = ({ run: { events } }: RanPart, event: number): boolean => (events.day[event] ?? 0) >= (late.effective ?? Infinity);
  const rows = new Set<number>();
  let measured = ZERO;
  for (const one of ran.filter(({ version }) => version === before)) {
    const events = eventsInTerm(one).filter((event) => isBetween(one, event));
    for (const event of events) rows.add(one.run.events.row[event] ?? 0);
    const sums = sumsOf(one, events);
    if (compare(sums.measured, measured) > 0) measured = sums.measured;
  }
  if (rows.size === 0) return found;
  return { ...found, params: { ...found.params, stake: { code: 'stake.late', params: { lines: linesText(rows.size), measured: moneyText(measured) } } } };
}
