import type { Num, YearFacts, YearPerson, YearPlan } from './year-facts';
import { D, ZERO, apportion, compareText, isEmployed, rounded, stayOn, sum } from './year-facts';
import type { Counting } from './year-counting';
import type { LinePays, Piece, Takeback } from './year-lines';
import type { PayPeriod } from './year-time';
import { addDays } from './year-time';

/** One pot and where it went: members + fund + company = pot, to the cent. */
export interface Pot {
  readonly counting: Counting;
  readonly period: PayPeriod;
  readonly team: string;
  readonly pot: Num;
  readonly fund: Num;
  readonly members: ReadonlyMap<string, Num>;
  readonly company: Num;
}

/** The days of a period on which a person is in a team and in the plan. */
function daysOnTeam(person: YearPerson, plan: string, team: string, { first, last }: PayPeriod): number {
  let days = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const stay = stayOn(person, day);
    if (stay.plan === plan && stay.team === team && isEmployed(person, day)) days += 1;
  }
  return days;
}

interface Pooling {
  readonly plan: YearPlan;
  readonly facts: YearFacts;
  readonly counting: Counting;
  readonly pays: LinePays;
  /** Everything the part has paid in its life. */
  readonly pieces: readonly Piece[];
  readonly period: PayPeriod;
}

/** The pots of a period: lines and true-ups of each team, rounded, less the fund, shared. */
export function potsOf(pooling: Pooling): Pot[] {
  const { facts, pieces } = pooling;
  const before = facts.people.flatMap(({ stays }) => stays.map(({ team }) => team));
  const teams = [...new Set([...before, ...pieces.map(({ team }) => team)])].sort(compareText);
  return teams.map((team) => potOf(pooling, team));
}

function potOf({ plan, facts, counting, pays, pieces, period }: Pooling, team: string): Pot {
  const { part } = counting;
  const paid = pieces.filter((piece) => piece.team === team).flatMap((piece) => piece.paid.filter((one) => one.period === period).map(({ amount, weight }) => amount.times(weight)));
  const pot = rounded(sum(paid));
  const fund = part.reserve === undefined ? ZERO : rounded(pot.times(part.reserve));
  const people = [...facts.people].sort((a, b) => compareText(a.id, b.id));
  const weights = people.map((person) => (part.pool === 'equal' ? new D(daysOnTeam(person, plan.name, team, period)) : D.max(ZERO, creditOf(pays, period, person.id, team))));
  const shares = apportion(pot.minus(fund), weights, 2);
  const members = new Map(people.flatMap(({ id }, at) => (weights[at]!.isZero() ? [] : [[id, shares[at]!] as const])));
  return { counting, period, team, pot, fund, members, company: pot.minus(fund).minus(sum(members.values())) };
}

/**
 * What takebacks take from each person: of a line of their own what it was paid; of a pooled line its part of what they
 * got of the pot of the line's period, by largest remainder. The fund is charged as `fund`, the company as `company`.
 */
export function chargesOf(takebacks: readonly Takeback[], pots: readonly Pot[], taken: (takeback: Takeback) => Num): Map<string, Num> {
  const charges = new Map<string, Num>();
  const charge = (who: string, amount: Num): void => void charges.set(who, (charges.get(who) ?? ZERO).plus(amount));
  const byPot = new Map<Pot, Num>();
  for (const takeback of takebacks) {
    const { piece } = takeback;
    const pot = pots.find((one) => one.counting === piece.counting && one.period === piece.period && one.team === piece.team);
    if (piece.counting.part.pool && pot) byPot.set(pot, (byPot.get(pot) ?? ZERO).plus(taken(takeback)));
    else charge(piece.person, taken(takeback));
  }
  for (const [{ members, fund, company }, amount] of byPot) {
    const got = [...members, ['fund', fund] as const, ['company', company] as const];
    const shares = apportion(rounded(amount), got.map(([, mine]) => mine.abs()), 2);
    got.forEach(([who], at) => charge(who, shares[at]!));
  }
  return charges;
}

/** What a person credited to the pot's own lines; what reversals take out is charged to earlier pots. */
function creditOf({ credits }: LinePays, { first, last }: PayPeriod, person: string, team: string): Num {
  return sum(credits.filter((one) => one.person === person && one.team === team && first <= one.day && one.day <= last && one.countedOn === one.day).map(({ amount }) => amount));
}

