import type { Exact } from '../../amount/exact';
import { ZERO } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { ratioOf, roundRatio } from '../../amount/ratio';
import type { Indicator } from '../../kpi/indicators';
import { readIndicators } from '../../kpi/indicators';
import { isMissingActual } from '../../kpi/actuals';
import { readKpiPeriod } from '../../kpi/kpi-period';
import type { Scoring } from '../../kpi/scoring/read-scoring';
import { limited, readScoring, scoreOf } from '../../kpi/scoring/read-scoring';
import type { Better, ScoringFault } from '../../kpi/scoring/scoring';
import { isScoringFault } from '../../kpi/scoring/scoring';
import { readBetter } from '../../kpi/words';
import { vetoHolds } from '../../kpi/veto';
import { nearPhrase } from '../../rules/read-value';
import type { Cell } from '../../table/cell';
import { isBlank, isErrorCell, matchKey, plainText, quoteCell } from '../../table/cell';
import type { Result } from '../../table/issue';
import { fail, issue, succeed } from '../../table/issue';
import { nearestOf } from '../../table/nearest';
import { isNumberFault, readNumber } from '../../table/number-cell';
import { recogniseTables } from '../../table/recognise';
import type { Argument, FunctionEntry } from '../function-entry';
import { isOmitted, isRange, numberOf, overRanges, scalarCell, textArgument, toRange } from '../read-arguments';
import { KPIS } from './kpi-tables';

/** How an indicator is scored: from a text, or from its row of the KPIs table. */
interface Way {
  readonly scoring: Scoring;
  readonly better: Better;
  readonly indicator: Indicator | undefined;
}

/** The score of one indicator, unrounded. */
export const kpiscore: FunctionEntry = {
  name: 'KPISCORE',
  purpose: { en: 'The score of one indicator, unrounded.', zh: '单项指标得分（不取整）。' },
  parameters: [
    { name: 'actual', kind: 'number', shaped: true, help: { en: 'The actual: a number or a rating; a range gives a range. A blank or “-” is a missing actual, not a 0.', zh: '实际值（数字或评级），给区域则返回区域；空白或“-”表示没有实际值，不是 0。' } },
    { name: 'target', kind: 'number', optional: true, shaped: true, help: { en: 'The target. Without one only scorings with points of their own work.', zh: '目标值；不填时只能用自带分段的计分方法。' } },
    { name: 'scoring', kind: 'range', optional: true, help: { en: 'A scoring text such as "ratio", "linear 80%:0 100%:100", "per 1% 2 from 85% full 60", "good:100 poor:50"; or the KPIs table.', zh: '计分方法，如 "比率"、"折线 80%:0 100%:100"、"每 1% 扣 2 从 85% 满分 60"、"优:100 差:50"；或指标表。' } },
    { name: 'kpi', kind: 'text', optional: true, help: { en: 'With the KPIs table: the indicator’s name.', zh: '用指标表时填指标名称。' } },
    { name: 'better', kind: 'text', optional: true, help: { en: 'higher (default) or lower.', zh: '越高越好（默认）或越低越好。' } },
    { name: 'period', kind: 'period', optional: true, help: { en: 'With the KPIs table, if the indicator has versions.', zh: '指标表中该指标有多个版本时填写。' } },
  ],
  result: { en: 'The score, full marks being 100 unless the scoring says otherwise.', zh: '得分；除计分方法另有规定，满分为 100。' },
  examples: [
    { args: [85, 100], result: 85 },
    { args: [8.2, 7.5, 'ratio', null, 'lower'], result: 90.66666666666667 },
    { args: [15, null, 'linear 10:60 20:80'], result: 70 },
    { args: [0.9214, 1.25, 'per 1% 2 from 85% full 60 zero below 55%'], result: 37.424 },
    { args: ['良', null, '优:100 良:85 中:70 差:50'], result: 85 },
    { args: [[[28], [31], ['-']], null, 'step 0:15 25:10 30:0', null, 'lower'], result: [[10], [0], ['']] },
    { args: [3, null, KPIS, 'Complaints'], result: 70, note: { en: 'three complaints, ten points each', zh: '三次投诉，每次扣十分' } },
  ],
  evaluate: ([actual, target, scoring, kpi, better, period]) => {
    if (isOmitted(actual)) return fail(issue('argument.missing', undefined, { name: 'actual' }));
    const way = wayOf(scoring, kpi, better, period);
    if (!way.ok) return way;
    return overRanges([actual, isOmitted(target) ? null : target], ['actual', 'target'], ([own, goal]) => scoreCell(way.value, own, goal));
  },
};

function scoreCell(way: Way, actual: Cell, target: Cell): Result<Exact | string> {
  if (isErrorCell(actual)) return fail(issue('cell.error', undefined, { found: quoteCell(actual) }));
  if (isMissingActual(actual)) return succeed('');
  const goal = isBlank(target) ? succeed(undefined) : numberOf(target, 'target');
  if (!goal.ok) return goal;
  const { indicator, scoring, better } = way;
  const reading = readNumber(actual);
  const value = reading === 'blank' || isNumberFault(reading) ? undefined : ratioOf(reading);
  const agreed = (number: Exact | undefined): Ratio | undefined => number && ratioOf(number);
  const label = plainText(String(actual));
  const score = scoreOf(scoring, { actual: value, label, target: agreed(goal.value ?? indicator?.target), baseline: agreed(indicator?.baseline), stretch: undefined, better, months: 1, isOnTop: indicator?.isOnTop === true });
  if (isScoringFault(score)) return faultOf(score, quoteCell(actual), indicator?.name ?? '');
  const kept = indicator ? limited(score, { cap: indicator.cap, floor: indicator.floor ?? (indicator.isOnTop ? undefined : ZERO) }) : score;
  const isVetoed = indicator?.veto?.action.kind === 'zero kpi' && vetoHolds(indicator.veto, value, label, undefined);
  return succeed(isVetoed ? ZERO : roundRatio(kept, 25));
}

export function faultOf(fault: ScoringFault, found = '', kpi = ''): Result<never> {
  return fail(issue(fault.fault, undefined, { found, kpi, ...fault.params }));
}

function wayOf(scoring: Argument, kpi: Argument, better: Argument, period: Argument): Result<Way> {
  const direction = textArgument(better, 'better');
  if (!direction.ok) return direction;
  const side = readBetter(direction.value);
  if (typeof side !== 'string') return faultOf(side);
  if (isRange(scoring) && !isOmitted(scoring) && toRange(scoring).some((row, _, rows) => row.length > 1 || rows.length > 1)) return fromTable(scoring, kpi, direction.value === '' ? undefined : side, period);
  const text = textArgument(scoring, 'scoring');
  if (!text.ok) return text;
  const read = readScoring(text.value);
  return isScoringFault(read) ? faultOf(read) : succeed({ scoring: read, better: side, indicator: undefined });
}

/** The row of the KPIs table that holds for an indicator: the latest Effective on or before the period's first day. */
function fromTable(range: Argument, kpi: Argument, better: Better | undefined, period: Argument): Result<Way> {
  const name = textArgument(kpi, 'kpi');
  if (!name.ok) return name;
  const tables = recogniseTables([{ cells: toRange(range) }]);
  const table = tables.byKind.get('kpis');
  if (!table) return fail(...(tables.issues.length > 0 ? tables.issues : [issue('need.table', undefined, { table: { code: 'table.kpis' }, known: { code: 'word.none' } })]));
  if (name.value === '') return fail(issue('argument.missing', undefined, { name: 'kpi' }));
  const { all } = readIndicators(table);
  const rows = all.filter(({ key }) => key === matchKey(name.value));
  if (rows.length === 0) return fail(issue('kpi.unknown', undefined, { found: name.value, nearest: nearPhrase(nearestOf(name.value, all.map((one) => one.name))) }));
  const inForce = versionsFor(rows, period);
  if (!inForce.ok) return inForce;
  const [indicator, other] = inForce.value;
  if (!indicator) return fail(issue('kpi.none', undefined, { who: name.value, period: quoteCell(period as Cell) }));
  if (other) return fail(issue('kpi.twice', undefined, { kpi: name.value, first: table.rowNumbers[indicator.row] ?? 0 }));
  if (indicator.faults.length > 0) return fail(...indicator.faults);
  return succeed({ scoring: indicator.scoring, better: better ?? indicator.better, indicator });
}

function versionsFor(rows: readonly Indicator[], period: Argument): Result<Indicator[]> {
  let known: readonly Indicator[] = rows;
  if (!isOmitted(period)) {
    const cell = scalarCell(period, 'period');
    if (!cell.ok) return cell;
    const read = readKpiPeriod(cell.value);
    if (!read.ok) return read;
    known = rows.filter(({ effective }) => effective === undefined || effective <= read.value.first);
  } else if (new Set(rows.map(({ effective }) => effective)).size > 1) {
    return fail(issue('period.missing', undefined));
  }
  const latest = Math.max(...known.map(({ effective }) => effective ?? -Infinity));
  const inForce = known.filter(({ effective }) => (effective ?? -Infinity) === latest);
  const [first] = inForce;
  return succeed(inForce.filter((row, index) => index === 0 || !first || !sameScoring(row, first)));
}

/** Rows for different people may share one scoring. */
function sameScoring(a: Indicator, b: Indicator): boolean {
  return a.scoring === b.scoring && a.better === b.better && JSON.stringify([a.cap, a.floor, a.target, a.veto], plainUnits) === JSON.stringify([b.cap, b.floor, b.target, b.veto], plainUnits);
}

function plainUnits(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
