import type { Exact } from '../../amount/exact';
import { ONE, add, exactInteger, multiply, sign, sum } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { divideRatios, multiplyRatios, ratioOf, timesExact } from '../../amount/ratio';
import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { placeOf } from '../../table/table';
import type { Holder } from '../figures/asked';
import type { CardLine } from './card-line';
import { holdsFor, laterThan } from './choose-indicators';
import type { KpiLedger } from '../kpi-ledger';
import type { KpiPeriod } from '../kpi-period';

/** How much each line of a card weighs. */
export interface CardWeights {
  /** Of all lines, as a share of the whole; undefined for a line without a weight. */
  readonly all: readonly (Ratio | undefined)[];
  /** Of the lines with a score alone. */
  readonly used: readonly (Ratio | undefined)[];
  /** As a card shows them: as written, or the line's part of its area's weight, or of its months. */
  readonly shown: readonly (Ratio | undefined)[];
  readonly faults: readonly (Issue | undefined)[];
}

/**
 * Weighs the lines. An indicator that counts for some of the months only (somebody was promoted) weighs by its months,
 * so that the card of a quarter is that of its months together.
 */
export function weighLines(ledger: KpiLedger, holder: Holder, period: KpiPeriod, lines: readonly CardLine[]): CardWeights {
  const { values, faults } = lineWeights(ledger, lines);
  const areas = areaWeights(ledger, holder, period);
  const most = Math.max(1, ...lines.map(({ months }) => months));
  const isEven = lines.every(({ indicator, months }) => indicator.isOnTop || months === most);
  const weighed: Weighed = { lines, areas, weights: isEven ? values : values.map((weight, index) => weight && multiply(weight, exactInteger(lines[index]?.months ?? 0))), months: isEven ? undefined : most };
  const all = sharesOf(weighed, () => true);
  const whole = totalOf(weighed);
  const shown = lines.map((line, index): Ratio | undefined => {
    const share = all[index];
    if (areas.size > 0 && share) return timesExact(share, whole);
    return line.weight && divideRatios(ratioOf(multiply(line.weight, exactInteger(isEven ? 1 : line.months))), ratioOf(exactInteger(isEven ? 1 : most)));
  });
  return { all, used: sharesOf(weighed, (line) => line.score !== undefined), shown, faults };
}

interface Weighed {
  readonly lines: readonly CardLine[];
  readonly weights: readonly (Exact | undefined)[];
  readonly areas: ReadonlyMap<string, Exact>;
  /** The months of the longest line, where they differ. */
  readonly months: number | undefined;
}

/** A card without any weight weighs its indicators alike; else one without a weight, or below 0, is at fault and left out. Points on top weigh nothing. */
function lineWeights(ledger: KpiLedger, lines: readonly CardLine[]): { values: (Exact | undefined)[]; faults: (Issue | undefined)[] } {
  const own = lines.filter(({ indicator }) => !indicator.isOnTop);
  if (own.every(({ weight }) => weight === undefined)) return { values: lines.map(({ indicator }) => (indicator.isOnTop ? undefined : ONE)), faults: [] };
  const isGood = ({ weight }: CardLine): boolean => weight !== undefined && sign(weight) > 0;
  return {
    values: lines.map((line) => (isGood(line) && !line.indicator.isOnTop ? line.weight : undefined)),
    faults: lines.map((line) => {
      if (isGood(line) || line.indicator.isOnTop || line.faults.some(({ code }) => code === 'kpi.weight')) return undefined;
      return issue('kpi.weight', placeOf(ledger.indicators.table, line.indicator.row, 'weight'), { kpi: line.indicator.name, found: { code: 'word.blankOrZero' } });
    }),
  };
}

/** The weights of whole areas that hold for a card, by area. */
function areaWeights(ledger: KpiLedger, holder: Holder, period: KpiPeriod): ReadonlyMap<string, Exact> {
  const chosen = new Map<string, { weight: Exact; effective: number | undefined }>();
  const lastDay = (person: number): number => Math.min(period.last, ledger.people.persons[person]?.left ?? period.last);
  for (const area of ledger.indicators.areas) {
    if (area.effective !== undefined && area.effective > period.first) continue;
    if (!holder.members.some((person) => holdsFor(ledger, area.appliesTo, person, lastDay(person), [], area.row))) continue;
    const known = chosen.get(area.key);
    if (!known || laterThan(area, known)) chosen.set(area.key, area);
  }
  return new Map([...chosen].map(([key, { weight }]) => [key, weight]));
}

/** What the areas' weights (or of areas without one, their lines') add up to. */
function totalOf({ lines, weights, areas, months }: Weighed): Exact {
  const seen = new Set<string>();
  return sum(
    lines.flatMap((line, index) => {
      const area = matchKey(line.indicator.area);
      const [weight, areaWeight] = [weights[index], areas.get(area)];
      if (!weight || !areaWeight) return weight ?? [];
      if (seen.has(area)) return [];
      seen.add(area);
      return months === undefined ? areaWeight : multiply(areaWeight, exactInteger(months));
    }),
  );
}

/** Each line's share of the whole: its weight in its area × the area's weight, over the lines that count. */
function sharesOf({ lines, weights, areas, months }: Weighed, counts: (line: CardLine) => boolean): (Ratio | undefined)[] {
  const areaOf = (line: CardLine): string => matchKey(line.indicator.area);
  const weightOf = (area: string): Exact | undefined => {
    const own = areas.get(area);
    return own && (months === undefined ? own : multiply(own, exactInteger(months)));
  };
  const inArea = new Map<string, Exact>();
  lines.forEach((line, index) => {
    const weight = weights[index];
    if (!weight || !counts(line)) return;
    const known = inArea.get(areaOf(line));
    inArea.set(areaOf(line), known ? add(known, weight) : weight);
  });
  const whole = sum([...inArea].map(([area, own]) => weightOf(area) ?? own));
  return lines.map((line, index) => {
    const [weight, own] = [weights[index], inArea.get(areaOf(line))];
    if (!weight || !own || !counts(line)) return undefined;
    const areaWeight = weightOf(areaOf(line));
    const inWhole = divideRatios(ratioOf(areaWeight ?? weight), ratioOf(whole));
    return areaWeight ? multiplyRatios(divideRatios(ratioOf(weight), ratioOf(own)), inWhole) : inWhole;
  });
}
