import type { Part, Plan, PlanVersion } from '../rules/plan';
import { isDraft } from '../rules/plan';
import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import type { Issue } from '../table/issue';
import type { CompiledPart } from './compile-part';
import { compilePart } from './compile-part';
import type { Counting } from './counts/counting';
import { newCounting } from './counts/counting';
import { startOf } from './counts/occurrences';
import type { Ledger } from './ledger';
import { ratesPaid } from './paid-pieces';
import type { PartPay } from './part-pay';
import type { PartRun } from './part-run';
import { lateReach } from './passes/late-takebacks';
import type { PaidByRates } from './passes/walk';
import type { PartOfVersion } from './predecessors';
import { countedBefore } from './predecessors';
import { runPart } from './run-part';
import type { LimitedPay } from './span-limits';

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
  readonly countings: Map<Part, Counting>;
  readonly windows: Map<PlanVersion, Day>;
  readonly runs: Map<Part, PartRun>;
  readonly pays: Map<Part, Map<number, PartPay>>;
  /** What the limits of a plan left of a person's pay: `person period`. */
  readonly planLimits: Map<PlanVersion, Map<string, LimitedPay>>;
  readonly progress: (done: number, of: number) => void;
}

export function newEngine(ledger: Ledger, plans: readonly Plan[], from: Day, until: Day, progress: Engine['progress'] = () => undefined): Engine {
  return { ledger, plans, from, until, compiled: new Map(), countings: new Map(), windows: new Map(), runs: new Map(), pays: new Map(), planLimits: new Map(), progress };
}

/** Compiles every part of the versions before any of them runs, so that a faulty cell keeps its row out of all. */
export function compileVersions(engine: Engine, versions: readonly PlanVersion[]): Issue[] {
  return versions.flatMap((version) => version.parts.flatMap((part) => compiledPart(engine, version, part).issues));
}

/** The plans that are no drafts: with only one, everyone takes part in it. */
export function livePlans(engine: Engine): string[] {
  const live = engine.plans.filter(({ versions }) => versions.some((version) => !isDraft(version)));
  return [...new Set(live.flatMap(({ versions }) => versions.map(({ plan }) => matchKey(plan))))];
}

function compiledPart(engine: Engine, version: PlanVersion, part: Part): CompiledPart {
  const known = engine.compiled.get(part);
  if (known) return known;
  const made = compilePart(engine.ledger, version, part, livePlans(engine));
  engine.compiled.set(part, made);
  return made;
}

/** All versions of the plan that a version is one of. */
export function versionsOf(engine: Engine, version: PlanVersion): readonly PlanVersion[] {
  return engine.plans.find(({ versions }) => versions.includes(version))?.versions ?? [version];
}

/** What a part counts, on top of what the versions before it counted. */
function countingOf(engine: Engine, { version, part }: PartOfVersion): Counting {
  const known = engine.countings.get(part);
  if (known) return known;
  const { parts, continues } = countedBefore(versionsOf(engine, version), { version, part });
  const made = newCounting(compiledPart(engine, version, part), parts.map((one) => countingOf(engine, one)), continues);
  engine.countings.set(part, made);
  return made;
}

/** The run of a part over everything up to the settled period's end; made once. */
export function runOf(engine: Engine, version: PlanVersion, part: Part): PartRun {
  const known = engine.runs.get(part);
  if (known) return known;
  const counting = countingOf(engine, { version, part });
  const paidByRates: PaidByRates = (events, event) => ratesPaid(runsOf(engine), counting, events, event);
  const made = runPart(counting, { from: windowFrom(engine, version), end: Math.min(engine.until, version.term?.last ?? Infinity), until: engine.until, paidByRates });
  engine.runs.set(part, made);
  return made;
}

/** Looks up the run of any compiled part. */
export function runsOf(engine: Engine): (compiled: CompiledPart) => PartRun {
  return ({ version, part }) => runOf(engine, version, part);
}

/** The first day a version's runs are asked about: as far back as later versions look at what it paid. */
function windowFrom(engine: Engine, version: PlanVersion): Day {
  const known = engine.windows.get(version);
  if (known !== undefined) return known;
  const next = versionsOf(engine, version).find(({ term }) => term && term.first - 1 === version.term?.last);
  const isAsked = next?.term && next.term.first <= engine.until;
  const later = isAsked ? next.parts.map((part) => startOf(countingOf(engine, { version: next, part }), { from: windowFrom(engine, next), end: Math.min(engine.until, next.term?.last ?? Infinity) })) : [];
  const late = isAsked ? version.parts.map((part) => lateReach(countingOf(engine, { version, part }), engine)) : [];
  const from = Math.min(engine.from, ...later, ...late);
  engine.windows.set(version, from);
  return from;
}
