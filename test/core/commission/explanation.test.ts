import { explainView } from '../../../core/commission/explain';
import { closingRows } from '../../../core/commission/closed/close';
import { settle } from '../../../core/commission/settle';
import type { Settlement } from '../../../core/commission/settle';
import type { Cell, Range } from '../../../core/table/cell';
import { readPeriod } from '../../../core/table/period';
import { recogniseTables } from '../../../core/table/recognise';
import { fieldsOf } from '../../../core/table/schema';
import { faultsOf, silentSteps } from '../../support/read-explanation';
import { rowsOf, rules } from '../../support/tables';

const PEOPLE: Range = [
  ['Person', 'ID', 'Team', 'Role', 'Manager', 'Joined', 'Base', 'Own rate'],
  ['Amy', '1', 'EU', 'Sales', 'Max', '', 6000, '4%'],
  ['Ben', '2', 'EU', 'Sales', 'Max', '', 5000, '3%'],
  ['Max', '3', 'EU', 'Manager', 'Zoe', '', 9000, '2%'],
  ['Zoe', '4', 'EU', 'Director', 'Pia', '', 9000, '1%'],
  ['Pia', '5', 'HQ', 'CEO', '', '', 9000, '1%'],
];
const SCORES: Range = [['Period', 'Person', 'Score', 'Factor', 'Grade', 'Sales KPI'], ...['2026-01', '2026-02', '2026-03'].flatMap((period) => ['Amy', 'Ben', 'Max', 'Zoe', 'Pia'].map((who): Cell[] => [period, who, who === 'Ben' ? 55 : 95, 1.2, 'A', who === 'Ben' ? 80 : 110]))];
const TARGETS: Range = [['Person', 'KPI', 'Period', 'Target'], ['*', 'Sales', '2026-01', 80000], ['*', 'Sales', '2026-02', 80000], ['*', 'Sales', '2026-03', 80000]];

const HEADER = ['Order', 'Line', 'Order date', 'Owner', 'Helper', 'Product', 'Currency', 'Rate', 'Amount', 'Quantity', 'Purchase', 'VAT rate', 'Rebate rate', 'Reverses', 'Due date', 'Gift'];
type Row = Readonly<Record<string, Cell>>;
const orders = (...rows: readonly Row[]): Range => [HEADER, ...rows.map((row) => HEADER.map((name) => row[name] ?? ''))];
const line = (order: string, day: string, owner: string, amount: number, more: Row = {}): Row => ({ Order: order, 'Order date': day, Owner: owner, Amount: amount, Currency: 'CNY', Quantity: 1, ...more });
const receipts = (...rows: readonly (readonly Cell[])[]): Range => [['Order', 'Date', 'Amount', 'Fee'], ...rows];

function settled(period: string, tables: readonly Range[]): Settlement {
  const result = settle(recogniseTables(tables.map((cells) => ({ cells }))), { period: readPeriod(period) });
  if (!result.ok) throw new Error(JSON.stringify(result.issues[0]));
  return result.value;
}

/** What a person reads: What, Formula and Amount of every step after the rules; everybody's lines must be true in both languages. */
function read(period: string, person: string, ...tables: Range[]): (string | number)[][] {
  const settlement = settled(period, tables);
  const { persons } = settlement.ledger.people;
  persons.forEach((_, index) => {
    for (const language of ['en', 'zh'] as const) {
      const table = explainView(settlement, index, language);
      expect(faultsOf(table)).toEqual([]);
      expect(silentSteps(table)).toEqual([]);
    }
  });
  const at = persons.findIndex(({ name }) => name === person);
  return explainView(settlement, at, 'en').slice(2).map(([, what = '', formula = '', amount = '']) => [what, formula, amount]);
}

/** Closes months one after the other and gives the Statements table. */
function closed(months: readonly string[], ...tables: Range[]): Range {
  const statements: Cell[][] = [fieldsOf('statements').map(({ en }) => en)];
  for (const month of months) statements.push(...closingRows(settled(month, [...tables, statements]), { by: 'Finance', at: '2026-06-01' }, 'en').statements);
  return statements;
}

describe('an explanation prints what a finance clerk would write', () => {
  it('marginal tiers: the slices of a line that crosses a bound, under its factors', () => {
    const plan = rules(['tier', '', 0, '5%'], ['tier', '', 100000, '6%'], ['factor', 'Product=Lamp', '', 1.1]);
    expect(read('2026-01', 'Amy', plan, PEOPLE, orders(line('A', '2026-01-05', 'Amy', 64000), line('B', '2026-01-09', 'Amy', 50000, { Product: 'Lamp' })))).toEqual([
      ['A counts on 2026-01-05', '64,000 CNY', 64000],
      ['Commission on A, total 0 → 64,000', '64,000 × 5% = 3,200', 3200],
      ['B counts on 2026-01-09', '50,000 CNY', 50000],
      ['Commission on B, total 64,000 → 114,000', '(36,000 × 5% + 14,000 × 6%) × 1.1 = 2,904', 2904],
      ['Sum of steps 3, 5', '3,200 + 2,904 = 6,104', 6104],
      ['Payable', '6,104.00', 6104],
    ]);
  });

  it('whole tiers: the rate for the total reached, and earlier lines at the new rate', () => {
    const plan = rules(['tier', '', 0, '5%'], ['tier', '', 100000, '6%'], ['tier mode', '', '', 'whole'], ['tier span', '', '', 'year'], ['factor', 'Product=Lamp', '', 1.1]);
    const book = orders(line('A', '2026-01-05', 'Amy', 50000), line('B', '2026-01-09', 'Amy', 20000, { Product: 'Lamp' }), line('C', '2026-02-09', 'Amy', 40000));
    expect(read('2026-02', 'Amy', plan, PEOPLE, book)).toEqual([
      ['C counts on 2026-02-09', '40,000 CNY', 40000],
      ['Commission on C, at the rate for a total of 110,000', '40,000 × 6% = 2,400', 2400],
      ['Earlier lines of the year at the new rate: 5% → 6%', '(6% − 5%) × (50,000 + 20,000 × 1.1) = 720', 720],
      ['Sum of steps 3, 4', '2,400 + 720 = 3,120', 3120],
      ['Payable', '3,120.00', 3120],
    ]);
  });

  it('interpolated tiers: where the rate between two knots comes from', () => {
    const plan = rules(['tier', '', 0, '5%'], ['tier', '', 100000, '7%'], ['tier mode', '', '', 'interpolated']);
    expect(read('2026-01', 'Amy', plan, PEOPLE, orders(line('A', '2026-01-05', 'Amy', 60000))).slice(0, 2)).toEqual([
      ['A counts on 2026-01-05', '60,000 CNY', 60000],
      ['Commission on A, at the rate for a total of 60,000', '5% + (7% − 5%) × (60,000 − 0) ÷ (100,000 − 0) = 6.2%; 60,000 × 6.2% = 3,720', 3720],
    ]);
    read('2026-01', 'Amy', plan, PEOPLE, orders(line('A', '2026-01-05', 'Amy', 33333.33), line('B', '2026-01-06', 'Amy; Ben; Max', 100.01)));
  });

  it('two receipts of one day say what each brought', () => {
    const plan = rules(['counts on', '', '', 'receipt'], ['rate', '', '', '2%']);
    const table = read('2026-01', 'Amy', plan, PEOPLE, orders(line('A', '2026-01-05', 'Amy', 1000)), receipts(['A', '2026-01-10', 600, 0], ['A', '2026-01-20', 300, 0]));
    expect(table.slice(0, 4)).toEqual([
      ['A counts on 2026-01-10, received 0% → 60%', '1,000 CNY × 60% = 600', 600],
      ['Commission on A', '600 × 2% = 12', 12],
      ['A counts on 2026-01-20, received 60% → 90%', '1,000 CNY × (90% − 60%) = 300', 300],
      ['Commission on A', '300 × 2% = 6', 6],
    ]);
    const sameDay = read('2026-01', 'Amy', plan, PEOPLE, orders(line('A', '2026-01-05', 'Amy', 1000)), receipts(['A', '2026-01-10', 400, 0], ['A', '2026-01-10', 600, 0]));
    expect(sameDay.filter(([what]) => String(what).includes('received 0% → 100%')).length).toBeLessThan(2);
    expect(sameDay[sameDay.length - 1]).toEqual(['Payable', '20.00', 20]);
  });

  it('limits of a line, of a person, of a span and of the plan', () => {
    expect(read('2026-01', 'Amy', rules(['rate', '', '', '5%'], ['maximum', 'line', '', 2500]), PEOPLE, orders(line('A', '2026-01-05', 'Amy', 58080)))[1]).toEqual(['Commission on A', '58,080 × 5% = 2,904 → at most 2,500', 2500]);
    expect(read('2026-01', 'Amy', rules(['rate', '', '', '5%'], ['maximum', 'person', '', 2500]), PEOPLE, orders(line('A', '2026-01-05', 'Amy', 58080)))[2]).toEqual(['Maximum of 2,500', '2,904 → at most 2,500', 2500]);
    expect(read('2026-01', 'Amy', rules(['rate', '', '', '5%'], ['minimum', 'person', '', 3000]), PEOPLE, orders(line('A', '2026-01-05', 'Amy', 10000)))[2]).toEqual(['Minimum of 3,000', '500 → at least 3,000', 3000]);
    const quarter = rules(['rate', '', '', '5%'], ['maximum', 'person quarter', '', 3000]);
    expect(read('2026-02', 'Amy', quarter, PEOPLE, orders(line('A', '2026-01-05', 'Amy', 40000), line('B', '2026-02-05', 'Amy', 30000)))[2]).toEqual(['Maximum of 3,000', '2,000 + 1,500 = 3,500 → at most 3,000; 3,000 − 2,000 = 1,000', 1000]);
    const ofPlan = rules(['I', 'rate', '', '', '5%'], ['II', 'rate', '', '', '3%'], ['', 'maximum', 'plan', '', 2000]);
    expect(read('2026-01', 'Amy', ofPlan, PEOPLE, orders(line('A', '2026-01-05', 'Amy', 40000)))).toEqual([
      ['A counts on 2026-01-05', '40,000 CNY', 40000],
      ['Commission on A', '40,000 × 5% = 2,000', 2000],
      ['A counts on 2026-01-05', '40,000 CNY', 40000],
      ['Commission on A', '40,000 × 3% = 1,200', 1200],
      ['All parts of the plan', '2,000 + 1,200 = 3,200', 3200],
      ['Maximum of 2,000 over the plan', '3,200 → at most 2,000', 2000],
      ['Of which I', '2,000 × 2,000 ÷ 3,200 = 1,250', 1250],
      ['Of which II', '2,000 × 1,200 ÷ 3,200 = 750', 750],
      ['Payable', '1,250.00 + 750.00 = 2,000.00', 2000],
    ]);
    const byOrder = rules(['rate', '', '', '5%'], ['maximum', 'order', '', 1000], ['bonus', 'line', '', 10]);
    const twoLines = orders(line('A', '2026-01-05', 'Amy', 12000, { Line: 1 }), line('A', '2026-01-05', 'Amy', 12000, { Line: 2 }));
    expect(read('2026-01', 'Amy', byOrder, PEOPLE, twoLines)).toEqual([
      ['A/1 counts on 2026-01-05', '12,000 CNY', 12000],
      ['Commission on A/1', '12,000 × 5% + bonus 10 = 610 → at most 500', 500],
      ['A/2 counts on 2026-01-05', '12,000 CNY', 12000],
      ['Commission on A/2', '610 + 12,000 × 5% + bonus 10 = 1,220 → at most 1,000; 1,000 − 500 = 500', 500],
      ['Sum of steps 3, 5', '500 + 500 = 1,000', 1000],
      ['Payable', '1,000.00', 1000],
    ]);
  });

  it('factors that multiply, and factors that add up', () => {
    const stacked = [['rate', '', '', '5%'], ['factor', 'Product=Lamp', '', 1.1], ['factor', 'Role=Sales', '', 0.9], ['factor', 'Score', 90, 1.2], ['factor', 'Grade factor', '', '']] as const;
    const book = orders(line('A', '2026-01-05', 'Amy', 10000, { Product: 'Lamp' }));
    expect(read('2026-01', 'Amy', rules(...stacked), PEOPLE, book, SCORES).slice(1)).toEqual([
      ['Commission on A', '10,000 × 5% × 1.1 × 0.9 = 495', 495],
      ['Factors of the period: Score ≥ 90, grade A, score 95', '495 × 1.2 × 1.2 = 712.8', 712.8],
      ['Payable', '712.80', 712.8],
    ]);
    expect(read('2026-01', 'Amy', rules(...stacked, ['factor stacking', '', '', 'add']), PEOPLE, book, SCORES).slice(1)).toEqual([
      ['Commission on A', '10,000 × 5% × (1 + 0.1 − 0.1) = 500', 500],
      ['Factors of the period: Score ≥ 90, grade A, score 95', '500 + 500 × (0.2 + 0.2) = 700', 700],
      ['Payable', '700.00', 700],
    ]);
  });

  it('a gate says what it asked for and what it found', () => {
    const plan = rules(['rate', '', '', '5%'], ['gate', 'Score', 60, '50%']);
    expect(read('2026-01', 'Ben', plan, PEOPLE, orders(line('A', '2026-01-05', 'Ben', 10000)), SCORES).slice(2)).toEqual([
      ['Gate: the score is 55, below 60', '500 × 50% = 250', 250],
      ['Payable', '250.00', 250],
    ]);
  });

  it('a takeback: its part of what was paid, as a negative that is carried on', () => {
    const plan = rules(['rate', '', '', '1%']);
    const book = orders(line('A', '2026-01-05', 'Amy', 10000), line('B', '2026-02-05', 'Amy', 5000), line('A-R', '2026-02-09', 'Amy', -10000, { Reverses: 'A' }));
    expect(read('2026-02', 'Amy', plan, PEOPLE, book)).toEqual([
      ['B counts on 2026-02-05', '5,000 CNY', 5000],
      ['Commission on B', '5,000 × 1% = 50', 50],
      ['A-R takes back what was paid for A', '−paid 100', -100],
      ['After what is taken back and returned', '50 − 100 = −50', -50],
      ['Carried to the next period', '−50.00, carried on', -50],
      ['Payable', '0.00', 0],
    ]);
    const part = orders(line('A', '2026-01-05', 'Amy', 10000), line('A-R', '2026-05-09', 'Amy', -3000, { Reverses: 'A' }));
    const clawback = rules(['rate', '', '', '1%'], ['clawback', '', 0, '100%'], ['clawback', '', 3, '50%']);
    expect(read('2026-05', 'Amy', clawback, PEOPLE, part)[0]).toEqual(['A-R takes back what was paid for A', '−paid 100 × 30% × 50% = −15', -15]);
  });

  it('what was carried in, and what a correction changes', () => {
    const plan = rules(['rate', '', '', '1%']);
    const before = orders(line('A', '2026-01-05', 'Amy', 10000), line('A-R', '2026-02-09', 'Amy', -10000, { Reverses: 'A' }), line('C', '2026-03-05', 'Amy', 30000));
    const statements = closed(['2026-01', '2026-02'], plan, PEOPLE, before);
    expect(read('2026-03', 'Amy', plan, PEOPLE, before, statements).slice(2)).toEqual([
      ['Carried in from earlier periods', '', -100],
      ['Payable', '300.00 − 100.00 = 200.00', 200],
    ]);
    const late = orders(line('A', '2026-01-05', 'Amy', 10000), line('L', '2026-01-08', 'Amy', 20000));
    const first = closed(['2026-01'], plan, PEOPLE, orders(line('A', '2026-01-05', 'Amy', 10000)));
    expect(read('2026-02', 'Amy', plan, PEOPLE, late, first)).toEqual([
      ['No order line counts in this period', '', ''],
      ['Correction of 2026-01: data changed', '300.00 − 100.00 = 200.00', 200],
      ['Payable', '200.00', 200],
    ]);
  });

  it('a pool: what everybody brought, what is set aside, and own ÷ all with the cent that rounding gave', () => {
    const plan = rules(['rate', '', '', '1%'], ['pool', '', '', 'plan'], ['share by', 'equal', '', '100%'], ['payees', 'Role', '', 'Sales;Manager']);
    const table = read('2026-01', 'Amy', plan, PEOPLE, orders(line('A', '2026-01-05', 'Amy', 60000), line('B', '2026-01-09', 'Ben', 40000)));
    expect(table).toEqual([
      ['A counts on 2026-01-05', '60,000 CNY', 60000],
      ['A brings into the pool', '60,000 × 1% = 600', 600],
      ['Pool of P', '“Amy” 600 + “Ben” 400 = 1,000', 1000],
      ['Share of the pool by equal shares × days', '1,000.00 × days 31 ÷ (31 + 31 + 31) → 333.34', 333.34],
      ['Payable', '333.34', 333.34],
    ]);
    for (const key of [['share by', 'credit', '', '40%'], ['share by', 'Role', '', '40%']] as const) {
      const mixed = rules(['rate', '', '', '1%'], ['pool', '', '', 'team'], ['reserve', 'Fund', '', '10%'], ['reserve', 'Party', '', '3.3%'], ['maximum', 'pool', '', 900], key, ['share by', 'equal', '', '60%'], ['weight', 'Role=Manager', '', 1.5]);
      read('2026-01', 'Amy', mixed, PEOPLE, orders(line('A', '2026-01-05', 'Amy', 60000.55), line('B', '2026-01-09', 'Ben', 40000), line('C', '2026-01-09', 'Max', 7)));
    }
    const fixed = rules(['pool', '', 5000, 'plan'], ['share by', 'credit', '', '100%'], ['share', '', '', '30%']);
    expect(read('2026-01', 'Amy', fixed, PEOPLE, orders(line('A', '2026-01-05', 'Amy', 60000), line('B', '2026-01-09', 'Ben', 30000))).slice(1)).toEqual([
      ['Pool of P: a fixed amount', '', 5000],
      ['Share of the pool by credit', '5,000.00 × 60,000 ÷ (60,000 + 30,000) → 3,333.33', 3333.33],
      ['Share of this part in the plan', '3,333.33 × 30% = 999.999', 999.999],
      ['Rounded once to 2 decimals, half up', '999.999 → 1,000.00', 1000],
      ['Payable', '1,000.00', 1000],
    ]);
  });

  it('overrides of three levels, above a bound', () => {
    const plan = rules(['rate', '', '', '1%'], ['tier span', '', '', 'year'], ['override', '1', 50000, '0.5%'], ['override', '2', 0, '0.3%'], ['override', '3', 0, '0.1%']);
    const book = orders(line('A', '2026-01-05', 'Amy', 40000), line('B', '2026-02-09', 'Ben', 30000));
    expect(read('2026-02', 'Max', plan, PEOPLE, book)[0]).toEqual(['Override on level 1, above 50,000: Ben, B, total 40,000 → 70,000', '(70,000 − 50,000) × 0.5% = 100', 100]);
    expect(read('2026-02', 'Zoe', plan, PEOPLE, book)[0]).toEqual(['Override on level 2: Ben, B', '30,000 × 0.3% = 90', 90]);
    expect(read('2026-02', 'Pia', plan, PEOPLE, book)[0]).toEqual(['Override on level 3: Ben, B', '30,000 × 0.1% = 30', 30]);
  });

  it('a rate that is a multiple of a People column, and tiers of such rates', () => {
    expect(read('2026-01', 'Amy', rules(['rate', '', '', '50% x Own rate']), PEOPLE, orders(line('A', '2026-01-05', 'Amy', 10000)))[1]).toEqual(['Commission on A', '10,000 × 50% × “Own rate” 0.04 = 200', 200]);
    read('2026-01', 'Amy', rules(['tier', '', 0, '50% x Own rate'], ['tier', '', 5000, '60% x Own rate']), PEOPLE, orders(line('A', '2026-01-05', 'Amy', 10000)));
  });

  it.each<[string, (readonly Cell[])[]]>([
    ['tier metric', [['measure', '', '', 'profit'], ['tier', '', 0, '5%'], ['tier', '', 30000, '6%'], ['tier metric', '', '', 'revenue']]],
    ['tiers of a team', [['tier', '', 0, '5%'], ['tier', '', 30000, '6%'], ['tier by', '', '', 'team'], ['tier bonus', '', 20000, 777.77], ['tier span', '', '', 'quarter']]],
    ['tiers of an order', [['tier', '', 0, '5%'], ['tier', '', 9000, '6%'], ['tier by', '', '', 'order'], ['tier bonus', '', 9000, 100]]],
    ['tiers of a line', [['tier', '', 0, '5%'], ['tier', '', 9000, '6%'], ['tier by', '', '', 'line'], ['tier mode', '', '', 'whole'], ['maximum', 'line', '', 700]]],
    ['whole tiers with a limit of the line over a year', [['tier', '', 0, '5%'], ['tier', '', 30000, '6%'], ['tier mode', '', '', 'whole'], ['tier span', '', '', 'year'], ['maximum', 'line', '', 560], ['factor', 'Product=Lamp', '', 1.1]]],
    ['attainment tiers', [['tier on', 'Sales', '', 'attainment'], ['tier', '', 0, '5%'], ['tier', '', '25%', '6%'], ['tier', '', '50%', '7%']]],
    ['whole attainment tiers', [['tier on', 'Sales', '', 'attainment'], ['tier', '', 0, '5%'], ['tier', '', '25%', '6%'], ['tier mode', '', '', 'whole'], ['gate', 'attainment', '50%', '50%']]],
    ['interpolated tiers over a quarter', [['tier', '', 0, '5%'], ['tier', '', 70000, '6%'], ['tier mode', '', '', 'interpolated'], ['tier span', '', '', 'quarter'], ['factor stacking', '', '', 'add'], ['factor', 'Product=Lamp', '', 1.3], ['factor', 'Score', 90, 1.2]]],
    ['stage rates', [['stage rate', 'Owner', '', '3%'], ['stage rate', 'Helper', '', '1.5%']]],
    ['stages', [['stage', 'Owner', '', '70%'], ['stage', 'Helper', '', '30%'], ['tier', '', 0, '5%'], ['tier', '', 9000, '6%'], ['tier bonus', '', 9000, 300], ['bonus', 'order', '', 50]]],
    ['unclaimed parts to the owner', [['stage', 'Owner', '', '70%'], ['stage', 'Helper', '', '30%'], ['rate', '', '', '5%'], ['unassigned', '', '', 'owner']]],
    ['credit factors and deductions', [['credit factor', 'Product=Lamp', '', 0.5], ['deduct', 'Gift', '', 0.5], ['tier', '', 0, '5%'], ['tier', '', 9000, '6%']]],
    ['profit', [['measure', '', '', 'profit'], ['rate', '', '', '10%'], ['refund', '', '', 'current']]],
    ['quantities and orders', [['measure', '', '', 'orders'], ['rate', '', '', 60], ['bonus', 'line Product=Lamp', '', 5]]],
    ['receipts less fees', [['measure', '', '', 'received'], ['tier', '', 0, '5%'], ['tier', '', 9000, '6%'], ['hold', 'receipt', '', '20%'], ['reserve', 'Fund', '', '5%']]],
    ['receipts', [['counts on', '', '', 'receipt'], ['rate', '', '', '5%'], ['minimum', 'order', '', 900], ['clawback', 'overdue', 10, '50%']]],
    ['overdue', [['rate', '', '', '5%'], ['clawback', 'overdue', 1, '50%'], ['clawback', 'overdue', 40, '100%']]],
    ['holds until paid', [['rate', '', '', '5%'], ['hold', 'receipt', '', '30%'], ['hold', '2 months', '', '10%'], ['reserve', 'Fund', '', '7.7%'], ['reserve', 'Party', '', '1.1%']]],
    ['a recoverable draw', [['rate', '', '', '1%'], ['draw', 'recoverable', '', 800]]],
    ['a guaranteed draw', [['rate', '', '', '1%'], ['draw', 'guaranteed', '', '10% x Base']]],
    ['rounding up to whole money', [['rate', '', '', '1.234%'], ['round', 0, '', 'up'], ['reserve', 'Fund', '', '7.7%']]],
    ['rounding half to even', [['rate', '', '', '1.25%'], ['round', 1, '', 'half even'], ['hold', 'year end', '', '10%']]],
    ['limits of a span', [['rate', '', '', '5%'], ['maximum', 'person quarter', '', 1500], ['minimum', 'person', '', 400], ['share', '', '', '70%']]],
  ])('%s: every line of everybody is true in every month, with and without closings', (_name, plan) => {
    const book = orders(
      line('A', '2026-01-05', 'Amy', 10000, { Line: 1, Product: 'Lamp', Helper: 'Ben', Currency: 'USD', Rate: 7.1234, Purchase: 30000, 'VAT rate': '13%', 'Rebate rate': '9%', 'Due date': '2026-01-20', Gift: 33.33 }),
      line('A', '2026-01-05', 'Amy; Ben; Max', 7777.77, { Line: 2, Helper: 'Ben; Max', Purchase: 3000, 'VAT rate': '13%', 'Rebate rate': '13%' }),
      line('B', '2026-01-17', 'Ben 60%; Amy 40%', 20000, { Product: 'Lamp', Quantity: 12, 'Due date': '2026-02-03' }),
      line('C', '2026-02-11', 'Amy', 30000, { Helper: 'Zoe', Gift: 12 }),
      line('D', '2026-02-12', 'Ben 30%', 14000.01, { Product: 'Lamp' }),
      line('A-R', '2026-02-20', 'Amy', -3333.33, { Reverses: 'A/1', Currency: 'USD', Rate: 7.1234, Quantity: 0 }),
      line('E', '2026-03-02', 'Amy', 9000, { Helper: 'Ben' }),
      line('C-R', '2026-03-20', 'Amy', -30000, { Reverses: 'C', Quantity: 0 }),
    );
    const money = receipts(['A', '2026-01-10', 3000, 7.5], ['A', '2026-01-10', 2000, 7.5], ['A', '2026-02-10', 4000, 0], ['B', '2026-01-30', 7000, 11], ['B', '2026-03-03', 13000, 0], ['C', '2026-03-03', 10000, 0]);
    const tables = [rules(...plan), PEOPLE, book, money, SCORES, TARGETS];
    for (const period of ['2026-01', '2026-02', '2026-03']) read(period, 'Amy', ...tables, closed([]));
    const changed = [rules(...plan), PEOPLE, [...book, ...orders(line('Late', '2026-01-28', 'Amy', 4321.09)).slice(1)], money, SCORES, TARGETS];
    read('2026-02', 'Amy', ...changed, closed(['2026-01'], ...tables));
    read('2026-03', 'Amy', ...changed, closed(['2026-01', '2026-02'], ...tables));
  });

  it('shows what comes back of a pot that was a loss', () => {
    const book = orders(line('A', '2026-01-05', 'Amy', 100, { Purchase: 452 }), line('A-R', '2026-03-01', 'Amy', -100, { Reverses: 'A', Purchase: 0 }));
    const tables = [rules(['measure', '', '', 'profit'], ['rate', '', '', '10%'], ['pool', '', '', 'team'], ['share by', 'equal', '', '100%']), PEOPLE, book];
    expect(read('2026-03', 'Amy', ...tables).map(([what]) => what)).toContain('Taken back of what EU had shared out to them');
  });

  it('says why somebody of People is not in the settlement, and never suggests their own name', () => {
    const people: Range = [['Person', 'Team', 'Joined', 'Left', 'Plan'], ['Amy', 'EU', '', '2023-09-14', 'P'], ['Ben', 'EU', '2024-01-01', '', 'P'], ['Cai', 'EU', '', '', ''], ['Max', 'EU', '', '', 'P']];
    const tables = [rules(['counts on', '', '', 'receipt'], ['rate', '', '', '1%']), people, orders(line('b', '2023-09-01', 'Amy', 150000), line('m', '2023-09-01', 'Max', 150000)), receipts(['b', '2023-10-10', 150000, 0])];
    const said = (person: string): unknown => rowsOf('EXPLAIN', '2023-10', person, ...tables)[0]?.['What'];
    expect(said('Amy')).toBe('Amy is not in the settlement of 2023-10: left on 2023-09-14; what counts later is paid only as the rule leaver says');
    expect(rowsOf('EXPLAIN', '2023-10', 'Ben', ...tables)[1]?.['What']).toBe('Not joined until 2024-01-01');
    expect(said('Cai')).toBe('Cai is not in the settlement of 2023-10: takes part in none of its plans (P); see the column Plan of People and the rule payees');
    expect(said('Max')).toBe('Rules in force: P');
    expect(() => said('Amyy')).toThrow('Did you mean “Amy”?');
  });
});
