import type { Exact } from '../amount/exact';
import { exactInteger, sign } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { WHOLE, compareRatios, multiplyRatios, ratioOf, roundRatio, timesExact } from '../amount/ratio';
import { exactToDisplay, exactToPercent } from '../amount/text';
import type { Message } from '../locale/message';
import { dayText } from '../table/day';
import type { Issue, Place } from '../table/issue';
import { issue } from '../table/issue';
import { placeOf } from '../table/table';
import { EVERYONE } from './check-names';
import { isExpected, targetShareOf } from './employment';
import type { Holder } from './find-actual';
import type { Indicator } from './indicators';
import type { KpiLedger } from './kpi-ledger';
import type { KpiPeriod } from './kpi-period';
import { monthText } from './kpi-period';
import { rollUp } from './roll-up';
import type { Spans } from './spans';
import { ALL_MONTHS, coverMonths } from './spans';
import type { TargetRow } from './targets';
import { targetKey } from './targets';
import type { Rollup } from './words';

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
}

const NOTHING_AGREED: Agreed = { target: undefined, baseline: undefined, stretch: undefined, notes: [], at: undefined, missing: [] };

/** The agreed figures of a holder: own rows, then those of the record the actual was found under, then `*`, then the KPI's defaults. */
export function findAgreed(ledger: KpiLedger, indicator: Indicator, holder: Holder, period: KpiPeriod, rollup: Rollup, recordedFor: string | undefined): Agreed {
  const names = [...holder.names, ...(recordedFor === undefined ? [] : [recordedFor]), EVERYONE];
  const gaps: number[] = [];
  for (const name of names) {
    const spans = ledger.targets?.byKey.get(targetKey(name, indicator.name));
    const { pieces, missing } = coverMonths(spans, period.firstMonth, period.lastMonth, period.last, ({ target }) => target !== undefined);
    const open = missing.filter((month) => isExpected(ledger.people, holder.scope, month));
    if (spans && pieces.length > 0 && open.length === 0) return agreedOf(ledger, indicator, holder, period, rollup, spans, pieces);
    if (pieces.length > 0 && gaps.length === 0) gaps.push(...open);
    const always = spans?.rows.find((row) => row.first === ALL_MONTHS.first && row.target !== undefined && sign(row.target) !== 0 && (row.effective === undefined || row.effective <= period.last));
    if (always) return monthlyAgreed(ledger, holder, period, rollup, always, targetPlace(ledger, always));
  }
  if (gaps.length > 0) return { ...NOTHING_AGREED, missing: gaps };
  if (!indicator.target && !indicator.baseline) return NOTHING_AGREED;
  const agreed = monthlyAgreed(ledger, holder, period, rollup, { target: indicator.target, baseline: indicator.baseline, stretch: undefined }, placeOf(ledger.indicators.table, indicator.row, 'target'));
  const alone = period.firstMonth === period.lastMonth;
  return { ...agreed, notes: [{ code: alone ? 'note.defaultTarget' : 'note.defaultTargets' }, ...agreed.notes] };
}

function targetPlace(ledger: KpiLedger, row: TargetRow): Place | undefined {
  return ledger.targets && placeOf(ledger.targets.table, row.row, row.field);
}

function agreedOf(ledger: KpiLedger, indicator: Indicator, holder: Holder, period: KpiPeriod, rollup: Rollup, spans: Spans<TargetRow>, pieces: readonly TargetRow[]): Agreed {
  const share = (row: TargetRow): Ratio => shareOf(ledger, holder, rollup, row.first, row.last);
  const combined = (of: (row: TargetRow) => Exact | undefined): Ratio | undefined => {
    const values = pieces.map(of);
    if (values.some((value) => value === undefined)) return undefined;
    return rollUp(
      pieces.map((row, index) => ({ value: timesExact(share(row), values[index] ?? exactInteger(0)), months: row.last - row.first + 1 })),
      rollup,
    );
  };
  const [first] = pieces;
  const monthly = indicator.baseline && ratioOf(indicator.baseline);
  const baseline = combined((row) => row.baseline) ?? (monthly && overMonths(ledger, holder, period, rollup, monthly));
  return {
    target: combined((row) => row.target),
    baseline,
    stretch: combined((row) => row.stretch),
    notes: [...prorationNotes(pieces.map((row) => ({ first: row.first, last: row.last, share: share(row) }))), ...changeNotes(spans, pieces)],
    at: first && targetPlace(ledger, first),
    missing: [],
  };
}

/** Sum-type targets are prorated for joiners and leavers; rates never are, and teams' targets neither. */
function shareOf(ledger: KpiLedger, { scope }: Holder, rollup: Rollup, first: number, last: number): Ratio {
  if (rollup !== 'sum' || scope.kind !== 'person') return WHOLE;
  return targetShareOf(ledger.people, scope.person, first, last);
}

/** A figure that holds for each month: a sum adds up over the months, anything else stays what it is. */
function overMonths(ledger: KpiLedger, holder: Holder, period: KpiPeriod, rollup: Rollup, monthly: Ratio): Ratio {
  if (rollup !== 'sum') return monthly;
  const months = exactInteger(period.lastMonth - period.firstMonth + 1);
  if (holder.scope.kind !== 'person') return timesExact(monthly, months);
  const pieces = monthsOf(period).map((month) => ({ value: multiplyRatios(monthly, shareOf(ledger, holder, rollup, month, month)), months: 1 }));
  return rollUp(pieces, 'sum');
}

function monthsOf({ firstMonth, lastMonth }: KpiPeriod): number[] {
  return Array.from({ length: lastMonth - firstMonth + 1 }, (_, index) => firstMonth + index);
}

function monthlyAgreed(ledger: KpiLedger, holder: Holder, period: KpiPeriod, rollup: Rollup, row: Pick<TargetRow, 'target' | 'baseline' | 'stretch'>, at: Place | undefined): Agreed {
  const over = (value: Exact | undefined): Ratio | undefined => value && overMonths(ledger, holder, period, rollup, ratioOf(value));
  const shares = monthsOf(period).map((month) => ({ first: month, last: month, share: shareOf(ledger, holder, rollup, month, month) }));
  return { target: over(row.target), baseline: over(row.baseline), stretch: over(row.stretch), notes: prorationNotes(shares), at, missing: [] };
}

function prorationNotes(shares: readonly { first: number; last: number; share: Ratio }[]): Message[] {
  return shares
    .filter(({ share }) => compareRatios(share, WHOLE) !== 0)
    .map(({ first, last, share }): Message => {
      const months = first === last ? monthText(first) : `${monthText(first)}…${monthText(last)}`;
      return { code: 'note.prorated', params: { months, share: exactToPercent(roundRatio(share, 4)) } };
    });
}

/** What changed: the row that a later Effective date replaced, and why. */
function changeNotes(spans: Spans<TargetRow>, pieces: readonly TargetRow[]): Message[] {
  return pieces.flatMap((row): Message[] => {
    if (row.effective === undefined) return row.note === '' ? [] : [{ code: 'note.text', params: { text: row.note } }];
    const before = spans.rows
      .filter((other) => other.first === row.first && other.last === row.last && other !== row && (other.effective ?? -Infinity) < (row.effective ?? -Infinity))
      .sort((a, b) => (b.effective ?? -Infinity) - (a.effective ?? -Infinity))[0];
    if (!before?.target || !row.target) return row.note === '' ? [] : [{ code: 'note.text', params: { text: row.note } }];
    const why = row.note === '' ? '' : `: ${row.note}`;
    return [{ code: 'note.targetChanged', params: { day: dayText(row.effective), before: exactToDisplay(before.target), now: exactToDisplay(row.target), why } }];
  });
}

/** A holder's own weight, from the row whose months fit the period best; else the KPI's. */
export function findWeight(ledger: KpiLedger, indicator: Indicator, holder: Holder, period: KpiPeriod): { readonly weight: Exact | undefined; readonly fault: Issue | undefined } {
  for (const name of [...holder.names, EVERYONE]) {
    const rows = ledger.targets?.weights.get(targetKey(name, indicator.name));
    const own = rows && bestWeight(rows, period);
    if (!own?.weight) continue;
    const fault = sign(own.weight) < 0 && ledger.targets ? issue('kpi.weight', placeOf(ledger.targets.table, own.row, 'weight'), { kpi: indicator.name, found: exactToDisplay(own.weight) }) : undefined;
    return { weight: own.weight, fault };
  }
  return { weight: indicator.weight, fault: undefined };
}

/** The very period, then the shortest that holds it, then the latest inside it; of those, the latest Effective date. */
function bestWeight(rows: readonly TargetRow[], period: KpiPeriod): TargetRow | undefined {
  const inForce = rows.filter(({ weight, effective }) => weight !== undefined && (effective === undefined || effective <= period.last));
  const holding = inForce.filter(({ first, last }) => first <= period.firstMonth && last >= period.lastMonth).sort((a, b) => a.last - a.first - (b.last - b.first) || later(a, b));
  if (holding[0]) return holding[0];
  const inside = inForce.filter(({ first, last }) => first >= period.firstMonth && last <= period.lastMonth).sort((a, b) => b.last - a.last || later(a, b));
  return inside[0];
}

function later(a: TargetRow, b: TargetRow): number {
  return (b.effective ?? -Infinity) - (a.effective ?? -Infinity) || a.row - b.row;
}
