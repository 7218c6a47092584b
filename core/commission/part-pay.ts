import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, compare, equals, isZero, multiply, negate, subtract, sum } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import type { Message } from '../locale/message';
import type { Part, PlanVersion } from '../rules/plan';
import { calendarOf, clawbackShare, payEveryOf, poolOf, shareOf } from '../rules/plan';
import type { Gate } from '../rules/words/gate';
import type { Limit } from '../rules/words/limit';
import type { Day } from '../table/day';
import { monthsBetween } from '../table/day';
import { personText } from '../table/people';
import type { Period } from '../table/period';
import { periodNumbering, periodOfNumber, periodRange, periodText } from '../table/period';
import { attainmentBy } from './attainment';
import { amountOf } from './compile-part';
import type { Engine, PayPeriod } from './engine';
import { partInForce, payPeriod, runOf } from './engine';
import type { LineContext } from './facts';
import { dueColumns, dueDay } from './facts';
import { excessOf, factorsInForce, productOf } from './factors';
import type { PoolPay } from './pool';
import { sharePools } from './pool';
import { paidFraction, portion, restOf } from './receipts';
import type { PartRun, Takeback } from './run-part';
import { clampPay } from './line-limits';
import { scoreOf } from './scores';
import { targetFor } from './targets';

/** What a part pays one person for a period, step by step (step 9), exact. */
export interface PersonPart {
  readonly person: number;
  /** The measure credited in the period, reversals taken out. */
  readonly measure: Exact;
  /** Lines, bonuses and true-ups, or the member's share of the pool. */
  readonly gross: Exact;
  /** The product of the period's factors; with additive stacking, what they add is in `added`. */
  readonly factor: Exact;
  readonly added: Exact;
  readonly gate: GateResult | undefined;
  readonly taken: Exact;
  readonly overdue: Exact;
  readonly beforeLimits: Exact;
  readonly limited: Exact;
  readonly minimum: Exact | undefined;
  readonly maximum: Exact | undefined;
  readonly share: Exact;
  /** What the part gives: limited × share. */
  readonly earned: Exact;
  readonly reserved: readonly { readonly fund: string; readonly amount: Exact; readonly row: number }[];
  readonly problem: Message | undefined;
  readonly lineCount: number;
}

export interface GateResult {
  readonly gate: Gate & { readonly row: number };
  readonly value: Exact;
  /** For attainment: the target the value is a share of. */
  readonly target: Exact | undefined;
}

export interface PartPay {
  readonly run: PartRun;
  readonly period: PayPeriod;
  readonly persons: ReadonlyMap<number, PersonPart>;
  readonly pools: readonly PoolPay[];
}

/** Everything before limits, per person: asked for earlier periods too, when a limit spans several. */
interface Raw {
  readonly person: number;
  measure: Exact;
  gross: Exact;
  base: Exact;
  taken: Exact;
  overdue: Exact;
  lineCount: number;
}

/** What a part of a version pays everyone for a period. */
export function payOfPart(engine: Engine, version: PlanVersion, part: Part, period: PayPeriod): PartPay {
  const known = engine.pays.get(part)?.get(period.number);
  if (known) return known;
  const run = runOf(engine, version, part);
  const raws = rawPays(engine, version, part, run, period);
  if (version.all.minimum.some(({ level }) => level === 'person' || level === 'plan')) addEveryPayee(run, period, raws);
  const pools = poolOf(part) ? sharePools(engine, run, period, raws) : [];
  const persons = new Map<number, PersonPart>();
  for (const raw of pools.length > 0 || poolOf(part) ? memberRaws(raws, pools) : raws.values()) {
    persons.set(raw.person, personPart(engine, version, part, run, period, raw));
  }
  const made = { run, period, persons, pools };
  const byPeriod = engine.pays.get(part) ?? new Map<number, PartPay>();
  byPeriod.set(period.number, made);
  engine.pays.set(part, byPeriod);
  return made;
}

/** Members of pools earn their shares; credit stays theirs for the Measure column. */
function* memberRaws(raws: ReadonlyMap<number, Raw>, pools: readonly PoolPay[]): Generator<Raw> {
  const shares = new Map<number, Exact>();
  for (const pool of pools) for (const { person, amount } of pool.members) shares.set(person, add(shares.get(person) ?? ZERO, amount));
  for (const person of new Set([...raws.keys(), ...shares.keys()])) {
    const raw = raws.get(person) ?? newRaw(person);
    yield { ...raw, gross: shares.get(person) ?? ZERO, base: shares.get(person) ?? ZERO, taken: ZERO, overdue: ZERO };
  }
}

/** A minimum is due to everyone who takes part in the period, lines or not. */
function addEveryPayee({ compiled }: PartRun, period: PayPeriod, raws: Map<number, Raw>): void {
  compiled.ledger.people.persons.forEach((person, index) => {
    const first = Math.max(period.first, person.joined ?? period.first);
    const last = Math.min(period.last, person.left ?? period.last);
    if (first <= last && !raws.has(index) && compiled.isPayee(index, last)) raws.set(index, newRaw(index));
  });
}

function newRaw(person: number): Raw {
  return { person, measure: ZERO, gross: ZERO, base: ZERO, taken: ZERO, overdue: ZERO, lineCount: 0 };
}

export type RawPays = ReadonlyMap<number, Raw>;

function rawPays(engine: Engine, version: PlanVersion, part: Part, run: PartRun, period: PayPeriod): Map<number, Raw> {
  const raws = new Map<number, Raw>();
  const rawOf = (person: number): Raw => {
    const known = raws.get(person);
    if (known) return known;
    const made = newRaw(person);
    raws.set(person, made);
    return made;
  };
  const { events } = run;
  const slice = run.slices.get(period.number);
  for (let event = slice?.from ?? 0; event < (slice?.to ?? 0); event += 1) {
    const raw = rawOf(events.person[event] ?? 0);
    raw.measure = add(raw.measure, exactAt(events.credit, event));
    raw.gross = add(raw.gross, exactAt(events.pay, event));
    if (run.compiled.adds) raw.base = add(raw.base, exactAt(events.base, event));
    if (events.kind[event] === 'line') raw.lineCount += 1;
  }
  for (const trueUp of run.trueUps) {
    if (trueUp.period !== period.number) continue;
    const raw = rawOf(trueUp.person);
    raw.gross = add(raw.gross, trueUp.amount);
    raw.base = add(raw.base, trueUp.base);
  }
  for (const takeback of run.takebacks) {
    if (takeback.period !== period.number) continue;
    const raw = rawOf(events.person[takeback.event] ?? 0);
    raw.taken = subtract(raw.taken, takenBack(engine, version, part, run, takeback));
    raw.measure = subtract(raw.measure, stepPortion(exactAt(events.credit, takeback.event), takeback));
    raw.lineCount += 1;
  }
  if (part.rules.clawback.some(({ overdue }) => overdue)) addOverdue(engine, version, part, run, period, rawOf);
  return raws;
}

/** The part of an amount that a reversal takes out. */
export function stepPortion(amount: Exact, { before, after }: Takeback): Exact {
  return subtract(portion(amount, after), portion(amount, before));
}

/** What a reversal takes back from an event: its part of all that was paid for it, times the clawback's share. */
export function takenBack(engine: Engine, version: PlanVersion, part: Part, run: PartRun, takeback: Takeback): Exact {
  const paid = paidFor(engine, version, part, run, takeback.event, takeback.period, (amount) => stepPortion(amount, takeback));
  const since = monthsBetween(run.events.day[takeback.event] ?? 0, takeback.day);
  return multiply(paid, clawbackShare(part, false, since, ONE));
}

/**
 * What was paid for a part of an event up to a period: its own pay, and later true-ups, under the rules then in force.
 * The part is taken of what a rate multiplies, not of the product, so that it fits what the running total loses.
 */
function paidFor(engine: Engine, version: PlanVersion, part: Part, run: PartRun, event: number, upTo: number, take: (amount: Exact) => Exact): Exact {
  const { events } = run;
  const own = events.period[event] ?? 0;
  const then = partInForce(engine, version, part, own);
  if (then.part !== part) {
    const other = runOf(engine, then.version, then.part);
    const same = sameEvent(run, event, other);
    return same === undefined ? ZERO : paidFor(engine, then.version, then.part, other, same, upTo, take);
  }
  const person = events.person[event] ?? 0;
  const steps = run.totals[events.state[event] ?? -1]?.steps ?? [];
  const [factored, plain] = [exactAt(events.factored, event), exactAt(events.plain, event)];
  const rate = isZero(factored) ? ZERO : (steps.find((step) => step.period === own)?.end ?? ZERO);
  const atRate = (rise: Exact, weight: Exact): Exact => multiply(rise, take(weight));
  const [pay, base] = [exactAt(events.pay, event), exactAt(events.base, event)];
  const ownPay = add(atRate(rate, factored), take(subtract(pay, multiply(rate, factored))));
  const ownBase = add(atRate(rate, plain), take(subtract(base, multiply(rate, plain))));
  let paid = underPeriodFactors(engine, version, part, run, person, own, ownPay, ownBase);
  for (const step of steps) {
    if (step.period <= own || step.period >= upTo) continue;
    const rise = subtract(step.end, step.before);
    paid = add(paid, underPeriodFactors(engine, version, part, run, person, step.period, atRate(rise, factored), atRate(rise, plain)));
  }
  for (const { period, amount } of run.limitedTrueUps.get(event) ?? []) {
    if (period < upTo) paid = add(paid, underPeriodFactors(engine, version, part, run, person, period, take(amount), ZERO));
  }
  return paid;
}

function sameEvent(run: PartRun, event: number, other: PartRun): number | undefined {
  const { events } = run;
  const slice = other.slices.get(events.period[event] ?? 0);
  for (let index = slice?.from ?? 0; index < (slice?.to ?? 0); index += 1) {
    const same = other.events.row[index] === events.row[event] && other.events.person[index] === events.person[event];
    if (same && other.events.day[index] === events.day[event] && other.events.stage[index] === events.stage[event] && other.events.kind[index] === events.kind[event]) return index;
  }
  return undefined;
}

function underPeriodFactors(engine: Engine, version: PlanVersion, part: Part, run: PartRun, person: number, number: number, amount: Exact, base: Exact): Exact {
  if (poolOf(part)) return amount;
  const period = payPeriod(version, number);
  const { factor, excess } = periodFactors(run, person, period);
  const paid = run.compiled.adds ? add(amount, multiply(base, excess)) : multiply(amount, factor);
  const gate = closedGate(engine, version, part, run, person, period);
  return gate && 'gate' in gate ? multiply(paid, gate.gate.below) : paid;
}

/** The factors of the period that hold for a person: Score, KPIs, the grade's factor. */
export function periodFactors(run: PartRun, person: number, period: PayPeriod): { factor: Exact; excess: Exact; problem: Message | undefined } {
  const { compiled } = run;
  const graded = compiled.part.rules.factor.some(({ gradeFactor }) => gradeFactor);
  if (person < 0 || (compiled.periodFactors.length === 0 && !graded)) return { factor: ONE, excess: ZERO, problem: undefined };
  const { scores } = compiled.ledger;
  const context: LineContext = { row: -1, person, day: period.last, orderDay: period.last, period: period.period };
  const grade = graded ? scoreOf(scores, person, period.period, 'factor') : undefined;
  const known = scores?.rows.has(`${person} ${periodText(period.period)}`) ?? false;
  const problem: Message | undefined = known && (!graded || grade) ? undefined : { code: 'why.noScore', params: { kpi: graded ? { code: 'word.factor' } : { code: 'gate.score' }, period: periodText(period.period) } };
  const factor = productOf(compiled.periodFactors, context);
  const excess = excessOf(compiled.periodFactors, context);
  return {
    factor: grade ? multiply(factor, grade) : factor,
    excess: grade ? add(excess, subtract(grade, ONE)) : excess,
    problem,
  };
}

/** The rows of the period's factors in force, for the explanation. */
export function periodFactorRows(run: PartRun, person: number, period: PayPeriod): { factor: Exact; row: number }[] {
  const context: LineContext = { row: -1, person, day: period.last, orderDay: period.last, period: period.period };
  return person < 0 ? [] : factorsInForce(run.compiled.periodFactors, context);
}

function personPart(engine: Engine, version: PlanVersion, part: Part, run: PartRun, period: PayPeriod, raw: Raw): PersonPart {
  const { factor, excess, problem } = periodFactors(run, raw.person, period);
  const factored = run.compiled.adds ? add(raw.gross, multiply(raw.base, excess)) : multiply(raw.gross, factor);
  const gate = closedGate(engine, version, part, run, raw.person, period);
  const closed = gate && 'gate' in gate ? gate : undefined;
  const gated = closed ? multiply(factored, closed.gate.below) : factored;
  const beforeLimits = add(add(gated, raw.taken), raw.overdue);
  const limits = personLimits(engine, version, part, period, raw.person, beforeLimits, closed !== undefined);
  const share = shareOf(part);
  const earned = equals(share, ONE) ? limits.limited : multiply(limits.limited, share);
  const ownReserve = poolOf(part) || raw.person < 0 ? [] : part.rules.reserve;
  return {
    person: raw.person,
    measure: raw.measure,
    gross: raw.gross,
    factor,
    added: run.compiled.adds ? multiply(raw.base, excess) : ZERO,
    gate: closed,
    taken: raw.taken,
    overdue: raw.overdue,
    beforeLimits,
    ...limits,
    share,
    earned,
    reserved: ownReserve.map(({ fund, share: reserve, row }) => ({ fund, amount: multiply(earned, reserve), row })),
    problem: run.problems.get(`${raw.person} ${period.number}`) ?? problem ?? (gate && !('gate' in gate) ? gate : undefined),
    lineCount: raw.lineCount,
  };
}

/** The gate that a person stands below, if any; of several the one that pays least. Or why it cannot be told. */
function closedGate(engine: Engine, version: PlanVersion, part: Part, run: PartRun, person: number, period: PayPeriod): GateResult | Message | undefined {
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
  if (on.kind === 'score' || on.kind === 'kpi') {
    const column = on.kind === 'kpi' ? on.kpi : 'score';
    const score = scoreOf(ledger.scores, person, period.period, column);
    return score ? { value: score, target: undefined } : { code: 'why.noScore', params: { kpi: on.kind === 'kpi' ? on.kpi : { code: 'gate.score' }, period: periodText(period.period) } };
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
  const target = ledger.targets && targetFor(ledger.targets, who, by.kpi, span, period.last, calendarOf(version));
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
  for (const takeback of run.takebacks) {
    if (takeback.day < range.first || takeback.day > period.last || !mine(takeback.event)) continue;
    total = subtract(total, stepPortion(exactAt(events.moved, takeback.event), takeback));
  }
  return total;
}

interface LimitedPay {
  readonly limited: Exact;
  readonly minimum: Exact | undefined;
  readonly maximum: Exact | undefined;
}

/** Minimum and maximum of a person in a part. A minimum does not lift what a gate closed. */
function personLimits(engine: Engine, version: PlanVersion, part: Part, period: PayPeriod, person: number, pay: Exact, gated: boolean): LimitedPay {
  if (person < 0) return { limited: pay, minimum: undefined, maximum: undefined };
  const earlier = (other: PayPeriod): Exact => payOfPart(engine, version, part, other).persons.get(person)?.beforeLimits ?? ZERO;
  return limitOverSpan(engine, version, part, period, person, pay, gated, 'person', earlier);
}

/** Applies the limits of a level, over the pay period or the span they name: as a difference of running totals. */
export function limitOverSpan(
  engine: Engine,
  version: PlanVersion,
  part: Part,
  period: PayPeriod,
  person: number,
  pay: Exact,
  gated: boolean,
  level: Limit['level'],
  earlier: (period: PayPeriod) => Exact,
): LimitedPay {
  let limited = pay;
  const amountFor = (limit: Limit): Exact => amountOf(engine.ledger, limit.amount, person, period.last);
  const maximum = part.rules.maximum.find((limit) => limit.level === level);
  if (maximum) {
    const most = amountFor(maximum);
    const before = spanPeriods(version, period, maximum.span).reduce((total, other) => add(total, earlier(other)), ZERO);
    limited = subtract(clampPay(add(before, limited), undefined, most), clampPay(before, undefined, most));
  }
  const minimum = gated ? undefined : part.rules.minimum.find((limit) => limit.level === level);
  if (minimum && isLastOfSpan(version, period, minimum.span)) {
    const least = amountFor(minimum);
    const before = spanPeriods(version, period, minimum.span).reduce((total, other) => add(total, earlier(other)), ZERO);
    const short = subtract(least, add(before, limited));
    if (compare(short, ZERO) > 0) limited = add(limited, short);
  }
  return { limited, minimum: minimum && amountFor(minimum), maximum: maximum && amountFor(maximum) };
}

/** The pay periods of the span that come before this one. */
function spanPeriods(version: PlanVersion, period: PayPeriod, span: Limit['span']): PayPeriod[] {
  if (span === undefined || span === payEveryOf(version)) return [];
  const number = periodNumbering(span, calendarOf(version));
  const periods: PayPeriod[] = [];
  for (let at = period.number - 1; at > period.number - 13; at -= 1) {
    const other = payPeriod(version, at);
    if (number(other.last) !== number(period.last)) break;
    periods.push(other);
  }
  return periods;
}

/** A minimum over a longer span is made up in its last pay period. */
function isLastOfSpan(version: PlanVersion, period: PayPeriod, span: Limit['span']): boolean {
  if (span === undefined) return true;
  const number = periodNumbering(span, calendarOf(version));
  return number(period.last) !== number(period.last + 1);
}

/** Money taken back while orders are unpaid, and given back as they are paid: the change since the period before. */
function addOverdue(engine: Engine, version: PlanVersion, part: Part, run: PartRun, period: PayPeriod, rawOf: (person: number) => Raw): void {
  const { events, compiled } = run;
  const { orders, receipts } = compiled.ledger;
  const due = dueColumns(compiled.ledger);
  const takenBy = (event: number, paid: Exact, on: Day): Exact => {
    const row = events.row[event] ?? 0;
    const since = dueDay(due, row);
    if (since === undefined) return ZERO;
    const unpaid = restOf(paidFraction(orders, receipts, row, on));
    return multiply(portion(paid, unpaid), clawbackShare(part, true, on - since, ZERO));
  };
  for (let event = 0; event < events.row.length && (events.period[event] ?? 0) <= period.number; event += 1) {
    if (events.kind[event] !== 'line') continue;
    const paid = paidFor(engine, version, part, run, event, period.number, (amount) => amount);
    if (isZero(paid)) continue;
    const now = takenBy(event, paid, period.last);
    const before = (events.period[event] ?? 0) < period.number ? takenBy(event, paid, period.first - 1) : ZERO;
    if (isZero(now) && isZero(before)) continue;
    const raw = rawOf(events.person[event] ?? 0);
    raw.overdue = add(raw.overdue, subtract(before, now));
  }
}

/** The pot of a pool before it is rounded: lines, true-ups and reversals of its group. */
export function potOf(engine: Engine, version: PlanVersion, part: Part, run: PartRun, period: PayPeriod, group: number | undefined): Exact {
  const { events } = run;
  const inGroup = (event: number): boolean => (events.person[event] ?? -1) >= 0 && (group === undefined || events.group[event] === group);
  const slice = run.slices.get(period.number);
  let pot = ZERO;
  for (let event = slice?.from ?? 0; event < (slice?.to ?? 0); event += 1) if (inGroup(event)) pot = add(pot, exactAt(events.pay, event));
  const raised = run.trueUps.filter((trueUp) => trueUp.period === period.number && trueUp.person >= 0 && (group === undefined || trueUp.group === group));
  pot = add(pot, sum(raised.map(({ amount }) => amount)));
  for (const takeback of run.takebacks) {
    if (takeback.period === period.number && inGroup(takeback.event)) pot = add(pot, negate(takenBack(engine, version, part, run, takeback)));
  }
  return pot;
}
