import type { Exact } from '../../amount/exact';
import { add } from '../../amount/exact';
import { poolOf } from '../../rules/plan';
import type { Day } from '../../table/day';
import { personText } from '../../table/people';
import { MORE_THAN_ANY_PERIOD } from '../../table/period';
import { matchKey } from '../../table/cell';
import type { Occurrence } from '../counts/occurrences';
import type { LineContext } from '../facts';
import type { RunningTotal } from '../running-total';
import { newRunningTotal } from '../running-total';
import { pricedLadder } from '../tier-unit';
import type { Walk } from './walk';
import { closePeriod } from './whole-ladder';

/** By how much something moves its running total. */
export interface Step {
  readonly total: RunningTotal;
  readonly from: Exact;
  readonly to: Exact;
}

/** The team, as a number, whose pool or tier total a person's line goes to: that of the order date. */
export function groupOf({ compiled, groups, groupNumbers }: Walk, person: number, orderDay: Day): number {
  const byTeam = compiled.subject === 'team' || poolOf(compiled.part)?.by === 'team';
  const name = byTeam && person >= 0 ? personText(compiled.ledger.people, person, 'team', orderDay) : '';
  const known = groupNumbers.get(name);
  if (known !== undefined) return known;
  groups.push(name);
  groupNumbers.set(name, groups.length - 1);
  return groups.length - 1;
}

/** The value of a column, as a number, whose total a line goes to; -1 where no column has the totals. */
export function subjectOfLine({ compiled, values, valueNumbers }: Walk, context: LineContext): number {
  if (!compiled.subjectFact) return -1;
  const text = compiled.subjectFact.text(context);
  const key = matchKey(text);
  const known = valueNumbers.get(key);
  if (known !== undefined) return known;
  values.push(text);
  valueNumbers.set(key, values.length - 1);
  return values.length - 1;
}

function subjectOf({ compiled }: Walk, { person, group, value }: Mover): number {
  switch (compiled.subject) {
    case 'column':
      return person < 0 ? person : value;
    case 'team':
    case 'pool':
      return person < 0 ? person : group;
    case 'plan':
      return person < 0 ? person : 0;
    default:
      return person;
  }
}

function totalOf(walk: Walk, subject: number, day: Day): RunningTotal {
  const span = walk.spanNumber(day);
  const key = (subject + 2) * MORE_THAN_ANY_PERIOD + span;
  const known = walk.totalsByKey.get(key);
  if (known) return known;
  const made = newRunningTotal(walk.totals.length, subject, span);
  walk.totals.push(made);
  walk.totalsByKey.set(key, made);
  return made;
}

/** Whose credit moves a total, and on which day. */
interface Mover {
  readonly person: number;
  readonly group: number;
  readonly value: number;
  readonly day: Day;
}

/** Moves the total of the person, or of their team, the plan, or the value of a column. */
export function moveTotal(walk: Walk, mover: Mover, period: number, moved: Exact): Step {
  return move(walk, totalOf(walk, subjectOf(walk, mover), mover.day), period, moved);
}

/** Moves the total that a line or an order has for itself. */
export function moveTotalOfLine(walk: Walk, { row, day }: Occurrence, period: number, moved: Exact): Step {
  const { subject, ledger } = walk.compiled;
  return move(walk, totalOf(walk, subject === 'line' ? row : (ledger.orders.orderOf[row] ?? 0), day), period, moved);
}

export function move(walk: Walk, total: RunningTotal, period: number, moved: Exact): Step {
  openPeriod(walk, total, period);
  const from = total.total;
  total.total = add(from, moved);
  return { total, from, to: total.total };
}

/** Opens a period on a running total: what came before is the opening, and the ladder is the period's own. */
function openPeriod(walk: Walk, total: RunningTotal, period: number): void {
  if (total.period === period) return;
  closePeriod(walk, total);
  total.period = period;
  total.opening = total.total;
  const { ladder, problem } = pricedLadder(walk.compiled, total, period, walk.compiled.subject === 'column' ? walk.values : walk.groups);
  total.ladder = ladder;
  if (problem) walk.problems.set(`${total.subject} ${period} total`, problem);
}
