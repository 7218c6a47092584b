import type { Ratio } from '../amount/ratio';
import { timesExact } from '../amount/ratio';
import type { Day } from '../table/day';
import type { FxRates } from '../trade/fx';
import { payrollRate } from '../trade/fx';
import { readMoneyUnit } from '../trade/money-unit';

/** By which rates, and as of which day, a target becomes payroll currency: the last day of its period. */
export interface TargetExchange {
  readonly fx: FxRates | undefined;
  readonly payroll: string;
  readonly day: Day;
}

/**
 * A figure in an indicator's Unit as so much payroll currency: 100 of `k USD` at 7.1 are 710,000 CNY. A unit that is
 * no money leaves the figure as it is. Undefined where FX has no rate of the currency on the day.
 */
export function inPayroll(figure: Ratio, unit: string, { fx, payroll, day }: TargetExchange): Ratio | undefined {
  const money = readMoneyUnit(unit, payroll);
  if (!money) return figure;
  const rate = payrollRate(fx, money.currency, payroll, day);
  return rate && timesExact(timesExact(figure, money.size), rate);
}
