import type { Exact } from '../amount/exact';
import { ZERO, add, multiply, subtract } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import { poolOf, shareOf } from '../rules/plan';
import { prizesIn } from './contest';
import { daysIn } from './days-in-plan';
import type { Engine, PayPeriod } from './engine';
import { lacksRate } from './own-rate';
import type { PartRun } from './part-run';
import { personBonuses } from './person-bonus';
import type { OverdueChange } from './taken-back';
import { takenBackIn } from './taken-back';
import { portionBetween } from '../trade/receipts';

/** What a person's lines, bonuses, true-ups and takebacks come to in a part and a period, before the steps that look at the whole of it. */
export interface RawPay {
  readonly person: number;
  measure: Exact;
  gross: Exact;
  base: Exact;
  taken: Exact;
  overdue: Exact;
  /** What the part's share makes of `taken` and `overdue` too much, where other shares paid it. */
  otherShares: Exact;
  lineCount: number;
  unratedCount: number;
}

/** A minimum is due to everyone who takes part on some day of the period, lines or not. */
function addEveryPayee(engine: Engine, { compiled: { version, part } }: PartRun, period: PayPeriod, raws: Map<number, RawPay>): void {
  engine.ledger.people.persons.forEach((_, person) => {
    if (!raws.has(person) && daysIn({ engine, version, parts: [part], person }, period) > 0) raws.set(person, newRawPay(person));
  });
}

function addPersonBonuses({ compiled }: PartRun, period: PayPeriod, raws: ReadonlyMap<number, RawPay>): void {
  for (const raw of raws.values()) {
    for (const { base, pay } of raw.person < 0 ? [] : personBonuses(compiled, raw.person, period)) {
      raw.gross = add(raw.gross, pay);
      if (compiled.adds) raw.base = add(raw.base, base);
    }
  }
}

/** A prize of a contest is part of what the period's factors, the gate and the limits look at. */
function addPrize({ compiled }: PartRun, raws: Map<number, RawPay>, person: number, amount: Exact): void {
  const raw = raws.get(person) ?? newRawPay(person);
  raws.set(person, raw);
  raw.gross = add(raw.gross, amount);
  if (compiled.adds) raw.base = add(raw.base, amount);
}

export function newRawPay(person: number): RawPay {
  return { person, measure: ZERO, gross: ZERO, base: ZERO, taken: ZERO, overdue: ZERO, otherShares: ZERO, lineCount: 0, unratedCount: 0 };
}

/** The raw pay of everyone who has any part in a period, or is due something without a line. */
export function rawPays(engine: Engine, run: PartRun, period: PayPeriod, overdue: readonly OverdueChange[]): Map<number, RawPay> {
  const raws = new Map<number, RawPay>();
  const rawOf = (person: number): RawPay => {
    const known = raws.get(person);
    if (known) return known;
    const made = newRawPay(person);
    raws.set(person, made);
    return made;
  };
  const { events } = run;
  const slice = run.slices.get(period.number);
  for (let event = slice?.from ?? 0; event < (slice?.to ?? 0); event += 1) {
    const raw = rawOf(events.person[event] ?? 0);
    raw.measure = add(raw.measure, exactAt(events.credit, event));
    raw.gross = add(raw.gross, exactAt(events.pay, event));
    if (run.compiled.adds) raw.base = add(raw.base, exactAt(events.base, event));
    if (events.kind[event] === 'line') raw.lineCount += 1;
    if (lacksRate(run, event)) raw.unratedCount += 1;
  }
  for (const trueUp of run.trueUps) {
    if (trueUp.period !== period.number) continue;
    const raw = rawOf(trueUp.person);
    raw.gross = add(raw.gross, trueUp.amount);
    raw.base = add(raw.base, trueUp.base);
  }
  for (const leaving of run.leavings) {
    if (leaving.period !== period.number) continue;
    const raw = rawOf(events.person[leaving.event] ?? 0);
    raw.measure = subtract(raw.measure, portionBetween(exactAt(events.credit, leaving.event), leaving));
  }
  const share = shareOf(run.compiled.part);
  for (const { person, run: payer, amount, given, credit } of takenBackIn(engine, run, period)) {
    const raw = rawOf(person);
    raw.measure = subtract(raw.measure, credit);
    raw.lineCount += 1;
    // What a pot paid is charged to those who got it.
    if (poolOf(payer.compiled.part)) continue;
    raw.taken = subtract(raw.taken, amount);
    raw.otherShares = add(raw.otherShares, subtract(multiply(amount, share), given));
  }
  for (const { person, amount, given } of overdue) {
    const raw = rawOf(person);
    raw.overdue = add(raw.overdue, amount);
    raw.otherShares = add(raw.otherShares, subtract(given, multiply(amount, share)));
  }
  addWithoutLines(engine, run, period, raws);
  return raws;
}

/** What is due without any order: minimums, sums per person, prizes. */
function addWithoutLines(engine: Engine, run: PartRun, period: PayPeriod, raws: Map<number, RawPay>): void {
  const { version, part } = run.compiled;
  const fixed = part.rules.bonus.some(({ per }) => per === 'person');
  if (fixed || version.all.minimum.some(({ level }) => level === 'person' || level === 'plan')) addEveryPayee(engine, run, period, raws);
  if (fixed) addPersonBonuses(run, period, raws);
  for (const { person, amount } of prizesIn(engine, run, period)) addPrize(run, raws, person, amount);
}
