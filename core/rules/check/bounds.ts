import type { Exact } from '../../amount/exact';
import { compare, exactInteger, larger, sign, ZERO } from '../../amount/exact';
import { exactToDisplay, exactToPercent } from '../../amount/text';
import type { Part } from '../plan';
import { measureOf, metricOf } from '../plan';
import type { Finding } from './finding';

/** Ten times a target is never meant: 80 was typed for 80 %. */
const FAR_ATTAINMENT = exactInteger(10);
const LIKE_SHARES = exactInteger(3);

/** Bounds of 80 and 100 where attainment of 80 % and 100 % is meant. */
export function attainmentBounds({ rules }: Part): Finding[] {
  if (rules.tierOn[0]?.on !== 'attainment') return [];
  return [...rules.tier, ...rules.tierBonus]
    .filter(({ from }) => compare(from, FAR_ATTAINMENT) >= 0)
    .map(({ from, row }): Finding => ({ code: 'plan.attainmentBound', row, params: asTyped(from), severity: 'error', field: 'from' }));
}

function asTyped(bound: Exact): { found: string; read: string; meant: string } {
  return { found: exactToDisplay(bound), read: exactToPercent(bound), meant: `${exactToDisplay(bound)}%` };
}

/** Bounds such as 0.8 and 1 on an amount of money: everyone is above them with the first order. */
export function boundsLikeShares(part: Part): Finding[] {
  const { rules } = part;
  const { kind } = metricOf(part) ?? measureOf(part);
  const isMoney = kind === 'revenue' || kind === 'profit' || kind === 'received';
  if (!isMoney || rules.tierOn[0]?.on === 'attainment' || rules.tierUnit.length > 0) return [];
  const bounds = [...rules.tier, ...rules.tierBonus].filter(({ from }) => sign(from) > 0);
  const [first] = bounds;
  const highest = bounds.reduce((most, { from }) => larger(most, from), ZERO);
  if (!first || compare(highest, LIKE_SHARES) > 0) return [];
  return [{ code: 'plan.boundsLikeShares', row: first.row, params: { bounds: bounds.map(({ from }) => exactToDisplay(from)) }, field: 'from' }];
}
