import type { Exact } from '../amount/exact';
import { ZERO, isZero } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { addRatios, compareRatios, divideRatios, ratioOf, ratioSign, subtractRatios } from '../amount/ratio';
import { isCompany } from './check-names';
import type { Holder } from './find-actual';
import { personHolder, rollupOf } from './find-actual';
import { findAgreed } from './find-target';
import type { Indicator } from './indicators';
import type { KpiLedger } from './kpi-ledger';
import { teamNames } from './kpi-ledger';
import type { KpiPeriod } from './kpi-period';
import { indicatorsFor } from './scorecard';
import { coverMonths } from './spans';
import type { TargetRow } from './targets';
import { targetKey } from './targets';
import { peopleIn } from './team-card';
import { matchKey } from '../table/cell';
import { personText } from '../table/people';
import { textColumn } from '../table/table';

/** A team's (or the company's) target for a KPI beside what its people were given. */
export interface TargetGap {
  readonly kpi: string;
  readonly unit: string;
  readonly who: string;
  readonly target: Ratio;
  /** What the people (of the company: the teams) were given. */
  readonly assigned: Ratio;
  /** Σ assigned − target. */
  readonly gap: Ratio;
  /** What was meant to be assigned beyond the target, as a share of it: the team's Stretch. */
  readonly planned: Ratio | undefined;
  readonly status: 'balanced' | 'short' | 'over' | 'planned';
  readonly without: readonly string[];
}

/** Compares every team's target with its people's, and the company's with its teams'. Only sums are reconciled. */
export function targetGaps(ledger: KpiLedger, period: KpiPeriod): TargetGap[] {
  const indicators = new Map<string, Indicator>();
  for (const indicator of ledger.indicators.all) {
    const isSum = rollupOf(indicator) === 'sum';
    if (isSum && (indicator.effective ?? -Infinity) <= period.first) indicators.set(indicator.key, indicator);
  }
  const company = companyNames(ledger);
  return [...indicators.values()].flatMap((indicator) => {
    const teams = teamNames(ledger.people).flatMap((team) => {
      const own = ownTarget(ledger, indicator, team, period);
      return own ? [{ team, own, gap: teamGap(ledger, indicator, team, own, period) }] : [];
    });
    const wholes = company.flatMap((name) => {
      const own = ownTarget(ledger, indicator, name, period);
      if (!own) return [];
      const parts = teams.length > 0 ? teams.map((one) => one.own.target) : everyoneAssigned(ledger, indicator, period);
      return [gapOf(indicator, name, own, parts, [])];
    });
    return [...teams.map(({ gap }) => gap), ...wholes];
  });
}

function companyNames(ledger: KpiLedger): string[] {
  if (!ledger.targets) return [];
  return textColumn(ledger.targets.table, 'person').values.filter(isCompany);
}

interface OwnTarget {
  readonly target: Ratio;
  readonly stretch: Ratio | undefined;
}

/** The target recorded for a team or for the company itself. */
function ownTarget(ledger: KpiLedger, indicator: Indicator, name: string, period: KpiPeriod): OwnTarget | undefined {
  const spans = ledger.targets?.byKey.get(targetKey(name, indicator.name));
  const { pieces, missing } = coverMonths(spans, period.firstMonth, period.lastMonth, period.last, ({ target }) => target !== undefined);
  if (pieces.length === 0 || missing.length > 0) return undefined;
  const total = (of: (row: TargetRow) => Exact | undefined): Ratio => pieces.map((row) => ratioOf(of(row) ?? ZERO)).reduce(addRatios);
  const hasStretch = pieces.some(({ stretch }) => stretch !== undefined && !isZero(stretch));
  return { target: total(({ target }) => target), stretch: hasStretch ? total(({ stretch, target }) => stretch ?? target) : undefined };
}

function teamGap(ledger: KpiLedger, indicator: Indicator, team: string, own: OwnTarget, period: KpiPeriod): TargetGap {
  const members = peopleIn(ledger, period).filter((person) => {
    const day = Math.min(period.last, ledger.people.persons[person]?.left ?? period.last);
    return matchKey(personText(ledger.people, person, 'team', day)) === matchKey(team) && indicatorsFor(ledger, [person], period).indicators.some(({ key }) => key === indicator.key);
  });
  const holders = members.map((person) => personHolder(ledger, person, period));
  const found = holders.map((holder) => ({ holder, target: personalTarget(ledger, indicator, holder, period) }));
  return gapOf(indicator, team, own, found.flatMap(({ target }) => target ?? []), found.filter(({ target }) => !target).map(({ holder }) => holder.label));
}

function personalTarget(ledger: KpiLedger, indicator: Indicator, holder: Holder, period: KpiPeriod): Ratio | undefined {
  return findAgreed(ledger, indicator, holder, period, 'sum', undefined).target;
}

function everyoneAssigned(ledger: KpiLedger, indicator: Indicator, period: KpiPeriod): Ratio[] {
  return peopleIn(ledger, period).flatMap((person) => personalTarget(ledger, indicator, personHolder(ledger, person, period), period) ?? []);
}

function gapOf(indicator: Indicator, who: string, { target, stretch }: OwnTarget, parts: readonly Ratio[], without: readonly string[]): TargetGap {
  const assigned = parts.reduce(addRatios, ratioOf(ZERO));
  const gap = subtractRatios(assigned, target);
  const planned = stretch && ratioSign(target) !== 0 ? divideRatios(subtractRatios(stretch, target), target) : undefined;
  const asPlanned = stretch !== undefined && compareRatios(assigned, stretch) === 0;
  const side = ratioSign(gap) < 0 ? 'short' : 'over';
  const status = ratioSign(gap) === 0 ? 'balanced' : side;
  return { kpi: indicator.name, unit: indicator.unit, who, target, assigned, gap, planned, status: asPlanned && status !== 'balanced' ? 'planned' : status, without };
}
