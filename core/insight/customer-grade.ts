import type { Exact } from '../amount/exact';
import { ZERO, add, compare, multiply, sign } from '../amount/exact';
import { compareTexts } from '../table/text-order';

export type CustomerGrade = 'A' | 'B' | 'C';

const A_SHARE: Exact = { units: 80, scale: 2 };
const B_SHARE: Exact = { units: 95, scale: 2 };

/**
 * ABC grades by profit: customers in falling order of profit are A until 80 % of the total profit is reached,
 * B until 95 %, then C. The customer in which a limit is reached still belongs to the higher grade. Customers
 * without profit are C. (Pareto analysis.)
 */
export function gradeCustomers(profits: ReadonlyMap<string, Exact>): ReadonlyMap<string, CustomerGrade> {
  const ranked = [...profits].sort(([a, x], [b, y]) => compare(y, x) || compareTexts(a, b));
  const total = ranked.reduce((all, [, profit]) => (sign(profit) > 0 ? add(all, profit) : all), ZERO);
  const [aLimit, bLimit] = [multiply(total, A_SHARE), multiply(total, B_SHARE)];
  const grades = new Map<string, CustomerGrade>();
  let before = ZERO;
  for (const [customer, profit] of ranked) {
    if (sign(profit) <= 0) {
      grades.set(customer, 'C');
      continue;
    }
    if (compare(before, aLimit) < 0) grades.set(customer, 'A');
    else grades.set(customer, compare(before, bLimit) < 0 ? 'B' : 'C');
    before = add(before, profit);
  }
  return grades;
}
