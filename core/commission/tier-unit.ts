import type { Message } from '../locale/message';
import { addTexts } from '../locale/message';
import { unitTexts } from '../locale/unit-texts';
import { payPeriod } from '../rules/timeline';
import { dayText } from '../table/day';
import { payrollRate } from '../trade/fx';
import type { CompiledPart } from './compile-part';
import type { Ladder } from './ladder';
import { scaleLadder } from './ladder';
import type { RunningTotal } from './running-total';
import { ladderInPeriod } from './span-ladder';

addTexts(unitTexts);

/** The ladder of a running total in a pay period in payroll currency: bounds in another are exchanged on the period's last day. */
export function pricedLadder(compiled: CompiledPart, total: RunningTotal, period: number, groups: readonly string[]): { ladder: Ladder | undefined; problem: Message | undefined } {
  const found = ladderInPeriod(compiled, total, period, groups);
  const { boundCurrency: currency, ledger, payroll, version } = compiled;
  if (currency === '' || !found.ladder) return found;
  const { last } = payPeriod(version, period);
  const rate = payrollRate(ledger.fx, currency, payroll, last);
  if (rate) return { ...found, ladder: scaleLadder(found.ladder, rate) };
  return { ladder: undefined, problem: { code: 'why.noBoundRate', params: { currency, day: dayText(last) } } };
}
