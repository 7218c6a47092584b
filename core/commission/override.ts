import type { Exact } from '../amount/exact';
import { ZERO, add, larger, multiply, subtract } from '../amount/exact';
import { exactAt } from '../amount/exact-column';
import type { Part, PlanVersion } from '../rules/plan';
import type { Override } from '../rules/words/override';
import type { Day } from '../table/day';
import { findPerson, isEmployed, personText } from '../table/people';
import { periodNumbering } from '../table/period';
import type { Ruled } from '../rules/words';
import type { Engine, PayPeriod } from './engine';
import { runOf } from './engine';
import { portion } from '../trade/receipts';
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

function payOverride(engine: Engine, version: PlanVersion, parts: readonly Part[], rule: Ruled<Override>, period: PayPeriod): OverridePay[] {
  const totals = new Map<string, { manager: number; before: Exact; after: Exact; inPeriod: Exact }>();
  const seen = new Set<string>();
  for (const part of parts) {
    const run = runOf(engine, version, part);
    const span = periodNumbering(run.compiled.span === 'ever' ? 'ever' : run.compiled.span, run.compiled.calendar);
    forEachCredit(run, (person, orderDay, day, number, credit, key) => {
      if (day > period.last || seen.has(key)) return;
      seen.add(key);
      const manager = managerAbove(engine, person, rule.level, orderDay);
      if (manager === undefined || !mayEarn(run, manager, orderDay, day)) return;
      const slot = `${manager} ${span(day)}`;
      const total = totals.get(slot) ?? { manager, before: ZERO, after: ZERO, inPeriod: ZERO };
      if (number < period.number) total.before = add(total.before, credit);
      else total.inPeriod = add(total.inPeriod, credit);
      total.after = add(total.after, credit);
      totals.set(slot, total);
    });
  }
  return [...totals.values()].flatMap(({ manager, before, after, inPeriod }) => {
    const amount = multiply(rule.rate, subtract(excess(after, rule.above), excess(before, rule.above)));
    return before === after || inPeriod === ZERO ? [] : [{ person: manager, rule, measure: inPeriod, before, after, amount }];
  });
}

function excess(total: Exact, above: Exact): Exact {
  return larger(subtract(total, above), ZERO);
}

type CreditVisitor = (person: number, orderDay: Day, day: Day, period: number, credit: Exact, key: string) => void;

/** Every credited line, and every reversal as credit that goes back. */
function forEachCredit(run: PartRun, visit: CreditVisitor): void {
  const { events, compiled } = run;
  const times = new Map<string, number>();
  /** Two receipts of a line on one day are two credits; the same line in another part is the same credit. */
  const once = (key: string): string => {
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    return `${key} ${count}`;
  };
  const orderDayOf = (event: number): Day => compiled.orderDays.days[events.row[event] ?? 0] ?? 0;
  for (let event = 0; event < events.row.length; event += 1) {
    const [row = 0, person = -1, day = 0] = [events.row[event], events.person[event], events.day[event]];
    if (person < 0 || events.kind[event] !== 'line') continue;
    visit(person, orderDayOf(event), day, events.period[event] ?? 0, exactAt(events.credit, event), once(`${row} ${day} ${person} ${events.stage[event] ?? ''}`));
  }
  for (const { row, day, period, event, before, after } of run.takebacks) {
    const person = events.person[event] ?? -1;
    if (person < 0) continue;
    const credit = exactAt(events.credit, event);
    const back = subtract(portion(credit, before), portion(credit, after));
    visit(person, orderDayOf(event), day, period, back, once(`back ${row} ${events.row[event] ?? 0} ${day} ${person} ${events.stage[event] ?? ''}`));
  }
}

/** The person so many steps up the Manager chain on a day; nobody in a circle. */
function managerAbove(engine: Engine, person: number, level: number, day: Day): number | undefined {
  const { people } = engine.ledger;
  let at = person;
  for (let step = 0; step < level; step += 1) {
    const found = findPerson(people, personText(people, at, 'manager', day));
    if (typeof found !== 'number' || found === person) return undefined;
    at = found;
  }
  return at;
}

/** A manager earns while employed, in the plan or not, unless `payees not …` keeps them out. */
function mayEarn(run: PartRun, manager: number, orderDay: Day, day: Day): boolean {
  const { compiled } = run;
  const person = compiled.ledger.people.persons[manager];
  if (!person || !isEmployed(person, day)) return false;
  const excluded = compiled.part.rules.payees.some(({ condition }) => condition.test.kind === 'values' && condition.test.excludes);
  return !excluded || compiled.isPayee(manager, orderDay);
}
