import type { Cell, Range } from '../../../core/table/cell';
import { TEAM, datedOrders, versions } from '../../support/months';
import { explained } from '../../support/read-explanation';

const book = (...rows: readonly (readonly [string, string, number, string?])[]): Range => datedOrders(...rows.map(([order, day, amount, reverses]): Cell[] => [order, 1, day, '', '', 'Amy', amount, reverses ?? '']));

/** A version of whole tiers over a quarter, with what else it rules. */
function whole(version: string, effective: string, tiers: readonly (readonly [number, string])[], ...more: readonly (readonly Cell[])[]): Cell[][] {
  const rows: Cell[][] = [...tiers.map(([from, rate]): Cell[] => ['tier', '', from, rate]), ['tier mode', '', '', 'whole'], ['tier span', '', '', 'quarter'], ...more.map((row) => [...row])];
  return rows.map((row) => [version, effective, '', ...row]);
}

const trueUps = (steps: readonly (readonly (string | number)[])[]): (readonly (string | number)[])[] => steps.filter(([what]) => String(what).includes('at the new rate'));

describe('earlier lines at the new rate, explained', () => {
  it('a line with a limit of its own of which half was reversed since', () => {
    const plan = versions(...whole('1', '', [[0, '3%'], [50000, '4.5%']], ['minimum', 'line', '', 88.88]));
    const orders = book(['PO-1', '2026-01-05', 2000], ['R', '2026-02-03', -1000, 'PO-1'], ['PO-2', '2026-02-05', 60000]);
    // Paid 88.88 in January; at 4.5 % it would have been 90; half of the order is left.
    expect(trueUps(explained('2026-02', 'Amy', plan, TEAM, orders))).toEqual([['Earlier PO-1/1 at the new rate: 3% → 4.5%', '2,000 × 3% = 60 → at least 88.88; (2,000 × 4.5% − 88.88) × 50% = 0.56', 0.56]]);
  });

  it('a line that no limit holds at either rate, a third of it left', () => {
    const plan = versions(...whole('1', '', [[0, '4.5%'], [50000, '3%']], ['minimum', 'line', '', 10]));
    const orders = book(['PO-1', '2026-01-05', 3000], ['R', '2026-02-03', -2000, 'PO-1'], ['PO-2', '2026-02-05', 60000]);
    expect(trueUps(explained('2026-02', 'Amy', plan, TEAM, orders))).toEqual([['Earlier PO-1/1 at the new rate: 4.5% → 3%', '(3,000 × 3% − 3,000 × 4.5%) × 1 ÷ 3 = −15', -15]]);
  });

  it('the limits of an order hold no true-up', () => {
    const plan = versions(...whole('1', '', [[0, '3%'], [50000, '4.5%']], ['maximum', 'line', '', 1300], ['maximum', 'order', '', 1000]));
    const orders = book(['PO-1', '2026-01-05', 40000], ['PO-2', '2026-02-05', 60000]);
    expect(trueUps(explained('2026-02', 'Amy', plan, TEAM, orders))).toEqual([['Earlier PO-1/1 at the new rate: 3% → 4.5%', '40,000 × 4.5% = 1,800 → at most 1,300; 1,300 − 40,000 × 3% = 100', 100]]);
  });

  it('a line with a limit that an earlier version paid: from what it was paid', () => {
    const limit: Cell[] = ['minimum', 'line', '', 88.88];
    const plan = versions(...whole('1', '', [[0, '3%'], [50000, '4%']], limit), ...whole('2', '2026-02-01', [[0, '5%'], [50000, '6%']], limit));
    const orders = book(['PO-1', '2026-01-05', 2000], ['PO-2', '2026-01-06', 1000], ['R', '2026-02-03', -1000, 'PO-1'], ['PO-3', '2026-02-05', 60000]);
    // PO-1: (120 − 88.88) × 50 %; PO-2 stays at its minimum.
    expect(trueUps(explained('2026-02', 'Amy', plan, TEAM, orders))).toEqual([['Earlier PO-1/1 at the new rate: 5% → 6%', '(2,000 × 6% − paid 88.88) × 50% = 15.56', 15.56]]);
  });

  it('lines that an earlier version had paid at the same rate weigh with the next change', () => {
    const plan = versions(['1', '', '', 'rate', '', '', '6%'], ...whole('2', '2026-02-01', [[0, '5%'], [50000, '6%'], [100000, '7%']]));
    const orders = book(['PO-1', '2026-01-05', 40000], ['PO-2', '2026-02-05', 20000], ['PO-3', '2026-03-05', 60000]);
    // February: 60,000 reach the 6 % that January was paid at. March: 1 % more on both.
    expect(trueUps(explained('2026-02', 'Amy', plan, TEAM, orders))).toEqual([]);
    expect(trueUps(explained('2026-03', 'Amy', plan, TEAM, orders))).toEqual([['Earlier lines of the quarter at the new rate: 6% → 7%', '(7% − 6%) × 60,000 = 600', 600]]);
  });
});
