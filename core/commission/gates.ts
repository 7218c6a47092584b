import type { Exact } from '../amount/exact';
import { ZERO, add, compare, multiply, subtract } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import type { Message } from '../locale/message';
import type { Part, PlanVersion } from '../rules/plan';
import { calendarOf, currencyOf } from '../rules/plan';
import type { Gate } from '../rules/words/gate';
import { gateName } from '../rules/words/gate';
import { personText } from '../table/people';
import type { Period } from '../table/period';
import { periodNumbering, periodOfNumber, periodRange, periodText } from '../table/period';
import { attainmentBy } from './attainment';
import type { Engine, PayPeriod } from './engine';
import type { PartRun } from './part-run';
import { scoreOf } from './scores';
import { carriedTarget } from '../kpi/carried-target';
import { portionBetween } from '../trade/receipts';

/** A gate that a person stands below, and what was measured. */
export interface GateResult {
  readonly gate: Gate & { readonly row: number };
  readonly value: Exact;
  /** For attainment: the target the value is a share of. */
  readonly target: Exact | undefined;
}

/** The gate that a person stands below, if any; of several the one that pays least. Or why it cannot be told. */
export function closedGate(engine: Engine, version: PlanVersion, part: Part, run: PartRun, person: number, period: PayPeriod): GateResult | Message | undefined {
  if (person < 0) return undefined;
  let closed: GateResult | undefined;
  for (const gate of part.rules.gate) {
    const found = gateValue(engine, version, part, run, person, period, gate);
    if ('code' in found) return found;
    const least = found.target ? multiply(gate.least, found.target) : gate.least;
    const below = compare(found.value, least) < 0;
    if (below && (!closed || compare(gate.below, closed.gate.below) < 0)) closed = { gate, ...found };
  }
  return closed;
}

function gateValue(engine: Engine, version: PlanVersion, part: Part, run: PartRun, person: number, period: PayPeriod, { on }: Gate): { value: Exact; target: Exact | undefined } | Message {
  const { ledger } = engine;
  if (on.kind === 'score' || on.kind === 'kpi' || on.kind === 'coverage') {
    const column = on.kind === 'kpi' ? on.kpi : on.kind;
    const score = scoreOf(ledger.scores, person, period.period, column);
    return score ? { value: score, target: undefined } : { code: 'why.noScore', params: { kpi: gateName(on), period: periodText(period.period) } };
  }
  const by = attainmentBy(ledger, part, part.rules.tierOn[0]?.kpi ?? '');
  if (by.kind === 'score') {
    const score = scoreOf(ledger.scores, person, period.period, by.kpi);
    return score ? { value: { units: score.units, scale: score.scale + 2 }, target: undefined } : { code: 'why.noScore', params: { kpi: by.kpi, period: periodText(period.period) } };
  }
  const span = gateSpan(version, part, period);
  const team = on.kind === 'team attainment' ? personText(ledger.people, person, 'team', period.last) : undefined;
  const found = ledger.people.persons[person];
  const who = team === undefined ? [found?.label ?? '', found?.name ?? '', found?.id ?? '', '*'].filter((name) => name !== '') : [team];
  const target = carriedTarget({ targets: ledger.targets, carrier: ledger.carrier, who, isTeam: team !== undefined, kpi: by.kpi, payroll: currencyOf(version), period: span, asOf: period.last, calendar: calendarOf(version) });
  if (target === 'no rate') return { code: 'why.noTargetRate', params: { kpi: by.kpi, who: who[0] ?? '', period: periodText(span) } };
  if (!target) return { code: 'why.noTarget', params: { kpi: by.kpi, who: who[0] ?? '', period: periodText(span) } };
  return { value: creditInSpan(run, version, span, period, person, team), target };
}

/** Attainment runs over the tier span where tiers have one, else over the pay period. */
function gateSpan(version: PlanVersion, part: Part, period: PayPeriod): Period {
  const kind = part.rules.tierSpan[0]?.span;
  if (kind === undefined || kind === 'ever') return period.period;
  return periodOfNumber(periodNumbering(kind, calendarOf(version))(period.last), kind);
}

function creditInSpan(run: PartRun, version: PlanVersion, span: Period, period: PayPeriod, person: number, team: string | undefined): Exact {
  const { events, compiled } = run;
  const range = periodRange(span, calendarOf(version));
  let total = ZERO;
  const mine = (event: number): boolean => {
    const who = events.person[event] ?? -1;
    if (team === undefined) return who === person;
    const orderDay = compiled.orderDays.days[events.row[event] ?? 0] ?? 0;
    return who >= 0 && personText(compiled.ledger.people, who, 'team', orderDay) === team;
  };
  for (let event = 0; event < events.row.length; event += 1) {
    const day = events.day[event] ?? 0;
    if (day < range.first || day > range.last || day > period.last || !mine(event)) continue;
    total = add(total, exactAt(events.moved, event));
  }
  for (const leaving of run.leavings) {
    if (leaving.day < range.first || leaving.day > period.last || !mine(leaving.event)) continue;
    total = subtract(total, portionBetween(exactAt(events.moved, leaving.event), leaving));
  }
  return total;
}
