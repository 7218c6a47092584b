import type { Exact } from '../../amount/exact';
import { ZERO, absolute, add, compare, equals, multiply, subtract } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import type { Condition } from '../../rules/condition';
import { payEveryOf } from '../../rules/plan';
import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { periodOfNumber } from '../../table/period';
import { placeOf } from '../../table/table';
import type { CompiledConditions, LineContext } from '../facts';
import type { CheckContext, RanPart } from './context';
import { eventsInTerm, linesText, moneyText } from './context';

interface Candidate {
  readonly row: number;
  readonly when: CompiledConditions;
  readonly value: Exact;
}

/** Two rates, or two factors of one column, that fit a line equally well: which one counts must be said. */
export function checkEqualFit(context: CheckContext): Issue[] {
  return context.ran.flatMap((one) => {
    const { compiled, part } = one;
    const conditionsOf = new Map([...part.rules.rate, ...part.rules.factor].map(({ row, conditions }) => [row, conditions]));
    const rates = compiled.rates.map(({ row, when, rate }) => ({ row, when, value: rate.factor }));
    const factors = [...compiled.lineFactors, ...compiled.personFactors].map((column) => column.factors.map(({ row, when, factor }) => ({ row, when, value: factor })));
    return [rates, ...factors].flatMap((group) => (mayTie(group, conditionsOf) ? tiesIn(context, one, group) : []));
  });
}

/** Rows of one column with different exact values never fit one line together. */
function mayTie(group: readonly Candidate[], conditionsOf: ReadonlyMap<number, readonly Condition[]>): boolean {
  return group.some((a, index) => group.slice(index + 1).some((b) => !areExclusive(conditionsOf.get(a.row) ?? [], conditionsOf.get(b.row) ?? []) && !equals(a.value, b.value)));
}

function areExclusive(a: readonly Condition[], b: readonly Condition[]): boolean {
  return a.some((one) => b.some((other) => matchKey(one.column) === matchKey(other.column) && differ(one, other)));
}

function differ({ test: a }: Condition, { test: b }: Condition): boolean {
  if (a.kind === 'from' && b.kind === 'from') return compare(a.least, b.least) !== 0;
  if (a.kind === 'from' || b.kind === 'from' || a.excludes || b.excludes) return false;
  return a.patterns.every((one) => b.patterns.every((other) => !one.wild && !other.wild && one.key !== other.key));
}

function tiesIn({ ledger }: CheckContext, one: RanPart, group: readonly Candidate[]): Issue[] {
  const { events } = one.run;
  const context: LineContext = { row: 0, person: 0, day: 0, orderDay: 0, period: { kind: 'month', year: 0, index: 1 } };
  const ties = new Map<string, { first: number; count: number; amount: Exact; pair: readonly [Candidate, Candidate] }>();
  for (const event of eventsInTerm(one)) {
    context.row = events.row[event] ?? 0;
    context.person = events.person[event] ?? 0;
    context.day = events.day[event] ?? 0;
    context.orderDay = one.compiled.orderDays.days[context.row] ?? 0;
    context.period = periodOfNumber(events.period[event] ?? 0, payEveryOf(one.version));
    const pair = tiedPair(group, context);
    if (!pair) continue;
    const key = `${pair[0].row} ${pair[1].row}`;
    const known = ties.get(key) ?? { first: context.row, count: 0, amount: ZERO, pair };
    const difference = absolute(multiply(subtract(pair[0].value, pair[1].value), exactAt(events.credit, event)));
    ties.set(key, { ...known, count: known.count + 1, amount: add(known.amount, difference) });
  }
  return [...ties.values()].map(({ first, count, amount, pair }) =>
    issue('check.equalFit', placeOf(ledger.orders.table, first, 'order'), { plan: one.plan.name, one: pair[0].row, other: pair[1].row, lines: linesText(count), amount: moneyText(amount) }, 'warning'),
  );
}

/** The two best candidates, where neither is narrower and no higher threshold decides. */
function tiedPair(group: readonly Candidate[], context: LineContext): readonly [Candidate, Candidate] | undefined {
  const fits = group.filter(({ when }) => when.holds(context)).map((candidate) => ({ candidate, rank: candidate.when.specificity(context) }));
  const best = fits.reduce((most, { rank }) => Math.max(most, rank), -1);
  const top = fits.filter(({ rank }) => rank === best).map(({ candidate }) => candidate);
  const [first] = top;
  if (!first) return undefined;
  const second = top.slice(1).find(({ when, value }) => {
    const [a, b] = [first.when.threshold, when.threshold];
    return !equals(value, first.value) && !(a && b && compare(a, b) !== 0);
  });
  return second && [first, second];
}
