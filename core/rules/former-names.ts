import { matchKey } from '../table/cell';
import type { Part, Plan } from './plan';

/** The names a part had before, as its `was` rows tell. */
export function formerNames(part: Part): string[] {
  return part.rules.was.filter((row) => row.part !== '').flatMap(({ names }) => names);
}

/** Every name a plan goes or went by, in the form in which names are compared. */
export function planKeys(plan: Plan): Set<string> {
  const former = plan.versions.flatMap(({ all }) => all.was.filter(({ part }) => part === '').flatMap(({ names }) => names));
  return new Set([plan.name, ...former].map(matchKey));
}

/** The plan that a name stands for, today's or a former one; undefined where none does, or several former ones do. */
export function planNamed(plans: readonly Plan[], name: string): Plan | undefined {
  const today = plans.find((plan) => matchKey(plan.name) === matchKey(name));
  if (today) return today;
  const former = plans.filter((plan) => planKeys(plan).has(matchKey(name)));
  return former.length === 1 ? former[0] : undefined;
}

/** The part of today's that a name stands for: its name, a former one, or the only part there is on both sides. */
export function partNamed(parts: readonly Part[], name: string): Part | undefined {
  const same = parts.find((part) => matchKey(part.name) === matchKey(name));
  return same ?? parts.find((part) => formerNames(part).some((former) => matchKey(former) === matchKey(name)));
}
