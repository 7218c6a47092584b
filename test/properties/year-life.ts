import { D, ZERO, sum } from '../oracle/year-facts';
import type { Books, PlanMonth } from '../oracle/year-balances';
import { closeBooks, entitlementOf, newBooks } from '../oracle/year-balances';
import { leftIn } from '../oracle/year-lots';
import type { PayPeriod } from '../oracle/year-time';
import { payPeriods } from '../oracle/year-time';
import type { Range } from '../../core/table/cell';
import type { Settlement } from '../../core/commission/settle';
import type { Figures, Statements } from './year-closing';
import { FIGURES, NOTHING_CLOSED, cellOf, closeMonth, explainedOf, figuresOf, settleMonth } from './year-closing';
import type { Year } from './year-generator';
import { yearTables } from './year-tables';

/** A closing of the year: the pay period of the first plan, and what the facts are then. */
interface Closing {
  readonly period: PayPeriod;
  readonly at: number;
}

function closingsOf({ plans: [first], known }: Year): Closing[] {
  const periods = payPeriods(first!, '2026-01-01', '2027-03-31').filter(({ name }) => name < '2027-02' && name !== '2027-Q2');
  return periods.map((period) => ({ period, at: Math.min(known.length - 1, monthsUntil(period)) }));
}

function monthsUntil({ last }: PayPeriod): number {
  const [year = 0, month = 1] = last.split('-').map(Number);
  return (year - 2026) * 12 + month - 1;
}

/** Lives a year month by month, with the product's own rows, and holds every month and the whole of it against the oracle. */
export function liveYear(year: Year): void {
  let closed: Statements = NOTHING_CLOSED;
  const books = newBooks();
  const last = new Map<string, PlanMonth>();
  for (const { period, at } of closingsOf(year)) {
    const facts = year.known[at]!;
    const tables = yearTables(year.plans, facts);
    const settlement = settleMonth(tables, closed, period.name);
    for (const [plan, month] of closeBooks(year.plans, facts, books, period.name)) last.set(plan, month);
    expect({ period: period.name, ...Object.fromEntries(told(settlement)) }).toEqual({ period: period.name, ...Object.fromEntries(expected(last)) });
    explains(settlement);
    if (at === year.probe.at) doesNotMatter({ year, tables, closed, period: period.name }, figuresOf(settlement));
    closed = closeMonth(settlement, closed);
  }
  addsUp(year, closed, last, books);
}

/** The figures of people, those who have none left out. */
function told(settlement: Settlement): [string, string][] {
  return [...figuresOf(settlement)].filter(([who]) => !/ (company|fund)$/.test(who)).map(([who, figures]): [string, string] => [who, line(figures)]).filter(([, text]) => /[1-9]/.test(text)).sort();
}

const line = (figures: Figures): string => FIGURES.map((column) => figures[column]).join(' | ');

function expected(months: ReadonlyMap<string, PlanMonth>): [string, string][] {
  const all = [...months].flatMap(([plan, { persons }]) => [...persons].map(([id, settled]): [string, string] => [`${plan} ${id}`, FIGURES.map((column) => settled[column].plus(0).toString()).join(' | ')]));
  return all.filter(([, text]) => /[1-9]/.test(text)).sort();
}

/** Each person's explanation adds up to the payable, and the lines to what was earned. */
function explains(settlement: Settlement): void {
  const figures = figuresOf(settlement);
  for (const [who, { payable, earned }] of explainedOf(settlement)) {
    expect([who, payable, earned]).toEqual([who, figures.get(who)?.payable, figures.get(who)?.earned]);
  }
}

interface Probe {
  readonly year: Year;
  readonly tables: readonly Range[];
  readonly closed: Statements;
  readonly period: string;
}

/** Settling twice, shuffled rows and blanks of other hosts change nothing. */
function doesNotMatter({ year, tables, closed, period }: Probe, figures: ReadonlyMap<string, Figures>): void {
  const { keys, blank } = year.probe;
  const shuffled = tables.map(([header = [], ...rows]) => [header, ...rows.map((row, at) => ({ row, key: keys[at % keys.length]! * 31 + at * (keys[0]! % 7) })).sort((a, b) => a.key - b.key).map(({ row }) => row)]);
  const recoded = shuffled.map((rows) => rows.map((row) => row.map((cell) => (cell === '' ? blank : cell))));
  for (const other of [tables, recoded]) expect(figuresOf(settleMonth(other, closed, period))).toEqual(figures);
}

/** The year as a whole: for every period what was paid in all is what the final data give, and all money went one way. */
function addsUp(year: Year, closed: Statements, last: ReadonlyMap<string, PlanMonth>, books: Books): void {
  for (const { id, name } of year.known[year.known.length - 1]!.people) {
    const mine = closed.statements.slice(1).filter((row) => belongsTo(closed, row, id, name));
    const total = (rows: readonly Range[number][], column: string) => sum(rows.map((row) => new D(Number(cellOf(closed, row, column)))));
    const entitled = (rows: readonly Range[number][]) => total(rows, 'Earned').minus(total(rows, 'Reserved')).plus(total(rows, 'Adjustment'));
    for (const [plan, { pays }] of last) {
      const ofPlan = mine.filter((row) => cellOf(closed, row, 'Plan') === plan);
      const paid = pays.map((pay) => `${plan} ${pay.period.name} ${id} ${entitled(ofPlan.filter((row) => cellOf(closed, row, 'For period') === pay.period.name)).toString()}`);
      expect(paid).toEqual(pays.map((pay) => `${plan} ${pay.period.name} ${id} ${entitlementOf(pay, id).plus(0).toString()}`));
      const open = total(ofPlan, 'Held').minus(total(ofPlan, 'Released'));
      expect([plan, id, 'still held', open.toString()]).toEqual([plan, id, 'still held', leftIn(books.lots.get(`${plan} ${id}`) ?? []).toString()]);
    }
    // What a person received is what they were entitled to, less what is still held and owed, plus what was lent.
    const received = entitled(mine).minus(total(mine, 'Held')).plus(total(mine, 'Released')).plus(total(mine, 'Draw')).minus(total(mine, 'Carried'));
    expect([id, total(mine, 'Payable').toString(), total(mine, 'Carried').toString()]).toEqual([id, received.toString(), (books.carried.get(id) ?? ZERO).plus(0).toString()]);
  }
}

function belongsTo(closed: Statements, row: Range[number], id: string, name: string): boolean {
  const [rowId, person] = [cellOf(closed, row, 'ID'), cellOf(closed, row, 'Person')];
  return rowId === undefined || rowId === '' ? person === name || person === `${name} (${id})` : rowId === id;
}
