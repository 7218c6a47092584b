import type { Cell, Range } from '../../../core/table/cell';
import { TEAM, datedOrders, versions } from '../../support/months';
import { explained } from '../../support/read-explanation';

const book = (...rows: readonly (readonly [string, string, number, string?])[]): Range => datedOrders(...rows.map(([order, day, amount, reverses]): Cell[] => [order, 1, day, '', '', 'Amy', amount, reverses ?? '']));

describe('a plan that gives up its pool, explained', () => {
  it('tells what is taken back of the pool beside what is taken back of lines', () => {
    const plan = versions(
      ['1', '', '', 'rate', '', '', '2%'],
      ['1', '', '', 'pool', '', '', 'team'],
      ['1', '', '', 'share by', 'credit', '', '100%'],
      ['2', '2026-02-01', '', 'rate', '', '', '2%'],
    );
    const orders = book(['A', '2026-01-10', 1000], ['C', '2026-02-10', 800], ['RA', '2026-02-20', -1000, 'A'], ['RC', '2026-03-05', -300, 'C'], ['D', '2026-03-06', 500], ['RB', '2026-03-07', -100, 'B'], ['B', '2026-01-11', 100]);
    // February: 16 for C; all of A's 20 of the pool go back. March: 10 for D, 6 of C's 16 and B's 2 of the pool.
    const february = explained('2026-02', 'Amy', plan, TEAM, orders);
    expect(february.filter(([what]) => /taken back/i.test(String(what)))).toContainEqual(['After what is taken back and returned', '16 − 20 = −4', -4]);
    const march = explained('2026-03', 'Amy', plan, TEAM, orders);
    expect(march.filter(([what]) => /^After/.test(String(what)))).toEqual([['After what is taken back and returned', '10 − 8 = 2', 2]]);
  });
});
