import type { Exact } from '../amount/exact';
import { ZERO, add, equals, isZero, multiply, negate, subtract } from '../amount/exact';
import { round } from '../amount/round';
import { exactToDisplay, exactToPercent } from '../amount/text';
import type { Message } from '../locale/message';
import type { PlanVersion } from '../rules/plan';
import { dayText } from '../table/day';
import { isEmployed } from '../table/people';
import { periodText } from '../table/period';
import type { ManualAdjustment } from './closed/adjustments';
import type { Balances } from './closed/balances';
import type { Adjustment } from './closed/corrections';
import { prizeReason } from './contest';
import type { Engine, PayPeriod } from './engine';
import type { PaidPart, PersonPlanPay } from './plan-pay';
import { scoreReasons } from './score-coverage';
import type { Amounts } from './settled-row';

/** What reasons are told from. */
export interface Explained {
  readonly engine: Engine;
  readonly version: PlanVersion;
  readonly period: PayPeriod;
  readonly person: number;
  readonly pay: PersonPlanPay | undefined;
  readonly amounts: Amounts;
  readonly balances: Balances | undefined;
  readonly adjustments: readonly Adjustment[];
  readonly manual: readonly ManualAdjustment[];
}

/** An amount as a reason shows it: to the cent. */
export function money(amount: Exact): string {
  return exactToDisplay(round(amount, { decimals: 2, mode: 'half up' }), 2);
}

/** Why a person's figures are what they are, in few words. Never nothing. */
export function whyOf(explained: Explained): Message[] {
  const { engine, version, period, person, pay, amounts, balances, adjustments, manual } = explained;
  if (pay?.problem) return [pay.problem];
  const reasons: Message[] = [];
  const found = engine.ledger.people.persons[person];
  if (!found) reasons.push({ code: 'why.notInPeople' });
  if (found?.joined !== undefined && found.joined > period.last) reasons.push({ code: 'why.notJoined', params: { day: dayText(found.joined) } });
  if (found?.left !== undefined && found.left <= period.last) reasons.push({ code: 'why.left', params: { day: dayText(found.left) } });
  const lines = Math.max(0, ...(pay?.parts ?? []).map((part) => part.pay?.lineCount ?? 0));
  if (lines > 0) reasons.push({ code: 'why.lines', params: { count: lines } });
  for (const part of pay?.parts ?? []) reasons.push(...partReasons(part));
  if (pay) reasons.push(...scoreReasons(engine.ledger, version, person, period));
  if (pay?.planLimit) reasons.push({ code: 'why.planLimit', params: { amount: money(pay.planLimit.after) } });
  if (found && lines === 0 && isZero(amounts.earned) && isEmployed(found, period.last)) reasons.push({ code: 'why.noLines' });
  if (amounts.held.units > 0 && equals(amounts.held, subtract(amounts.earned, amounts.reserved))) reasons.push({ code: 'why.allHeld' });
  else if (!isZero(amounts.held)) reasons.push(amounts.held.units > 0 ? { code: 'why.held', params: { amount: money(amounts.held) } } : { code: 'why.heldSettled', params: { amount: money(negate(amounts.held)) } });
  for (const { amount, from } of balances?.released ?? []) reasons.push(releaseReason(amount, periodText(from.period)));
  reasons.push(...adjustmentReasons(adjustments), ...manual.map(manualReason), ...balanceReasons(amounts, balances));
  return reasons.length > 0 ? reasons : [{ code: 'why.noLines' }];
}

/** What is given back, or taken back again because its order was cancelled or its money returned. */
export function releaseReason(amount: Exact, period: string): Message {
  return amount.units < 0 ? { code: 'why.releasedBack', params: { amount: money(negate(amount)), period } } : { code: 'why.released', params: { amount: money(amount), period } };
}

/** The corrections of closed periods, one reason each. */
export function adjustmentReasons(adjustments: readonly Adjustment[]): Message[] {
  return adjustments.map(({ amount, period, because, orders }) => {
    const named = orders.flatMap(({ order }) => (order === '' ? [] : [order]));
    const ofOrders: Message | string = named.length === 0 ? '' : { code: 'why.ofOrders', params: { orders: shortList(named) } };
    return { code: `why.adjusted.${because}` as const, params: { amount: money(amount), period: periodText(period), orders: ofOrders } };
  });
}

/** At most three names, and how many there are besides. */
function shortList(names: readonly string[]): (string | Message)[] {
  const shown: (string | Message)[] = names.slice(0, 3);
  return names.length > 3 ? [...shown, { code: 'word.more', params: { count: names.length - 3 } }] : shown;
}

export function manualReason({ amount, reason, approvedBy }: Pick<ManualAdjustment, 'amount' | 'reason' | 'approvedBy'>): Message {
  return { code: 'why.manual', params: { amount: money(amount), reason: { code: 'why.approved', params: { reason, by: approvedBy } } } };
}

function balanceReasons(amounts: Amounts, balances: Balances | undefined): Message[] {
  const reasons: Message[] = [];
  if (balances && !isZero(balances.carriedIn)) reasons.push({ code: 'why.carriedIn', params: { amount: money(balances.carriedIn) } });
  // What is carried on, with what was carried in and has not been set off.
  const owing = add(balances?.carriedIn ?? ZERO, amounts.carried);
  if (owing.units < 0) reasons.push({ code: 'why.carried', params: { amount: money(owing) } });
  if (amounts.draw.units > 0) reasons.push({ code: 'why.drawn', params: { amount: money(amounts.draw) } });
  if (amounts.draw.units < 0) reasons.push({ code: 'why.drawRepaid', params: { amount: money(negate(amounts.draw)) } });
  if (balances && balances.owed.units > 0) reasons.push({ code: 'why.drawOwed', params: { amount: money(balances.owed) } });
  return reasons;
}

function partReasons({ pay, overrides }: PaidPart): Message[] {
  const reasons: Message[] = overrides.map(({ amount }) => ({ code: 'why.override', params: { amount: money(amount) } }));
  if (!pay) return reasons;
  reasons.push(...pay.prizes.map(prizeReason));
  if (pay.unratedCount > 0) reasons.push({ code: 'why.noRate', params: { count: pay.unratedCount } });
  if (pay.gate) {
    reasons.push({ code: 'why.gate', params: { value: pay.gate.gate.on.kind === 'coverage' ? exactToPercent(pay.gate.value) : exactToDisplay(pay.gate.value), below: exactToPercent(pay.gate.gate.below) } });
  }
  if (!isZero(pay.taken)) reasons.push({ code: 'why.taken', params: { amount: money(multiply(pay.taken, pay.share)) } });
  if (!isZero(pay.overdue)) reasons.push({ code: 'why.overdue', params: { amount: money(multiply(pay.overdue, pay.share)) } });
  const change = subtract(pay.limited, pay.beforeLimits);
  if (change.units > 0 && pay.minimum) reasons.push({ code: 'why.minimum', params: { amount: money(pay.minimum) } });
  if (change.units < 0 && pay.maximum) reasons.push({ code: 'why.maximum', params: { amount: money(pay.maximum) } });
  return reasons;
}
