import type { Exact } from '../../core/amount/exact';
import { ZERO, add } from '../../core/amount/exact';
import { payeeKey } from '../../core/commission/closed/payee';
import type { Settlement } from '../../core/commission/settle';
import type { PeriodKind } from '../../core/table/period';
import { numberOfPeriod, periodOfNumber, periodText } from '../../core/table/period';

/** What a closed period paid: people together and each by themselves, and funds apart. */
export interface ClosedPay {
  readonly people: Exact;
  readonly funds: Exact;
  readonly byPerson: ReadonlyMap<string, Exact>;
}

/** What every closed period paid, by its name, over all plans. */
export function closedPay({ ledger: { statements } }: Settlement): ReadonlyMap<string, ClosedPay> {
  const found = new Map<string, { people: Exact; funds: Exact; byPerson: Map<string, Exact> }>();
  for (const { period, kind, payee, amounts } of statements?.rows ?? []) {
    if (kind === 'rules' || payee.kind === 'company') continue;
    const name = periodText(period);
    const pay = found.get(name) ?? { people: ZERO, funds: ZERO, byPerson: new Map<string, Exact>() };
    found.set(name, pay);
    if (payee.kind === 'fund') pay.funds = add(pay.funds, amounts.payable);
    else {
      pay.people = add(pay.people, amounts.payable);
      pay.byPerson.set(payeeKey(payee), add(pay.byPerson.get(payeeKey(payee)) ?? ZERO, amounts.payable));
    }
  }
  return found;
}

/** How many periods a year has. */
const A_YEAR: Readonly<Record<PeriodKind, number>> = { month: 12, quarter: 4, half: 2, year: 1 };

/** The period some steps before another, and the same one of the year before. */
export function periodBefore({ period }: Settlement, steps: number | 'a year'): string {
  return periodText(periodOfNumber(numberOfPeriod(period) - (steps === 'a year' ? A_YEAR[period.kind] : steps), period.kind));
}
