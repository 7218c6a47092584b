import { settle as settlePlans } from '../../../core/commission/settle';
import type { Cell, Range } from '../../../core/table/cell';
import { readPeriod } from '../../../core/table/period';
import { recogniseTables } from '../../../core/table/recognise';
import { PEOPLE, errorOf, figure, orders, rules, settle } from '../../support/tables';

const STATEMENTS: Cell[] = ['Period', 'For period', 'Kind', 'Person', 'Plan', 'Part', 'Order', 'Measure', 'Earned', 'Reserved', 'Held', 'Released', 'Draw', 'Adjustment', 'Payable', 'Carried', 'Currency'];
/** A statement row from the cells that matter. */
const statement = (cells: Readonly<Record<string, Cell>>): Cell[] => STATEMENTS.map((header) => cells[String(header)] ?? '');
const amounts = (period: string, person: string, ...tables: Range[]): Record<string, Cell> => {
  const row = settle(period, 'summary', ...tables).find((candidate) => candidate['Person'] === person) ?? {};
  return Object.fromEntries(['Earned', 'Held', 'Released', 'Draw', 'Adjustment', 'Payable'].map((column) => [column, row[column] as Cell]));
};

describe('receipts', () => {
  const plan = rules(['counts on', '', '', 'receipt'], ['rate', '', '', '10%']);
  const table = [['Order', 'Line', 'Order date', 'Owner', 'Amount'], ['A', 1, '2026-01-05', 'Amy', 600], ['A', 2, '2026-01-05', 'Ben', 400]];

  it('bring their part of every line, the bank’s fee included, at most the whole', () => {
    const receipts = [['Order', 'Date', 'Amount', 'Fee'], ['A', '2026-02-01', 290, 10], ['A', '2026-03-01', 900, 0]];
    expect(amounts('2026-02', 'Amy', plan, PEOPLE, table, receipts)['Earned']).toBe(18);
    // 300 + 900 exceeds the order: what is left is 70 %.
    expect(amounts('2026-03', 'Amy', plan, PEOPLE, table, receipts)['Earned']).toBe(42);
    expect(amounts('2026-03', 'Ben', plan, PEOPLE, table, receipts)['Earned']).toBe(28);
  });

  it('a thousand in three receipts of a third adds up', () => {
    const receipts = [['Order', 'Date', 'Amount'], ['A', '2026-02-01', 333.33], ['A', '2026-03-01', 333.33], ['A', '2026-04-01', 333.34]];
    const paid = ['2026-02', '2026-03', '2026-04'].map((period) => amounts(period, 'Amy', plan, PEOPLE, table, receipts)['Earned'] as number);
    expect(paid.reduce((sum, amount) => sum + Math.round(amount * 100), 0)).toBe(6000);
  });

  it('2 % of what arrived, the fee left out', () => {
    const received = rules(['measure', '', '', 'received'], ['rate', '', '', '2%']);
    const receipts = [['Order', 'Date', 'Amount', 'Fee'], ['A', '2026-02-01', 490, 10]];
    expect(amounts('2026-02', 'Amy', received, PEOPLE, table, receipts)['Earned']).toBe(5.88);
  });

  it('come from the Received columns where the order has no receipt', () => {
    const own = [['Order', 'Order date', 'Owner', 'Amount', 'Received', 'Received date'], ['A', '2026-01-05', 'Amy', 1000, 500, '2026-02-03']];
    expect(amounts('2026-02', 'Amy', plan, PEOPLE, own)['Earned']).toBe(50);
  });
});

describe('refunds', () => {
  const plan = rules(['tier', '', 0, '5%'], ['tier', '', 100000, '6%'], ['tier span', '', '', 'year']);
  const table: Range = [
    ['Order', 'Order date', 'Owner', 'Amount', 'Reverses'],
    ['A', '2026-01-05', 'Amy', 80000, ''],
    ['B', '2026-01-20', 'Amy', 40000, ''],
    ['R', '2026-03-10', 'Amy', -80000, 'A'],
    ['C', '2026-04-10', 'Amy', 60000, ''],
  ];

  it('take back exactly what the line earned, and the line leaves the running total', () => {
    expect(amounts('2026-01', 'Amy', plan, PEOPLE, table)['Earned']).toBe(6200);
    expect(amounts('2026-03', 'Amy', plan, PEOPLE, table)['Earned']).toBe(-4000);
    // 40,000 are left: the next 60,000 reach 100,000 exactly, all at 5 %.
    expect(amounts('2026-04', 'Amy', plan, PEOPLE, table)['Earned']).toBe(3000);
  });

  it('count at today’s total when the plan says so', () => {
    const current = [...plan, ['P', '', 'refund', '', '', 'current']];
    // 120,000 − 80,000: 20,000 at 6 % and 60,000 at 5 %.
    expect(amounts('2026-03', 'Amy', current, PEOPLE, table)['Earned']).toBe(-4200);
  });

  it('take back less the longer ago it was', () => {
    const clawed = [...plan, ['P', '', 'clawback', '', 0, '100%'], ['P', '', 'clawback', '', 2, '50%']];
    expect(amounts('2026-03', 'Amy', clawed, PEOPLE, table)['Earned']).toBe(-2000);
  });

  it('take back under the rate that was paid, not today’s', () => {
    const versions = [
      ['Plan', 'Version', 'Effective', 'Rule', 'Item', 'From', 'Value'],
      ['P', 1, '', 'rate', '', '', '5%'],
      ['P', 2, '2026-03-01', 'rate', '', '', '8%'],
    ];
    expect(amounts('2026-03', 'Amy', versions, PEOPLE, table)['Earned']).toBe(-4000);
    expect(amounts('2026-04', 'Amy', versions, PEOPLE, table)['Earned']).toBe(4800);
  });

  it('are taken back while an order is unpaid, and given back when it is paid', () => {
    const overdue = rules(['rate', '', '', '10%'], ['clawback', 'overdue', 60, '100%']);
    const one = orders(['A', '2026-01-05', 'Amy', 1000]);
    const none = [['Order', 'Date', 'Amount']];
    const late = [...none, ['A', '2026-05-10', 1000]];
    const paid = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'].map((period) => amounts(period, 'Amy', overdue, PEOPLE, one, late)['Earned']);
    expect(paid).toEqual([100, 0, -100, 0, 100]);
    expect(amounts('2026-03', 'Amy', overdue, PEOPLE, one, none)['Earned']).toBe(-100);
  });
});

describe('exchange rates', () => {
  const table = [['Order', 'Order date', 'Ship date', 'Owner', 'Currency', 'Rate', 'Amount'], ['A', '2026-02-10', '2026-03-10', 'Amy', 'USD', '', 1000], ['B', '2026-02-10', '2026-03-10', 'Amy', 'EUR', 7.8, 1000]];
  const fx = [['Date', 'Currency', 'Rate'], ['2026-02-01', 'USD', 7.1], ['2026-03-01', 'USD', 7.2]];

  it('are those of the date that counts, or of the date the plan names', () => {
    expect(amounts('2026-03', 'Amy', rules(['rate', '', '', '1%'], ['counts on', '', '', 'shipment']), PEOPLE, table, fx)['Earned']).toBe(150);
    expect(amounts('2026-03', 'Amy', rules(['rate', '', '', '1%'], ['counts on', '', '', 'shipment'], ['fx date', '', '', 'order']), PEOPLE, table, fx)['Earned']).toBe(149);
  });

  it('are never 1 when they are missing: the row is not used, and the summary says so', () => {
    const none = fx.slice(0, 1);
    const rows = settle('2026-03', 'summary', rules(['rate', '', '', '1%'], ['counts on', '', '', 'shipment']), PEOPLE, table, none);
    expect(figure(rows, 'Amy', 'Earned')).toBe(78);
    expect(rows.some((row) => row['Person'] === '1 rows not used')).toBe(true);
    const unused = settle('2026-03', 'unused', rules(['rate', '', '', '1%'], ['counts on', '', '', 'shipment']), PEOPLE, table, none);
    expect(unused).toEqual([expect.objectContaining({ Table: 'Orders', Row: 2, Problem: 'There is no exchange rate for USD on 2026-03-10.' })]);
  });
});

describe('tables that the rules need', () => {
  it.each<[string, Range, string]>([
    ['receipts', rules(['rate', '', '', '1%'], ['counts on', '', '', 'receipt']), 'Receipts table'],
    ['contributions', rules(['rate', '', '', '1%'], ['credit', '', '', 'contributions']), 'Contributions table'],
    ['scores', rules(['rate', '', '', '1%'], ['factor', 'Score', 90, 1.1]), 'Scores table'],
    ['targets', rules(['tier', '', 0, '1%'], ['tier on', 'Revenue', '', 'attainment']), 'Targets table'],
    ['statements', rules(['rate', '', '', '1%'], ['draw', 'recoverable', '', 100]), 'Statements table'],
  ])('%s: an error that names the one that was not given', (_what, plan, expected) => {
    expect(errorOf('SETTLE', '2026-03', '', plan, PEOPLE, orders(['A', '2026-03-02', 'Amy', 100]))).toContain(expected);
  });

  it('exchange rates: an error where an order has no rate of its own', () => {
    const table = [['Order', 'Order date', 'Owner', 'Currency', 'Amount'], ['A', '2026-03-02', 'Amy', 'USD', 100]];
    expect(errorOf('SETTLE', '2026-03', '', rules(['rate', '', '', '1%']), PEOPLE, table)).toContain('Orders are in USD and neither the FX table nor a Rate was given');
  });
});

describe('attainment', () => {
  const targets = [['Person', 'KPI', 'Period', 'Target'], ['Amy', 'Revenue', '2026-03', 1000000], ['Ben', 'Revenue', '2026-03', 1000000]];
  const table = orders(['A', '2026-03-02', 'Amy', 800000], ['B', '2026-03-02', 'Ben', 1200000]);

  it('picks the tier: 5 % of 800,000; 7.5 % of 1,200,000', () => {
    const plan = rules(['tier', '', 0, '5%'], ['tier', '', '100%', '7.5%'], ['tier', '', '120%', '10%'], ['tier mode', '', '', 'whole'], ['tier on', 'Revenue', '', 'attainment'], ['tier edge', '', '', 'above']);
    expect([amounts('2026-03', 'Amy', plan, PEOPLE, table, targets)['Earned'], amounts('2026-03', 'Ben', plan, PEOPLE, table, targets)['Earned']]).toEqual([40000, 90000]);
  });

  it('without a target leaves the pay open and says why', () => {
    const plan = rules(['tier', '', 0, '5%'], ['tier on', 'Revenue', '', 'attainment']);
    const rows = settle('2026-03', 'summary', plan, PEOPLE, orders(['A', '2026-03-02', 'Max', 1000]), targets);
    expect([figure(rows, 'Max', 'Payable'), figure(rows, 'Max', 'Why')]).toEqual(['', 'no target Revenue of Max for 2026-03']);
  });

  it('closes a gate below 90 %', () => {
    const plan = rules(['rate', '', '', '1%'], ['gate', 'attainment', '90%', '50%']);
    expect([amounts('2026-03', 'Amy', plan, PEOPLE, table, targets)['Earned'], amounts('2026-03', 'Ben', plan, PEOPLE, table, targets)['Earned']]).toEqual([4000, 12000]);
  });

  it('needs the targets: without the table it is an error that names it', () => {
    expect(errorOf('SETTLE', '2026-03', '', rules(['rate', '', '', '1%'], ['gate', 'attainment', '90%', '50%']), PEOPLE, table)).toContain('Targets table');
  });
});

describe('overrides', () => {
  const table = orders(['A', '2026-03-02', 'Amy', 200000], ['B', '2026-03-02', 'Ben', 100000], ['C', '2026-03-02', 'Max', 50000]);

  it('are paid on the people below, never on one’s own', () => {
    expect(amounts('2026-03', 'Max', rules(['rate', '', '', '1%'], ['override', 1, '', '3%']), PEOPLE, table)['Earned']).toBe(9500);
  });

  it('start above a team total', () => {
    expect(amounts('2026-03', 'Max', rules(['rate', '', '', '1%'], ['override', 1, 225000, '3%']), PEOPLE, table)['Earned']).toBe(2750);
  });
});

describe('limits name their level', () => {
  const table = orders(['A', '2026-03-02', 'Amy', 50000], ['B', '2026-03-03', 'Amy', 400000]);

  it('a minimum per order line', () => {
    const plan = rules(['tier', '', 0, '1%'], ['tier', '', 300000, '0.5%'], ['tier by', '', '', 'line'], ['minimum', 'line', '', 1000]);
    expect(settle('2026-03', 'lines', plan, PEOPLE, table).map((row) => row['Earned'])).toEqual([1000, 3500]);
  });

  it('a maximum per person, over the year as a difference of running totals', () => {
    const plan = rules(['rate', '', '', '1%'], ['maximum', 'person year', '', 1200]);
    const year = orders(['A', '2026-01-02', 'Amy', 80000], ['B', '2026-02-03', 'Amy', 60000], ['C', '2026-03-03', 'Amy', 60000]);
    expect(['2026-01', '2026-02', '2026-03'].map((period) => amounts(period, 'Amy', plan, PEOPLE, year)['Earned'])).toEqual([800, 400, 0]);
  });

  it('a minimum of a multiple of a People column, for everybody who takes part', () => {
    const people = PEOPLE.map((row, index) => [...row, index === 0 ? 'Target bonus' : 1000 * index]);
    const rows = settle('2026-03', 'summary', rules(['rate', '', '', '1%'], ['minimum', 'person', '', '50% x Target bonus']), people, orders(['A', '2026-03-02', 'Amy', 10000]));
    expect(['Amy', 'Ben', 'Max'].map((name) => figure(rows, name, 'Earned'))).toEqual([500, 1000, 1500]);
  });

  it('a minimum does not lift what a gate closed', () => {
    const scores = [['Period', 'Person', 'Score'], ['2026-03', 'Amy', 40], ['2026-03', 'Ben', 80], ['2026-03', 'Max', 80]];
    const rows = settle('2026-03', 'summary', rules(['rate', '', '', '1%'], ['gate', 'Score', 60, 0], ['minimum', 'person', '', 300]), PEOPLE, orders(['A', '2026-03-02', 'Amy', 10000]), scores);
    expect([figure(rows, 'Amy', 'Earned'), figure(rows, 'Ben', 'Earned')]).toEqual([0, 300]);
  });
});

describe('joiners, leavers and changes of role', () => {
  const people = [
    ['Person', 'Team', 'Role', 'Joined', 'Left', 'From'],
    ['Amy', 'EU', 'Sales', '', '', ''],
    ['Amy', 'EU', 'Manager', '', '', '2026-03-15'],
    ['Ben', 'EU', 'Sales', '2026-03-11', '', ''],
    ['Cy', 'EU', 'Sales', '', '2026-03-10', ''],
  ];

  it('a role counts on the order date', () => {
    const plan = rules(['rate', '', '', '1%'], ['factor', 'Role=Manager', '', 2]);
    expect(amounts('2026-03', 'Amy', plan, people, orders(['A', '2026-03-14', 'Amy', 1000], ['B', '2026-03-15', 'Amy', 1000]))['Earned']).toBe(30);
  });

  it('a pool is shared by days on the team', () => {
    // Amy 31 days, Ben 21, Cy 10: 620 in 62 days.
    const rows = settle('2026-03', 'summary', rules(['pool', '', 620, 'team'], ['share by', 'equal', '', '100%']), people, orders(['A', '2026-03-14', 'Amy', 1000]));
    expect(['Amy', 'Ben', 'Cy'].map((name) => figure(rows, name, 'Earned'))).toEqual([310, 210, 100]);
  });

  it('an order won before leaving pays later only if the plan says so', () => {
    const table = [['Order', 'Order date', 'Ship date', 'Owner', 'Amount'], ['A', '2026-03-05', '2026-04-20', 'Cy', 1000]];
    const plan = rules(['rate', '', '', '1%'], ['counts on', '', '', 'shipment']);
    const rows = settle('2026-04', 'summary', plan, people, table);
    expect([rows.some((row) => row['Person'] === 'Cy'), figure(rows, 'Company', 'Measure')]).toEqual([false, 1000]);
    expect(amounts('2026-04', 'Cy', [...plan, ['P', '', 'leaver', '', '', 'order date']], people, table)['Earned']).toBe(10);
    expect(amounts('2026-04', 'Cy', [...plan, ['P', '', 'leaver', '', '', '3 months']], people, table)['Earned']).toBe(10);
  });
});

describe('holds, draws and what is carried', () => {
  const table = orders(['A', '2026-01-02', 'Amy', 100000], ['B', '2026-02-02', 'Amy', 100000]);

  it('a hold is released by itself when it falls due', () => {
    const plan = rules(['rate', '', '', '1%'], ['hold', '2 months', '', '10%']);
    expect(amounts('2026-01', 'Amy', plan, PEOPLE, table, [STATEMENTS])).toEqual({ Earned: 1000, Held: 100, Released: 0, Draw: 0, Adjustment: 0, Payable: 900 });
    const paid = [STATEMENTS, statement({ Period: '2026-01', Kind: 'pay', Person: 'Amy', Plan: 'P', Earned: 1000, Payable: 1000 }), statement({ Period: '2026-01', Kind: 'hold', Person: 'Amy', Plan: 'P', Held: 100, Payable: -100 })];
    expect(amounts('2026-02', 'Amy', plan, PEOPLE, table, paid)).toMatchObject({ Held: 100, Released: 0, Payable: 900 });
    expect(amounts('2026-03', 'Amy', plan, PEOPLE, table, paid)).toMatchObject({ Released: 100, Payable: 100 });
  });

  it('a hold until receipt is released as the order is paid', () => {
    const plan = rules(['rate', '', '', '1%'], ['hold', 'receipt', '', '50%']);
    const receipts = [['Order', 'Date', 'Amount'], ['A', '2026-02-10', 40000]];
    expect(amounts('2026-01', 'Amy', plan, PEOPLE, table, receipts, [STATEMENTS])).toMatchObject({ Earned: 1000, Held: 500, Payable: 500 });
    const paid = [STATEMENTS, statement({ Period: '2026-01', Kind: 'pay', Person: 'Amy', Plan: 'P', Earned: 1000, Payable: 1000 }), statement({ Period: '2026-01', Kind: 'hold', Person: 'Amy', Plan: 'P', Order: 'A', Held: 500, Payable: -500 })];
    expect(amounts('2026-02', 'Amy', plan, PEOPLE, orders(['A', '2026-01-02', 'Amy', 100000]), receipts, paid)).toMatchObject({ Released: 200, Payable: 200 });
  });

  it('needs the statements, and names them', () => {
    expect(errorOf('SETTLE', '2026-01', '', rules(['rate', '', '', '1%'], ['hold', 'year end', '', '10%']), PEOPLE, table)).toContain('Statements table');
  });

  it('a recoverable draw is lent and taken back from what exceeds it', () => {
    const plan = rules(['rate', '', '', '1%'], ['draw', 'recoverable', '', 3000]);
    const more = orders(['A', '2026-01-02', 'Amy', 200000], ['B', '2026-02-02', 'Amy', 500000]);
    expect(amounts('2026-01', 'Amy', plan, PEOPLE, more, [STATEMENTS])).toMatchObject({ Earned: 2000, Draw: 1000, Payable: 3000 });
    const paid = [STATEMENTS, statement({ Period: '2026-01', Kind: 'pay', Person: 'Amy', Plan: 'P', Earned: 2000, Payable: 2000 }), statement({ Period: '2026-01', Kind: 'draw', Person: 'Amy', Plan: 'P', Draw: 1000, Payable: 1000 })];
    expect(amounts('2026-02', 'Amy', plan, PEOPLE, more, paid)).toMatchObject({ Earned: 5000, Draw: -1000, Payable: 4000 });
  });

  it('a guaranteed draw is the larger of the two', () => {
    const plan = rules(['rate', '', '', '1%'], ['draw', 'guaranteed', '', 2000]);
    expect(amounts('2026-01', 'Amy', plan, PEOPLE, table)).toMatchObject({ Earned: 1000, Draw: 1000, Payable: 2000 });
  });

  it('a negative result is carried, and set against what comes', () => {
    const plan = rules(['rate', '', '', '1%']);
    const minus = orders(['A', '2026-01-02', 'Amy', -50000], ['B', '2026-02-02', 'Amy', 80000]);
    const rows = settle('2026-01', 'summary', plan, PEOPLE, minus);
    expect([figure(rows, 'Amy', 'Earned'), figure(rows, 'Amy', 'Payable'), figure(rows, 'Amy', 'Why')]).toEqual([-500, 0, 'order lines: 1; -500.00 carried to the next period']);
    const paid = [STATEMENTS, statement({ Period: '2026-01', Kind: 'pay', Person: 'Amy', Plan: 'P', Earned: -500, Payable: -500 }), statement({ Period: '2026-01', Kind: 'carry', Person: 'Amy', Plan: 'P', Carried: -500, Payable: 500 })];
    expect(amounts('2026-02', 'Amy', plan, PEOPLE, minus, paid)).toMatchObject({ Earned: 800, Payable: 300 });
  });
});

describe('closed periods', () => {
  const paid = [STATEMENTS, statement({ Period: '2026-01', Kind: 'pay', Person: 'Amy', Plan: 'P', Earned: 1000, Payable: 1000, Currency: 'CNY' })];

  it('return their rows as they stand', () => {
    const rows = settle('2026-01', 'summary', rules(['rate', '', '', '9%']), PEOPLE, orders(['A', '2026-01-02', 'Amy', 5]), paid);
    expect([figure(rows, 'Amy', 'Payable'), figure(rows, 'Amy', 'Why')]).toEqual([1000, 'closed: as the statement stands']);
  });

  it('are corrected once, in the open, when an order changes', () => {
    const plan = rules(['rate', '', '', '1%']);
    const changed = orders(['A', '2026-01-02', 'Amy', 90000], ['B', '2026-02-02', 'Amy', 10000]);
    const rows = settle('2026-02', 'summary', plan, PEOPLE, changed, paid);
    expect([figure(rows, 'Amy', 'Earned'), figure(rows, 'Amy', 'Adjustment'), figure(rows, 'Amy', 'Payable')]).toEqual([100, -100, 0]);
    const after = [...paid, statement({ Period: '2026-02', Kind: 'pay', Person: 'Amy', Plan: 'P', Earned: 100, Payable: 100 }), statement({ Period: '2026-02', 'For period': '2026-01', Kind: 'adjustment', Person: 'Amy', Plan: 'P', Adjustment: -100, Payable: -100 })];
    expect(figure(settle('2026-03', 'summary', plan, PEOPLE, changed, after), 'Amy', 'Adjustment')).toBe(0);
  });

  it('a plan fix reaches back only with a higher version of the old date', () => {
    const table = orders(['A', '2026-01-02', 'Amy', 100000]);
    const versions = (effective: string): Range => [['Plan', 'Version', 'Effective', 'Rule', 'Item', 'From', 'Value'], ['P', 1, '', 'rate', '', '', '1%'], ['P', 2, effective, 'rate', '', '', '1.5%']];
    expect(amounts('2026-02', 'Amy', versions('2026-02-01'), PEOPLE, table, paid)['Adjustment']).toBe(0);
    expect(amounts('2026-02', 'Amy', versions(''), PEOPLE, table, paid)['Adjustment']).toBe(500);
  });
});

describe('periods', () => {
  const table = orders(['A', '2026-02-25', 'Amy', 1000], ['B', '2026-02-26', 'Amy', 2000], ['C', '2026-03-25', 'Amy', 4000], ['D', '2026-03-26', 'Amy', 8000]);

  it('a month from day 26 is named for the month that holds most of it', () => {
    expect(amounts('2026-03', 'Amy', rules(['rate', '', '', '1%'], ['calendar', '', '', 'from day 26']), PEOPLE, table)['Earned']).toBe(60);
  });

  it('a date means the pay period that holds it; quarters and years are settled whole', () => {
    expect(amounts('2026-03-31', 'Amy', rules(['rate', '', '', '1%']), PEOPLE, table)['Earned']).toBe(120);
    expect(amounts('2026-Q1', 'Amy', rules(['rate', '', '', '1%'], ['pay every', '', '', 'quarter']), PEOPLE, table)['Earned']).toBe(150);
    expect(amounts('2025', 'Amy', rules(['rate', '', '', '1%'], ['pay every', '', '', 'year'], ['calendar', '', '', 'fiscal year from 4']), PEOPLE, table)['Earned']).toBe(150);
  });

  it('a bare number is a year only where the plan pays by the year', () => {
    expect(errorOf('SETTLE', 2026, '', rules(['rate', '', '', '1%']), PEOPLE, table)).toContain('in quotes');
    expect(errorOf('SETTLE', '2026-Q1', '', rules(['rate', '', '', '1%']), PEOPLE, table)).toContain('pays every month');
  });
});

describe('single rules', () => {
  it('a rate for some lines is flat, and they still move up the ladder', () => {
    const table = [['Order', 'Order date', 'Owner', 'Product', 'Amount'], ['A', '2026-03-01', 'Amy', 'Hose', 60000], ['B', '2026-03-02', 'Amy', 'Lamp', 60000]];
    const plan = rules(['tier', '', 0, '1%'], ['tier', '', 100000, '2%'], ['rate', 'Product=Hose', '', '0.5%']);
    // 300 + 40,000 × 1 % + 20,000 × 2 %.
    expect(amounts('2026-03', 'Amy', plan, PEOPLE, table)['Earned']).toBe(1100);
  });

  it('a credit factor also moves people up the tiers', () => {
    const table = [['Order', 'Order date', 'Owner', 'Customer', 'Amount'], ['A', '2026-03-01', 'Amy', 'New', 80000]];
    const plan = rules(['tier', '', 0, '1%'], ['tier', '', 100000, '2%'], ['credit factor', 'Customer=New', '', 1.5]);
    expect(amounts('2026-03', 'Amy', plan, PEOPLE, table)['Earned']).toBe(1400);
  });

  it('a tier metric sets each line’s own mix of rates', () => {
    const table = [['Order', 'Order date', 'Owner', 'Quantity', 'Amount'], ['A', '2026-03-01', 'Amy', 150, 30000], ['B', '2026-03-02', 'Amy', 0, 1000]];
    // A: two thirds of 30,000 at 1 %, one third at 2 %. B has no quantity: the rate at its place.
    const plan = rules(['tier', '', 0, '1%'], ['tier', '', 100, '2%'], ['tier metric', '', '', 'quantity']);
    expect(amounts('2026-03', 'Amy', plan, PEOPLE, table)['Earned']).toBe(420);
  });

  it('a bonus for a customer’s first order is paid once, split as the credit', () => {
    const table = [['Order', 'Line', 'Order date', 'Owner', 'Customer', 'Amount'], ['A', 1, '2026-03-01', 'Amy 60%; Ben 40%', 'Neu', 100], ['A', 2, '2026-03-01', 'Amy', 'Neu', 100], ['B', 1, '2026-03-05', 'Amy', 'Neu', 100]];
    const rows = settle('2026-03', 'summary', rules(['bonus', 'order First order=yes', '', 500]), PEOPLE, table);
    expect([figure(rows, 'Amy', 'Earned'), figure(rows, 'Ben', 'Earned')]).toEqual([300, 200]);
  });

  it('a tier bonus is paid once when the bound is reached', () => {
    const plan = rules(['tier', '', 0, '1%'], ['tier bonus', '', 50000, 800], ['tier span', '', '', 'year']);
    const table = orders(['A', '2026-01-02', 'Amy', 40000], ['B', '2026-02-02', 'Amy', 40000], ['C', '2026-03-02', 'Amy', 40000]);
    expect(['2026-01', '2026-02', '2026-03'].map((period) => amounts(period, 'Amy', plan, PEOPLE, table)['Earned'])).toEqual([400, 1200, 400]);
  });

  it('big orders only: a threshold is per order and in payroll currency', () => {
    const table = [['Order', 'Line', 'Order date', 'Owner', 'Currency', 'Rate', 'Amount'], ['A', 1, '2026-03-01', 'Amy', 'USD', 7, 8000], ['A', 2, '2026-03-01', 'Amy', 'USD', 7, 8000], ['B', 1, '2026-03-01', 'Amy', 'USD', 7, 14000]];
    expect(amounts('2026-03', 'Amy', rules(['lines', 'Amount', 100000, ''], ['rate', '', '', '1%']), PEOPLE, table)['Earned']).toBe(1120);
  });

  it('counts orders, not lines', () => {
    const table = [['Order', 'Line', 'Order date', 'Owner', 'Amount'], ['A', 1, '2026-03-01', 'Amy', 1], ['A', 2, '2026-03-01', 'Amy', 1], ['B', 1, '2026-03-01', 'Amy', 1]];
    expect(amounts('2026-03', 'Amy', rules(['measure', '', '', 'orders'], ['rate', '', '', 60]), PEOPLE, table)['Earned']).toBe(120);
  });

  it('deducts a column before anything else', () => {
    const table = [['Order', 'Order date', 'Owner', 'Amount', 'Samples'], ['A', '2026-03-01', 'Amy', 10000, 1000]];
    expect(amounts('2026-03', 'Amy', rules(['deduct', 'Samples', '', ''], ['rate', '', '', '5%']), PEOPLE, table)['Earned']).toBe(450);
  });

  it('who takes part: rows on one column are alternatives, rows on different columns must all hold', () => {
    const rows = settle('2026-03', 'summary', rules(['payees', 'Team', '', 'EU'], ['payees', 'Role', '', 'not Manager'], ['rate', '', '', '1%']), PEOPLE, orders(['A', '2026-03-01', 'Amy', 1000], ['B', '2026-03-01', 'Max', 1000]));
    expect(rows.map((row) => row['Person'])).toEqual(['Amy', 'Ben', 'Total']);
  });

  it('rounds once, by name', () => {
    const one = orders(['A', '2026-03-01', 'Amy', 0.5]);
    const mode = (decimals: Cell, name: string): Cell => amounts('2026-03', 'Amy', rules(['rate', '', '', '1'], ['round', decimals, '', name]), PEOPLE, one)['Earned'] as Cell;
    expect([mode(0, 'half up'), mode(0, 'half even'), mode(0, 'down'), mode(0, 'up')]).toEqual([1, 0, 0, 1]);
  });
});

describe('never a bare 0', () => {
  it('says why for everybody', () => {
    const people = [['Person', 'Team', 'Joined', 'Left'], ['Amy', 'EU', '', ''], ['Newt', 'EU', '2026-05-01', ''], ['Old', 'EU', '', '2026-03-15']];
    const rows = settle('2026-03', 'summary', rules(['rate', '', '', '1%']), people, orders(['A', '2026-02-01', 'Amy', 1000]));
    expect(rows.map((row) => [row['Person'], row['Why']])).toEqual([
      ['Amy', 'no lines counted in this period'],
      ['Newt', 'not joined until 2026-05-01'],
      ['Old', 'left on 2026-03-15'],
      ['Total', '3 people'],
    ]);
  });
});

describe('a mistake in the rules', () => {
  const table: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['Good', 'rate', '', '', '1%'], ['Bad', 'raet', '', '', '1%']];
  const book = (plan?: string) => settlePlans(recogniseTables([table, PEOPLE, orders(['A', '2026-03-02', 'Amy', 100])].map((cells) => ({ cells }))), { period: readPeriod('2026-03'), ...(plan !== undefined && { plan }) });

  it('stops a settlement, but not that of another plan asked for by name', () => {
    expect([book().ok, book('Bad').ok, book('Good').ok]).toEqual([false, false, true]);
  });
});
