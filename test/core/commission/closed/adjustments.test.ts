import { isZero } from '../../../../core/amount/exact';
import { exactToNumber } from '../../../../core/amount/text';
import type { Cell, Range } from '../../../../core/table/cell';
import type { Book } from '../../../support/closing';
import { checks, closed, closedPlan, figures, settlementOf, view } from '../../../support/closing';

const PEOPLE: Range = [['Person', 'ID', 'Team', 'Plan'], ['Amy', 'E01', 'EU', 'P; Q'], ['Ben', 'E02', 'EU', 'Q']];
const RULES: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%'], ['Q', 'rate', '', '', '1%']];
const ORDERS: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Amy', 1000], ['B', '2026-01-06', 'Ben', 2000]];
const adjustmentsOf = (...rows: Cell[][]): Range => [['Period', 'ID', 'Person', 'Plan', 'Amount', 'Reason', 'Approved by', 'Date'], ...rows];
const book = (...rows: Cell[][]): Book => ({ rules: RULES, people: PEOPLE, orders: ORDERS, adjustments: adjustmentsOf(...rows) });
const byPlan = (rows: ReturnType<typeof view>, field: string): Record<string, Cell> => Object.fromEntries(rows.filter((row) => row['Plan'] !== '' && row[field] !== 0).map((row) => [`${String(row['Person'])} ${String(row['Plan'])}`, row[field]]));

/** Who has what by hand where one plan is settled alone. */
const adjusted = (of: Book, plan: string): Record<string, number> => Object.fromEntries(settlementOf(of, '2026-01', plan).plans.flatMap(({ rows }) => rows.flatMap(({ name, amounts }) => (isZero(amounts.adjustment) ? [] : [[String(name), exactToNumber(amounts.adjustment)]]))));

describe('adjustments by hand', () => {
  it('stands in the plan it names, with its reason and approver, and is sealed with the rest', () => {
    const january = book(['2026-01', 'E01', 'Amy', 'Q', 50, 'Trade fair', 'Zoe', '2026-01-31'], ['2026-01', '', 'Ben', '', -20, 'Late report', 'Zoe', '']);
    // P: 100; Q: 10 and 50; Ben Q: 20 - 20.
    expect(byPlan(view(january, '2026-01'), 'Adjustment')).toEqual({ 'Amy Q': 50, 'Ben Q': -20 });
    expect(byPlan(view(january, '2026-01'), 'Payable')).toEqual({ 'Amy P': 100, 'Amy Q': 60 });
    expect(view(january, '2026-01').map((row) => String(row['Why'])).join()).toMatch(/50\.00 by hand: Trade fair \(approved by Zoe\)/);
    const after = closed(january, '2026-01');
    expect((after.statements ?? []).filter((row) => row[2] === 'manual').map((row) => [row[4], row[6], row[15], row[16], row[21]])).toEqual([['Amy', 'Q', 50, 50, 'Trade fair (approved by Zoe)'], ['Ben', 'Q', -20, -20, 'Late report (approved by Zoe)']]);
    // Closed, it is paid once: February has nothing of it, and January stands as it was paid.
    expect(byPlan(view(after, '2026-02'), 'Adjustment')).toEqual({});
    expect(byPlan(view(after, '2026-01'), 'Adjustment')).toEqual({ 'Amy Q': 50, 'Ben Q': -20 });
    expect(view(after, '2026-01').map((row) => String(row['Why'])).join()).toMatch(/50\.00 by hand: Trade fair/);
  });

  it('carries a penalty that is more than the pay', () => {
    const after = closed(book(['2026-01', '', 'Ben', '', -50, 'Lost a sample', 'Zoe', '']), '2026-01');
    expect(figures(view({ ...after, orders: [...ORDERS, ['C', '2026-02-01', 'Ben', 10000]] }, '2026-02').filter((row) => row['Person'] === 'Ben'))).toEqual({ Ben: { Earned: 100, Payable: 70 } });
  });

  it.each<[string, Cell[], RegExp]>([
    ['a reason', ['2026-01', '', 'Amy', '', 50, '', 'Zoe', ''], /no reason/],
    ['an approver', ['2026-01', '', 'Amy', '', 50, 'Fair', '', ''], /approved/],
    ['an amount', ['2026-01', '', 'Amy', '', 0, 'Fair', 'Zoe', ''], /blank/],
    ['a person', ['2026-01', '', '', '', 50, 'Fair', 'Zoe', ''], /blank/],
    ['a person who is known', ['2026-01', '', 'Zed', '', 50, 'Fair', 'Zoe', ''], /Zed/],
    ['a plan that is known', ['2026-01', '', 'Amy', 'R', 50, 'Fair', 'Zoe', ''], /“R”/],
    ['an amount that is a number', ['2026-01', '', 'Amy', '', 'much', 'Fair', 'Zoe', ''], /much/],
    ['a period', ['', '', 'Amy', '', 50, 'Fair', 'Zoe', ''], /blank/],
  ])('is not paid without %s, and says so', (_, row, why) => {
    const january = book(row);
    expect(byPlan(view(january, '2026-01'), 'Adjustment')).toEqual({});
    expect(view(january, '2026-01', 'unused').map((one) => Object.values(one).join(' ')).join()).toMatch(why);
    expect(checks(january).join('\n')).toMatch(why);
  });

  it('names one for a closed period that does not hold it: added, changed or a second one alike', () => {
    const first: Cell[] = ['2026-01', 'E01', 'Amy', 'P', 50, 'Trade fair', 'Zoe', ''];
    const january = closed(book(first), '2026-01');
    const unused = (changed: Book): string[] => view(changed, '2026-02', 'unused').map((row) => Object.values(row).join(' '));
    expect(unused(january)).toEqual([]);
    for (const rows of [[first, [...first.slice(0, 4), 30, 'More', 'Zoe', '']], [[...first.slice(0, 4), 60, 'Trade fair', 'Zoe', '']], [first, first]]) {
      const changed: Book = { ...january, adjustments: adjustmentsOf(...rows) };
      expect(byPlan(view(changed, '2026-02'), 'Adjustment')).toEqual({});
      expect(unused(changed)).toHaveLength(1);
      expect(unused(changed)[0]).toMatch(/2026-01 was closed without this adjustment/);
    }
  });

  it('counts cents of more than two decimals once', () => {
    const january = closed(book(['2026-01', 'E02', 'Ben', '', 10.005, 'Share', 'Zoe', '']), '2026-01');
    expect(figures(view(january, '2026-01').filter((row) => row['Person'] === 'Ben'))).toEqual({ Ben: { Earned: 20, Adjustment: 10.01, Payable: 30.01 } });
    expect(view(january, '2026-02', 'unused')).toEqual([]);
  });

  it('pays one without a plan once where its person is in two, one of which is closed first', () => {
    const rows: Cell[][] = [['2026-01', 'E01', 'Amy', '', 10.005, 'Share', 'Zoe', ''], ['2026-01', 'E01', 'Amy', '', 7, 'Fair', 'Zoe', '']];
    const one = closedPlan(book(...rows), '2026-01', 'P');
    expect(byPlan(view(one, '2026-01'), 'Adjustment')).toEqual({ 'Amy P': 17.01 });
    // Another 7 comes in while Q is still open: it is paid there.
    const more: Book = { ...one, adjustments: adjustmentsOf(...rows, ['2026-01', 'E01', 'Amy', '', 7, 'Fair again', 'Zoe', '']) };
    expect(byPlan(view(more, '2026-01'), 'Adjustment')).toEqual({ 'Amy P': 17.01, 'Amy Q': 7 });
    expect(byPlan(view(closedPlan(more, '2026-01', 'Q'), '2026-01'), 'Adjustment')).toEqual({ 'Amy P': 17.01, 'Amy Q': 7 });
  });

  it('one without a plan is paid in the plan of its person, whichever plan is settled alone', () => {
    const january = book(['2026-01', 'E02', 'Ben', '', 7, 'Fair', 'Zoe', '']);
    // Ben takes part in Q alone.
    expect(adjusted(january, 'P')).toEqual({});
    expect(adjusted(january, 'Q')).toEqual({ Ben: 7 });
  });

  it.each([[['P', 'Q']], [['Q', 'P']]])('is paid once when its plans are closed one after the other: %p', (order) => {
    const both = order.reduce((before, plan) => closedPlan(before, '2026-01', plan), book(['2026-01', 'E02', 'Ben', '', 7, 'Fair', 'Zoe', ''], ['2026-01', 'E01', 'Amy', '', 9, 'Fair', 'Zoe', '']));
    // Amy takes part in both: in P, the first of hers.
    expect(byPlan(view(both, '2026-01'), 'Adjustment')).toEqual({ 'Amy P': 9, 'Ben Q': 7 });
    expect(view(both, '2026-02', 'unused')).toEqual([]);
  });

  it('is named where the plans of its person were closed without it, though another is still open', () => {
    const one = closedPlan(book(), '2026-01', 'Q');
    const late: Book = { ...one, adjustments: adjustmentsOf(['2026-01', 'E02', 'Ben', '', 7, 'Fair', 'Zoe', '']) };
    expect(byPlan(view(late, '2026-01'), 'Adjustment')).toEqual({});
    expect(view(late, '2026-01', 'unused').map((row) => Object.values(row).join(' ')).join()).toMatch(/2026-01 was closed without this adjustment/);
    // Nothing is said of one that another plan will pay.
    const amy: Book = { ...one, adjustments: adjustmentsOf(['2026-01', 'E01', 'Amy', '', 9, 'Fair', 'Zoe', '']) };
    expect(view(amy, '2026-01', 'unused')).toEqual([]);
    expect(settlementOf(amy, '2026-01', 'Q').unused).toEqual([]);
    expect(adjusted(amy, 'P')).toEqual({ Amy: 9 });
  });

  it('somebody of no plan has it in the first plan that is open', () => {
    const nobody: Book = { ...book(['2026-01', '', 'Cai', '', 5, 'Help', 'Zoe', '']), people: [...PEOPLE, ['Cai', 'E03', 'EU', '']] };
    expect([adjusted(nobody, 'P'), adjusted(nobody, 'Q')]).toEqual([{ Cai: 5 }, {}]);
    const closedP = closedPlan(nobody, '2026-01', 'P');
    expect(byPlan(view(closedP, '2026-01'), 'Adjustment')).toEqual({ 'Cai P': 5 });
  });

  it('is paid again after its closing was voided', () => {
    const january = closed(book(['2026-01', 'E01', 'Amy', 'P', 50, 'Trade fair', 'Zoe', '']), '2026-01');
    const voided: Book = { ...january, statements: (january.statements ?? []).map((row, index) => (index === 0 ? row : row.map((cell, at) => (at === 25 ? 'x' : cell)))) };
    expect(byPlan(view(voided, '2026-01'), 'Adjustment')).toEqual({ 'Amy P': 50 });
  });
});
