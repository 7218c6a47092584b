import type { Cell, Range } from '../../../../core/table/cell';
import type { Book } from '../../../support/closing';
import { checks, closed, figures, refusal, view } from '../../../support/closing';

const rulesOf = (...rows: Cell[][]): Range => [['Plan', 'Version', 'Effective', 'Rule', 'Item', 'From', 'Value'], ...rows];
const PEOPLE: Range = [['Person', 'ID'], ['Amy', 'E01']];
const ORDERS: Range = [['Order', 'Order date', 'Owner', 'Amount', 'Currency'], ['a', '2026-01-05', 'Amy', 1000, 'USD'], ['b', '2026-03-05', 'Amy', 2000, 'USD']];
const FX: Range = [['Date', 'Currency', 'Rate'], ['2026-01-01', 'USD', 7]];
const DOLLARS: Cell[][] = [['P', 1, '', 'rate', '', '', '10%'], ['P', 1, '', 'hold', '2 months', '', '20%'], ['P', 1, '', 'currency', '', '', 'USD']];
const YUAN: Cell[][] = [['P', 2, '2026-03-01', 'rate', '', '', '10%'], ['P', 2, '2026-03-01', 'currency', '', '', 'CNY']];
const book = (rules: Range, more: Partial<Book> = {}): Book => ({ rules, people: PEOPLE, orders: ORDERS, receipts: FX, ...more });

describe('a plan that changes its currency', () => {
  const january = closed(closed(book(rulesOf(...DOLLARS, ...YUAN)), '2026-01'), '2026-02');

  it('settles what the old currency pays, and refuses the first period of the new one', () => {
    // 100 dollars of which 20 are held.
    expect(figures(view(january, '2026-01'))).toEqual({ Amy: { Earned: 100, Held: 20, Payable: 80 } });
    expect(refusal(january, '2026-03')).toBe('#VALUE! Rules row 6 · Value: P: pays in CNY from 2026-03-01 on and in USD before: what was paid, held back, lent or carried in USD cannot be set against CNY. Keep USD, or make a plan of its own for CNY: another name in Plan, and the day in Plan and From of People. What is still owed in USD stays with P and is settled there.');
  });

  it('the check says so before', () => {
    expect(checks(book(rulesOf(...DOLLARS, ...YUAN))).filter((line) => line.includes('CNY'))).toEqual(['Error: Rules row 6 · Value P: pays in CNY from 2026-03-01 on and in USD before: what was paid, held back, lent or carried in USD cannot be set against CNY.']);
    expect(checks(book(rulesOf(...DOLLARS))).filter((line) => line.startsWith('Error'))).toEqual([]);
  });

  it('a plan of its own pays in the new one, and what was held is given back in the old', () => {
    const own = YUAN.map(([, , , ...rest]): Cell[] => ['Q', 1, '', ...rest]);
    const people: Range = [['Person', 'ID', 'Plan', 'From'], ['Amy', 'E01', 'P', ''], ['Amy', 'E01', 'Q', '2026-03-01']];
    const march = { ...january, rules: rulesOf(...DOLLARS, ...own), people };
    expect(view(march, '2026-03').filter((row) => row['Person'] === 'Amy').map((row) => [row['Plan'], row['Earned'], row['Released'], row['Payable'], row['Currency']])).toEqual([['P', 0, 20, 20, 'USD'], ['Q', 1400, 0, 1400, 'CNY']]);
  });

  it('a currency written over after closing is named and nothing is settled on it', () => {
    const over = { ...january, rules: rulesOf(...DOLLARS.slice(0, 2), ['P', 1, '', 'currency', '', '', 'CNY']) };
    expect(refusal(over, '2026-03')).toMatch(/Statements row 2 · Currency: P: pays in CNY, and was paid in USD for 2026-01/);
    expect(checks(over).join('\n')).toMatch(/Error: Statements row 2 · Currency P: pays in CNY, and was paid in USD for 2026-01/);
    expect(figures(view(over, '2026-01'))).toEqual({ Amy: { Earned: 100, Held: 20, Payable: 80 } });
  });

  it('another version in the same currency changes nothing', () => {
    const same = closed(closed(book(rulesOf(...DOLLARS, ['P', 2, '2026-03-01', 'rate', '', '', '10%'], ['P', 2, '2026-03-01', 'currency', '', '', 'usd'])), '2026-01'), '2026-02');
    expect(figures(view(same, '2026-03'))).toEqual({ Amy: { Earned: 200, Released: 20, Payable: 220 } });
  });
});
