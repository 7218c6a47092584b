import type { Asked } from './asked';
import { over } from './asked';
import type { FoundActual } from './find-actual';
import { findActual, usualRollup } from './find-actual';
import type { ActualBasis, Agreed } from './find-target';
import { findAgreed } from './find-target';

/** What was measured of an indicator and what was agreed, over the same months. */
export interface Figures {
  readonly months: readonly number[];
  readonly actual: FoundActual | undefined;
  readonly agreed: Agreed;
  /** What was agreed for some of the months alone; undefined where nothing was, or a sum of more months cannot be split. */
  readonly agreedOver: (months: readonly number[]) => Agreed | undefined;
}

/** By what the target goes: the actual's roll-up and record; without an actual, the indicator's own. */
export function basisOf({ ledger, indicator }: Pick<Asked, 'indicator' | 'ledger'>, actual: FoundActual | undefined): ActualBasis {
  return actual ?? { rollup: usualRollup(ledger, indicator), recorded: [], weights: undefined };
}

/** The figures of one holder: their own, or those that are shared with them. */
export function figuresOf(asked: Asked, actual: FoundActual | undefined = findActual(asked)): Figures {
  const basis = basisOf(asked, actual);
  const agreed = findAgreed(asked, basis);
  return { months: asked.months, actual, agreed, agreedOver: (months) => unsplit(findAgreed(over(asked, months), limited(basis, months)), basis) };
}

/** A basis for fewer months. */
export function limited(basis: ActualBasis, months: readonly number[]): ActualBasis {
  const recorded = basis.recorded.map(({ name, months: own }) => ({ name, months: own.filter((month) => months.includes(month)) })).filter((one) => one.months.length > 0);
  return { ...basis, recorded };
}

/** A sum that stands for more months cannot be told for some of them. */
export function unsplit(agreed: Agreed, { rollup }: Pick<ActualBasis, 'rollup'>): Agreed | undefined {
  return !agreed.target || (rollup === 'sum' && agreed.isSplit) ? undefined : agreed;
}
