import type { Exact } from '../../amount/exact';
import type { Ratio } from '../../amount/ratio';
import { NOTHING, WHOLE, addRatios, compareRatios, divideRatios, multiplyRatios, ratioOf, roundRatio, timesExact } from '../../amount/ratio';
import { exactToPercent } from '../../amount/text';
import type { Message } from '../../locale/message';
import type { Place } from '../../table/issue';
import { placeOf } from '../../table/table';
import type { Asked } from './asked';
import { shareOfTarget } from './asked';
import { EVERYONE } from '../check-names';
import type { FoundActual, Recorded } from './find-actual';
import { daysOfMonth, monthText } from '../kpi-period';
import { rollUp } from './roll-up';
import { coverCounted } from '../spans';
import { changeNotes } from './target-changes';
import type { TargetRow } from '../targets';
import { alwaysRow, targetKey } from '../targets';
import { weighTargets } from './weigh-targets';
import type { Rollup } from '../words';

/** What was agreed for an indicator over a period, rolled up and prorated. */
export interface Agreed {
  readonly target: Ratio | undefined;
  readonly baseline: Ratio | undefined;
  readonly stretch: Ratio | undefined;
  readonly notes: readonly Message[];
  /** Where the target stands, to point at it. */
  readonly at: Place | undefined;
  /** Months for which nothing was agreed, though other months have a target. */
  readonly missing: readonly number[];
  /** Whether a row for several months was needed of which only some count. */
  readonly isSplit: boolean;
}

export const NOTHING_AGREED: Agreed = { target: undefined, baseline: undefined, stretch: undefined, notes: [], at: undefined, missing: [], isSplit: false };

/** What an actual says about how its target is found: by which roll-up, under whose name, weighed on what. */
export type ActualBasis = Pick<FoundActual, 'rollup' | 'recorded' | 'weights'>;

/** A figure agreed for some months in a row, and the months of it that count. */
export interface AgreedPiece {
  readonly figures: Pick<TargetRow, 'target' | 'baseline' | 'stretch'>;
  readonly first: number;
  readonly last: number;
  readonly months: readonly number[];
  readonly row: TargetRow | undefined;
}

/** The agreed figures of a holder: own rows, then those of the record the actual was found under, then `*`, then the KPI's defaults. */
export function findAgreed(asked: Asked, basis: ActualBasis): Agreed {
  const { ledger, indicator, holder, months } = asked;
  const all = (name: string): Recorded[] => [{ name, months }];
  const candidates = [...holder.names.map(all), ...(basis.recorded.length > 0 ? [[...basis.recorded]] : []), all(EVERYONE)];
  let gaps: readonly number[] = [];
  for (const recorded of candidates) {
    const { pieces, missing } = piecesOf(asked, recorded);
    if (pieces.length > 0 && missing.length === 0) return combined(asked, basis, pieces, targetNotes(asked, recorded, pieces));
    if (pieces.length > 0 && gaps.length === 0) gaps = missing;
  }
  if (gaps.length > 0) return { ...NOTHING_AGREED, missing: gaps };
  if (!indicator.target && !indicator.baseline) return NOTHING_AGREED;
  const figures = { target: indicator.target, baseline: indicator.baseline, stretch: undefined };
  const pieces = months.map((month): AgreedPiece => ({ figures, first: month, last: month, months: [month], row: undefined }));
  const agreed = combined(asked, basis, pieces, [{ code: months.length === 1 ? 'note.defaultTarget' : 'note.defaultTargets' }]);
  return { ...agreed, at: placeOf(ledger.indicators.table, indicator.row, 'target') };
}

/** The rows under some names that cover the months; a row without a Period stands in for the months without one of their own. */
function piecesOf({ ledger, indicator, period }: Asked, recorded: readonly Recorded[]): { pieces: AgreedPiece[]; missing: number[] } {
  const pieces: AgreedPiece[] = [];
  const missing: number[] = [];
  for (const { name, months } of recorded) {
    const spans = ledger.targets?.byKey.get(targetKey(name, indicator.name));
    const cover = coverCounted(spans, period, months, ({ target }) => target !== undefined);
    const always = spans && alwaysRow(spans, period.last);
    for (const { row, months: counted } of cover.pieces) pieces.push({ figures: row, first: row.first, last: row.last, months: counted, row });
    if (always) for (const month of cover.missing) pieces.push({ figures: always, first: month, last: month, months: [month], row: always });
    else missing.push(...cover.missing);
  }
  return { pieces: pieces.sort((a, b) => a.first - b.first), missing };
}

/** One figure of the pieces, by the roll-up of the actual: sums are prorated for joiners and leavers, rates never are. */
function combined(asked: Asked, basis: ActualBasis, pieces: readonly AgreedPiece[], notes: readonly Message[]): Agreed {
  const { ledger, indicator } = asked;
  const { rollup } = basis;
  const shares = pieces.map((piece) => (rollup === 'sum' ? shareOfPiece(asked, piece) : WHOLE));
  const weighed = weighTargets(basis, pieces);
  const of = (pick: (figures: AgreedPiece['figures']) => Exact | undefined): Ratio | undefined => {
    const values = pieces.flatMap(({ figures }) => pick(figures) ?? []);
    if (values.length < pieces.length) return undefined;
    const parts = pieces.map(({ months }, index) => ({ value: timesExact(shares[index] ?? WHOLE, values[index] ?? { units: 0, scale: 0 }), months: months.length }));
    return weighed.weights && rollup === 'ratio' ? weightedMean(parts.map(({ value }) => value), weighed.weights) : rollUp(parts, rollup);
  };
  const [first] = pieces;
  return {
    target: of(({ target }) => target),
    baseline: of(({ baseline }) => baseline) ?? defaultBaseline(asked, rollup),
    stretch: of(({ stretch }) => stretch),
    notes: [...notes, ...prorationNotes(pieces, shares), ...weighed.notes],
    at: first?.row && ledger.targets ? placeOf(ledger.targets.table, first.row.row, first.row.field) : placeOf(ledger.indicators.table, indicator.row, 'target'),
    missing: [],
    isSplit: pieces.some(({ first: from, last, months }) => months.length < last - from + 1),
  };
}

function weightedMean(values: readonly Ratio[], weights: readonly Exact[]): Ratio {
  const parts = values.map((value, index) => timesExact(value, weights[index] ?? { units: 0, scale: 0 }));
  return divideRatios(parts.reduce(addRatios, NOTHING), weights.map(ratioOf).reduce(addRatios, NOTHING));
}

/** The part of a piece's figure that the holder carries: its months' shares, weighted by their days. */
function shareOfPiece(asked: Asked, { first, last, months }: AgreedPiece): Ratio {
  if (first === last) return shareOfTarget(asked, first);
  let [top, days] = [NOTHING, NOTHING];
  for (let month = first; month <= last; month += 1) {
    const length = daysOfMonth(month, asked.ledger.calendar);
    if (months.includes(month)) top = addRatios(top, timesExact(shareOfTarget(asked, month), length));
    days = addRatios(days, ratioOf(length));
  }
  return divideRatios(top, days);
}

/** The KPI's own baseline holds for each month: a sum adds up over them, anything else stays what it is. */
function defaultBaseline(asked: Asked, rollup: Rollup): Ratio | undefined {
  const { baseline } = asked.indicator;
  if (!baseline || rollup !== 'sum') return baseline && ratioOf(baseline);
  return asked.months.map((month) => multiplyRatios(ratioOf(baseline), shareOfTarget(asked, month))).reduce(addRatios, NOTHING);
}

function prorationNotes(pieces: readonly AgreedPiece[], shares: readonly Ratio[]): Message[] {
  return pieces.flatMap(({ first, last }, index): Message[] => {
    const share = shares[index] ?? WHOLE;
    if (compareRatios(share, WHOLE) === 0) return [];
    const months = first === last ? monthText(first) : `${monthText(first)}…${monthText(last)}`;
    return [{ code: 'note.prorated', params: { months, share: exactToPercent(roundRatio(share, 4)) } }];
  });
}

function targetNotes({ ledger, indicator }: Asked, recorded: readonly Recorded[], pieces: readonly AgreedPiece[]): Message[] {
  return recorded.flatMap(({ name }) => {
    const spans = ledger.targets?.byKey.get(targetKey(name, indicator.name));
    const rows = [...new Set(pieces.flatMap(({ row }) => (row && spans?.rows.includes(row) ? [row] : [])))];
    return spans ? changeNotes(spans, rows) : [];
  });
}
