import type { Exact } from '../../amount/exact';
import { ZERO, sum } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { WHOLE, compareRatios, multiplyRatios, ratioOf, sumRatios } from '../../amount/ratio';
import type { Message } from '../../locale/message';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { placeOf } from '../../table/table';
import type { ActualRow } from '../actuals';
import { teamsNamed } from '../applies-to';
import type { Asked } from './asked';
import { monthsByTeam, partOfFigure } from './asked';
import { EVERYONE } from '../check-names';
import { derivedFigure } from './derived-figure';
import type { Indicator } from '../indicators';
import type { KpiLedger } from '../kpi-ledger';
import { monthText } from '../kpi-period';
import type { Piece } from './roll-up';
import { rollUp } from './roll-up';
import { SOURCES, isRateSource } from '../source';
import type { CountedRow } from '../spans';
import { coverCounted } from '../spans';
import { targetKey } from '../targets';
import type { Rollup } from '../words';

/** Under whose name a figure stands in the tables, for which months. */
export interface Recorded {
  readonly name: string;
  readonly months: readonly number[];
}

/** What a rate of some months was measured on, by which their targets weigh. */
export interface RateWeight {
  readonly first: number;
  readonly last: number;
  readonly weight: Exact;
}

/** Months that score no points, or full marks, beside those that were measured. */
export interface Assumed {
  readonly months: number;
  readonly measured: number;
  readonly points: 'none' | 'full';
}

/** What was counted, of how many. */
export interface Share {
  readonly numerator: Exact;
  readonly denominator: Exact;
}

/** An actual as it was found: the value or the label, for which months, and where it comes from. */
export interface FoundActual {
  readonly value: Ratio | undefined;
  /** Ratings as written, a piece each; one for a typed number too. */
  readonly labels: readonly { readonly label: string; readonly months: number }[];
  readonly rollup: Rollup;
  readonly from: 'typed' | 'derived';
  /** Whose record it is, where it is not the holder's own: a team's, or everyone's. */
  readonly recorded: readonly Recorded[];
  /** Months that count and have no actual. */
  readonly missing: readonly number[];
  /** Months in which there was nothing to measure: they count on neither side, and nothing is missing. */
  readonly idle: readonly number[];
  /** Whether a figure is missing in it that has been dealt with already. */
  readonly isPartial: boolean;
  /** Of a team: what Missing says of its people's months, where it is points. */
  readonly assumed: Assumed | undefined;
  /** Of ratios, where it is known: what was counted, of how many. */
  readonly of: Share | undefined;
  readonly weights: readonly RateWeight[] | undefined;
  readonly notes: readonly Message[];
  readonly faults: readonly Issue[];
}

/** Finds an indicator's actual: typed for the holder, else derived, else recorded for the team or for everyone. */
export function findActual(asked: Asked): FoundActual | undefined {
  const own = ownActual(asked);
  if (own) return own;
  return asked.holder.scope.kind === 'person' ? sharedActual(asked) : undefined;
}

/** Typed for the holder, else computed. */
export function ownActual(asked: Asked): FoundActual | undefined {
  return typedFor(asked) ?? derivedFigure(asked, rollupOf(asked.indicator));
}

/** The actual typed under one of the holder's own names. */
export function typedFor(asked: Asked): FoundActual | undefined {
  for (const name of asked.holder.names) {
    const found = typedActual(asked, [{ name, months: asked.months }]);
    if (found) return found;
  }
  return undefined;
}

/**
 * A rate kept for a team holds for its members. An amount kept for a team stands on their cards only where no person
 * has a figure or a target of their own: else a team's total would be one person's.
 */
function isShared({ ledger, indicator, holder }: Asked): boolean {
  if (isRate(indicator)) return true;
  const hasTarget = holder.names.some((name) => ledger.targets?.byKey.get(targetKey(name, indicator.name))?.rows.some(({ target }) => target !== undefined));
  return !hasTarget && !ledger.personalKpis.has(indicator.key);
}

/** The figure of a department that shares an indicator (of a mover, that of each team for the months with it), or the one figure for everyone. */
export function sharedActual(asked: Asked): FoundActual | undefined {
  if (!isShared(asked)) return undefined;
  for (const recorded of sharers(asked)) {
    const found = typedActual(asked, recorded);
    if (!found) continue;
    const note: Message = recorded.some(({ name }) => name === EVERYONE) ? { code: 'note.recordedForAll' } : { code: 'note.recordedFor', params: { who: recorded.map(({ name }) => name) } };
    return { ...found, recorded, notes: [note, ...found.notes] };
  }
  return undefined;
}

function sharers({ ledger, indicator, holder, months }: Asked): Recorded[][] {
  const teams = holder.scope.kind === 'person' ? monthsByTeam(ledger, holder.scope.person, months).map(({ team, months: own }) => ({ name: team, months: own })) : [];
  const others = [...(holder.scope.kind === 'team' ? [holder.team] : []), ...teamsNamed(indicator.appliesTo), EVERYONE];
  return [...(teams.length > 0 ? [teams] : []), ...others.filter((name) => name !== '').map((name) => [{ name, months }])];
}

function typedActual(asked: Asked, recorded: readonly Recorded[]): FoundActual | undefined {
  const { ledger, indicator, period } = asked;
  if (!ledger.actuals) return undefined;
  const byKey = ledger.actuals.byKey;
  const covers = recorded.map(({ name, months }) => coverCounted(byKey.get(targetKey(name, indicator.name)), period, months));
  const pieces = covers.flatMap((cover) => cover.pieces);
  if (pieces.length === 0) return undefined;
  pieces.sort((a, b) => a.row.first - b.row.first);
  const rows = pieces.map(({ row }) => row);
  const rollup = rollupOf(indicator, rows);
  const { value, faults } = typedValue(asked, pieces, rollup);
  const covered = new Set(recorded.flatMap(({ months }) => months));
  const missing = [...covers.flatMap((cover) => cover.missing), ...asked.months.filter((month) => !covered.has(month))].sort((a, b) => a - b);
  return {
    value,
    labels: pieces.map(({ row, months }) => ({ label: row.label, months: months.length })),
    rollup,
    from: 'typed',
    recorded: [],
    missing,
    idle: [],
    isPartial: false,
    assumed: undefined,
    of: shareOfRows(rows),
    weights: weightsOf(rows),
    notes: typedNotes(indicator, rows, rollup),
    faults,
  };
}

function shareOfRows(rows: readonly ActualRow[]): Share | undefined {
  const parts = rows.flatMap(({ numerator, denominator }) => (numerator && denominator ? [{ numerator, denominator }] : []));
  return parts.length === rows.length ? sharesTogether(parts) : undefined;
}

export function sharesTogether(parts: readonly Share[]): Share {
  return { numerator: sum(parts.map(({ numerator }) => numerator)), denominator: sum(parts.map(({ denominator }) => denominator)) };
}

function weightsOf(rows: readonly ActualRow[]): RateWeight[] | undefined {
  const weights = rows.flatMap(({ first, last, denominator }) => (denominator ? [{ first, last, weight: denominator }] : []));
  return weights.length === rows.length ? weights : undefined;
}

/** The roll-up as written; else ratio where numerator and denominator were given, average for percentages, else sum. */
export function rollupOf(indicator: Indicator, pieces: readonly ActualRow[] = []): Rollup {
  if (indicator.rollup) return indicator.rollup;
  if (pieces.length > 0 && pieces.every(({ denominator }) => denominator !== undefined)) return 'ratio';
  if (indicator.source && pieces.length === 0) return SOURCES[indicator.source].rollup;
  if (indicator.scoring.way.kind === 'lookup') return 'average';
  return isRate(indicator) ? 'average' : 'sum';
}

/** How an indicator is rolled up before any one figure is looked at. */
export function usualRollup({ ratioKpis }: Pick<KpiLedger, 'ratioKpis'>, indicator: Indicator): Rollup {
  return !indicator.rollup && ratioKpis.has(indicator.key) ? 'ratio' : rollupOf(indicator);
}

/** Percentages are rates: they are averaged, and never prorated. */
export function isRate({ unit, source }: Indicator): boolean {
  return /[%％]|率/.test(unit) || (source !== undefined && isRateSource(source));
}

function typedValue(asked: Asked, pieces: readonly CountedRow<ActualRow>[], rollup: Rollup): { value: Ratio | undefined; faults: Issue[] } {
  const { ledger, indicator } = asked;
  const table = ledger.actuals?.table;
  const isLookup = indicator.scoring.way.kind === 'lookup';
  const parts: Piece[] = [];
  const faults: Issue[] = [];
  for (const piece of pieces) {
    const part = pieceOf(asked, piece, rollup);
    if (part) parts.push(part);
    else if (!isLookup && table) faults.push(issue('kpi.actualNotNumber', placeOf(table, piece.row.row, piece.row.field), { found: piece.row.label }));
  }
  const unsplit = pieces.find(({ row }) => row.denominator === undefined)?.row;
  if (rollup === 'ratio' && pieces.length > 1 && unsplit && table && !isLookup) faults.push(issue('kpi.ratioParts', placeOf(table, unsplit.row, 'denominator'), { kpi: indicator.name }));
  const value = parts.length === pieces.length && faults.length === 0 ? rollUp(parts, rollup) : undefined;
  return { value, faults };
}

/** A typed row as a piece of the whole. Of a mover's sums, only the days with the team belong to it. */
export function pieceOf(asked: Asked, { row, months }: CountedRow<ActualRow>, rollup: Rollup): Piece | undefined {
  const share = row.denominator && { top: row.numerator ?? ZERO, bottom: row.denominator };
  const typed = row.value && ratioOf(row.value);
  const value = rollup === 'ratio' ? (share ?? typed) : (typed ?? share);
  if (!value) return undefined;
  const part = rollup === 'sum' ? partOfRow(asked, row, months) : WHOLE;
  const own = compareRatios(part, WHOLE) === 0 ? value : multiplyRatios(value, part);
  return { value: own, months: months.length, numerator: row.numerator, denominator: row.denominator };
}

function partOfRow(asked: Asked, row: ActualRow, months: readonly number[]): Ratio {
  if (asked.within === undefined) return WHOLE;
  const parts = months.map((month) => partOfFigure(asked, month));
  const whole = row.last - row.first + 1;
  return multiplyRatios(sumRatios(parts), { top: WHOLE.top, bottom: { units: whole, scale: 0 } });
}

function typedNotes(indicator: Indicator, pieces: readonly ActualRow[], rollup: Rollup): Message[] {
  const rolled: Message[] = pieces.length > 1 ? [{ code: `rollup.${rollup}`, params: { count: pieces.length } }] : [];
  const source: Message[] = indicator.source ? [{ code: 'note.typed' }] : [];
  const written = [...new Set(pieces.map(({ note }) => note).filter((note) => note !== ''))].map((note): Message => ({ code: 'note.text', params: { text: note } }));
  return [...source, ...rolled, ...written];
}

/** The months named in a list: `2026-01, 2026-02`. */
export function monthsText(months: readonly number[]): string[] {
  return months.map(monthText);
}
