import { ZERO } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { ratioOf, ratioToDisplay } from '../amount/ratio';
import type { Message } from '../locale/message';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import { personText } from '../table/people';
import { placeOf } from '../table/table';
import type { ActualRow } from './actuals';
import { teamsNamed } from './applies-to';
import { EVERYONE } from './check-names';
import { derivedActual } from './derived/derived-actuals';
import type { Scope } from './derived/measured';
import { isExpected } from './employment';
import type { Indicator } from './indicators';
import type { KpiLedger } from './kpi-ledger';
import type { KpiPeriod } from './kpi-period';
import { monthText } from './kpi-period';
import type { Piece } from './roll-up';
import { rollUp } from './roll-up';
import { SOURCES, isRateSource } from './source';
import { coverMonths } from './spans';
import { targetKey } from './targets';
import type { Rollup } from './words';

/** Whose card it is: the names they go by in the tables, and whose orders count. */
export interface Holder {
  readonly label: string;
  readonly names: readonly string[];
  readonly scope: Scope;
  readonly team: string;
  /** The members of a team; of a person, themselves. */
  readonly members: readonly number[];
}

export function personHolder(ledger: KpiLedger, person: number, period: KpiPeriod): Holder {
  const { people } = ledger;
  const found = people.persons[person];
  const day = Math.min(period.last, found?.left ?? period.last);
  const names = [found?.label ?? '', found?.name ?? '', found?.id ?? ''].filter((name, index, all) => name !== '' && all.indexOf(name) === index);
  return { label: found?.label ?? '', names, scope: { kind: 'person', person }, team: personText(people, person, 'team', day), members: [person] };
}

/** An actual as it was found: the value or the label, for which months, and where it comes from. */
export interface FoundActual {
  readonly value: Ratio | undefined;
  /** Ratings as written, a piece each; one for a typed number too. */
  readonly labels: readonly { readonly label: string; readonly months: number }[];
  readonly rollup: Rollup;
  readonly from: 'typed' | 'derived';
  /** Whose record it is: the holder's own names, a team's, or everyone's. */
  readonly recordedFor: string | undefined;
  /** Months of the period without an actual. */
  readonly missing: readonly number[];
  readonly notes: readonly Message[];
  readonly faults: readonly Issue[];
}

/** Finds an indicator's actual: typed for the holder, else derived, else recorded for the team or for everyone. */
export function findActual(ledger: KpiLedger, indicator: Indicator, holder: Holder, period: KpiPeriod): FoundActual | undefined {
  const own = ownActual(ledger, indicator, holder, period);
  if (own) return own;
  return holder.scope.kind === 'person' ? sharedActual(ledger, indicator, holder, period) : undefined;
}

/** Typed for the holder, else computed. A team's averages and extremes are those of its members' figures. */
function ownActual(ledger: KpiLedger, indicator: Indicator, holder: Holder, period: KpiPeriod): FoundActual | undefined {
  const typed = typedActual(ledger, indicator, holder, period, holder.names);
  const ofMembers = holder.scope.kind === 'team' && !['sum', 'ratio'].includes(rollupOf(indicator));
  return typed ?? (ofMembers ? undefined : derivedFor(ledger, indicator, holder, period));
}

/**
 * A rate kept for a team holds for its members. An amount kept for a team stands on their cards only where no person
 * has a figure or a target of their own: else a team's total would be one person's.
 */
function isShared(ledger: KpiLedger, indicator: Indicator, holder: Holder): boolean {
  if (isRate(indicator)) return true;
  const hasTarget = holder.names.some((name) => ledger.targets?.byKey.get(targetKey(name, indicator.name))?.rows.some(({ target }) => target !== undefined));
  return !hasTarget && !ledger.personalKpis.has(indicator.key);
}

/** The figure of a department that shares an indicator, or the one figure for everyone. */
export function sharedActual(ledger: KpiLedger, indicator: Indicator, holder: Holder, period: KpiPeriod): FoundActual | undefined {
  if (!isShared(ledger, indicator, holder)) return undefined;
  const others = [holder.team, ...teamsNamed(indicator.appliesTo), EVERYONE].filter((name) => name !== '');
  for (const name of others) {
    const found = typedActual(ledger, indicator, holder, period, [name]);
    if (!found) continue;
    const note: Message = name === EVERYONE ? { code: 'note.recordedForAll' } : { code: 'note.recordedFor', params: { who: name } };
    return { ...found, recordedFor: name, notes: [note, ...found.notes] };
  }
  return undefined;
}

function typedActual(ledger: KpiLedger, indicator: Indicator, holder: Holder, period: KpiPeriod, names: readonly string[]): FoundActual | undefined {
  const { actuals } = ledger;
  if (!actuals) return undefined;
  for (const name of names) {
    const { pieces, missing } = coverMonths(actuals.byKey.get(targetKey(name, indicator.name)), period.firstMonth, period.lastMonth, period.last);
    if (pieces.length === 0) continue;
    const rollup = rollupOf(indicator, pieces);
    const { value, faults } = typedValue(ledger, indicator, pieces, rollup);
    const gaps = missing.filter((month) => isExpected(ledger.people, holder.scope, month));
    const labels = pieces.map(({ label, first, last }) => ({ label, months: last - first + 1 }));
    return { value, labels, rollup, from: 'typed', recordedFor: undefined, missing: gaps, notes: typedNotes(indicator, pieces, rollup), faults };
  }
  return undefined;
}

/** The roll-up as written; else ratio where numerator and denominator were given, average for percentages, else sum. */
export function rollupOf(indicator: Indicator, pieces: readonly ActualRow[] = []): Rollup {
  if (indicator.rollup) return indicator.rollup;
  if (pieces.length > 0 && pieces.every(({ denominator }) => denominator !== undefined)) return 'ratio';
  if (indicator.source && pieces.length === 0) return SOURCES[indicator.source].rollup;
  if (indicator.scoring.way.kind === 'lookup') return 'average';
  return isRate(indicator) ? 'average' : 'sum';
}

/** Percentages are rates: they are averaged, and never prorated. */
export function isRate({ unit, source }: Indicator): boolean {
  return /[%％]|率/.test(unit) || (source !== undefined && isRateSource(source));
}

function typedValue(ledger: KpiLedger, indicator: Indicator, pieces: readonly ActualRow[], rollup: Rollup): { value: Ratio | undefined; faults: Issue[] } {
  const table = ledger.actuals?.table;
  const isLookup = indicator.scoring.way.kind === 'lookup';
  const parts: Piece[] = [];
  const faults: Issue[] = [];
  for (const piece of pieces) {
    const part = pieceOf(piece, rollup);
    if (part) parts.push(part);
    else if (!isLookup && table) faults.push(issue('kpi.actualNotNumber', placeOf(table, piece.row, piece.field), { found: piece.label }));
  }
  const unsplit = pieces.find(({ denominator }) => denominator === undefined);
  if (rollup === 'ratio' && pieces.length > 1 && unsplit && table && !isLookup) faults.push(issue('kpi.ratioParts', placeOf(table, unsplit.row, 'denominator'), { kpi: indicator.name }));
  const value = parts.length === pieces.length && faults.length === 0 ? rollUp(parts, rollup) : undefined;
  return { value, faults };
}

function pieceOf(piece: ActualRow, rollup: Rollup): Piece | undefined {
  const months = piece.last - piece.first + 1;
  const parts = { numerator: piece.numerator, denominator: piece.denominator };
  const share = piece.denominator && { top: piece.numerator ?? ZERO, bottom: piece.denominator };
  const typed = piece.value && ratioOf(piece.value);
  const value = rollup === 'ratio' ? (share ?? typed) : (typed ?? share);
  return value && { value, months, ...parts };
}

function typedNotes(indicator: Indicator, pieces: readonly ActualRow[], rollup: Rollup): Message[] {
  const rolled: Message[] = pieces.length > 1 ? [{ code: `rollup.${rollup}`, params: { count: pieces.length } }] : [];
  const source: Message[] = indicator.source ? [{ code: 'note.typed' }] : [];
  const written = [...new Set(pieces.map(({ note }) => note).filter((note) => note !== ''))].map((note): Message => ({ code: 'note.text', params: { text: note } }));
  return [...source, ...rolled, ...written];
}

/** A derived actual is measured over the whole period at once; average, last, max and min go month by month. */
function derivedFor(ledger: KpiLedger, indicator: Indicator, holder: Holder, period: KpiPeriod): FoundActual | undefined {
  const { source, unit } = indicator;
  if (!source) return undefined;
  const rollup = rollupOf(indicator);
  const byMonth = rollup !== 'sum' && rollup !== 'ratio' && period.lastMonth > period.firstMonth;
  const spans = byMonth ? Array.from({ length: period.lastMonth - period.firstMonth + 1 }, (_, index) => [period.firstMonth + index, period.firstMonth + index] as const) : [[period.firstMonth, period.lastMonth] as const];
  const measured = spans.map(([first, last]) => derivedActual(ledger.derivable, source, unit, holder.scope, first, last));
  if (measured.some((one) => one === undefined)) return undefined;
  const faults = measured.flatMap((one) => one?.faults ?? []);
  const pieces = measured.flatMap((one): Piece[] => (one?.value ? [{ value: one.value, months: 1, ...one.of }] : []));
  const notes = measured.flatMap((one) => one?.notes ?? []);
  const counted = measured.length === 1 ? measured[0]?.of : undefined;
  const share: Message[] = counted ? [{ code: 'note.share', params: { top: ratioToDisplay(ratioOf(counted.numerator)), bottom: ratioToDisplay(ratioOf(counted.denominator)) } }] : [];
  const value = pieces.length === 0 || faults.length > 0 ? undefined : rollUp(pieces, rollup);
  return { value, labels: [], rollup, from: 'derived', recordedFor: undefined, missing: [], notes: [{ code: 'note.derived', params: { source: { code: `source.${source}` } } }, ...share, ...notes], faults };
}

/** A team's actual rolled up from its members' figures, by the same roll-up. */
export function membersActual(ledger: KpiLedger, indicator: Indicator, members: readonly Holder[], period: KpiPeriod): FoundActual | undefined {
  const found = members.map((member) => ownActual(ledger, indicator, member, period));
  const known = found.flatMap((one) => (one ? [one] : []));
  if (known.length === 0) return undefined;
  const rollup = known[0]?.rollup ?? 'sum';
  // What stands at the end of a period is one figure each: amounts add up over a team, rates are averaged.
  const atEnd: Rollup = isRate(indicator) ? 'average' : 'sum';
  const across: Rollup = rollup === 'last' ? atEnd : rollup;
  const sums = rollup === 'ratio' ? members.flatMap((member) => ratioPieces(ledger, indicator, member, period)) : [];
  const pieces = rollup === 'ratio' && sums.length > 0 ? sums : known.flatMap((one): Piece[] => (one.value ? [{ value: one.value, months: 1 }] : []));
  const absent = members.filter((_, index) => found[index] === undefined).map(({ label }) => label);
  const faults = known.flatMap((one) => one.faults);
  const notes: Message[] = [{ code: 'note.members', params: { count: known.length } }, ...(absent.length > 0 ? [{ code: 'note.membersMissing', params: { who: absent } } as const] : [])];
  const missing = [...new Set(known.flatMap((one) => one.missing))];
  return {
    value: pieces.length > 0 && faults.length === 0 ? rollUp(pieces, across) : undefined,
    labels: known.flatMap((one) => one.labels),
    rollup: across,
    from: 'typed',
    recordedFor: undefined,
    missing: absent.length > 0 && missing.length === 0 ? [period.lastMonth] : missing,
    notes,
    faults,
  };
}

function ratioPieces(ledger: KpiLedger, indicator: Indicator, member: Holder, period: KpiPeriod): Piece[] {
  for (const name of member.names) {
    const { pieces } = coverMonths(ledger.actuals?.byKey.get(targetKey(name, indicator.name)), period.firstMonth, period.lastMonth, period.last);
    if (pieces.length > 0) return pieces.flatMap((piece) => pieceOf(piece, 'ratio') ?? []);
  }
  return [];
}

/** The months named in a list: `2026-01, 2026-02`. */
export function monthsText(months: readonly number[]): string[] {
  return months.map(monthText);
}
