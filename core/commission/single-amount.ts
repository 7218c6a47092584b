import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, compare, equals, isZero, larger, multiply, sign, subtract, sum } from '../amount/exact';
import { round } from '../amount/round';
import type { Message } from '../locale/message';
import type { Condition } from '../rules/condition';
import type { Fit } from '../rules/narrower';
import { narrowest } from '../rules/narrower';
import type { Part, PlanVersion } from '../rules/plan';
import { countsOnOf, creditOf, currencyOf, measureOf, metricOf, payEveryOf, roundingOf, shareOf, stackingOf, tierEdgeOf, tierModeOf, tierUnitOf } from '../rules/plan';
import type { Multiple } from '../rules/read-value';
import type { Limit } from '../rules/words/limit';
import { matchKey } from '../table/cell';
import type { Result } from '../table/issue';
import { fail, issue, succeed } from '../table/issue';
import type { Ladder } from './ladder';
import { makeLadder, payOfTotal, rateAt, scaleLadder } from './ladder';
import { clampLine, clampPay } from './line-limits';
import type { Facts } from './single-facts';
import { factNumber, fitsOf, onlyOne, rankOf } from './single-facts';

export interface SingleAmount {
  readonly amount: Exact;
  readonly before: Exact;
  readonly target: Exact | undefined;
  readonly facts: Facts;
}

/** Steps 6 to 9 for one amount of the measure and one person. Plans that need more are refused with a pointer to SETTLE. */
export function commissionOf(version: PlanVersion, input: SingleAmount): Result<Exact> {
  const refusal = refusalOf(version);
  if (refusal) return fail(issue('commission.needsSettle', undefined, { plan: version.plan, why: refusal }));
  const parts: Exact[] = [];
  for (const part of version.parts) {
    const paid = payOfPart(version, part, input);
    if (!paid.ok) return paid;
    parts.push(paid.value);
  }
  const total = sum(parts);
  return succeed(version.all.round.length > 0 ? round(total, roundingOf(version)) : total);
}

/** Why a plan cannot be paid from one amount: what it needs besides. */
function refusalOf(version: PlanVersion): Message | undefined {
  const [first] = version.parts;
  for (const part of version.parts) {
    if (part.rules.pool.length > 0) return { code: 'rule.pool' };
    if (part.rules.bonus.some(({ per }) => per === 'person')) return { code: 'rule.bonus' };
    if (part.rules.stage.length + part.rules.stageRate.length > 0) return { code: 'rule.stage' };
    if (creditOf(part).kind !== 'owner') return { code: 'rule.credit' };
    if (boundCurrencies(part).some((currency) => currency !== currencyOf(version))) return { code: 'rule.currency' };
    if (part.rules.rankBonus.length > 0) return { code: 'rule.rankBonus' };
    if (metricOf(part)) return { code: 'rule.tierMetric' };
    if (!['', currencyOf(version)].includes(tierUnitOf(part).currency)) return { code: 'rule.tierUnit' };
    const on = countsOnOf(part);
    if ((on === 'receipt' || on === 'paid in full') && measureOf(part).kind !== 'received') return { code: 'on.receipt' };
    if (first && JSON.stringify(measureOf(part)) !== JSON.stringify(measureOf(first))) return { code: 'rule.measure' };
  }
  return undefined;
}

/** The currencies of thresholds: one amount does not tell them. */
function boundCurrencies({ rules }: Part): string[] {
  const conditions = [...rules.rate, ...rules.factor, ...rules.creditFactor, ...rules.bonus].flatMap((entry) => entry.conditions);
  return conditions.flatMap(({ test }) => (test.kind === 'bound' && test.currency !== '' ? [test.currency] : []));
}

function payOfPart(version: PlanVersion, part: Part, input: SingleAmount): Result<Exact> {
  const credit = factorOf(part.rules.creditFactor, input.facts, 'multiply');
  if (!credit.ok) return credit;
  const amount = multiply(input.amount, credit.value.product);
  const base = basePay(part, amount, input);
  if (!base.ok) return base;
  const factors = factorOf(part.rules.factor.filter(({ gradeFactor }) => !gradeFactor), input.facts, stackingOf(part));
  if (!factors.ok) return factors;
  const graded = part.rules.factor.some(({ gradeFactor }) => gradeFactor) ? factNumber(input.facts, 'factor') : succeed(ONE);
  if (!graded.ok) return graded;
  const bonus = bonusOf(part, input);
  if (!bonus.ok) return bonus;
  const factor = stackingOf(part) === 'add' ? add(factors.value.product, subtract(graded.value, ONE)) : multiply(factors.value.product, graded.value);
  const line = limited(part, ['line', 'order'], input, add(multiply(base.value.pay, factor), bonus.value), false);
  if (!line.ok) return line;
  const gate = gateOf(part, input);
  if (!gate.ok) return gate;
  const before = multiply(multiply(base.value.paidBefore, factor), gate.value);
  const person = limitedOverSpan(version, part, input, multiply(line.value, gate.value), before, compare(gate.value, ONE) < 0);
  return person.ok ? succeed(multiply(person.value, shareOf(part))) : person;
}

/** Step 6: the rate or the ladder, on this amount and on what came before. */
function basePay(part: Part, amount: Exact, input: SingleAmount): Result<{ pay: Exact; paidBefore: Exact }> {
  const rate = rateOf(part, input.facts);
  if (!rate.ok) return rate;
  if (rate.value) return succeed({ pay: multiply(amount, rate.value), paidBefore: multiply(input.before, rate.value) });
  if (part.rules.tier.length + part.rules.tierBonus.length === 0) return succeed({ pay: ZERO, paidBefore: ZERO });
  const ladder = ladderOf(part, input);
  if (!ladder.ok) return ladder;
  if ('rate' in ladder.value) return succeed({ pay: multiply(amount, ladder.value.rate), paidBefore: multiply(input.before, ladder.value.rate) });
  const before = payOfTotal(ladder.value.ladder, input.before);
  return succeed({ pay: subtract(payOfTotal(ladder.value.ladder, add(input.before, amount)), before), paidBefore: before });
}

function rateOf(part: Part, facts: Facts): Result<Exact | undefined> {
  const fits = fitsOf(part.rules.rate, facts);
  if (!fits.ok) return fits;
  const best = onlyOne(narrowest(fits.value), (a, b) => equals(a.rate.factor, b.rate.factor) && a.rate.column === b.rate.column);
  if (!best.ok) return best;
  return best.value ? multipleOf(best.value.rate, facts) : succeed(undefined);
}

function multipleOf({ factor, column }: Multiple, facts: Facts): Result<Exact> {
  if (column === undefined) return succeed(factor);
  const own = factNumber(facts, column);
  return own.ok ? succeed(multiply(factor, own.value)) : own;
}

function ladderOf(part: Part, input: SingleAmount): Result<{ ladder: Ladder } | { rate: Exact }> {
  const tiers: { from: Exact; rate: Exact }[] = [];
  for (const { from, rate } of part.rules.tier) {
    const value = multipleOf(rate, input.facts);
    if (!value.ok) return value;
    tiers.push({ from, rate: value.value });
  }
  const bonuses: { from: Exact; amount: Exact }[] = [];
  for (const { from, amount } of part.rules.tierBonus) {
    const value = multipleOf(amount, input.facts);
    if (!value.ok) return value;
    bonuses.push({ from, amount: value.value });
  }
  const ladder = scaleLadder(makeLadder(tiers, { mode: tierModeOf(part), edge: tierEdgeOf(part), bonuses }), tierUnitOf(part).size);
  const [on] = part.rules.tierOn;
  if (on?.on !== 'attainment') return succeed({ ladder });
  if (input.target && sign(input.target) > 0) return succeed({ ladder: scaleLadder(ladder, input.target) });
  if (input.target || !input.facts.has(matchKey(on.kpi))) return fail(issue('commission.needsTarget', undefined));
  const score = factNumber(input.facts, on.kpi);
  if (!score.ok) return score;
  const mode = ladder.mode === 'interpolated' ? 'interpolated' : 'whole';
  return succeed({ rate: rateAt({ ...ladder, mode }, { units: score.value.units, scale: score.value.scale + 2 }) });
}

interface FactorRow {
  readonly conditions: readonly Condition[];
  readonly factor: Exact;
  readonly row: number;
}

/** The most specific row of each column; different columns stack. */
function factorOf(rows: readonly FactorRow[], facts: Facts, stacking: 'multiply' | 'add'): Result<{ product: Exact }> {
  const fits = fitsOf(rows, facts);
  if (!fits.ok) return fits;
  const groups = new Map<string, Fit<FactorRow>[]>();
  for (const fit of fits.value) {
    const key = fit.row.conditions.map(({ column }) => matchKey(column)).sort().join('&');
    groups.set(key, [...(groups.get(key) ?? []), fit]);
  }
  const factors: Exact[] = [];
  for (const group of groups.values()) {
    const best = onlyOne(narrowest(group), (a, b) => equals(a.factor, b.factor));
    if (!best.ok) return best;
    if (best.value) factors.push(best.value.factor);
  }
  if (stacking === 'add') return succeed({ product: add(ONE, sum(factors.map((factor) => subtract(factor, ONE)))) });
  return succeed({ product: factors.reduce(multiply, ONE) });
}

function bonusOf(part: Part, { amount, facts }: SingleAmount): Result<Exact> {
  let total = ZERO;
  if (sign(amount) <= 0) return succeed(total);
  for (const { conditions, amount: money } of part.rules.bonus) {
    const rank = rankOf(conditions, facts);
    if (!rank.ok) return rank;
    const own = rank.value === undefined ? succeed(ZERO) : multipleOf(money, facts);
    if (!own.ok) return own;
    total = add(total, own.value);
  }
  return succeed(total);
}

/** The share that gates leave: the least of those that are closed. */
function gateOf(part: Part, input: SingleAmount): Result<Exact> {
  let share = ONE;
  for (const { on, least, below } of part.rules.gate) {
    const reached = gateReached(on.kind === 'kpi' ? on.kpi : on.kind, on.kind, least, input);
    if (!reached.ok) return reached;
    if (!reached.value && compare(below, share) < 0) share = below;
  }
  return succeed(share);
}

function gateReached(field: string, kind: string, least: Exact, { amount, before, target, facts }: SingleAmount): Result<boolean> {
  if (kind === 'attainment') {
    if (!target || sign(target) <= 0) return fail(issue('commission.needsTarget', undefined));
    return succeed(compare(add(before, amount), multiply(least, target)) >= 0);
  }
  const value = factNumber(facts, field);
  return value.ok ? succeed(compare(value.value, least) >= 0) : value;
}

function limited(part: Part, levels: readonly Limit['level'][], input: SingleAmount, pay: Exact, gated: boolean): Result<Exact> {
  let result = pay;
  for (const level of levels) {
    const [least, most] = [part.rules.minimum.find((limit) => limit.level === level), part.rules.maximum.find((limit) => limit.level === level)];
    const [low, high] = [least && !gated ? multipleOf(least.amount, input.facts) : succeed(undefined), most ? multipleOf(most.amount, input.facts) : succeed(undefined)];
    if (!low.ok) return low;
    if (!high.ok) return high;
    result = level === 'person' ? clampPay(result, low.value, high.value) : clampLine(result, { least: isZero(input.amount) ? undefined : low.value, most: high.value, isReturn: sign(input.amount) < 0 && measureOf(part).kind !== 'profit' });
  }
  return succeed(result);
}

/** The person's limits: over the pay period on this amount alone, over a longer span on the running total. */
function limitedOverSpan(version: PlanVersion, part: Part, input: SingleAmount, pay: Exact, before: Exact, gated: boolean): Result<Exact> {
  const [most] = part.rules.maximum.filter(({ level }) => level === 'person');
  const longer = most?.span !== undefined && most.span !== payEveryOf(version);
  if (!most || !longer) return limited(part, ['person'], input, pay, gated);
  const amount = multipleOf(most.amount, input.facts);
  if (!amount.ok) return amount;
  const capped = subtract(clampPay(add(before, pay), undefined, amount.value), clampPay(before, undefined, amount.value));
  const [least] = part.rules.minimum.filter(({ level, span }) => level === 'person' && span === undefined);
  if (!least || gated) return succeed(capped);
  const low = multipleOf(least.amount, input.facts);
  return low.ok ? succeed(larger(capped, low.value)) : low;
}
