import type { Exact } from '../../amount/exact';
import { ZERO, add, compare, sign, smaller } from '../../amount/exact';
import { exactAt } from '../../amount/exact-column';
import { currencyOf } from '../../rules/plan';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { placeOf } from '../../table/table';
import type { CheckContext, RanPart } from './context';
import { eventsInTerm, linesText, moneyText } from './context';

/** Lines for which two plans, or two like parts of one plan, pay the same person. */
export function checkPaidTwice(context: CheckContext): Issue[] {
  const live = context.ran.filter(({ part }) => paysByRate(part.rules));
  const pays = new Map(live.map((one) => [one, payByLine(one)]));
  return live.flatMap((one, index) =>
    live.slice(index + 1).flatMap((other): Issue[] => {
      if (one.plan === other.plan && (one.version !== other.version || !areAlike(one, other))) return [];
      const twice = bothPay(pays.get(one) ?? new Map(), pays.get(other) ?? new Map());
      if (!twice) return [];
      const isOnePlan = one.plan === other.plan;
      const params = {
        lines: linesText(twice.count),
        one: isOnePlan ? one.part.name : one.plan.name,
        other: isOnePlan ? other.part.name : other.plan.name,
        plan: one.plan.name,
        name: context.ledger.people.persons[twice.person]?.label ?? '',
        amount: moneyText(twice.amount),
        currency: currencyOf(one.version),
      };
      return [issue(isOnePlan ? 'check.partsPayTwice' : 'check.plansPayTwice', placeOf(context.ledger.orders.table, twice.row, 'order'), params, isOnePlan && isOnTop(one, other, twice) ? 'note' : 'warning')];
    }),
  );
}

function paysByRate({ rate, tier, stageRate }: RanPart['part']['rules']): boolean {
  return rate.length + tier.length + stageRate.length > 0;
}

/** Parts that share the plan out, or pay in different ways, are meant to pay for the same lines. */
function areAlike({ part: a }: RanPart, { part: b }: RanPart): boolean {
  const isShared = a.rules.share.length + b.rules.share.length > 0;
  return !isShared && a.rules.pool.length === 0 && b.rules.pool.length === 0 && sameWay(a) === sameWay(b);
}

function sameWay({ rules: { measure, credit, stage } }: RanPart['part']): string {
  return JSON.stringify([measure[0]?.measure ?? '', credit[0]?.by ?? '', stage.map((one) => one.stage)]);
}

/** A smaller rate on some of the other part's lines is an extra on top of it, as a rule. */
function isOnTop(one: RanPart, other: RanPart, { first, second }: Twice): boolean {
  const [some, all] = one.part.rules.lines.length > other.part.rules.lines.length ? [first, second] : [second, first];
  return one.part.rules.lines.length !== other.part.rules.lines.length && compare(some, all) < 0;
}

/** What a part pays for each line and person. */
function payByLine(one: RanPart): Map<string, Exact> {
  const { events } = one.run;
  const pays = new Map<string, Exact>();
  for (const event of eventsInTerm(one)) {
    const pay = exactAt(events.pay, event);
    if (events.kind[event] !== 'line' || sign(pay) <= 0) continue;
    const key = `${events.row[event] ?? 0} ${events.person[event] ?? 0}`;
    pays.set(key, add(pays.get(key) ?? ZERO, pay));
  }
  return pays;
}

/** The lines for which both pay: how many, the first, and what each pays for them. */
interface Twice {
  readonly count: number;
  readonly row: number;
  readonly person: number;
  readonly first: Exact;
  readonly second: Exact;
  /** The smaller of the two, line by line. */
  readonly amount: Exact;
}

function bothPay(one: ReadonlyMap<string, Exact>, other: ReadonlyMap<string, Exact>): Twice | undefined {
  let found: Twice | undefined;
  for (const [key, first] of one) {
    const second = other.get(key);
    if (!second) continue;
    const [row = 0, person = 0] = key.split(' ').map(Number);
    const known: Twice = found ?? { count: 0, row, person, first: ZERO, second: ZERO, amount: ZERO };
    found = { ...known, count: known.count + 1, first: add(known.first, first), second: add(known.second, second), amount: add(known.amount, smaller(first, second)) };
  }
  return found;
}
