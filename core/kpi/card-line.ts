import type { Exact } from '../amount/exact';
import { ZERO, exactInteger } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { NOTHING, addRatios, divideRatios, multiplyRatios, ratioOf, sumRatios } from '../amount/ratio';
import type { Message } from '../locale/message';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import { nameOf } from '../table/recognise';
import { placeOf } from '../table/table';
import { attainment as attainmentOf } from './attainment';
import type { FoundActual, Holder } from './find-actual';
import { findActual, monthsText, rollupOf } from './find-actual';
import type { Agreed } from './find-target';
import { findAgreed, findWeight } from './find-target';
import type { Indicator } from './indicators';
import type { KpiLedger } from './kpi-ledger';
import type { KpiPeriod } from './kpi-period';
import { kpiPeriodOfMonths } from './kpi-period';
import type { Piece } from './roll-up';
import { rollUp } from './roll-up';
import { fullMarkOf, limited, needsTarget, scoreOf } from './scoring/read-scoring';
import type { Subject } from './scoring/scoring';
import { isScoringFault } from './scoring/scoring';
import { tableOfSource } from './source';
import type { Status } from './status';
import { statusOf, statusOfMark } from './status';
import type { Veto, VetoAction } from './veto';
import { sayVetoAction, vetoHolds } from './veto';

/** One indicator on a card. */
export interface CardLine {
  readonly indicator: Indicator;
  readonly weight: Exact | undefined;
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

/** Scores one indicator for the holder of a card. `actual` is given where it was found otherwise (a team's roll-up). */
export function cardLine(ledger: KpiLedger, indicator: Indicator, holder: Holder, period: KpiPeriod, given?: { actual: FoundActual | undefined; agreed: Agreed }): CardLine {
  const found = given ? given.actual : findActual(ledger, indicator, holder, period);
  const rollup = found?.rollup ?? rollupOf(indicator);
  const { weight, fault } = findWeight(ledger, indicator, holder, period);
  const agreedWhole = given?.agreed ?? findAgreed(ledger, indicator, holder, period, rollup, found?.recordedFor);
  const { actual, agreed, notes, isMissing } = withoutGaps(ledger, indicator, holder, period, found, agreedWhole);
  const faults = [...indicator.faults, ...(fault ? [fault] : []), ...(found?.faults ?? [])];
  const base = { indicator, weight, agreed, notes: [...(found?.notes ?? []), ...notes, ...agreed.notes], label: labelOf(found) };
  if (!found && faults.length === 0) faults.push(...sourceFaults(ledger, indicator));
  if (faults.length > 0) return { ...base, actual, attainment: undefined, score: undefined, state: 'faulty', status: 'grey', veto: undefined, faults };
  if (!found || isMissing || (!actual && found.labels.length === 0)) return missingLine(base);
  return scoredLine(ledger, base, found, actual);
}

/** A source whose table was not given is no missing actual, but a mistake. */
function sourceFaults({ derivable, indicators }: KpiLedger, { source, name, row }: Indicator): Issue[] {
  if (!source) return [];
  const table = tableOfSource(source);
  const isGiven = { orders: derivable.book, tasks: derivable.tasks, pipeline: derivable.deals }[table] !== undefined;
  return isGiven ? [] : [issue('kpi.sourceTable', placeOf(indicators.table, row, 'source'), { kpi: name, table: nameOf(table) })];
}

type LineBase = Pick<CardLine, 'indicator' | 'weight' | 'agreed' | 'notes' | 'label'>;

function labelOf(found: FoundActual | undefined): string {
  return [...new Set(found?.labels.map(({ label }) => label))].filter((label) => label !== '').join(' / ');
}

/** A missing actual is never a 0 by itself: what happens is what Missing says. */
function missingLine(base: LineBase): CardLine {
  const { missing, scoring } = base.indicator;
  const note: Message = { code: `missing.${missing}` };
  const assumed = missing === 'zero' ? NOTHING : ratioOf(fullMarkOf(scoring));
  const score = missing === 'zero' || missing === 'full' ? assumed : undefined;
  return { ...base, notes: [note, ...base.notes], actual: undefined, attainment: undefined, score, state: 'missing', status: 'grey', veto: undefined, faults: [] };
}

function scoredLine(ledger: KpiLedger, base: LineBase, found: FoundActual, actual: Ratio | undefined): CardLine {
  const { indicator, agreed } = base;
  const subject: Subject = { actual, label: base.label, target: agreed.target, baseline: agreed.baseline, stretch: agreed.stretch, better: indicator.better };
  const score = indicator.scoring.way.kind === 'lookup' ? lookupScore(indicator, subject, found) : scoreOf(indicator.scoring, subject);
  const attained = attainedBy(indicator, actual, agreed.target);
  if (isScoringFault(score)) {
    const fault = faultIssue(ledger, base, found, score.fault, score.field, score.params);
    return { ...base, actual, attainment: attained, score: undefined, state: 'faulty', status: 'grey', veto: undefined, faults: [fault] };
  }
  const kept = limited(score, { cap: indicator.cap, floor: indicator.floor ?? ZERO });
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
    state: found.missing.length > 0 ? 'partial' : 'scored',
    status: attained ? statusOf(attained) : statusOfMark(divideRatios(kept, ratioOf(fullMarkOf(indicator.scoring)))),
    veto,
    faults: [],
  };
}

function attainedBy(indicator: Indicator, actual: Ratio | undefined, target: Ratio | undefined): Ratio | undefined {
  if (!actual || !target) return undefined;
  const { way } = indicator.scoring;
  const reached = attainmentOf(actual, target, indicator.better, way.kind === 'ratio' ? way.method : 'ratio');
  return isScoringFault(reached) ? undefined : reached;
}

/** Ratings of several months are scored one by one and rolled up as scores. */
function lookupScore(indicator: Indicator, subject: Subject, found: FoundActual) {
  const labels = found.labels.length > 0 ? found.labels : [{ label: subject.label, months: 1 }];
  const pieces: Piece[] = [];
  for (const { label, months } of labels) {
    const score = scoreOf(indicator.scoring, { ...subject, label });
    if (isScoringFault(score)) return score;
    pieces.push({ value: score, months });
  }
  const rollup = found.rollup === 'sum' || found.rollup === 'ratio' ? 'average' : found.rollup;
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

interface Bridged {
  readonly actual: Ratio | undefined;
  readonly agreed: Agreed;
  readonly notes: readonly Message[];
  readonly isMissing: boolean;
}

/** Months without an actual, by what Missing says: left out on both sides, counted as 0, as on target, or no total. */
function withoutGaps(ledger: KpiLedger, indicator: Indicator, holder: Holder, period: KpiPeriod, found: FoundActual | undefined, agreed: Agreed): Bridged {
  if (!found || found.missing.length === 0) return { actual: found?.value, agreed, notes: [], isMissing: false };
  const note: Message = { code: `gaps.${indicator.missing}`, params: { months: monthsText(found.missing) } };
  const bridged = { agreed, notes: [note], isMissing: indicator.missing === 'blank' };
  const isSum = found.rollup === 'sum';
  const covered = monthsBeside(period, found.missing);
  switch (indicator.missing) {
    case 'blank':
      return { ...bridged, actual: found.value };
    case 'zero': {
      const share = { top: exactInteger(covered.length), bottom: exactInteger(covered.length + found.missing.length) };
      return { ...bridged, actual: found.value && found.rollup === 'average' ? multiplyRatios(found.value, share) : found.value };
    }
    case 'full': {
      const target = isSum ? agreedOver(ledger, indicator, holder, found, found.missing)?.target : undefined;
      if (isSum && !target) return { ...bridged, actual: found.value, isMissing: true };
      return { ...bridged, actual: found.value && target ? addRatios(found.value, target) : found.value };
    }
    case 'exclude': {
      if (!isSum || holder.scope.kind === 'team') return { ...bridged, actual: found.value };
      const restricted = agreedOver(ledger, indicator, holder, found, covered);
      if (!restricted) return { ...bridged, actual: found.value, isMissing: needsTarget(indicator.scoring) };
      return { ...bridged, actual: found.value, agreed: restricted };
    }
  }
}

function monthsBeside({ firstMonth, lastMonth }: KpiPeriod, missing: readonly number[]): number[] {
  return Array.from({ length: lastMonth - firstMonth + 1 }, (_, index) => firstMonth + index).filter((month) => !missing.includes(month));
}

/** What was agreed for some months of a period, run by run; undefined where a run has no target of its own. */
function agreedOver(ledger: KpiLedger, indicator: Indicator, holder: Holder, found: FoundActual, months: readonly number[]): Agreed | undefined {
  const runs: [number, number][] = [];
  for (const month of months) {
    const last = runs[runs.length - 1];
    if (last && last[1] === month - 1) last[1] = month;
    else runs.push([month, month]);
  }
  const parts = runs.map(([first, last]) => findAgreed(ledger, indicator, holder, kpiPeriodOfMonths(first, last, ''), found.rollup, found.recordedFor));
  const [first] = parts;
  if (!first || parts.some(({ target }) => !target)) return undefined;
  const total = (of: (part: Agreed) => Ratio | undefined): Ratio | undefined => {
    const values = parts.flatMap((part) => of(part) ?? []);
    return values.length === parts.length ? sumRatios(values) : undefined;
  };
  return { ...first, target: total(({ target }) => target), baseline: total(({ baseline }) => baseline), stretch: total(({ stretch }) => stretch), notes: parts.flatMap(({ notes }) => notes) };
}
