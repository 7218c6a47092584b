import type { Exact } from '../amount/exact';
import { ONE, multiply } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import type { Message } from '../locale/message';
import { addTexts } from '../locale/message';
import { unitTexts } from '../locale/unit-texts';
import { payPeriod } from '../rules/timeline';
import { dayText } from '../table/day';
import { payrollRatio } from '../trade/fx';
import { portion } from '../trade/receipts';
import type { CompiledPart } from './compile-part';
import type { Ladder } from './ladder';
import type { RunningTotal } from './running-total';
import { ladderInPeriod } from './span-ladder';

addTexts(unitTexts);

/** The ladder of a running total in a pay period in payroll currency: bounds in another are exchanged on the period's last day. */
export function pricedLadder(compiled: CompiledPart, total: RunningTotal, period: number, groups: readonly string[]): { ladder: Ladder | undefined; problem: Message | undefined } {
  const found = ladderInPeriod(compiled, total, period, groups);
  const { boundCurrency: currency, ledger, payroll, version } = compiled;
  if (currency === '' || !found.ladder) return found;
  const { last } = payPeriod(version, period);
  const rate = payrollRatio(ledger.fx, currency, payroll, last);
  if (rate) return { ...found, ladder: exchangedLadder(found.ladder, rate) };
  return { ladder: undefined, problem: { code: 'why.noBoundRate', params: { currency, day: dayText(last) } } };
}

/** The same ladder with its bounds exchanged; what has to be divided is so at 8 decimals. */
function exchangedLadder(ladder: Ladder, { top, bottom }: Ratio): Ladder {
  const exchange = (bound: Exact): Exact => portion(multiply(bound, top), { top: ONE, bottom });
  return { ...ladder, bounds: ladder.bounds.map(exchange), bonuses: ladder.bonuses.map((bonus) => ({ ...bonus, from: exchange(bonus.from) })) };
}
