import type { Exact } from '../amount/exact';
import { ONE, ZERO, add, compare, equals, exactInteger, larger, multiply, negate, sign, sum } from '../amount/exact';
import { allocateOrNothing } from '../amount/allocate';
import { exactAt } from '../amount/exact-column';
import { round } from '../amount/round';
import { exactToDisplay } from '../amount/text';
import { contestTexts } from '../locale/contest-texts';
import type { Message } from '../locale/message';
import { addTexts } from '../locale/message';
import type { Part } from '../rules/plan';
import { roundingOf } from '../rules/plan';
import type { Ruled } from '../rules/words';
import type { Measure } from '../rules/words/measure';
import type { RankBonus } from '../rules/words/rank-bonus';
import { rankMetricText } from '../rules/words/rank-bonus';
import { personText } from '../table/people';
import { periodText } from '../table/period';
import { compareTexts } from '../table/text-order';
import { payrollRatio } from '../trade/fx';
import { portionBetween } from '../trade/receipts';
import type { Engine, PayPeriod } from './engine';
import { runOf } from './engine';
import type { PartRun } from './part-run';
import { stays } from './pool-weights';
import { isScoreMetric } from './score-metric';
import { scoreOf } from './scores';
import { takenBackIn } from './taken-back';

/** A prize that a person gets: for a place of their own, or as a share of their team's. */
export interface Prize {
  readonly person: number;
  readonly metric: Measure | undefined;
  readonly place: number;
  /** How many tie for the place, of how many that are ranked. */
  readonly tied: number;
  readonly of: number;
  /** What the place was won with. */
  readonly figure: Exact;
  /** The prizes of the places that those who tie take, and what one of them gets. */
  readonly prizes: readonly Exact[];
  readonly won: Exact;
  /** Of a team: its name, what the person weighs in it, and what everybody does. */
  readonly team: { readonly name: string; readonly weight: Exact; readonly weights: readonly Exact[] } | undefined;
  readonly amount: Exact;
  readonly rows: readonly number[];
}

addTexts(contestTexts);

const known = new WeakMap<PartRun, Map<number, readonly Prize[]>>();

/** The prizes of a part's contests in a pay period. */
export function prizesIn(engine: Engine, run: PartRun, period: PayPeriod): readonly Prize[] {
  const byPeriod = known.get(run) ?? new Map<number, readonly Prize[]>();
  known.set(run, byPeriod);
  const made = byPeriod.get(period.number) ?? contestsOf(run.compiled.part).flatMap((rules) => prizesOf({ engine, run, period }, rules));
  byPeriod.set(period.number, made);
  return made;
}

/** A prize in few words: the place, by what, and how much. */
export function prizeReason({ metric, place, of, team, amount }: Prize): Message {
  const params = { place, of, metric: rankMetricText(metric), team: team?.name ?? '', amount: exactToDisplay(round(amount, { decimals: 2, mode: 'half up' }), 2) };
  return { code: team ? 'why.rankTeam' : 'why.rank', params };
}

/** The rows that make one contest: of people or teams, by one metric. */
function contestsOf({ rules }: Part): (readonly Ruled<RankBonus>[])[] {
  const contests = new Map<string, Ruled<RankBonus>[]>();
  for (const rule of rules.rankBonus) {
    const key = JSON.stringify([rule.by, rule.metric ?? '', rule.shared]);
    contests.set(key, [...(contests.get(key) ?? []), rule]);
  }
  return [...contests.values()];
}

interface ContestPlace {
  readonly engine: Engine;
  readonly run: PartRun;
  readonly period: PayPeriod;
}

/** Somebody ranked: a person, or a team by its name. */
interface Ranked {
  readonly key: string;
  readonly figure: Exact;
}

function prizesOf(place: ContestPlace, rules: readonly Ruled<RankBonus>[]): Prize[] {
  const [first] = rules;
  if (!first) return [];
  const ranked = rankedBy(place, first).filter(({ figure }) => sign(figure) > 0);
  ranked.sort((a, b) => compare(b.figure, a.figure) || compareTexts(a.key, b.key));
  const prizes: Prize[] = [];
  for (let at = 0; at < ranked.length; ) {
    const { figure } = ranked[at] ?? { figure: ZERO };
    const tied = ranked.filter((one) => equals(one.figure, figure));
    prizes.push(...tiedPrizes(place, rules, { tied, place: at + 1, of: ranked.length }));
    at += tied.length;
  }
  return prizes;
}

interface Tie {
  readonly tied: readonly Ranked[];
  readonly place: number;
  readonly of: number;
}

/** What those who tie get: the prizes of all the places they take, in equal parts to the last unit. */
function tiedPrizes(at: ContestPlace, rules: readonly Ruled<RankBonus>[], { tied, place, of }: Tie): Prize[] {
  const [first] = rules;
  const figure = tied[0]?.figure ?? ZERO;
  const taken = rules.filter((rule) => qualifies(at, rule, figure)).flatMap((rule) => rule.prizes.flatMap((prize) => (prize.place >= place && prize.place < place + tied.length ? [{ row: rule.row, amount: prize.amount }] : [])));
  if (!first || taken.length === 0) return [];
  const shares = allocateOrNothing(sum(taken.map(({ amount }) => amount)), tied.map(() => ONE), roundingOf(at.run.compiled.version).decimals);
  return tied.flatMap(({ key }, index) => {
    const won = { metric: first.metric, place, tied: tied.length, of, figure, prizes: taken.map(({ amount }) => amount), won: shares[index] ?? ZERO, rows: [...new Set(taken.map(({ row }) => row))] };
    return first.by === 'person' ? [{ ...won, person: Number(key.slice(key.lastIndexOf(' '))), team: undefined, amount: won.won }] : teamShares(at, first, key, won);
  });
}

/** Whether a figure reaches the least that a row asks for; in another currency at the rate of the period's last day. */
function qualifies({ run: { compiled }, period }: ContestPlace, { least, leastCurrency }: RankBonus, figure: Exact): boolean {
  const rate = payrollRatio(compiled.ledger.fx, leastCurrency, compiled.payroll, period.last);
  return rate !== undefined && compare(multiply(figure, rate.bottom), multiply(least, rate.top)) >= 0;
}

/** A team's prize shared among its people: by what each has credited with it, or by their days on it. */
function teamShares(at: ContestPlace, rule: RankBonus, team: string, won: Omit<Prize, 'person' | 'team' | 'amount'>): Prize[] {
  const { run: { compiled }, period } = at;
  const { people } = compiled.ledger;
  const credits = rule.shared === 'credit' ? creditsIn(at, contestRun(at, rule.metric), (person, of) => (of === team ? String(person) : undefined)) : undefined;
  const daysOf = (person: number): number => stays(compiled, person, period).reduce((days, stay) => days + (personText(people, person, 'team', stay.from) === team ? stay.days : 0), 0);
  const members = people.persons.flatMap(({ id, label }, person) => {
    const weight = credits ? larger(credits.get(String(person)) ?? ZERO, ZERO) : exactInteger(daysOf(person));
    return sign(weight) > 0 ? [{ person, id, label, weight }] : [];
  });
  members.sort((a, b) => compareTexts(a.id, b.id) || compareTexts(a.label, b.label));
  const weights = members.map(({ weight }) => weight);
  const shares = allocateOrNothing(won.won, weights, roundingOf(compiled.version).decimals);
  return members.map(({ person, weight }, index) => ({ ...won, person, team: { name: team, weight, weights }, amount: shares[index] ?? ZERO }));
}

/** Everybody's figure: scores of the period, or what was credited. */
function rankedBy(at: ContestPlace, rule: RankBonus): Ranked[] {
  const { by, metric } = rule;
  const { run: { compiled }, period } = at;
  const { persons } = compiled.ledger.people;
  const keyOf = (person: number): string => `${persons[person]?.id ?? ''} ${persons[person]?.label ?? ''} ${person}`;
  if (metric?.kind === 'column' && isScoreMetric(compiled.ledger, rule)) {
    return persons.flatMap((_, person) => {
      const figure = stays(compiled, person, period).length > 0 ? scoreOf(compiled.ledger.scores, person, period.period, metric.column) : undefined;
      return figure ? [{ key: keyOf(person), figure }] : [];
    });
  }
  const credits = creditsIn(at, contestRun(at, metric), (person, team) => (by === 'team' ? team : keyOf(person)));
  return [...credits].map(([key, figure]) => ({ key, figure }));
}

/** Why somebody cannot be ranked: a contest goes by a score that they do not have. */
export function missingRank({ compiled }: PartRun, person: number, period: PayPeriod): Message | undefined {
  if (person < 0 || stays(compiled, person, period).length === 0) return undefined;
  for (const rule of compiled.part.rules.rankBonus) {
    if (rule.metric?.kind !== 'column' || !isScoreMetric(compiled.ledger, rule)) continue;
    if (!scoreOf(compiled.ledger.scores, person, period.period, rule.metric.column)) return { code: 'why.noScore', params: { kpi: rule.metric.column, period: periodText(period.period) } };
  }
  return undefined;
}

const measured = new WeakMap<Part, Map<string, Part>>();

/** The run that the places go by: the part's own, or the same lines by another metric. */
function contestRun({ engine, run }: ContestPlace, metric: Measure | undefined): PartRun {
  const { version, part } = run.compiled;
  if (!metric) return run;
  const byMetric = measured.get(part) ?? new Map<string, Part>();
  measured.set(part, byMetric);
  const key = JSON.stringify(metric);
  const made = byMetric.get(key) ?? { ...part, rules: { ...part.rules, measure: [{ measure: metric, row: 0, part: part.name }], tierMetric: [], tier: [], tierBonus: [], tierOn: [], rankBonus: [] } };
  byMetric.set(key, made);
  return runOf(engine, version, made);
}

/** What was credited in the period, reversals taken out, added up by what `keyOf` says of the person and the team of the order date. */
function creditsIn({ engine, period }: ContestPlace, run: PartRun, keyOf: (person: number, team: string) => string | undefined): Map<string, Exact> {
  const { people } = run.compiled.ledger;
  const totals = new Map<string, Exact>();
  const put = (of: PartRun, event: number, amount: Exact): void => {
    const person = of.events.person[event] ?? -1;
    if (person < 0) return;
    const team = personText(people, person, 'team', of.compiled.orderDays.days[of.events.row[event] ?? 0] ?? period.last);
    const key = keyOf(person, team);
    if (key !== undefined && key !== '') totals.set(key, add(totals.get(key) ?? ZERO, amount));
  };
  const slice = run.slices.get(period.number);
  for (let event = slice?.from ?? 0; event < (slice?.to ?? 0); event += 1) put(run, event, exactAt(run.events.credit, event));
  for (const leaving of run.leavings) if (leaving.period === period.number) put(run, leaving.event, negate(portionBetween(exactAt(run.events.credit, leaving.event), leaving)));
  for (const back of takenBackIn(engine, run, period)) put(back.run, back.event, negate(back.credit));
  return totals;
}
