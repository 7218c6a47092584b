import type { Exact } from '../amount/exact';
import { ZERO, add, larger, multiply, negate, subtract, sum } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import type { Ratio } from '../amount/ratio';
import { isOverrideName } from '../rules/override-part';
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
import type { OverrideTerms } from './override-terms';
import { overrideTerms, underTerms } from './override-terms';
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
  /** The lines it comes from, in time order; their amounts add up to it. */
  readonly lines: readonly OverrideLine[];
  /** The gate and the factors of the part named Override, if there is one. */
  readonly terms: OverrideTerms | undefined;
}

/** Somebody's line, or what a reversal took out of it, as it moved the total that a manager earns on. */
export interface OverrideLine {
  /** The order row; of a reversal the row that takes back. */
  readonly row: number;
  /** The part of the line's credit that goes back; undefined for a line that counts. */
  readonly back: Portion | undefined;
  readonly day: Day;
  readonly run: PartRun;
  readonly event: number;
  readonly credit: Exact;
  /** Where the total of the span stood before and after it. */
  readonly before: Exact;
  readonly after: Exact;
  readonly amount: Exact;
}

interface Portion {
  readonly before: Ratio;
  readonly after: Ratio;
}

/** Step 10: each manager's rate on the credit of those below, on the excess over From, never on their own. */
export function overridesOf(engine: Engine, version: PlanVersion, period: PayPeriod): OverridePay[] {
  return version.all.override.flatMap((rule) => {
    const ofAll = rule.part === '' || (isOverrideName(rule.part) && !version.parts.some(({ name }) => isOverrideName(name)));
    const parts = version.parts.filter((part) => ofAll || part.rules.override.includes(rule));
    return payOverride(engine, version, parts, rule, period).map((pay) => withTerms(pay, overrideTerms(engine, version, pay.person, period)));
  });
}

function withTerms(pay: OverridePay, terms: OverrideTerms | undefined): OverridePay {
  if (!terms) return pay;
  const lines = pay.lines.map((line) => ({ ...line, amount: underTerms(line.amount, terms) }));
  return { ...pay, terms, lines, amount: underTerms(pay.amount, terms) };
}

interface ManagerTotal {
  readonly manager: number;
  before: Exact;
  /** What moved it in the period. */
  readonly lines: CreditedLine[];
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
      const total = totals.get(slot) ?? { manager, before: ZERO, lines: [] };
      totals.set(slot, total);
      if (line.period < period.number) total.before = add(total.before, line.credit);
      else total.lines.push(line);
    });
  }
  return overManager([...totals.values()], rule);
}

/** A manager's spans that moved in the period, as one pay: what the excess of each has changed by, line by line. */
function overManager(totals: readonly ManagerTotal[], rule: Ruled<Override>): OverridePay[] {
  const pays = new Map<number, OverridePay>();
  for (const { manager, before, lines } of totals) {
    if (lines.length === 0) continue;
    const known = pays.get(manager) ?? { person: manager, rule, before: ZERO, after: ZERO, measure: ZERO, amount: ZERO, lines: [], terms: undefined };
    const paid = linesOf(lines, before, rule);
    const measure = sum(paid.map(({ credit }) => credit));
    pays.set(manager, {
      ...known,
      before: add(known.before, before),
      after: sum([known.after, before, measure]),
      measure: add(known.measure, measure),
      amount: sum([known.amount, ...paid.map(({ amount }) => amount)]),
      lines: [...known.lines, ...paid],
    });
  }
  return [...pays.values()];
}

/** Each line at the rate on what it moved of the excess, in time order. */
function linesOf(lines: readonly CreditedLine[], opening: Exact, rule: Ruled<Override>): OverrideLine[] {
  let total = opening;
  return [...lines].sort((a, b) => a.day - b.day).map(({ row, back, day, run, event, credit }): OverrideLine => {
    const before = total;
    total = add(before, credit);
    return { row, back, day, run, event, credit, before, after: total, amount: multiply(rule.rate, subtract(excess(total, rule.above), excess(before, rule.above))) };
  });
}

function excess(total: Exact, above: Exact): Exact {
  return larger(subtract(total, above), ZERO);
}

interface CreditedLine extends Pick<OverrideLine, 'row' | 'back' | 'day' | 'run' | 'event' | 'credit'> {
  /** The row whose credit goes back; -1 for a line of its own. */
  readonly reversed: number;
  readonly stage: string;
  readonly person: number;
  readonly orderDay: Day;
  /** When the line counted, in whose span its credit is, or goes back. */
  readonly countedOn: Day;
  readonly period: number;
}

/** Every credited line up to the end of a day, and every reversal as credit that goes back. */
function forEachCredit(run: PartRun, until: Day, visit: (line: CreditedLine) => void): void {
  const { events, compiled, leavings } = run;
  const orderDayOf = (row: number): Day => compiled.orderDays.days[row] ?? 0;
  for (let event = 0; event < events.row.length; event += 1) {
    const [row = 0, person = -1, day = 0] = [events.row[event], events.person[event], events.day[event]];
    if (person < 0 || day > until || events.kind[event] !== 'line') continue;
    visit({ run, event, row, reversed: -1, back: undefined, stage: events.stage[event] ?? '', person, orderDay: orderDayOf(row), countedOn: day, day, period: events.period[event] ?? 0, credit: exactAt(events.credit, event) });
  }
  for (const { row, day, period, event, before, after } of leavings) {
    const [reversed = 0, person = -1] = [events.row[event], events.person[event]];
    if (person < 0 || day > until) continue;
    const credit = exactAt(events.credit, event);
    visit({ run, event, row, reversed, back: { before, after }, stage: events.stage[event] ?? '', person, orderDay: orderDayOf(reversed), countedOn: events.day[event] ?? day, day, period, credit: negate(portionBetween(credit, { before, after })) });
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
