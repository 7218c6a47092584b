import { matchKey } from '../../table/cell';
import { dayText } from '../../table/day';
import type { Issue } from '../../table/issue';
import { issue } from '../../table/issue';
import { nearestOf } from '../../table/nearest';
import type { Table } from '../../table/table';
import { placeOf } from '../../table/table';
import type { Plan, PlanVersion } from '../plan';
import { isDraft } from '../plan';
import type { Plans } from '../read-plans';
import { versionBefore } from '../timeline';
import { currencyChanges } from './currency-change';

/** What is odd about the plans and their versions together, whatever their rows say. */
export function checkPlans({ plans, table }: Plans): Issue[] {
  return [...plans.flatMap((plan) => [...lateVersions(plan, table), ...replacedVersions(plan, table), ...splitVersions(plan, table), ...strayParts(plan, table), ...newCurrency(plan, table)]), ...onlyDrafts(plans, table)];
}

function rowOf(version: PlanVersion): number {
  return version.rows[0]?.index ?? 0;
}

/** A version dated inside a pay period: the new rules wait for the next one. */
function lateVersions(plan: Plan, table: Table): Issue[] {
  return plan.versions.flatMap((version) => {
    const { effective, term } = version;
    if (effective === undefined || !term || term.first === effective || isDraft(version) || !versionBefore(plan.versions, version)) return [];
    return [issue('plan.effectiveInside', placeOf(table, rowOf(version), 'effective'), { plan: plan.name, effective: dayText(effective), first: dayText(term.first), stake: '' }, 'warning')];
  });
}

/** A version with the date of another takes its place from the beginning on: without any date, that is easily missed. */
function replacedVersions(plan: Plan, table: Table): Issue[] {
  return plan.versions.flatMap((version) => {
    const replaced = plan.versions.find((other) => other !== version && other.term === undefined && other.effective === version.effective && matchKey(other.version) !== matchKey(version.version));
    if (!version.term || !replaced) return [];
    const date = version.effective === undefined ? ({ code: 'word.fromBeginning' } as const) : dayText(version.effective);
    const severity = version.effective === undefined ? 'warning' : 'note';
    return [issue('plan.sameDate', placeOf(table, rowOf(version), 'effective'), { plan: plan.name, version: version.version, other: replaced.version, date }, severity)];
  });
}

/** Rows of one version label with two dates make two versions, and neither is complete. */
function splitVersions(plan: Plan, table: Table): Issue[] {
  const seen = new Map<string, PlanVersion>();
  return [...plan.versions].reverse().flatMap((version) => {
    const label = matchKey(version.version);
    const first = seen.get(label);
    if (label === '') return [];
    if (!first) {
      seen.set(label, version);
      return [];
    }
    const date = ({ effective }: PlanVersion) => (effective === undefined ? ({ code: 'word.fromBeginning' } as const) : dayText(effective));
    return [issue('plan.labelTwice', placeOf(table, rowOf(version), 'effective'), { plan: plan.name, version: version.version, one: date(first), other: date(version), first: first.rows[0]?.row ?? 0 })];
  });
}

/** A part whose name is nearly that of another, and that pays nothing of its own. */
function strayParts(plan: Plan, table: Table): Issue[] {
  return plan.versions.flatMap((version) =>
    version.parts.flatMap(({ name }) => {
      const rows = version.rows.filter(({ part }) => matchKey(part) === matchKey(name));
      const others = version.parts.filter((other) => other.name !== name && version.rows.filter(({ part }) => matchKey(part) === matchKey(other.name)).length > rows.length);
      const near = nearestOf(name, others.map((other) => other.name));
      const [first] = rows;
      if (near === undefined || !first || /\d/.test(name)) return [];
      return [issue('plan.strayPart', placeOf(table, first.index, 'part'), { plan: plan.name, part: name, near }, 'warning')];
    }),
  );
}

/** The first version that pays in another currency than one before it. */
function newCurrency(plan: Plan, table: Table): Issue[] {
  return [...plan.versions].reverse().flatMap((version) => currencyChanges(plan, version, table)).slice(0, 1);
}

/** Plans are there, and all of them are drafts: nothing is settled. */
function onlyDrafts(plans: readonly Plan[], table: Table): Issue[] {
  const versions = plans.flatMap((plan) => plan.versions);
  const [first] = versions;
  if (!first || !versions.every(isDraft)) return [];
  const row = first.rows.find((one) => one.row === first.all.draft[0]?.row)?.index ?? rowOf(first);
  return [issue('plan.onlyDrafts', placeOf(table, row, 'rule'), { plans: plans.map(({ name }) => name) }, 'warning')];
}
