import type { Exact } from '../amount/exact';
import { ONE, equals, sign } from '../amount/exact';
import { quotient } from '../amount/round';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import type { Table } from '../table/table';
import { dayAt, dayColumn, faultRow, numberAt, numberColumn, textAt, textColumn } from '../table/table';

/** Exchange rates by currency: payroll currency per unit, each from its date on. */
export interface FxRates {
  readonly byCurrency: ReadonlyMap<string, { readonly days: readonly Day[]; readonly rates: readonly Exact[] }>;
}

export function readFx(table: Table): FxRates {
  const [days, currencies, rates] = [dayColumn(table, 'date'), textColumn(table, 'currency'), numberColumn(table, 'rate')];
  const rows = new Map<string, { day: Day; rate: Exact; row: number }[]>();
  for (let row = 0; row < table.length; row += 1) {
    if (table.faulty[row] === 1) continue;
    const [day, currency, rate] = [dayAt(days, row), currencyCode(textAt(currencies, row)), numberAt(rates, row)];
    if (day === undefined) faultRow(table, row, 'date', { code: 'cell.missing', params: {} });
    else if (currency === '') faultRow(table, row, 'currency', { code: 'cell.missing', params: {} });
    else if (sign(rate) <= 0) faultRow(table, row, 'rate', { code: 'fx.notPositive', params: {} });
    else rows.set(currency, [...(rows.get(currency) ?? []), { day, rate, row }]);
  }
  const byCurrency = new Map<string, { days: Day[]; rates: Exact[] }>();
  for (const [currency, entries] of rows) {
    entries.sort((a, b) => a.day - b.day || a.row - b.row);
    byCurrency.set(currency, { days: entries.map(({ day }) => day), rates: entries.map(({ rate }) => rate) });
  }
  return { byCurrency };
}

/** The code of a currency as written: `US$`, `人民币` and `RMB` are understood. */
export function currencyCode(text: string): string {
  const code = text.toUpperCase().trim();
  return (Object.hasOwn(NAMES, code) ? NAMES[code] : undefined) ?? code;
}

const NAMES: Readonly<Record<string, string>> = {
  RMB: 'CNY', 人民币: 'CNY', '¥': 'CNY', '￥': 'CNY', CNH: 'CNY', 美元: 'USD', 美金: 'USD', US$: 'USD', $: 'USD',
  欧元: 'EUR', '€': 'EUR', 英镑: 'GBP', '£': 'GBP', 日元: 'JPY', 港币: 'HKD', 港元: 'HKD', HK$: 'HKD', 澳元: 'AUD', 加元: 'CAD',
};

/** The latest rate on or before a day; undefined where there is none. */
export function rateOn(fx: FxRates | undefined, currency: string, day: Day): Exact | undefined {
  const found = fx?.byCurrency.get(currency);
  if (!found) return undefined;
  let low = 0;
  let high = found.days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found.days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : found.rates[low - 1];
}

/** The payroll currency where no rule names one. */
export const USUAL_PAYROLL = 'CNY';

/**
 * The rate of a currency into the payroll currency on a day: 1 for the payroll currency itself. Where FX holds rates of
 * the payroll currency too, all its rates are in some third currency (CNY, if that is not listed), and the rate is that
 * of one over the other, at 12 decimals.
 */
export function payrollRate(fx: FxRates | undefined, currency: string, payroll: string, day: Day): Exact | undefined {
  if (currency === '' || currency === payroll) return ONE;
  const own = rateOn(fx, currency, day);
  if (!fx?.byCurrency.has(payroll)) return own;
  const listed = own ?? (currency === USUAL_PAYROLL && !fx.byCurrency.has(currency) ? ONE : undefined);
  const base = rateOn(fx, payroll, day);
  if (!listed || !base) return undefined;
  return equals(base, ONE) ? listed : quotient(listed, base, { decimals: 12, mode: 'half up' });
}

/** The payroll currency that a `currency` row of the rules names, else the usual one. */
export function payrollOfRules(rules: Table | undefined): string {
  if (!rules) return USUAL_PAYROLL;
  const [words, values] = [textColumn(rules, 'rule'), textColumn(rules, 'value')];
  for (let row = 0; row < rules.length; row += 1) {
    if (['currency', '币种'].includes(matchKey(textAt(words, row)))) return currencyCode(textAt(values, row));
  }
  return USUAL_PAYROLL;
}
