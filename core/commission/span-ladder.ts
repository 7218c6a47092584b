import { sign } from '../amount/exact';
import type { Message } from '../locale/message';
import { payEveryOf, poolOf } from '../rules/plan';
import { payPeriod } from '../rules/timeline';
import { periodOfNumber, periodText } from '../table/period';
import type { CompiledPart } from './compile-part';
import type { Ladder } from './ladder';
import { scaleLadder } from './ladder';
import type { RunningTotal } from './running-total';
import { carriedTarget } from '../kpi/carried-target';

/**
 * The ladder of a running total in a pay period: on attainment, its bounds are shares of the span's target. `groups`
 * are the names of the teams, or the values of a column, that totals may belong to.
 */
export function ladderInPeriod(compiled: CompiledPart, total: RunningTotal, period: number, groups: readonly string[]): { ladder: Ladder | undefined; problem: Message | undefined } {
  const { ladder, attainment, ledger, calendar, version, part, span, subject } = compiled;
  if (!ladder || attainment?.kind !== 'target' || total.subject < 0) return { ladder, problem: undefined };
  const pays = payEveryOf(version);
  const asOf = payPeriod(version, period).last;
  const spanPeriod = span === 'ever' ? periodOfNumber(period, pays) : periodOfNumber(total.span, span);
  const who = targetNames(compiled, total.subject, groups);
  const isTeam = subject === 'team' || (subject === 'pool' && poolOf(part)?.by !== 'plan');
  const target = carriedTarget({ targets: ledger.targets, carrier: ledger.carrier, who, isTeam, kpi: attainment.kpi, payroll: compiled.payroll, period: spanPeriod, asOf, calendar });
  if (typeof target === 'object' && sign(target) > 0) return { ladder: scaleLadder(ladder, target), problem: undefined };
  const params = { kpi: attainment.kpi, who: who[0] ?? '', period: periodText(spanPeriod) };
  if (target === 'no rate') return { ladder: undefined, problem: { code: 'why.noTargetRate', params } };
  return { ladder: undefined, problem: { code: target ? 'why.badTarget' : 'why.noTarget', params } };
}

/** Under whose name the target of a subject stands, the most particular first. */
function targetNames({ ledger, subject, version, part }: CompiledPart, of: number, groups: readonly string[]): string[] {
  if (subject === 'plan' || (subject === 'pool' && poolOf(part)?.by === 'plan')) return [version.plan, '*'];
  if (subject === 'team' || subject === 'pool' || subject === 'column') return [groups[of] ?? '', '*'];
  const found = subject === 'person' ? ledger.people.persons[of] : undefined;
  return found ? [found.label, found.name, found.id, '*'].filter((name) => name !== '') : ['*'];
}
