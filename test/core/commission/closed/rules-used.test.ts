import type { Cell, Range } from '../../../../core/table/cell';
import type { Book } from '../../../support/closing';
import { checks, closed, figures, settlementOf, view } from '../../../support/closing';
import { render } from '../../../../core/locale/message';

const PEOPLE: Range = [['Person', 'Team'], ['Amy', 'EU']];
const ORDERS: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-01-05', 'Amy', 1000], ['B', '2026-02-05', 'Amy', 2000]];
const HEADER: Cell[] = ['Plan', 'Version', 'Effective', 'Part', 'Rule', 'Item', 'From', 'Value', 'Note'];
const rulesOf = (...rows: Cell[][]): Range => [HEADER, ...rows];
const FIRST: Cell[][] = [['P', '', '', '', 'tier', '', 0, '10%'], ['P', '', '', '', 'tier', '', 5000, '20%'], ['P', '', '', '', 'round', '', '', 'half up']];
const book = (...rows: Cell[][]): Book => ({ rules: rulesOf(...rows), people: PEOPLE, orders: ORDERS });
const january = closed(book(...FIRST), '2026-01');
const notes = (changed: Book, language: 'en' | 'zh' = 'en'): string => settlementOf(changed, '2026-02').notes.map((note) => render(note, language)).join('; ');
/** February's own pay: 10 % of 2,000. */
const FEBRUARY = { Amy: { Earned: 200, Payable: 200 } };

describe('rules written over after a closing used them', () => {
  it('corrects nothing, and says which row, what it was and what it is', () => {
    const edited: Book = { ...january, rules: rulesOf(['P', '', '', '', 'tier', '', 0, '12%'], ...FIRST.slice(1)) };
    expect(figures(view(edited, '2026-02'))).toEqual({ Amy: { Earned: 240, Payable: 240 } });
    expect(notes(edited)).toMatch(/2026-01 could not be recomputed: its rules \(P\) were written over after closing: Rules row 2 was “tier 0 10%”, is “tier 0 12%”; a new version is meant/);
    expect(notes(edited, 'zh')).toMatch(/规则第 2 行原为“tier 0 10%”，现为“tier 0 12%”/);
    expect(checks(edited).join('\n')).toMatch(/Error: Statements .*rules of P were written over after 2026-01 was closed.*Rules row 2/);
  });

  it('says what was added and what is gone', () => {
    const added: Book = { ...january, rules: rulesOf(...FIRST, ['P', '', '', '', 'maximum', 'person', '', 50]) };
    expect(notes(added)).toMatch(/Rules row 5 “maximum person 50” is new/);
    const gone: Book = { ...january, rules: rulesOf(...FIRST.slice(0, 1), ...FIRST.slice(2)) };
    expect(notes(gone)).toMatch(/“tier 5000 20%” is gone/);
  });

  it('is edited, too, where the Effective date of the same version is written over with the rate', () => {
    const dated = closed(book(['P', '1', '2025-01-01', '', 'rate', '', '', '10%']), '2026-01');
    const edited: Book = { ...dated, rules: rulesOf(['P', '1', '2024-01-01', '', 'rate', '', '', '12%']) };
    expect(figures(view(edited, '2026-02'))).toEqual({ Amy: { Earned: 240, Payable: 240 } });
    expect(notes(edited)).toMatch(/Rules row 2 was “rate 10%”, is “rate 12%”/);
    const unnumbered: Book = { ...january, rules: rulesOf(['P', '', '2024-01-01', '', 'tier', '', 0, '12%'], ...FIRST.slice(1).map((row) => row.map((cell, at) => (at === 2 ? '2024-01-01' : cell)))) };
    expect(figures(view(unnumbered, '2026-02'))).toEqual({ Amy: { Earned: 240, Payable: 240 } });
  });

  it('is settled again once the old row is back and the change has a version of its own', () => {
    const mended: Book = { ...january, rules: rulesOf(...FIRST, ['P', '2', '2026-02-01', '', 'rate', '', '', '12%']) };
    expect(figures(view(mended, '2026-02'))).toEqual({ Amy: { Earned: 240, Payable: 240 } });
    expect(notes(mended)).toBe('');
  });

  it.each<[string, Cell[][]]>([
    ['in another order', [...FIRST].reverse()],
    ['in Chinese', [['P', '', '', '', '阶梯', '', 0, '10%'], ['P', '', '', '', '阶梯', '', 5000, '20%'], ['P', '', '', '', '取整', '', '', '四舍五入']]],
    ['with numbers typed otherwise', [['P', '', '', '', 'tier', '', '0', 0.1], ['P', '', '', '', 'tier', '', '5,000', '20.0%'], ['P', '', '', '', 'round', '', '', 'Half up']]],
    ['with notes', FIRST.map((row) => [...row, 'agreed in May'])],
    ['with a name for the sales', [...FIRST, ['P', '', '', '', 'was', '', '', 'Old']]],
  ])('takes the same rules for the same: %s', (_, rows) => {
    const same: Book = { ...january, rules: rulesOf(...rows) };
    expect(figures(view(same, '2026-02'))).toEqual(FEBRUARY);
    expect(notes(same)).toBe('');
    expect(checks(same).filter((text) => text.includes('written over'))).toEqual([]);
  });

  it('corrects by a new version that reaches back, and calls it the rules', () => {
    const back: Book = { ...january, rules: rulesOf(...FIRST, ['P', '2', '2026-01-01', '', 'rate', '', '', '12%']) };
    expect(figures(view(back, '2026-02'))).toEqual({ Amy: { Earned: 240, Adjustment: 20, Payable: 260 } });
    expect(String(view(back, '2026-02')[0]!['Why'])).toMatch(/20\.00 corrects 2026-01 \(rules changed\)/);
    // Paid once: the next month finds nothing more.
    expect(figures(view(closed(back, '2026-02'), '2026-03'))).toEqual({});
  });

  it('keeps the rules once, with the first closing that used them', () => {
    const march = closed(january, '2026-02', '2026-03');
    expect((march.statements ?? []).filter((row) => row[2] === 'rules').map((row) => [row[0], row[21]])).toEqual([['2026-01', 'tier |  | 0 | 10%'], ['2026-01', 'tier |  | 5000 | 20%'], ['2026-01', 'round |  |  | half up']]);
    const edited: Book = { ...march, rules: rulesOf(['P', '', '', '', 'tier', '', 0, '11%'], ...FIRST.slice(1)) };
    expect(checks(edited).filter((text) => text.includes('written over'))).toHaveLength(1);
    expect(settlementOf(edited, '2026-04').notes).toHaveLength(3);
  });
});

describe('rules after a closing of an edition that kept none', () => {
  it('says rules or data', () => {
    const old: Book = {
      ...book(['P', '', '', '', 'rate', '', '', '12%']),
      statements: [['Period', 'Kind', 'Person', 'Plan', 'Earned', 'Payable', 'Currency', 'Rules as of'], ['2026-01', 'pay', 'Amy', 'P', 100, 100, 'CNY', 'P']],
    };
    expect(figures(view(old, '2026-02'))).toEqual({ Amy: { Earned: 240, Adjustment: 20, Payable: 260 } });
    expect(String(view(old, '2026-02')[0]!['Why'])).toMatch(/\(rules or data changed\)/);
  });
});
