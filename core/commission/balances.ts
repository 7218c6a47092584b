import type { Exact } from '../amount/exact';
import { ZERO, add, isZero, larger, multiply, negate, sign, smaller, subtract, sum } from '../amount/exact';
import { exactInteger } from '../amount/exact';
import { quotient, round } from '../amount/round';
import type { Plan, PlanVersion } from '../rules/plan';
import { calendarOf, roundingOf, versionFor } from '../rules/plan';
import type { HoldUntil } from '../rules/words/hold';
import { matchKey } from '../table/cell';
import { addMonths } from '../table/day';
import { findPerson } from '../table/people';
import { numberOfPeriod, periodNumbering, periodRange } from '../table/period';
import { amountOf } from './compile-part';
import type { Engine, PayPeriod } from './engine';
import { paidFraction, portion, restOf } from '../trade/receipts';
import type { Fraction } from '../trade/receipts';
import type { StatementRow } from './statements';
import { rowsOfPlan } from './statements';

/** What falls due or is carried in a period, all of it derived from the statements. */
export interface Balances {
  readonly released: readonly { readonly order: string; readonly amount: Exact; readonly from: StatementRow }[];
  readonly draw: Exact;
  readonly drawBalance: Exact;
  /** What was carried in from earlier periods (never positive) and the change of it in this one. */
  readonly carriedIn: Exact;
  readonly carried: Exact;
  readonly payable: Exact;
}

/** Earlier statement rows of a plan that are one person's. */
export function earlierRows(engine: Engine, plan: Plan, period: PayPeriod, person: number): StatementRow[] {
  return rowsOfPlan(engine.ledger.statements, plan.name).filter((row) => {
    const before = row.period.kind === period.period.kind && numberOfPeriod(row.period) < period.number;
    return before && findPerson(engine.ledger.people, row.person) === person;
  });
}

/** Step 12: holds that fall due, the draw, and negative results carried forward. `net` is what the period itself pays. */
export function balancesOf(engine: Engine, plan: Plan, version: PlanVersion, period: PayPeriod, person: number, net: Exact): Balances {
  const rows = earlierRows(engine, plan, period, person);
  const released = releasesOf(engine, plan, version, period, rows);
  const carriedIn = smaller(sum(rows.map(({ amounts }) => amounts.carried)), ZERO);
  const available = add(add(net, sum(released.map(({ amount }) => amount))), carriedIn);
  const base = larger(available, ZERO);
  const drawBalance = recoverableBalance(plan, rows);
  const draw = drawOf(engine, version, period, person, base, drawBalance);
  return { released, draw, drawBalance, carriedIn, carried: subtract(smaller(available, ZERO), carriedIn), payable: add(base, draw) };
}

function drawOf(engine: Engine, version: PlanVersion, period: PayPeriod, person: number, base: Exact, balance: Exact): Exact {
  const [rule] = version.all.draw;
  if (!rule) return negate(smaller(balance, base));
  const amount = round(portion(amountOf(engine.ledger, rule.amount, person, period.last), employedShare(engine, period, person)), roundingOf(version));
  const short = subtract(amount, base);
  if (sign(short) > 0) return short;
  return rule.kind === 'recoverable' ? negate(smaller(balance, negate(short))) : ZERO;
}

/** The part of the period's days on which a person was employed. */
function employedShare(engine: Engine, period: PayPeriod, person: number): Fraction {
  const found = engine.ledger.people.persons[person];
  const first = Math.max(period.first, found?.joined ?? period.first);
  const last = Math.min(period.last, found?.left ?? period.last);
  return { top: exactInteger(Math.max(0, last - first + 1)), bottom: exactInteger(period.last - period.first + 1) };
}

/** What recoverable draws lent and has not been taken back. Guaranteed draws are never owed. */
function recoverableBalance(plan: Plan, rows: readonly StatementRow[]): Exact {
  const lent = rows.filter((row) => versionFor(plan, row.period)?.all.draw[0]?.kind !== 'guaranteed');
  return larger(sum(lent.map(({ amounts }) => amounts.draw)), ZERO);
}

function releasesOf(engine: Engine, plan: Plan, version: PlanVersion, period: PayPeriod, rows: readonly StatementRow[]): Balances['released'] {
  const rounding = roundingOf(version);
  return rows.flatMap((row) => {
    if (isZero(row.amounts.held)) return [];
    const until = holdRuleOf(plan, row);
    const already = sum(rows.filter((other) => releases(other, row)).map(({ amounts }) => amounts.released));
    const due = round(dueOf(engine, version, period, row, until), rounding);
    const amount = subtract(due, already);
    return isZero(amount) ? [] : [{ order: row.order, amount, from: row }];
  });
}

/** The hold rule a statement row was held under: that of the version then in force. */
function holdRuleOf(plan: Plan, row: StatementRow): HoldUntil {
  const version = versionFor(plan, row.period);
  const part = version?.parts.find(({ name }) => matchKey(name) === matchKey(row.part)) ?? version?.parts[0];
  const rules = part?.rules.hold ?? [];
  const fitting = row.order === '' ? rules.find(({ until }) => until.kind !== 'receipt') : rules.find(({ until }) => until.kind === 'receipt');
  return fitting?.until ?? rules[0]?.until ?? { kind: 'months', months: 0 };
}

/** A release belongs to the held row of the same part, order and period (its `For period`). */
function releases(release: StatementRow, held: StatementRow): boolean {
  if (isZero(release.amounts.released)) return false;
  const samePart = matchKey(release.part) === matchKey(held.part) && matchKey(release.order) === matchKey(held.order);
  return samePart && numberOfPeriod(release.forPeriod) === numberOfPeriod(held.period) && release.forPeriod.kind === held.period.kind;
}

/** How much of a held amount has fallen due by the end of the period. */
function dueOf(engine: Engine, version: PlanVersion, period: PayPeriod, row: StatementRow, until: HoldUntil): Exact {
  const calendar = calendarOf(version);
  const heldIn = periodRange(row.period, calendar);
  switch (until.kind) {
    case 'months':
      return period.last >= addMonths(heldIn.first, until.months) && period.number > numberOfPeriod(row.period) ? row.amounts.held : ZERO;
    case 'year end': {
      const year = periodNumbering('year', calendar);
      return year(period.last + 1) > year(heldIn.last) ? row.amounts.held : ZERO;
    }
    case 'receipt':
      return receivedSince(engine, row, heldIn.last, period.last);
  }
}

/** Of what was unpaid when it was held, the part that has come in since. */
function receivedSince(engine: Engine, row: StatementRow, heldOn: number, today: number): Exact {
  const { orders, receipts } = engine.ledger;
  const order = orders.byKey.get(matchKey(row.order));
  const first = orders.rowsOf[order ?? -1]?.[0];
  if (first === undefined) return ZERO;
  const [open, still] = [restOf(paidFraction(orders, receipts, first, heldOn)), restOf(paidFraction(orders, receipts, first, today))];
  if (isZero(open.top)) return row.amounts.held;
  const left = quotient(multiply(multiply(row.amounts.held, still.top), open.bottom), multiply(still.bottom, open.top), { decimals: 8, mode: 'half up' });
  return subtract(row.amounts.held, larger(left, ZERO));
}
