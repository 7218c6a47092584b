import type { Part, Plan, PlanVersion } from '../rules/plan';
import { isDraft, payEveryOf, versionFor } from '../rules/plan';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import type { Issue } from '../table/issue';
import { periodOfNumber } from '../table/period';
import type { CompiledPart } from './compile-part';
import { compilePart } from './compile-part';
import type { Ledger } from './ledger';
import type { PartPay } from './part-pay';
import type { PartRun } from './part-run';
import { runPart } from './run-part';

export type { PayPeriod } from '../rules/timeline';
export { payPeriod, payPeriodOf } from '../rules/timeline';

/** One settlement at work: the tables, the plans, how far to look, and what has been computed so far. */
export interface Engine {
  readonly ledger: Ledger;
  readonly plans: readonly Plan[];
  /** The first day of the earliest period that is asked for: closed periods are recomputed. */
  readonly from: Day;
  /** The last day that counts: the end of the period that is settled. */
  readonly until: Day;
  readonly compiled: Map<Part, CompiledPart>;
  readonly runs: Map<Part, PartRun>;
  readonly pays: Map<Part, Map<number, PartPay>>;
  readonly progress: (done: number, of: number) => void;
}

export function newEngine(ledger: Ledger, plans: readonly Plan[], from: Day, until: Day, progress: Engine['progress'] = () => undefined): Engine {
  return { ledger, plans, from, until, compiled: new Map(), runs: new Map(), pays: new Map(), progress };
}

/** Compiles every part of the versions before any of them runs, so that a faulty cell keeps its row out of all. */
export function compileVersions(engine: Engine, versions: readonly PlanVersion[]): Issue[] {
  const names = livePlans(engine);
  return versions.flatMap((version) => version.parts.flatMap((part) => compiledPart(engine, version, part, names).issues));
}

/** The plans that are no drafts: with only one, everyone takes part in it. */
function livePlans(engine: Engine): string[] {
  const live = engine.plans.filter(({ versions }) => versions.some((version) => !isDraft(version)));
  return [...new Set(live.flatMap(({ versions }) => versions.map(({ plan }) => matchKey(plan))))];
}

function compiledPart(engine: Engine, version: PlanVersion, part: Part, names: readonly string[]): CompiledPart {
  const known = engine.compiled.get(part);
  if (known) return known;
  const made = compilePart(engine.ledger, version, part, names);
  engine.compiled.set(part, made);
  return made;
}

/** The run of a part over everything up to the settled period's end; made once. */
export function runOf(engine: Engine, version: PlanVersion, part: Part): PartRun {
  const known = engine.runs.get(part);
  if (known) return known;
  const compiled = compiledPart(engine, version, part, livePlans(engine));
  const made = runPart(compiled, engine.from, engine.until, Math.min(engine.until, version.term?.last ?? Infinity));
  engine.runs.set(part, made);
  return made;
}

/** The version and the part that were in force for a pay period, by the part's name. */
export function partInForce(engine: Engine, version: PlanVersion, part: Part, periodNumber: number): { version: PlanVersion; part: Part } {
  const plan = engine.plans.find((candidate) => candidate.versions.includes(version));
  const period = periodOfNumber(periodNumber, payEveryOf(version));
  const inForce = plan && versionFor(plan, period);
  if (!inForce || inForce === version || payEveryOf(inForce) !== payEveryOf(version)) return { version, part };
  const same = inForce.parts.find((candidate) => matchKey(candidate.name) === matchKey(part.name));
  return same ? { version: inForce, part: same } : { version, part };
}
