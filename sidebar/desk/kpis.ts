import { call } from '../../core/catalogue/call';
import { library, libraryTable } from '../../core/kpi/library';
import { ZERO, compare, exactInteger } from '../../core/amount/exact';
import { exactFromText } from '../../core/amount/text';
import type { Cell } from '../../core/table/cell';
import { cellText, matchKey } from '../../core/table/cell';
import { dayText } from '../../core/table/day';
import { dayAt, dayColumn } from '../../core/table/table';
import { fieldOfHeader } from '../../core/table/schema';
import type { Change } from '../../host-port/change';
import type { Answer, Desk } from './desk';
import { refuseText } from './desk';
import type { Row } from './records';
import { say } from '../texts';
import { addRows, numberOrText, typedText } from './records';

/** An indicator as the KPIs table has it. */
export interface KpiView {
  readonly name: string;
  readonly area: string;
  readonly unit: string;
  readonly weight: string;
  readonly target: string;
  readonly scoring: string;
  readonly better: string;
  readonly appliesTo: string;
  readonly effective: string;
}

export interface KpiPage {
  readonly kpis: readonly KpiView[];
  readonly library: readonly LibraryEntry[];
}

/** An indicator of the library, as a row to be added. */
export interface LibraryEntry {
  readonly name: string;
  readonly area: string;
  readonly formula: string;
  readonly row: Row;
}

export function kpiPage({ tables, language }: Desk): KpiPage {
  const table = tables.byKind.get('kpis');
  const text = (row: readonly Cell[], field: string): string => {
    const column = table?.columns.get(field);
    return column === undefined ? '' : typedText(row[column]);
  };
  const days = table && dayColumn(table, 'effective');
  const dates = (index: number): string => {
    const day = days && dayAt(days, index);
    return day === undefined ? '' : dayText(day);
  };
  const kpis = (table?.cells ?? []).map((row, index) => ({ name: text(row, 'kpi'), area: text(row, 'area'), unit: text(row, 'unit'), weight: text(row, 'weight'), target: text(row, 'target'), scoring: text(row, 'scoring'), better: text(row, 'better'), appliesTo: text(row, 'for'), effective: dates(index) }));
  const [header = [], ...rows] = libraryTable(language);
  const keys = header.map((name) => fieldOfHeader('kpis', String(name)) ?? '');
  const entries = rows.map((row, index) => ({
    name: String(row[0]),
    area: String(row[1]),
    formula: library[index]?.formula[language] ?? '',
    row: Object.fromEntries(keys.map((key, column) => [key, row[column]])),
  }));
  return { kpis: kpis.filter(({ name }) => name !== ''), library: entries };
}

const [LEAST, MOST] = [ZERO, exactInteger(100)];

/** What adding an indicator writes; refused where its weight or target is no number, or its weight not between 0 and 100 %. */
export function addKpi(desk: Desk, { row }: { readonly row: Row }): Answer<readonly Change[]> {
  const [weight, target] = [cellText(row['weight']), cellText(row['target'])];
  const isPlus = ['plus', '加分'].includes(matchKey(weight));
  const read = exactFromText(weight.replace(/\s*[%％]$/, '').trim());
  if (weight !== '' && !isPlus && (!read || compare(read, LEAST) < 0 || compare(read, MOST) > 0)) return refuseText(say(desk.language, 'kpis.weightWrong', { found: weight }));
  if (target !== '' && !exactFromText(target.replaceAll(',', '').replace(/\s*[%％]$/, '').trim())) return refuseText(say(desk.language, 'kpis.targetWrong', { found: target }));
  return { ok: true, value: addRows(desk, 'kpis', [{ ...row, weight: numberOrText(weight), target: numberOrText(target.replaceAll(',', '')) }]) };
}

/** The scores that a scoring gives from actuals of 0 to 150 % of the target (or between its own knots). */
export interface ScoringCurve {
  readonly actuals: readonly number[];
  readonly scores: readonly number[];
}

const POINTS = 60;

export function scoringCurve(_desk: Desk, { scoring, better, target }: { readonly scoring: string; readonly better: string; readonly target: number | undefined }): Answer<ScoringCurve> {
  const top = target === undefined || target === 0 ? 150 : target * 1.5;
  const actuals = Array.from({ length: POINTS + 1 }, (_, index) => (top * index) / POINTS);
  // A blank 0 is a missing actual: the curve begins just above it.
  const asked = actuals.map((actual) => [actual === 0 ? top / 10000 : actual]);
  const scored = call('KPISCORE', [asked, target === undefined || target === 0 ? 100 : target, scoring === '' ? 'ratio' : scoring, null, better === '' ? null : better]);
  if (!scored.ok) return refuseText(scored.error.message);
  return { ok: true, value: { actuals, scores: (scored.value as readonly (readonly (string | number)[])[]).map(([score]) => Number(score)) } };
}
