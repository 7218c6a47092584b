import type { Exact } from '../../amount/exact';
import { ZERO, add, isZero } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import { currencyOf } from '../../rules/plan';
import { dayText } from '../../table/day';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { placeOf } from '../../table/table';
import { rulePlace } from '../rule-place';
import type { CheckContext, RanPart } from './context';
import { eventsInTerm, linesText, moneyText } from './context';

/** Parts in which no order counts, and lines for which no rate is written. */
export function checkIdleParts(context: CheckContext): Issue[] {
  return context.ran.flatMap((one) => [...countsNothing(context, one), ...withoutRate(context, one), ...farAway(context, one)]);
}

function countsNothing({ ledger, ran, lastDay = 0 }: CheckContext, one: RanPart): Issue[] {
  const { plan, part, version, run } = one;
  const isOther = (version.term?.last ?? Infinity) < Infinity || (version.term?.first ?? -Infinity) > lastDay;
  if (isOther || ledger.orders.table.length === 0 || run.events.row.length > 0 || run.rejected.size > 0 || part.rules.pool.some(({ fixed }) => fixed)) return [];
  if (!ran.some((other) => other !== one && other.run.events.row.length > 0) && run.waiting.size === 0 && part.rules.lines.length === 0) return [];
  const own = version.rows.find(({ part: name }) => name === part.name) ?? version.rows[0];
  const code = run.waiting.size > 0 ? 'check.allWaiting' : 'check.countsNothing';
  return [issue(code, rulePlace(ledger, part.rules.lines[0]?.row ?? own?.row ?? 0), { plan: part.name === '' ? plan.name : `${plan.name} ${part.name}`, lines: linesText(run.waiting.size) }, 'note')];
}

/** More than two years after the last order: the year was mistyped. */
const FAR_DAYS = 731;

function farAway({ lastDay, plans }: CheckContext, { version, plan }: RanPart): Issue[] {
  const { effective } = version;
  if (lastDay === undefined || effective === undefined || effective - lastDay <= FAR_DAYS) return [];
  return [issue('check.farVersion', placeOf(plans.table, version.rows[0]?.index ?? 0, 'effective'), { plan: plan.name, day: dayText(effective) }, 'warning')];
}

/** Only conditional rates are written, and some lines fit none of them. */
function withoutRate({ ledger }: CheckContext, one: RanPart): Issue[] {
  const { rules } = one.part;
  const { events } = one.run;
  if (rules.rate.length === 0 || rules.rate.some(({ conditions }) => conditions.length === 0) || rules.tier.length + rules.stageRate.length > 0) return [];
  let amount: Exact = ZERO;
  const rows = eventsInTerm(one).filter((event) => events.kind[event] === 'line' && isZero(exactAt(events.pay, event)) && !isZero(exactAt(events.credit, event)));
  const [first] = rows;
  if (first === undefined) return [];
  for (const event of rows) amount = add(amount, exactAt(events.credit, event));
  const params = { plan: one.plan.name, lines: linesText(rows.length), amount: moneyText(amount), currency: currencyOf(one.version) };
  return [issue('check.noRate', placeOf(ledger.orders.table, events.row[first] ?? 0, 'order'), params, 'note')];
}
