import type { Exact } from '../../amount/exact';
import { ONE, ZERO, add, isZero, multiply, subtract } from '../../amount/exact';
import { setExact } from '../../amount/exact-column';
import { periodText } from '../../table/period';
import { NOTHING } from '../../trade/receipts';
import { amountOf } from '../compile-part';
import type { CompiledPart } from '../compile-part';
import type { Slot } from '../credit';
import type { LineContext } from '../facts';
import type { Ladder } from '../ladder';
import { mixedSlices, rateAt } from '../ladder';
import { limitOrder } from '../line-limits';
import type { Extras, Multipliers } from '../line-pay';
import { multipliersOf, payOfLine } from '../line-pay';
import { rateOfLine } from '../own-rate';
import type { RatedLine } from '../running-total';
import { scoreOf } from '../scores';
import type { Step } from './totals';
import type { Walk } from './walk';

/** An event to be priced: whose it is, what was credited, and where it stands on its ladder. */
export interface LineToPrice {
  readonly event: number;
  readonly context: LineContext;
  readonly slot: Slot;
  readonly period: number;
  readonly group: number;
  readonly credit: Exact;
  readonly step: Step;
  readonly extras: Extras;
}

/** Step 6 for a line: its own rate, the rate of a score, or its slices of the ladder; a whole ladder decides later. */
export function priceLine(walk: Walk, line: LineToPrice): void {
  const { compiled } = walk;
  const { event, slot, context, credit, step } = line;
  const multipliers = multipliersOf(compiled, context);
  const pay = (base: Exact): void => settle(walk, event, base, multipliers, line.extras);
  const own = ownRate(compiled, slot, context);
  if (own !== undefined || !compiled.ladder) pay(multiply(credit, own ?? ZERO));
  else if (compiled.attainment?.kind === 'score') pay(multiply(credit, scoredRate(walk, compiled.ladder, compiled.attainment.kpi, line)));
  else if (walk.whole) defer(walk, line, multipliers);
  else pay(marginal(compiled, step, credit, context));
}

/** A stage's own rate, a rate for lines of this kind, or the flat rate; undefined where the ladder decides. */
function ownRate(compiled: CompiledPart, slot: Slot, context: LineContext): Exact | undefined {
  if (slot.rate) return slot.rate;
  const rate = rateOfLine(compiled, context);
  return rate && amountOf(compiled.ledger, rate, context.person, context.orderDay);
}

function marginal(compiled: CompiledPart, { total: { ladder }, from, to }: Step, credit: Exact, context: LineContext): Exact {
  if (!ladder) return ZERO;
  let pay = ZERO;
  for (const { tier, size } of mixedSlices(ladder, credit, from, to)) {
    const rate = ladder.rates[tier];
    if (rate) pay = add(pay, multiply(size, rate));
  }
  return byColumn(compiled, pay, context);
}

/** Rates written as `n x` a People column. */
function byColumn({ ledger, ladderColumn: column }: CompiledPart, amount: Exact, { person, orderDay }: LineContext): Exact {
  if (column === undefined) return amount;
  return multiply(amount, amountOf(ledger, { factor: ONE, column }, person, orderDay));
}

function scoredRate({ compiled, problems }: Walk, ladder: Ladder, kpi: string, { context, period }: LineToPrice): Exact {
  const { person } = context;
  if (person < 0) return ZERO;
  const score = scoreOf(compiled.ledger.scores, person, context.period, kpi);
  if (!score) {
    problems.set(`${person} ${period}`, { code: 'why.noScore', params: { kpi, period: periodText(context.period) } });
    return ZERO;
  }
  const attained = { units: score.units, scale: score.scale + 2 };
  return byColumn(compiled, rateAt({ ...ladder, mode: ladder.mode === 'interpolated' ? 'interpolated' : 'whole' }, attained), context);
}

/** Leaves a line to the end of its period, when its rate is known. */
function defer(walk: Walk, { event, context, group, credit, step, extras }: LineToPrice, multipliers: Multipliers): void {
  const { compiled, events } = walk;
  const { adds } = compiled;
  const weight = byColumn(compiled, ONE, context);
  const plain = weight === ONE ? credit : multiply(credit, weight);
  const factored = multiply(plain, adds ? add(multipliers.line, multipliers.person) : multiply(multipliers.line, multipliers.person));
  const { limits } = extras;
  const bends = limits !== undefined && (limits.line.least !== undefined || limits.line.most !== undefined);
  const line: RatedLine = {
    event,
    person: context.person,
    group,
    plain,
    factored,
    settle: (rate) => settle(walk, event, multiply(rate, plain), multipliers, extras),
    payAt: bends ? (rate) => payOfLine(adds, multiply(rate, plain), multipliers, extras).pay : undefined,
    out: NOTHING,
  };
  step.total.pending.push(line);
  step.total.lines.set(event, line);
  if (bends) return;
  setExact(events.plain, event, plain);
  setExact(events.factored, event, factored);
}

/** Step 7: line factors, bonuses, limits of the line and the order; then the person's own factors. */
function settle({ compiled: { adds }, events, orderStands }: Walk, event: number, base: Exact, multipliers: Multipliers, extras: Extras): void {
  const { limited, pay } = payOfLine(adds, base, multipliers, extras);
  if (extras.limits || !isZero(extras.bonus)) events.extras.set(event, { ...extras, stand: extras.limits && orderStands.get(extras.limits.key) });
  const held = extras.limits && limitOrder(orderStands, limited, extras.limits);
  const change = held ? subtract(held, limited) : ZERO;
  setExact(events.pay, event, isZero(change) ? pay : add(pay, adds ? change : multiply(change, multipliers.person)));
  if (adds) setExact(events.base, event, add(base, extras.bonus));
  if (isZero(extras.bonus)) return;
  setExact(events.extra, event, multiply(extras.bonus, adds ? add(ONE, multipliers.person) : multipliers.person));
}
