import type { Exact } from '../amount/exact';
import { ZERO, isZero } from '../amount/exact';
import type { Ratio } from '../amount/ratio';
import { addRatios, compareRatios, divideRatios, ratioOf, ratioSign, subtractRatios } from '../amount/ratio';
import type { Asked } from './figures/asked';
import { askedOf } from './figures/asked';
import { isCompany } from './check-names';
import type { Chosen } from './card/choose-indicators';
import { chosenFor } from './card/choose-indicators';
import { rollupOf } from './figures/find-actual';
import { findAgreed } from './figures/find-target';
import { askedWithTeam, peopleIn, peopleOfTeam } from './figures/holders';
import type { Indicator } from './indicators';
import type { KpiLedger } from './kpi-ledger';
import { teamNames } from './kpi-ledger';
import type { KpiPeriod } from './kpi-period';
import { coverMonths } from './spans';
import type { TargetRow } from './targets';
import { targetKey } from './targets';
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

/** Each person's part: the months that they had the KPI and were with the team. */
function teamGap(ledger: KpiLedger, indicator: Indicator, team: string, own: OwnTarget, period: KpiPeriod): TargetGap {
  const found = peopleOfTeam(ledger, team, period).flatMap((person) => {
    const asked = chosenRows(ledger, indicator, person, period).map((chosen) => askedWithTeam({ ledger, indicator: chosen.indicator, person, period, team }, chosen.months)).filter(({ months }) => months.length > 0);
    return asked.length > 0 ? [{ who: asked[0]?.holder.label ?? '', targets: asked.map(personalTarget) }] : [];
  });
  const without = found.filter(({ targets }) => targets.some((target) => !target)).map(({ who }) => who);
  return gapOf(indicator, team, own, found.flatMap(({ targets }) => targets.flatMap((target) => target ?? [])), without);
}

/** The rows of the KPI that are a person's in a period: two, where a promotion brought another. */
function chosenRows(ledger: KpiLedger, { key }: Indicator, person: number, period: KpiPeriod): readonly Chosen[] {
  return chosenFor(ledger, person, period).chosen.filter(({ indicator }) => indicator.key === key);
}

function personalTarget(asked: Asked): Ratio | undefined {
  return findAgreed(asked, { rollup: 'sum', recorded: [], weights: undefined }).target;
}

function everyoneAssigned(ledger: KpiLedger, indicator: Indicator, period: KpiPeriod): Ratio[] {
  return peopleIn(ledger, period).flatMap((person) => chosenRows(ledger, indicator, person, period).flatMap((chosen) => personalTarget(askedOf(ledger, chosen.indicator, person, period, chosen.months)) ?? []));
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
