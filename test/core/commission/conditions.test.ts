import type { Cell, Range } from '../../../core/table/cell';
import { PEOPLE, errorOf, figure, orders, rowsOf, rules, settle, valueOf } from '../../support/tables';

const earned = (plan: Range, table: Range, period = '2026-03'): Cell => figure(settle(period, 'summary', plan, PEOPLE, table), 'Amy', 'Earned');

describe('* in a condition', () => {
  const table: Range = [['Order', 'Order date', 'Project', 'Owner', 'Amount'], ['A', '2026-03-05', 'Tower', 'Amy', 1000], ['B', '2026-03-01', '', 'Amy', 5000]];

  it.each<[string, readonly (readonly Cell[])[], number]>([
    ['lines of any project', [['rate', '', '', '1%'], ['lines', 'Project', '', '*']], 10],
    ['lines without a project', [['rate', '', '', '1%'], ['lines', 'Project', '', 'not *']], 50],
    ['another rate with a project', [['rate', '', '', '1%'], ['rate', 'Project=*', '', '2%']], 70],
    ['a factor with a project', [['rate', '', '', '1%'], ['factor', 'Project=*', '', 1.5]], 65],
  ])('%s', (_what, rows, expected) => {
    expect(earned(rules(...rows), table)).toBe(expected);
  });
});

describe('a threshold names its level', () => {
  const two: Range = [
    ['Order', 'Line', 'Order date', 'Owner', 'Amount', 'Quantity', 'Margin pct', 'Unit price'],
    ['A', 1, '2026-03-01', 'Amy', 30000, 300, '30%', 100],
    ['A', 2, '2026-03-01', 'Amy', 25000, 100, '10%', 250],
    ['B', 1, '2026-03-02', 'Amy', 40000, 350, '25%', 114],
  ];

  it.each<[string, readonly Cell[], number]>([
    ['an amount is that of the order', ['lines', 'Amount', 50000, ''], 550],
    ['a quantity is that of the order', ['lines', 'Quantity', 400, ''], 550],
    ['a percentage is that of the line', ['lines', 'Margin pct', '20%', ''], 700],
    ['a price is that of the line', ['lines', 'Unit price', 120, ''], 250],
    ['at most an amount', ['lines', 'Amount<50000', '', ''], 400],
    ['each column with its own bound', ['lines', 'Margin pct>=20% & Quantity>=400', '', ''], 300],
  ])('`lines`: %s', (_what, row, expected) => {
    expect(earned(rules(['rate', '', '', '1%'], row), two)).toBe(expected);
  });

  it.each<[string, readonly Cell[], number]>([
    ['the order’s amount', ['bonus', 'order Amount', 50000, 800], 800],
    ['a percentage of one of its lines', ['bonus', 'order Margin pct', '20%', 100], 200],
    ['both', ['bonus', 'order Amount>=50000 & Margin pct>=20%', '', 100], 100],
    ['each line’s amount', ['bonus', 'line Amount', 30000, 100], 200],
  ])('`bonus`: %s', (_what, row, expected) => {
    expect(earned(rules(row), two)).toBe(expected);
  });

  it('the lines of an order that is not exchanged alike share a rate', () => {
    const foreign: Range = [['Order', 'Line', 'Order date', 'Ship date', 'Owner', 'Currency', 'Amount'], ['A', 1, '2026-03-01', '2026-03-05', 'Amy', 'USD', 4000], ['A', 2, '2026-03-01', '', 'Amy', 'USD', 4000]];
    const fx: Range = [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7]];
    const plan = rules(['bonus', 'order Amount', 50000, 300], ['counts on', '', '', 'shipment']);
    expect(figure(settle('2026-03', 'summary', plan, PEOPLE, foreign, fx), 'Amy', 'Earned')).toBe(300);
  });
});

describe('conditions with their own bounds', () => {
  const table: Range = [
    ['Order', 'Order date', 'Owner', 'Amount', 'Quantity', 'Margin pct'],
    ['A', '2026-03-10', 'Amy', 1000, 600, 0.22],
    ['B', '2026-03-20', 'Amy', 1000, 600, 0.18],
    ['C', '2026-03-25', 'Amy', 1000, 400, 0.3],
  ];

  it.each<[string, readonly (readonly Cell[])[], number]>([
    ['both have to hold', [['rate', '', '', '1%'], ['rate', 'Margin pct>=20% & Quantity>=500', '', '3%']], 50],
    ['From is the least of the column alone', [['rate', '', '', '1%'], ['rate', 'Margin pct>=20% & Quantity', 500, '3%']], 50],
    ['below a bound', [['rate', '', '', '1%'], ['rate', 'Margin pct<20%', '', '0%']], 20],
    ['above, not on it', [['rate', '', '', '1%'], ['rate', 'Quantity>400', '', '2%']], 50],
    ['the tightest of several', [['rate', 'Quantity>=100', '', '1%'], ['rate', 'Quantity>=500', '', '2%']], 50],
    ['a span', [['rate', '', '', '1%'], ['rate', 'Margin pct>=20% & Margin pct<25%', '', '5%']], 70],
    ['from a day on', [['rate', '', '', '1%'], ['rate', 'Order date>=2026-03-20', '', '2%']], 50],
    ['a day in From', [['rate', '', '', '1%'], ['rate', 'Order date', '2026-03-20', '2%']], 50],
    ['a day as a number of the spreadsheet', [['rate', '', '', '1%'], ['rate', 'Order date', 46101, '2%']], 50],
    ['in Chinese', [['rate', '', '', '1%'], ['rate', '下单日期＞＝2026年3月20日 且 数量 ≥ 500', '', '2%']], 40],
    ['other than a value', [['rate', '', '', '1%'], ['factor', 'Quantity<>600', '', 2]], 40],
  ])('%s', (_what, rows, expected) => {
    expect(earned(rules(...rows), table)).toBe(expected);
  });

  it('a blank meets no bound, neither from below nor from above', () => {
    const blank: Range = [['Order', 'Order date', 'Owner', 'Amount', 'Quantity', 'Paid on'], ['A', '2026-03-10', 'Amy', 1000, '', '']];
    expect(earned(rules(['rate', '', '', '1%'], ['rate', 'Quantity<500', '', '3%']), blank)).toBe(10);
    expect(earned(rules(['rate', '', '', '1%'], ['rate', 'Paid on<2026-05-01', '', '3%']), blank)).toBe(10);
  });

  it('looks at the day somebody joined', () => {
    const people: Range = [['Person', 'Joined'], ['Amy', '2026-01-15'], ['Ben', '2025-06-01']];
    const plan = rules(['rate', '', '', '1%'], ['factor', 'Joined>=2026-01-01', '', 2]);
    const rows = settle('2026-03', 'summary', plan, people, orders(['A', '2026-03-01', 'Amy', 1000], ['B', '2026-03-01', 'Ben', 1000]));
    expect([figure(rows, 'Amy', 'Earned'), figure(rows, 'Ben', 'Earned')]).toEqual([20, 10]);
  });

  it.each<[string, readonly Cell[], RegExp]>([
    ['one From for two columns', ['rate', 'Margin pct & Quantity', 500, '3%'], /From is the least of one column; here it would be that of Margin pct, Quantity\..*Margin pct>=… & Quantity>=…/],
    ['a From that no column takes', ['rate', 'Product=Lamp', 500, '3%'], /From says 500, and “Product=Lamp” leaves no column for it/],
    ['no number behind the sign', ['rate', 'Quantity>=many', '', '3%'], /compares Quantity with no number and no date/],
    ['nothing behind the sign', ['rate', 'Quantity>=', '', '3%'], /compares Quantity with no number and no date/],
  ])('%s is told', (_what, row, expected) => {
    expect(errorOf('SETTLE', '2026-03', 'summary', rules(row), PEOPLE, table)).toMatch(expected);
  });
});

describe('rows that fit equally well', () => {
  const table: Range = [['Order', 'Order date', 'Product', 'Customer', 'Owner', 'Amount'], ['A', '2026-03-01', 'Lamp', 'ACME', 'Amy', 1000], ['B', '2026-03-02', 'Lamp', 'Zeta', 'Amy', 1000]];
  const rates = [['rate', 'Product=Lamp', '', '2%'], ['rate', 'Customer=ACME', '', '3%']];

  it.each([['in this order', rates], ['and in the other', [...rates].reverse()]])('are not decided by their order: the line is not paid, and told, %s', (_order, rows) => {
    const plan = rules(...rows);
    expect(earned(plan, table)).toBe(20);
    const unused = settle('2026-03', 'unused', plan, PEOPLE, table);
    expect(unused).toEqual([expect.objectContaining({ Table: 'Orders', Row: 2, Problem: 'Rows 2 and 3 of the rules fit equally well and pay differently: it is not paid.' })]);
    const told = rowsOf('CHECKTABLES', plan, PEOPLE, table).map((row) => `${String(row['Severity'])} ${String(row['Problem'])}`);
    expect(told.filter((text) => text.includes('equally well'))).toEqual(['Error P: rows 2 and 3 of the rules fit one line equally well (first here): 1,000.00 CNY of sales are not paid until it is clear which of them counts.']);
  });

  it('is decided by a row for the case that both fit', () => {
    expect(earned(rules(...rates, ['rate', 'Product=Lamp & Customer=ACME', '', '4%']), table)).toBe(60);
  });

  it('does not matter where both say the same', () => {
    expect(earned(rules(['rate', 'Product=Lamp', '', '2%'], ['rate', 'Customer=ACME', '', '2%']), table)).toBe(40);
  });

  it('bounds of which neither is tighter', () => {
    const sized: Range = [['Order', 'Order date', 'Owner', 'Amount', 'Quantity'], ['A', '2026-03-01', 'Amy', 1000, 600], ['B', '2026-03-01', 'Amy', 500, 600]];
    const plan = rules(['rate', 'Amount>=1000 & Quantity>=100', '', '2%'], ['rate', 'Amount>=500 & Quantity>=500', '', '3%']);
    expect(earned(plan, sized)).toBe(15);
  });

  it('factors of the score stop the person’s pay', () => {
    const scores: Range = [['Period', 'Person', 'Score', 'Attitude'], ['2026-03', 'Amy', 90, 95]];
    const plan = rules(['rate', '', '', '1%'], ['factor', 'Score>=80 & Attitude>=90', '', 1.2], ['factor', 'Attitude>=95 & Score>=70', '', 1.3]);
    const row = settle('2026-03', 'summary', plan, PEOPLE, table, scores).find((one) => one['Person'] === 'Amy');
    expect(row?.['Why']).toBe('Rows 3 and 4 of the rules fit equally well and pay differently: it is not paid.');
  });

  it('two rows of the same case with different values are an error', () => {
    expect(errorOf('SETTLE', '2026-03', 'summary', rules(['rate', 'Product=Lamp', '', '2%'], ['rate', 'Product=Lamp', '', '3%']), PEOPLE, table)).toMatch(/says something else for the same case as in row 2/);
  });
});

describe('a line that no rate fits', () => {
  const table: Range = [['Order', 'Order date', 'Product', 'Owner', 'Amount'], ['A', '2026-03-01', 'Hose', 'Amy', 1000], ['B', '2026-03-02', 'Lamp', 'Amy', 1000]];
  const plan = rules(['rate', 'Product=Lamp', '', '2%']);

  it('says so in Why, in `lines` and in the explanation', () => {
    expect(figure(settle('2026-03', 'summary', plan, PEOPLE, table), 'Amy', 'Why')).toBe('order lines: 2; lines that no rate fits: 1');
    expect(settle('2026-03', 'lines', plan, PEOPLE, table).map((row) => [row['Order'], row['Earned'], row['Why']])).toEqual([['A', 0, 'no rate fits'], ['B', 20, '']]);
    expect(rowsOf('EXPLAIN', '2026-03', 'Amy', plan, PEOPLE, table).map((row) => row['What'])).toContain('No rate of the rules fits A');
  });
});

describe('COMMISSION', () => {
  const pay = (plan: Range, facts: Range): unknown => valueOf('COMMISSION', 1000, plan, 'P', '', '', '', facts.slice(0, 1), facts.slice(1));

  it.each<[string, readonly (readonly Cell[])[], number]>([
    ['the tightest bound that is met', [['rate', 'Score>=80', '', '2%'], ['rate', 'Score>=90', '', '3%']], 30],
    ['the same in another order', [['rate', 'Score>=90', '', '3%'], ['rate', 'Score>=80', '', '2%']], 30],
    ['both bounds of a row', [['rate', '', '', '1%'], ['rate', 'Score>=90 & Age<3', '', '4%']], 40],
    ['a day', [['rate', '', '', '1%'], ['rate', 'Since>=2026-04-01', '', '5%']], 50],
  ])('%s', (_what, rows, expected) => {
    expect(pay(rules(...rows), [['Score', 'Age', 'Since'], [95, 2, '2026-04-02']])).toBe(expected);
  });

  it('says which two rows fit equally well', () => {
    expect(errorOf('COMMISSION', 1000, rules(['rate', 'Role=Sales', '', '2%'], ['rate', 'Team=EU', '', '3%']), 'P', '', '', '', [['Role', 'Team']], [['Sales', 'EU']])).toMatch(/Rows 2 and 3 of the rules fit equally well/);
  });
});
