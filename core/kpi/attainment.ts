import type { Ratio } from '../amount/ratio';
import { NOTHING, WHOLE, addRatios, divideRatios, ratioSign, subtractRatios, timesExact } from '../amount/ratio';
import type { Better, ScoringFault } from './scoring/scoring';
import { scoringFault } from './scoring/scoring';

/** How attainment is measured: as better says, or by a named formula. */
export type AttainmentMethod = 'ratio' | 'mirror' | 'inverse' | 'signed';

const MINUS_ONE = { units: -1, scale: 0 };

/**
 * Attainment, as a fraction: A ÷ T, higher is better; lower is better: mirror 2 − A ÷ T (default) or inverse T ÷ A;
 * signed 1 + (A − T) ÷ |T| for targets that may be negative. A zero target, or a negative one without `signed`, is a
 * fault: it is never guessed.
 */
export function attainment(actual: Ratio, target: Ratio, better: Better, method: AttainmentMethod = 'ratio'): Ratio | ScoringFault {
  const sign = ratioSign(target);
  if (sign === 0) return scoringFault('target', 'kpi.zeroTarget');
  if (method === 'signed') {
    const size = sign < 0 ? timesExact(target, MINUS_ONE) : target;
    const ahead = divideRatios(better === 'lower' ? subtractRatios(target, actual) : subtractRatios(actual, target), size);
    return addRatios(WHOLE, ahead);
  }
  if (sign < 0) return scoringFault('target', 'kpi.negativeTarget');
  if (method === 'inverse') return ratioSign(actual) === 0 ? scoringFault('actual', 'kpi.inverseOfZero') : divideRatios(target, actual);
  const share = divideRatios(actual, target);
  const isMirror = method === 'mirror' || better === 'lower';
  return isMirror ? subtractRatios(addRatios(WHOLE, WHOLE), share) : share;
}

/** A ÷ T as it stands, whichever direction is better: what knots in % are read on. */
export function plainShare(actual: Ratio, target: Ratio): Ratio | ScoringFault {
  const sign = ratioSign(target);
  if (sign === 0) return scoringFault('target', 'kpi.zeroTarget');
  if (sign < 0) return scoringFault('target', 'kpi.negativeTarget');
  return ratioSign(actual) === 0 ? NOTHING : divideRatios(actual, target);
}
