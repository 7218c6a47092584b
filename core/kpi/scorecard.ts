import type { Exact } from '../amount/exact';
import { ONE, add, compare, sign, smaller, sum } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { NOTHING, addRatios, divideRatios, multiplyRatios, ratioOf, roundRatio, sumRatios, timesExact } from '../amount/ratio';
import type { Message } from '../locale/message';
import { matchKey } from '../table/cell';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import { placeOf } from '../table/table';
import type { AppliesTo } from './applies-to';
import { appliesTo, unknownColumns } from './applies-to';
import type { CardLine } from './card-line';
import { cardLine } from './card-line';
import type { Holder } from './find-actual';
import { personHolder } from './find-actual';
import type { Grade } from './grades';
import { gradeNamed, gradeOf } from './grades';
import type { Indicator } from './indicators';
import type { KpiLedger } from './kpi-ledger';
import type { KpiPeriod } from './kpi-period';

/** The decimals a card's score is rounded to, half up, once. */
export const SCORE_DECIMALS = 2;

/** A line with the part of the total it makes. */
export interface WeighedLine extends CardLine {
  /** Its share of the total's weight; undefined where it has no score. */
  readonly share: Ratio | undefined;
  readonly weighted: Ratio | undefined;
  /** The weight as written; where areas weigh, the part of its area's weight that is this line's. */
  readonly shownWeight: Ratio | undefined;
}

/** A person's (or a team's) card for a period. */
export interface Scorecard {
  readonly holder: Holder;
  readonly period: KpiPeriod;
  readonly lines: readonly WeighedLine[];
  /** Rounded once, half up, to 2 decimals; undefined where nothing could be scored, or an indicator forbids a total. */
  readonly score: Exact | undefined;
  readonly grade: string;
  readonly factor: Exact | undefined;
  /** The share of the weights that rests on an actual. */
  readonly coverage: Ratio;
  /** Every indicator has its actual for the whole period, and nothing is wrong. */
  readonly complete: boolean;
  readonly notes: readonly Message[];
  readonly issues: readonly Issue[];
}

/** One person's card. */
export function personCard(ledger: KpiLedger, person: number, period: KpiPeriod): Scorecard {
  const holder = personHolder(ledger, person, period);
  const { indicators, issues } = indicatorsFor(ledger, [person], period);
  return assemble(ledger, holder, period, indicators.map((indicator) => cardLine(ledger, indicator, holder, period)), issues);
}

/** The indicators that are for any of some people: of rows with the same KPI, the latest Effective on or before the period's first day. */
export function indicatorsFor(ledger: KpiLedger, persons: readonly number[], period: KpiPeriod): { indicators: Indicator[]; issues: Issue[] } {
  const chosen = new Map<string, Indicator>();
  const issues: Issue[] = [];
  for (const indicator of ledger.indicators.all) {
    if (indicator.effective !== undefined && indicator.effective > period.first) continue;
    if (!isFor(ledger, indicator.appliesTo, persons, period, issues, indicator.row)) continue;
    const known = chosen.get(indicator.key);
    if (!known || laterThan(indicator, known)) chosen.set(indicator.key, indicator);
    else if (indicator.effective === known.effective && persons.length === 1) {
      issues.push(issue('kpi.twice', placeOf(ledger.indicators.table, indicator.row, 'kpi'), { kpi: indicator.name, first: ledger.indicators.table.rowNumbers[known.row] ?? 0 }));
    }
  }
  const indicators = ledger.indicators.all.filter((indicator) => chosen.get(indicator.key) === indicator);
  return { indicators, issues };
}

function laterThan(a: { effective: number | undefined }, b: { effective: number | undefined }): boolean {
  return (a.effective ?? -Infinity) > (b.effective ?? -Infinity);
}

function isFor(ledger: KpiLedger, target: AppliesTo, persons: readonly number[], period: KpiPeriod, issues: Issue[], row: number): boolean {
  const [unknown] = unknownColumns(target, ledger.people);
  if (unknown !== undefined) {
    issues.push(issue('kpi.forColumn', placeOf(ledger.indicators.table, row, 'for'), { found: unknown }));
    return false;
  }
  return persons.some((person) => appliesTo(target, ledger.people, person, Math.min(period.last, ledger.people.persons[person]?.left ?? period.last)));
}

/** Puts scored lines together: weights, areas, vetoes, total, grade and factor. */
export function assemble(ledger: KpiLedger, holder: Holder, period: KpiPeriod, lines: readonly CardLine[], issues: readonly Issue[]): Scorecard {
  const weights = lineWeights(ledger, lines);
  const areas = areaWeights(ledger, holder, period);
  const all = sharesOf(lines, weights.values, areas, () => true);
  const totalWeight = totalOf(lines, weights.values, areas);
  const used = sharesOf(lines, weights.values, areas, (line) => line.score !== undefined);
  const weighed = lines.map((line, index): WeighedLine => {
    const share = used[index];
    const fault = weights.faults[index];
    const whole = all[index];
    const own = line.weight && ratioOf(line.weight);
    return {
      ...line,
      faults: fault ? [...line.faults, fault] : line.faults,
      share,
      weighted: share && line.score ? multiplyRatios(share, line.score) : undefined,
      shownWeight: areas.size > 0 && whole ? timesExact(whole, totalWeight) : own,
    };
  });
  const coverage = sumRatios(lines.flatMap(({ state }, index) => (state === 'scored' || state === 'partial' ? (all[index] ?? []) : [])));
  const found = [...issues, ...weighed.flatMap(({ faults }) => faults)];
  const complete = lines.length > 0 && found.length === 0 && lines.every(({ state }) => state === 'scored');
  return { holder, period, lines: weighed, coverage, complete, issues: found, ...resultOf(ledger, weighed) };
}

/** A card without any weight weighs its indicators alike; else one without a weight, or below 0, is at fault and left out. */
function lineWeights(ledger: KpiLedger, lines: readonly CardLine[]): { values: (Exact | undefined)[]; faults: (Issue | undefined)[] } {
  if (lines.every(({ weight }) => weight === undefined)) return { values: lines.map(() => ONE), faults: [] };
  const isGood = ({ weight }: CardLine): boolean => weight !== undefined && sign(weight) > 0;
  return {
    values: lines.map((line) => (isGood(line) ? line.weight : undefined)),
    faults: lines.map((line) => {
      if (isGood(line) || line.faults.some(({ code }) => code === 'kpi.weight')) return undefined;
      return issue('kpi.weight', placeOf(ledger.indicators.table, line.indicator.row, 'weight'), { kpi: line.indicator.name, found: '' });
    }),
  };
}

/** The weights of whole areas that hold for a card, by area. */
function areaWeights(ledger: KpiLedger, holder: Holder, period: KpiPeriod): ReadonlyMap<string, Exact> {
  const chosen = new Map<string, { weight: Exact; effective: number | undefined }>();
  for (const area of ledger.indicators.areas) {
    if (area.effective !== undefined && area.effective > period.first) continue;
    if (!isFor(ledger, area.appliesTo, holder.members, period, [], area.row)) continue;
    const known = chosen.get(area.key);
    if (!known || laterThan(area, known)) chosen.set(area.key, area);
  }
  return new Map([...chosen].map(([key, { weight }]) => [key, weight]));
}

/** What the areas' weights (or of areas without one, their lines') add up to. */
function totalOf(lines: readonly CardLine[], weights: readonly (Exact | undefined)[], areas: ReadonlyMap<string, Exact>): Exact {
  const seen = new Set<string>();
  return sum(
    lines.flatMap((line, index) => {
      const area = matchKey(line.indicator.area);
      const [weight, areaWeight] = [weights[index], areas.get(area)];
      if (!weight || !areaWeight) return weight ?? [];
      if (seen.has(area)) return [];
      seen.add(area);
      return areaWeight;
    }),
  );
}

/** Each line's share of the whole: its weight in its area × the area's weight, over the lines that count. */
function sharesOf(lines: readonly CardLine[], weights: readonly (Exact | undefined)[], areas: ReadonlyMap<string, Exact>, counts: (line: CardLine) => boolean): (Ratio | undefined)[] {
  const areaOf = (line: CardLine): string => matchKey(line.indicator.area);
  const inArea = new Map<string, Exact>();
  lines.forEach((line, index) => {
    const weight = weights[index];
    if (!weight || !counts(line)) return;
    const known = inArea.get(areaOf(line));
    inArea.set(areaOf(line), known ? add(known, weight) : weight);
  });
  const whole = sum([...inArea].map(([area, own]) => areas.get(area) ?? own));
  return lines.map((line, index) => {
    const [weight, own] = [weights[index], inArea.get(areaOf(line))];
    if (!weight || !own || !counts(line)) return undefined;
    const areaWeight = areas.get(areaOf(line));
    const inWhole = divideRatios(ratioOf(areaWeight ?? weight), ratioOf(whole));
    return areaWeight ? multiplyRatios(divideRatios(ratioOf(weight), ratioOf(own)), inWhole) : inWhole;
  });
}

function resultOf(ledger: KpiLedger, lines: readonly WeighedLine[]): Pick<Scorecard, 'score' | 'grade' | 'factor' | 'notes'> {
  const withheld = lines.filter(({ indicator, state }) => indicator.missing === 'blank' && state === 'missing');
  const notes: Message[] = withheld.map(({ indicator }) => ({ code: 'card.noTotal', params: { kpi: indicator.name } }));
  const parts = lines.flatMap(({ weighted }) => weighted ?? []);
  if (withheld.length > 0 || parts.length === 0) return { score: undefined, grade: '', factor: undefined, notes };
  const vetoes = lines.flatMap(({ veto }) => veto ?? []);
  const total = vetoes.some(({ kind }) => kind === 'zero card') ? NOTHING : parts.reduce(addRatios, NOTHING);
  const score = roundRatio(total, SCORE_DECIMALS);
  return { score, notes, ...gradeAfterVetoes(ledger, score, lines) };
}

/** The grade of the score, lowered by vetoes; the factor is the grade's, or a veto's where that is lower. */
function gradeAfterVetoes({ grades }: KpiLedger, score: Exact, lines: readonly WeighedLine[]): { grade: string; factor: Exact | undefined } {
  let grade: Grade | undefined = grades && gradeOf(grades, score);
  let name = grade?.name ?? '';
  let factor = grade?.factor;
  for (const { veto } of lines) {
    if (veto?.kind === 'grade') {
      const lower = grades && gradeNamed(grades, veto.grade);
      if (lower && grade && compare(lower.from, grade.from) >= 0) continue;
      grade = lower ?? grade;
      name = lower?.name ?? veto.grade;
      factor = lower?.factor ?? factor;
    }
    if (veto?.kind === 'factor') factor = factor ? smaller(factor, veto.factor) : veto.factor;
  }
  return { grade: name, factor };
}
