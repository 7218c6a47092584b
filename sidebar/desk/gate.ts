import type { Exact } from '../../core/amount/exact';
import { ZERO, absolute, compare, exactInteger, isZero, larger, multiply, sign, sum } from '../../core/amount/exact';
import { exactToNumber } from '../../core/amount/text';
import { payeeKey } from '../../core/commission/closed/payee';
import type { Settlement } from '../../core/commission/settle';
import { currencyOf } from '../../core/rules/plan';
import { settledRows } from '../../core/commission/views/summary';
import { addMonths } from '../../core/table/day';
import { words } from '../../core/table/result-table';
import { numberOfPeriod, periodText } from '../../core/table/period';
import { payrollRate } from '../../core/trade/fx';
import { nextPeriod } from '../../host-port/commands';
import { closedPay, periodBefore } from './closed-pay';
import { confirmations } from './closing';
import type { Answer, Desk } from './desk';
import { refuse } from './desk';
import { issuesOf, settleDesk } from './settled';
import { withoutPlan } from './without-plan';

export type GateName = 'order' | 'plans' | 'errors' | 'unused' | 'pay' | 'fx' | 'corrections' | 'confirmed' | 'seals';

/** One thing to be sure of before a period is closed. */
export interface GateItem {
  readonly name: GateName;
  /** Fine; to be looked at and then agreed to; or in the way. */
  readonly state: 'good' | 'look' | 'stop';
  readonly names: readonly string[];
  readonly count: number;
  readonly amount: number;
  /** A period that the item speaks of. */
  readonly period: string;
}

/** How many times the pay or a rate of earlier months is out of the ordinary. */
const TIMES = exactInteger(3);
const MONTHS_LOOKED_AT = 3;

/** What to look at before a period is closed: in order, nobody forgotten, nothing out of the ordinary, nothing changed behind one's back. */
export function gate(desk: Desk, { period }: { readonly period: string }): Answer<readonly GateItem[]> {
  const settled = settleDesk(desk, period);
  if (!settled.ok) return refuse(settled.issues, desk.language);
  const settlement = settled.value;
  const lost = withoutPlan(settlement);
  const errors = issuesOf(desk).filter(({ severity }) => severity === 'error').length;
  const corrected = sum(settledRows(settlement).flatMap(({ row }) => row.adjustments.map(({ amount }) => amount)));
  const closedMonths = new Set(settlement.plans.flatMap(({ corrections }) => (corrections?.adjustments ?? []).filter(({ amount }) => !isZero(amount)).map((one) => periodText(one.period))));
  return {
    ok: true,
    value: [
      inOrder(desk, settlement),
      item('seals', 'good', { count: settlement.ledger.statements?.closings.length ?? 0 }),
      item('plans', lost.length > 0 ? 'look' : 'good', { names: lost }),
      item('errors', errors > 0 ? 'look' : 'good', { count: errors }),
      item('unused', settlement.unused.length > 0 ? 'look' : 'good', { count: settlement.unused.length }),
      unusualPay(settlement, desk.language),
      unusualRates(settlement),
      item('corrections', closedMonths.size > 0 ? 'look' : 'good', { names: [...closedMonths].sort(), amount: exactToNumber(corrected) }),
      notConfirmed(desk, settlement),
    ],
  };
}

function item(name: GateName, state: GateItem['state'], more: Partial<GateItem> = {}): GateItem {
  return { names: [], count: 0, amount: 0, period: '', ...more, name, state };
}

/** Months are closed one after the other: none is skipped. */
function inOrder({ tables }: Desk, { period, ledger }: Settlement): GateItem {
  const next = nextPeriod(tables);
  const hasClosed = (ledger.statements?.rows.length ?? 0) > 0;
  const isAhead = hasClosed && next !== undefined && next.kind === period.kind && numberOfPeriod(period) > numberOfPeriod(next);
  return item('order', isAhead ? 'stop' : 'good', { period: next ? periodText(next) : '' });
}

/** People who get more than three times the most, or less than a third of the least, that they got in the last three closed months. */
function unusualPay(settlement: Settlement, language: Desk['language']): GateItem {
  const closed = closedPay(settlement);
  const earlier = Array.from({ length: MONTHS_LOOKED_AT }, (_, index) => closed.get(periodBefore(settlement, index + 1))).flatMap((pay) => pay ?? []);
  if (earlier.length === 0) return item('pay', 'good');
  const now = new Map<string, { name: string; pay: Exact }>();
  for (const { row } of settledRows(settlement)) {
    if (row.kind !== 'person' || row.open) continue;
    const known = now.get(payeeKey(row.payee))?.pay ?? ZERO;
    now.set(payeeKey(row.payee), { name: words(row.name, language), pay: sum([known, row.amounts.payable]) });
  }
  const total = sum([...now.values()].map(({ pay }) => pay));
  const totals = earlier.map(({ people }) => people);
  const people = [...now].flatMap(([key, { name, pay }]) => {
    const before = earlier.flatMap(({ byPerson }) => byPerson.get(key) ?? []);
    // Somebody who was just beginning, or had a month of nothing, has no ordinary pay.
    return before.length === earlier.length && before.every((one) => sign(one) > 0) && isUnusual(pay, before) ? [name] : [];
  });
  return item('pay', people.length > 0 || isUnusual(total, totals) ? 'look' : 'good', { names: people, amount: exactToNumber(total), count: isUnusual(total, totals) ? 1 : 0 });
}

function isUnusual(now: Exact, before: readonly Exact[]): boolean {
  const most = before.reduce((one, other) => larger(one, other), ZERO);
  const least = before.reduce((one, other) => (compare(other, one) < 0 ? other : one), most);
  return compare(absolute(now), multiply(most, TIMES)) > 0 || (sign(least) > 0 && compare(multiply(now, TIMES), least) < 0);
}

/** Currencies whose rate at the period's end is more than three times, or less than a third of, that of three months before. */
function unusualRates({ ledger: { fx }, plans }: Settlement): GateItem {
  const last = Math.max(...plans.map(({ period }) => period.last));
  const payrolls = [...new Set(plans.map(({ version }) => currencyOf(version)))];
  const jumps = (currency: string, payroll: string): boolean => {
    const rates = [0, 1, 2, 3].flatMap((months) => payrollRate(fx, currency, payroll, addMonths(last, -months)) ?? []);
    return rates.some((rate) => rates.some((other) => compare(rate, multiply(other, TIMES)) > 0));
  };
  const found = [...(fx?.byPair.keys() ?? [])].filter((currency) => payrolls.some((payroll) => jumps(currency, payroll)));
  return item('fx', found.length > 0 ? 'look' : 'good', { names: found });
}

/** Whoever has not confirmed the month before. */
function notConfirmed(desk: Desk, settlement: Settlement): GateItem {
  const period = periodBefore(settlement, 1);
  const open = confirmations(desk, { period }).filter(({ state }) => state !== 'confirmed');
  // Where nobody has ever confirmed anything, statements are not confirmed here.
  const isUsed = confirmations(desk, { period }).some(({ state }) => state !== 'open');
  return item('confirmed', open.length > 0 && isUsed ? 'look' : 'good', { names: isUsed ? open.map(({ name }) => name) : [], period });
}
