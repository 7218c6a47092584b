import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell, Range } from '../../core/table/cell';
import type { Book } from '../support/closing';
import { closed, figures, view } from '../support/closing';

const version = (number: number, from: string, low: string, high: string): Cell[][] => [
  ['measure', '', '', 'revenue'], ['tier', '', 0, low], ['tier', '', 100000, high], ['tier span', '', '', 'year'], ['hold', '2 months', '', '20%'], ['refund', '', '', 'original'],
].map((row) => ['Sales 2026', number, from, ...row]);
const rules = (...rows: Cell[][]): Range => [['Plan', 'Version', 'Effective', 'Rule', 'Item', 'From', 'Value'], ...rows];
const first = version(1, '2026-01-01', '1%', '2%');
const orders = (...rows: Cell[][]): Range => [['Order', 'Order date', 'Owner', 'Amount', 'Reverses'], ...rows];
const winter = (ben: number): Cell[][] => [['PO-1', '2026-01-10', 'Amy Chen', 80000, ''], ['PO-2', '2026-01-20', 'Ben Luo', ben, ''], ['PO-3', '2026-02-12', 'Amy Chen', 40000, '']];
const spring: Cell[][] = [...winter(36000), ['R-1', '2026-04-05', 'Amy Chen', -80000, 'PO-1']];
const may: Cell[][] = [...spring, ['PO-4', '2026-05-08', 'Ben Luo', 90000, ''], ['PO-5', '2026-05-20', 'Amy Chen', 100000, '']];

const start: Book = { rules: rules(...first), people: [['ID', 'Person', 'Team', 'Plan'], ['E01', 'Amy Chen', 'Europe', 'Sales 2026'], ['E02', 'Ben Luo', 'Europe', 'Sales 2026']], orders: orders(...winter(30000)) };
/** What is typed into the workbook before a month is settled. */
const typed: Readonly<Record<string, Partial<Book>>> = {
  '2026-04': { orders: orders(...spring) },
  '2026-05': { orders: orders(...may) },
  '2026-06': { adjustments: [['Period', 'ID', 'Person', 'Plan', 'Amount', 'Reason', 'Approved by', 'Date'], ['2026-06', 'E02', 'Ben Luo', 'Sales 2026', 200, 'fair in Guangzhou', 'Max', '2026-06-20']] },
  '2026-07': { rules: rules(...first, ...version(2, '2026-07-01', '1.5%', '2.5%')), orders: orders(...may, ['PO-6', '2026-07-15', 'Ben Luo', 20000, '']) },
};
const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'];
const COLUMNS = ['Earned', 'Held', 'Released', 'Adjustment', 'Payable'];

/** The rows of the worked year in a page: month, person, and the five figures. */
function told(language: 'en' | 'zh'): string[] {
  const text = readFileSync(join(__dirname, `../../docs/${language}/settlement.md`), 'utf8');
  return text.split('\n').filter((line) => /^\| 2026-\d\d \|/.test(line)).map((line) => line.split('|').slice(1, 8).map((cell) => cell.trim().replaceAll(',', '').replace('−', '-')).join(' | '));
}

it.each(['en', 'zh'] as const)('the worked year is what the engine pays, closing after closing (%s)', (language) => {
  let book = start;
  const paid = MONTHS.flatMap((month) => {
    book = { ...book, ...typed[month] };
    const rows = figures(view(book, month));
    book = closed(book, month);
    return ['Amy Chen', 'Ben Luo'].filter((person) => rows[person]).map((person) => [month, person, ...COLUMNS.map((column) => rows[person]?.[column] ?? '')].join(' | '));
  });
  expect(told(language)).toEqual(paid);
});
