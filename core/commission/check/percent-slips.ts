import type { Exact } from '../../amount/exact';
import { compare, exactInteger, multiply, sign } from '../../amount/exact';
import { exactToDisplay, exactToPercent } from '../../amount/text';
import type { ActualRow } from '../../kpi/actuals';
import { readActuals } from '../../kpi/actuals';
import { readTargets } from '../../kpi/targets';
import { matchKey } from '../../table/cell';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { CALENDAR_MONTHS } from '../../table/period';
import type { Tables } from '../../table/recognise';
import { cellAt, numberAt, numberColumn, placeOf, textAt, textColumn } from '../../table/table';

/** The KPIs that are percentages, and a target of each. */
interface PercentKpi {
  readonly name: string;
  readonly isPercent: boolean;
  readonly target: Exact;
}

/** An actual of 85 against a target of 90 %, or of 0.85 against one of 90: the percent sign was left out. */
export function checkPercentSlips(tables: Tables): Issue[] {
  const table = tables.byKind.get('actuals');
  if (!table) return [];
  const kpis = new Map([...percentKpis(tables)].filter(([, { isPercent }]) => isPercent));
  if (kpis.size === 0) return [];
  const found = new Map<string, { kpi: PercentKpi; row: ActualRow; count: number }>();
  for (const [key, { rows }] of readActuals(table).byKey) {
    const name = key.split('\n')[1] ?? '';
    const kpi = kpis.get(name);
    if (!kpi) continue;
    for (const row of rows) {
      if (!row.value || row.denominator || !isSlip(row.value, kpi)) continue;
      const known = found.get(name);
      found.set(name, { kpi, row: known?.row ?? row, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...found.values()].map(({ kpi, row, count }) => {
    const actual = row.value ?? kpi.target;
    const meant = compare(actual, exactInteger(2)) > 0 ? `${exactToDisplay(actual)}%` : exactToDisplay(multiply(actual, exactInteger(100)));
    return issue('check.percentSlip', placeOf(table, row.row, row.field), { kpi: kpi.name, found: exactToDisplay(actual), target: compare(kpi.target, exactInteger(2)) > 0 ? exactToDisplay(kpi.target) : exactToPercent(kpi.target), meant, count }, 'warning');
  });
}

const TWO = exactInteger(2);
const TEN = exactInteger(10);

/** More than twenty times the target, or less than a twentieth: one of the two lacks its percent sign. */
function isSlip(actual: Exact, { target }: PercentKpi): boolean {
  if (sign(actual) <= 0 || sign(target) <= 0) return false;
  const isAbove = compare(target, TWO) <= 0 && compare(actual, multiply(target, exactInteger(20))) >= 0 && compare(actual, TEN) >= 0;
  const isBelow = compare(target, TEN) >= 0 && compare(multiply(actual, exactInteger(20)), target) <= 0 && compare(actual, TWO) <= 0;
  return isAbove || isBelow;
}

function percentKpis(tables: Tables): Map<string, PercentKpi> {
  const kpis = tables.byKind.get('kpis');
  const targets = tables.byKind.get('targets');
  const found = new Map<string, PercentKpi>();
  const percentUnits = new Set<string>();
  if (kpis) {
    const [names, units, numbers] = [textColumn(kpis, 'kpi'), textColumn(kpis, 'unit'), numberColumn(kpis, 'target')];
    for (let row = 0; row < kpis.length; row += 1) {
      const key = matchKey(textAt(names, row));
      const typed = cellAt(kpis, row, 'target');
      const isPercent = /[%％]/.test(textAt(units, row)) || (typeof typed === 'string' && /[%％]\s*$/.test(typed));
      if (isPercent) percentUnits.add(key);
      if (numbers.present[row] === 1) found.set(key, { name: textAt(names, row), isPercent, target: numberAt(numbers, row) });
    }
  }
  if (!targets) return found;
  const percentTyped = new Set(Array.from({ length: targets.length }, (_, row) => row).filter((row) => /[%％]\s*$/.test(String(cellAt(targets, row, 'target') ?? ''))));
  for (const [key, { rows }] of readTargets(targets, CALENDAR_MONTHS, 'month').byKey) {
    const name = key.split('\n')[1] ?? '';
    const row = rows.find(({ target }) => target !== undefined && sign(target) > 0);
    if (found.has(name) || !row?.target) continue;
    found.set(name, { name: targetName(targets, row.row), isPercent: percentUnits.has(name) || percentTyped.has(row.row), target: row.target });
  }
  return found;
}

function targetName(targets: Parameters<typeof cellAt>[0], row: number): string {
  return textAt(textColumn(targets, 'kpi'), row);
}
