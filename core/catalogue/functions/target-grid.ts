import { canAllocate } from '../../amount/allocate';
import type { Exact } from '../../amount/exact';
import { ZERO } from '../../amount/exact';
import { targetGrid } from '../../amount/target-grid';
import { exactToNumber } from '../../amount/text';
import { isBlank } from '../../table/cell';
import type { Result } from '../../table/issue';
import { fail, issue, succeed } from '../../table/issue';
import type { Argument, FunctionEntry } from '../function-entry';
import { decimalsArgument, isOmitted, numberArgument, numberOf, toRange } from '../read-arguments';

/** A total split over people and months so that both add up exactly. */
export const targetgrid: FunctionEntry = {
  name: 'TARGETGRID',
  purpose: { en: 'Splits a total over rows and columns so that both add up exactly.', zh: '按行权重和列权重分解总目标，行列合计都分毫不差。' },
  parameters: [
    { name: 'total', kind: 'number', help: { en: 'The total, such as the year’s target.', zh: '总数，如年度目标。' } },
    { name: 'rowweights', kind: 'range', help: { en: 'Weights of the rows (people, areas); a blank weighs 0.', zh: '各行权重（人员、区域），空白为 0。' } },
    { name: 'columnweights', kind: 'range', help: { en: 'Weights of the columns (months by season); a blank weighs 0.', zh: '各列权重（各月季节占比），空白为 0。' } },
    { name: 'decimals', kind: 'number', optional: true, help: { en: 'Decimals (default 2; more if the total has more).', zh: '小数位数（默认 2；总数位数更多时随之）。' } },
  ],
  result: { en: 'A row per row weight, a column per column weight; every cell is the floor or the ceiling of its exact value.', zh: '每个行权重一行、每个列权重一列；每格是精确值的舍或入。' },
  examples: [
    { args: [100, [[1], [1], [1]], [[1, 1]], 0], result: [[17, 17], [17, 16], [16, 17]] },
    { args: [1200000, [[3], [2]], [[106, 105, 89]]], result: [[254400, 252000, 213600], [169600, 168000, 142400]] },
  ],
  evaluate: ([total, rows, columns, decimals]) => {
    const whole = numberArgument(total, 'total');
    if (!whole.ok) return whole;
    const [down, across, places] = [weightsOf(rows, 'rowweights'), weightsOf(columns, 'columnweights'), decimalsArgument(decimals, 2)];
    if (!down.ok) return down;
    if (!across.ok) return across;
    if (!places.ok) return places;
    return succeed(targetGrid(whole.value, down.value, across.value, places.value).map((row) => row.map(exactToNumber)));
  },
};

function weightsOf(argument: Argument, name: string): Result<Exact[]> {
  if (isOmitted(argument)) return fail(issue('argument.missing', undefined, { name }));
  const weights: Exact[] = [];
  for (const cell of toRange(argument).flat()) {
    const weight = isBlank(cell) ? succeed(ZERO) : numberOf(cell, name);
    if (!weight.ok) return weight;
    weights.push(weight.value);
  }
  return canAllocate(weights) ? succeed(weights) : fail(issue('weights.none', undefined));
}
