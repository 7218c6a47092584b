import type { Exact } from '../../amount/exact';
import { ZERO, add, multiply } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import { round } from '../../amount/round';
import { exactToDisplay } from '../../amount/text';
import type { Message } from '../../locale/message';
import type { Part, Plan, PlanVersion } from '../../rules/plan';
import { isDraft } from '../../rules/plan';
import type { Plans } from '../../rules/read-plans';
import type { Day } from '../../table/day';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import type { Tables } from '../../table/recognise';
import { NO_DAY, dayColumn, numberAt, numberColumn, placeOf } from '../../table/table';
import type { CompiledPart } from '../compile-part';
import type { CreditFault } from '../credit';
import { isCreditFault } from '../credit';
import { compileVersions, newEngine, runOf } from '../engine';
import type { Ledger } from '../ledger';
import type { PartRun } from '../part-run';

/** A part of a sound version, made ready to run. */
export interface CheckedPart {
  readonly plan: Plan;
  readonly version: PlanVersion;
  readonly part: Part;
  readonly compiled: CompiledPart;
  /** False for drafts: they are settled only when asked for by name. */
  readonly isLive: boolean;
}

/** A part that is no draft, run once over the orders of the days on which it is in force. */
export interface RanPart extends CheckedPart {
  readonly run: PartRun;
}

/** What every check of the rules against the tables looks at. */
export interface CheckContext {
  readonly tables: Tables;
  readonly ledger: Ledger;
  readonly plans: Plans;
  readonly parts: readonly CheckedPart[];
  readonly ran: readonly RanPart[];
  /** Rows of the orders that do not count, and why. */
  readonly rejected: readonly Issue[];
  /** What the plans need and the workbook lacks. */
  readonly missing: readonly Issue[];
  /** The latest order date; undefined without one. */
  readonly lastDay: Day | undefined;
}

export type TableCheck = (context: CheckContext) => readonly Issue[];

/** Later than any date a table holds. */
const FOREVER = 100000;

/** Compiles every version, and runs those in force that are sound. */
export function contextOf(tables: Tables, ledger: Ledger, plans: Plans, unsound: ReadonlySet<PlanVersion>): CheckContext {
  const engine = newEngine(ledger, plans.plans, -Infinity, FOREVER);
  const parts: CheckedPart[] = [];
  const missing: Issue[] = [];
  for (const plan of plans.plans) {
    for (const version of plan.versions) {
      const lacks = compileVersions(engine, [version]);
      missing.push(...lacks);
      if (lacks.length > 0 || !version.term || unsound.has(version)) continue;
      for (const part of version.parts) {
        const compiled = engine.compiled.get(part);
        if (compiled) parts.push({ plan, version, part, compiled, isLive: !isDraft(version) });
      }
    }
  }
  const ran = parts.filter(({ isLive }) => isLive).map((one): RanPart => ({ ...one, run: runOf(engine, one.version, one.part) }));
  const rejected = [...ran.flatMap(({ run }) => [...run.rejected]), ...parts.filter(({ isLive }) => !isLive).flatMap(({ compiled }) => creditFaults(compiled))];
  const { days } = dayColumn(ledger.orders.table, 'orderDate');
  const last = days.reduce((latest, day) => Math.max(latest, day), NO_DAY);
  return {
    tables,
    ledger,
    plans,
    parts,
    ran,
    missing,
    // Lines that two rules fit equally well are told together.
    rejected: rejected.filter(([, { code }]) => code !== 'rules.equalFit').map(([row, why]) => issue(why.code, placeOf(ledger.orders.table, row, why.field), why.params)),
    lastDay: last === NO_DAY ? undefined : last,
  };
}

/** Rows whose people a draft cannot read: it need not run for that. */
function creditFaults(compiled: CompiledPart): [number, CreditFault][] {
  return Array.from({ length: compiled.ledger.orders.table.length }, (_, row) => row).flatMap((row): [number, CreditFault][] => {
    const credits = compiled.credits(row);
    return isCreditFault(credits) && compiled.selects(row) === true ? [[row, credits]] : [];
  });
}

/** The events of people that a part counts while it is in force. */
export function eventsInTerm({ version, run: { events } }: RanPart): number[] {
  const first = version.term?.first ?? -Infinity;
  const found: number[] = [];
  for (let event = 0; event < events.row.length; event += 1) {
    if ((events.person[event] ?? -1) >= 0 && (events.day[event] ?? NO_DAY) >= first) found.push(event);
  }
  return found;
}

/** What a part measured, and what it pays on that before the rules of a whole period. */
export function sumsOf(ran: RanPart, events: readonly number[] = eventsInTerm(ran)): { readonly measured: Exact; readonly paid: Exact } {
  let [measured, paid] = [ZERO, ZERO];
  for (const event of events) {
    measured = add(measured, exactAt(ran.run.events.credit, event));
    paid = add(paid, exactAt(ran.run.events.pay, event));
  }
  return { measured, paid };
}

/** What some rows of the orders come to in the payroll currency; rows without an exchange rate are left out. */
export function amountOfRows({ ledger: { orders }, parts }: CheckContext, rows: Iterable<number>): string {
  const [amounts, { days }] = [numberColumn(orders.table, 'amount'), dayColumn(orders.table, 'orderDate')];
  const compiled = parts[0]?.compiled;
  let total = ZERO;
  for (const row of rows) {
    const rate = orders.cancelled[row] === 1 ? undefined : compiled?.exchange(row, days[row] ?? NO_DAY);
    if (rate) total = add(total, multiply(numberAt(amounts, row), rate));
  }
  return `${moneyText(total)} ${compiled?.payroll ?? ''}`.trim();
}

/** One line, or so many. */
export function linesText(count: number): Message {
  return count === 1 ? { code: 'stake.line' } : { code: 'stake.lines', params: { count } };
}

export function moneyText(amount: Exact): string {
  return exactToDisplay(round(amount, { decimals: 2, mode: 'half up' }), 2);
}
