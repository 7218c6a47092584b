import type { Exact } from '../../amount/exact';
import { ZERO, add, isZero, negate, subtract } from '../../amount/exact';
import type { Plan } from '../../rules/plan';
import { matchKey } from '../../table/cell';
import type { Period } from '../../table/period';
import { samePeriod } from '../../table/period';
import type { Engine } from '../engine';
import type { PlanPay } from '../plan-pay';
import { isEarlier } from './earlier';
import { lotUses } from './lot-use';
import type { Lot, LotDue } from './lots';
import { dueByRow, lotKey, lotsOf, todaysPart } from './lots';
import type { Payee } from './payee';
import { personPayee } from './payee';
import type { StatementRow } from './statements';
import { rowsOfPayee } from './statements';

/** Money that goes into a lot (above 0) or comes out of it without having been paid (below 0). */
export interface LotChange {
  readonly payee: Payee;
  readonly forPeriod: Period;
  readonly part: string;
  readonly order: string;
  readonly due: LotDue;
  readonly amount: Exact;
}

interface Held {
  readonly part: string;
  readonly order: string;
  readonly due: LotDue;
  amount: Exact;
}

/** What is known of lots: the statement rows, and the changes that today's data makes to periods before. */
interface Known {
  readonly rows: readonly StatementRow[];
  readonly earlier: readonly LotChange[];
}

/**
 * What a closed period should hold by today's data, against what its rows hold: a late line obeys its hold, and what
 * is held of an order that was cancelled, changed or renamed since is settled.
 */
export function lotChangesOf(engine: Engine, plan: Plan, now: PlanPay, { rows, earlier }: Known): LotChange[] {
  const { people } = engine.ledger;
  const { period } = now.period;
  const own = rows.filter((row) => row.payee.kind === 'person' && row.payee.person < people.persons.length);
  const persons = new Set([...[...now.persons.values()].filter(({ parts }) => parts.some(({ holds }) => holds.length > 0)).map(({ person }) => person), ...own.filter((row) => !isZero(row.amounts.held)).map((row) => row.payee.person), ...earlier.map(({ payee }) => payee.person)]);
  return [...persons].filter((person) => person >= 0 && person < people.persons.length && !now.persons.get(person)?.problem).sort((a, b) => a - b).flatMap((person) => {
    const payee = personPayee(people, person);
    const mine = rowsOfPayee(engine.ledger.statements, payee).filter(({ planKey }) => planKey === matchKey(plan.name));
    const recorded = recordedFor(plan, mine, period);
    const should = shouldHold(engine, plan, now, { rows: mine, earlier: earlier.filter((change) => change.payee.person === person) }, person);
    return compareHeld(should, recorded).map((change) => ({ ...change, payee, forPeriod: period }));
  });
}

/** What statement rows put into lots for a period, and took out again. */
function recordedFor(plan: Plan, rows: readonly StatementRow[], period: Period): Held[] {
  const dues = dueByRow(plan, rows);
  const held = new Map<string, Held>();
  for (const row of rows) {
    if (isZero(row.amounts.held) || !samePeriod(row.forPeriod, period)) continue;
    put(held, { part: todaysPart(plan, row.part), order: row.order, due: dues.get(row) ?? 'receipt' }, row.amounts.held);
  }
  return [...held.values()];
}

/** What the period's own lines hold, less what its takebacks used up of earlier lots. */
function shouldHold(engine: Engine, plan: Plan, now: PlanPay, { rows, earlier }: Known, person: number): Held[] {
  const held = new Map<string, Held>();
  for (const { part, holds } of now.persons.get(person)?.parts ?? []) {
    for (const { order, due, amount } of holds) put(held, { part: todaysPart(plan, part), order, due }, amount);
  }
  // What should have been held of earlier periods was there to be used, whenever it was told.
  const isBefore = (period: Period): boolean => isEarlier(plan, period, now.period);
  const lots = (): Lot[] => withChanges(lotsOf(plan, rows.filter((row) => isBefore(row.period) || (row.kind === 'hold' && isBefore(row.forPeriod)))), earlier);
  for (const { lot, amount } of lotUses({ engine, version: now.version, period: now.period, person }, lots)) put(held, lot, negate(amount));
  return [...held.values()];
}

function put(held: Map<string, Held>, { part, order, due }: Pick<Held, 'part' | 'order' | 'due'>, amount: Exact): void {
  const key = lotKey({ part, order, due });
  const known = held.get(key) ?? { part, order, due, amount: ZERO };
  known.amount = add(known.amount, amount);
  held.set(key, known);
}

/** The differences. Where the rows of a due name no orders (earlier editions), orders are not told apart. */
function compareHeld(should: readonly Held[], recorded: readonly Held[]): Pick<LotChange, 'part' | 'order' | 'due' | 'amount'>[] {
  const group = ({ part, due }: Held): string => `${matchKey(part)}\n${due}`;
  const nameless = new Set(recorded.filter(({ due }) => due !== 'receipt').map(group).filter((key) => recorded.filter((one) => group(one) === key).every(({ order }) => order === '')));
  const difference = new Map<string, Held>();
  for (const { part, order, due, amount } of should) put(difference, { part, due, order: nameless.has(group({ part, order, due, amount })) ? '' : order }, amount);
  for (const { part, order, due, amount } of recorded) put(difference, { part, order, due }, subtract(ZERO, amount));
  return [...difference.values()].filter(({ amount }) => !isZero(amount));
}

/** The lots with what corrections of closed periods put into them and took out. */
export function withChanges(lots: readonly Lot[], changes: readonly LotChange[]): Lot[] {
  const byKey = new Map(lots.map((lot) => [lotKey(lot), lot]));
  for (const change of changes) {
    const key = lotKey(change);
    const { part, order, due, forPeriod, amount } = change;
    const known = byKey.get(key) ?? { part, order, due, held: [], released: ZERO };
    byKey.set(key, { ...known, held: [...known.held, { forPeriod, amount, row: undefined }] });
  }
  return [...byKey.values()];
}
