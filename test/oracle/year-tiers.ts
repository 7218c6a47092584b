import type { Num, YearPart } from './year-facts';
import { D, ZERO } from './year-facts';

/** The ladder of a part: what a running total earns. */
interface Tier {
  readonly from: Num;
  readonly rate: Num;
}

function tiersOf(part: YearPart): Tier[] {
  return (part.tiers ?? []).map(({ from, rate }) => ({ from: new D(from), rate: new D(rate) })).sort((a, b) => a.from.cmp(b.from));
}

/** The rate of the tier that a total lies in; a negative total takes the rate in force at 0. */
function stepRate(tiers: readonly Tier[], total: Num): Num {
  const at = D.max(ZERO, total);
  return [...tiers].reverse().find(({ from }) => from.lte(at))?.rate ?? ZERO;
}

/** The one rate that a total earns under whole and interpolated tiers. */
export function rateOfTotal(part: YearPart, total: Num): Num {
  const tiers = tiersOf(part);
  if (part.mode !== 'interpolated') return stepRate(tiers, total);
  const at = D.max(ZERO, total);
  const low = [...tiers].reverse().find(({ from }) => from.lte(at));
  const high = tiers.find(({ from }) => from.gt(at));
  if (!low) return tiers[0]?.rate ?? ZERO;
  if (!high) return low.rate;
  return low.rate.plus(high.rate.minus(low.rate).times(at.minus(low.from)).div(high.from.minus(low.from)));
}

/** Marginal tiers: what all the slices up to a total earn. */
function earnedBy(tiers: readonly Tier[], total: Num): Num {
  if (total.isNegative()) return total.times(stepRate(tiers, ZERO));
  return tiers.reduce((earned, { from, rate }, at) => {
    const top = D.min(total, tiers[at + 1]?.from ?? total);
    return top.gt(from) ? earned.plus(top.minus(from).times(rate)) : earned;
  }, ZERO);
}

/** What a line earns on its way from one total to another, by the slices it crosses. */
export function slicePay(part: YearPart, from: Num, to: Num): Num {
  const tiers = tiersOf(part);
  return earnedBy(tiers, to).minus(earnedBy(tiers, from));
}
