import type { Exact } from '../../amount/exact';
import { ZERO, add, equals, isZero, multiply, negate, sum } from '../../amount/exact';
import type { Message } from '../../locale/message';
import type { Part } from '../../rules/plan';
import { roundingOf } from '../../rules/plan';
import { matchKey } from '../../table/cell';
import { paidFractionOfOrder, restOf } from '../../trade/receipts';
import type { PartPay } from '../part-pay';
import { payByOrder } from '../pay-by-order';
import { OVERRIDE_PART } from '../plan-pay';
import type { HeldAmount, PaidPart, PersonPlanPay } from '../plan-pay';
import type { SettledPlan } from '../settle';
import type { Expression, Say } from './formula';
import { conclude, figure, fractionFigure, minus, negated, over, percentage, plus, times } from './formula';
import { limitSteps } from './limit-steps';
import { fractionText } from './line-steps';
import { fundName } from './pool-steps';
import type { Step } from './step';
import { ruleRows } from './step';

/** The plan's own limits on the sum of its parts, and what of it each part keeps. */
export function planLimitSteps(row: readonly PaidPart[], own: PersonPlanPay | undefined, say: Say): Step[] {
  const limit = own?.planLimit;
  if (!limit) return [];
  const before = row.map(exactBefore);
  const parts = row.length < 2 ? [] : [{ step: 'part' as const, what: { code: 'step.planSum' } as const, formula: conclude(plus(...before.map((amount) => figure(amount))), limit.before, { say }), amount: limit.before, source: '' }];
  const limited = limitSteps(limit.steps, 'Plan', say);
  const each = row.length < 2 ? [] : row.map((paid, index): Step => {
    const amount = before[index] ?? ZERO;
    const byShare = isZero(limit.before) ? '' : conclude(over(times(figure(limit.after), figure(amount)), figure(limit.before)), paid.exact, { say });
    const moved = conclude(plus(figure(amount), minus(figure(limit.after), figure(limit.before))), paid.exact, { say });
    const same = equals(amount, paid.exact) ? conclude(figure(amount), paid.exact, { say }) : moved;
    return { step: 'part', what: { code: 'step.planPart', params: { part: partName(paid.part) } }, formula: byShare === '' ? same : byShare, amount: paid.exact, source: '' };
  });
  return [...parts, ...limited, ...each];
}

function exactBefore({ pay, overrides }: PaidPart): Exact {
  return pay ? pay.earned : sum(overrides.map(({ amount }) => amount));
}

function partName(part: string): Message | string {
  if (part === OVERRIDE_PART) return { code: 'rule.override' };
  return part === '' ? { code: 'step.ownLines' } : part;
}

/** So many amounts of a kind are named in the last formula; of more there is a sum. */
export const IN_SIGHT = 3;

/** Rounds what a part gives once, and takes the reserve and what is held back out of it. */
export function paidSteps(plan: SettledPlan, paid: PaidPart, found: { part: Part; pay: PartPay } | undefined, say: Say): Step[] {
  const rounding = roundingOf(plan.version);
  const { decimals } = rounding;
  const mode: Message = { code: `round.${rounding.mode}` };
  const rows = plan.version.all.round.map(({ row }) => row);
  const what: Message = paid.part === '' || paid.part === OVERRIDE_PART ? { code: 'step.round', params: { decimals, mode } } : { code: 'step.roundPart', params: { part: paid.part, decimals, mode } };
  const exact = equals(exactBefore(paid), paid.exact) && paid.overrides.length > 1 ? plus(...paid.overrides.map(({ amount }) => figure(amount))) : figure(paid.exact);
  const round: Step = {
    step: 'part',
    what: paid.part === OVERRIDE_PART ? { code: 'step.overridesRounded' } : what,
    formula: conclude(exact, paid.earned, { decimals, say }),
    amount: paid.earned,
    source: ruleRows(rows, say),
  };
  const isNews = paid.overrides.length > 1 || !equals(paid.exact, paid.earned);
  return [...(isNews ? [round] : []), ...(found ? [...reserveSteps(paid, found.part, decimals, say), ...holdSteps(paid, found, decimals, say)] : [])];
}

function reserveSteps(paid: PaidPart, part: Part, decimals: number, say: Say): Step[] {
  return paid.reserves.flatMap(({ fund, amount }, index): Step[] => {
    const rule = part.rules.reserve[index];
    if (!rule || isZero(amount)) return [];
    const formula = conclude(negated(times(figure(paid.exact), percentage(rule.share))), negate(amount), { decimals, say });
    return [{ step: 'part', what: { code: 'step.reserve', params: { fund: fundName(fund) } }, formula, amount: negate(amount), source: ruleRows([rule.row], say) }];
  });
}

/** What is held back of what the reserve left: a share of all, or of each order the part that is not yet paid. */
function holdSteps(paid: PaidPart, { part, pay }: { part: Part; pay: PartPay }, decimals: number, say: Say): Step[] {
  const net = netOf(paid, part);
  const each = byRule(paid.holds).flatMap((hold): Step[] => {
    const rule = part.rules.hold.find(({ row }) => row === hold.row);
    if (!rule) return [];
    const whole = times(net, percentage(rule.share));
    const order = hold.due !== 'receipt' ? undefined : openOrder(pay, hold, paid.pay?.person ?? -1);
    const held = order ? times(order.shareOf(whole), fractionFigure(order.open)) : whole;
    const what: Message = order ? { code: 'step.holdOrder', params: { order: hold.order, unpaid: fractionText(order.open) } } : { code: 'step.hold' };
    return [{ step: 'part', what, formula: conclude(negated(held), negate(hold.amount), { decimals, say }), amount: negate(hold.amount), source: ruleRows([hold.row], say) }];
  });
  return each.length <= IN_SIGHT ? each : [...each, { step: 'part', what: { code: 'step.holdSum' }, formula: '', amount: negate(paid.held), source: '', adds: each }];
}

/** Money held for a time is one share of all, whatever orders it is kept by; what waits for receipts is told by order. */
function byRule(holds: readonly HeldAmount[]): HeldAmount[] {
  const timed = new Map<number, HeldAmount>();
  for (const hold of holds) {
    if (hold.due === 'receipt') continue;
    const known = timed.get(hold.row);
    timed.set(hold.row, known ? { ...known, amount: add(known.amount, hold.amount) } : hold);
  }
  return [...timed.values(), ...holds.filter(({ due }) => due === 'receipt')];
}

/** What the reserve leaves, before rounding. */
function netOf(paid: PaidPart, part: Part): Expression {
  const reserves = part.rules.reserve.filter((rule) => paid.reserves.some(({ amount }, index) => part.rules.reserve[index] === rule && !isZero(amount)));
  const cuts = reserves.map(({ share }) => multiply(paid.exact, share));
  return cuts.length === 0 ? figure(paid.exact) : plus(figure(paid.exact), ...cuts.map((cut) => figure(negate(cut))));
}

interface OpenOrder {
  readonly open: { readonly top: Exact; readonly bottom: Exact };
  readonly shareOf: (whole: Expression) => Expression;
}

/** An order's part of what the period's orders pay, and how much of the order is still unpaid. */
function openOrder({ run, period }: PartPay, hold: HeldAmount, person: number): OpenOrder | undefined {
  const { orders, receipts } = run.compiled.ledger;
  const byOrder = payByOrder(run, period, person);
  const order = orders.byKey.get(matchKey(hold.order)) ?? -1;
  const own = byOrder.get(order);
  const total = sum(byOrder.values());
  if (!own || isZero(total)) return undefined;
  const open = restOf(paidFractionOfOrder(orders, receipts, order, period.last));
  return { open, shareOf: (whole) => (equals(own, total) ? whole : over(times(whole, figure(own)), figure(total))) };
}

