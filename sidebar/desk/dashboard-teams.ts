import type { Ratio } from '../../core/amount/ratio';
import { addRatios, compareRatio, compareRatios, divideRatios, ratioOf, roundRatio, sumRatios } from '../../core/amount/ratio';
import { ZERO } from '../../core/amount/exact';
import { rollupOf } from '../../core/kpi/figures/find-actual';
import type { Indicator } from '../../core/kpi/indicators';
import type { KpiLedger } from '../../core/kpi/kpi-ledger';
import { teamNames } from '../../core/kpi/kpi-ledger';
import type { KpiPeriod } from '../../core/kpi/kpi-period';
import { kpiPeriodOfMonths, monthText } from '../../core/kpi/kpi-period';
import type { Scorecard } from '../../core/kpi/card/scorecard';
import { teamCard } from '../../core/kpi/card/team-card';
import type { Language } from '../../core/locale/message';
import type { ResultTable } from '../../core/table/result-table';
import { exactCell, headerRow, ratioCell } from '../../core/table/result-table';

const MONTHS_BACK = 12;

/** A row a team, a column a KPI: the scores behind the heat map. Teams without any card are left out. */
export function teamScores(cards: readonly Scorecard[], language: Language): ResultTable {
  const names = new Map(cards.flatMap(({ lines }) => lines.map(({ indicator }): [string, string] => [indicator.key, indicator.name])));
  const rows = cards.map(({ holder, score, lines }) => {
    const scores = new Map(lines.map((line) => [line.indicator.key, line.score]));
    return [holder.label, exactCell(score), ...[...names.keys()].map((key) => roundedCell(scores.get(key)))];
  });
  return [[...headerRow(['col.team', 'col.score'], language), ...names.values()], ...rows];
}

/** A figure as a dashboard shows it: with two decimals. */
function roundedCell(value: Ratio | undefined): number | string {
  return value ? exactCell(roundRatio(value, 2)) : '';
}

export function teamCards(ledger: KpiLedger, period: KpiPeriod): Scorecard[] {
  return teamNames(ledger.people).map((team) => teamCard(ledger, team, period)).filter(({ lines }) => lines.length > 0);
}

/** The indicator that weighs most over all cards, of those whose amounts add up and that have an actual and a target. */
export function leadingIndicator(cards: readonly Scorecard[]): Indicator | undefined {
  const weights = new Map<Indicator, Ratio>();
  for (const { indicator, actual, agreed, share } of cards.flatMap(({ lines }) => lines)) {
    if (actual && agreed.target && share && rollupOf(indicator) === 'sum') weights.set(indicator, addRatios(weights.get(indicator) ?? ratioOf(ZERO), share));
  }
  return [...weights].sort(([, a], [, b]) => compareRatios(b, a))[0]?.[0];
}

/** Month by month up to the period's end: what all teams reached of an indicator, beside their target. */
export function trend(ledger: KpiLedger, { key }: Indicator, period: KpiPeriod, language: Language): ResultTable {
  const months = Array.from({ length: MONTHS_BACK }, (_, index) => period.lastMonth - MONTHS_BACK + 1 + index);
  const rows = months.flatMap((month) => {
    const lines = teamCards(ledger, kpiPeriodOfMonths(month, month, monthText(month), ledger.calendar)).flatMap((card) => card.lines.filter(({ indicator }) => indicator.key === key));
    const [actual, target] = [totalOf(lines.map((line) => line.actual)), totalOf(lines.map(({ agreed }) => agreed.target))];
    const isKnown = actual !== undefined && target !== undefined && compareRatio(target, ZERO) > 0;
    return actual || target ? [[monthText(month), roundedCell(actual), roundedCell(target), isKnown ? ratioCell(divideRatios(actual, target)) : '']] : [];
  });
  return [headerRow(['col.period', 'col.actual', 'col.target', 'col.attainment'], language), ...rows];
}

/** The sum, where every team has its figure. */
function totalOf(values: readonly (Ratio | undefined)[]): Ratio | undefined {
  const known = values.flatMap((value) => value ?? []);
  return known.length > 0 && known.length === values.length ? sumRatios(known) : undefined;
}
