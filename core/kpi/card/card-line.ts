import type { Exact } from '../../amount/exact';
import { ZERO } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { NOTHING, divideRatios, ratioOf, ratioSign } from '../../amount/ratio';
import type { Message } from '../../locale/message';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { nameOf } from '../../table/recognise';
import { header } from '../../table/schema';
import { placeOf } from '../../table/table';
import type { Asked } from '../figures/asked';
import { attainment as attainmentOf } from '../attainment';
import { missingColumn } from '../derived/derived-actuals';
import type { Figures } from '../figures/figures';
import type { FoundActual } from '../figures/find-actual';
import { monthsText } from '../figures/find-actual';
import type { Agreed } from '../figures/find-target';
import { findWeight } from '../figures/find-weight';
import type { Indicator } from '../indicators';
import type { KpiLedger } from '../kpi-ledger';
import type { Bridged } from '../figures/missing-months';
import { bridgeMonths, withAssumed } from '../figures/missing-months';
import type { Piece } from '../figures/roll-up';
import { rollUp } from '../figures/roll-up';
import { fullMarkOf, limited, scoreOf } from '../scoring/read-scoring';
import type { Subject } from '../scoring/scoring';
import { isScoringFault } from '../scoring/scoring';
import { tableOfSource } from '../source';
import type { Status } from './status';
import { statusOf, statusOfMark } from './status';
import type { Veto, VetoAction } from '../veto';
import { sayVetoAction, vetoHolds } from '../veto';

/** One indicator on a card. */
export interface CardLine {
  readonly indicator: Indicator;
  readonly weight: Exact | undefined;
  /** How many months of the period it counts for. */
  readonly months: number;
  readonly agreed: Agreed;
  readonly actual: Ratio | undefined;
  /** A rating as written, where the actual is one. */
  readonly label: string;
  readonly attainment: Ratio | undefined;
  /** Unrounded. Undefined where there is none: the weight is spread over the rest. */
  readonly score: Ratio | undefined;
  /** Whether the score rests on an actual of the whole period. */
  readonly state: 'scored' | 'partial' | 'missing' | 'faulty';
  readonly status: Status;
  readonly veto: VetoAction | undefined;
  readonly notes: readonly Message[];
  readonly faults: readonly Issue[];
}

/** Scores one indicator for the holder of a card, from what was measured and what was agreed. */
export function cardLine(asked: Asked, figures: Figures): CardLine {
  const { ledger, indicator } = asked;
  const { actual: found } = figures;
  const { weight, fault } = findWeight(asked);
  const bridged = bridgeMonths(indicator, figures);
  const { actual, agreed } = bridged;
  const faults = [...indicator.faults, ...(fault ? [fault] : []), ...(found?.faults ?? [])];
  const base = { indicator, weight, months: asked.months.length, agreed, notes: [...(found?.notes ?? []), ...bridged.notes, ...agreed.notes], label: labelOf(found) };
  if (!found && faults.length === 0) faults.push(...sourceFaults(ledger, indicator));
  if (faults.length > 0) return { ...base, actual, attainment: undefined, score: undefined, state: 'faulty', status: 'grey', veto: undefined, faults };
  if (!found || bridged.isMissing || (!actual && found.labels.length === 0)) return missingLine(base);
  return scoredLine(ledger, base, found, bridged);
}

/** A source whose table was not given, or lacks the column that is measured, is no missing actual, but a mistake. */
function sourceFaults({ derivable, indicators, language }: KpiLedger, { source, name, row }: Indicator): Issue[] {
  if (!source) return [];
  const at = placeOf(indicators.table, row, 'source');
  const table = tableOfSource(source);
  const isGiven = { orders: derivable.book, tasks: derivable.tasks, pipeline: derivable.deals }[table] !== undefined;
  if (!isGiven) return [issue('kpi.sourceTable', at, { kpi: name, table: nameOf(table) })];
  const lacking = missingColumn(derivable, source);
  if (!lacking) return [];
  if (lacking.table === 'receipts') return [issue('kpi.sourceTable', at, { kpi: name, table: nameOf('receipts') })];
  return [issue('kpi.sourceColumn', at, { kpi: name, table: nameOf(lacking.table), column: header(lacking.table, lacking.column, language) })];
}

type LineBase = Pick<CardLine, 'indicator' | 'weight' | 'months' | 'agreed' | 'notes' | 'label'>;

function labelOf(found: FoundActual | undefined): string {
  return [...new Set(found?.labels.map(({ label }) => label))].filter((label) => label !== '').join(' / ');
}

/** A missing actual is never a 0 by itself: what happens is what Missing says. Points on top are simply not there. */
function missingLine(base: LineBase): CardLine {
  const { missing, scoring, isOnTop } = base.indicator;
  const note: Message = isOnTop && missing === 'exclude' ? { code: 'missing.onTop' } : { code: `missing.${missing}` };
  const assumed = missing === 'zero' ? NOTHING : ratioOf(fullMarkOf(scoring));
  const score = missing === 'zero' || missing === 'full' ? assumed : undefined;
  return { ...base, notes: [note, ...base.notes], actual: undefined, attainment: undefined, score, state: 'missing', status: 'grey', veto: undefined, faults: [] };
}

function scoredLine(ledger: KpiLedger, base: LineBase, found: FoundActual, bridged: Bridged): CardLine {
  const { indicator, agreed } = base;
  const { actual } = bridged;
  const months = found.rollup === 'sum' ? Math.max(1, bridged.months) : 1;
  const subject: Subject = { actual, label: base.label, target: agreed.target, baseline: agreed.baseline, stretch: agreed.stretch, better: indicator.better, months, isOnTop: indicator.isOnTop };
  const isLookup = indicator.scoring.way.kind === 'lookup';
  const score = isLookup ? lookupScore(indicator, subject, found, bridged) : scoreOf(indicator.scoring, subject);
  const attained = attainedBy(indicator, actual, agreed.target);
  if (isScoringFault(score)) {
    const fault = faultIssue(ledger, base, found, score.fault, score.field, score.params);
    return { ...base, actual, attainment: attained, score: undefined, state: 'faulty', status: 'grey', veto: undefined, faults: [fault] };
  }
  const full = ratioOf(fullMarkOf(indicator.scoring));
  const limits = { cap: indicator.cap, floor: indicator.floor ?? (indicator.isOnTop ? undefined : ZERO) };
  const kept = isLookup ? limited(score, limits) : withAssumed(limited(score, limits), full, bridged);
  // A rating of any month (or member) can hold it.
  const labels = found.labels.length > 0 ? found.labels.map(({ label }) => label) : [''];
  const holds = (test: Veto): boolean => labels.some((label) => vetoHolds(test, actual, label, attained));
  const veto = indicator.veto && holds(indicator.veto) ? indicator.veto.action : undefined;
  const vetoNote: Message[] = veto ? [{ code: 'note.veto', params: { what: sayVetoAction(veto) } }] : [];
  return {
    ...base,
    notes: [...vetoNote, ...base.notes],
    actual,
    attainment: attained,
    score: veto?.kind === 'zero kpi' ? NOTHING : kept,
    state: found.missing.length > 0 || found.isPartial ? 'partial' : 'scored',
    status: indicator.isOnTop ? statusOfPoints(kept) : statusFor(attained, kept, full),
    veto,
    faults: [],
  };
}

function statusFor(attained: Ratio | undefined, score: Ratio, full: Ratio): Status {
  if (attained) return statusOf(attained);
  return ratioSign(full) > 0 ? statusOfMark(divideRatios(score, full)) : statusOfPoints(score);
}

/** Points on top are good news or bad. */
function statusOfPoints(points: Ratio): Status {
  return ratioSign(points) < 0 ? 'red' : 'green';
}

function attainedBy(indicator: Indicator, actual: Ratio | undefined, target: Ratio | undefined): Ratio | undefined {
  if (!actual || !target) return undefined;
  const { way } = indicator.scoring;
  const reached = attainmentOf(actual, target, indicator.better, way.kind === 'ratio' ? way.method : 'ratio');
  return isScoringFault(reached) ? undefined : reached;
}

/** Ratings of several months are scored one by one and rolled up as scores, with the points of the months that lack one. */
function lookupScore(indicator: Indicator, subject: Subject, found: FoundActual, { assumed }: Bridged) {
  const labels = found.labels.length > 0 ? found.labels : [{ label: subject.label, months: 1 }];
  const pieces: Piece[] = [];
  for (const { label, months } of labels) {
    const score = scoreOf(indicator.scoring, { ...subject, label });
    if (isScoringFault(score)) return score;
    pieces.push({ value: score, months });
  }
  const rollup = found.rollup === 'sum' || found.rollup === 'ratio' ? 'average' : found.rollup;
  if (assumed) pieces.push({ value: assumed.points === 'full' ? ratioOf(fullMarkOf(indicator.scoring)) : NOTHING, months: assumed.months });
  return rollUp(pieces, rollup);
}

function faultIssue(ledger: KpiLedger, base: LineBase, found: FoundActual, code: Issue['code'], field: string, params: Issue['params']): Issue {
  const { indicator, agreed } = base;
  const inKpis = placeOf(ledger.indicators.table, indicator.row, field === 'actual' ? 'scoring' : field);
  const noTarget = field === 'target' && !agreed.target;
  const at = field === 'target' ? (agreed.at ?? inKpis) : inKpis;
  const months = monthsText(agreed.missing);
  if (noTarget && months.length > 0) return issue('kpi.noTargetFor', at, { kpi: indicator.name, months });
  return issue(code, at, { kpi: indicator.name, found: base.label, from: found.from, ...params });
}
