import type { Exact } from '../amount/exact';
import { ONE, add, exactInteger, isZero, multiply, subtract, sum } from '../amount/exact';
import type { Message } from '../locale/message';
import type { Day } from '../table/day';
import { periodText } from '../table/period';
import { portion } from '../trade/receipts';
import type { CompiledBonus, CompiledPart } from './compile-part';
import { amountOf } from './compile-part';
import type { PayPeriod } from './engine';
import type { LineContext } from './facts';
import { factorsInForce } from './factors';
import { scoreRow } from './scores';
import { stays } from './pool-weights';

/** A fixed sum of a person for a pay period, lines or not (绩效奖金). */
export interface PersonBonus {
  readonly bonus: CompiledBonus;
  /** What it comes to under each People row of the period, and for how many days. */
  readonly stretches: readonly BonusStretch[];
  readonly periodDays: number;
  /** Before the person's own factors, and under them. */
  readonly base: Exact;
  readonly pay: Exact;
}

export interface BonusStretch {
  readonly from: Day;
  readonly days: number;
  readonly amount: Exact;
  readonly factors: readonly Exact[];
}

/** The bonuses of a person for a period: by the days of a part month, each stretch under its own People row. */
export function personBonuses(compiled: CompiledPart, person: number, period: PayPeriod): PersonBonus[] {
  const periodDays = period.last - period.first + 1;
  const here = stays(compiled, person, period);
  return compiled.bonuses.flatMap((bonus): PersonBonus[] => {
    if (bonus.per !== 'person') return [];
    const stretches = here.flatMap(({ from, days }): BonusStretch[] => {
      const context: LineContext = { row: -1, person, day: from, orderDay: from, period: period.period };
      if (!bonus.when.holds(context)) return [];
      return [{ from, days, amount: amountOf(compiled.ledger, bonus.amount, person, from), factors: factorsInForce(compiled.personFactors, context).map(({ factor }) => factor) }];
    });
    const paid = (of: (stretch: BonusStretch) => Exact): Exact => byDays(stretches.map((stretch) => ({ days: stretch.days, amount: of(stretch) })), periodDays);
    const pay = paid(({ amount, factors }) => multiply(amount, ownFactor(compiled, factors)));
    return isZero(pay) ? [] : [{ bonus, stretches, periodDays, base: paid(({ amount }) => amount), pay }];
  });
}

function ownFactor({ adds }: CompiledPart, factors: readonly Exact[]): Exact {
  return adds ? add(ONE, sum(factors.map((factor) => subtract(factor, ONE)))) : factors.reduce(multiply, ONE);
}

/** Amounts for some days each of a period, divided once at the end. */
function byDays(parts: readonly { readonly days: number; readonly amount: Exact }[], of: number): Exact {
  const [first, second] = parts;
  if (first && !second && first.days === of) return first.amount;
  return portion(sum(parts.map(({ days, amount }) => multiply(amount, exactInteger(days)))), { top: ONE, bottom: exactInteger(of) });
}

/** Why the bonuses of a person cannot be told: they look at a score that is not there. */
export function missingScore({ bonuses, ledger }: CompiledPart, person: number, { period }: PayPeriod): Message | undefined {
  const looks = bonuses.some(({ per, when }) => per === 'person' && when.level === 'period');
  if (!looks || person < 0 || scoreRow(ledger.scores, person, period) !== undefined) return undefined;
  return { code: 'why.noScore', params: { kpi: { code: 'gate.score' }, period: periodText(period) } };
}

/** Whether a bonus is the same for the whole period. */
export function isWholePeriod({ stretches, periodDays }: PersonBonus): boolean {
  const [first] = stretches;
  return stretches.length === 1 && first?.days === periodDays;
}
