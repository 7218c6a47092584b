import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, isZero, larger, multiply, subtract } from '../amount/exact';
import { exactAt, setExact } from '../amount/exact-column';
import { allocateOrNothing } from '../amount/allocate';
import type { Message } from '../locale/message';
import { payEveryOf, poolOf } from '../rules/plan';
import { payNumbering } from '../rules/timeline';
import type { Issue } from '../table/issue';
import type { Day } from '../table/day';
import { personText } from '../table/people';
import { MORE_THAN_ANY_PERIOD, periodNumbering, periodOfNumber, periodText } from '../table/period';
import { dayAt } from '../table/table';
import type { CompiledPart } from './compile-part';
import { amountOf } from './compile-part';
import { fxParams } from './select-lines';
import type { Slot } from './credit';
import { divide, divideWhole, isCreditFault } from './credit';
import { COMPANY, WHOLE_LINE, newEvents, pushEvent } from './events';
import type { LineContext } from './facts';
import { pickFactor, productOf } from './factors';
import type { Ladder } from './ladder';
import { bonusBetween, mixedSlices, rateAt } from './ladder';
import { bonusOfSlot } from './line-bonus';
import type { OrderStand } from './line-limits';
import { limitOrder, limitPartsOf } from './line-limits';
import { amountOfOccurrence } from './occurrence-amount';
import { ladderInPeriod } from './span-ladder';
import type { Occurrence } from './occurrences';
import { occurrencesOf } from './occurrences';
import type { Fraction } from '../trade/receipts';
import { NOTHING, WHOLE, fractionSince, portion, restOf } from '../trade/receipts';
import type { Pending, RunningTotal } from './running-total';
import { newRunningTotal } from './running-total';
import { scoreOf } from './scores';
import type { PartRun, Takeback, TrueUp } from './part-run';
import type { Extras, Multipliers } from './line-pay';
import { multipliersOf, payOfLine } from './line-pay';
import { whoEarns } from './earner';

/** Runs a part over everything that matters to the periods between two days, in time order (steps 2 to 7). */
export function runPart(compiled: CompiledPart, from: Day, until: Day, end = until): PartRun {
  const { sorted, rejected, waiting } = occurrencesOf(compiled, from, until, end);
  const runner = new Runner(compiled, new Map(rejected), reversedRowsOf(sorted));
  for (const occurrence of sorted) runner.take(occurrence);
  return runner.finish(waiting);
}

function reversedRowsOf(sorted: readonly Occurrence[]): Set<number> {
  const rows = new Set<number>();
  for (const { reverses } of sorted) for (const { row } of reverses ?? []) rows.add(row);
  return rows;
}

class Runner {
  private readonly events = newEvents();
  private readonly totals: RunningTotal[] = [];
  private readonly totalsByKey = new Map<number, RunningTotal>();
  private readonly trueUps: TrueUp[] = [];
  private readonly limitedTrueUps = new Map<number, { readonly period: number; readonly amount: Exact }[]>();
  private readonly takebacks: Takeback[] = [];
  private readonly problems = new Map<string, Message>();
  private readonly groupNumbers = new Map<string, number>();
  private readonly groups: string[] = [];
  private readonly slices = new Map<number, { from: number; to: number }>();
  /** The events of rows that reversals name, and how much of the row was reversed when each arrived. */
  private readonly eventsOfRow = new Map<number, { readonly event: number; readonly arrived: Fraction }[]>();
  private readonly reversedSoFar = new Map<number, Fraction>();
  private readonly orderBonusPaid = new Set<string>();
  private readonly orderStands = new Map<string, OrderStand>();
  private readonly countedOrders = new Map<number, number>();
  private readonly payNumber: (day: Day) => number;
  private readonly spanNumber: (day: Day) => number;
  private readonly context: LineContext;
  private contextPeriod: number | undefined;
  private readonly whole: boolean;
  private readonly hasLimits: boolean;

  constructor(
    private readonly compiled: CompiledPart,
    private readonly rejected: Map<number, Pick<Issue, 'code' | 'params'> & { field: string }>,
    private readonly reversed: ReadonlySet<number>,
  ) {
    const pays = payEveryOf(compiled.version);
    this.payNumber = payNumbering(compiled.version);
    this.spanNumber = periodNumbering(compiled.span, compiled.calendar);
    this.context = { row: 0, person: 0, day: 0, orderDay: 0, period: { kind: pays, year: 0, index: 1 } };
    this.whole = compiled.ladder !== undefined && compiled.ladder.mode !== 'marginal' && compiled.attainment?.kind !== 'score';
    const { minimum, maximum } = compiled.part.rules;
    this.hasLimits = [...minimum, ...maximum].some(({ level }) => level === 'line' || level === 'order');
  }

  take(occurrence: Occurrence): void {
    const period = this.payNumber(occurrence.day);
    if (occurrence.reverses) this.reverse(occurrence, period);
    else this.count(occurrence, period);
  }

  finish(waiting: ReadonlySet<number>): PartRun {
    for (const total of this.totals) this.closePeriod(total);
    const { compiled, events, totals, trueUps, limitedTrueUps, takebacks, rejected, problems, groups, slices } = this;
    return { compiled, events, totals, trueUps, limitedTrueUps, takebacks, rejected, waiting, problems, groups, slices };
  }

  private count(occurrence: Occurrence, period: number): void {
    const { compiled } = this;
    const { row, day } = occurrence;
    if (this.rejected.has(row)) return;
    const orderDay = dayAt(compiled.orderDays, row) ?? day;
    const measure = amountOfOccurrence(compiled, compiled.measure, occurrence, this.countedOrders);
    const metric = compiled.metric ? amountOfOccurrence(compiled, compiled.metric, occurrence, this.countedOrders) : measure;
    if (!measure || !metric) {
      this.rejected.set(row, { code: 'fx.missing', params: fxParams(compiled.ledger, row, day), field: 'currency' });
      return;
    }
    const credits = compiled.credits(row);
    if (isCreditFault(credits)) {
      this.rejected.set(row, { code: credits.code, params: credits.params, field: credits.field });
      return;
    }
    this.context.row = row;
    this.context.day = day;
    this.context.orderDay = orderDay;
    if (this.contextPeriod !== period) {
      this.contextPeriod = period;
      this.context.period = periodOfNumber(period, payEveryOf(compiled.version));
    }
    this.creditLine(occurrence, period, credits, measure, metric);
  }

  private creditLine(occurrence: Occurrence, period: number, slots: readonly Slot[], measure: Exact, metric: Exact): void {
    const { compiled } = this;
    const { row, day } = occurrence;
    const gone = this.reversedSoFar.get(row);
    const left = gone ? restOf(gone) : WHOLE;
    const amounts = divide(portion(measure, left), slots);
    const metrics = compiled.metric ? divide(portion(metric, left), slots) : amounts;
    const perLine = compiled.subject === 'line' || compiled.subject === 'order';
    const lineStep = perLine ? this.stepOfLine(compiled.metric ? metric : measure, period, occurrence) : undefined;
    let lineMoved = lineStep ? subtract(lineStep.to, lineStep.from) : ZERO;
    slots.forEach((slot, index) => {
      const person = whoEarns(compiled, this.context, slot, day);
      if (person === undefined) return;
      this.context.person = person;
      const factor = compiled.creditFactors.length === 0 ? ONE : productOf(compiled.creditFactors, this.context);
      const credit = factor === ONE ? (amounts[index] ?? ZERO) : multiply(amounts[index] ?? ZERO, factor);
      const moved = factor === ONE ? (metrics[index] ?? ZERO) : multiply(metrics[index] ?? ZERO, factor);
      const step = lineStep ?? this.stepOf(person, moved, period, day);
      const extras = { bonus: portion(bonusOfSlot(compiled, occurrence, slots, index, measure, this.context, this.orderBonusPaid), left), limits: this.hasLimits ? limitPartsOf(compiled, occurrence, slots, index, person, day) : undefined };
      this.payEvent({ occurrence, left, period, slot, person, credit, moved: lineStep ? lineMoved : moved, step, extras });
      lineMoved = ZERO;
      if (lineStep) this.payLineBonus(lineStep, slots, index, person, day);
    });
  }

  private groupOf(person: number): number {
    const { compiled, context } = this;
    const pool = poolOf(compiled.part);
    const byTeam = compiled.subject === 'team' || pool?.by === 'team';
    const name = byTeam && person >= 0 ? personText(compiled.ledger.people, person, 'team', context.orderDay) : '';
    let number = this.groupNumbers.get(name);
    if (number === undefined) {
      number = this.groups.length;
      this.groups.push(name);
      this.groupNumbers.set(name, number);
    }
    return number;
  }

  private subjectOf(person: number): number {
    switch (this.compiled.subject) {
      case 'team':
      case 'pool':
        return person < 0 ? person : this.groupOf(person);
      case 'plan':
        return person < 0 ? person : 0;
      default:
        return person;
    }
  }

  private totalOf(subject: number, day: Day): RunningTotal {
    const span = this.spanNumber(day);
    const key = (subject + 2) * MORE_THAN_ANY_PERIOD + span;
    const known = this.totalsByKey.get(key);
    if (known) return known;
    const made = newRunningTotal(this.totals.length, subject, span);
    this.totals.push(made);
    this.totalsByKey.set(key, made);
    return made;
  }

  private stepOf(person: number, moved: Exact, period: number, day: Day): Step {
    const total = this.totalOf(this.subjectOf(person), day);
    this.open(total, period, person);
    const from = total.total;
    total.total = add(from, moved);
    return { total, from, to: total.total };
  }

  private stepOfLine(moved: Exact, period: number, { row, day }: Occurrence): Step {
    const subject = this.compiled.subject === 'line' ? row : (this.compiled.ledger.orders.orderOf[row] ?? 0);
    const total = this.totalOf(subject, day);
    this.open(total, period, COMPANY);
    const from = total.total;
    total.total = add(from, moved);
    return { total, from, to: total.total };
  }

  /** Opens a period on a running total: what came before is the opening, and the ladder is the period's own. */
  private open(total: RunningTotal, period: number, person: number): void {
    if (total.period === period) return;
    this.closePeriod(total);
    total.period = period;
    total.opening = total.total;
    const { ladder, problem } = ladderInPeriod(this.compiled, total, period, person, this.context.orderDay);
    total.ladder = ladder;
    if (problem) this.problems.set(`${total.subject} ${period} total`, problem);
  }

  /** Pays the pending lines of a whole ladder at the rate reached, and trues earlier lines up to it. */
  private closePeriod(total: RunningTotal): void {
    const { period, ladder } = total;
    if (!this.whole || period === undefined || !ladder) return;
    const end = rateAt(ladder, total.total);
    const before = total.weights.size + total.limited.length > 0 ? rateAt(ladder, total.opening) : ZERO;
    const rise = subtract(end, before);
    if (!isZero(rise)) {
      for (const [person, { plain, factored }] of total.weights) {
        const amount = multiply(rise, factored);
        const group = this.eventGroup(total, person);
        if (!isZero(amount)) this.trueUps.push({ person, period, state: total.index, group, amount, base: multiply(rise, plain), before, end });
      }
    }
    for (const line of total.limited) this.trueUpLimited(total, line, period, before, end);
    total.steps.push({ period, before, end });
    for (const line of total.pending) {
      line.settle(end);
      if (line.payAt) {
        total.limited.push(line);
        continue;
      }
      const weight = total.weights.get(line.person) ?? { plain: ZERO, factored: ZERO };
      weight.plain = add(weight.plain, subtract(line.credit, line.outPlain));
      weight.factored = add(weight.factored, subtract(line.factored, line.outFactored));
      total.weights.set(line.person, weight);
    }
    total.pending = [];
  }

  /** The change of rate on an earlier line that a limit bends. */
  private trueUpLimited(total: RunningTotal, line: Pending, period: number, before: Exact, end: Exact): void {
    const rise = line.payAt ? subtract(line.payAt(end), line.payAt(before)) : ZERO;
    const amount = subtract(rise, portion(rise, line.out));
    if (isZero(amount)) return;
    this.trueUps.push({ person: line.person, period, state: total.index, group: this.eventGroup(total, line.person), amount, base: ZERO, before, end, event: line.event });
    this.limitedTrueUps.set(line.event, [...(this.limitedTrueUps.get(line.event) ?? []), { period, amount: rise }]);
  }

  private eventGroup(total: RunningTotal, person: number): number {
    const { subject } = this.compiled;
    if (subject === 'team' || subject === 'pool') return total.subject;
    this.context.orderDay = this.context.day;
    return poolOf(this.compiled.part) ? this.groupOf(person) : 0;
  }

  private payEvent(line: LineToPay): void {
    const { compiled, context } = this;
    const { occurrence, left, period, slot, person, credit, moved, step, extras } = line;
    const { before, after, receipt } = occurrence;
    const multipliers = multipliersOf(this.compiled, this.context);
    const event = pushEvent(this.events, {
      row: occurrence.row,
      person,
      day: occurrence.day,
      period,
      kind: 'line',
      state: step.total.index,
      group: this.groupOf(person),
      stage: slot.stage,
      credit,
      moved,
      from: step.from,
      pay: ZERO,
      base: ZERO,
      counted: before === NOTHING && after === WHOLE && left === WHOLE && !receipt ? WHOLE_LINE : { before, after, left, receipt },
    });
    this.extendSlice(period, event);
    if (this.reversed.has(occurrence.row)) {
      const arrived = this.reversedSoFar.get(occurrence.row) ?? NOTHING;
      this.eventsOfRow.set(occurrence.row, [...(this.eventsOfRow.get(occurrence.row) ?? []), { event, arrived }]);
    }
    this.flagProblems(step.total, person, period);
    const own = this.ownRate(slot, person);
    if (own !== undefined || !compiled.ladder) {
      this.settle(event, multiply(credit, own ?? ZERO), multipliers, extras);
    } else if (compiled.attainment?.kind === 'score') {
      this.settle(event, multiply(credit, this.scoredRate(compiled.ladder, compiled.attainment.kpi, person, period)), multipliers, extras);
    } else if (this.whole) {
      this.defer(event, line, multipliers);
    } else {
      this.settle(event, this.marginal(step, credit, person), multipliers, extras);
    }
    const perLine = compiled.subject === 'line' || compiled.subject === 'order';
    if (!perLine && compiled.ladder && compiled.ladder.bonuses.length > 0) this.payTierBonus(step, event, person, context.day);
  }

  /** A stage's own rate, a rate for lines of this kind, or the flat rate; undefined where the ladder decides. */
  private ownRate(slot: Slot, person: number): Exact | undefined {
    const { compiled, context } = this;
    if (slot.rate) return slot.rate;
    const special = compiled.rates.length === 0 ? undefined : pickFactor(compiled.rates, context);
    const rate = special?.rate ?? compiled.flatRate;
    if (rate) return amountOf(compiled.ledger, rate, person, context.orderDay);
    return undefined;
  }

  private marginal(step: Step, credit: Exact, person: number): Exact {
    const { ladder } = step.total;
    if (!ladder) return ZERO;
    let pay = ZERO;
    for (const { tier, size } of mixedSlices(ladder, credit, step.from, step.to)) {
      const rate = ladder.rates[tier];
      if (rate) pay = add(pay, multiply(size, rate));
    }
    return this.byColumn(pay, person);
  }

  /** Rates written as `n x` a People column. */
  private byColumn(amount: Exact, person: number): Exact {
    const column = this.compiled.ladderColumn;
    if (column === undefined) return amount;
    return multiply(amount, amountOf(this.compiled.ledger, { factor: ONE, column }, person, this.context.orderDay));
  }

  private defer(event: number, { credit, step, extras, person }: LineToPay, multipliers: Multipliers): void {
    const weight = this.byColumn(ONE, person);
    const weighted = weight === ONE ? credit : multiply(credit, weight);
    const factored = this.compiled.adds ? multiply(weighted, add(multipliers.line, multipliers.person)) : multiply(weighted, multiply(multipliers.line, multipliers.person));
    const bends = extras.limits !== undefined && (extras.limits.line.least !== undefined || extras.limits.line.most !== undefined);
    const pending: Pending = {
      event,
      person,
      credit: weighted,
      factored,
      outPlain: ZERO,
      outFactored: ZERO,
      settle: (rate) => this.settle(event, multiply(rate, weighted), multipliers, extras),
      payAt: bends ? (rate) => payOfLine(this.compiled.adds, multiply(rate, weighted), multipliers, extras).pay : undefined,
      out: NOTHING,
    };
    step.total.pending.push(pending);
    if (bends) return;
    setExact(this.events.plain, event, weighted);
    setExact(this.events.factored, event, factored);
  }

  private scoredRate(ladder: Ladder, kpi: string, person: number, period: number): Exact {
    if (person < 0) return ZERO;
    const score = scoreOf(this.compiled.ledger.scores, person, this.context.period, kpi);
    if (!score) {
      this.problems.set(`${person} ${period}`, { code: 'why.noScore', params: { kpi, period: periodText(this.context.period) } });
      return ZERO;
    }
    return this.byColumn(rateAt({ ...ladder, mode: ladder.mode === 'interpolated' ? 'interpolated' : 'whole' }, { units: score.units, scale: score.scale + 2 }), person);
  }

  /** Step 7: line factors, bonuses, limits of the line and the order; then the person's own factors. */
  private settle(event: number, base: Exact, multipliers: Multipliers, extras: Extras): void {
    const { limited, pay } = payOfLine(this.compiled.adds, base, multipliers, extras);
    if (extras.limits || !isZero(extras.bonus)) this.events.extras.set(event, { ...extras, stand: extras.limits && this.orderStands.get(extras.limits.key) });
    const held = extras.limits && limitOrder(this.orderStands, limited, extras.limits);
    const { adds } = this.compiled;
    const { person } = multipliers;
    const change = held ? subtract(held, limited) : ZERO;
    setExact(this.events.pay, event, isZero(change) ? pay : add(pay, adds ? change : multiply(change, person)));
    if (adds) setExact(this.events.base, event, add(base, extras.bonus));
  }

  private extendSlice(period: number, event: number): void {
    const slice = this.slices.get(period);
    if (slice) slice.to = event + 1;
    else this.slices.set(period, { from: event, to: event + 1 });
  }

  private flagProblems(total: RunningTotal, person: number, period: number): void {
    const problem = this.problems.size === 0 ? undefined : this.problems.get(`${total.subject} ${period} total`);
    if (problem) this.problems.set(`${person} ${period}`, problem);
  }

  /** A bonus is paid once, when its bound is reached, and shared by what each has credited to the total. */
  private payTierBonus(step: Step, event: number, person: number, day: Day): void {
    const ladder = step.total.ladder;
    const amount = ladder ? bonusBetween(ladder, step.from, step.to) : ZERO;
    if (isZero(amount)) return;
    const shares = this.bonusShares(step.total, amount, person);
    for (const { person: who, amount: share } of shares) this.pushTierBonus(event, who, share, day);
  }

  /** Where a line or an order has the total, its bonus is split as its credit. */
  private payLineBonus({ total, from, to }: Step, slots: readonly Slot[], index: number, person: number, day: Day): void {
    const ladder = total.ladder;
    if (!ladder || ladder.bonuses.length === 0) return;
    const amount = bonusBetween(ladder, from, to);
    if (!isZero(amount)) this.pushTierBonus(this.events.row.length - 1, person, divideWhole(amount, slots)[index] ?? ZERO, day);
  }

  private bonusShares(total: RunningTotal, amount: Exact, person: number): { person: number; amount: Exact }[] {
    if (this.compiled.subject === 'person') return [{ person, amount }];
    const credited = new Map<number, Exact>();
    for (let index = 0; index < this.events.row.length; index += 1) {
      if (this.events.state[index] !== total.index || this.events.kind[index] !== 'line') continue;
      const who = this.events.person[index] ?? COMPANY;
      credited.set(who, add(credited.get(who) ?? ZERO, exactAt(this.events.credit, index)));
    }
    const people = [...credited.keys()];
    const shares = allocateOrNothing(amount, people.map((who) => larger(credited.get(who) ?? ZERO, ZERO)), 8);
    return people.map((who, index) => ({ person: who, amount: shares[index] ?? ZERO }));
  }

  private pushTierBonus(event: number, person: number, amount: Exact, day: Day): void {
    if (isZero(amount)) return;
    const { events } = this;
    this.context.person = person;
    const factor = this.compiled.adds ? add(ONE, multipliersOf(this.compiled, this.context).person) : multipliersOf(this.compiled, this.context).person;
    const period = this.payNumber(day);
    const made = pushEvent(events, {
      row: events.row[event] ?? 0,
      person,
      day,
      period,
      kind: 'tier bonus',
      state: events.state[event] ?? 0,
      group: events.group[event] ?? 0,
      stage: '',
      credit: ZERO,
      moved: ZERO,
      from: ZERO,
      pay: multiply(amount, factor),
      base: amount,
      counted: WHOLE_LINE,
    });
    this.extendSlice(period, made);
  }

  /** A reversal at the original rate: its part of the lines leaves the running total of the same span. */
  private reverse({ row, day, reverses }: Occurrence, period: number): void {
    for (const { row: target, before, after } of reverses ?? []) {
      this.reversedSoFar.set(target, after);
      for (const { event, arrived } of this.eventsOfRow.get(target) ?? []) {
        const [from, to] = [fractionSince(before, arrived), fractionSince(after, arrived)];
        this.takebacks.push({ row, day, period, event, before: from, after: to });
        const total = this.totals[this.events.state[event] ?? -1];
        if (total && total.span === this.spanNumber(day)) this.leaveTotal(total, event, period, from, to, day);
      }
    }
  }

  private leaveTotal(total: RunningTotal, event: number, period: number, before: Fraction, after: Fraction, day: Day): void {
    const person = this.events.person[event] ?? COMPANY;
    this.context.day = day;
    this.context.orderDay = this.events.day[event] ?? day;
    this.context.person = person;
    this.context.row = this.events.row[event] ?? 0;
    this.open(total, period, person);
    const part = (amount: Exact): Exact => subtract(portion(amount, after), portion(amount, before));
    const from = total.total;
    total.total = subtract(from, part(exactAt(this.events.moved, event)));
    const open = total.pending.find((line) => line.event === event);
    const line = open ?? total.limited.find((candidate) => candidate.event === event);
    if (line) line.out = after;
    if (open) {
      open.outPlain = add(open.outPlain, part(open.credit));
      open.outFactored = add(open.outFactored, part(open.factored));
    } else this.lighten(total, event, person, part);
    if (total.ladder && total.ladder.bonuses.length > 0) this.payTierBonus({ total, from, to: total.total }, event, person, day);
  }

  /** Takes a reversed line out of what earlier lines weigh. */
  private lighten(total: RunningTotal, event: number, person: number, part: (amount: Exact) => Exact): void {
    const weight = total.weights.get(person);
    if (!weight) return;
    weight.plain = subtract(weight.plain, part(exactAt(this.events.plain, event)));
    weight.factored = subtract(weight.factored, part(exactAt(this.events.factored, event)));
  }
}

interface Step {
  readonly total: RunningTotal;
  readonly from: Exact;
  readonly to: Exact;
}

interface LineToPay {
  readonly occurrence: Occurrence;
  /** What earlier reversals had left of the line. */
  readonly left: Fraction;
  readonly period: number;
  readonly slot: Slot;
  readonly person: number;
  readonly credit: Exact;
  readonly moved: Exact;
  readonly step: Step;
  readonly extras: Extras;
}
