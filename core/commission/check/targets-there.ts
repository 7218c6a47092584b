import { carriedTarget } from '../../kpi/carried-target';
import { calendarOf } from '../../rules/plan';
import { payNumbering, payPeriod } from '../../rules/timeline';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { distinct } from '../../table/distinct';
import type { Day } from '../../table/day';
import { personText } from '../../table/people';
import { periodOfNumber, periodNumbering, periodText } from '../../table/period';
import { attainmentBy } from '../attainment';
import { rulePlace } from '../rule-place';
import type { CheckContext, RanPart } from './context';

/** People (or teams) whose pay asks for a target in the last pay period, and who have none. */
export function checkTargetsThere(context: CheckContext): Issue[] {
  const { lastDay } = context;
  return lastDay === undefined ? [] : distinct(context.ran.flatMap((one) => withoutTarget(context, one, lastDay)));
}

function withoutTarget({ ledger }: CheckContext, { plan, part, version, run, compiled }: RanPart, lastDay: Day): Issue[] {
  const [on] = part.rules.tierOn;
  const gates = part.rules.gate.filter(({ on: of }) => of.kind === 'attainment' || of.kind === 'team attainment');
  const isTier = compiled.attainment?.kind === 'target' && compiled.subject === 'person' && compiled.ladder !== undefined;
  const isGate = gates.length > 0 && attainmentBy(ledger, part, on?.kpi ?? '').kind === 'target';
  const row = on?.row ?? gates[0]?.row;
  if ((!isTier && !isGate) || row === undefined) return [];
  const { kpi } = attainmentBy(ledger, part, on?.kpi ?? '');
  const pays = payPeriod(version, payNumbering(version)(lastDay));
  const kind = part.rules.tierSpan[0]?.span;
  const period = kind === undefined || kind === 'ever' ? pays.period : periodOfNumber(periodNumbering(kind, calendarOf(version))(lastDay), kind);
  const { events } = run;
  const paid = [...new Set(events.person)].filter((person) => person >= 0 && events.person.some((who, event) => who === person && (events.day[event] ?? 0) >= pays.first && (events.day[event] ?? 0) <= pays.last));
  const has = (who: readonly string[], isTeam: boolean): boolean => carriedTarget({ targets: ledger.targets, carrier: ledger.carrier, who, isTeam, kpi, payroll: compiled.payroll, period, asOf: pays.last, calendar: calendarOf(version) }) !== undefined;
  const people = isTier || gates.some(({ on: of }) => of.kind === 'attainment') ? paid.flatMap((person) => {
    const { label = '', name = '', id = '' } = ledger.people.persons[person] ?? {};
    return has([label, name, id, '*'].filter((text) => text !== ''), false) ? [] : [label];
  }) : [];
  const teams = gates.some(({ on: of }) => of.kind === 'team attainment') ? [...new Set(paid.map((person) => personText(ledger.people, person, 'team', pays.last)))].filter((team) => team !== '' && !has([team], true)) : [];
  const who = [...people, ...teams];
  return who.length === 0 ? [] : [issue('check.noTargets', rulePlace(ledger, row), { plan: plan.name, who, kpi, period: periodText(period) }, 'warning')];
}
