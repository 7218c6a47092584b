import type { Exact } from '../../amount/exact';
import { compare, exactInteger, multiply, sign } from '../../amount/exact';
import { exactToDisplay, exactToPercent } from '../../amount/text';
import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { isNumberFault, readNumber } from '../../table/number-cell';
import type { Tables } from '../../table/recognise';
import type { Table } from '../../table/table';
import { cellAt, columnNumber, numberAt, numberColumn, placeOf, textAt, textColumn } from '../../table/table';
import { wideCells } from '../../table/wide';

/** A KPI in percent, and a target of it. */
interface PercentKpi {
  readonly name: string;
  /** Undefined where only its scoring speaks of percentages. */
  readonly target: Exact | undefined;
}

/** An actual of 85 against a target of 90 %, or of 0.85 against one of 90: the percent sign was left out. */
export function checkPercentSlips(tables: Tables): Issue[] {
  const table = tables.byKind.get('actuals');
  const kpis = table ? percentKpis(tables) : new Map<string, PercentKpi>();
  if (!table || kpis.size === 0) return [];
  const names = textColumn(table, 'kpi');
  const ofCode = names.values.map((name) => kpis.get(matchKey(name)));
  const denominators = numberColumn(table, 'denominator');
  const found = new Map<PercentKpi, { actual: Exact; row: number; field: string; count: number }>();
  for (let row = 0; row < table.length; row += 1) {
    const kpi = ofCode[names.codes[row] ?? 0];
    if (!kpi || sign(numberAt(denominators, row)) !== 0) continue;
    for (const { actual, field } of actualsIn(table, row)) {
      if (!isSlip(actual, kpi)) continue;
      const known = found.get(kpi);
      found.set(kpi, known ? { ...known, count: known.count + 1 } : { actual, row, field, count: 1 });
    }
  }
  return [...found].map(([kpi, { actual, row, field, count }]) => {
    const params = { kpi: kpi.name, found: exactToDisplay(actual), meant: isLarge(actual) ? `${exactToDisplay(actual)}%` : exactToDisplay(multiply(actual, exactInteger(100))), count };
    if (!kpi.target) return issue('check.percentUnit', placeOf(table, row, field), { ...params, read: exactToPercent(actual) }, 'warning');
    return issue('check.percentSlip', placeOf(table, row, field), { ...params, target: isLarge(kpi.target) ? exactToDisplay(kpi.target) : exactToPercent(kpi.target) }, 'warning');
  });
}

/** The actuals of a row: one, or in a wide table one a period. */
function actualsIn(table: Table, row: number): { readonly actual: Exact; readonly field: string }[] {
  const fields = columnNumber(table, 'actual') === undefined ? wideCells(table, row).map(({ header }) => header) : ['actual'];
  return fields.flatMap((field) => {
    const reading = readNumber(cellAt(table, row, field));
    return reading === 'blank' || isNumberFault(reading) ? [] : [{ actual: reading, field }];
  });
}

const TWO = exactInteger(2);
const TEN = exactInteger(10);

function isLarge(value: Exact): boolean {
  return compare(value, TWO) > 0;
}

/** More than twenty times the target, or less than a twentieth: one of the two lacks its percent sign. */
function isSlip(actual: Exact, { target }: PercentKpi): boolean {
  if (!target) return compare(actual, TEN) >= 0;
  if (sign(actual) <= 0 || sign(target) <= 0) return false;
  const isAbove = !isLarge(target) && compare(actual, multiply(target, exactInteger(20))) >= 0 && compare(actual, TEN) >= 0;
  const isBelow = compare(target, TEN) >= 0 && compare(multiply(actual, exactInteger(20)), target) <= 0 && !isLarge(actual);
  return isAbove || isBelow;
}

function isPercentCell(table: Table, row: number): boolean {
  const typed = cellAt(table, row, 'target');
  return typeof typed === 'string' && /[%％]\s*$/.test(typed);
}

/** KPIs whose Unit, or whose target as it was typed, is a percentage. */
function percentKpis(tables: Tables): Map<string, PercentKpi> {
  const [kpis, targets] = [tables.byKind.get('kpis'), tables.byKind.get('targets')];
  const found = new Map<string, PercentKpi>();
  const inPercent = new Set<string>();
  for (const table of [kpis, targets]) {
    if (!table) continue;
    const [names, units, numbers] = [textColumn(table, 'kpi'), textColumn(table, 'unit'), numberColumn(table, 'target')];
    const keys = names.values.map(matchKey);
    for (let row = 0; row < table.length; row += 1) {
      const key = keys[names.codes[row] ?? 0] ?? '';
      if (/[%％]/.test(textAt(units, row)) || isPercentCell(table, row)) inPercent.add(key);
      if (!found.has(key) && inPercent.has(key) && sign(numberAt(numbers, row)) > 0) found.set(key, { name: textAt(names, row), target: numberAt(numbers, row) });
    }
  }
  return new Map([...percentScorings(kpis, inPercent), ...found]);
}

/** KPIs in percent without any target, whose points are percentages too: an actual of 85 is then 8,500 %. */
function percentScorings(kpis: Table | undefined, inPercent: ReadonlySet<string>): [string, PercentKpi][] {
  if (!kpis) return [];
  const [names, scorings] = [textColumn(kpis, 'kpi'), textColumn(kpis, 'scoring')];
  return Array.from({ length: kpis.length }, (_, row) => row).flatMap((row): [string, PercentKpi][] => {
    const [name, scoring] = [textAt(names, row), textAt(scorings, row)];
    return inPercent.has(matchKey(name)) && /[%％]/.test(scoring) ? [[matchKey(name), { name, target: undefined }]] : [];
  });
}
