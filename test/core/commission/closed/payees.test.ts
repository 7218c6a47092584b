import type { Range } from '../../../../core/table/cell';
import type { Book } from '../../../support/closing';
import { changed, checks, closed, closedPlan, figures, refusal, view } from '../../../support/closing';

const RULES: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%']];
const ORDERS: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Amy', 1000], ['B', '2026-02-05', 'Amy', 2000]];

const book = (people: Range, more: Partial<Book> = {}): Book => ({ rules: RULES, people, orders: ORDERS, ...more });
const WITH_ID: Range = [['Person', 'ID', 'Team', 'Joined', 'Left'], ['Amy', 'E01', 'EU', '', '']];
const NO_ID: Range = [['Person', 'Team'], ['Amy', 'EU']];

describe('who a row of the statements is about', () => {
  it('finds a renamed person by ID: nothing is paid twice', () => {
    const january = closed(book(WITH_ID), '2026-01');
    const renamed: Book = { ...january, people: [['Person', 'ID', 'Team'], ['Amy Chen', 'E01', 'EU']], orders: [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'E01', 1000], ['B', '2026-02-05', 'E01', 2000]] };
    expect(figures(view(renamed, '2026-02'))).toEqual({ 'Amy Chen': { Earned: 200, Payable: 200 } });
    expect(figures(view(renamed, '2026-01'))).toEqual({ 'Amy Chen': { Earned: 100, Payable: 100 } });
  });

  it('refuses to settle where a person without an ID was renamed', () => {
    const january = closed(book(NO_ID), '2026-01');
    const renamed: Book = { ...january, people: [['Person', 'Team'], ['Amy Chen', 'EU']], orders: [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Amy Chen', 1000]] };
    expect(refusal(renamed, '2026-02')).toMatch(/Statements row 2 .*“Amy”, who is not in People/);
    expect(checks(renamed).join('\n')).toMatch(/Error: Statements row 2 .*“Amy”/);
  });

  it('finds a renamed person by the name they went by', () => {
    const january = closed(book(NO_ID), '2026-01');
    const orders: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Amy Chen', 1000], ['B', '2026-02-05', 'Amy', 2000], ['C', '2026-02-05', 'Amy Chen', 30]];
    const renamed: Book = { ...january, people: [['Person', 'Team', 'Former name', 'Joined'], ['Amy Chen', 'EU', 'Amy; A. Chen', ''], ['Amy', 'EU', '', '2026-02-01']], orders };
    expect(figures(view(renamed, '2026-02'))).toEqual({ 'Amy Chen': { Earned: 3, Payable: 3 }, Amy: { Earned: 200, Payable: 200 } });
  });

  it('reads rows without an amount that were written before somebody joined', () => {
    const january = closed(book([['Person', 'Team'], ['Amy', 'EU'], ['Ben', 'EU']]), '2026-01');
    const people: Range = [['Person', 'Team', 'Joined'], ['Amy', 'EU', ''], ['Ben', 'EU', '2026-02-01']];
    expect(figures(view({ ...january, people }, '2026-02'))).toEqual({ Amy: { Earned: 200, Payable: 200 } });
    const later: Range = [['Person', 'Team', 'Joined'], ['Amy', 'EU', '2026-02-01'], ['Ben', 'EU', '']];
    expect(refusal({ ...january, people: later }, '2026-02')).toMatch(/Statements row 2 .*“Amy” in People joined after the period/);
  });

  it('finds a person whose ID was filled in after the closing', () => {
    const january = closed(book(NO_ID), '2026-01');
    expect(figures(view({ ...january, people: WITH_ID }, '2026-02'))).toEqual({ Amy: { Earned: 200, Payable: 200 } });
  });

  it('finds a person whose ID was taken away after the closing', () => {
    const january = closed(book(WITH_ID), '2026-01');
    expect(figures(view({ ...january, people: NO_ID }, '2026-02'))).toEqual({ Amy: { Earned: 200, Payable: 200 } });
  });

  it('refuses to pay January again to a person whose ID was changed', () => {
    const january = closed(book(WITH_ID), '2026-01');
    const other: Range = [['Person', 'ID', 'Team'], ['Amy', 'A001', 'EU']];
    expect(refusal({ ...january, people: other }, '2026-02')).toMatch(/Statements row 2 .*E01.*A001/);
  });

  it('keeps two people of one name apart, also where one is no longer in People', () => {
    const both: Range = [['Person', 'ID', 'Team'], ['Amy', 'E01', 'EU'], ['Amy', 'E02', 'EU']];
    const orders: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'E01', 1000], ['B', '2026-01-06', 'E02', 3000], ['C', '2026-02-06', 'E02', 500]];
    const january = closed(book(both, { orders }), '2026-01');
    expect(figures(view(january, '2026-02'))).toEqual({ 'Amy (E02)': { Earned: 50, Payable: 50 } });
    const one: Book = { ...january, people: [['Person', 'ID', 'Team'], ['Amy', 'E02', 'EU']], orders: [orders[0]!, orders[2]!, orders[3]!] };
    expect(figures(view(one, '2026-02'))).toEqual({ Amy: { Earned: 50, Payable: 50 } });
  });

  it('gives nothing of January to a namesake who joined in February, and needs the ID where both were there', () => {
    const january = closed(book(NO_ID), '2026-01');
    const people: Range = [['Person', 'ID', 'Team', 'Joined'], ['Amy', 'E01', 'EU', '2020-01-01'], ['Amy', 'E02', 'EU', '2026-02-01']];
    const orders: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'E01', 1000], ['B', '2026-02-05', 'E02', 2000]];
    expect(figures(view({ ...january, people, orders }, '2026-02'))).toEqual({ 'Amy (E02)': { Earned: 200, Payable: 200 } });
    const there: Range = [['Person', 'ID', 'Team', 'Joined'], ['Amy', 'E01', 'EU', '2020-01-01'], ['Amy', 'E02', 'EU', '2026-01-01']];
    expect(refusal({ ...january, people: there, orders }, '2026-02')).toMatch(/Statements row 2 .*“Amy”, and several people of that name/);
  });

  it('reads a row of January as the one who had not left before it', () => {
    const january = closed(book(NO_ID), '2026-01');
    const people: Range = [['Person', 'ID', 'Team', 'Joined', 'Left'], ['Amy', 'E00', 'EU', '2019-01-01', '2024-12-31'], ['Amy', 'E01', 'EU', '2020-01-01', '']];
    const orders: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'E01', 1000], ['B', '2026-02-05', 'E01', 2000]];
    expect(figures(view({ ...january, people, orders }, '2026-02'))).toEqual({ 'Amy (E01)': { Earned: 200, Payable: 200 } });
  });

  it('keeps a fund apart from the person who bears its name', () => {
    const rules: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%'], ['P', 'reserve', 'Amy', '', '20%']];
    const january = closed(book(NO_ID, { rules }), '2026-01');
    // 100 earned, 20 of it for the fund Amy; in February the order is worth 1,500: 150 and 30.
    const grown: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Amy', 1500]];
    const rows = view({ ...january, orders: grown }, '2026-02');
    expect(rows.filter((row) => row['Person'] === 'Amy').map((row) => [row['Adjustment'], row['Payable']])).toEqual([[40, 40], [10, 10]]);
  });

  it('does not pay a person of another plan again who was moved to it', () => {
    const rules: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['PA', 'rate', '', '', '10%'], ['PB', 'rate', '', '', '5%']];
    const people: Range = [['Person', 'ID', 'Team', 'Plan', 'From'], ['Amy', 'E01', 'EU', 'PA', ''], ['Amy', 'E01', 'EU', 'PB', '2026-02-01'], ['Ben', 'E02', 'EU', 'PA; PB', '']];
    const january = closed(book(people, { rules }), '2026-01');
    expect(figures(view(january, '2026-02'))).toEqual({ Amy: { Earned: 100, Payable: 100 } });
  });

  it.each([['en'], ['zh']] as const)('reads rows that were closed in %s', (language) => {
    const january = closedPlan(book(WITH_ID), '2026-01', undefined, language);
    expect(figures(view(january, '2026-02'))).toEqual({ Amy: { Earned: 200, Payable: 200 } });
  });

  it('names a row whose kind of payee means nothing', () => {
    const january = closed(book(WITH_ID), '2026-01');
    expect(refusal({ ...january, statements: changed(january.statements, 'Payee', () => true, 'friend') }, '2026-02')).toMatch(/“friend” is no kind of payee/);
  });
});

describe('plans and parts that are called otherwise since', () => {
  const named = (plan: string, part: string, ...was: Range[number][]): Range => [['Plan', 'Part', 'Rule', 'Item', 'From', 'Value'], [plan, part, 'rate', '', '', '10%'], [plan, 'Two', 'rate', '', '', '1%'], ...was];

  it('refuses rows of a plan that Rules does not have', () => {
    const january = closed(book(NO_ID, { rules: named('P', 'One') }), '2026-01');
    expect(refusal({ ...january, rules: named('Sales', 'One') }, '2026-02')).toMatch(/plan “P”, which Rules does not have/);
  });

  it('pays nothing twice where `was` tells the former name of the plan', () => {
    const january = closed(book(NO_ID, { rules: named('P', 'One') }), '2026-01');
    const rules = named('Sales', 'One', ['Sales', '', 'was', '', '', 'P']);
    expect(figures(view({ ...january, rules }, '2026-02'))).toEqual({ Amy: { Earned: 220, Payable: 220 } });
    // The chain goes on under the new name.
    const february = closed({ ...january, rules }, '2026-02');
    expect(figures(view(february, '2026-03'))).toEqual({});
  });

  it('pays nothing twice where a part was renamed, with and without `was`', () => {
    const january = closed(book(NO_ID, { rules: named('P', 'One') }), '2026-01');
    const told = named('P', 'Uno', ['P', 'Uno', 'was', 'part', '', 'One']);
    expect(figures(view({ ...january, rules: told }, '2026-02'))).toEqual({ Amy: { Earned: 220, Payable: 220 } });
    expect(figures(view({ ...january, rules: named('P', 'Uno') }, '2026-02'))).toEqual({ Amy: { Earned: 220, Payable: 220 } });
  });
});

describe('people who are no longer in People', () => {
  const BEN: Range = [['Person', 'ID', 'Team'], ['Ben', 'E02', 'EU']];
  const people: Range = [['Person', 'ID', 'Team'], ['Amy', 'E01', 'EU'], ['Ben', 'E02', 'EU']];

  it('still shows and settles what is held of them', () => {
    const rules: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%'], ['P', 'hold', '2 months', '', '20%']];
    const orders: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Amy', 1000]];
    const january = closed(book(people, { rules, orders }), '2026-01');
    const gone: Book = { ...january, people: BEN };
    expect(figures(view(gone, '2026-03'))).toEqual({ Amy: { Released: 20, Payable: 20 } });
    expect(view(gone, '2026-03').find((row) => row['Person'] === 'Amy')!['Why']).toMatch(/no longer in People/);
  });

  it('still shows what they owe', () => {
    const orders: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Amy', -1000]];
    const january = closed(book(people, { orders }), '2026-01');
    const rows = view({ ...january, people: BEN }, '2026-02');
    expect(rows.find((row) => row['Person'] === 'Amy')!['Why']).toMatch(/-100\.00/);
  });

  it('leaves what was paid to them and to those who shared a pot with them', () => {
    const rules: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%'], ['P', 'pool', '', '', 'team'], ['P', 'share by', '', '', 'equal']];
    const orders: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Ben', 1000]];
    const january = closed(book(people, { rules, orders }), '2026-01');
    expect(figures(view(january, '2026-01'))).toEqual({ Amy: { Earned: 50, Payable: 50 }, Ben: { Earned: 50, Payable: 50 } });
    const gone: Book = { ...january, people: BEN };
    const rows = view(gone, '2026-02');
    expect(figures(rows)).toEqual({});
    expect(String(rows[rows.length - 1]!['Why'])).toMatch(/2026-01.*Amy/);
  });
});
