import type { Exact } from '../amount/exact';
import { exactInteger } from '../amount/exact';
import type { Part, PlanVersion } from '../rules/plan';
import { isEmployed } from '../table/people';
import type { DayRange } from '../table/period';
import { portion } from '../trade/receipts';
import type { Engine } from './engine';
import { runOf } from './engine';

/** Somebody's time in some parts of a version: what draws and minimums are prorated by. */
export interface TimeIn {
  readonly engine: Engine;
  readonly version: PlanVersion;
  readonly parts: readonly Part[];
  readonly person: number;
}

/** On how many days of a range a person was employed and took part. */
export function daysIn({ engine, version, parts, person }: TimeIn, { first, last }: DayRange): number {
  const found = engine.ledger.people.persons[person];
  if (!found) return 0;
  const tests = parts.map((part) => runOf(engine, version, part).compiled.isPayee);
  const [from, to] = [Math.max(first, found.joined ?? first), Math.min(last, found.left ?? last)];
  let days = 0;
  for (let day = from; day <= to; day += 1) if (isEmployed(found, day) && tests.some((isPayee) => isPayee(person, day))) days += 1;
  return days;
}

/** So many days of a range, and what of an amount for all of it they stand for, apportioned at 8 decimals. */
export interface Prorated {
  readonly whole: Exact;
  readonly days: number;
  readonly of: number;
  readonly amount: Exact;
}

export function prorate(whole: Exact, days: number, of: number): Prorated {
  return { whole, days, of, amount: portion(whole, { top: exactInteger(days), bottom: exactInteger(of) }) };
}
