import { ONE, ZERO, multiply, subtract } from '../../amount/exact';
import type { Exact } from '../../amount/exact';
import { payEveryOf } from '../../rules/plan';
import type { Message } from '../../locale/message';
import { periodOfNumber } from '../../table/period';
import { dayAt } from '../../table/table';
import { orderField } from '../../trade/profit';
import { portion } from '../../trade/receipts';
import type { Occurrence } from '../counts/occurrences';
import type { Slot } from '../credit';
import { divide, isCreditFault } from '../credit';
import { whoEarns } from '../earner';
import type { Rival } from '../equal-fit';
import { tiedPair } from '../equal-fit';
import type { Counted } from '../events';
import { WHOLE_LINE, pushEvent } from '../events';
import { NOTHING, WHOLE } from '../../amount/ratio';
import type { LineContext } from '../facts';
import { productOf } from '../factors';
import { bonusOfSlot } from '../line-bonus';
import { limitPartsOf } from '../line-limits';
import type { Extras } from '../line-pay';
import { amountOfOccurrence } from '../occurrence-amount';
import { fxParams } from '../select-lines';
import { priceLine } from './price-line';
import { payLineBonus, payTierBonus, rememberCredit } from './tier-bonus';
import type { Step } from './totals';
import { groupOf, moveTotal, moveTotalOfLine, subjectOfLine } from './totals';
import type { Walk } from './walk';
import { extendSlice } from './walk';

/** Steps 3 to 7 for a line as it counts: its measure, whose credit it is, where that stands, and what it pays. */
export function creditLine(walk: Walk, occurrence: Occurrence): void {
  const { compiled } = walk;
  const { row, day } = occurrence;
  if (walk.rejected.has(row)) return;
  const measure = amountOfOccurrence(compiled, compiled.measure, occurrence, walk.countedOrders);
  const metric = compiled.metric ? amountOfOccurrence(compiled, compiled.metric, occurrence, walk.countedOrders) : measure;
  if (!measure || !metric) {
    walk.rejected.set(row, { code: 'fx.missing', params: fxParams(compiled.ledger, row, day), field: 'currency' });
    return;
  }
  const slots = compiled.credits(row);
  if (isCreditFault(slots)) {
    walk.rejected.set(row, { code: slots.code, params: slots.params, field: slots.field });
    return;
  }
  const line: MeasuredLine = { occurrence, period: walk.payNumber(day), slots, measure, metric };
  const { subjectFact } = compiled;
  if (subjectFact?.level === 'line' && subjectFact.text(contextOf(walk, occurrence, line.period)) === '') {
    const column = compiled.part.rules.tierBy[0]?.column ?? '';
    walk.rejected.set(row, { code: 'tier.blankSubject', params: { column }, field: orderField(column) });
    return;
  }
  const tied = compiled.rivals.length > 0 && occurrence.by === compiled ? tiedRows(walk, line) : undefined;
  if (tied) walk.rejected.set(row, { code: 'rules.equalFit', params: { one: tied[0].row, other: tied[1].row }, field: 'order' });
  else creditSlots(walk, line);
}

/** Two rates or factors that fit the line of somebody equally well: nobody can say what it pays. */
function tiedRows(walk: Walk, { occurrence, period, slots }: MeasuredLine): readonly [Rival, Rival] | undefined {
  const { compiled } = walk;
  const context = contextOf(walk, occurrence, period);
  for (const slot of slots) {
    const person = whoEarns(compiled, context, slot, occurrence.day);
    if (person === undefined || person < 0) continue;
    for (const rivals of compiled.rivals) {
      const pair = tiedPair(rivals, { ...context, person });
      if (pair) return pair;
    }
  }
  return undefined;
}

interface MeasuredLine {
  readonly occurrence: Occurrence;
  readonly period: number;
  readonly slots: readonly Slot[];
  readonly measure: Exact;
  readonly metric: Exact;
}

function creditSlots(walk: Walk, line: MeasuredLine): void {
  const { compiled } = walk;
  const { occurrence, period, slots, measure, metric } = line;
  const amounts = divide(measure, slots);
  const metrics = compiled.metric ? divide(metric, slots) : amounts;
  const perLine = compiled.subject === 'line' || compiled.subject === 'order';
  const lineStep = perLine ? moveTotalOfLine(walk, occurrence, period, metric) : undefined;
  let lineMoved = lineStep ? subtract(lineStep.to, lineStep.from) : ZERO;
  const context = contextOf(walk, occurrence, period);
  slots.forEach((slot, index) => {
    const person = whoEarns(compiled, context, slot, occurrence.day);
    if (person === undefined) return;
    const own: LineContext = { ...context, person };
    const factor = compiled.creditFactors.length === 0 ? ONE : productOf(compiled.creditFactors, own);
    const of = (amount: Exact | undefined): Exact => (factor === ONE ? (amount ?? ZERO) : multiply(amount ?? ZERO, factor));
    const [credit, moved] = [of(amounts[index]), of(metrics[index])];
    const group = groupOf(walk, person, own.orderDay);
    const step = lineStep ?? moveTotal(walk, { person, group, value: subjectOfLine(walk, own), day: occurrence.day }, period, moved);
    const event = recordEvent(walk, { line, slot, context: own, group, credit, moved: lineStep ? lineMoved : moved, step });
    lineMoved = ZERO;
    priceLine(walk, { event, context: own, slot, period, group, credit, step, extras: extrasOf(walk, line, index, own) });
    if (lineStep) payLineBonus(walk, lineStep, slots, index, own);
    else if (compiled.ladder && compiled.ladder.bonuses.length > 0) payTierBonus(walk, step, event, own);
  });
}

function contextOf({ compiled }: Walk, { row, day, receipt }: Occurrence, period: number): LineContext {
  return {
    row,
    person: -1,
    day,
    orderDay: dayAt(compiled.orderDays, row) ?? day,
    period: periodOfNumber(period, payEveryOf(compiled.version)),
    receivedOn: receipt?.day,
  };
}

/** Bonuses of the line, as far as it is not reversed, and its part of the limits. History brings none, but where a limit bends it. */
function extrasOf({ compiled, orderBonusPaid, hasLimits }: Walk, { occurrence, slots, measure }: MeasuredLine, index: number, context: LineContext): Extras {
  const bonus = portion(bonusOfSlot(compiled, occurrence, slots, index, measure, context, orderBonusPaid), occurrence.left);
  return {
    bonus: occurrence.by === compiled || hasLimits ? bonus : ZERO,
    limits: hasLimits ? limitPartsOf(compiled, occurrence, slots, index, context.person, occurrence.day) : undefined,
  };
}

function countedOf({ before, after, receipt }: Occurrence): Counted {
  return before === NOTHING && after === WHOLE && !receipt ? WHOLE_LINE : { before, after, receipt };
}

interface NewEvent {
  readonly line: MeasuredLine;
  readonly slot: Slot;
  readonly context: LineContext;
  readonly group: number;
  readonly credit: Exact;
  readonly moved: Exact;
  readonly step: Step;
}

function recordEvent(walk: Walk, { line: { occurrence, period }, slot, context: { person }, group, credit, moved, step }: NewEvent): number {
  const { row, day, ordinal } = occurrence;
  const event = pushEvent(walk.events, { row, person, day, period, kind: 'line', state: step.total.index, group, stage: slot.stage, ordinal, by: occurrence.by, credit, moved, from: step.from, pay: ZERO, base: ZERO, counted: countedOf(occurrence) });
  extendSlice(walk, period, event);
  rememberCredit(walk, step.total, person, credit);
  if (walk.reduced.has(row)) walk.counted.get(row)?.find((once) => once.ordinal === ordinal)?.events.push(event);
  const problem: Message | undefined = walk.problems.size === 0 ? undefined : walk.problems.get(`${step.total.subject} ${period} total`);
  if (problem) walk.problems.set(`${person} ${period}`, problem);
  return event;
}
