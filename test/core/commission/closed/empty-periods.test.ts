import type { Range } from '../../../../core/table/cell';
import type { Book } from '../../../support/closing';
import { checks, closed, figures, view } from '../../../support/closing';

const RULES: Range = [['Plan', 'Rule', 'Item', 'From', 'Value'], ['P', 'rate', '', '', '10%']];
const ORDERS: Range = [['Order', 'Order date', 'Owner', 'Amount'], ['A', '2026-02-05', 'Amy', 1000]];
const people = (plan: string): Range => [['Person', 'ID', 'Plan'], ['Amy', 'E01', plan]];
const start: Book = { rules: RULES, people: people(''), orders: ORDERS };

describe('a period that paid nobody', () => {
  const book = closed({ ...start, people: people(''), rules: [...RULES, ['Q', 'rate', '', '', '1%']] }, '2026-01', '2026-02');
  const joined: Book = { ...book, people: people('P') };

  it('is closed', () => {
    expect(closed(book, '2026-02').statements).toEqual(book.statements);
    expect(checks(book).filter((line) => line.includes('Statements'))).toEqual([]);
  });

  it('is corrected when somebody was in the plan after all', () => {
    // A of February: 10 % of 1,000.
    expect(figures(view(joined, '2026-03'))).toEqual({ Amy: { Adjustment: 100, Payable: 100 } });
    expect(figures(view(closed(joined, '2026-03'), '2026-04'))).toEqual({});
  });
});
