import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { rowOn } from '../../table/people';
import { placeOf } from '../../table/table';
import type { AppliesTo } from '../applies-to';
import { appliesTo, unknownColumns } from '../applies-to';
import { employedMonths } from '../figures/asked';
import { closingDay } from '../figures/employment';
import type { Indicator } from '../indicators';
import type { KpiLedger } from '../kpi-ledger';
import type { KpiPeriod } from '../kpi-period';

/** An indicator of somebody, and the months of a period for which it is theirs. */
export interface Chosen {
  readonly indicator: Indicator;
  readonly months: readonly number[];
}

/**
 * The indicators of a person in a period, each for its months: a month belongs to the role and team of its last day.
 * Of rows with the same KPI that hold in a month, the latest Effective on or before the period's first day.
 */
export function chosenFor(ledger: KpiLedger, person: number, period: KpiPeriod): { readonly chosen: readonly Chosen[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const months = new Map<Indicator, number[]>();
  for (const group of monthsByRow(ledger, person, period)) {
    for (const indicator of chosenOn(ledger, person, group.day, period, issues)) {
      const known = months.get(indicator);
      if (known) known.push(...group.months);
      else months.set(indicator, [...group.months]);
    }
  }
  const chosen = ledger.indicators.all.flatMap((indicator): Chosen[] => {
    const own = months.get(indicator);
    return own ? [{ indicator, months: own.sort((a, b) => a - b) }] : [];
  });
  return { chosen, issues: issues.filter((found, index) => issues.findIndex((other) => other.code === found.code && other.at?.row === found.at?.row) === index) };
}

/** The months of employment, by the row of People that holds on their last day, with one such day. */
function monthsByRow(ledger: KpiLedger, person: number, period: KpiPeriod): { day: number; months: number[] }[] {
  const found = ledger.people.persons[person];
  const groups = new Map<number, { day: number; months: number[] }>();
  for (const month of employedMonths(ledger, person, period)) {
    const day = closingDay(ledger.people, person, month, ledger.calendar);
    if (!found || day === undefined) continue;
    const row = rowOn(found, day);
    const known = groups.get(row);
    if (known) known.months.push(month);
    else groups.set(row, { day, months: [month] });
  }
  return [...groups.values()];
}

function chosenOn(ledger: KpiLedger, person: number, day: number, period: KpiPeriod, issues: Issue[]): readonly Indicator[] {
  const chosen = new Map<string, Indicator>();
  for (const indicator of ledger.indicators.all) {
    if (indicator.effective !== undefined && indicator.effective > period.first) continue;
    if (!holdsFor(ledger, indicator.appliesTo, person, day, issues, indicator.row)) continue;
    const known = chosen.get(indicator.key);
    if (!known || laterThan(indicator, known)) chosen.set(indicator.key, indicator);
    else if (indicator.effective === known.effective) {
      issues.push(issue('kpi.twice', placeOf(ledger.indicators.table, indicator.row, 'kpi'), { kpi: indicator.name, first: ledger.indicators.table.rowNumbers[known.row] ?? 0 }));
    }
  }
  return [...chosen.values()];
}

/** The indicators that any of some people have, in the order of the table. */
export function chosenForAny(ledger: KpiLedger, persons: readonly number[], period: KpiPeriod): { readonly indicators: readonly Indicator[]; readonly issues: readonly Issue[] } {
  const found = persons.map((person) => chosenFor(ledger, person, period));
  const chosen = new Map<string, Indicator>();
  for (const { indicator } of found.flatMap((one) => one.chosen)) {
    const known = chosen.get(indicator.key);
    if (!known || laterThan(indicator, known)) chosen.set(indicator.key, indicator);
  }
  const issues = found.flatMap((one) => one.issues).filter(({ code }) => code !== 'kpi.twice');
  return { indicators: ledger.indicators.all.filter((indicator) => chosen.get(indicator.key) === indicator), issues };
}

export function laterThan(a: { effective: number | undefined }, b: { effective: number | undefined }): boolean {
  return (a.effective ?? -Infinity) > (b.effective ?? -Infinity);
}

/** Whether a row is for a person, by their row of People on a day. A column of For that People lacks is an issue. */
export function holdsFor(ledger: KpiLedger, target: AppliesTo, person: number, day: number, issues: Issue[], row: number): boolean {
  const [unknown] = unknownColumns(target, ledger.people);
  if (unknown !== undefined) {
    issues.push(issue('kpi.forColumn', placeOf(ledger.indicators.table, row, 'for'), { found: unknown }));
    return false;
  }
  return appliesTo(target, ledger.people, person, day);
}
