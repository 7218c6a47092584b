import type { Exact } from '../../amount/exact';
import { ONE } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { compareRatio } from '../../amount/ratio';

/** Red, amber, green on attainment; grey without data. */
export type Status = 'green' | 'amber' | 'red' | 'grey';

const AMBER_FROM: Exact = { units: 9, scale: 1 };

const GOOD_FROM: Exact = { units: 8, scale: 1 };
const FAIR_FROM: Exact = { units: 6, scale: 1 };

/** Of attainment: green from 100 %, amber from 90 %, red below. */
export function statusOf(attainment: Ratio | undefined): Status {
  if (!attainment) return 'grey';
  if (compareRatio(attainment, ONE) >= 0) return 'green';
  return compareRatio(attainment, AMBER_FROM) >= 0 ? 'amber' : 'red';
}

/** Without a target, of the full mark: green from 80 %, amber from 60 %, red below. */
export function statusOfMark(share: Ratio): Status {
  if (compareRatio(share, GOOD_FROM) >= 0) return 'green';
  return compareRatio(share, FAIR_FROM) >= 0 ? 'amber' : 'red';
}
