import { matchKey } from '../table/cell';
import type { Bound } from './bound';
import { compareTightness, isLower } from './bound';
import type { Condition } from './condition';

/** What the columns of a row are compared with, by column and side. */
export type Bounds = ReadonlyMap<string, Bound>;

export function boundsOf(conditions: readonly Condition[]): Bounds {
  const bounds = new Map<string, Bound>();
  for (const { column, test } of conditions) {
    if (test.kind !== 'bound') continue;
    const key = `${matchKey(column)} ${isLower(test) ? 'from' : 'to'}`;
    const known = bounds.get(key);
    if (!known || compareTightness(test, known) > 0) bounds.set(key, test);
  }
  return bounds;
}

/** Whether one row lets less through than another: each of its bounds as tight, and one of them tighter. */
export function isNarrower(a: Bounds, b: Bounds): boolean {
  let tighter = [...a.keys()].some((key) => !b.has(key));
  for (const [key, bound] of b) {
    const own = a.get(key);
    const order = own ? compareTightness(own, bound) : -1;
    if (order < 0) return false;
    tighter ||= order > 0;
  }
  return tighter;
}

/** A row that holds, how specific its match is, and what its columns are compared with. */
export interface Fit<Row> {
  readonly row: Row;
  readonly rank: number;
  readonly bounds: Bounds;
}

/** Of the rows that hold the narrowest one, then those that fit as well: none of them is narrower, whatever their order. */
export function narrowest<Row>(fits: Iterable<Fit<Row>>): readonly Row[] {
  let best: Fit<Row> | undefined;
  let peers: Fit<Row>[] = [];
  for (const fit of fits) {
    if (best && fit.rank < best.rank) continue;
    if (!best || fit.rank > best.rank) [best, peers] = [fit, []];
    else if (isNarrower(fit.bounds, best.bounds)) [best, peers] = [fit, [...peers, best]];
    else peers.push(fit);
  }
  const first = best;
  if (!first) return [];
  return peers.length === 0 ? [first.row] : [first.row, ...peers.filter(({ bounds }) => !isNarrower(first.bounds, bounds)).map(({ row }) => row)];
}
