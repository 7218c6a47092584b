import type { Exact } from '../../amount/exact';
import { compare, equals, exactInteger, multiply, sign } from '../../amount/exact';
import { quotient } from '../../amount/round';
import { exactToDisplay } from '../../amount/text';
import type { Plans } from '../../rules/read-plans';
import { currencyOf, isDraft } from '../../rules/plan';
import type { Day } from '../../table/day';
import { dayText } from '../../table/day';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import type { Table } from '../../table/table';
import { NO_DAY, dayColumn, numberAt, numberColumn, placeOf, textAt, textColumn } from '../../table/table';
import { USUAL_PAYROLL, currencyCode } from '../../trade/currency-code';
import { payrollRate } from '../../trade/fx';
import type { Ledger } from '../ledger';
import { linesText } from './context';
import { roughlyInCny } from './rough-rates';

/** A rate of more than a quarter ago is asked about. */
const QUARTER_DAYS = 92;

/** Rates that are missing, old, twice, or off by a digit: in FX and in the Rate columns of orders and receipts. */
export function checkExchangeRates(ledger: Ledger, plans: Plans | undefined): Issue[] {
  const live = (plans?.plans ?? []).flatMap(({ versions }) => versions.filter((version) => !isDraft(version)).slice(0, 1));
  const payrolls = [...new Set(live.map(currencyOf))];
  const payroll = payrolls[0] ?? USUAL_PAYROLL;
  const fx = ledger.tables.get('fx');
  const entries = fx ? entriesOf(fx, 'date', payroll) : [];
  const own = (['orders', 'receipts'] as const).flatMap((kind) => {
    const table = ledger.tables.get(kind);
    return table ? [{ table, entries: entriesOf(table, kind === 'orders' ? 'orderDate' : 'date', payroll) }] : [];
  });
  return [
    ...missingRates(ledger, payrolls.length === 0 ? [payroll] : payrolls),
    ...(fx ? [...ratesTwice(fx, entries), ...ratesOff(fx, entries, entries, payroll), ...oldRates(ledger, payroll, entries)] : []),
    ...own.flatMap((one) => ratesOff(one.table, one.entries, [...entries, ...one.entries], payroll)),
  ];
}

interface Entry {
  readonly row: number;
  readonly currency: string;
  /** The currency with what its rates are in, where FX says it: what a rate is compared with. */
  readonly pair: string;
  readonly day: Day;
  readonly rate: Exact;
}

function entriesOf(table: Table, dateField: string, payroll: string): Entry[] {
  const [currencies, tos, rates, { days }] = [textColumn(table, 'currency'), textColumn(table, 'to'), numberColumn(table, 'rate'), dayColumn(table, dateField)];
  const codes = currencies.values.map(currencyCode);
  const found: Entry[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const [currency = '', rate, day = NO_DAY] = [codes[currencies.codes[row] ?? 0], numberAt(rates, row), days[row]];
    if (currency !== '' && sign(rate) > 0) found.push({ row, currency, pair: `${currency} ${currencyCode(textAt(tos, row)).replace(payroll, '')}`, day, rate });
  }
  return found;
}

function missingRates({ orders, fx }: Ledger, payrolls: readonly string[]): Issue[] {
  const { table } = orders;
  const [currencies, rates, days] = [textColumn(table, 'currency'), numberColumn(table, 'rate'), dayColumn(table, 'orderDate').days];
  const reported = new Set<string>();
  const found: Issue[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const currency = currencyCode(textAt(currencies, row));
    const day = days[row] ?? NO_DAY;
    if (reported.has(currency) || rates.present[row] === 1 || day === NO_DAY || payrolls.every((payroll) => payrollRate(fx, currency, payroll, day))) continue;
    reported.add(currency);
    found.push(issue('fx.missing', placeOf(table, row, 'currency'), { currency, day: dayText(day) }));
  }
  return found;
}

function ratesTwice(fx: Table, entries: readonly Entry[]): Issue[] {
  const seen = new Map<string, Entry>();
  return entries.flatMap((entry): Issue[] => {
    const key = `${entry.pair} ${entry.day}`;
    const first = seen.get(key);
    seen.set(key, first ?? entry);
    if (!first || entry.day === NO_DAY) return [];
    const params = { currency: entry.currency, day: dayText(entry.day), first: fx.rowNumbers[first.row] ?? 0, one: exactToDisplay(first.rate), other: exactToDisplay(entry.rate) };
    return [issue('check.fxTwice', placeOf(fx, entry.row, 'rate'), params, equals(first.rate, entry.rate) ? 'note' : 'warning')];
  });
}

/** Rates that are more than three times, or less than a third, of what the currency usually has; where the table does not tell, of what it is roughly worth. */
function ratesOff(table: Table, entries: readonly Entry[], all: readonly Entry[], payroll: string): Issue[] {
  const usual = new Map<string, { readonly rate: Exact; readonly isRough: boolean }>();
  for (const pair of new Set(all.map((entry) => entry.pair))) {
    const own = all.filter((entry) => entry.pair === pair).map(({ rate }) => rate).sort(compare);
    const middle = own[Math.floor((own.length - 1) / 2)];
    const rough = roughRate(pair, payroll, middle);
    if (rough) usual.set(pair, { rate: rough, isRough: true });
    else if (middle && own.length > 1) usual.set(pair, { rate: middle, isRough: false });
  }
  return entries.flatMap(({ row, currency, pair, rate }): Issue[] => {
    const known = usual.get(pair);
    if (!known || isNear(rate, known.rate)) return [];
    return [issue(known.isRough ? 'check.fxRough' : 'check.fxOff', placeOf(table, row, 'rate'), { currency, rate: exactToDisplay(rate), usual: exactToDisplay(known.rate) }, 'warning')];
  });
}

function isNear(rate: Exact, usual: Exact): boolean {
  return compare(rate, multiply(usual, exactInteger(3))) <= 0 && compare(multiply(rate, exactInteger(3)), usual) >= 0;
}

/** What a pair is roughly worth, if its middle rate is far from that; rates without a To may be in payroll currency or in CNY. */
function roughRate(pair: string, payroll: string, middle: Exact | undefined): Exact | undefined {
  const [currency = '', to = ''] = pair.split(' ');
  const rough = roughlyInCny(currency);
  if (!rough || !middle) return undefined;
  const found = (to === '' ? [payroll, 'CNY'] : [to]).flatMap((base) => {
    const of = base === currency ? undefined : roughlyInCny(base);
    return of ? [quotient(rough, of, { decimals: 6, mode: 'half up' })] : [];
  });
  return found.some((one) => isNear(middle, one)) ? undefined : found[0];
}

/** Order lines of a currency whose last rate is older than a quarter. One rate alone may be meant to hold for long. */
function oldRates({ orders }: Ledger, payroll: string, entries: readonly Entry[]): Issue[] {
  const { table } = orders;
  const [currencies, rates, { days }] = [textColumn(table, 'currency'), numberColumn(table, 'rate'), dayColumn(table, 'orderDate')];
  const codes = currencies.values.map(currencyCode);
  const dates = new Map<string, Day[]>();
  for (const { currency, day } of entries) dates.set(currency, [...(dates.get(currency) ?? []), day]);
  for (const list of dates.values()) list.sort((a, b) => a - b);
  const old = new Map<string, { row: number; count: number; last: Day }>();
  for (let row = 0; row < table.length; row += 1) {
    const [code = '', day = NO_DAY] = [codes[currencies.codes[row] ?? 0], days[row]];
    if (code === '' || code === payroll || day === NO_DAY || rates.present[row] === 1) continue;
    const last = lastBefore(dates.get(code) ?? [], day);
    if (last === undefined || day - last <= QUARTER_DAYS) continue;
    const known = old.get(code);
    old.set(code, { row: known?.row ?? row, count: (known?.count ?? 0) + 1, last: known?.last ?? last });
  }
  return [...old].map(([currency, { row, count, last }]) =>
    issue('check.fxOld', placeOf(table, row, 'currency'), { currency, last: dayText(last), day: dayText(days[row] ?? 0), lines: linesText(count) }, (dates.get(currency) ?? []).length > 1 ? 'warning' : 'note'),
  );
}

function lastBefore(sorted: readonly Day[], day: Day): Day | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
