import type { Cell } from '../../../core/table/cell';
import { TEAM, datedOrders, monthly, versions } from '../../support/months';
import { settle } from '../../support/tables';

const pool = (version: string, effective: string, rate: string, by: string, ...further: Cell[][]): Cell[][] => [
  [version, effective, '', 'rate', '', '', rate],
  [version, effective, '', 'pool', '', '', by],
  [version, effective, '', 'share by', 'credit', '', '100%'],
  ...further.map((row) => [version, effective, '', ...row]),
];
const FUND: Cell[] = ['reserve', 'Fund', '', '10%'];
const book = datedOrders(['A', 1, '2026-01-05', '', '', 'Amy', 1000, ''], ['B', 1, '2026-01-06', '', '', 'Ben', 1000, ''], ['R', 1, '2026-03-05', '', '', 'Amy', -1000, 'A'], ['C', 1, '2026-03-06', '', '', 'Ben', 100, '']);
const earned = (plan: ReturnType<typeof versions>, who: string): Cell[] => monthly(3, who, [plan, TEAM, book]);

describe('what is taken back of a pot', () => {
  it('is charged to those who got it, not to today’s members', () => {
    const march = datedOrders(['A', 1, '2026-03-05', '', '', 'Amy', 1000, ''], ['R', 1, '2026-04-05', '', '', 'Amy', -1000, 'A'], ['B', 1, '2026-04-06', '', '', 'Ben', 300, '']);
    const plan = versions(...pool('1', '', '10%', 'team'));
    expect(['Amy', 'Ben'].map((who) => monthly(4, who, [plan, TEAM, march])[3])).toEqual([-100, 30]);
  });

  it('to members and the fund by what each got, under the rate of the old version', () => {
    const plan = versions(...pool('1', '', '10%', 'plan', FUND), ...pool('2', '2026-02-01', '20%', 'plan', FUND));
    // January's 200: Amy 90, Ben 90, the fund 20. March: 100 goes back, and C's 20 is shared.
    expect([earned(plan, 'Amy'), earned(plan, 'Ben'), earned(plan, 'Fund')]).toEqual([[90, 0, -45], [90, 0, -27], [20, 0, -8]]);
    const pots = settle('2026-03', 'pools', plan, TEAM, book);
    const amountOf = (who: string): number => Number(pots.find((row) => row['Person'] === who)?.['Amount'] ?? 0);
    expect([amountOf('Amy') + amountOf('Ben') + amountOf('Fund'), amountOf('Pot')]).toEqual([-80, -80]);
  });

  it('to the company where nobody could be weighed', () => {
    const weighed = versions(['1', '', '', 'rate', '', '', '10%'], ['1', '', '', 'pool', '', '', 'team'], ['1', '', '', 'share by', 'Role', '', '100%'], ['1', '', '', 'weight', 'Role=Sales', '', 0], ['1', '', '', 'weight', 'Role=Manager', '', 0]);
    expect([earned(weighed, 'Amy'), earned(weighed, 'Company')]).toEqual([[0, 0, 0], [200, 0, -90]]);
  });

  it('where the new version has no pot, from its old members', () => {
    const plan = versions(...pool('1', '', '10%', 'team'), ['2', '2026-02-01', '', 'rate', '', '', '20%']);
    expect([earned(plan, 'Amy'), earned(plan, 'Ben')]).toEqual([[100, 0, -50], [100, 0, -30]]);
  });

  it('where only the new version has one, from the person who was paid', () => {
    const plan = versions(['1', '', '', 'rate', '', '', '10%'], ...pool('2', '2026-02-01', '20%', 'team'));
    expect([earned(plan, 'Amy'), earned(plan, 'Ben')]).toEqual([[100, 0, -100], [100, 0, 20]]);
  });
});
