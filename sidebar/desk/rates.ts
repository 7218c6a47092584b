import { exactFromText, exactToText } from '../../core/amount/text';
import { sign } from '../../core/amount/exact';
import { issue } from '../../core/table/issue';
import type { Change } from '../../host-port/change';
import type { Answer, Desk } from './desk';
import { refuse } from './desk';
import { addRows, numberOrText } from './records';

/** A rate as a person types it: from which day on, of which currency. */
export interface TypedRate {
  readonly date: string;
  readonly currency: string;
  readonly rate: string;
}

/** What writes typed rates below the FX table, which is made where there is none. Blank ones are left out; what is no rate is refused. */
export function addRates(desk: Desk, { rates }: { readonly rates: readonly TypedRate[] }): Answer<readonly Change[]> {
  const typed = rates.filter(({ rate }) => rate.trim() !== '');
  const read = typed.map((one) => ({ ...one, exact: exactFromText(one.rate.trim()) }));
  const isWrong = read.some(({ exact }) => !exact || sign(exact) <= 0);
  if (isWrong) return refuse([issue('fx.notPositive', undefined, {})], desk.language);
  return { ok: true, value: addRows(desk, 'fx', read.map(({ date, currency, exact, rate }) => ({ date, currency, rate: exact ? numberOrText(exactToText(exact)) : rate }))) };
}
