import type { Exact } from '../../amount/exact';
import { ZERO, add, isZero, larger, multiply, sign, smaller, subtract, sum } from '../../amount/exact';
import { quotient, round } from '../../amount/round';
import { partNamed } from '../../rules/former-names';
import type { Plan, PlanVersion } from '../../rules/plan';
import { calendarOf, roundingOf, versionFor } from '../../rules/plan';
import type { Hold, HoldUntil } from '../../rules/words/hold';
import { matchKey } from '../../table/cell';
import type { Day } from '../../table/day';
import { addMonths } from '../../table/day';
import type { Period } from '../../table/period';
import { numberOfPeriod, periodOfDay, periodRange } from '../../table/period';
import { paidFractionOfOrder, restOf } from '../../trade/receipts';
import type { Engine, PayPeriod } from '../engine';
import type { StatementRow } from './statements';

/** When a lot falls due: on a day, or as its order is paid. */
export type LotDue = Day | 'receipt';

/** One addition to a lot of held money, or (negative) what was taken out of it again. */
export interface HeldRow {
  /** The period the money was earned in. */
  readonly forPeriod: Period;
  readonly amount: Exact;
  /** The row of the statements; undefined for what the period that is settled puts in. */
  readonly row: number | undefined;
}

/** Money held of one part and order until one due: what was put in, and what was given back. */
export interface Lot {
  readonly part: string;
  readonly order: string;
  readonly due: LotDue;
  readonly held: readonly HeldRow[];
  readonly released: Exact;
}

/** What tells the lots of one person and plan apart. */
export function lotKey({ part, order, due }: { readonly part: string; readonly order: string; readonly due: LotDue }): string {
  return [matchKey(part), matchKey(order), due].join('\n');
}

/** When money held by a rule in a period falls due, by the calendar of its version. */
export function dueOfHold(until: HoldUntil, version: PlanVersion, period: Period): LotDue {
  const calendar = calendarOf(version);
  const range = periodRange(period, calendar);
  switch (until.kind) {
    case 'months':
      return addMonths(range.first, until.months);
    case 'year end':
      return lastOfYear(version, range.last);
    case 'receipt':
      return 'receipt';
  }
}

function lastOfYear(version: PlanVersion, day: Day): Day {
  const calendar = calendarOf(version);
  return periodRange(periodOfDay(day, 'year', calendar), calendar).last;
}

/** The lots of one person in one plan, from the statement rows of earlier periods. */
export function lotsOf(plan: Plan, rows: readonly StatementRow[]): Lot[] {
  const lots = new Map<string, { lot: Omit<Lot, 'held' | 'released'>; held: HeldRow[]; released: Exact }>();
  const lotOf = (row: StatementRow, due: LotDue): { held: HeldRow[]; released: Exact } => {
    const part = todaysPart(plan, row.part);
    const key = lotKey({ part, order: row.order, due });
    const known = lots.get(key) ?? { lot: { part, order: row.order, due }, held: [], released: ZERO };
    lots.set(key, known);
    return known;
  };
  const dues = dueByRow(plan, rows);
  for (const row of rows) {
    if (isZero(row.amounts.held)) continue;
    lotOf(row, dues.get(row) ?? 'receipt').held.push({ forPeriod: row.forPeriod, amount: row.amounts.held, row: row.row });
  }
  for (const row of rows) {
    if (isZero(row.amounts.released)) continue;
    if (row.due !== 'by the rules') {
      const lot = lotOf(row, row.due);
      lot.released = add(lot.released, row.amounts.released);
    } else giveBackByPeriod(plan, row, rows, dues, lotOf);
  }
  return [...lots.values()].map(({ lot, held, released }) => ({ ...lot, held, released }));
}

/** The part as it is called in the latest version. */
export function todaysPart(plan: Plan, name: string): string {
  for (const { parts } of plan.versions) {
    const found = partNamed(parts, name);
    if (found) return found.name;
  }
  return name;
}

/** Releases of earlier editions name the held period, part and order, but not the rule: they empty what fell due first. */
function giveBackByPeriod(plan: Plan, release: StatementRow, rows: readonly StatementRow[], dues: ReadonlyMap<StatementRow, LotDue>, lotOf: (row: StatementRow, due: LotDue) => { released: Exact }): void {
  const held = rows.filter((row) => !isZero(row.amounts.held) && matchKey(todaysPart(plan, row.part)) === matchKey(todaysPart(plan, release.part)) && matchKey(row.order) === matchKey(release.order) && numberOfPeriod(row.period) === numberOfPeriod(release.forPeriod));
  const sorted = [...held].sort((a, b) => orderOfDue(dues.get(a)) - orderOfDue(dues.get(b)));
  let left = release.amounts.released;
  sorted.forEach((row, index) => {
    const last = index === sorted.length - 1;
    const take = last ? left : smaller(left, row.amounts.held);
    const lot = lotOf(row, dues.get(row) ?? 'receipt');
    lot.released = add(lot.released, take);
    left = subtract(left, take);
  });
}

function orderOfDue(due: LotDue | undefined): number {
  return typeof due === 'number' ? due : Infinity;
}

/** When each held row falls due. Rows of earlier editions do not say: the rules of their time do, the largest share for the largest amount. */
export function dueByRow(plan: Plan, rows: readonly StatementRow[]): Map<StatementRow, LotDue> {
  const dues = new Map<StatementRow, LotDue>();
  const silent = new Map<string, StatementRow[]>();
  for (const row of rows) {
    if (isZero(row.amounts.held)) continue;
    if (row.due !== 'by the rules') dues.set(row, row.due);
    else {
      const key = [numberOfPeriod(row.period), matchKey(row.part), matchKey(row.order)].join('\n');
      silent.set(key, [...(silent.get(key) ?? []), row]);
    }
  }
  for (const group of silent.values()) matchRules(plan, group, dues);
  return dues;
}

function matchRules(plan: Plan, group: readonly StatementRow[], dues: Map<StatementRow, LotDue>): void {
  const [first] = group;
  if (!first) return;
  const version = versionFor(plan, first.period);
  const part = version && (partNamed(version.parts, first.part) ?? version.parts[0]);
  const rules = (part?.rules.hold ?? []).filter(({ until }) => (until.kind === 'receipt') === (first.order !== ''));
  const fitting = rules.length > 0 ? rules : (part?.rules.hold ?? []);
  const byShare = [...fitting].sort((a, b) => bySize(a.share, b.share));
  const byAmount = [...group].sort((a, b) => bySize(a.amounts.held, b.amounts.held));
  byAmount.forEach((row, index) => {
    const rule: Hold | undefined = byShare[Math.min(index, byShare.length - 1)];
    dues.set(row, rule && version ? dueOfHold(rule.until, version, row.period) : periodRange(row.period, version ? calendarOf(version) : { firstDay: 1, firstMonth: 1 }).last);
  });
}

function bySize(a: Exact, b: Exact): number {
  return sign(subtract(b, a));
}

/** What a lot still holds. */
export function leftIn(lot: Lot): Exact {
  return subtract(sum(lot.held.map(({ amount }) => amount)), lot.released);
}

/** How much of a lot falls due by the end of a period and has not been given back; negative where too much was. */
export function releaseDue(engine: Engine, version: PlanVersion, period: PayPeriod, lot: Lot): Exact {
  return subtract(round(fallenDue(engine, version, period, lot), roundingOf(version)), lot.released);
}

function fallenDue(engine: Engine, version: PlanVersion, period: PayPeriod, { due, held, order, released }: Lot): Exact {
  const all = sum(held.map(({ amount }) => amount));
  if (due !== 'receipt') return due <= period.last ? all : ZERO;
  const standing = standingOrder(engine, order);
  // An order that is gone or cancelled brings nothing more; what it brought stays, as far as the lot still holds it.
  const come = standing === undefined ? released : sum(heldByPeriod(held).map((one) => comeIn(engine, version, standing, one, period.last)));
  // What was used up of the lot is not given back, too.
  return smaller(come, all);
}

/** What was held in each period in all; periods that only used up what others held are in none. */
function heldByPeriod(held: readonly HeldRow[]): HeldRow[] {
  const byPeriod = new Map<number, HeldRow>();
  for (const one of held) {
    const key = numberOfPeriod(one.forPeriod);
    byPeriod.set(key, { ...one, amount: add(byPeriod.get(key)?.amount ?? ZERO, one.amount) });
  }
  return [...byPeriod.values()].filter(({ amount }) => sign(amount) > 0);
}

/** The number of an order of which anything is not cancelled. */
function standingOrder({ ledger: { orders } }: Engine, name: string): number | undefined {
  const order = orders.byKey.get(matchKey(name)) ?? -1;
  return (orders.rowsOf[order] ?? []).some((row) => orders.cancelled[row] !== 1) ? order : undefined;
}

/** Of what was unpaid at the end of the period it was held in, the part that has come in since. */
function comeIn({ ledger: { orders, receipts } }: Engine, version: PlanVersion, order: number, { forPeriod, amount }: HeldRow, today: Day): Exact {
  const heldOn = periodRange(forPeriod, calendarOf(version)).last;
  const [open, still] = [restOf(paidFractionOfOrder(orders, receipts, order, heldOn)), restOf(paidFractionOfOrder(orders, receipts, order, today))];
  if (isZero(open.top)) return amount;
  const left = quotient(multiply(multiply(amount, still.top), open.bottom), multiply(still.bottom, open.top), { decimals: 8, mode: 'half up' });
  return subtract(amount, larger(left, ZERO));
}
