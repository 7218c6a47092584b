import { exactInteger } from '../../amount/exact';
import { ratioOf } from '../../amount/ratio';
import type { Deal } from '../../insight/pipeline';
import type { DayRange } from '../../table/period';
import { shareOfCount } from './customer-actuals';
import type { Measured } from './measured';

/** Of the deals decided in a period (by the day of the row with the result), the share won. */
export function dealConversion(deals: readonly Deal[], { first, last }: DayRange): Measured {
  const decided = deals.filter(({ decided: day }) => day !== undefined && day >= first && day <= last);
  return shareOfCount(decided.filter(({ result }) => result === 'won').length, decided.length);
}

/** Deals whose first stage was entered in a period. */
export function newDeals(deals: readonly Deal[], { first, last }: DayRange): Measured {
  const began = deals.filter(({ entries }) => entries[0] !== undefined && entries[0].entered >= first && entries[0].entered <= last);
  return { value: ratioOf(exactInteger(began.length)), of: undefined, faults: [], notes: [] };
}
