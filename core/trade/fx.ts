import type { Exact } from '../amount/exact';
import { ONE, equals, multiply, sign } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { WHOLE } from '../amount/ratio';
import { quotient } from '../amount/round';
import type { Day } from '../table/day';
import type { Table } from '../table/table';
import { dayAt, dayColumn, faultRow, numberAt, numberColumn, textAt, textColumn } from '../table/table';
import { USUAL_PAYROLL, currencyCode } from './currency-code';

/** The rates of one currency in another, each from its day on. */
interface Series {
  readonly days: readonly Day[];
  readonly rates: readonly Exact[];
}

/** Exchange rates: so much of one currency for a unit of another, by `from` and then by `to`. */
export interface FxRates {
  readonly byPair: ReadonlyMap<string, ReadonlyMap<string, Series>>;
  /** The ways from one currency into another that were asked for, the shortest first. */
  readonly ways: Map<string, readonly Way[]>;
}

/** Rates one after another; the inverse ones are divided by. */
type Way = readonly { readonly series: Series; readonly inverse: boolean }[];

interface Entry {
  readonly day: Day;
  readonly currency: string;
  /** Blank where the row does not say. */
  readonly to: string;
  readonly rate: Exact;
  readonly row: number;
}

/**
 * Reads FX. A row without a To is in the currency that the others of its kind leave open: the first payroll currency
 * that has no such row itself, else CNY, else some third currency that the table does not name.
 */
export function readFx(table: Table, payrolls: readonly string[] = [USUAL_PAYROLL]): FxRates {
  const entries = entriesOf(table);
  const open = new Set(entries.flatMap(({ currency, to }) => (to === '' ? [currency] : [])));
  const base = [...payrolls, USUAL_PAYROLL].find((currency) => !open.has(currency)) ?? '';
  const rows = new Map<string, Map<string, Entry[]>>();
  for (const entry of entries) {
    const to = entry.to === '' ? base : entry.to;
    const into = rows.get(entry.currency) ?? new Map<string, Entry[]>();
    rows.set(entry.currency, into);
    into.set(to, [...(into.get(to) ?? []), entry]);
  }
  return { byPair: new Map([...rows].map(([from, into]) => [from, new Map([...into].map(([to, list]) => [to, seriesOf(list)]))])), ways: new Map() };
}

function entriesOf(table: Table): Entry[] {
  const [days, currencies, tos, rates] = [dayColumn(table, 'date'), textColumn(table, 'currency'), textColumn(table, 'to'), numberColumn(table, 'rate')];
  const entries: Entry[] = [];
  for (let row = 0; row < table.length; row += 1) {
    if (table.faulty[row] === 1) continue;
    const [written, other = ''] = textAt(currencies, row).split('/');
    const [day, currency, to, rate] = [dayAt(days, row), currencyCode(written ?? ''), currencyCode(textAt(tos, row) || other), numberAt(rates, row)];
    if (day === undefined) faultRow(table, row, 'date', { code: 'cell.missing', params: {} });
    else if (currency === '') faultRow(table, row, 'currency', { code: 'cell.missing', params: {} });
    else if (sign(rate) <= 0) faultRow(table, row, 'rate', { code: 'fx.notPositive', params: {} });
    else entries.push({ day, currency, to, rate, row });
  }
  return entries;
}

function seriesOf(entries: Entry[]): Series {
  entries.sort((a, b) => a.day - b.day || a.row - b.row);
  return { days: entries.map(({ day }) => day), rates: entries.map(({ rate }) => rate) };
}

/** The latest rate on or before a day; undefined where there is none. */
function rateOn({ days, rates }: Series, day: Day): Exact | undefined {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : rates[low - 1];
}

/**
 * The rate of a currency into another on a day: 1 into itself, and for a blank one. As the table has it, else crossed
 * over what both have rates in (or are rates of): one over the other, at 12 decimals.
 */
export function payrollRate(fx: FxRates | undefined, currency: string, payroll: string, day: Day): Exact | undefined {
  const rate = payrollRatio(fx, currency, payroll, day);
  return rate && (equals(rate.bottom, ONE) ? rate.top : quotient(rate.top, rate.bottom, { decimals: 12, mode: 'half up' }));
}

/** The same undivided, for what is compared: 710,000 CNY at 7.1 are exactly 100,000 USD. */
export function payrollRatio(fx: FxRates | undefined, currency: string, payroll: string, day: Day): Ratio | undefined {
  if (currency === '' || currency === payroll) return WHOLE;
  if (!fx) return undefined;
  for (const way of waysOf(fx, currency, payroll)) {
    const rate = rateAlong(way, day);
    if (rate) return rate;
  }
  return undefined;
}

function rateAlong(way: Way, day: Day): Ratio | undefined {
  let [top, bottom] = [ONE, ONE];
  for (const { series, inverse } of way) {
    const rate = rateOn(series, day);
    if (!rate) return undefined;
    if (inverse) bottom = multiply(bottom, rate);
    else top = multiply(top, rate);
  }
  return { top, bottom };
}

/** So many rates one after another are enough for tables of one, two and three bases. */
const LONGEST_WAY = 3;

/** Every way from one currency into another: with fewer rates first, of equal ones the table's own direction. */
function waysOf(fx: FxRates, from: string, to: string): readonly Way[] {
  const key = `${from} ${to}`;
  const known = fx.ways.get(key) ?? findWays(fx, from, to);
  fx.ways.set(key, known);
  return known;
}

function findWays(fx: FxRates, from: string, to: string): Way[] {
  const found: Way[] = [];
  const walk = (at: string, passed: readonly string[], way: Way): void => {
    for (const { next, ...leg } of legsFrom(fx, at)) {
      if (next === to) found.push([...way, leg]);
      else if (!passed.includes(next) && way.length + 1 < LONGEST_WAY) walk(next, [...passed, next], [...way, leg]);
    }
  };
  walk(from, [from], []);
  const divisions = (way: Way): number => way.filter(({ inverse }) => inverse).length;
  return found.sort((a, b) => a.length - b.length || divisions(a) - divisions(b));
}

function legsFrom({ byPair }: FxRates, from: string): { readonly next: string; readonly series: Series; readonly inverse: boolean }[] {
  const forth = [...(byPair.get(from) ?? [])].map(([next, series]) => ({ next, series, inverse: false }));
  const back = [...byPair].flatMap(([next, into]) => {
    const series = into.get(from);
    return series ? [{ next, series, inverse: true }] : [];
  });
  return [...forth, ...back];
}

/** The currency that FX leads to, which has no rates itself; of several the one that most rates are in. */
export function baseOf({ byPair }: FxRates): string {
  const counts = new Map<string, number>();
  for (const into of byPair.values()) for (const [to, { days }] of into) counts.set(to, (counts.get(to) ?? 0) + days.length);
  const ends = [...counts].filter(([to]) => !byPair.has(to));
  return (ends.length > 0 ? ends : [...counts]).sort((a, b) => b[1] - a[1])[0]?.[0] ?? USUAL_PAYROLL;
}
