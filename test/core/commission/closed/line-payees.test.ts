import type { Cell, Range } from '../../../../core/table/cell';
import type { Book } from '../../../support/closing';
import { closed, refusal, tablesOf, view } from '../../../support/closing';
import { rowsOf } from '../../../support/tables';

const RULES: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%'], ['P', 'unassigned', '', '', 'fund'], ['P', 'reserve', 'Amy', '', '0%']];
const PEOPLE: Range = [['Person', 'ID', 'Team'], ['Amy', '', 'EU'], ['Ben', 'E02', 'EU']];
// 40 % of A is nobody's: it goes to the fund, which is called like Amy.
const ORDERS: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Ben 60%', 1000], ['B', '2026-01-06', 'Amy', 500]];
const START: Book = { rules: RULES, people: PEOPLE, orders: ORDERS };

const records = (lines: Range | undefined): Record<string, Cell>[] => {
  const [header = [], ...rows] = lines ?? [];
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at]])));
};

describe('whom a line of Statement lines was paid to', () => {
  it('says what kind of payee it is: a fund may bear a person’s name', () => {
    expect(records(closed(START, '2026-01').lines).map((row) => [row['Person'], row['Payee'], row['Order'], row['Pay']])).toEqual([
      ['Amy', 'person', 'B', 50],
      ['Ben', 'person', 'A', 60],
      ['Amy', 'fund', 'A', 40],
    ]);
  });

  it('a closed month lists each their own lines', () => {
    const rows = view(closed(START, '2026-01'), '2026-01', 'lines');
    expect(rows.map((row) => [row['Person'], row['Order'], row['Earned']])).toEqual([['Amy', 'B', 50], ['Ben', 'A', 60], ['Amy', 'A', 40]]);
    const steps = rowsOf('EXPLAIN', '2026-01', 'Amy', ...tablesOf(closed(START, '2026-01')));
    expect(steps.map((row) => row['What'])).not.toContain('A · 2026-01-05');
  });

  it('corrections name the orders of the person and of the fund, each their own', () => {
    const january = closed(START, '2026-01');
    const grown: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Ben 60%', 2000], ['B', '2026-01-06', 'Amy', 600]];
    const rows = view({ ...january, orders: grown }, '2026-02').filter((row) => row['Person'] !== 'Total');
    expect(rows.map((row) => [row['Person'], row['Adjustment'], String(row['Why']).split('; ').at(-1)])).toEqual([
      ['Amy', 10, '10.00 corrects 2026-01 (data changed): B'],
      ['Ben', 60, '60.00 corrects 2026-01 (data changed): A'],
      ['Amy', 40, '40.00 corrects 2026-01 (data changed): A'],
    ]);
  });

  it('a kind written over breaks the seal', () => {
    const january = closed(START, '2026-01');
    const lines = (january.lines ?? []).map((row) => row.map((cell) => (cell === 'fund' ? 'person' : cell)));
    expect(refusal({ ...january, lines }, '2026-02')).toMatch(/Statement lines row 2/);
  });
});

/** January as an edition closed it that knew no payees of lines and kept overrides in one row. */
const EARLIER: Book = {
  rules: [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%'], ['P', 'override', '1', '', '1%']],
  people: [['Person', 'ID', 'Manager'], ['Amy', 'E01', 'Max'], ['Max', 'E02', '']],
  orders: [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Amy', 1000], ['B', '2026-01-06', 'Amy', 500]],
  statements: [
    ['Period',  'For period',  'Kind',  'ID',  'Person',  'Payee',  'Plan',  'Part',  'Order',  'Measure',  'Earned',  'Reserved',  'Held',  'Released',  'Draw',  'Adjustment',  'Payable',  'Carried',  'Currency',  'Rules as of',  'Due',  'Note',  'Checksum',  'Closed at',  'Closed by'],
    ['2026-01',  '2026-01',  'pay',  'E01',  'Amy',  'person',  'P',  '',  '',  1500,  150,  0,  0,  0,  0,  0,  150,  0,  'CNY',  'P',  '',  '',  '2-3a71c8556f781da1-0-512ef0d377b74318-f879a0d6aada15de',  '2027-01-01',  'Fin'],
    ['2026-01',  '2026-01',  'pay',  'E02',  'Max',  'person',  'P',  'override',  '',  0,  15,  0,  0,  0,  0,  0,  15,  0,  'CNY',  'P',  '',  '',  '2-3a71c8556f781da1-0-512ef0d377b74318-f879a0d6aada15de',  '2027-01-01',  'Fin'],
    ['2026-01',  '2026-01',  'rules',  '',  '',  '',  'P',  '',  '',  '',  '',  '',  '',  '',  '',  '',  '',  '',  '',  'P',  '',  'rate |  |  | 10%',  '2-3a71c8556f781da1-0-512ef0d377b74318-f879a0d6aada15de',  '2027-01-01',  'Fin'],
    ['2026-01',  '2026-01',  'rules',  '',  '',  '',  'P',  '',  '',  '',  '',  '',  '',  '',  '',  '',  '',  '',  '',  'P',  '',  'override | 1 |  | 1%',  '2-3a71c8556f781da1-0-512ef0d377b74318-f879a0d6aada15de',  '2027-01-01',  'Fin'],
  ],
  lines: [
    ['Period',  'For period',  'ID',  'Person',  'Plan',  'Part',  'Order',  'Line',  'Date',  'Measure',  'Rate',  'Tier',  'Pay',  'Held',  'Currency',  'Note',  'Checksum'],
    ['2026-01',  '2026-01',  'E01',  'Amy',  'P',  '',  'A',  '',  '2026-01-05',  1000,  '10%',  '',  100,  0,  'CNY',  '',  '3a71c8556f781da1'],
    ['2026-01',  '2026-01',  'E01',  'Amy',  'P',  '',  'B',  '',  '2026-01-06',  500,  '10%',  '',  50,  0,  'CNY',  '',  '3a71c8556f781da1'],
    ['2026-01',  '2026-01',  'E02',  'Max',  'P',  'override',  '',  '',  '',  1500,  '1%',  '',  15,  0,  'CNY',  '',  '3a71c8556f781da1'],
  ],
};

describe('lines of an edition that knew no payees', () => {
  const late: Book = { ...EARLIER, orders: [...EARLIER.orders, ['L', '2026-01-20', 'Amy', 200]] };

  it('still settle; a correction compares overrides as the one row they were kept in', () => {
    expect(view(late, '2026-02').filter((row) => row['Person'] !== 'Total').map((row) => [row['Person'], row['Adjustment'], String(row['Why']).split('; ').at(-1)])).toEqual([
      ['Amy', 20, '20.00 corrects 2026-01 (data changed): L'],
      ['Max', 2, '2.00 corrects 2026-01 (data changed)'],
    ]);
  });

  it('the next closing adds the column beside them, and both stand', () => {
    const february = closed({ ...late, orders: [...late.orders, ['F', '2026-02-03', 'Amy', 300]] }, '2026-02');
    expect(records(february.lines).map((row) => [row['Period'], row['Person'], row['Payee'] ?? '', row['Order'], row['Pay']]).slice(3)).toEqual([
      ['2026-02', 'Amy', 'person', 'F', 30],
      ['2026-02', 'Amy', 'person', 'L', 20],
      ['2026-02', 'Max', 'person', 'F', 3],
      ['2026-02', 'Max', 'person', '', 2],
    ]);
    expect(view(february, '2026-03').map((row) => row['Adjustment'])).toEqual([0, 0, 0]);
  });

  it('a payee filled in by hand breaks their seal', () => {
    const lines = (EARLIER.lines ?? []).map((row, at) => [...row, at === 0 ? 'Payee' : 'person']);
    expect(refusal({ ...EARLIER, lines }, '2026-02')).toMatch(/Statement lines row 2/);
  });
});
