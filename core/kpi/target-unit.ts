import type { Ratio } from '../amount/ratio';
import { multiplyRatios, timesExact } from '../amount/ratio';
import type { Day } from '../table/day';
import type { FxRates } from '../trade/fx';
import { payrollRatio } from '../trade/fx';
import { readMoneyUnit } from '../trade/money-unit';

/** By which rates, and as of which day, a target becomes payroll currency: the last day of its period. */
export interface TargetExchange {
  readonly fx: FxRates | undefined;
  /** What a unit without a currency is in. */
  readonly payroll: string;
  /** What the target is wanted in: the payroll currency of the plan. */
  readonly into: string;
  readonly day: Day;
}

/**
 * A figure in an indicator's Unit as so much payroll currency: 100 of `k USD` at 7.1 are 710,000 CNY. A unit that is
 * no money leaves the figure as it is. Undefined where FX has no rate of the currency on the day.
 */
export function inPayroll(figure: Ratio, unit: string, { fx, payroll, into, day }: TargetExchange): Ratio | undefined {
  const money = readMoneyUnit(unit, payroll);
  if (!money) return figure;
  const rate = payrollRatio(fx, money.currency, into, day);
  return rate && multiplyRatios(timesExact(figure, money.size), rate);
}
