import { exactInteger } from '../../amount/exact';
import { ratioOf, ratioToDisplay } from '../../amount/ratio';
import type { Ratio } from '../../amount/ratio';
import type { Message } from '../../locale/message';
import type { Asked } from './asked';
import { derivedActual } from '../derived/derived-actuals';
import type { Measured } from '../derived/measured';
import type { FoundActual, RateWeight } from './find-actual';
import { runsOf } from '../kpi-period';
import type { Piece } from './roll-up';
import { rollUp } from './roll-up';
import type { Source } from '../source';
import { addsUpByMonth } from '../source';
import type { Rollup } from '../words';

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly measured: Measured;
}

/**
 * An actual computed from the indicator's source: sums and ratios over the months that count at once (run by run,
 * where others lie between), averages, last, highest and lowest month by month. Undefined where it has no source, or
 * its table lacks what it is measured on.
 */
export function derivedFigure(asked: Asked, rollup: Rollup): FoundActual | undefined {
  const { source } = asked.indicator;
  if (!source) return undefined;
  const isWhole = rollup === 'sum' || rollup === 'ratio';
  const spans = isWhole ? runsOf(asked.months) : asked.months.map((month) => [month, month] as const);
  const stretches = spans.flatMap(([first, last]) => stretchOf(asked, source, first, last));
  if (stretches.length < spans.length || stretches.length === 0) return undefined;
  const faults = stretches.flatMap(({ measured }) => measured.faults);
  const known = stretches.filter(({ measured }) => measured.value);
  const value = known.length === 0 || faults.length > 0 ? undefined : valueOf(known, rollup);
  return {
    value,
    labels: [],
    rollup,
    from: 'derived',
    recorded: [],
    missing: [],
    idle: known.length === 0 ? [] : stretches.filter(({ measured }) => !measured.value).flatMap(({ first, last }) => asked.months.filter((month) => month >= first && month <= last)),
    isPartial: false,
    assumed: undefined,
    of: stretches.length === 1 ? stretches[0]?.measured.of : undefined,
    weights: rollup === 'ratio' && asked.months.length > 1 ? weightsByMonth(asked, source) : undefined,
    notes: [{ code: 'note.derived', params: { source: { code: `source.${source}` } } }, ...shareNote(stretches), ...notesOf(stretches)],
    faults,
  };
}

function stretchOf({ ledger, indicator, holder }: Asked, source: Source, first: number, last: number): Stretch[] {
  const measured = derivedActual(ledger.derivable, { source, unit: indicator.unit, scope: holder.scope, firstMonth: first, lastMonth: last });
  return measured ? [{ first, last, measured }] : [];
}

function valueOf(stretches: readonly Stretch[], rollup: Rollup): Ratio {
  const pieces = stretches.flatMap(({ first, last, measured }): Piece[] => (measured.value ? [{ value: measured.value, months: last - first + 1, ...measured.of }] : []));
  return rollUp(pieces, rollup);
}

/** What a share was counted on in each month, where that adds up over months. */
function weightsByMonth(asked: Asked, source: Source): RateWeight[] | undefined {
  if (!addsUpByMonth(source)) return undefined;
  return asked.months.flatMap((month) => {
    const [stretch] = stretchOf(asked, source, month, month);
    const weight = stretch?.measured.of?.denominator ?? exactInteger(0);
    return [{ first: month, last: month, weight }];
  });
}

function shareNote(stretches: readonly Stretch[]): Message[] {
  const of = stretches.length === 1 ? stretches[0]?.measured.of : undefined;
  return of ? [{ code: 'note.share', params: { top: ratioToDisplay(ratioOf(of.numerator)), bottom: ratioToDisplay(ratioOf(of.denominator)) } }] : [];
}

function notesOf(stretches: readonly Stretch[]): Message[] {
  const notes = stretches.flatMap(({ measured }) => measured.notes);
  return notes.filter((note, index) => notes.findIndex((other) => JSON.stringify(other) === JSON.stringify(note)) === index);
}
