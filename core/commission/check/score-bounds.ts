import type { Exact } from '../../amount/exact';
import { ONE, ZERO, compare, exactInteger, larger, multiply, sign } from '../../amount/exact';
import { exactToDisplay } from '../../amount/text';
import { isLower } from '../../rules/bound';
import { nearPhrase } from '../../rules/read-value';
import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { nearestOf } from '../../table/nearest';
import { isNumberFault, readNumber } from '../../table/number-cell';
import { cellAt, columnNumber, textColumn } from '../../table/table';
import { rulePlace } from '../rule-place';
import { hasScoreColumn } from '../scores';
import type { CheckContext, CheckedPart } from './context';

/** Gates and factors by score whose bound is on another scale than the scores, and gates on a KPI that is nowhere. */
export function checkScoreBounds(context: CheckContext): Issue[] {
  return context.parts.flatMap((one) => [...bounds(one).flatMap((bound) => offScale(context, one, bound)), ...unknownKpis(context, one)]);
}

interface Bound {
  readonly row: number;
  readonly column: string;
  readonly least: Exact;
  readonly word: 'gate' | 'factor';
}

function bounds({ part: { rules } }: CheckedPart): Bound[] {
  const gates = rules.gate.flatMap(({ on, least, row }): Bound[] => (on.kind === 'score' || on.kind === 'kpi' ? [{ row, least, column: on.kind === 'kpi' ? on.kpi : 'score', word: 'gate' }] : []));
  const factors = rules.factor.flatMap(({ conditions, row }) => conditions.flatMap(({ column, test }): Bound[] => (test.kind === 'bound' && isLower(test) ? [{ row, least: test.bound, column, word: 'factor' }] : [])));
  return [...gates, ...factors];
}

/** 0.6 where people score 85, or 60 where they score 0.85. */
function offScale({ ledger }: CheckContext, { plan, isLive }: CheckedPart, { row, column, least, word }: Bound): Issue[] {
  const { scores } = ledger;
  const isScore = ['score', '得分', '总分'].includes(matchKey(column)) || hasScoreColumn(scores, column);
  if (!isScore || sign(least) <= 0) return [];
  const highest = scores && highestIn(scores.table, column);
  if (scores && !highest) return [];
  const isLow = compare(least, ONE) <= 0 && (!highest || compare(highest, exactInteger(10)) > 0);
  const isHigh = highest !== undefined && compare(least, exactInteger(10)) >= 0 && compare(highest, exactInteger(2)) <= 0;
  if (!isLow && !isHigh) return [];
  const meant = isLow ? multiply(least, exactInteger(100)) : { units: least.units, scale: least.scale + 2 };
  const params = { plan: plan.name, rule: { code: `rule.${word}` } as const, bound: exactToDisplay(least), meant: exactToDisplay(meant), highest: highest ? exactToDisplay(highest) : '100' };
  return [issue(isLow ? 'check.scoreBoundLow' : 'check.scoreBoundHigh', rulePlace(ledger, row), params, isLive ? 'warning' : 'note')];
}

function highestIn(table: Parameters<typeof cellAt>[0], column: string): Exact | undefined {
  if (columnNumber(table, column) === undefined) return undefined;
  let highest = ZERO;
  for (let row = 0; row < table.length; row += 1) {
    const reading = readNumber(cellAt(table, row, column));
    if (reading !== 'blank' && !isNumberFault(reading)) highest = larger(highest, reading);
  }
  return sign(highest) > 0 ? highest : undefined;
}

/** KPIs of gates and tiers that neither KPIs, Targets nor Scores know. */
function unknownKpis({ ledger }: CheckContext, { plan, part: { rules }, isLive }: CheckedPart): Issue[] {
  const kpis = ledger.tables.get('kpis');
  const known = [...(kpis ? textColumn(kpis, 'kpi').values.slice(1) : []), ...(ledger.targets?.kpis ?? []), ...(ledger.scores?.table.headers ?? [])];
  const gates = rules.gate.flatMap(({ on, row }) => (on.kind === 'kpi' ? [{ kpi: on.kpi, row, word: 'gate' as const }] : []));
  const tiers = rules.tierOn.flatMap(({ kpi, on, row }) => (on === 'attainment' && kpi !== '' ? [{ kpi, row, word: 'tierOn' as const }] : []));
  if (known.length === 0) return [];
  return [...gates, ...tiers].flatMap(({ kpi, row, word }): Issue[] => {
    if (known.some((name) => matchKey(name) === matchKey(kpi))) return [];
    return [issue('check.unknownKpi', rulePlace(ledger, row), { plan: plan.name, rule: { code: `rule.${word}` }, found: kpi, nearest: nearPhrase(nearestOf(kpi, known)) }, isLive ? 'warning' : 'note')];
  });
}
