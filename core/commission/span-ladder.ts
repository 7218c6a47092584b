import { sign } from '../amount/exact';
import type { Message } from '../locale/message';
import { payEveryOf, poolOf } from '../rules/plan';
import { payPeriod } from '../rules/timeline';
import type { Day } from '../table/day';
import { personText } from '../table/people';
import { periodOfNumber, periodText } from '../table/period';
import type { CompiledPart } from './compile-part';
import type { Ladder } from './ladder';
import { scaleLadder } from './ladder';
import type { RunningTotal } from './running-total';
import { targetFor } from '../kpi/targets';

/** The ladder of a running total in a pay period: on attainment, its bounds are shares of the span's target. */
export function ladderInPeriod(compiled: CompiledPart, total: RunningTotal, period: number, person: number, orderDay: Day): { ladder: Ladder | undefined; problem: Message | undefined } {
  const { ladder, attainment, ledger, calendar, version, span } = compiled;
  if (!ladder || attainment?.kind !== 'target' || !ledger.targets || total.subject < 0) return { ladder, problem: undefined };
  const pays = payEveryOf(version);
  const asOf = payPeriod(version, period).last;
  const spanPeriod = span === 'ever' ? periodOfNumber(period, pays) : periodOfNumber(total.span, span);
  const who = targetNames(compiled, person, orderDay);
  const target = targetFor(ledger.targets, who, attainment.kpi, spanPeriod, asOf, calendar);
  if (target && sign(target) > 0) return { ladder: scaleLadder(ladder, target), problem: undefined };
  const params = { kpi: attainment.kpi, who: who[0] ?? '', period: periodText(spanPeriod) };
  return { ladder: undefined, problem: { code: target ? 'why.badTarget' : 'why.noTarget', params } };
}

/** Under whose name the target of a subject stands, the most particular first. */
function targetNames({ ledger, subject, version, part }: CompiledPart, person: number, orderDay: Day): string[] {
  if (subject === 'plan' || (subject === 'pool' && poolOf(part)?.by === 'plan')) return [version.plan, '*'];
  if (subject === 'team' || subject === 'pool') return [personText(ledger.people, person, 'team', orderDay), '*'];
  const found = ledger.people.persons[person];
  return found ? [found.label, found.name, found.id, '*'].filter((name) => name !== '') : ['*'];
}
