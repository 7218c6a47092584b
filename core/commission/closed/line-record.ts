import type { Exact } from '../../amount/exact';
import { ZERO, add, isZero, sign } from '../../amount/exact';
import { allocateOrNothing } from '../../amount/allocate';
import { exactAt } from '../../amount/exact-column';
import { round } from '../../amount/round';
import { exactToDisplay } from '../../amount/text';
import type { Message } from '../../locale/message';
import { payEveryOf, roundingOf } from '../../rules/plan';
import { rateText } from '../../rules/read-value';
import { matchKey } from '../../table/cell';
import { dayText } from '../../table/day';
import { periodOfNumber } from '../../table/period';
import { textAt } from '../../table/table';
import type { Engine } from '../engine';
import type { LineContext } from '../facts';
import { mixedSlices, rateAt, tierAt } from '../ladder';
import type { LineShare } from '../line-shares';
import { lineShares } from '../line-shares';
import { rateOfLine } from '../own-rate';
import type { PartRun } from '../part-run';
import { overrideShares } from '../override-shares';
import type { PaidPart, PlanPay } from '../plan-pay';
import { OVERRIDE_PART } from '../plan-pay';

/** What one order line gave one payee in one part of a period: what a closing keeps of it. */
export interface LineRecord {
  readonly part: string;
  /** Blank for what belongs to no single order: a share of a pot, a true-up, what a limit changed. */
  readonly order: string;
  readonly line: string;
  readonly date: string;
  readonly measure: Exact;
  readonly rate: string;
  readonly tier: string;
  readonly pay: Exact;
  readonly held: Exact;
  readonly note: Message | undefined;
}

/** The lines of a payee's parts; their pay adds up to what the parts earned, to the cent. */
export function lineRecords(engine: Engine, pay: PlanPay, parts: readonly PaidPart[], person: number): LineRecord[] {
  return parts.flatMap((paid) => (paid.part === OVERRIDE_PART ? overrideRecords(engine, pay, paid) : partRecords(engine, pay, paid, person)));
}

/** A manager's overrides: a record for each line of somebody below. */
function overrideRecords({ ledger: { orders, people } }: Engine, { version }: PlanPay, paid: PaidPart): LineRecord[] {
  const { decimals } = roundingOf(version);
  return overrideShares(people, version, paid).map(({ line, rule, measure, earned, note }): LineRecord => ({
    part: OVERRIDE_PART,
    order: line ? (orders.orderNames[orders.orderOf[line.row] ?? 0] ?? '') : '',
    line: line ? textAt(orders.lines, line.row) : '',
    date: line ? dayText(line.day) : '',
    measure: round(measure, { decimals, mode: 'half up' }),
    rate: rule ? rateText(rule.rate) : '',
    tier: rule && !isZero(rule.above) && !isZero(earned) ? boundText(rule.above) : '',
    pay: earned,
    held: ZERO,
    note,
  }));
}

function partRecords(engine: Engine, pay: PlanPay, paid: PaidPart, person: number): LineRecord[] {
  const found = pay.parts.find(({ part }) => matchKey(part.name) === matchKey(paid.part));
  if (!found) return [];
  const { orders } = engine.ledger;
  const { decimals } = roundingOf(pay.version);
  const records = lineShares(engine, pay, found.pay, paid, person).map((share): LineRecord => {
    const order = share.row === undefined ? '' : (orders.orderNames[orders.orderOf[share.row] ?? 0] ?? '');
    const reached = share.kind === 'line' && share.event !== undefined ? rateReached(found.pay.run, share) : { rate: '', tier: '' };
    return {
      part: paid.part,
      order,
      line: share.row === undefined ? '' : textAt(orders.lines, share.row),
      date: share.day === undefined ? '' : dayText(share.day),
      measure: round(share.measure, { decimals, mode: 'half up' }),
      ...reached,
      pay: share.earned,
      held: ZERO,
      note: share.note,
    };
  });
  return withHolds(records, paid, decimals);
}

/** What is held of an order falls on its lines by what they pay; what is held of a share of a pot, on the share. */
function withHolds(records: readonly LineRecord[], paid: PaidPart, decimals: number): LineRecord[] {
  const held = records.map(() => ZERO);
  for (const { order, amount } of paid.holds) {
    const own = records.flatMap((record, index) => (matchKey(record.order) === matchKey(order) && sign(record.pay) > 0 ? [index] : []));
    const on = own.length > 0 ? own : records.flatMap((record, index) => (sign(record.pay) > 0 ? [index] : []));
    const shares = allocateOrNothing(amount, on.map((index) => records[index]?.pay ?? ZERO), decimals);
    on.forEach((index, place) => {
      held[index] = add(held[index] ?? ZERO, shares[place] ?? ZERO);
    });
  }
  return records.map((record, index) => ({ ...record, held: held[index] ?? ZERO }));
}

/** The rates a line was paid at, and the lower bound of the tier it reached. */
function rateReached(run: PartRun, { event, row = 0, day = 0 }: LineShare): { rate: string; tier: string } {
  const { compiled, events, totals } = run;
  if (event === undefined) return { rate: '', tier: '' };
  const context: LineContext = { row, person: events.person[event] ?? -1, day, orderDay: compiled.orderDays.days[row] ?? day, period: periodOfNumber(events.period[event] ?? 0, payEveryOf(compiled.version)) };
  const own = rateOfLine(compiled, context);
  if (own) return { rate: rateText(own.factor), tier: '' };
  const total = totals[events.state[event] ?? -1];
  const ladder = total?.ladder ?? compiled.ladder;
  if (!ladder || !total) return { rate: '', tier: '' };
  if (ladder.mode !== 'marginal') {
    const end = total.steps.find(({ period }) => period === events.period[event])?.end ?? rateAt(ladder, total.total);
    return { rate: rateText(end), tier: boundText(ladder.bounds[tierAt(ladder, total.total)]) };
  }
  const from = exactAt(events.from, event);
  const slices = mixedSlices(ladder, exactAt(events.credit, event), from, add(from, exactAt(events.moved, event))).filter(({ size }) => !isZero(size));
  const rates = [...new Set(slices.map(({ tier }) => rateText(ladder.rates[tier] ?? ZERO)))];
  const top = slices.reduce((highest, { tier }) => Math.max(highest, tier), -1);
  return { rate: rates.join(' / '), tier: boundText(ladder.bounds[top]) };
}

function boundText(bound: Exact | undefined): string {
  return bound === undefined ? '' : exactToDisplay(bound);
}
