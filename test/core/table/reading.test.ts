import { exactToText } from '../../../core/amount/text';
import type { Cell } from '../../../core/table/cell';
import { dayText, readDay, serialOfDay } from '../../../core/table/day';
import { isNumberFault, readNumber } from '../../../core/table/number-cell';
import { readParticipants } from '../../../core/table/participants-cell';
import { periodOfDay, periodRange, periodText, readPeriod } from '../../../core/table/period';
import { recogniseTables } from '../../../core/table/recognise';
import { errorOf, orders, PEOPLE, rules, settle } from '../../support/tables';

describe('numbers in cells', () => {
  const read = (cell: Cell): string => {
    const reading = readNumber(cell);
    return typeof reading === 'string' || isNumberFault(reading) ? String(reading) : exactToText(reading);
  };
  it.each<[Cell, string]>([
    ['1,234.50', '1234.5'], ['¥1,234', '1234'], ['US$ 99', '99'], ['(120)', '-120'], ['-120', '-120'], ['１２３', '123'], ['3%', '0.03'], ['1.2万', '12000'], ['￥ 5', '5'], ['1,234,567', '1234567'],
    ['USD 1,200.5', '1200.5'], ['500元', '500'], ['-¥5', '-5'], ['−7', '-7'], ['２．５％', '0.025'], ['1e3', '1000'], ['+3', '3'], ['RM 1,000.00', '1000'], ['Rs. 500', '500'], ['US$ 1,234.5', '1234.5'], ['1000 CNY', '1000'], ['1.2万元', '12000'], ['500 pcs', '500'], ['1 234 567', '1234567'], ['约1000', 'not a number'], ['1.234,56', 'not a number'], ['1.5亿', '150000000'], [' 12 ', '12'],
    ['1,23', 'not a number'], ['12-3', 'not a number'], ['abc', 'not a number'], [true, 'not a number'], ['#REF!', 'error'], ['', 'blank'], [null, 'blank'], [1e300, 'too large'], ['(-5)', 'not a number'], ['--5', 'not a number'],
  ])('%p is %s', (cell, text) => {
    expect(read(cell)).toBe(text);
  });
});

describe('dates in cells', () => {
  it.each<[Cell, string]>([
    ['2026-03-05', '2026-03-05'], ['2026/3/5', '2026-03-05'], ['2026年3月5日', '2026-03-05'], ['2026.3.5', '2026-03-05'], [46086, '2026-03-05'], [46086.75, '2026-03-05'], ['2026-03-05T10:20:30', '2026-03-05'], [59, '1900-02-28'], [61, '1900-03-01'],
    ['2026-02-30', 'no such date'], ['5/3/2026', 'order unknown'], ['15/3/2026', '2026-03-15'], ['3/15/2026', '2026-03-15'], ['20260305', '2026-03-05'], [20260305, '2026-03-05'], ['5-Mar-26', '2026-03-05'], ['Mar 5, 2026', '2026-03-05'], ['5 March 2026', '2026-03-05'], ['2026/03/05 9:30 AM', '2026-03-05'], ['2026-03-05T09:30:00.000Z', '2026-03-05'], ['3月5日', 'no year'], ['26/3/5', 'not a date'], ['soon', 'not a date'], [0, 'blank'], ['', 'blank'], ['#N/A', 'error'], [-5, 'not a date'],
  ])('%p is %s', (cell, text) => {
    const day = readDay(cell);
    expect(typeof day === 'number' ? dayText(day) : day).toBe(text);
    if (typeof cell === 'number' && cell < 100000 && typeof day === 'number') expect(serialOfDay(day)).toBe(Math.floor(cell));
  });
});

describe('periods', () => {
  it.each<[Cell, string]>([
    ['2026-03', '2026-03'], ['2026/3', '2026-03'], ['2026年3月', '2026-03'], ['2026Q1', '2026-Q1'], ['2026-Q1', '2026-Q1'], ['2026年第一季度', '2026-Q1'], ['2026年2季度', '2026-Q2'], ['2026-H2', '2026-H2'], ['2026年上半年', '2026-H1'], ['2026', '2026'], ['2026年', '2026'],
  ])('%p is %s', (cell, text) => {
    const reading = readPeriod(cell);
    expect(typeof reading === 'object' && reading.kind === 'period' ? periodText(reading.period) : reading).toBe(text);
  });

  it('a month from day 26 is named for the month that ends it, a fiscal year for the year it begins in', () => {
    const calendar = { firstDay: 26, firstMonth: 4 };
    const range = periodRange({ kind: 'month', year: 2026, index: 3 }, calendar);
    expect([dayText(range.first), dayText(range.last)]).toEqual(['2026-02-26', '2026-03-25']);
    const year = periodRange({ kind: 'year', year: 2026, index: 1 }, { firstDay: 1, firstMonth: 4 });
    expect([dayText(year.first), dayText(year.last)]).toEqual(['2026-04-01', '2027-03-31']);
    expect(periodText(periodOfDay(year.first - 1, 'quarter', { firstDay: 1, firstMonth: 4 }))).toBe('2025-Q4');
  });
});

describe('names in a participants cell', () => {
  const isName = (name: string): boolean => ['smith, john', 'amy', 'ben'].includes(name.toLowerCase());
  it.each([
    ['Amy', ['Amy']],
    ['Amy; Ben', ['Amy', 'Ben']],
    ['Amy/Ben', ['Amy', 'Ben']],
    ['Amy、Ben', ['Amy', 'Ben']],
    ['Smith, John', ['Smith, John']],
    ['Smith, John; Amy', ['Smith, John', 'Amy']],
    ['Amy 60%；Ben 40%', ['Amy 0.6', 'Ben 0.4']],
  ])('%s', (text, expected) => {
    expect(readParticipants(text, isName).map(({ name, share }) => (share ? `${name} ${exactToText(share)}` : name))).toEqual(expected);
  });
});

describe('tables', () => {
  it('are known by their headers in any order and either language', () => {
    const kinds = recogniseTables([
      { cells: [['数值', '规则', '方案'], ['2%', '提成率', 'P']] },
      { cells: [['Amount', 'Order Date', 'ORDER', 'SALESPERSON']] },
      { cells: [['日期', '订单号', '金额']] },
      { cells: [['币种', '日期', '汇率']] },
      { cells: [['Score', 'Period', 'Person', 'Attitude']] },
    ]);
    expect([...kinds.byKind.keys()]).toEqual(['rules', 'orders', 'receipts', 'fx', 'scores']);
    expect(kinds.language).toBe('zh');
  });

  it('that fit none, or two of one kind, are errors that say what was recognised', () => {
    expect(errorOf('SETTLE', '2026-03', '', rules(['rate', '', '', '1%']), PEOPLE, [['Foo', 'Bar'], [1, 2]])).toMatch(/Table 3 with the headers Foo \| Bar .* Recognised: Rules, People/);
    expect(errorOf('SETTLE', '2026-03', '', rules(['rate', '', '', '1%']), PEOPLE, PEOPLE, orders())).toContain('second People table');
    expect(errorOf('SETTLE', '2026-03', '', rules(['rate', '', '', '1%']), PEOPLE)).toContain('The Orders table is missing');
  });

  it('with other headers are mapped by `column` rules', () => {
    const table = [['Deal', 'Signed', 'Who', 'Worth'], ['A', '2026-03-02', 'Amy', 1000]];
    const plan = rules(['rate', '', '', '1%'], ['column', 'Order', '', 'Deal'], ['column', 'Orders.Order date', '', 'Signed'], ['column', 'Owner', '', 'Who'], ['column', 'Amount', '', 'Worth']);
    expect(settle('2026-03', 'summary', plan, PEOPLE, table)[0]).toMatchObject({ Person: 'Amy', Earned: 10 });
  });

  it('name the row, the column, the text found and the way to mend it', () => {
    const unused = settle('2026-03', 'unused', rules(['rate', '', '', '1%']), PEOPLE, orders(['A', '2026-03-02', 'Amy', 'lots'], ['B', 'soon', 'Amy', 5], ['C', '2026-03-02', 'Amyy', 5]));
    expect(unused.map((row) => [row['Row'], row['Cell'], row['Problem']])).toEqual([
      [2, 'row 2 · Amount', '“lots” is not a number.'],
      [3, 'row 3 · Order date', '“soon” is not a date.'],
      [4, 'row 4 · Owner', '“Amyy” is not in the People table. Did you mean “Amy”?'],
    ]);
  });
});
