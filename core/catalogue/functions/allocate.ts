import { allocate as share, canAllocate } from '../../amount/allocate';
import { ZERO } from '../../amount/exact';
import type { Exact } from '../../amount/exact';
import { exactToNumber } from '../../amount/text';
import { isBlank } from '../../table/cell';
import { fail, issue, succeed } from '../../table/issue';
import type { FunctionEntry } from '../function-entry';
import { decimalsArgument, isOmitted, numberArgument, numberOf, toRange } from '../read-arguments';

/** Shares that add up to the total exactly, by largest remainder. */
export const allocate: FunctionEntry = {
  name: 'ALLOCATE',
  purpose: { en: 'Shares a total by weights so that the shares add up to it exactly.', zh: '按权重分摊，各份之和与总数分毫不差。' },
  parameters: [
    { name: 'total', kind: 'number', help: { en: 'What is shared.', zh: '要分摊的总数。' } },
    { name: 'weights', kind: 'range', help: { en: 'The weights, 0 or more; a blank weighs 0.', zh: '权重，不小于 0；空白为 0。' } },
    { name: 'decimals', kind: 'number', optional: true, help: { en: 'Decimals of the shares (default 2; more if the total has more).', zh: '小数位数（默认 2；总数位数更多时随之）。' } },
  ],
  result: { en: 'A range of the weights’ shape.', zh: '与权重同形的区域。' },
  examples: [
    { args: [100, [[1, 1, 1]]], result: [[33.34, 33.33, 33.33]] },
    { args: [-10.03, [[50, 50]]], result: [[-5.02, -5.01]] },
    { args: [10000, [[1], [0.7]]], result: [[5882.35], [4117.65]] },
    { args: [1003, [[0], [50], [50]], 0], result: [[0], [502], [501]] },
  ],
  evaluate: ([total, weights, decimals]) => {
    const whole = numberArgument(total, 'total');
    if (!whole.ok) return whole;
    const places = decimalsArgument(decimals, 2);
    if (!places.ok) return places;
    if (isOmitted(weights)) return fail(issue('argument.missing', undefined, { name: 'weights' }));
    const rows = toRange(weights);
    const read: Exact[] = [];
    for (const cell of rows.flat()) {
      const weight = isBlank(cell) ? succeed(ZERO) : numberOf(cell, 'weights');
      if (!weight.ok) return weight;
      read.push(weight.value);
    }
    if (!canAllocate(read)) return fail(issue('weights.none', undefined));
    const shares = share(whole.value, read, places.value).map(exactToNumber);
    let next = 0;
    return succeed(rows.map((row) => row.map(() => shares[next++] ?? 0)));
  },
};
