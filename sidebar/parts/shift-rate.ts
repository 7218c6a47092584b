import { exactFromText, exactToText } from '../../core/amount/text';
import { add, sign } from '../../core/amount/exact';

/** A rate such as 5% or 0.05 raised by percentage points, exactly; never below zero. What is no plain rate stays as it is. */
export function shiftedRate(value: string, points: string): string {
  const shift = exactFromText(points);
  const [, percent] = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(value.trim()) ?? [];
  const rate = exactFromText(percent ?? value.trim());
  if (!shift || !rate || !/^\d/.test(value.trim())) return value;
  if (percent === undefined) {
    const raised = add(rate, { ...shift, scale: shift.scale + 2 });
    return sign(raised) < 0 ? '0' : exactToText(raised);
  }
  const raised = add(rate, shift);
  return sign(raised) < 0 ? '0%' : `${exactToText(raised)}%`;
}
