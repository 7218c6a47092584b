import { exactInteger, isZero, sign, sum } from '../amount/exact';
import type { Exact } from '../amount/exact';
import { compareRatios, ratioOf, ratioToDisplay, sumRatios } from '../amount/ratio';
import { exactToDisplay } from '../amount/text';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { civilOf } from '../table/day';
import { distinct } from '../table/distinct';
import type { Issue } from '../table/issue';
import { issue } from '../table/issue';
import type { Tables } from '../table/recognise';
import { nameOf } from '../table/recognise';
import { placeOf } from '../table/table';
import type { ActualRow } from './actuals';
import { isEmployedInMonth } from './figures/employment';
import { rollupOf } from './figures/find-actual';
import { gradeChecks, gradeNamed } from './grades';
import type { Indicator } from './indicators';
import type { KpiLedger } from './kpi-ledger';
import { readKpiLedger } from './kpi-ledger';
import { kpiPeriodOfMonths, monthText } from './kpi-period';
import { sameLabel } from './scoring/lookup';
import { needsTarget } from './scoring/read-scoring';
import { chosenFor } from './card/choose-indicators';
import { tableOfSource } from './source';
import type { SpanRow } from './spans';
import { coverMonths, spansOf } from './spans';
import type { TargetRow } from './targets';

/** Everything suspicious about indicators, targets, actuals and grades, each alone and against the others. */
export function checkKpis(tables: Tables): Issue[] {
  const kpis = tables.byKind.get('kpis');
  const grades = tables.byKind.get('grades');
  const own = grades ? gradeChecks(grades) : [];
  if (!kpis) return own;
  const ledger = readKpiLedger(tables, kpis);
  return distinct([
    ...own,
    ...ledger.indicators.all.flatMap((indicator) => [...sourceChecks(tables, ledger, indicator), ...vetoChecks(ledger, indicator)]),
    ...cardChecks(ledger),
    ...targetChecks(ledger),
    ...actualChecks(ledger),
  ]);
}

function sourceChecks(tables: Tables, ledger: KpiLedger, indicator: Indicator): Issue[] {
  const kind = indicator.source && tableOfSource(indicator.source);
  if (!kind || tables.byKind.has(kind) || ledger.personalKpis.has(indicator.key)) return [];
  return [issue('kpi.sourceTable', placeOf(ledger.indicators.table, indicator.row, 'source'), { kpi: indicator.name, table: nameOf(kind) }, 'warning')];
}

function vetoChecks(ledger: KpiLedger, { veto, row }: Indicator): Issue[] {
  if (veto?.action.kind !== 'grade' || !ledger.grades || gradeNamed(ledger.grades, veto.action.grade)) return [];
  return [issue('kpi.veto', placeOf(ledger.indicators.table, row, 'veto'), { found: veto.action.grade }, 'warning')];
}

/** The months in which something begins to hold, and the last one that targets or actuals speak of. */
function monthsToCheck(ledger: KpiLedger): number[] {
  const spans: SpanRow[] = [...(ledger.targets?.byKey.values() ?? []), ...(ledger.actuals?.byKey.values() ?? [])].flatMap(({ rows }) => [...rows]).filter(({ first }) => first > 0);
  const last = spans.reduce((latest, row) => Math.max(latest, row.last), -1);
  if (last < 0) return [];
  const first = spans.reduce((earliest, row) => Math.min(earliest, row.first), last);
  const begins = ledger.indicators.all.flatMap(({ effective }) => (effective === undefined ? [] : [monthAfter(effective)]));
  return [...new Set([first, last, ...begins.filter((month) => month >= first && month <= last)])];
}

/** The first month that lies wholly on or after a day. */
function monthAfter(day: Day): number {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return year * 12 + month - (dayOfMonth === 1 ? 1 : 0);
}

/** A KPI twice for a person, columns of For that People lacks, and weights that do not add up to 100. */
function cardChecks(ledger: KpiLedger): Issue[] {
  const found: Issue[] = [];
  for (const month of monthsToCheck(ledger)) {
    const period = kpiPeriodOfMonths(month, month, monthText(month), ledger.calendar);
    ledger.people.persons.forEach((person, index) => {
      if (!isEmployedInMonth(ledger.people, index, month, ledger.calendar)) return;
      const { chosen, issues } = chosenFor(ledger, index, period);
      const indicators = chosen.map(({ indicator }) => indicator).filter(({ isOnTop }) => !isOnTop);
      found.push(...issues);
      const weights = indicators.flatMap(({ weight }) => weight ?? []);
      const [first] = indicators;
      const isOdd = weights.length > 0 && ledger.indicators.areas.length === 0 && compareRatios(ratioOf(sum(weights)), ratioOf(exactInteger(100))) !== 0;
      const isOwn = indicators.some(({ key }) => ownWeight(ledger, person.label, key));
      if (isOdd && first && !isOwn && !sumsToOne(weights)) found.push(issue('kpi.weightSum', placeOf(ledger.indicators.table, first.row, 'weight'), { who: person.label, sum: exactToDisplay(sum(weights)) }, 'warning'));
    });
  }
  return found;
}

function sumsToOne(weights: readonly Exact[]): boolean {
  return compareRatios(ratioOf(sum(weights)), ratioOf(exactInteger(1))) === 0;
}

function ownWeight(ledger: KpiLedger, who: string, kpi: string): boolean {
  return ledger.targets?.byKey.get(`${matchKey(who)}\n${kpi}`)?.rows.some(({ weight }) => weight !== undefined) === true;
}

/** Zero and negative targets where attainment is measured on them, and quarters that are not their months. */
function targetChecks({ targets, indicators }: KpiLedger): Issue[] {
  if (!targets) return [];
  const found: Issue[] = [];
  for (const [key, { rows }] of targets.byKey) {
    const indicator = indicators.all.find((one) => one.key === key.split('\n')[1]);
    if (!indicator) continue;
    for (const row of rows) found.push(...targetIssue(indicator, row).map((code) => issue(code, placeOf(targets.table, row.row, row.field))));
    if (rollupOf(indicator) === 'sum') found.push(...mismatches(rows, targets.table, ({ target }) => target));
  }
  return found;
}

function targetIssue({ scoring }: Indicator, { target }: TargetRow): ('kpi.zeroTarget' | 'kpi.negativeTarget')[] {
  if (!target || !needsTarget(scoring)) return [];
  if (isZero(target)) return ['kpi.zeroTarget'];
  const isSigned = scoring.way.kind === 'ratio' && scoring.way.method === 'signed';
  return sign(target) < 0 && !isSigned ? ['kpi.negativeTarget'] : [];
}

/** A longer period whose own row is not the sum of the shorter rows inside it. */
function mismatches<Row extends SpanRow>(rows: readonly Row[], table: Parameters<typeof placeOf>[0], valueOf: (row: Row) => Exact | undefined): Issue[] {
  return rows.flatMap((row) => {
    const shorter = rows.filter((other) => other.first >= row.first && other.last <= row.last && other.last - other.first < row.last - row.first);
    if (shorter.length === 0 || row.first === 0) return [];
    const { pieces, missing } = coverMonths(spansOf(shorter), row.first, row.last, Infinity);
    const whole = valueOf(row);
    const parts = pieces.flatMap((piece) => valueOf(piece) ?? []);
    if (missing.length > 0 || !whole || parts.length < pieces.length) return [];
    const total = sumRatios(parts.map(ratioOf));
    if (compareRatios(total, ratioOf(whole)) === 0) return [];
    return [issue('kpi.rollupMismatch', placeOf(table, row.row, 'period'), { period: `${monthText(row.first)}…${monthText(row.last)}`, months: ratioToDisplay(total) }, 'warning')];
  });
}

/** Text where a number is needed, ratings nobody knows, and zeros that may be blanks. */
function actualChecks({ actuals, indicators }: KpiLedger): Issue[] {
  if (!actuals) return [];
  const found: Issue[] = [];
  const zeros = new Map<Indicator, ActualRow[]>();
  for (const [key, { rows }] of actuals.byKey) {
    const indicator = indicators.all.find((one) => one.key === key.split('\n')[1]);
    if (!indicator) continue;
    for (const row of rows) {
      const { way } = indicator.scoring;
      const at = placeOf(actuals.table, row.row, row.field);
      const isText = !row.value && !row.denominator;
      if (way.kind !== 'lookup' && isText) found.push(issue('kpi.actualNotNumber', at, { found: row.label }));
      const isUnknown = way.kind === 'lookup' && way.entries.length > 0 && !way.entries.some(({ label }) => sameLabel(label, row.label));
      if (isUnknown && way.kind === 'lookup') found.push(issue('kpi.labelUnknown', at, { found: row.label, expected: way.entries.map(({ label }) => label).join(' · ') }));
      if (way.kind !== 'lookup' && row.value && isZero(row.value) && !row.denominator) zeros.set(indicator, [...(zeros.get(indicator) ?? []), row]);
    }
  }
  for (const [indicator, rows] of zeros) {
    const [first] = rows;
    if (first) found.push(issue('kpi.zeroActual', placeOf(actuals.table, first.row, first.field), { kpi: indicator.name, count: rows.length }, 'note'));
  }
  return found;
}
