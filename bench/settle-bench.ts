import { call } from '../core/catalogue/call';
import type { Cell, Range } from '../core/table/cell';
import { sampleWorkbook } from '../sample/workbook';
import { measure } from './measure';

/**
 * Settles the sample's rules over more and more order lines, read from 2-D arrays, and holds the time against the
 * same computation in plain doubles.
 */
const SIZES = [1000, 10000, 100000, 1000000];
const PERIOD = '2026-03';

function tablesOf(lines: number): Range[] {
  const sheets = sampleWorkbook({ language: 'en', lines, closedMonths: 0 });
  return sheets.map(({ cells }) => cells);
}

function settleExact(tables: readonly Range[]): void {
  const result = call('SETTLE', [PERIOD, 'summary', ...tables]);
  if (!result.ok) throw new Error(result.error.message);
}

/** The profit plan of the sample in plain doubles: receipts, FX by date, profit, yearly marginal tiers per person. */
function settleInDoubles(tables: readonly Range[]): number {
  const [orders, receipts, fx] = [tables[2] ?? [], tables[3] ?? [], tables[5] ?? []];
  const rates = new Map<string, { day: string; rate: number }[]>();
  for (const [day, currency, rate] of fx.slice(1)) rates.set(String(currency), [...(rates.get(String(currency)) ?? []), { day: String(day), rate: Number(rate) }]);
  const rateOn = (currency: string, day: string): number => {
    let found = 1;
    for (const entry of rates.get(currency) ?? []) if (entry.day <= day) found = entry.rate;
    return found;
  };
  const column = (name: string): number => (orders[0] ?? []).indexOf(name);
  const at = Object.fromEntries(['Order', 'Owner', 'Currency', 'Amount', 'Freight', 'Insurance', 'Middleman', 'Bank fee', 'Purchase', 'VAT rate', 'Rebate rate', 'Domestic cost'].map((name) => [name, column(name)]));
  const cell = (row: readonly Cell[], name: string): Cell => row[at[name] ?? -1];
  const number = (value: Cell): number => {
    if (typeof value === 'string' && value.endsWith('%')) return Number(value.slice(0, -1)) / 100;
    return Number(value) || 0;
  };
  const totals = new Map<string, number>();
  for (const row of orders.slice(1)) totals.set(String(cell(row, 'Order')), (totals.get(String(cell(row, 'Order'))) ?? 0) + number(cell(row, 'Amount')));
  const paid = new Map<string, { day: string; share: number }[]>();
  for (const [order, day, , amount, fee] of receipts.slice(1)) {
    const list = paid.get(String(order)) ?? [];
    list.push({ day: String(day), share: (number(amount) + number(fee)) / (totals.get(String(order)) ?? 1) });
    paid.set(String(order), list);
  }
  const running = new Map<string, number>();
  const pay = new Map<string, number>();
  const integral = (x: number): number => (x < 0 ? x * 0.05 : Math.min(x, 100000) * 0.05 + Math.max(0, Math.min(x, 300000) - 100000) * 0.08 + Math.max(0, Math.min(x, 600000) - 300000) * 0.1 + Math.max(0, x - 600000) * 0.12);
  const events: { day: string; person: string; amount: number }[] = [];
  for (const row of orders.slice(1)) {
    const amount = number(cell(row, 'Amount'));
    const middleman = cell(row, 'Middleman');
    const foreign = amount - number(cell(row, 'Freight')) - number(cell(row, 'Insurance')) - (typeof middleman === 'string' ? number(middleman) * amount : number(middleman)) - number(cell(row, 'Bank fee'));
    const purchase = number(cell(row, 'Purchase'));
    const home = (purchase / (1 + number(cell(row, 'VAT rate')))) * number(cell(row, 'Rebate rate')) - purchase - number(cell(row, 'Domestic cost'));
    for (const { day, share } of paid.get(String(cell(row, 'Order'))) ?? []) {
      const profit = foreign * share * rateOn(String(cell(row, 'Currency')), day) + home * share;
      for (const part of String(cell(row, 'Owner')).split(';')) {
        const [, name = '', percent] = /^\s*(.*?)(?:\s+(\d+)%)?$/.exec(part) ?? [];
        events.push({ day, person: name, amount: percent === undefined ? profit : (profit * Number(percent)) / 100 });
      }
    }
  }
  events.sort((a, b) => (a.day < b.day ? -1 : 1));
  for (const { day, person, amount } of events) {
    const key = `${person} ${day.slice(0, 4)}`;
    const before = running.get(key) ?? 0;
    running.set(key, before + amount);
    if (day.startsWith(PERIOD)) pay.set(person, (pay.get(person) ?? 0) + integral(before + amount) - integral(before));
  }
  return [...pay.values()].reduce((sum, amount) => sum + amount, 0);
}

/** Prints the table of settlements, up to a size. */
export function benchSettlements(most: number): void {
  console.log('order lines   exact s   µs/line   heap MB   doubles s   ratio');
  for (const size of SIZES.filter((one) => one <= most)) {
    const tables = tablesOf(size);
    if (size <= 10000) settleExact(tables);
    const exact = measure(() => settleExact(tables));
    const doubles = measure(() => void settleInDoubles(tables));
    const cells = [size.toLocaleString('en'), exact.seconds.toFixed(2), ((exact.seconds * 1e6) / size).toFixed(1), exact.peakMegabytes.toFixed(0), doubles.seconds.toFixed(2), (exact.seconds / doubles.seconds).toFixed(1)];
    console.log(cells.map((text, index) => text.padStart([11, 9, 9, 9, 11, 7][index] ?? 8)).join(' '));
  }
}
