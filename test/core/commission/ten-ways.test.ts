import type { Cell } from '../../../core/table/cell';
import { PEOPLE, figure, orders, rules, settle } from '../../support/tables';

/** The ten ways of sharing commission and their combinations, with figures worked by hand. */
describe('the ten ways', () => {
  const march = orders(['A', '2026-03-02', 'Amy', 60000], ['B', '2026-03-09', 'Ben', 40000], ['C', '2026-03-20', 'Amy', 90000]);
  const earned = (period: string, ...tables: Parameters<typeof settle>[2][]): Record<string, Cell> => {
    const rows = settle(period, 'summary', ...tables);
    return Object.fromEntries(rows.map((row) => [String(row['Person']), row['Earned'] as Cell]));
  };

  it('1 individual ratio: 2 % of 150,000 is 3,000', () => {
    expect(earned('2026-03', rules(['rate', '', '', '2%']), PEOPLE, march)).toMatchObject({ Amy: 3000, Ben: 800, Max: 0, Total: 3800 });
  });

  it('1 individual ratio on profit: 2,100 × 7 − 11,300 + 900 rebate = 4,300; 10 % of it', () => {
    const table = [
      ['Order', 'Order date', 'Owner', 'Currency', 'Rate', 'Amount', 'Price term', 'Freight', 'Purchase', 'VAT rate', 'Rebate rate'],
      ['A', '2026-03-02', 'Amy', 'USD', 7, 2200, 'CIF', 100, 11300, '13%', '9%'],
      ['B', '2026-03-02', 'Ben', 'USD', 7, 2200, 'FOB', 100, 11300, '13%', '9%'],
    ];
    // Ben's FOB price holds no freight: 2,200 × 7 − 11,300 + 900 = 5,000.
    expect(earned('2026-03', rules(['measure', '', '', 'profit'], ['rate', '', '', '10%']), PEOPLE, table)).toMatchObject({ Amy: 430, Ben: 500 });
  });

  it('2 team pool: 1 % of 190,000 by weights 1, 1 and 1.5', () => {
    // 1,900 ÷ 3.5: 542.857…, 542.857…, 814.285…: the cents go to the largest remainders.
    const rows = earned('2026-03', rules(['pool', '', '', 'team'], ['rate', '', '', '1%'], ['share by', 'Role', '', '100%'], ['weight', 'Role=Manager', '', 1.5]), PEOPLE, march);
    expect(rows).toMatchObject({ Amy: 542.86, Ben: 542.86, Max: 814.28, Total: 1900 });
  });

  it('3 individual and team: 70 % of one’s own 2 %, 30 % of the team’s 2 % by credit', () => {
    const plan = rules(['Individual', 'share', '', '', '70%'], ['Individual', 'rate', '', '', '2%'], ['Team', 'share', '', '', '30%'], ['Team', 'pool', '', '', 'team'], ['Team', 'rate', '', '', '2%'], ['Team', 'share by', 'credit', '', '100%']);
    // Amy 0.7 × 3,000 + 0.3 × 3,000; Ben 0.7 × 800 + 0.3 × 800.
    expect(earned('2026-03', plan, PEOPLE, march)).toMatchObject({ Amy: 3000, Ben: 800, Max: 0 });
    const equal = plan.map((row) => row.map((cell) => (cell === 'credit' ? 'equal' : cell)));
    // The pot of 3,800 in three: 1,266.67, 1,266.67, 1,266.66, times 0.3.
    expect(earned('2026-03', equal, PEOPLE, march)).toMatchObject({ Amy: 2480, Ben: 940, Max: 380 });
  });

  const STAGED = [
    ['Order', 'Order date', 'Owner', 'Amount', 'Development', 'Closing', 'Follow-up'],
    ['A', '2026-03-02', 'Amy', 100000, 'Amy', 'Ben', 'Amy; Max'],
  ];

  it('4 by business stage: 30/40/30 % of 100,000 at 2 %', () => {
    const plan = rules(['credit', '', '', 'stages'], ['stage', 'Development', '', '30%'], ['stage', 'Closing', '', '40%'], ['stage', 'Follow-up', '', '30%'], ['rate', '', '', '2%']);
    expect(earned('2026-03', plan, PEOPLE, STAGED)).toMatchObject({ Amy: 900, Ben: 800, Max: 300 });
  });

  it('4 by business stage, with rates of their own', () => {
    const plan = rules(['credit', '', '', 'stages'], ['stage rate', 'Development', '', '0.5%'], ['stage rate', 'Closing', '', '1%']);
    expect(earned('2026-03', plan, PEOPLE, STAGED)).toMatchObject({ Amy: 500, Ben: 1000 });
  });

  it('4 an empty stage is the company’s: shown, not paid', () => {
    const plan = rules(['credit', '', '', 'stages'], ['stage', 'Development', '', '30%'], ['stage', 'Closing', '', '70%'], ['rate', '', '', '2%']);
    const table = STAGED.map((row, index) => (index === 0 ? row : row.map((cell) => (cell === 'Ben' ? '' : cell))));
    const rows = settle('2026-03', 'summary', plan, PEOPLE, table);
    expect([figure(rows, 'Amy', 'Earned'), figure(rows, 'Company', 'Earned'), figure(rows, 'Company', 'Payable')]).toEqual([600, 1400, 0]);
  });

  it('5 position coefficient: a manager earns 1.3 times', () => {
    const own = orders(['A', '2026-03-02', 'Amy', 10000], ['B', '2026-03-02', 'Max', 10000]);
    expect(earned('2026-03', rules(['rate', '', '', '1.5%'], ['factor', 'Role=Manager', '', 1.3]), PEOPLE, own)).toMatchObject({ Amy: 150, Max: 195 });
  });

  it('6 tiers: a bound crossed inside the year, month by month', () => {
    const plan = rules(['tier', '', 0, '5%'], ['tier', '', 100000, '6%'], ['tier span', '', '', 'year']);
    const year = orders(['A', '2026-01-10', 'Amy', 80000], ['B', '2026-02-10', 'Amy', 50000], ['C', '2026-03-10', 'Amy', -40000]);
    expect(earned('2026-01', plan, PEOPLE, year)['Amy']).toBe(4000);
    expect(earned('2026-02', plan, PEOPLE, year)['Amy']).toBe(2800);
    // A credit note without Reverses counts at today's total: 30,000 leave the upper tier, 10,000 the lower.
    expect(earned('2026-03', plan, PEOPLE, year)['Amy']).toBe(-2300);
  });

  it('6 whole tiers: the new rate reaches back with a true-up', () => {
    const plan = rules(['tier', '', 0, '1%'], ['tier', '', 100000, '2%'], ['tier mode', '', '', 'whole'], ['tier span', '', '', 'quarter']);
    const quarter = orders(['A', '2026-01-10', 'Amy', 60000], ['B', '2026-02-10', 'Amy', 60000]);
    expect(earned('2026-01', plan, PEOPLE, quarter)['Amy']).toBe(600);
    expect(earned('2026-02', plan, PEOPLE, quarter)['Amy']).toBe(1800);
    const lines = settle('2026-02', 'lines', plan, PEOPLE, quarter);
    expect(lines.map((row) => [row['Order'], row['Earned'], row['Why']])).toEqual([['B', 1200, ''], ['', 600, 'the new rate on earlier lines']]);
  });

  it('6 interpolated tiers: half way between 1 % and 2 % is 1.5 %', () => {
    const plan = rules(['tier', '', 0, '1%'], ['tier', '', 100000, '2%'], ['tier mode', '', '', 'interpolated']);
    expect(earned('2026-03', plan, PEOPLE, orders(['A', '2026-03-02', 'Amy', 50000]))['Amy']).toBe(750);
  });

  it('6 tiers for a team, each paid on their own', () => {
    const plan = rules(['tier', '', 0, '1%'], ['tier', '', 100000, '2%'], ['tier by', '', '', 'team'], ['tier mode', '', '', 'whole']);
    expect(earned('2026-03', plan, PEOPLE, march)).toMatchObject({ Amy: 3000, Ben: 800 });
  });

  it('7 project: only its lines, by contribution', () => {
    const table = [['Order', 'Order date', 'Owner', 'Project', 'Amount'], ['A', '2026-03-02', 'Amy', 'Arena', 100000], ['B', '2026-03-03', 'Amy', '', 50000]];
    const contributions = [['Project', 'Person', 'Share'], ['Arena', 'Amy', '50%'], ['Arena', 'Ben', '30%'], ['Arena', 'Max', 0.2]];
    const plan = rules(['lines', 'Project', '', 'Arena'], ['credit', '', '', 'contributions'], ['rate', '', '', '5%']);
    expect(earned('2026-03', plan, PEOPLE, table, contributions)).toMatchObject({ Amy: 2500, Ben: 1500, Max: 1000 });
  });

  it('8 customer contribution: factors by customer, multiplied or added', () => {
    const table = [['Order', 'Order date', 'Owner', 'Customer', 'Product', 'Amount'], ['A', '2026-03-02', 'Amy', 'ACME', 'Solar', 70000]];
    const plan = rules(['rate', '', '', '8%'], ['factor', 'Product=Solar', '', 1.5], ['factor', 'Customer=AC*', '', 1.25]);
    expect(earned('2026-03', plan, PEOPLE, table)['Amy']).toBe(10500);
    expect(earned('2026-03', [...plan, ['P', '', 'factor stacking', '', '', 'add']], PEOPLE, table)['Amy']).toBe(9800);
  });

  it('8 customer grade by the profit of the twelve months before', () => {
    const table = [
      ['Order', 'Order date', 'Owner', 'Customer', 'Profit', 'Purchase', 'Amount'],
      ['1', '2026-01-05', 'Amy', 'Big', '', 0, 9000],
      ['2', '2026-01-06', 'Amy', 'Small', '', 0, 1000],
      ['3', '2026-03-01', 'Amy', 'Big', '', 0, 10000],
      ['4', '2026-03-02', 'Amy', 'Small', '', 0, 10000],
    ];
    const plan = rules(['rate', '', '', '1%'], ['factor', 'Customer grade=A', '', 2]);
    expect(earned('2026-03', plan, PEOPLE, table)['Amy']).toBe(300);
  });

  it('9 comprehensive evaluation: half by credit, half by score', () => {
    const scores = [['Period', 'Person', 'Score'], ['2026-03', 'Amy', 90], ['2026-03', 'Ben', 60], ['2026-03', 'Max', 50]];
    const plan = rules(['pool', '', '', 'team'], ['rate', '', '', '1%'], ['share by', 'credit', '', '50%'], ['share by', 'Score', '', '50%']);
    // 1,900: half by 150,000 : 40,000 : 0 (750, 200, 0), half by 90 : 60 : 50 (427.50, 285, 237.50).
    expect(earned('2026-03', plan, PEOPLE, march, scores)).toMatchObject({ Amy: 1177.5, Ben: 485, Max: 237.5 });
  });

  it('9 as a factor on the score', () => {
    const scores = [['Period', 'Person', 'Score', 'Factor'], ['2026-03', 'Amy', 95, 1.2], ['2026-03', 'Ben', 70, 0.8], ['2026-03', 'Max', 80, 1]];
    expect(earned('2026-03', rules(['rate', '', '', '2%'], ['factor', 'Score', 90, 1.1]), PEOPLE, march, scores)).toMatchObject({ Amy: 3300, Ben: 800 });
    expect(earned('2026-03', rules(['rate', '', '', '2%'], ['factor', 'Grade factor', '', '']), PEOPLE, march, scores)).toMatchObject({ Amy: 3600, Ben: 640 });
  });

  it('10 development fund: a tenth goes into the fund, its own row', () => {
    const rows = settle('2026-03', 'summary', rules(['rate', '', '', '2%'], ['reserve', 'Market fund', '', '10%']), PEOPLE, march);
    expect([figure(rows, 'Amy', 'Earned'), figure(rows, 'Amy', 'Reserved'), figure(rows, 'Amy', 'Payable')]).toEqual([3000, 300, 2700]);
    expect([figure(rows, 'Market fund', 'Payable'), figure(rows, 'Total', 'Payable'), figure(rows, 'Total', 'Earned')]).toEqual([380, 3800, 3800]);
  });

  it('10 development fund from a pool: 400,000 less a quarter is 300,000', () => {
    const plan = rules(['pool', '', '', 'plan'], ['rate', '', '', '10%'], ['share by', 'equal', '', '100%'], ['reserve', 'Fund', '', '25%']);
    const rows = settle('2026-03', 'summary', plan, PEOPLE, orders(['A', '2026-03-02', 'Amy', 4000000]));
    expect([figure(rows, 'Amy', 'Earned'), figure(rows, 'Fund', 'Earned'), figure(rows, 'Total', 'Earned')]).toEqual([100000, 100000, 400000]);
  });
});
