import type { Cell, Range } from '../../../core/table/cell';
import { rowsOf, valueOf } from '../../support/tables';

describe('a past day is shown as it was', () => {
  const pipeline: Range = [
    ['Deal', 'Owner', 'Stage', 'Entered', 'Amount', 'Probability', 'Result'],
    ['D1', 'Amy; Ben', 'Inquiry', '2026-01-05', 1000, '10%', ''],
    ['D1', 'Amy; Ben', 'Quote', '2026-01-15', 1200, '30%', ''],
    ['D1', 'Amy; Ben', 'Won', '2026-02-20', 1100, '100%', 'won'],
    ['D2', 'Ben', 'Inquiry', '2026-01-20', 500, '20%', ''],
    ['D3', 'Ben', 'Inquiry', '2026-03-01', 700, '20%', 'lost'],
  ];
  const figures = (by: Cell, day: string): Cell[][] => rowsOf('FUNNELSTATS', pipeline, by, day).map((row) => [row['Stage'], row['Deals'], row['Open now'], row['Amount'], row['Weighted amount']].map((cell) => cell ?? ''));

  it.each<[string, Cell[][]]>([
    ['2026-01-10', [['Inquiry', 1, 1, 1000, 100]]],
    ['2026-02-05', [['Inquiry', 2, 1, 1500, 100], ['Quote', 1, 1, 1200, 360]]],
    ['2026-02-20', [['Inquiry', 2, 1, 1500, 100], ['Quote', 1, 0, 1200, ''], ['Won', 1, 0, 1100, '']]],
    // What was lost is no forecast.
    ['2026-03-31', [['Inquiry', 3, 1, 2200, 100], ['Quote', 1, 0, 1200, ''], ['Won', 1, 0, 1100, '']]],
  ])('the funnel of %s: later stages and results are not known; the forecast is what is open × probability', (day, expected) => {
    expect(figures('', day)).toEqual(expected);
  });

  it('a deal of two owners counts for each', () => {
    expect(rowsOf('FUNNELSTATS', pipeline, 'owner', '2026-02-05').map((row) => [row['Owner'], row['Stage'], row['Deals'], row['Open now'], row['Weighted amount']])).toEqual([
      ['Amy', 'Inquiry', 1, 0, ''],
      ['Amy', 'Quote', 1, 1, 360],
      ['Ben', 'Inquiry', 2, 1, 100],
      ['Ben', 'Quote', 1, 1, 360],
    ]);
  });

  it.each<[string, Cell[]]>([
    // A was done on the 19th, B on 2 February with 40 % written; C is done without a date.
    ['2026-01-15', [3, 1, 1, 1, 1, 0.4666666666666667]],
    ['2026-01-19', [3, 2, 1, 0, 0, 0.8]],
    ['2026-02-02', [3, 3, 2, 0, 0, 1]],
  ])('the plan of work of %s: what was done later was open', (day, expected) => {
    const tasks: Range = [['Task', 'Owner', 'Due', 'Done', 'Progress'], ['A', 'Amy', '2026-01-10', '2026-01-19', '100%'], ['B', 'Amy', day === '2026-01-15' ? '2026-01-20' : '2026-02-28', '2026-02-02', '40%'], ['C', 'Amy', '2026-01-10', '', '100%']];
    const [row] = rowsOf('TASKSTATS', tasks, day);
    expect(['Tasks', 'Done', 'Done on time', 'Overdue', 'Due soon', 'Completion'].map((column) => row?.[column])).toEqual(expected);
  });

  it.each<[string, number, Cell[]]>([
    ['2026-06-30', 6, [5000, 1000]],
    ['2026-06-29', 6, [11000, 1000]],
    ['2026-02-28', 2, [2000, 0]],
    // From 31 August six months back is the end of February: March to August.
    ['2026-08-31', 6, [3000, 1000]],
    ['2026-12-31', 12, [5000, 10000]],
  ])('the customers of %s: whole months at the ends of months', (day, months, expected) => {
    const orders: Range = [['Order', 'Order date', 'Customer', 'Amount'], ['0', '2025-03-05', 'ACME', 1000], ['1', '2025-12-31', 'ACME', 9000], ['2', '2026-01-15', 'ACME', 2000], ['3', '2026-06-30', 'ACME', 3000]];
    const [row] = rowsOf('CUSTOMERSTATS', orders, day, null, months);
    expect([row?.['Revenue'], row?.['Year before']]).toEqual(expected);
  });

  it('new is the first order within the last three whole months', () => {
    const status = (first: string): Cell | undefined => rowsOf('CUSTOMERSTATS', [['Order', 'Order date', 'Customer', 'Amount'], ['1', first, 'ACME', 1]], '2026-06-30')[0]?.['Status'];
    expect([status('2026-04-01'), status('2026-03-31')]).toEqual(['new', 'active']);
  });
});

describe('working days', () => {
  const days = (...notes: Cell[][]): number => {
    const [, [expected] = []] = valueOf('KPIPACE', 0, 100, '2026-02-09', '2026-02-15', '2026-02-13', null, notes) as number[][];
    return expected ?? 0;
  };
  it.each<[string, number]>([
    // Saturday the 14th: 5 of 6 working days by Friday where it is worked, else 5 of 5.
    ['班', 83.33], ['调休', 83.33], ['补班', 83.33], ['调班', 83.33], ['make-up day', 83.33], ['Make up', 83.33], ['makeup', 83.33], ['workday', 83.33], ['春节上班', 83.33],
    ['Spring Festival', 100], ['调休放假', 100], ['non-working day', 100], ['', 100],
  ])('a Saturday noted “%s”', (note, expected) => {
    expect(days(['Date', 'Note'], ['2026-02-14', note])).toBeCloseTo(expected, 2);
  });

  it('count where the range of holidays is still blank', () => {
    expect(valueOf('KPIPACE', 96000, 260000, '2026-06-01', '2026-06-30', '2026-06-12', null, [[''], ['']])).toEqual([expect.anything(), [118181.81818181818, expect.anything(), expect.anything(), expect.anything(), 'behind']]);
    expect((valueOf('KPIPACE', 96000, 260000, '2026-06-01', '2026-06-30', '2026-06-12', null, '') as Cell[][])[1]?.[0]).toBe(104000);
  });
});
