import type { Exact } from '../amount/exact';
import { ZERO, add, larger, multiply, negate, subtract } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import type { Part, PlanVersion } from '../rules/plan';
import type { Override } from '../rules/words/override';
import type { Day } from '../table/day';
import type { People } from '../table/people';
import { findPerson, isEmployed, rowOn } from '../table/people';
import { MORE_THAN_ANY_PERIOD, periodNumbering } from '../table/period';
import { textAt, textColumn } from '../table/table';
import type { Ruled } from '../rules/words';
import type { Engine, PayPeriod } from './engine';
import { runOf } from './engine';
import { portionBetween } from '../trade/receipts';
import type { PartRun } from './part-run';

/** What a manager earns on the people below, per rule. */
export interface OverridePay {
  readonly person: number;
  readonly rule: Ruled<Override>;
  /** The credited measure of the people below in the period, each line once. */
  readonly measure: Exact;
  readonly before: Exact;
  readonly after: Exact;
  readonly amount: Exact;
}

/** Step 10: each manager's rate on the credit of those below, on the excess over From, never on their own. */
export function overridesOf(engine: Engine, version: PlanVersion, period: PayPeriod): OverridePay[] {
  return version.all.override.flatMap((rule) => {
    const parts = version.parts.filter((part) => rule.part === '' || part.rules.override.includes(rule));
    return payOverride(engine, version, parts, rule, period);
  });
}

interface ManagerTotal {
  readonly manager: number;
  before: Exact;
  after: Exact;
  /** What the period moved; undefined where it moved nothing. */
  inPeriod: Exact | undefined;
}

function payOverride(engine: Engine, version: PlanVersion, parts: readonly Part[], rule: Ruled<Override>, period: PayPeriod): OverridePay[] {
  const totals = new Map<number, ManagerTotal>();
  const managerAbove = managersAbove(engine.ledger.people, rule.level);
  const seen = new Set<string>();
  for (const part of parts) {
    const run = runOf(engine, version, part);
    const span = periodNumbering(run.compiled.span, run.compiled.calendar);
    const mayEarn = managersWhoEarn(run);
    const isNew = parts.length > 1 ? notIn(seen) : () => true;
    forEachCredit(run, period.last, (line) => {
      if (!isNew(line)) return;
      const manager = managerAbove(line.person, line.orderDay);
      if (manager === undefined || !mayEarn(manager, line.orderDay, line.day)) return;
      const slot = manager * MORE_THAN_ANY_PERIOD + span(line.countedOn);
      const total = totals.get(slot) ?? { manager, before: ZERO, after: ZERO, inPeriod: undefined };
      totals.set(slot, total);
      if (line.period < period.number) total.before = add(total.before, line.credit);
      else total.inPeriod = add(total.inPeriod ?? ZERO, line.credit);
      total.after = add(total.after, line.credit);
    });
  }
  return overManager([...totals.values()], rule);
}

/** A manager's spans that moved in the period, as one pay: what the excess of each has changed by. */
function overManager(totals: readonly ManagerTotal[], rule: Ruled<Override>): OverridePay[] {
  const pays = new Map<number, OverridePay>();
  for (const { manager, before, after, inPeriod } of totals) {
    if (inPeriod === undefined) continue;
    const amount = multiply(rule.rate, subtract(excess(after, rule.above), excess(before, rule.above)));
    const known = pays.get(manager);
    const sum = known && { before: add(known.before, before), after: add(known.after, after), measure: add(known.measure, inPeriod), amount: add(known.amount, amount) };
    pays.set(manager, { person: manager, rule, ...(sum ?? { measure: inPeriod, before, after, amount }) });
  }
  return [...pays.values()];
}

function excess(total: Exact, above: Exact): Exact {
  return larger(subtract(total, above), ZERO);
}

interface CreditedLine {
  readonly row: number;
  /** The row whose credit goes back; -1 for a line of its own. */
  readonly reversed: number;
  readonly stage: string;
  readonly person: number;
  readonly orderDay: Day;
  /** When the line counted, in whose span its credit is, or goes back. */
  readonly countedOn: Day;
  readonly day: Day;
  readonly period: number;
  readonly credit: Exact;
}

/** Every credited line up to the end of a day, and every reversal as credit that goes back. */
function forEachCredit({ events, compiled, leavings }: PartRun, until: Day, visit: (line: CreditedLine) => void): void {
  const orderDayOf = (row: number): Day => compiled.orderDays.days[row] ?? 0;
  for (let event = 0; event < events.row.length; event += 1) {
    const [row = 0, person = -1, day = 0] = [events.row[event], events.person[event], events.day[event]];
    if (person < 0 || day > until || events.kind[event] !== 'line') continue;
    visit({ row, reversed: -1, stage: events.stage[event] ?? '', person, orderDay: orderDayOf(row), countedOn: day, day, period: events.period[event] ?? 0, credit: exactAt(events.credit, event) });
  }
  for (const { row, day, period, event, before, after } of leavings) {
    const [reversed = 0, person = -1] = [events.row[event], events.person[event]];
    if (person < 0 || day > until) continue;
    const credit = exactAt(events.credit, event);
    visit({ row, reversed, stage: events.stage[event] ?? '', person, orderDay: orderDayOf(reversed), countedOn: events.day[event] ?? day, day, period, credit: negate(portionBetween(credit, { before, after })) });
  }
}

/**
 * Tells whether a line of a part is not among those seen in other parts: the same line in two parts is one credit, but
 * two receipts of a line on one day are two.
 */
function notIn(seen: Set<string>): (line: CreditedLine) => boolean {
  const times = new Map<string, number>();
  return ({ row, reversed, day, person, stage }) => {
    const key = `${row} ${reversed} ${day} ${person} ${stage}`;
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    const numbered = `${key} ${count}`;
    if (seen.has(numbered)) return false;
    seen.add(numbered);
    return true;
  };
}

/** Finds the person so many steps up the Manager chain on a day; nobody in a circle. Each People row is looked up once. */
function managersAbove(people: People, level: number): (person: number, day: Day) => number | undefined {
  const byRow = new Map<number, number | undefined>();
  const managers = textColumn(people.table, 'manager');
  const managerAt = (row: number): number | undefined => {
    if (!byRow.has(row)) {
      const found = findPerson(people, textAt(managers, row));
      byRow.set(row, typeof found === 'number' ? found : undefined);
    }
    return byRow.get(row);
  };
  return (person, day) => {
    let at = person;
    for (let step = 0; step < level; step += 1) {
      const found = people.persons[at];
      const manager = found && managerAt(rowOn(found, day));
      if (manager === undefined || manager === person) return undefined;
      at = manager;
    }
    return at;
  };
}

/** A manager earns while employed, in the plan or not, unless `payees not …` keeps them out. */
function managersWhoEarn({ compiled }: PartRun): (manager: number, orderDay: Day, day: Day) => boolean {
  const excluded = compiled.part.rules.payees.some(({ condition }) => condition.test.kind === 'values' && condition.test.excludes);
  return (manager, orderDay, day) => {
    const person = compiled.ledger.people.persons[manager];
    return person !== undefined && isEmployed(person, day) && (!excluded || compiled.isPayee(manager, orderDay));
  };
}
