import type { Exact } from '../../amount/exact';
import { ONE, compare, exactInteger, multiply, sign } from '../../amount/exact';
import { exactToPercent, exactToText } from '../../amount/text';
import type { Cell } from '../../table/cell';
import type { Part, PlanVersion } from '../plan';
import { creditOf, measureOf, poolOf } from '../plan';
import type { WordKey } from '../words';
import { measureText } from '../words/measure';
import type { Finding } from './finding';
import { paysOnMoney, rowTyped } from './finding';

/** A rate of any word that is a plain share of the measure. */
export interface PlainRate {
  readonly rate: Exact;
  readonly row: number;
  readonly word: Extract<WordKey, 'rate' | 'tier' | 'stageRate' | 'override'>;
}

/** Every rate of a part that no People column multiplies. */
export function plainRates({ rules }: Part): PlainRate[] {
  return [
    ...rules.rate.flatMap(({ rate, row }) => (rate.column === undefined ? [{ rate: rate.factor, row, word: 'rate' as const }] : [])),
    ...rules.tier.flatMap(({ rate, row }) => (rate.column === undefined ? [{ rate: rate.factor, row, word: 'tier' as const }] : [])),
    ...rules.stageRate.map(({ rate, row }) => ({ rate, row, word: 'stageRate' as const })),
    ...rules.override.map(({ rate, row }) => ({ rate, row, word: 'override' as const })),
  ];
}

/** Below this a rate on one's own sales is probably a percentage of a percentage: `0.02%` for 2 %. */
const LEAST: Exact = { units: 1, scale: 3 };
/** A manager's rate is smaller by nature: only `0.02%` and less is asked about. */
const LEAST_OVERRIDE: Exact = { units: 2, scale: 4 };

/**
 * Rates of 100 % and more, of half the turnover, below 0, and far too small, each with what was probably meant. The whole of one measure may be
 * meant, and a deduction beside rates that pay. Who only follows an order up may well have a very small rate.
 */
export function rateSizes(part: Part, version: PlanVersion): Finding[] {
  if (!paysOnMoney(part)) return [];
  const rates = plainRates(part);
  const pays = version.parts.some((other) => plainRates(other).some(({ rate }) => sign(rate) > 0));
  return rates.flatMap(({ rate, row, word }): Finding[] => {
    const meant = meantBy(rate, rowTyped(version, row)?.value);
    const params = { rule: { code: `rule.${word}` } as const, rate: exactToPercent(rate), meant: exactToPercent(meant), plain: exactToText(meant), stake: '' };
    if (sign(rate) < 0) return [{ code: 'plan.rateNegative', row, params, severity: pays ? 'note' : 'warning' }];
    if (compare(rate, ONE) > 0) return [{ code: 'plan.rateOverOne', row, params }];
    if (compare(rate, ONE) === 0) return [{ code: 'plan.rateWhole', row, params, severity: word === 'rate' && rates.length === 1 ? 'note' : 'warning' }];
    if (isHigh(part, rate, word)) return [{ code: 'plan.rateHigh', row, params }];
    return isTiny(part, rate, word) ? [{ code: 'plan.rateTiny', row, severity: creditOf(part).kind === 'owner' ? 'warning' : 'note', params: { ...params, meant: exactToPercent(multiply(rate, exactInteger(100))) } }] : [];
  });
}

/** 0.5 for 0.5 %: half of the turnover, or of what everyone below has sold. Half of the profit may be meant. */
function isHigh(part: Part, rate: Exact, word: PlainRate['word']): boolean {
  if (compare(rate, HALF) >= 0 && measureOf(part).kind !== 'profit') return true;
  return word === 'override' && compare(rate, TENTH) > 0;
}

const HALF: Exact = { units: 5, scale: 1 };
const TENTH: Exact = { units: 1, scale: 1 };

function isTiny(part: Part, rate: Exact, word: PlainRate['word']): boolean {
  if (sign(rate) === 0 || poolOf(part)) return false;
  return word === 'override' ? compare(rate, LEAST_OVERRIDE) <= 0 : compare(rate, LEAST) < 0;
}

/** 5 means 5 %, and 0.5 half a percent; typed with a percent sign, a digit is too many: 80 % was to be 8 %. */
function meantBy(rate: Exact, typed: Cell | undefined): Exact {
  const isPercent = typeof typed === 'string' && /[%％]\s*$/.test(typed);
  const [step, most] = isPercent ? [1, HALF] : [2, ONE];
  let meant: Exact = { units: rate.units, scale: rate.scale + step };
  while (compare(meant, most) >= 0) meant = { units: meant.units, scale: meant.scale + step };
  return meant;
}

/** A tier more than ten times the one below it: a percentage and a plain number were mixed. */
export function tierJumps(part: Part): Finding[] {
  const tiers = [...part.rules.tier].sort((a, b) => compare(a.from, b.from));
  return tiers.flatMap((tier, index): Finding[] => {
    const before = tiers[index - 1];
    if (!before || before.rate.column !== tier.rate.column || sign(before.rate.factor) <= 0 || compare(tier.rate.factor, ONE) >= 0) return [];
    if (paysOnMoney(part) && isHigh(part, tier.rate.factor, 'tier')) return [];
    if (compare(tier.rate.factor, multiply(before.rate.factor, exactInteger(10))) <= 0) return [];
    return [{ code: 'plan.tierJump', row: tier.row, params: { rate: exactToPercent(tier.rate.factor), before: exactToPercent(before.rate.factor), stake: '' } }];
  });
}

/** `5%` paid on pieces or on the number of orders is five hundredths of the currency each. */
export function percentOfCount(part: Part, version: PlanVersion): Finding[] {
  const measure = measureOf(part);
  if (measure.kind === 'column' ? measure.as !== 'count' : paysOnMoney(part)) return [];
  return plainRates(part).flatMap(({ rate, row }): Finding[] => {
    const typed = rowTyped(version, row)?.value;
    if (typeof typed !== 'string' || !/[%％]\s*$/.test(typed)) return [];
    return [{ code: 'plan.percentOfCount', row, params: { found: typed, rate: exactToText(rate), measure: measureText(measure) } }];
  });
}
