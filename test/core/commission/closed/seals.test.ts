import type { Cell, Range } from '../../../../core/table/cell';
import type { Book } from '../../../support/closing';
import { call } from '../../../../core/catalogue/call';
import { changed, checks, closed, closedPlan, figures, refusal, tablesOf, view, voided, without } from '../../../support/closing';

const BOOK: Book = {
  rules: [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%'], ['P', 'reserve', 'Fund', '', '10%'], ['P', 'hold', '6 months', '', '20%']],
  people: [['Person', 'ID', 'Team'], ['Amy', 'E01', 'EU'], ['Ben', 'E02', 'EU']],
  orders: [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Amy', 1000], ['B', '2026-01-06', 'Ben', 2000], ['C', '2026-02-05', 'Amy', 3000], ['D', '2026-03-05', 'Amy', 4000], ['E', '2026-04-05', 'Ben', 5000]],
};
const year = closed(BOOK, '2026-01', '2026-02', '2026-03');
type Pick = (row: Record<string, Cell>, index: number) => boolean;
const is = (period: string, kind: string, person = 'Amy'): Pick => (row) => row['Period'] === period && row['Kind'] === kind && row['Person'] === person;
const swapped = (table: Range | undefined, a: number, b: number): Range => (table ?? []).map((row, index) => (index === a ? (table?.[b] ?? row) : index === b ? (table?.[a] ?? row) : row));

const withoutLines = ({ rules, people, orders, statements }: Book): Book => ({ rules, people, orders, ...(statements && { statements }) });

describe('a closing is sealed', () => {
  // 4 months by hand: Amy earns 100, 300, 400 in January to March, Ben 200 in January; April: Ben 500 less 50 for the fund, less 90 held.
  it('settles the next month on what was closed', () => {
    expect(figures(view(year, '2026-04'))).toEqual({ Ben: { Earned: 500, Reserved: 50, Held: 90, Payable: 360 }, Fund: { Reserved: -50, Payable: 50 } });
  });

  it('leaves it as it is whatever the order of its rows', () => {
    const [header = [], ...rows] = year.statements ?? [];
    const [lineHeader = [], ...lines] = year.lines ?? [];
    const shuffled: Book = { ...year, statements: [header, ...[...rows].reverse()], lines: [lineHeader, ...[...lines].reverse()] };
    expect(figures(view(shuffled, '2026-04'))).toEqual(figures(view(year, '2026-04')));
  });

  it.each([[0], [null], ['']])('reads blanks that a host gives as %p alike', (blank) => {
    const blanks = (table: Range | undefined): Range => (table ?? []).map((row) => row.map((cell) => (cell === '' || cell === undefined || cell === null || cell === 0 ? blank : cell)));
    const encoded: Book = { ...year, statements: blanks(year.statements), lines: blanks(year.lines) };
    expect(figures(view(encoded, '2026-04'))).toEqual(figures(view(year, '2026-04')));
  });

  it('names the rows, when and by whom they were closed, and what to do', () => {
    const text = refusal({ ...year, statements: changed(year.statements, 'Payable', is('2026-02', 'pay'), 999) }, '2026-04');
    expect(text).toMatch(/The closing of 2026-02 \(P, closed 2027-01-01 by Fin, rows 10–13\) was changed since/);
    expect(text).toMatch(/void the closing and close again/);
  });

  const tampered: [string, Range][] = [
    ['an amount is changed', changed(year.statements, 'Earned', is('2026-01', 'pay'), 90)],
    ['an amount is blanked', changed(year.statements, 'Payable', is('2026-01', 'pay'), '')],
    ['a held amount is raised', changed(year.statements, 'Held', is('2026-02', 'hold'), 500)],
    ['the day it falls due is moved', changed(year.statements, 'Due', is('2026-02', 'hold'), '2026-04-01')],
    ['the person is another', changed(changed(year.statements, 'Person', is('2026-01', 'pay'), 'Ben'), 'ID', is('2026-01', 'pay'), 'E02')],
    ['the ID is taken away', changed(year.statements, 'ID', is('2026-01', 'pay'), '')],
    ['the ID is another', changed(year.statements, 'ID', is('2026-01', 'pay'), 'E02')],
    ['the payee is another kind', changed(year.statements, 'Payee', is('2026-01', 'pay'), 'company')],
    ['the plan is another', changed(year.statements, 'Plan', is('2026-01', 'pay'), '')],
    ['the period is another', changed(year.statements, 'Period', is('2026-01', 'pay'), '2026-02')],
    ['the period it belongs to is another', changed(year.statements, 'For period', is('2026-02', 'hold'), '2026-01')],
    ['the kind is another', changed(year.statements, 'Kind', is('2026-02', 'hold'), 'carry')],
    ['the order is another', changed(year.statements, 'Order', is('2026-02', 'hold'), 'A')],
    ['the part is another', changed(year.statements, 'Part', is('2026-02', 'hold'), 'X')],
    ['the currency is another', changed(year.statements, 'Currency', is('2026-01', 'pay'), 'USD')],
    ['a rule it kept is changed', changed(year.statements, 'Note', (row) => row['Kind'] === 'rules', 'rate |  |  | 12%')],
    ['a row is deleted', without(year.statements, is('2026-02', 'hold'))],
    ['a row is copied', [...(year.statements ?? []), ...(year.statements ?? []).filter((row) => row[2] === 'hold').slice(0, 1)]],
    ['two people of one closing swap their amounts', changed(changed(year.statements, 'Earned', is('2026-01', 'pay'), 200), 'Earned', is('2026-01', 'pay', 'Ben'), 100)],
    ['a checksum is blanked', changed(year.statements, 'Checksum', is('2026-02', 'pay'), '')],
    ['a checksum is one of another closing', changed(year.statements, 'Checksum', is('2026-02', 'hold'), String(year.statements?.[1]?.[22]))],
    ['a checksum is no checksum', changed(year.statements, 'Checksum', is('2026-02', 'hold'), 'ok')],
    ['one row is marked as voided', changed(year.statements, 'Voided', is('2026-02', 'hold'), 'x')],
    ['a closing in the middle is deleted', without(year.statements, (row) => row['Period'] === '2026-02')],
    ['the first closing is deleted', without(year.statements, (row) => row['Period'] === '2026-01')],
    ['the last closing is deleted, and its lines are there', without(year.statements, (row) => row['Period'] === '2026-03')],
    ['all checksums of a closing in the middle are blanked', changed(year.statements, 'Checksum', (row) => row['Period'] === '2026-02', '')],
    ['an amount cannot be read', changed(year.statements, 'Payable', is('2026-01', 'pay'), 'many')],
    ['all checksums are blanked', changed(year.statements, 'Checksum', () => true, '')],
    ['the column of checksums has another header', (year.statements ?? []).map((row, index) => (index === 0 ? row.map((cell) => (cell === 'Checksum' ? 'Sum' : cell)) : row))],
  ];
  it.each(tampered)('refuses to settle where %s', (_, statements) => {
    expect(refusal({ ...year, statements }, '2026-04')).toMatch(/#VALUE!/);
    expect(checks({ ...year, statements }).join('\n')).toMatch(/Error: Statement/);
  });

  it('refuses without the lines, too, where the column of checksums is gone', () => {
    const alone = withoutLines(year);
    const statements = (year.statements ?? []).map((row, index) => (index === 0 ? row.map((cell) => (cell === 'Checksum' ? 'Sum' : cell)) : row));
    expect(refusal({ ...alone, statements }, '2026-04')).toMatch(/Checksum/);
  });

  const lineTampering: [string, Range][] = [
    ['a pay is changed', changed(year.lines, 'Pay', (_, index) => index === 0, 1)],
    ['an order is changed', changed(year.lines, 'Order', (_, index) => index === 0, 'Z')],
    ['a line is deleted', without(year.lines, (_, index) => index === 0)],
    ['a line is copied', [...(year.lines ?? []), year.lines?.[1] ?? []]],
    ['the checksum of a line is blanked', changed(year.lines, 'Checksum', (_, index) => index === 0, '')],
    ['all lines are deleted', (year.lines ?? []).slice(0, 1)],
    ['a rate is changed', changed(year.lines, 'Rate', (_, index) => index === 0, '11%')],
  ];
  it.each(lineTampering)('refuses to settle where of the lines %s', (_, lines) => {
    expect(refusal({ ...year, lines }, '2026-04')).toMatch(/Statement lines|order lines|lines kept/);
  });

  it('settles without the table of lines, and the check misses it', () => {
    const alone = withoutLines(year);
    expect(figures(view(alone, '2026-04'))).toEqual(figures(view(year, '2026-04')));
    expect(checks(alone).join('\n')).toMatch(/Warning: Statements .*kept its order lines/);
  });

  it('names a row that was typed by hand: it closes nothing and pays nobody', () => {
    const header = year.statements?.[0] ?? [];
    const typed = header.map((name): Cell => ({ Period: '2026-04', Kind: 'pay', Person: 'Ben', ID: 'E02', Plan: 'P', Payable: 360 })[String(name)]);
    const book: Book = { ...year, statements: [...(year.statements ?? []), typed] };
    const rows = view(book, '2026-04');
    expect(figures(rows.filter((row) => row['Person'] === 'Ben'))).toEqual(figures(view(year, '2026-04').filter((row) => row['Person'] === 'Ben')));
    expect(rows.some((row) => row['Person'] === '1 rows not used')).toBe(true);
    expect(checks(book).join('\n')).toMatch(/Warning: Statements .*typed by hand/);
  });

  it('takes what is only said about a closing for what it is: who closed, confirmations, remarks', () => {
    const said = changed(changed(year.statements, 'Remark', () => true, 'fine'), 'Confirmation', () => true, 'confirmed');
    expect(figures(view({ ...year, statements: said }, '2026-04'))).toEqual(figures(view(year, '2026-04')));
  });
});

describe('whatever cell of a closed workbook is changed', () => {
  const whole = figures(view(year, '2026-04'));
  const settles = (book: Book): unknown => {
    const result = call('SETTLE', ['2026-04', 'summary', ...tablesOf(book)]);
    return result.ok ? figures(view(book, '2026-04')) : 'refused';
  };
  const cellsOf = (table: Range | undefined): [number, number][] => (table ?? []).flatMap((row, y) => row.flatMap((_, x): [number, number][] => (y === 0 ? [] : [[y, x]])));
  const put = (table: Range | undefined, y: number, x: number, value: Cell): Range => (table ?? []).map((row, index) => (index === y ? row.map((cell, at) => (at === x ? value : cell)) : row));

  it.each(['statements', 'lines'] as const)('refuses it or pays the same (%s)', (name) => {
    const table = year[name];
    for (const [y, x] of cellsOf(table)) {
      const below = table?.[y + 1]?.[x];
      for (const value of ['', 'x', 7777, -1, ...(below === undefined ? [] : [below])]) {
        const found = settles({ ...year, [name]: put(table, y, x, value) });
        if (found !== 'refused') expect([table?.[0]?.[x], y, value, found]).toEqual([table?.[0]?.[x], y, value, whole]);
      }
    }
  });
});

describe('voiding and closing again', () => {
  it('closes the last month again, and goes on', () => {
    const again = closed(voided(year, '2026-03'), '2026-03', '2026-04');
    expect(figures(view(again, '2026-03'))).toEqual(figures(view(year, '2026-03')));
    expect(figures(view(again, '2026-05'))).toEqual({});
    expect(checks(again).filter((text) => text.startsWith('Error'))).toEqual([]);
  });

  it('closes a month in the middle again, twice over', () => {
    const once = closed(voided(year, '2026-02'), '2026-02');
    const twice = closed(voided(once, '2026-02'), '2026-02', '2026-04');
    expect(figures(view(twice, '2026-02'))).toEqual(figures(view(year, '2026-02')));
    expect(figures(view(twice, '2026-05'))).toEqual({});
    expect(checks(twice).filter((text) => text.startsWith('Error'))).toEqual([]);
  });

  it('says that a voided month in the middle is not closed', () => {
    const rows = view(voided(year, '2026-02'), '2026-04');
    expect(String(rows[rows.length - 1]!['Why'])).toMatch(/P: not closed: 2026-02/);
  });

  it('refuses a month that was closed again while its first closing stands', () => {
    const again = closed(voided(year, '2026-03'), '2026-03');
    const restored = changed(again.statements, 'Voided', () => true, '');
    expect(refusal({ ...again, statements: restored }, '2026-04')).toMatch(/2026-03 \(P\) is closed twice: here, and from row 14 on/);
  });

  it('refuses where a voided closing was deleted that the next one follows', () => {
    const again = closed(voided(year, '2026-03'), '2026-03');
    expect(refusal({ ...again, statements: without(again.statements, (row) => row['Voided'] !== undefined) }, '2026-04')).toMatch(/closing before 2026-03 \(P\) is missing/);
  });

  it('refuses two closings that follow the same one', () => {
    const april = closed(year, '2026-04');
    const other = closed({ ...year, orders: [...BOOK.orders, ['F', '2026-04-06', 'Amy', 10]] }, '2026-04');
    const forked: Book = { ...april, statements: [...(april.statements ?? []), ...changed(other.statements, 'Period', () => false, '').slice(year.statements?.length)], lines: [...(april.lines ?? []), ...(other.lines ?? []).slice(year.lines?.length)] };
    expect(refusal(forked, '2026-05')).toMatch(/Two closings of P follow the same one/);
  });

  it('closes two plans apart, each with its own chain', () => {
    const book: Book = { ...BOOK, rules: [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%'], ['Q', 'rate', '', '', '1%']], people: [['Person', 'ID', 'Plan'], ['Amy', 'E01', 'P; Q'], ['Ben', 'E02', 'Q']] };
    const one = closedPlan(book, '2026-01', 'P');
    expect(figures(view(one, '2026-01').filter((row) => row['Plan'] === 'P'))).toEqual({ Amy: { Earned: 100, Payable: 100 } });
    const both = closed(closedPlan(one, '2026-01', 'Q'), '2026-02');
    expect(checks(both).filter((text) => text.startsWith('Error'))).toEqual([]);
    const again = closedPlan(voided(both, '2026-02', 'Q'), '2026-02', 'Q');
    expect(checks(again).filter((text) => text.startsWith('Error'))).toEqual([]);
    expect(refusal({ ...again, statements: swapped(changed(again.statements, 'Earned', (row) => row['Plan'] === 'Q' && row['Person'] === 'Ben', 7), 1, 2) }, '2026-03')).toMatch(/Q/);
  });
});
