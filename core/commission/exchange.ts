import type { Exact } from '../amount/exact';
import { ONE, isZero } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import type { Part, PlanVersion } from '../rules/plan';
import { currencyOf, fxDateOf } from '../rules/plan';
import { payNumbering, payPeriod } from '../rules/timeline';
import type { Day } from '../table/day';
import { dayAt, dayColumn, numberAt, numberColumn, textColumn } from '../table/table';
import { currencyCode } from '../trade/currency-code';
import { payrollRate, payrollRatio } from '../trade/fx';
import type { Ledger } from './ledger';

/** How money of order rows becomes payroll currency; undefined where a rate is missing. */
export interface Exchange {
  readonly payroll: string;
  /** The rate of a row's own currency: its Rate, else that of FX on the day that `fx date` names. */
  readonly ofRow: (row: number, day: Day, receiptRate?: Exact) => Exact | undefined;
  /** The rate of any currency on the day that a row is exchanged on. */
  readonly ofCurrency: (currency: string, row: number, day: Day) => Exact | undefined;
  /** The same undivided, for what is compared. */
  readonly ratioOfCurrency: (currency: string, row: number, day: Day) => Ratio | undefined;
  /** The currency of a row: the payroll currency where it names none. */
  readonly currencyOf: (row: number) => string;
}

export function exchangeOf(ledger: Ledger, version: PlanVersion, part: Part): Exchange {
  const { table } = ledger.orders;
  const payroll = currencyOf(version);
  const [rates, currencies] = [numberColumn(table, 'rate'), textColumn(table, 'currency')];
  const codes = currencies.values.map(currencyCode);
  const on = fxDateOf(part);
  const column = { order: 'orderDate', shipment: 'shipDate', invoice: 'invoiceDate', receipt: undefined, 'period end': undefined }[on];
  const days = column === undefined ? undefined : dayColumn(table, column);
  const number = payNumbering(version);
  const codeOf = (row: number): string => codes[currencies.codes[row] ?? 0] ?? '';
  const dayOf = (row: number, day: Day): Day | undefined => {
    if (on === 'period end') return payPeriod(version, number(day)).last;
    return days ? dayAt(days, row) : day;
  };
  const ofCurrency: Exchange['ofCurrency'] = (currency, row, day) => {
    if (currency === '' || currency === payroll) return ONE;
    const wanted = dayOf(row, day);
    return wanted === undefined ? undefined : payrollRate(ledger.fx, currency, payroll, wanted);
  };
  return {
    payroll,
    ofRow: (row, day, receiptRate) => {
      if (receiptRate && on === 'receipt') return receiptRate;
      const written = numberAt(rates, row);
      return isZero(written) ? ofCurrency(codeOf(row), row, day) : written;
    },
    ofCurrency,
    ratioOfCurrency: (currency, row, day) => {
      const wanted = dayOf(row, day);
      return wanted === undefined ? undefined : payrollRatio(ledger.fx, currency, payroll, wanted);
    },
    currencyOf: (row) => codeOf(row) || payroll,
  };
}
