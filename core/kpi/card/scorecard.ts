import type { Exact } from '../../amount/exact';
import { compare, exactInteger, smaller, sum } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { NOTHING, addRatios, divideRatios, multiplyRatios, ratioOf, roundRatio, sumRatios } from '../../amount/ratio';
import { exactToDisplay } from '../../amount/text';
import type { Message } from '../../locale/message';
import type { Issue } from '../../table/issue';
import type { Holder } from '../figures/asked';
import { askedOf, employedMonths, personHolder } from '../figures/asked';
import type { CardLine } from './card-line';
import { cardLine } from './card-line';
import { weighLines } from './card-weights';
import { chosenFor, holdsFor, laterThan } from './choose-indicators';
import type { Grade } from '../grades';
import { gradeNamed, gradeOf } from '../grades';
import { cardFigures } from '../figures/card-figures';
import type { CardRule } from '../indicators';
import type { KpiLedger } from '../kpi-ledger';
import type { KpiPeriod } from '../kpi-period';
import { kpiPeriodOfMonths, monthText } from '../kpi-period';

/** The decimals a card's score is rounded to, half up, once. */
export const SCORE_DECIMALS = 2;

/** A line with the part of the total it makes. */
export interface WeighedLine extends CardLine {
  /** Its share of the total's weight; undefined where it has no score. */
  readonly share: Ratio | undefined;
  /** What it adds to the total: its share of its score, or its points on top. */
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

/** One person's card: each indicator for the months it was theirs. */
export function personCard(ledger: KpiLedger, person: number, period: KpiPeriod): Scorecard {
  const { chosen, issues } = chosenFor(ledger, person, period);
  const lines = chosen.map(({ indicator, months }) => {
    const asked = askedOf(ledger, indicator, person, period, months);
    return cardLine(asked, cardFigures(asked));
  });
  const whole = assemble(ledger, personHolder(ledger, person, period), period, lines, issues);
  return meanOfMonths(ledger, whole, employedMonths(ledger, person, period), (month) => personCard(ledger, person, month));
}

/** Puts scored lines together: weights, areas, points on top, vetoes, total, grade and factor. */
export function assemble(ledger: KpiLedger, holder: Holder, period: KpiPeriod, lines: readonly CardLine[], issues: readonly Issue[]): Scorecard {
  const weights = weighLines(ledger, holder, period, lines);
  const weighed = lines.map((line, index): WeighedLine => {
    const share = weights.used[index];
    const fault = weights.faults[index];
    const part = share && line.score ? multiplyRatios(share, line.score) : undefined;
    return { ...line, faults: fault ? [...line.faults, fault] : line.faults, share, weighted: line.indicator.isOnTop ? line.score : part, shownWeight: weights.shown[index] };
  });
  const coverage = sumRatios(lines.flatMap(({ state }, index) => (state === 'scored' || state === 'partial' ? (weights.all[index] ?? []) : [])));
  const found = [...issues, ...weighed.flatMap(({ faults }) => faults)];
  const isNotBegun = ledger.knownTo !== undefined && period.first > ledger.knownTo;
  const complete = lines.length > 0 && found.length === 0 && !isNotBegun && lines.every(isComplete);
  const result = isNotBegun ? { ...NO_RESULT, notes: [{ code: 'card.notBegun' } as const] } : resultOf(ledger, weighed);
  return { holder, period, lines: weighed, coverage, complete, issues: found, ...result };
}

/** Points on top that were not recorded are none: nothing is missing. */
export function isComplete({ state, indicator }: CardLine): boolean {
  return state === 'scored' || (indicator.isOnTop && state === 'missing' && indicator.missing === 'exclude');
}

type CardResult = Pick<Scorecard, 'score' | 'grade' | 'factor' | 'notes'>;

const NO_RESULT: CardResult = { score: undefined, grade: '', factor: undefined, notes: [] };

function resultOf(ledger: KpiLedger, lines: readonly WeighedLine[]): CardResult {
  const withheld = lines.filter(({ indicator, state }) => indicator.missing === 'blank' && state === 'missing');
  const notes: Message[] = withheld.map(({ indicator }) => ({ code: 'card.noTotal', params: { kpi: indicator.name } }));
  const weighted = lines.filter(({ indicator }) => !indicator.isOnTop);
  const isEmpty = weighted.length > 0 ? weighted.every((line) => !line.weighted) : lines.every((line) => !line.weighted);
  if (withheld.length > 0 || isEmpty) return { ...NO_RESULT, notes };
  const vetoes = lines.flatMap(({ veto }) => veto ?? []);
  const total = vetoes.some(({ kind }) => kind === 'zero card') ? NOTHING : lines.flatMap((line) => line.weighted ?? []).reduce(addRatios, NOTHING);
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

/**
 * Where a row `Card` asks for it, the score of several months is the mean of the months' scores, as they were rounded
 * and told; the lines still show the period at once. A month without a score is left out, and the card is incomplete.
 */
export function meanOfMonths(ledger: KpiLedger, whole: Scorecard, months: readonly number[], cardOf: (month: KpiPeriod) => Scorecard): Scorecard {
  const { period, holder } = whole;
  if (period.firstMonth === period.lastMonth || !asksForMean(ledger, holder, period)) return whole;
  const cards = months.map((month) => cardOf(kpiPeriodOfMonths(month, month, monthText(month), ledger.calendar)));
  const scored = cards.flatMap(({ score, period: month }) => (score ? [{ score, month: month.text }] : []));
  const lines = whole.lines.map((line) => ({ ...line, weighted: undefined }));
  const complete = cards.length > 0 && cards.every((card) => card.complete);
  const coverage = cards.length === 0 ? NOTHING : divideRatios(sumRatios(cards.map((card) => card.coverage)), ratioOf(exactInteger(cards.length)));
  if (scored.length === 0) return { ...whole, ...NO_RESULT, lines, complete, coverage };
  const score = roundRatio(divideRatios(ratioOf(sum(scored.map((one) => one.score))), ratioOf(exactInteger(scored.length))), SCORE_DECIMALS);
  const notes: Message[] = [{ code: 'card.mean', params: { months: scored.map((one) => `${one.month} ${exactToDisplay(one.score, SCORE_DECIMALS)}`) } }];
  return { ...whole, lines, complete, coverage, score, notes, ...gradeAfterVetoes(ledger, score, whole.lines) };
}

function asksForMean(ledger: KpiLedger, holder: Holder, period: KpiPeriod): boolean {
  let chosen: CardRule | undefined;
  for (const rule of ledger.indicators.cards) {
    if (rule.effective !== undefined && rule.effective > period.first) continue;
    const lastDay = (person: number): number => Math.min(period.last, ledger.people.persons[person]?.left ?? period.last);
    if (!holder.members.some((person) => holdsFor(ledger, rule.appliesTo, person, lastDay(person), [], rule.row))) continue;
    if (!chosen || laterThan(rule, chosen)) chosen = rule;
  }
  return chosen?.isMean === true;
}
