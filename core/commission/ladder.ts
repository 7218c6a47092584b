import type { Exact } from '../amount/exact';
import { ZERO, add, compare, isZero, multiply, negate, sign, subtract } from '../amount/exact';
import { allocate } from '../amount/allocate';
import { quotient } from '../amount/round';
import type { TierMode } from '../rules/words/tier';

/** Lower bounds in rising order with the rate from each on, and the bonuses on the way. */
export interface Ladder {
  readonly bounds: readonly Exact[];
  readonly rates: readonly Exact[];
  readonly mode: TierMode;
  readonly edge: 'from' | 'above';
  readonly bonuses: readonly LadderBonus[];
}

/** Money for reaching a bound: one sum, or each person's own multiple of a People column. */
export interface LadderBonus {
  readonly from: Exact;
  readonly amount: Exact;
  readonly column?: string | undefined;
}

/** The part of a step that lies in one tier. */
export interface Slice {
  readonly tier: number;
  readonly size: Exact;
}

/** A ladder from rows in any order. */
export function makeLadder(
  tiers: readonly { readonly from: Exact; readonly rate: Exact }[],
  options: Pick<Ladder, 'mode' | 'edge'> & { readonly bonuses?: Ladder['bonuses'] },
): Ladder {
  const sorted = [...tiers].sort((a, b) => compare(a.from, b.from));
  return {
    bounds: sorted.map(({ from }) => from),
    rates: sorted.map(({ rate }) => rate),
    mode: options.mode,
    edge: options.edge,
    bonuses: options.bonuses ?? [],
  };
}

/** The tier a total stands in: -1 below the lowest bound. A negative total stands where 0 does. */
export function tierAt(ladder: Ladder, total: Exact): number {
  if (sign(total) < 0) return lastTier(ladder, ZERO, 'from');
  return lastTier(ladder, total, ladder.edge);
}

function lastTier(ladder: Ladder, total: Exact, edge: Ladder['edge']): number {
  let tier = -1;
  for (const bound of ladder.bounds) {
    const place = compare(total, bound);
    if (place < 0 || (place === 0 && edge === 'above')) break;
    tier += 1;
  }
  return tier;
}

/** The rate that a whole or interpolated ladder pays on everything when the total is this. */
export function rateAt(ladder: Ladder, total: Exact): Exact {
  if (ladder.mode === 'interpolated') return interpolatedRate(ladder, sign(total) < 0 ? ZERO : total);
  return ladder.rates[tierAt(ladder, total)] ?? ZERO;
}

/** Linear between the knots, the end rates outside them, apportioned at 12 decimals. Below the lowest knot: its rate. */
function interpolatedRate(ladder: Ladder, total: Exact): Exact {
  const tier = lastTier(ladder, total, 'from');
  const [low, rate] = [ladder.bounds[tier], ladder.rates[tier]];
  if (low === undefined || rate === undefined) return ladder.rates[0] ?? ZERO;
  const [high, next] = [ladder.bounds[tier + 1], ladder.rates[tier + 1]];
  if (high === undefined || next === undefined) return rate;
  const rise = multiply(subtract(next, rate), subtract(total, low));
  return add(rate, quotient(rise, subtract(high, low), { decimals: 12, mode: 'half up' }));
}

/** The slices of a step from one total to another, tier by tier; a step down has negative slices. */
export function slicesBetween(ladder: Ladder, from: Exact, to: Exact): Slice[] {
  if (compare(to, from) < 0) return slicesBetween(ladder, to, from).map(({ tier, size }) => ({ tier, size: negate(size) }));
  const slices: Slice[] = [];
  const push = (tier: number, size: Exact): void => {
    if (!isZero(size)) slices.push({ tier, size });
  };
  let at = from;
  if (sign(at) < 0) {
    const end = sign(to) < 0 ? to : ZERO;
    push(tierAt(ladder, at), subtract(end, at));
    at = end;
  }
  let tier = lastTier(ladder, at, 'from');
  while (compare(at, to) < 0) {
    const next = ladder.bounds[tier + 1];
    const end = next !== undefined && compare(next, to) < 0 ? next : to;
    push(tier, subtract(end, at));
    at = end;
    tier += 1;
  }
  return slices;
}

/** What a step from one total to another pays under marginal tiers. */
export function marginalPay(ladder: Ladder, from: Exact, to: Exact): Exact {
  let pay = ZERO;
  for (const { tier, size } of slicesBetween(ladder, from, to)) pay = add(pay, multiply(size, ladder.rates[tier] ?? ZERO));
  return pay;
}

/**
 * A line's amount at its own mix of rates: the slices of its metric divide it (largest remainder at 8 decimals).
 * A line without metric takes the rate at its place.
 */
export function mixedSlices(ladder: Ladder, amount: Exact, from: Exact, to: Exact): Slice[] {
  const step = subtract(to, from);
  if (isZero(step)) return [{ tier: tierAt(ladder, from), size: amount }];
  const slices = slicesBetween(ladder, from, to);
  if (compare(step, amount) === 0) return slices;
  const [only] = slices;
  if (slices.length === 1 && only) return [{ tier: only.tier, size: amount }];
  const weights = slices.map(({ size }) => (sign(size) < 0 ? negate(size) : size));
  const parts = allocate(amount, weights, 8);
  return slices.map(({ tier }, index) => ({ tier, size: parts[index] ?? ZERO }));
}

/** The sums reached between two totals; negative when the total falls below a bound again. */
export function bonusBetween(ladder: Ladder, from: Exact, to: Exact): Exact {
  if (ladder.bonuses.length === 0) return ZERO;
  return subtract(bonusReached(ladder, to), bonusReached(ladder, from));
}

function bonusReached(ladder: Ladder, total: Exact): Exact {
  let reached = ZERO;
  for (const bonus of ladder.bonuses) if (bonus.column === undefined && reaches(ladder, total, bonus)) reached = add(reached, bonus.amount);
  return reached;
}

function reaches({ edge }: Ladder, total: Exact, { from }: LadderBonus): boolean {
  const place = compare(total, from);
  return place > 0 || (place === 0 && edge === 'from');
}

/** Each person's own bonuses (multiples of a People column) that are reached between two totals, or lost again. */
export function ownBonusesBetween(ladder: Ladder, from: Exact, to: Exact): { readonly index: number; readonly isReached: boolean }[] {
  return ladder.bonuses.flatMap((bonus, index) => {
    const [before, after] = [reaches(ladder, from, bonus), reaches(ladder, to, bonus)];
    return bonus.column === undefined || before === after ? [] : [{ index, isReached: after }];
  });
}

/** T(x): what a total pays on the ladder as a whole, bonuses included. */
export function payOfTotal(ladder: Ladder, total: Exact): Exact {
  const bonus = bonusReached(ladder, total);
  if (ladder.mode === 'marginal') return add(marginalPay(ladder, ZERO, total), bonus);
  return add(multiply(rateAt(ladder, total), total), bonus);
}

/** The same ladder with its bounds as shares of a target. */
export function scaleLadder(ladder: Ladder, target: Exact): Ladder {
  return {
    ...ladder,
    bounds: ladder.bounds.map((bound) => multiply(bound, target)),
    bonuses: ladder.bonuses.map((bonus) => ({ ...bonus, from: multiply(bonus.from, target) })),
  };
}

